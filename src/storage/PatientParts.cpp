// SPDX-License-Identifier: MIT
#include "storage/PatientParts.h"

#include "storage/Engine.h"

#include <utility>

namespace palpate::storage {

namespace {

[[nodiscard]] Patient emptyRecord(const PatientId& id) {
    return {.id = id,
            .familyName = {},
            .givenName = {},
            .birthDate = {},
            .phone = {},
            .email = {},
            .occupation = {},
            .alerts = {},
            .note = {}};
}

/// Takes the clinical part of a record from another one.
void takeClinicalPart(Patient& patient, const Patient& from) {
    patient.alerts = from.alerts;
    patient.allergies = from.allergies;
    patient.consents = from.consents;
    patient.note = from.note;
    patient.physician = from.physician;
    patient.hand = from.hand;
}

[[nodiscard]] Patient withoutClinicalPart(Patient patient) {
    takeClinicalPart(patient, emptyRecord(patient.id));
    return patient;
}

} // namespace

Patient readPart(Engine& engine, Patient patient) {
    if (engine.readsRecords()) {
        return patient;
    }
    if (engine.signedIn().role == Role::FrontDesk) {
        return withoutClinicalPart(std::move(patient));
    }
    auto part = emptyRecord(patient.id);
    part.familyName = std::move(patient.familyName);
    part.givenName = std::move(patient.givenName);
    part.birthDate = patient.birthDate;
    part.archived = patient.archived;
    part.mergedInto = patient.mergedInto;
    return part;
}

PatientRow readPart(Engine& engine, PatientRow row) {
    if (!engine.readsRecords()) {
        row.openComplaint.clear();
    }
    return row;
}

Patient writtenPart(Engine& engine, const Patient& wanted, const Patient& before) {
    if (engine.readsRecords()) {
        return wanted;
    }
    if (engine.signedIn().role != Role::FrontDesk) {
        engine.noteRefused(wanted.id, "to change a patient's record");
        throw AccessDenied{{tr("An auditor changes no patient's record."), {}}};
    }
    if (wanted != withoutClinicalPart(wanted)) {
        engine.noteRefused(wanted.id, "to change what is clinical of a record");
        throw AccessDenied{
            {tr("The front desk does not change what is clinical of a record."), {}}};
    }
    auto patient = wanted;
    takeClinicalPart(patient, before);
    return patient;
}

} // namespace palpate::storage
