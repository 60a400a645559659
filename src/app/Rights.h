// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "domain/Practitioner.h"

#include <optional>
#include <string>

namespace palpate::app {

class Clinic;

/// What a person may do in the clinic.
enum class Right {
    SeePatients, ///< the list: names, birth dates, how to reach them, next visits; nothing clinical
    EditPatients,    ///< the same of the record; adding patients
    ReadRecords,     ///< everything clinical: sessions, forms, documents, searches, lists
    WriteRecords,    ///< charting, signing, forms, cases, requests for change
    GiveOut,         ///< saving, printing and copying what leaves the clinic
    ManagePeople,    ///< adding, disabling, roles, new passwords for others
    ManageClinic,    ///< profile, letterhead, templates, backup folders, locking, restoring
    RestrictRecords, ///< who may open a record; taking note of emergencies
    KeepAndDestroy,  ///< retention rules, destruction
    ReadTrail,       ///< the audit trail and its reports
    CheckRecord,     ///< verify
    BackUp,          ///< by hand; those that are due are made whoever has signed in
};

/// Owner: everything. Practitioner: seeing, reading, writing, giving out, checking and backing up.
/// Front desk: SeePatients, EditPatients and BackUp. Auditor: ReadTrail and CheckRecord.
[[nodiscard]] bool may(Role role, Right right) noexcept;
[[nodiscard]] bool may(const Clinic& clinic, Right right) noexcept;

/// Throws AccessDenied with a sentence that says who may, after a row of kind `refuse` was written
/// in the trail, unless the person signed in has the right. `patient`: whose record it was about.
void require(Clinic& clinic, Right right, std::optional<PatientId> patient = {});
/// ReadRecords or WriteRecords of one patient: also RecordRestricted when the record is closed to
/// the person, which is written in the trail too.
void requireRecord(Clinic& clinic, Right right, const PatientId& patient);
/// The same where members are set up: hands the clinic on to them.
[[nodiscard]] Clinic& permitted(Clinic& clinic, Right right);
[[nodiscard]] Clinic& permittedRecord(Clinic& clinic, Right right, const PatientId& patient);

/// "Only an owner of the clinic may add people." For a control that stands there disabled.
[[nodiscard]] std::string refusal(Right right);
/// The role in words: "Front desk".
[[nodiscard]] std::string roleName(Role role);

} // namespace palpate::app
