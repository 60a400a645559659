// SPDX-License-Identifier: MIT
#include "app/CaseSheet.h"

#include "app/Clinic.h"
#include "app/SentenceWords.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace palpate::app {

namespace {

[[nodiscard]] std::string shortNumber(double value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end.ptr};
}

[[nodiscard]] GoalLine lineOf(const Goal& goal, Date today) {
    GoalLine line{.id = goal.id,
                  .text = goal.text,
                  .measure = joined({goal.measure, goal.target}, ": "),
                  .status = {},
                  .reached = goal.reached.has_value(),
                  .overdue = !goal.reached && goal.by && *goal.by < today};
    if (goal.reached) {
        line.status = shown({tr("reached {1}"), {dayText(*goal.reached)}});
    } else if (goal.by) {
        line.status =
            shown({line.overdue ? tr("overdue since {1}") : tr("due {1}"), {dayText(*goal.by)}});
    }
    return line;
}

[[nodiscard]] std::string frequencyText(const CasePlan& plan) {
    std::vector<std::string> parts;
    if (plan.visitsPerWeek) {
        parts.push_back(
            shown({*plan.visitsPerWeek == 1 ? tr("{1} visit a week") : tr("{1} visits a week"),
                   {shortNumber(*plan.visitsPerWeek)}}));
    }
    if (plan.weeks) {
        parts.push_back(shown({*plan.weeks == 1 ? tr("for {1} week") : tr("for {1} weeks"),
                               {std::to_string(*plan.weeks)}}));
    }
    return joined(parts, " ");
}

[[nodiscard]] std::string planText(const CasePlan& plan, const reference::Reference& reference) {
    std::vector<std::string> techniques;
    for (const auto& technique : plan.techniques) {
        techniques.push_back(uncapitalised(techniqueLabel(reference, technique)));
    }
    return joined({frequencyText(plan), joined(techniques, ", ")}, ": ");
}

} // namespace

std::string onsetText(const Case& record) {
    std::vector<std::string> parts;
    if (record.onset) {
        parts.push_back(shown({tr("since {1}"), {dayText(*record.onset)}}));
    }
    parts.push_back(record.onsetAbout);
    parts.push_back(record.onsetNote);
    return joined(parts, ", ");
}

std::string statusText(const Case& record) {
    const auto day = record.closed ? dayText(*record.closed) : std::string{};
    switch (record.status) {
    case CaseStatus::Open:
        return tr("open");
    case CaseStatus::Discharged:
        return joined({tr("discharged"), day}, " ");
    case CaseStatus::ReferredOn:
        break;
    }
    const auto where = record.referredTo.empty()
                           ? std::string{tr("referred on")}
                           : shown({tr("referred on to {1}"), {record.referredTo}});
    return joined({where, day}, " ");
}

std::optional<Message> reopenQuestion(const Case& record) {
    if (record.status == CaseStatus::Open) {
        return std::nullopt;
    }
    const bool discharged = record.status == CaseStatus::Discharged;
    if (!record.closed) {
        return Message{discharged ? tr("This case was discharged. Open it again for a new session?")
                                  : tr("The patient was referred on with this case. Open it again "
                                       "for a new session?"),
                       {}};
    }
    return Message{
        discharged ? tr("This case was discharged on {1}. Open it again for a new session?")
                   : tr("The patient was referred on with this case on {1}. Open it again for a "
                        "new session?"),
        {dayText(*record.closed)}};
}

CaseSheet sheetOf(const Case& record, const Clinic& clinic) {
    CaseSheet sheet{.onset = onsetText(record),
                    .diagnoses = {},
                    .referrer = record.referrer,
                    .goal = record.goal,
                    .goals = {},
                    .plan = planText(record.plan, clinic.reference()),
                    .outcome = record.outcome,
                    .referredTo = record.referredTo};
    if (!record.diagnosisCode.empty()) {
        sheet.diagnoses.push_back(diagnosisOf(clinic, record.diagnosisCode));
    }
    for (const auto& code : record.furtherDiagnoses) {
        sheet.diagnoses.push_back(diagnosisOf(clinic, code));
    }
    for (const auto& goal : record.goals) {
        sheet.goals.push_back(lineOf(goal, clinic.today()));
    }
    return sheet;
}

std::vector<ConsentLine> consentLines(const Patient& patient) {
    std::vector<ConsentLine> lines;
    for (const auto& consent : patient.consents) {
        auto status = shown({tr("given {1}"), {dayText(consent.given)}});
        if (consent.withdrawn) {
            status = shown({tr("given {1}, withdrawn {2}"),
                            {dayText(consent.given), dayText(*consent.withdrawn)}});
        }
        lines.push_back({.id = consent.id,
                         .scope = consent.scope,
                         .status = std::move(status),
                         .note = consent.note,
                         .stands = !consent.withdrawn});
    }
    std::ranges::reverse(lines);
    return lines;
}

std::vector<std::string> allergyLines(const Patient& patient) {
    if (!patient.allergies) {
        return {tr("Allergies not known")};
    }
    if (patient.allergies->empty()) {
        return {tr("No known allergies")};
    }
    std::vector<std::string> lines;
    for (const auto& allergy : *patient.allergies) {
        lines.push_back(allergy.reaction.empty()
                            ? allergy.substance
                            : shown({tr("{1} ({2})"), {allergy.substance, allergy.reaction}}));
    }
    return lines;
}

} // namespace palpate::app
