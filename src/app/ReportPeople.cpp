// SPDX-License-Identifier: MIT
// Who and what a report is about: clinic, patient, case.
#include "app/CaseSheet.h"
#include "app/Clinic.h"
#include "app/ReportInside.h"
#include "app/ReportPlainWords.h"
#include "app/ReportWords.h"
#include "app/SentenceWords.h"
#include "app/TimeText.h"
#include "app/Words.h"

namespace palpate::app {

namespace {

/// "reached 20 Nov 2026", "due 1 Dec 2026", as it stood on that day.
[[nodiscard]] std::string goalStatus(const Goal& goal, Date asOf) {
    if (goal.reached) {
        return shown({tr("reached {1}"), {dayText(*goal.reached)}});
    }
    if (!goal.by) {
        return tr("open");
    }
    return shown(
        {*goal.by < asOf ? tr("open, was due {1}") : tr("open, due {1}"), {dayText(*goal.by)}});
}

/// "M54.59 Other low back pain; M79.18 Myalgia, other site"; a code that is not in the table stands
/// alone.
[[nodiscard]] std::string diagnosesText(const std::vector<DiagnosisChoice>& diagnoses) {
    std::vector<std::string> texts;
    for (const auto& diagnosis : diagnoses) {
        texts.push_back(joined({diagnosis.code, diagnosis.text}, " "));
    }
    return joined(texts, "; ");
}

/// "1 visit a week for 8 weeks: pressure release, dry needling".
[[nodiscard]] std::string plannedText(const CasePlan& plan, const reference::Reference& reference) {
    std::vector<std::string> techniques;
    for (const auto& technique : plan.techniques) {
        techniques.push_back(techniqueLabel(reference, technique));
    }
    return capitalised(joined({visitsText(plan), listedInSentence(techniques)}, ": "));
}

} // namespace

std::string diagnosisCodes(const Case& record) {
    auto codes = record.furtherDiagnoses;
    codes.insert(codes.begin(), record.diagnosisCode);
    return joined(codes, ", ");
}

void setClinic(report::Fields& fields, Clinic& clinic) {
    fields.set("clinic.name", clinic.profile().name)
        .set("clinic.address", clinic.profile().address)
        .set("clinic.phone", clinic.profile().phone)
        .set("attribution", clinic.knowledge().attribution());
}

void setPatient(report::Fields& fields, const Patient& patient) {
    auto called = patient.preferredName;
    if (called.empty()) {
        called = patient.givenName.empty() ? fullName(patient) : patient.givenName;
    }
    fields.set("patient.name", fullName(patient))
        .set("patient.called", std::move(called))
        .set("patient.birth", patient.birthDate ? longDayText(*patient.birthDate) : std::string{});
}

void setCase(report::Fields& fields, const Case& record, const Clinic& clinic, Date asOf) {
    const auto sheet = sheetOf(record, clinic);
    std::vector<report::Fields> diagnoses;
    for (const auto& diagnosis : sheet.diagnoses) {
        report::Fields row;
        row.set("code", diagnosis.code)
            .set("text", diagnosis.text)
            .set("plain", plainDiagnosis(diagnosis.text));
        diagnoses.push_back(std::move(row));
    }
    std::vector<report::Fields> goals;
    for (const auto& goal : record.goals) {
        report::Fields row;
        row.set("text", goal.text)
            .set("measure", joined({goal.measure, goal.target}, ": "))
            .set("status", goalStatus(goal, asOf))
            .setFlag("reached", goal.reached.has_value());
        goals.push_back(std::move(row));
    }
    fields.set("case.title", record.complaint)
        .set("case.since", record.onset ? longDayText(*record.onset) : std::string{})
        .set("case.onset", sheet.onset)
        .set("case.diagnosis", record.diagnosisCode)
        .set("case.diagnosisCodes", diagnosisCodes(record))
        .set("case.diagnoses", diagnosesText(sheet.diagnoses))
        .setFlag("hasDiagnoses", !diagnoses.empty())
        .setList("diagnoses", std::move(diagnoses))
        .set("case.goal", record.goal)
        .set("case.referrer", record.referrer)
        .set("case.opened", longDayText(record.opened))
        .set("case.status", statusText(record))
        .setFlag("case.isClosed", record.status != CaseStatus::Open)
        .set("case.closed", record.closed ? longDayText(*record.closed) : std::string{})
        .set("case.outcome", record.outcome)
        .set("case.referredTo", record.referredTo)
        .set("case.plan", plannedText(record.plan, clinic.reference()))
        .setFlag("hasGoals", !goals.empty())
        .setList("goals", std::move(goals));
}

} // namespace palpate::app
