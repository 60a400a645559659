// SPDX-License-Identifier: MIT
#include "app/VariedSessions.h"

#include "app/VariedVisit.h"

namespace palpate::test {

namespace {

constexpr auto kLeft = Side::Left;
constexpr auto kRight = Side::Right;
constexpr auto kMiddle = Side::Middle;

[[nodiscard]] VariedSession firstVisit() {
    Visit visit{0};
    visit.consent(TodayConsent::Given)
        .area(aPainArea())
        .point("quadratus_lumborum", kRight, State::Active, 7, Relation::Key)
        .allSigns(1)
        .threshold(1, 180)
        .point("gluteus_medius", kRight, State::Active, 5, Relation::Satellite)
        .allSigns(2)
        .point("quadratus_lumborum", kLeft, State::Latent, 3)
        .motion("lumbar.flexion", kMiddle, 35, {}, 4)
        .motion("lumbar.lateral_flexion", kRight, 17, 19, 5)
        .motion("lumbar.lateral_flexion", kLeft, 12, {}, 6, "pulls on the right")
        .motion("spine.fingertip_to_floor", kMiddle, 24)
        .test("straight_leg_raise", kRight, "negative")
        .test("straight_leg_raise", kLeft, "negative")
        .test("slump", kRight, "negative")
        .test("slump", kLeft, "negative")
        .test("faber", kRight, "positive")
        .treat(1, "pressure_release")
        .dose("pressure_kpa", 20.0)
        .dose("duration_s", 47.0)
        .dose("repetitions", 2.0)
        .dose("tool", "thumb")
        .dose("release_felt", "yes")
        .after(4)
        .treatRegion("lumbar", kRight, "heat_application")
        .dose("heat_agent", "moist pack")
        .dose("duration_s", 900.0)
        .dose("skin_check", true)
        .homeCare("stretch_ql", "hold 20–30 s, 2–3 times, once a day")
        .homeCare("heat", "15 min, in the evening")
        .nextVisit(7);
    auto& session = visit.session();
    session.painNow = pain(6);
    session.painAfter = pain(4);
    session.reaction = Reaction{};
    session.note[0] = written("Low back pain on the right since lifting a box three weeks ago.");
    session.note[2] = written("Myofascial low back pain; no sign of nerve root involvement.");
    return {"physiotherapist-first-visit",
            "Physiotherapist, first visit, six things measured",
            Profession::Physiotherapist,
            PressureUnit::Kilopascals,
            {},
            session};
}

/// Four points, on the day five days before the sessions that follow it up.
[[nodiscard]] Session fourPoints() {
    Visit visit{0, -5};
    visit.point("quadratus_lumborum", kRight, State::Active, 7)
        .allSigns(1)
        .threshold(1, 180)
        .point("gluteus_medius", kRight, State::Active, 6)
        .point("piriformis", kRight, State::Latent, 2)
        .point("gluteus_minimus", kRight, State::Latent, 2)
        .motion("lumbar.lateral_flexion", kRight, 17, 21, 5)
        .test("straight_leg_raise", kRight, "positive", 60);
    visit.session().checkIn = {.sleepHours = 6, .stress = StressScore::from(6)};
    return visit.session();
}

[[nodiscard]] VariedSession followUp() {
    Visit visit{1};
    visit.carry(fourPoints())
        .state(1, State::Active)
        .tender(1, 6)
        .threshold(1, 210)
        .settle(2, Settled::Better)
        .settle(3, Settled::Still)
        .settle(4, Settled::Still)
        .motion("lumbar.lateral_flexion", kRight, 22, 25, 3)
        .test("straight_leg_raise", kRight, "negative")
        .treat(1, "pressure_release")
        .dose("duration_s", 47.0)
        .after(3)
        .homeCare("stretch_ql", "hold 30 s, 3 times, twice a day")
        .nextVisit(7);
    auto& session = visit.session();
    session.consent = TodayConsent::Given;
    session.painNow = pain(4);
    session.painAfter = pain(2);
    session.reaction = Reaction{};
    session.checkIn = {.sleepHours = 7,
                       .stress = StressScore::from(4),
                       .waterLitres = 1.5,
                       .sittingHours = 6.5,
                       .activeDays = 3,
                       .homeCareDays = 5};
    session.note[2] = written("Responding well.");
    return {"follow-up-settled",
            "Follow-up: one rated anew, one better, two still there",
            Profession::Physiotherapist,
            PressureUnit::Kilopascals,
            {fourPoints()},
            session};
}

[[nodiscard]] VariedSession allUnchanged() {
    Visit visit{1};
    visit.carry(fourPoints());
    for (int point = 1; point <= 4; ++point) {
        visit.settle(point, Settled::Still);
    }
    return {"follow-up-unchanged",
            "Follow-up: all four points still as last time",
            Profession::MassageTherapist,
            PressureUnit::Kilopascals,
            {fourPoints()},
            visit.session()};
}

[[nodiscard]] VariedSession resolved() {
    Visit visit{1};
    visit.carry(fourPoints())
        .settle(1, Settled::Better)
        .tender(1, 1)
        .state(1, State::Latent)
        .settle(2, Settled::Gone)
        .settle(3, Settled::Gone)
        .state(4, State::Resolved)
        .tender(4, 0)
        .motion("lumbar.lateral_flexion", kRight, 24, {}, 0);
    visit.session().painNow = pain(0);
    visit.session().course = Course::Gone;
    visit.session().note[2] = written("Goal reached; discharge agreed.");
    return {"resolved",
            "Last visit: two points no longer found, one resolved",
            Profession::Physiotherapist,
            PressureUnit::Kilopascals,
            {fourPoints()},
            visit.session()};
}

[[nodiscard]] VariedSession worse() {
    Visit visit{1};
    visit.carry(fourPoints())
        .settle(1, Settled::Worse)
        .state(1, State::Active)
        .tender(1, 9)
        .settle(2, Settled::Worse)
        .state(3, State::Active)
        .tender(3, 6)
        .note(3, "flared up after a day of gardening")
        .motion("lumbar.lateral_flexion", kRight, 11, {}, 8)
        .test("straight_leg_raise", kRight, "positive", 40)
        .treatRegion("lumbar", kRight, "cold_application")
        .dose("cold_agent", "cold pack")
        .dose("duration_s", 600.0)
        .pains(8, 7);
    return {"worse",
            "Follow-up after a flare-up; one point not looked at",
            Profession::Physiotherapist,
            PressureUnit::Kilopascals,
            {fourPoints()},
            visit.session()};
}

[[nodiscard]] VariedSession nothingAssessed() {
    Visit visit{1};
    visit.carry(fourPoints()).nextVisit(3);
    return {"nothing-assessed",       "Follow-up: four points carried on, none looked at",
            Profession::Chiropractor, PressureUnit::Kilopascals,
            {fourPoints()},           visit.session()};
}

[[nodiscard]] VariedSession onlyPain() {
    Visit visit{0};
    visit.area(aPainArea());
    visit.session().painNow = pain(5);
    visit.session().painAfter = pain(5);
    return {"only-pain",
            "Pain drawn and rated, nothing else",
            Profession::MassageTherapist,
            PressureUnit::Kilopascals,
            {},
            visit.session()};
}

[[nodiscard]] VariedSession onePoint() {
    Visit visit{0};
    visit.point("trapezius_descending", kLeft, State::Latent, 3)
        .signs(1, {.tautBand = Sign::Present,
                   .referredPain = Sign::Absent,
                   .recognised = Recognition::No,
                   .twitch = Sign::Absent,
                   .jump = Sign::Absent});
    return {"one-point",
            "One point with signs looked for and not found",
            Profession::MassageTherapist,
            PressureUnit::Kilopascals,
            {},
            visit.session()};
}

[[nodiscard]] VariedSession manyPoints() {
    Visit visit{0};
    visit.point("trapezius_descending", kLeft, State::Active, 6)
        .point("trapezius_descending", kRight, State::Active, 4)
        .point("levator_scapulae", kLeft, State::Active, 5)
        .point("infraspinatus", kLeft, State::Latent, 2)
        .point("supraspinatus", kLeft, State::Latent, 2)
        .point("rhomboid_major", kLeft, State::Latent, 2)
        .point("splenius_capitis", kRight, std::nullopt, 4)
        .point("semispinalis_capitis", kLeft, std::nullopt, 4)
        .unseen("sternocleidomastoid", kLeft)
        .unseen("scalenus_medius", kLeft)
        .treat(1, "pressure_release")
        .dose("duration_s", 60.0)
        .after(3)
        .treat(2, "pressure_release")
        .dose("duration_s", 60.0)
        .after(2)
        .treat(3, "pressure_release")
        .dose("duration_s", 60.0)
        .after(3)
        .treat(4, "transverse_friction")
        .dose("depth", "deep")
        .dose("duration_s", 120.0)
        .treat(5, "transverse_friction")
        .dose("depth", "deep")
        .dose("duration_s", 120.0);
    return {"many-points",
            "Ten points round neck and shoulder",
            Profession::MassageTherapist,
            PressureUnit::Kilopascals,
            {},
            visit.session()};
}

[[nodiscard]] VariedSession bothSides() {
    Visit visit{0};
    visit.point("gluteus_medius", kRight, State::Active, 5)
        .allSigns(1)
        .point("gluteus_medius", kLeft, State::Active, 5)
        .allSigns(2)
        .motion("hip.internal_rotation", kRight, 38, {}, 0)
        .motion("hip.internal_rotation", kLeft, 38, {}, 0)
        .motion("hip.extension", kRight, 8)
        .motion("hip.extension", kLeft, 12)
        .test("ober", kRight, "positive")
        .test("ober", kLeft, "positive")
        .test("trendelenburg", kRight, "positive", 20)
        .test("trendelenburg", kLeft, "negative")
        .palpate("muscle_tension", muscleSite("tensor_fasciae_latae"), kRight, "2 moderate")
        .palpate("muscle_tension", muscleSite("tensor_fasciae_latae"), kLeft, "2 moderate")
        .treat(1, "pressure_release")
        .dose("duration_s", 90.0)
        .after(2)
        .treat(2, "pressure_release")
        .dose("duration_s", 90.0)
        .after(2)
        .treatMuscle("tensor_fasciae_latae", kRight, "static_stretch")
        .dose("stretch_s", 30.0)
        .dose("repetitions", 3.0)
        .treatMuscle("tensor_fasciae_latae", kLeft, "static_stretch")
        .dose("stretch_s", 30.0)
        .dose("repetitions", 3.0);
    return {"both-sides",
            "The same on both sides",
            Profession::Physiotherapist,
            PressureUnit::Kilopascals,
            {},
            visit.session()};
}

[[nodiscard]] VariedSession midline() {
    Visit visit{0};
    visit.point("linea_alba", kMiddle, State::Active, 4)
        .point("rectus_abdominis", kRight, State::Active, 4)
        .treat(1, "myofascial_release")
        .dose("pressure_level", "light")
        .dose("duration_s", 180.0)
        .dose("release_felt", "partly")
        .after(3);
    return {"midline-muscle",
            "A point in the midline and one beside it",
            Profession::MassageTherapist,
            PressureUnit::Kilopascals,
            {},
            visit.session()};
}

[[nodiscard]] VariedSession oneMuscle() {
    Visit before{0, -14};
    before.point("infraspinatus", kRight, State::Resolved, 1)
        .point("infraspinatus", kRight, State::Active, 5);
    Visit visit{1};
    visit.carry(before.session())
        .state(1, State::Active)
        .tender(1, 4)
        .state(2, State::Active)
        .tender(2, 5)
        .point("teres_minor", kRight, State::Latent, 3)
        .treat(1, "dry_needling")
        .dose("twitch_count", 2.0)
        .after(4)
        .treat(2, "pin_and_stretch")
        .dose("movement_mode", "active")
        .dose("repetitions", 6.0)
        .after(2);
    return {"two-points-of-one-muscle",  "Two points of one muscle, one of them back, one new",
            Profession::Physiotherapist, PressureUnit::Kilopascals,
            {before.session()},          visit.session()};
}

} // namespace

std::vector<VariedSession> variedSessions() {
    std::vector<VariedSession> all{firstVisit(), followUp(),        allUnchanged(), resolved(),
                                   worse(),      nothingAssessed(), onlyPain(),     onePoint(),
                                   manyPoints(), bothSides(),       midline(),      oneMuscle()};
    for (auto& more : moreVariedSessions()) {
        all.push_back(std::move(more));
    }
    return all;
}

} // namespace palpate::test
