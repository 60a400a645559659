// SPDX-License-Identifier: MIT
#include "app/HandedOver.h"

#include "app/Clinic.h"
#include "app/Rights.h"
#include "domain/Error.h"
#include "domain/Patient.h"
#include "storage/AuditTrail.h"
#include "storage/PatientRepository.h"
#include "storage/PractitionerRepository.h"
#include "storage/Store.h"

namespace palpate::app {

std::string handOverGreeting(Clinic& clinic, const PatientId& patient) {
    requireRecord(clinic, Right::ReadRecords, patient);
    const auto record = clinic.store().patients().find(patient);
    if (!record) {
        return {};
    }
    const std::string& called =
        record->preferredName.empty() ? record->givenName : record->preferredName;
    return called.empty() ? shown({tr("Hello"), {}}) : shown({tr("Hello {1}"), {called}});
}

bool isPassword(Clinic& clinic, const std::string& password) {
    if (!clinic.store().practitioners().isPassword(password)) {
        return false;
    }
    try {
        clinic.store().audit().record(storage::AuditKind::Unlock, {},
                                      "took the screen back from a patient\n");
    } catch (const StorageError&) {
        // A full disk takes no row into the trail; whoever has the password gets the record back
        // all the same.
    }
    return true;
}

} // namespace palpate::app
