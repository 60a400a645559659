// SPDX-License-Identifier: MIT
#include "storage/PatientRows.h"

#include "storage/Rows.h"

#include <algorithm>

namespace palpate::storage {

namespace {

void readLists(Connection& connection, StoredPatient& stored, bool alertsAsked,
               bool allergiesAsked) {
    auto& patient = stored.patient;
    if (alertsAsked) {
        patient.alerts.emplace();
        auto rows = connection.use(
            "SELECT kind, detail FROM patient_alert WHERE patient_no = ?1 ORDER BY position");
        rows.with(stored.no);
        while (rows.next()) {
            patient.alerts->push_back({keyIn<AlertKey>(rows, 0), rows.text(1)});
        }
    }
    if (allergiesAsked) {
        patient.allergies.emplace();
        auto rows =
            connection.use("SELECT substance, reaction FROM patient_allergy WHERE patient_no = "
                           "?1 ORDER BY position");
        rows.with(stored.no);
        while (rows.next()) {
            patient.allergies->push_back({rows.text(0), rows.text(1)});
        }
    }
    auto rows =
        connection.use("SELECT id, scope, given, withdrawn, note FROM patient_consent WHERE "
                       "patient_no = ?1 ORDER BY position");
    rows.with(stored.no);
    while (rows.next()) {
        patient.consents.push_back({.id = rows.id<ConsentId>(0),
                                    .scope = rows.text(1),
                                    .given = word(rows, 2, parseIsoDate),
                                    .withdrawn = wordIn(rows, 3, parseIsoDate),
                                    .note = rows.text(4)});
    }
}

} // namespace

std::optional<StoredPatient> loadPatient(Connection& connection, const PatientId& id) {
    auto row = connection.use(
        "SELECT p.no, p.family_name, p.given_name, p.birth_date, p.sex, p.phone, p.email, "
        "p.occupation, p.note, p.alerts_asked, p.preferred_name, p.gender, p.address, p.hand, "
        "p.emergency_name, p.emergency_relation, p.emergency_phone, p.physician_name, "
        "p.physician_practice, p.physician_phone, p.allergies_asked, p.archived, m.id "
        "FROM patient p LEFT JOIN patient m ON m.no = p.merged_into WHERE p.id = ?1");
    if (!row.with(id).next()) {
        return std::nullopt;
    }
    StoredPatient stored{row.integer(0),
                         {.id = id,
                          .familyName = row.text(1),
                          .givenName = row.text(2),
                          .birthDate = wordIn(row, 3, parseIsoDate),
                          .sex = wordIn(row, 4, parseSex).value_or(Sex::NotAsked),
                          .phone = row.text(5),
                          .email = row.text(6),
                          .occupation = row.text(7),
                          .alerts = {},
                          .note = row.text(8),
                          .preferredName = row.text(10),
                          .gender = row.text(11),
                          .address = row.text(12),
                          .hand = wordIn(row, 13, parseHand).value_or(Hand::NotAsked),
                          .emergency = {row.text(14), row.text(15), row.text(16)},
                          .physician = {row.text(17), row.text(18), row.text(19)},
                          .archived = row.number(21) == 1}};
    if (!row.isNull(22)) {
        stored.patient.mergedInto = row.id<PatientId>(22);
    }
    readLists(connection, stored, row.number(9) == 1, row.number(20) == 1);
    return stored;
}

StoredPatient requiredPatient(Engine& engine, const PatientId& id) {
    auto stored = loadPatient(engine.connection(), id);
    if (!stored) {
        throw EditRefused{{tr("The patient is not in this clinic."), {}}};
    }
    requireOpenTo(engine, id);
    return std::move(*stored);
}

PatientRow patientRowFrom(const Query& row, const ClosedRecords& closed) {
    PatientRow out{.id = row.id<PatientId>(0),
                   .familyName = row.text(1),
                   .givenName = row.text(2),
                   .birthDate = wordIn(row, 3, parseIsoDate),
                   .lastSession = std::max(instantIn(row, 4), instantIn(row, 5)),
                   .openComplaint = row.text(6),
                   .preferredName = row.text(7),
                   .archived = row.number(8) == 1};
    if (!row.isNull(9)) {
        out.mergedInto = row.id<PatientId>(9);
    }
    out.isRestricted = closed.isRestricted(out.id);
    out.isClosed = closed.isClosed(out.id);
    if (out.isClosed) {
        out.openComplaint.clear();
    }
    return out;
}

void reindexPatient(Engine& engine, std::int64_t patientNo) {
    auto row = engine.use("SELECT recency FROM patient WHERE no = ?1");
    if (row.with(patientNo).next()) {
        engine.index().patientChanged(patientNo, row.integer(0));
    }
}

void auditPatientChange(Engine& engine, const PatientId& patient, std::string detail) {
    engine.audit({AuditKind::Change,
                  patient,
                  AuditSubject::Patient,
                  patient.value(),
                  std::move(detail),
                  {}});
}

void refuseChanged(Engine& engine, AuditSubject subject, const Uuid& id) {
    std::string who;
    {
        auto row = engine.use("SELECT r.display_name FROM audit a JOIN practitioner r ON r.id = "
                              "a.practitioner WHERE a.subject = ?1 AND a.subject_id = ?2 AND "
                              "a.kind = ?3 ORDER BY a.seq DESC LIMIT 1");
        if (row.with(name(subject), id, name(AuditKind::Change)).next()) {
            who = row.text(0);
        }
    }
    if (who.empty()) {
        throw RecordChanged{{tr("This record has been changed since you opened it, so nothing was "
                                "stored; open it again and make your change there."),
                             {}}};
    }
    throw RecordChanged{{tr("{1} has changed this record since you opened it, so nothing was "
                            "stored; open it again and make your change there."),
                         {who}}};
}

} // namespace palpate::storage
