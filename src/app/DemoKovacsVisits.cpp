// SPDX-License-Identifier: MIT
// What Ana Kovács tells of her days in each session, what is measured, and what is done beside the
// points.
#include "app/DemoKovacs.h"
#include "app/DemoScript.h"

#include <algorithm>

namespace palpate::app {

namespace {

/// Everyday life as it was told, and how far the low back moved.
struct Visit {
    double sleep;
    int stress;
    double water;
    double sitting;
    int active;
    int homeCare; ///< below 0: not asked
    double bendRight;
    double bendLeft;
    double flexion;
    double rotateRight;
    double rotateLeft;
};
constexpr std::array<Visit, DemoKovacs::kSessions> kVisits{{
    {5, 7, 0.8, 9, 0, -1, 12, 18, 32, 5, 8},
    {5.5, 7, 0.9, 9, 1, 4, 12, 18, 34, 5, 8},
    {6, 6, 1.0, 8, 1, 3, 14, 19, 36, 6, 8},
    {6, 6, 1.2, 7, 2, 5, 15, 20, 40, 7, 9},
    {6.5, 5, 1.3, 7, 2, 5, 17, 21, 46, 8, 9},
    {7, 5, 1.5, 6.5, 3, 4, 17, 21, 44, 8, 9},
    {7, 4, 1.6, 6, 3, 5, 22, 23, 50, 9, 10},
}};

struct Agreed {
    int session;
    std::string_view item;
    std::string_view dose;
};
constexpr std::array kHomeCare{
    Agreed{0, "stretch_ql", "side-bending stretch, three times 30 s a day"},
    Agreed{0, "posture_breaks", "stand up every 40 minutes"},
    Agreed{1, "heat", "15 minutes in the evening"},
    Agreed{2, "posture_breaks", "stand up every 40 minutes"},
    Agreed{3, "exercise_core", "side plank, three times 20 s"},
    Agreed{4, "lifting", "3 kg from a table, ten times, every second day"},
};

[[nodiscard]] CheckIn checkInOf(const Visit& visit) {
    return {.sleepHours = visit.sleep,
            .stress = StressScore::from(visit.stress),
            .waterLitres = visit.water,
            .sittingHours = visit.sitting,
            .activeDays = visit.active,
            .homeCareDays = visit.homeCare < 0 ? std::nullopt : std::optional{visit.homeCare}};
}

/// The numb foot of the first story was looked into: nothing but the muscles gave a sign.
void examineNerves(Session& session) {
    addTest(session, "straight_leg_raise", Side::Right, "negative", {}, 70);
    addTest(session, "straight_leg_raise", Side::Left, "negative", {}, 80);
    addTest(session, "slump", Side::Right, "negative");
    addTest(session, "slump", Side::Left, "negative");
    for (const auto side : {Side::Right, Side::Left}) {
        for (const auto* root : {"L4", "L5", "S1"}) {
            addTest(session, "dermatomes_lower", side, "normal", root);
        }
    }
    for (const auto side : {Side::Right, Side::Left}) {
        for (const auto* root : {"L4", "L5", "S1"}) {
            addTest(session, "myotomes_lower", side, "5", root);
        }
    }
    for (const auto side : {Side::Right, Side::Left}) {
        for (const auto* root : {"L4", "S1"}) {
            addTest(session, "reflexes_lower", side, "2+", root);
        }
    }
}

} // namespace

void DemoKovacs::ask(Session& session, std::size_t index) {
    session.checkIn = checkInOf(kVisits.at(index));
    for (const auto& agreed : kHomeCare) {
        if (agreed.session == static_cast<int>(index)) {
            addHomeCare(session, agreed.item, std::string{agreed.dose});
        }
    }
}

void DemoKovacs::measure(Session& session, std::size_t index) const {
    const auto& visit = kVisits.at(index);
    const int pain = session.painNow->value();
    addMotion(session, "lumbar.lateral_flexion", Side::Right, visit.bendRight, pain);
    addMotion(session, "lumbar.lateral_flexion", Side::Left, visit.bendLeft, std::max(pain - 4, 0));
    addMotion(session, "lumbar.flexion", Side::Middle, visit.flexion, std::max(pain - 1, 0));
    addMotion(session, "lumbar.rotation", Side::Right, visit.rotateRight, std::max(pain - 3, 0));
    addMotion(session, "lumbar.rotation", Side::Left, visit.rotateLeft, 0);
    const auto& lumborum = places_.front();
    const auto& medius = places_.at(1);
    const auto l4 = JointKey::from("L4-L5");
    switch (index) {
    case 0:
        examineNerves(session);
        addPalpation(session, "muscle_tension", lumborum.side, lumborum.muscle, "3 marked");
        addPalpation(session, "muscle_tension", medius.side, medius.muscle, "2 moderate");
        break;
    case 3:
        addPalpation(session, "muscle_tension", lumborum.side, lumborum.muscle, "2 moderate");
        addPalpation(session, "passive_intervertebral", Side::Right, *l4, "stiff");
        break;
    case 5:
        addTest(session, "straight_leg_raise", Side::Right, "negative", {}, 80);
        addPalpation(session, "muscle_tension", lumborum.side, lumborum.muscle, "2 moderate");
        break;
    case kSessions - 1:
        addPalpation(session, "muscle_tension", lumborum.side, lumborum.muscle, "1 slight");
        break;
    default:
        break;
    }
}

/// What was done beside the points.
void DemoKovacs::treat(const DemoWorld& world, Session& session, std::size_t index) const {
    switch (index) {
    case 2:
        addTreatment(session, world.ids, scriptedRegion("lumbar", Side::Right), "heat_application",
                     scriptedDose({{"heat_agent", std::string{"moist pack"}},
                                   {"duration_s", 900.0},
                                   {"skin_check", true}}));
        break;
    case 3:
        addTreatment(session, world.ids, scriptedJoint("L4-L5", Side::Right), "joint_mobilisation",
                     scriptedDose({{"joint_level", std::string{"L4-L5"}},
                                   {"mobilisation_grade", std::string{"II"}},
                                   {"direction", std::string{"posterior to anterior"}},
                                   {"duration_s", 60.0},
                                   {"sets", 2.0}}));
        break;
    case 4: {
        const auto& medius = places_.at(1);
        addTreatment(session, world.ids, MuscleTarget{medius.muscle, medius.side},
                     "stripping_massage",
                     scriptedDose({{"depth", std::string{"superficial"}},
                                   {"strokes", 6.0},
                                   {"lubricant", std::string{"oil"}}}));
        session.treatments.back().wentOn = {scriptedReason(
            "anticoagulant", "Superficial strokes only; no bruise after earlier sessions; asked "
                             "for by the patient.")};
        break;
    }
    default:
        break;
    }
}

} // namespace palpate::app
