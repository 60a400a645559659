// SPDX-License-Identifier: MIT
// Whether every destroyed record is told of, nothing of it is left, and nothing else is gone.
#include "storage/Canonical.h"
#include "storage/Checks.h"
#include "storage/RecordRows.h"

#include <unordered_set>

namespace palpate::storage {

namespace {

/// Rows of the trail from before a record was destroyed.
constexpr std::string_view kLeftDetails =
    "SELECT count(*) FROM audit a JOIN audit_detail d ON d.seq = a.seq WHERE a.patient = ?1 AND "
    "a.seq < (SELECT max(e.seq) FROM audit e WHERE e.patient = ?1 AND e.kind = 'destroy')";
/// What the trail tells of it afterwards; somebody may still try to open it.
constexpr std::string_view kLater =
    "SELECT count(*) FROM audit a WHERE a.patient = ?1 AND a.kind <> 'refuse' AND a.seq > (SELECT "
    "max(e.seq) FROM audit e WHERE e.patient = ?1 AND e.kind = 'destroy')";
constexpr std::string_view kLeftTexts =
    "SELECT count(*) FROM unfinished_text t WHERE t.about IN (SELECT subject_id FROM audit WHERE "
    "patient = ?1)";

[[nodiscard]] std::int64_t countOf(Engine& engine, std::string_view sql, const PatientId& patient) {
    auto row = engine.use(sql);
    return row.with(patient).next() ? row.integer(0) : 0;
}

void checkNothingLeft(Engine& engine, CheckResult& result, const PatientId& patient) {
    if (countOf(engine, "SELECT count(*) FROM patient WHERE id = ?1", patient) > 0) {
        fault(result, {tr("Patient {1} was destroyed, but is there."), {patient.text()}});
    }
    if (const auto left =
            countOf(engine, kLeftDetails, patient) + countOf(engine, kLeftTexts, patient);
        left > 0) {
        fault(result, {tr("Patient {1} was destroyed, but {2} texts about them are left."),
                       {patient.text(), std::to_string(left)}});
    }
    if (countOf(engine, kLater, patient) > 0) {
        fault(result, {tr("Patient {1} was destroyed, but the audit trail tells of later acts."),
                       {patient.text()}});
    }
}

/// What the trail says was made and never discarded, of tables that lose no rows else.
[[nodiscard]] std::unordered_set<Uuid> madeBy(Engine& engine, std::string_view subject) {
    static const auto sql =
        "SELECT a.subject_id, a.kind = 'discard' FROM audit a WHERE a.subject = ?1 AND a.kind IN "
        "('create', 'discard') AND a.subject_id IS NOT NULL" +
        std::string{kNotDestroyed} + " ORDER BY a.seq";
    std::unordered_set<Uuid> made;
    auto rows = engine.use(sql);
    rows.with(subject);
    while (rows.next()) {
        if (rows.number(1) == 0) {
            made.insert(rows.uuid(0));
        } else {
            made.erase(rows.uuid(0));
        }
    }
    return made;
}

void checkNothingGone(Engine& engine, CheckResult& result, AuditSubject subject,
                      std::string_view present) {
    auto made = madeBy(engine, name(subject));
    auto rows = engine.use(present);
    while (rows.next()) {
        ++result.examined;
        made.erase(rows.uuid(0));
    }
    for (const auto& id : made) {
        fault(result, {tr("{1} {2} was made, but is gone, and no destruction tells of it."),
                       {std::string{name(subject)}, id.text()}});
    }
}

} // namespace

void checkDestructions(Engine& engine, CheckResult& result) {
    auto told = toldBy(engine.use(
        "SELECT a.subject_id, d.text FROM audit a LEFT JOIN audit_detail d ON d.seq = a.seq WHERE "
        "a.subject = 'patient' AND a.kind = 'destroy' AND a.subject_id IS NOT NULL"));
    for (const auto& destruction : loadDestructions(engine)) {
        ++result.examined;
        const auto& patient = destruction.patient;
        if (!isAsTold(told, patient.value(), difference({}, linesOf(destruction)))) {
            fault(result, {tr("The destruction of patient {1} is not as the audit trail tells of "
                              "it."),
                           {patient.text()}});
        }
        checkNothingLeft(engine, result, patient);
    }
    for (const auto& [id, hash] : told) {
        fault(result,
              {tr("Patient {1} was destroyed, but the entry about it is gone."), {id.text()}});
    }
    checkNothingGone(engine, result, AuditSubject::Patient, "SELECT id FROM patient");
    checkNothingGone(engine, result, AuditSubject::Case, "SELECT id FROM clinical_case");
    checkNothingGone(engine, result, AuditSubject::Session, "SELECT id FROM session");
    checkNothingGone(engine, result, AuditSubject::ContactNote, "SELECT id FROM contact_note");
    checkNothingGone(engine, result, AuditSubject::CarePlanItem, "SELECT id FROM care_plan_item");
}

} // namespace palpate::storage
