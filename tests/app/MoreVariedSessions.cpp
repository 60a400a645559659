// SPDX-License-Identifier: MIT
#include "app/VariedVisit.h"

namespace palpate::test {

namespace {

constexpr auto kLeft = Side::Left;
constexpr auto kRight = Side::Right;
constexpr auto kMiddle = Side::Middle;

[[nodiscard]] VariedSession manipulation() {
    Visit before{0, -7};
    before.motion("cervical.rotation", kLeft, 52, {}, 5)
        .motion("cervical.rotation", kRight, 70)
        .palpate("passive_intervertebral", jointSite("C5"), kLeft, "stiff and painful");
    Visit visit{1};
    visit.consent(TodayConsent::Given)
        .motion("cervical.rotation", kLeft, 58, {}, 3)
        .motion("cervical.rotation", kRight, 70)
        .motion("cervical.extension", kMiddle, 50, {}, 0)
        .test("spurling", kLeft, "negative")
        .test("cervical_distraction", kMiddle, "negative")
        .palpate("passive_intervertebral", jointSite("C5"), kLeft, "stiff")
        .palpate("passive_intervertebral", jointSite("T4"), kMiddle, "stiff")
        .palpate("passive_intervertebral", jointSite("C6"), kLeft, "normal")
        .palpate("passive_intervertebral", jointSite("C6"), kRight, "normal")
        .palpate("muscle_tension", muscleSite("levator_scapulae"), kLeft, "3 marked")
        .palpate("tissue_tenderness", muscleSite("levator_scapulae"), kLeft, "1 mild")
        .treatJoint("C5", kLeft, "spinal_manipulation")
        .dose("direction", "rotation left")
        .dose("position", "supine")
        .dose("cavitation", true)
        .dose("attempts", 1.0)
        .dose("consent", true)
        .dose("response", "better")
        .pains(4, 2)
        .treatJoint("T4", kMiddle, "joint_mobilisation")
        .dose("mobilisation_grade", "III")
        .dose("direction", "posterior to anterior")
        .dose("oscillation_hz", 2.0)
        .dose("duration_s", 30.0)
        .dose("sets", 3.0)
        .treatJoint("sacroiliac", kRight, "instrument_adjusting")
        .dose("tool", "spring-loaded instrument")
        .dose("device_setting", "2")
        .dose("impulse_count", 4.0)
        .homeCare("stretch_neck", "")
        .nextVisit(4);
    auto& session = visit.session();
    session.painNow = pain(4);
    session.painAfter = pain(2);
    session.reaction = Reaction{};
    return {"chiropractor-manipulation", "Chiropractor: C5 on the left, T4, right sacroiliac joint",
            Profession::Chiropractor,    PressureUnit::Kilopascals,
            {before.session()},          session};
}

[[nodiscard]] VariedSession needling() {
    Visit visit{0};
    visit.consent(TodayConsent::Given)
        .point("trapezius_descending", kRight, State::Active, 7)
        .point("infraspinatus", kRight, State::Active, 6)
        .treat(1, "dry_needling")
        .dose("needle_diameter_mm", 0.25)
        .dose("needle_length_mm", 40.0)
        .dose("needle_depth_mm", 15.0)
        .dose("insertion_count", 1.0)
        .dose("twitch_count", 3.0)
        .dose("bleeding", "stopped with pressure")
        .wentOn("anticoagulant",
                "superficial, thin needle, long pressure after; discussed with the "
                "patient and the physician")
        .after(4)
        .treat(2, "ischaemic_compression")
        .dose("pain_before", 6.0)
        .dose("pressure_kpa", 30.0)
        .dose("duration_s", 60.0)
        .dose("pain_during", 7.0)
        .dose("pain_after", 3.0)
        .wentOn("anticoagulant", "light pressure, discussed with the patient")
        .after(3)
        .homeCare("after_treatment", "24–48 h");
    auto& session = visit.session();
    session.painNow = pain(6);
    session.painAfter = pain(3);
    session.reaction =
        Reaction{.grade = ReactionGrade::Mild, .what = "small bruise over the point"};
    return {"dry-needling-anticoagulant",
            "Dry needling in spite of an alert, with the reason",
            Profession::Physiotherapist,
            PressureUnit::Kilopascals,
            {},
            session};
}

[[nodiscard]] VariedSession romOnly() {
    Visit early{0, -30};
    early.motion("shoulder.abduction", kRight, 80, 95, 7);
    Visit before{1, -7};
    before.motion("shoulder.flexion", kRight, 110, {}, 5);
    Visit visit{2};
    visit.motion("shoulder.flexion", kRight, 125, 140, 4)
        .motion("shoulder.flexion", kLeft, 170)
        .motion("shoulder.abduction", kRight, 115, 120, 4)
        .motion("shoulder.external_rotation", kRight, {}, 50)
        .motion("jaw.opening", kMiddle, 38, {}, 0)
        .motion("chest.expansion", kMiddle, 4.5);
    return {"range-of-motion-only",
            "Ranges of motion, one measured last a month ago",
            Profession::Physiotherapist,
            PressureUnit::Kilopascals,
            {early.session(), before.session()},
            visit.session()};
}

[[nodiscard]] VariedSession neurology() {
    Visit before{0, -10};
    before.part("reflexes_lower", "S1", kLeft, "0")
        .part("myotomes_lower", "L5", kLeft, "4-")
        .test("straight_leg_raise", kLeft, "positive", 35);
    Visit visit{1};
    visit.part("reflexes_lower", "L4", kLeft, "2+")
        .part("reflexes_lower", "S1", kLeft, "1+")
        .part("myotomes_lower", "L4", kLeft, "5")
        .part("myotomes_lower", "L4", kRight, "5")
        .part("myotomes_lower", "L5", kLeft, "4+")
        .part("myotomes_lower", "L5", kRight, "5")
        .part("dermatomes_lower", "L5", kLeft, "reduced")
        .part("dermatomes_lower", "S1", kLeft, "reduced")
        .test("straight_leg_raise", kLeft, "positive", 55)
        .test("straight_leg_raise", kRight, "negative")
        .test("crossed_straight_leg_raise", kRight, "negative")
        .test("saddle_sensation", kLeft, "normal")
        .test("saddle_sensation", kRight, "normal")
        .test("babinski", kLeft, "down")
        .test("babinski", kRight, "down")
        .measure("clonus", kLeft, 0)
        .measure("clonus", kRight, 1)
        .measure("romberg", kMiddle, 30);
    visit.session().note[2] = written("L5 and S1 root signs on the left, improving.");
    return {"neurological-examination",  "Neurological examination, followed up",
            Profession::Physiotherapist, PressureUnit::Kilopascals,
            {before.session()},          visit.session()};
}

[[nodiscard]] VariedSession noTreatment() {
    Visit visit{0};
    visit.point("soleus", kLeft, State::Active, 5)
        .measure("knee_to_wall", kLeft, 8.5)
        .measure("knee_to_wall", kRight, 11)
        .test("thompson", kLeft, "negative")
        .test("anterior_drawer_ankle", kLeft, "negative")
        .test("lachman", kLeft, "grade 1 (under 5 mm)")
        .measure("sij_cluster", kMiddle, 3)
        .measure("beighton", kMiddle, 6)
        .part("posture", "head_forward", kMiddle, "clear")
        .part("posture", "shoulders_rounded", kMiddle, "slight")
        .part("posture", "scoliosis", kMiddle, "none")
        .homeCare("seek_help", "");
    return {"no-treatment",
            "Examined and advised, not treated",
            Profession::Physiotherapist,
            PressureUnit::Kilopascals,
            {},
            visit.session()};
}

[[nodiscard]] VariedSession declined() {
    Visit visit{0};
    visit.consent(TodayConsent::Declined)
        .point("masseter", kLeft, State::Active, 6)
        .motion("jaw.lateral_excursion", kRight, 9)
        .nextVisit(14);
    visit.session().note[0] = written("Would rather talk it over at home first.");
    return {"declined-consent",
            "The patient declines treatment today",
            Profession::Physiotherapist,
            PressureUnit::Kilopascals,
            {},
            visit.session()};
}

[[nodiscard]] VariedSession lateEntry() {
    Visit early{0, -350};
    early.point("soleus", kRight, State::Active, 8).threshold(1, 150);
    Visit before{1, -8};
    before.carry(early.session());
    Visit visit{2, -3};
    visit.carry(early.session())
        .state(1, State::Latent)
        .tender(1, 3)
        .threshold(1, 250)
        .treat(1, "pir")
        .dose("contraction_s", 7.0)
        .dose("effort_percent", 20.0)
        .dose("repetitions", 4.0)
        .dose("relax_s", 5.0)
        .dose("stretch_s", 15.0)
        .dose("breathing", "in on effort, out on release")
        .after(2);
    auto& session = visit.session();
    session.writtenAt = kNow;
    session.endedAt = session.startedAt + std::chrono::minutes{40};
    return {"late-entry",
            "Written three days later; the point was last assessed a year ago",
            Profession::Physiotherapist,
            PressureUnit::Kilopascals,
            {early.session(), before.session()},
            session};
}

[[nodiscard]] VariedSession reaction() {
    Visit visit{0};
    visit.consent(TodayConsent::Given)
        .point("sternocleidomastoid", kLeft, State::Active, 5)
        .treat(1, "pressure_release")
        .dose("duration_s", 20.0)
        .after(5)
        .pains(4, 5)
        .treatmentNote("Stopped early, patient light-headed")
        .treatRegion("neck_posterior", kLeft, "heat_application")
        .dose("heat_agent", "dry pack")
        .dose("duration_s", 600.0)
        .treat(1, "pressure_release")
        .dose("duration_s", 15.0)
        .after(4);
    auto& session = visit.session();
    session.painAfter = pain(5);
    session.reaction = Reaction{.grade = ReactionGrade::Moderate,
                                .what = "light-headed for five minutes, settled lying down"};
    return {"reaction",
            "An unwanted effect",
            Profession::MassageTherapist,
            PressureUnit::Kilopascals,
            {},
            session};
}

[[nodiscard]] VariedSession massage() {
    Visit before{0, -14};
    before.palpate("muscle_tension", regionSite("lumbar"), kRight, "2 moderate");
    Visit visit{1};
    visit.consent(TodayConsent::Given)
        .point("quadratus_lumborum", kRight, State::Active, 6)
        .threshold(1, 210)
        .palpate("muscle_tension", regionSite("lumbar"), kRight, "3 marked")
        .palpate("tissue_texture", regionSite("lumbar"), kRight, "2 firm or boggy")
        .palpate("tissue_temperature", regionSite("lumbar"), kRight, "warm")
        .palpate("muscle_tension", regionSite("lumbar"), kLeft, "0 normal")
        .palpate("tissue_tenderness", regionSite("lumbar"), kLeft, "0 none")
        .palpate("tissue_temperature", regionSite("lumbar"), kLeft, "same")
        .treatRegion("lumbar", kRight, "massage_relaxation")
        .dose("depth", "middle")
        .dose("duration_s", 1200.0)
        .dose("lubricant", "oil")
        .dose("position", "prone")
        .pains(5, 3)
        .treatRegion("lumbar", kLeft, "massage_relaxation")
        .dose("depth", "middle")
        .dose("duration_s", 1200.0)
        .dose("lubricant", "oil")
        .dose("position", "prone")
        .treat(1, "stripping_massage")
        .dose("depth", "deep")
        .dose("strokes", 10.0)
        .dose("tool", "knuckle")
        .dose("pain_during", 6.0)
        .after(4)
        .treatRegion("thoracic_lower", kRight, "cupping")
        .dose("cup_size", "medium (4-6 cm)")
        .dose("cup_count", 4.0)
        .dose("vacuum_level", "light")
        .dose("duration_s", 300.0)
        .dose("cup_motion", "sliding")
        .dose("skin_response", "mild redness")
        .treat(1, "pressure_release")
        .dose("pressure_kpa", 245.0)
        .dose("duration_s", 90.0)
        .after(3)
        .homeCare("heat", "15–20 min, once a day")
        .homeCare("hydration", "2 litres a day")
        .homeCare("stretch_lumbar_flexion", "hold 15–30 s, 2–4 times, 2–3 times a day")
        .nextVisit(14);
    auto& session = visit.session();
    session.painNow = pain(5);
    session.painAfter = pain(3);
    session.reaction = Reaction{};
    session.checkIn = {.sleepHours = 5.5, .stress = StressScore::from(7), .homeCareDays = 0};
    return {"massage-therapist",          "Massage therapist, pressure in kg/cm²",
            Profession::MassageTherapist, PressureUnit::KgfPerCm2,
            {before.session()},           session};
}

[[nodiscard]] VariedSession agents() {
    Visit visit{0};
    visit.treatRegion("knee_anterior", kRight, "tens")
        .dose("pulse_frequency_hz", 100.0)
        .dose("pulse_width_us", 200.0)
        .dose("duration_s", 1200.0)
        .dose("stimulus_level", "strong, comfortable")
        .dose("electrode_site", "above and below the kneecap")
        .treatRegion("knee_anterior", kRight, "ultrasound")
        .dose("us_frequency_mhz", 1.0)
        .dose("intensity_w_cm2", 0.5)
        .dose("duty_percent", 20.0)
        .dose("duration_s", 300.0)
        .treatRegion("knee_anterior", kRight, "laser")
        .dose("wavelength_nm", 830.0)
        .dose("energy_j_per_point", 4.0)
        .dose("point_count", 3.0)
        .dose("eye_protection", true)
        .treatMuscle("vastus_medialis", kRight, "taping")
        .dose("tape_method", "muscle")
        .dose("tension_percent", 25.0)
        .dose("wear_days", 3.0)
        .dose("skin_response", "none")
        .treatMuscle("vastus_medialis", kRight, "exercise_therapy")
        .dose("exercise", "terminal knee extension")
        .dose("sets", 3.0)
        .dose("repetitions", 10.0)
        .dose("hold_s", 5.0)
        .dose("load", "red band")
        .dose("pain_during", 2.0)
        .treatRegion("knee_anterior", kRight, "education")
        .dose("topics", "load and pacing")
        .dose("understanding", "explained back correctly")
        .dose("leaflet", true)
        .treatMuscle("biceps_femoris_long", kRight, "spray_and_stretch")
        .dose("sweeps", 3.0)
        .dose("spray_distance_cm", 30.0)
        .dose("stretch_s", 20.0)
        .dose("coolant", "vapocoolant spray")
        .dose("rewarm", "moist heat")
        .treatMuscle("piriformis", kRight, "strain_counterstrain")
        .dose("ease_position", "prone, hip flexed and abducted")
        .dose("duration_s", 90.0)
        .dose("tenderness_before", 6.0)
        .dose("tenderness_during", 2.0)
        .dose("tenderness_after", 3.0)
        .treatMuscle("piriformis", kRight, "injection_referral")
        .dose("referred_to", "Dr Bell")
        .dose("referral_date", "2026-11-23");
    return {"many-techniques",
            "Nine techniques with their doses",
            Profession::Physiotherapist,
            PressureUnit::Kilopascals,
            {},
            visit.session()};
}

} // namespace

std::vector<VariedSession> moreVariedSessions() {
    return {manipulation(), needling(),  romOnly(),  neurology(), noTreatment(),
            declined(),     lateEntry(), reaction(), massage(),   agents()};
}

} // namespace palpate::test
