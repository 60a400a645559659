// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Patient.h"
#include "storage/AuditTrail.h"
#include "storage/Engine.h"
#include "storage/PatientRepository.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palpate::storage {

/// A patient with the number of their row.
struct StoredPatient {
    std::int64_t no = 0;
    Patient patient;
};

/// Empty: no such patient.
[[nodiscard]] std::optional<StoredPatient> loadPatient(Connection& connection, const PatientId& id);
/// The record that goes on; `id` itself when it was merged into none.
[[nodiscard]] PatientId currentPatient(Connection& connection, const PatientId& id);
/// EditRefused: no such patient. RecordRestricted: it is closed to the person signed in.
[[nodiscard]] StoredPatient requiredPatient(Engine& engine, const PatientId& id);

/// What a line of the patient list needs, of the table `patient p`; the record answers for those
/// that were merged into it.
inline constexpr std::string_view kPatientRowColumns =
    "p.id, p.family_name, p.given_name, p.birth_date, "
    "(SELECT max(s.started_at) FROM session s WHERE s.patient_no = p.no), "
    "(SELECT max(s.started_at) FROM patient m JOIN session s ON s.patient_no = m.no "
    "WHERE m.merged_into = p.no), "
    "(SELECT c.complaint FROM clinical_case c WHERE c.status = 'open' AND c.patient_no IN "
    "(SELECT p.no UNION ALL SELECT m.no FROM patient m WHERE m.merged_into = p.no) "
    "ORDER BY c.opened DESC, c.no DESC LIMIT 1), "
    "p.preferred_name, p.archived, (SELECT m.id FROM patient m WHERE m.no = p.merged_into) ";
[[nodiscard]] PatientRow patientRowFrom(const Query& row, const ClosedRecords& closed);

/// The patient's row in the search index must be written again.
void reindexPatient(Engine& engine, std::int64_t patientNo);
/// One row of the trail about a changed record.
void auditPatientChange(Engine& engine, const PatientId& patient, std::string detail);

/// Somebody else's change of the record that was read: a sentence that says whose it was.
[[noreturn]] void refuseChanged(Engine& engine, AuditSubject subject, const Uuid& id);

} // namespace palpate::storage
