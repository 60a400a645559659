// SPDX-License-Identifier: MIT
#include "app/DemoCases.h"

#include "app/DemoBody.h"
#include "app/DemoChance.h"
#include "app/DemoTechniques.h"

#include <array>
#include <string>
#include <string_view>

namespace palpate::app {

namespace {

constexpr auto kReferrers = std::to_array<std::string_view>(
    {"Dr H. Brandvold", "Dr P. Achterberg", "Dr L. Quennell", "Dr S. Vasile", "Dr N. Okwuosa",
     "company physician", "Dr T. Marchetti"});
constexpr auto kSpecialists =
    std::to_array<std::string_view>({"general practitioner", "rheumatology clinic", "pain clinic",
                                     "orthopaedic surgeon", "neurology outpatient clinic"});
constexpr std::string_view kPainMeasure = "NPRS";
constexpr int kPainTarget = 2;

[[nodiscard]] std::string sideWord(Side side) {
    return side == Side::Left ? ", left" : side == Side::Right ? ", right" : "";
}

/// "in spring 2025": how people date what began before they noticed.
[[nodiscard]] std::string seasonOf(Date day) {
    constexpr auto kSeasons =
        std::to_array<std::string_view>({"winter", "spring", "summer", "autumn"});
    const auto month = static_cast<unsigned>(day.month());
    const auto season = kSeasons.at(month % 12 / 3);
    return "in " + std::string{season} + " " + std::to_string(static_cast<int>(day.year()));
}

void addGoals(DemoChance& chance, IdMaker& ids, Case& record, const DemoGoal& goal) {
    const auto by = Date{std::chrono::sys_days{record.opened} +
                         std::chrono::days{7 * (record.plan.weeks.value_or(8) + 1)}};
    record.goal = goal.words;
    record.goals.push_back({.id = GoalId::create(ids),
                            .text = std::string{goal.words},
                            .measure = std::string{goal.measure},
                            .target = std::string{goal.target},
                            .by = by,
                            .reached = {}});
    if (chance.happens(0.4)) {
        record.goals.push_back({.id = GoalId::create(ids),
                                .text = "Little pain on an ordinary day",
                                .measure = std::string{kPainMeasure},
                                .target = std::to_string(kPainTarget) + " of 10 or less",
                                .by = by,
                                .reached = {}});
    }
}

} // namespace

Case inventedCase(DemoChance& chance, IdMaker& ids, const DemoIntake& intake,
                  const DemoTopic& topic, const DemoTechniques& techniques) {
    const auto& complaint = *topic.complaint;
    Case record{.id = CaseId::create(ids),
                .patient = intake.patient,
                .complaint = {},
                .area = BodyArea::Any,
                .onset = {},
                .onsetNote = {},
                .diagnosisCode = {},
                .referrer = {},
                .goal = {},
                .status = CaseStatus::Open,
                .opened = intake.day};
    record.complaint = std::string{complaint.words} + sideWord(topic.side);
    record.area = complaint.area;
    const int daysAgo = chance.happens(0.6) ? chance.between(3, 40) : chance.between(41, 700);
    const auto onset = Date{std::chrono::sys_days{intake.day} - std::chrono::days{daysAgo}};
    if (daysAgo <= 40 ? chance.happens(0.9) : chance.happens(0.4)) {
        record.onset = onset;
    } else {
        record.onsetAbout = seasonOf(onset);
    }
    record.onsetNote = chance.from(complaint.onset);
    record.diagnosisCode = chance.happens(0.85) ? topic.code : std::string{};
    if (!record.diagnosisCode.empty() && !topic.furtherCodes.empty() && chance.happens(0.2)) {
        record.furtherDiagnoses.push_back(chance.from(topic.furtherCodes));
    }
    record.referrer = chance.happens(0.35) ? std::string{chance.from(kReferrers)} : std::string{};
    if (chance.happens(0.85)) {
        record.plan.visitsPerWeek = chance.happens(0.8) ? 1 : 2;
        record.plan.weeks = chance.between(4, 10);
        record.plan.techniques = techniques.planned(chance, intake.profession);
    }
    addGoals(chance, ids, record, chance.from(complaint.goals));
    return record;
}

std::string_view demoSpecialist(DemoChance& chance) {
    return chance.from(kSpecialists);
}

Case closedCase(Case record, DemoEnding ending, const DemoPainCourse& pain, Date day,
                std::string_view specialist) {
    if (ending == DemoEnding::StaysAway) {
        return record;
    }
    record.status =
        ending == DemoEnding::ReferredOn ? CaseStatus::ReferredOn : CaseStatus::Discharged;
    record.closed = day;
    const auto visits =
        pain.visits == 1 ? std::string{"one visit"} : std::to_string(pain.visits) + " visits";
    if (pain.first && pain.last && pain.visits > 1) {
        record.outcome = *pain.first == *pain.last
                             ? "Pain " + std::to_string(*pain.last) + " of 10 as at the start"
                             : "Pain from " + std::to_string(*pain.first) + " to " +
                                   std::to_string(*pain.last) + " of 10";
        record.outcome += " after " + visits + ".";
    } else {
        record.outcome = "Ended after " + visits + ".";
    }
    for (auto& goal : record.goals) {
        const bool isPain = goal.measure == kPainMeasure;
        if (isPain ? pain.last.value_or(10) <= kPainTarget : ending == DemoEnding::GoalReached) {
            goal.reached = day;
        }
    }
    if (ending == DemoEnding::GoalReached) {
        record.outcome += " Goal reached.";
    } else if (ending == DemoEnding::ReferredOn) {
        record.referredTo = specialist;
        record.outcome += " Referred on.";
    }
    return record;
}

} // namespace palpate::app
