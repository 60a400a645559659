// SPDX-License-Identifier: MIT
#include "app/RecordForms.h"

#include "app/Clinic.h"
#include "app/FormFields.h"
#include "app/Rights.h"
#include "app/TimeText.h"
#include "domain/Text.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <algorithm>
#include <functional>

namespace palpate::app {

namespace {

/// Where new consents get their identity from; when the form is only checked, from nowhere.
using ConsentIds = std::function<ConsentId()>;

[[nodiscard]] Contact trimmedContact(const Contact& contact) {
    return {trimmed(contact.name), trimmed(contact.relation), trimmed(contact.phone)};
}

/// A line that was opened and left empty.
[[nodiscard]] bool isBlank(const ConsentForm& consent) {
    return !consent.id &&
           trimmed(consent.scope + consent.given + consent.withdrawn + consent.note).empty();
}

[[nodiscard]] std::vector<Consent> consentsFrom(const PatientForm& form, Date today,
                                                const ConsentIds& newId) {
    std::vector<Consent> consents;
    for (const auto& typed : form.consents) {
        if (!isBlank(typed)) {
            consents.push_back({.id = typed.id ? *typed.id : newId(),
                                .scope = trimmed(typed.scope),
                                .given = parseTypedDay(typed.given).value_or(today),
                                .withdrawn = parseTypedDay(typed.withdrawn),
                                .note = trimmed(typed.note)});
        }
    }
    return consents;
}

[[nodiscard]] std::optional<std::vector<Allergy>> allergiesFrom(const PatientForm& form) {
    if (form.allergiesAnswer == AllergyAnswer::NotKnown) {
        return std::nullopt;
    }
    std::vector<Allergy> allergies;
    if (form.allergiesAnswer == AllergyAnswer::Listed) {
        for (const auto& typed : form.allergies) {
            Allergy allergy{trimmed(typed.substance), trimmed(typed.reaction)};
            if (!allergy.substance.empty() || !allergy.reaction.empty()) {
                allergies.push_back(std::move(allergy));
            }
        }
    }
    return allergies;
}

[[nodiscard]] Patient patientFrom(const PatientForm& form, const PatientId& id, Date today,
                                  const ConsentIds& newId) {
    return Patient{.id = id,
                   .familyName = trimmed(form.familyName),
                   .givenName = trimmed(form.givenName),
                   .birthDate = parseTypedDay(form.birthDate),
                   .sex = form.sex,
                   .phone = trimmed(form.phone),
                   .email = trimmed(form.email),
                   .occupation = trimmed(form.occupation),
                   .alerts = form.alertsAsked ? std::optional{form.alerts} : std::nullopt,
                   .note = trimmed(form.note),
                   .preferredName = trimmed(form.preferredName),
                   .gender = trimmed(form.gender),
                   .address = trimmed(form.address),
                   .hand = form.hand,
                   .emergency = trimmedContact(form.emergency),
                   .physician = trimmedContact(form.physician),
                   .allergies = allergiesFrom(form),
                   .consents = consentsFrom(form, today, newId)};
}

[[nodiscard]] std::string typedDayOf(const std::optional<Date>& day) {
    return day ? dayText(*day) : std::string{};
}

[[nodiscard]] ConsentIds idsOf(Clinic& clinic) {
    return [&clinic] { return ConsentId::create(clinic.ids()); };
}

} // namespace

std::vector<Message> problems(const PatientForm& form, const Clinic& clinic) {
    auto all = palpate::problems(
        patientFrom(form, anyId<PatientId>(), clinic.today(), anyId<ConsentId>), clinic.today());
    addDayProblem(all, tr("Birth date"), form.birthDate);
    if (form.allergiesAnswer == AllergyAnswer::Listed && allergiesFrom(form)->empty()) {
        all.push_back({tr("Allergies: none is listed; name one, or say that there are none."), {}});
    }
    for (const auto& consent : form.consents) {
        if (isBlank(consent)) {
            continue;
        }
        if (trimmed(consent.given).empty()) {
            all.push_back({tr("Consent: its day is missing; type when it was given."), {}});
        }
        addDayProblem(all, tr("Consent"), consent.given);
        addDayProblem(all, tr("Consent withdrawn"), consent.withdrawn);
    }
    return all;
}

PatientId addPatient(Clinic& clinic, const PatientForm& form) {
    require(clinic, Right::EditPatients);
    refuseWith(problems(form, clinic));
    const auto id = PatientId::create(clinic.ids());
    clinic.store().patients().add(patientFrom(form, id, clinic.today(), idsOf(clinic)));
    return id;
}

Patient contactToEdit(Clinic& clinic, const PatientId& patient) {
    requireRecord(clinic, Right::EditPatients, patient);
    auto& patients = clinic.store().patients();
    auto stored = patients.open(patients.current(patient)); // a merged record leads to the other
    if (!stored) {
        throw EditRefused{{tr("The patient is not in this clinic."), {}}};
    }
    return std::move(*stored);
}

void updatePatient(Clinic& clinic, const Patient& asRead, const PatientForm& form) {
    requireRecord(clinic, Right::EditPatients, asRead.id);
    refuseWith(problems(form, clinic));
    auto changed = patientFrom(form, asRead.id, clinic.today(), idsOf(clinic));
    changed.archived = asRead.archived;
    changed.mergedInto = asRead.mergedInto;
    clinic.store().patients().update(changed, asRead);
}

PatientForm formOf(const Patient& patient) {
    PatientForm form{.familyName = patient.familyName,
                     .givenName = patient.givenName,
                     .birthDate = typedDayOf(patient.birthDate),
                     .sex = patient.sex,
                     .phone = patient.phone,
                     .email = patient.email,
                     .occupation = patient.occupation,
                     .alertsAsked = patient.alerts.has_value(),
                     .alerts = patient.alerts.value_or(std::vector<Alert>{}),
                     .note = patient.note,
                     .preferredName = patient.preferredName,
                     .gender = patient.gender,
                     .address = patient.address,
                     .hand = patient.hand,
                     .emergency = patient.emergency,
                     .physician = patient.physician};
    if (patient.allergies) {
        form.allergiesAnswer =
            patient.allergies->empty() ? AllergyAnswer::None : AllergyAnswer::Listed;
        form.allergies = *patient.allergies;
    }
    for (const auto& consent : patient.consents) {
        form.consents.push_back({.id = consent.id,
                                 .scope = consent.scope,
                                 .given = dayText(consent.given),
                                 .withdrawn = typedDayOf(consent.withdrawn),
                                 .note = consent.note});
    }
    return form;
}

std::vector<std::pair<AlertKey, std::string>> knownAlerts(const Clinic& clinic) {
    std::vector<std::pair<AlertKey, std::string>> out;
    for (const auto& alert : clinic.reference().alerts().all()) {
        out.emplace_back(alert.key, alert.label);
    }
    return out;
}

} // namespace palpate::app
