// SPDX-License-Identifier: MIT
#include "app/HandedOver.h"

#include "app/Clinic.h"
#include "app/Rights.h"
#include "domain/Error.h"
#include "domain/Patient.h"
#include "storage/KeyCheck.h"
#include "storage/PatientRepository.h"
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
    const storage::Credentials typed{.userName = clinic.practitioner().userName,
                                     .password = password};
    try {
        // Only signing in anew tells; the store that is open keeps no password to compare with.
        storage::Store again{clinic.store().folder(), typed, clinic.clock()};
        again.signOut();
        return true;
    } catch (const AccessDenied&) {
        return false;
    } catch (const StorageError&) {
        // A full disk takes no sign-in into the trail; whoever has the password gets the record
        // back all the same, and the keys alone tell.
        return storage::opensKeys(clinic.store().folder(), typed);
    }
}

} // namespace palpate::app
