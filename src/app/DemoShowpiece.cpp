// SPDX-License-Identifier: MIT
#include "app/DemoShowpiece.h"

#include "app/Clinic.h"
#include "app/DemoScript.h"
#include "app/DemoStaff.h"
#include "app/Sentences.h"

#include <array>
#include <string_view>

namespace palpate::app {

namespace {

/// One point in both visits: tenderness before treatment.
struct Script {
    std::string_view reference;
    Side side;
    bool active;
    std::array<int, DemoShowpiece::kSessions> before;
};
const std::array kNeck{
    Script{"levator_scapulae.lower", Side::Left, true, {7, 5}},
    Script{"trapezius_descending.horizontal", Side::Left, true, {6, 5}},
    Script{"splenius_cervicis.lower", Side::Left, false, {4, 3}},
};
const std::array kShoulder{
    Script{"infraspinatus.upper_medial", Side::Right, true, {7, 6}},
    Script{"supraspinatus.medial", Side::Right, true, {6, 4}},
    Script{"teres_minor.belly", Side::Right, false, {4, 4}},
    Script{"trapezius_descending.horizontal", Side::Right, false, {3, 2}},
};

[[nodiscard]] std::optional<Settled> settledBetween(int was, int now) {
    return now < was ? Settled::Better : now > was ? Settled::Worse : Settled::Still;
}

[[nodiscard]] Finding findingOf(const Script& script, const DemoPlace& place,
                                const TriggerPoint& point, int index) {
    const auto i = static_cast<std::size_t>(index);
    Signs signs;
    signs.tautBand = Sign::Present;
    signs.tenderSpot = Sign::Present;
    signs.referredPain = Sign::Present;
    signs.recognised = script.active ? Recognition::Yes : Recognition::No;
    return {.point = point,
            .at = place.spots.front(),
            .muscle = place.muscle,
            .side = place.side,
            .layer = place.layer,
            .referencePoint = place.reference,
            .signs = signs,
            .tenderness = Tenderness::from(script.before.at(i)),
            .threshold = {},
            .state = script.active ? State::Active : State::Latent,
            .relation = {},
            .note = {},
            .settled = index == 0 ? std::nullopt
                                  : settledBetween(script.before.at(i - 1), script.before.at(i))};
}

using Places = std::span<const TriggerPoint>;

void firstAtTheChiropractor(Session& session, IdMaker& ids, Places points) {
    session.painNow = PainScore::from(6);
    session.painBest = PainScore::from(3);
    session.painWorst = PainScore::from(8);
    session.painAfter = PainScore::from(4);
    session.checkIn = {.sleepHours = 6,
                       .stress = StressScore::from(6),
                       .waterLitres = 1.2,
                       .sittingHours = 8,
                       .activeDays = 2,
                       .homeCareDays = {}};
    addMotion(session, "cervical.rotation", Side::Left, 48, 6);
    addMotion(session, "cervical.rotation", Side::Right, 68, 1);
    addMotion(session, "cervical.lateral_flexion", Side::Left, 30, 3);
    addMotion(session, "cervical.lateral_flexion", Side::Right, 26, 5);
    addTest(session, "spurling", Side::Left, "negative");
    addTest(session, "ultt_a", Side::Left, "negative");
    addTest(session, "cervical_distraction", Side::Middle, "negative");
    for (const auto side : {Side::Left, Side::Right}) {
        for (const auto* root : {"C5", "C6", "C7"}) {
            addTest(session, "reflexes_upper", side, "2+", root);
        }
    }
    const auto joint = scriptedJoint("C5-C6", Side::Left);
    addPalpation(session, "passive_intervertebral", joint.side, joint.joint, "stiff and painful");
    addTreatment(session, ids, joint, "joint_mobilisation",
                 scriptedDose({{"joint_level", std::string{"C5-C6"}},
                               {"mobilisation_grade", std::string{"III"}},
                               {"direction", std::string{"rotation left"}},
                               {"duration_s", 45.0},
                               {"sets", 2.0}}));
    addTreatment(session, ids, points[0].id, "ischaemic_compression",
                 scriptedDose({{"pressure_kpa", 220.0},
                               {"duration_s", 60.0},
                               {"repetitions", 2.0},
                               {"tool", std::string{"thumb"}}}),
                 4);
    addTreatment(session, ids, points[1].id, "ischaemic_compression",
                 scriptedDose({{"pressure_kpa", 200.0},
                               {"duration_s", 60.0},
                               {"repetitions", 1.0},
                               {"tool", std::string{"thumb"}}}),
                 4);
    addHomeCare(session, "stretch_neck", "side-bending to the right, three times 20 s");
    addHomeCare(session, "posture_breaks", "stand up every 30 minutes");
    writeNote(session, NotePart::Subjective,
              "Woke up with a stiff neck on the left ten days ago, dull, sharp when looking over "
              "the left shoulder. No numbness, no weakness, no dizziness. Works at two screens.");
    writeNote(session, NotePart::Assessment,
              "Neck pain with a stiff segment C5-C6 on the left and trigger points around it; no "
              "sign of a nerve root.");
    writeNote(session, NotePart::Plan,
              "Manipulation T3-T4 and, if the neck is calmer, C5-C6; talked through and agreed on. "
              "At home: neck stretch, breaks every 30 minutes.");
}

void againAtTheChiropractor(Session& session, IdMaker& ids, Places points) {
    session.painNow = PainScore::from(4);
    session.painBest = PainScore::from(1);
    session.painWorst = PainScore::from(6);
    session.course = Course::Better;
    session.checkIn = {.sleepHours = 7,
                       .stress = StressScore::from(5),
                       .waterLitres = 1.4,
                       .sittingHours = 7.5,
                       .activeDays = 3,
                       .homeCareDays = 6};
    addMotion(session, "cervical.rotation", Side::Left, 60, 3);
    addMotion(session, "cervical.rotation", Side::Right, 70, 0);
    const auto neck = scriptedJoint("C5-C6", Side::Left);
    const auto back = scriptedJoint("T3-T4", Side::Middle);
    addPalpation(session, "passive_intervertebral", neck.side, neck.joint, "stiff");
    addTreatment(session, ids, back, "spinal_manipulation",
                 scriptedDose({{"joint_level", std::string{"T3-T4"}},
                               {"direction", std::string{"posterior to anterior"}},
                               {"position", std::string{"prone"}},
                               {"cavitation", true},
                               {"attempts", 1.0},
                               {"consent", true}}));
    addTreatment(session, ids, neck, "instrument_adjusting",
                 scriptedDose({{"tool", std::string{"spring-loaded instrument"}},
                               {"device_setting", std::string{"low"}},
                               {"impulse_count", 3.0}}));
    addTreatment(session, ids, points[0].id, "pin_and_stretch",
                 scriptedDose({{"depth", std::string{"middle"}},
                               {"repetitions", 4.0},
                               {"movement_mode", std::string{"active"}}}),
                 3);
    writeNote(
        session, NotePart::Subjective,
        "Better: turns the head to reverse the car again. Neck stretch on six of seven days.");
}

void firstAtTheMassageTherapist(Session& session, IdMaker& ids, Places points) {
    session.painNow = PainScore::from(6);
    session.painBest = PainScore::from(2);
    session.painWorst = PainScore::from(7);
    session.painAfter = PainScore::from(4);
    session.checkIn = {.sleepHours = 6.5,
                       .stress = StressScore::from(5),
                       .waterLitres = 1.5,
                       .sittingHours = 3,
                       .activeDays = 1,
                       .homeCareDays = {}};
    addMotion(session, "shoulder.abduction", Side::Right, 140, 5);
    addMotion(session, "shoulder.abduction", Side::Left, 175, 0);
    addMotion(session, "shoulder.internal_rotation", Side::Right, 55, 4);
    addMotion(session, "shoulder.internal_rotation", Side::Left, 75, 0);
    addTest(session, "drop_arm", Side::Right, "negative");
    const auto back = scriptedRegion("scapular", Side::Right);
    addPalpation(session, "tissue_temperature", back.side, back.region, "same");
    addPalpation(session, "tissue_texture", back.side, back.region, "2 firm or boggy");
    addTreatment(session, ids, back, "massage_relaxation",
                 scriptedDose({{"depth", std::string{"superficial"}},
                               {"duration_s", 900.0},
                               {"region", std::string{"scapular"}},
                               {"lubricant", std::string{"oil"}},
                               {"position", std::string{"prone"}}}));
    addTreatment(session, ids, points[0].id, "pressure_release",
                 scriptedDose({{"pressure_kpa", 180.0},
                               {"duration_s", 60.0},
                               {"repetitions", 2.0},
                               {"tool", std::string{"thumb"}}}),
                 5);
    addTreatment(session, ids, points[1].id, "pressure_release",
                 scriptedDose({{"pressure_kpa", 180.0},
                               {"duration_s", 45.0},
                               {"repetitions", 1.0},
                               {"tool", std::string{"thumb"}}}),
                 4);
    addHomeCare(session, "self_pressure",
                "a ball against the wall behind the shoulder, one minute");
    writeNote(session, NotePart::Subjective,
              "Shoulder pain on the right since painting a ceiling two months ago, deep, into the "
              "upper arm. Worst with reaching overhead and lying on that side. No loss of "
              "strength, no tingling.");
    writeNote(session, NotePart::Assessment,
              "Trigger points behind the shoulder; the right infraspinatus gives the familiar pain "
              "in the upper arm.");
    writeNote(session, NotePart::Plan,
              "Stripping massage along the infraspinatus next time. At home: a ball against the "
              "wall.");
}

void againAtTheMassageTherapist(Session& session, IdMaker& ids, Places points,
                                const DemoPlace& infraspinatus) {
    session.painNow = PainScore::from(5);
    session.painBest = PainScore::from(1);
    session.painWorst = PainScore::from(6);
    session.course = Course::Better;
    session.checkIn = {.sleepHours = 7,
                       .stress = StressScore::from(4),
                       .waterLitres = 1.6,
                       .sittingHours = 3,
                       .activeDays = 2,
                       .homeCareDays = 5};
    addMotion(session, "shoulder.abduction", Side::Right, 152, 3);
    addMotion(session, "shoulder.abduction", Side::Left, 175, 0);
    addTreatment(session, ids, MuscleTarget{infraspinatus.muscle, infraspinatus.side},
                 "stripping_massage",
                 scriptedDose({{"depth", std::string{"middle"}},
                               {"strokes", 8.0},
                               {"lubricant", std::string{"oil"}},
                               {"tool", std::string{"knuckle"}}}));
    addTreatment(session, ids, points[2].id, "myofascial_release",
                 scriptedDose({{"pressure_level", std::string{"moderate"}},
                               {"duration_s", 120.0},
                               {"direction", std::string{"along the fibres"}}}),
                 3);
    addTreatment(session, ids, scriptedRegion("scapular", Side::Right), "cupping",
                 scriptedDose({{"cup_size", std::string{"medium (4-6 cm)"}},
                               {"cup_count", 2.0},
                               {"vacuum_level", std::string{"light"}},
                               {"cup_motion", std::string{"sliding"}},
                               {"region", std::string{"scapular"}},
                               {"skin_response", std::string{"mild redness"}}}));
    writeNote(session, NotePart::Subjective,
              "Better: sleeps on that side again for half the night. Ball against the wall on five "
              "of seven days.");
}

} // namespace

DemoShowpiece::DemoShowpiece(const Knowledge& knowledge, int number)
    : isChiropractic_{number == static_cast<int>(DemoStaff::kChiropractor)} {
    const auto scripts =
        isChiropractic_ ? std::span<const Script>{kNeck} : std::span<const Script>{kShoulder};
    for (const auto& script : scripts) {
        places_.push_back(demoPlace(knowledge, script.reference, script.side));
    }
}

Date DemoShowpiece::dayOf(int index, Date lastDay) const {
    const int before = index == 0 ? isChiropractic_ ? 6 : 11 : 0;
    return Date{std::chrono::sys_days{lastDay} - std::chrono::days{before}};
}

Session DemoShowpiece::next(const DemoWorld& world, const Case& record, int index, Instant at,
                            Date lastDay) {
    auto session = emptySession(world, record, at);
    session.consent = TodayConsent::Given;
    const auto scripts =
        isChiropractic_ ? std::span<const Script>{kNeck} : std::span<const Script>{kShoulder};
    for (std::size_t p = 0; p < scripts.size(); ++p) {
        if (points_.size() <= p) {
            points_.push_back({TriggerPointId::create(world.ids), static_cast<int>(p) + 1});
        }
        session.findings.push_back(findingOf(scripts[p], places_.at(p), points_.at(p), index));
    }
    if (index > 0 && isChiropractic_) {
        againAtTheChiropractor(session, world.ids, points_);
    } else if (index > 0) {
        againAtTheMassageTherapist(session, world.ids, points_, places_.front());
    } else {
        if (isChiropractic_) {
            firstAtTheChiropractor(session, world.ids, points_);
        } else {
            firstAtTheMassageTherapist(session, world.ids, points_);
        }
        session.endedAt = at + std::chrono::minutes{isChiropractic_ ? 30 : 60};
        session.nextVisit = dayOf(1, lastDay);
        session.reaction = Reaction{ReactionGrade::None, {}};
    }
    session.note.at(static_cast<std::size_t>(NotePart::Objective)) = {
        composedObjective(session, earlier_, world.reference, {}), Authorship::Composed};
    session.note.at(static_cast<std::size_t>(NotePart::Treatment)) = {
        composedTreatment(session, world.reference), Authorship::Composed};
    earlier_.push_back(session);
    return session;
}

} // namespace palpate::app
