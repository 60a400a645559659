// SPDX-License-Identifier: MIT
#include "app/Locking.h"

#include "app/Clinic.h"
#include "app/Rights.h"
#include "domain/Error.h"
#include "storage/AuditTrail.h"
#include "storage/PractitionerRepository.h"
#include "storage/Store.h"

namespace palpate::app {

LockSettings lockSettings(Clinic& clinic) {
    return clinic.store().lockSettings();
}

void storeLockSettings(Clinic& clinic, const LockSettings& settings) {
    require(clinic, Right::ManageClinic);
    const auto found = palpate::problems(settings);
    if (!found.empty()) {
        throw EditRefused{found.front()};
    }
    clinic.store().setLockSettings(settings);
}

void noteLocked(Clinic& clinic, LockedBy by) {
    clinic.store().audit().record(storage::AuditKind::Lock, {},
                                  by == LockedBy::Key ? "locked the screen\n"
                                                      : "screen locked after the idle time\n");
}

bool unlock(Clinic& clinic, const std::string& password) {
    if (!clinic.store().practitioners().isPassword(password)) {
        return false;
    }
    const auto& me = clinic.practitioner();
    const auto now = clinic.store().practitioners().find(me.id);
    if (now && now->role != me.role) { // by an owner at another computer
        clinic.store().audit().recordRefusal({}, "to unlock in a role that was changed meanwhile");
        throw AccessDenied{{tr("What you may do was changed: you are {1} now. Sign out, and sign "
                               "in again."),
                            {roleName(now->role)}}};
    }
    try {
        clinic.store().audit().record(storage::AuditKind::Unlock, {}, "unlocked the screen\n");
    } catch (const StorageError&) {
        // A full disk keeps nobody out of the record that is open already.
    }
    return true;
}

} // namespace palpate::app
