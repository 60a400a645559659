// SPDX-License-Identifier: MIT
#include "domain/Case.h"

#include "domain/FieldText.h"
#include "domain/Named.h"
#include "domain/Text.h"

#include <array>

namespace palpate {

namespace {

constexpr std::size_t kFieldLimit = 500;
constexpr std::array kStatuses{CaseStatus::Open, CaseStatus::Discharged, CaseStatus::ReferredOn};
constexpr std::array kAreas{BodyArea::Any,       BodyArea::LowBack, BodyArea::Neck,
                            BodyArea::Shoulder,  BodyArea::Hip,     BodyArea::Knee,
                            BodyArea::AnkleFoot, BodyArea::Headache};

void checkGoals(std::vector<Message>& out, const Case& record) {
    for (const auto& goal : record.goals) {
        if (trimmed(goal.text).empty()) {
            out.push_back({tr("Goal: is missing; say it in a few words or remove the line."), {}});
        }
        checkText(out, tr("Goal"), goal.text, kFieldLimit);
        checkText(out, tr("Goal"), goal.measure, kFieldLimit);
        checkText(out, tr("Goal"), goal.target, kFieldLimit);
        if ((goal.by && !goal.by->ok()) || (goal.reached && !goal.reached->ok())) {
            out.push_back({tr("Goal: there is no such day; check the date."), {}});
        }
    }
}

void checkPlan(std::vector<Message>& out, const CasePlan& plan) {
    // Guards against slips of typing, no advice.
    constexpr double kMostVisits = 14;
    constexpr int kMostWeeks = 104;
    if (plan.visitsPerWeek && !(*plan.visitsPerWeek > 0 && *plan.visitsPerWeek <= kMostVisits)) {
        out.push_back({tr("Visits a week: more than 0 and at most {1}; check the number."),
                       {std::to_string(static_cast<int>(kMostVisits))}});
    }
    if (plan.weeks && !(*plan.weeks >= 1 && *plan.weeks <= kMostWeeks)) {
        out.push_back({tr("Weeks: 1 to {1}; check the number."), {std::to_string(kMostWeeks)}});
    }
}

void checkClosing(std::vector<Message>& out, const Case& record, Date today) {
    if (record.closed && (!record.closed->ok() || *record.closed > today)) {
        out.push_back({tr("Closed: lies in the future; check the date."), {}});
    }
    if (record.closed && record.status == CaseStatus::Open) {
        out.push_back(
            {tr("Closed: an open case has no closing day; remove the day or close the case."), {}});
    }
}

} // namespace

std::vector<Message> problems(const Case& record, Date today) {
    std::vector<Message> out;
    if (trimmed(record.complaint).empty()) {
        out.push_back({tr("Complaint: is missing; say in a few words what hurts."), {}});
    }
    checkText(out, tr("Complaint"), record.complaint, kFieldLimit);
    checkText(out, tr("Onset"), record.onsetNote, kFieldLimit);
    checkText(out, tr("Diagnosis"), record.diagnosisCode, kFieldLimit);
    checkText(out, tr("Referrer"), record.referrer, kFieldLimit);
    checkText(out, tr("Goal"), record.goal, kFieldLimit);
    if (record.onset && (!record.onset->ok() || *record.onset > today)) {
        out.push_back({tr("Onset: lies in the future; check the date."), {}});
    }
    checkText(out, tr("Onset"), record.onsetAbout, kFieldLimit);
    checkText(out, tr("Outcome"), record.outcome, kFieldLimit);
    checkText(out, tr("Referred to"), record.referredTo, kFieldLimit);
    for (const auto& code : record.furtherDiagnoses) {
        checkText(out, tr("Diagnosis"), code, kFieldLimit);
    }
    checkGoals(out, record);
    checkPlan(out, record.plan);
    checkClosing(out, record, today);
    return out;
}

std::string_view name(CaseStatus status) noexcept {
    switch (status) {
    case CaseStatus::Open:
        return "open";
    case CaseStatus::Discharged:
        return "discharged";
    case CaseStatus::ReferredOn:
        break;
    }
    return "referred_on";
}

std::optional<CaseStatus> parseCaseStatus(std::string_view text) noexcept {
    return named(kStatuses, text);
}

std::string_view name(BodyArea area) noexcept {
    switch (area) {
    case BodyArea::Any:
        return "any";
    case BodyArea::LowBack:
        return "low_back";
    case BodyArea::Neck:
        return "neck";
    case BodyArea::Shoulder:
        return "shoulder";
    case BodyArea::Hip:
        return "hip";
    case BodyArea::Knee:
        return "knee";
    case BodyArea::AnkleFoot:
        return "ankle_foot";
    case BodyArea::Headache:
        break;
    }
    return "headache";
}

std::optional<BodyArea> parseBodyArea(std::string_view text) noexcept {
    return named(kAreas, text);
}

} // namespace palpate
