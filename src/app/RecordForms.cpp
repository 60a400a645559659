// SPDX-License-Identifier: MIT
#include "app/RecordForms.h"

#include "app/Clinic.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "reference/Reference.h"
#include "storage/Store.h"

namespace palpate::app {

namespace {

[[nodiscard]] std::string codeIn(const std::string& diagnosis) {
    const auto text = trimmed(diagnosis);
    return text.substr(0, text.find(' '));
}

[[nodiscard]] Patient patientFrom(const PatientForm& form, const PatientId& id) {
    return Patient{.id = id,
                   .familyName = trimmed(form.familyName),
                   .givenName = trimmed(form.givenName),
                   .birthDate = parseTypedDay(form.birthDate),
                   .sex = form.sex,
                   .phone = trimmed(form.phone),
                   .email = trimmed(form.email),
                   .occupation = trimmed(form.occupation),
                   .alerts = form.alertsAsked ? std::optional{form.alerts} : std::nullopt,
                   .note = trimmed(form.note)};
}

[[nodiscard]] Case caseFrom(const CaseForm& form, const CaseId& id, const PatientId& patient,
                            const Clinic& clinic) {
    const auto* diagnosis = clinic.reference().diagnoses().find(codeIn(form.diagnosis));
    return Case{.id = id,
                .patient = patient,
                .complaint = trimmed(form.complaint),
                .area = form.area,
                .onset = parseTypedDay(form.onset),
                .onsetNote = trimmed(form.onsetNote),
                .diagnosisCode = diagnosis != nullptr ? diagnosis->code : codeIn(form.diagnosis),
                .referrer = trimmed(form.referrer),
                .goal = trimmed(form.goal),
                .status = CaseStatus::Open,
                .opened = clinic.today()};
}

[[nodiscard]] std::optional<Message> dayProblem(const char* field, const std::string& typed) {
    if (trimmed(typed).empty() || parseTypedDay(typed)) {
        return std::nullopt;
    }
    return Message{tr("{1}: is not a date; type it as 14.3.1980 or 1980-03-14."), {field}};
}

/// An identity that is never stored: the rules look at the other fields only.
template <class Some> [[nodiscard]] Some anyId() {
    return *Some::parse("00000000-0000-7000-8000-000000000000");
}

template <class Form> void refuseWith(const Form& form, const Clinic& clinic) {
    if (const auto all = problems(form, clinic); !all.empty()) {
        throw EditRefused{all.front()};
    }
}

} // namespace

std::vector<Message> problems(const PatientForm& form, const Clinic& clinic) {
    auto all = palpate::problems(patientFrom(form, anyId<PatientId>()), clinic.today());
    if (const auto day = dayProblem(tr("Birth date"), form.birthDate)) {
        all.push_back(*day);
    }
    return all;
}

std::vector<Message> problems(const CaseForm& form, const Clinic& clinic) {
    auto all = palpate::problems(caseFrom(form, anyId<CaseId>(), anyId<PatientId>(), clinic),
                                 clinic.today());
    if (const auto day = dayProblem(tr("Onset"), form.onset)) {
        all.push_back(*day);
    }
    const auto code = codeIn(form.diagnosis);
    const auto& diagnoses = clinic.reference().diagnoses();
    if (!code.empty() && diagnoses.find(code) == nullptr) {
        if (const auto* split = diagnoses.split(code)) {
            all.push_back({tr("Diagnosis: {1} was split in {2}; use {3}."),
                           {split->code, split->since, split->use}});
        } else {
            all.push_back(
                {tr("Diagnosis: {1} is not in the list of codes; choose one that is offered."),
                 {code}});
        }
    }
    return all;
}

PatientId addPatient(Clinic& clinic, const PatientForm& form) {
    refuseWith(form, clinic);
    const auto id = PatientId::create(clinic.ids());
    clinic.store().patients().add(patientFrom(form, id));
    return id;
}

void updatePatient(Clinic& clinic, const PatientId& patient, const PatientForm& form) {
    refuseWith(form, clinic);
    clinic.store().patients().update(patientFrom(form, patient));
}

CaseId addCase(Clinic& clinic, const PatientId& patient, const CaseForm& form) {
    refuseWith(form, clinic);
    const auto id = CaseId::create(clinic.ids());
    clinic.store().cases().add(caseFrom(form, id, patient, clinic));
    return id;
}

PatientForm formOf(const Patient& patient) {
    return {.familyName = patient.familyName,
            .givenName = patient.givenName,
            .birthDate = patient.birthDate ? dayText(*patient.birthDate) : std::string{},
            .sex = patient.sex,
            .phone = patient.phone,
            .email = patient.email,
            .occupation = patient.occupation,
            .alertsAsked = patient.alerts.has_value(),
            .alerts = patient.alerts.value_or(std::vector<Alert>{}),
            .note = patient.note};
}

std::vector<std::pair<AlertKey, std::string>> knownAlerts(const Clinic& clinic) {
    std::vector<std::pair<AlertKey, std::string>> out;
    for (const auto& alert : clinic.reference().alerts().all()) {
        out.emplace_back(alert.key, alert.label);
    }
    return out;
}

std::vector<std::string> diagnosesMatching(const Clinic& clinic, const std::string& typed,
                                           int limit) {
    std::vector<std::string> out;
    for (const auto* row : clinic.reference().diagnoses().search(
             typed, static_cast<std::size_t>(std::max(limit, 0)))) {
        out.push_back(row->code + " " + row->text);
    }
    return out;
}

std::vector<std::pair<BodyArea, std::string>> bodyAreas() {
    return {{BodyArea::LowBack, tr("Low back")},
            {BodyArea::Neck, tr("Neck")},
            {BodyArea::Shoulder, tr("Shoulder")},
            {BodyArea::Headache, tr("Headache")},
            {BodyArea::Hip, tr("Hip")},
            {BodyArea::Knee, tr("Knee")},
            {BodyArea::AnkleFoot, tr("Ankle or foot")},
            {BodyArea::Any, tr("Elsewhere")}};
}

} // namespace palpate::app
