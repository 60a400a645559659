// SPDX-License-Identifier: MIT
// Who and what a report is about: clinic, patient, case.
#include "app/CaseSheet.h"
#include "app/Clinic.h"
#include "app/ReportParts.h"
#include "app/SentenceWords.h"
#include "app/TimeText.h"

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

} // namespace

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
        row.set("code", diagnosis.code).set("text", diagnosis.text);
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
        .set("case.plan", sheet.plan)
        .setFlag("hasGoals", !goals.empty())
        .setList("goals", std::move(goals));
}

} // namespace palpate::app
