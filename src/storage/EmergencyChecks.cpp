// SPDX-License-Identifier: MIT
// Every opening of a restricted record in an emergency, and that an owner has taken note of it,
// against what the audit trail tells.
#include "storage/AccessRows.h"
#include "storage/Checks.h"

namespace palpate::storage {

namespace {

[[nodiscard]] Told toldOf(Engine& engine, AuditKind kind) {
    static const auto sql =
        "SELECT a.subject_id, d.text FROM audit a LEFT JOIN audit_detail d ON d.seq = a.seq WHERE "
        "a.subject = 'restriction' AND a.kind = ?1 AND a.subject_id IS NOT NULL AND (a.patient IS "
        "NULL OR a.subject_id <> a.patient)" + // those of a record tell of its restriction
        std::string{kNotDestroyed};
    auto rows = engine.use(sql);
    rows.with(name(kind));
    return toldBy(std::move(rows));
}

} // namespace

void checkEmergencies(Engine& engine, CheckResult& result) {
    static const auto sql = std::string{kEmergencyColumns} + "ORDER BY e.no";
    auto opened = toldOf(engine, AuditKind::Emergency);
    auto seen = toldOf(engine, AuditKind::Change);
    auto rows = engine.use(sql);
    while (rows.next()) {
        ++result.examined;
        const auto access = emergencyFrom(rows);
        if (!isAsTold(opened, access.id.value(), difference({}, linesOf(access)))) {
            fault(result, {tr("The opening {1} of a restricted record is not as the audit trail "
                              "tells of it."),
                           {access.id.text()}});
        }
    }
    auto notes = engine.use("SELECT e.id, r.id, s.at FROM emergency_seen s LEFT JOIN "
                            "emergency_access e ON e.no = s.emergency_no JOIN practitioner r ON "
                            "r.no = s.practitioner_no ORDER BY s.emergency_no");
    while (notes.next()) {
        ++result.examined;
        if (notes.isNull(0) || !isAsTold(seen, notes.uuid(0),
                                         seenText(notes.id<PractitionerId>(1), notes.instant(2)))) {
            fault(result, {tr("That the opening {1} of a restricted record was noted is not as the "
                              "audit trail tells of it."),
                           {notes.isNull(0) ? "-" : notes.uuid(0).text()}});
        }
    }
    for (const auto& [id, hash] : opened) {
        fault(result, {tr("The opening {1} of a restricted record was written, but is gone."),
                       {id.text()}});
    }
    for (const auto& [id, hash] : seen) {
        fault(result, {tr("The opening {1} of a restricted record was noted by an owner, but that "
                          "is gone."),
                       {id.text()}});
    }
}

} // namespace palpate::storage
