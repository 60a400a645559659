// SPDX-License-Identifier: MIT
#include "storage/CaseRepository.h"

#include "storage/Canonical.h"
#include "storage/Rows.h"

namespace palpate::storage {

namespace {

constexpr std::string_view kOne = "SELECT c.id, p.id, c.complaint, c.area, c.onset, c.onset_note, "
                                  "c.diagnosis_code, c.referrer, c.goal, c.status, "
                                  "c.opened, c.patient_no FROM clinical_case c JOIN patient p ON "
                                  "p.no = c.patient_no WHERE c.id = ?1";
constexpr std::string_view kOfPatient =
    "SELECT c.id, p.id, c.complaint, c.area, c.onset, c.onset_note, c.diagnosis_code, c.referrer, "
    "c.goal, c.status, "
    "c.opened, c.patient_no FROM patient p JOIN clinical_case c ON c.patient_no = p.no WHERE p.id "
    "= ?1 "
    "ORDER BY c.status <> 'open', c.opened DESC, c.no DESC";

[[nodiscard]] Case caseFrom(const Query& row) {
    return {.id = row.id<CaseId>(0),
            .patient = row.id<PatientId>(1),
            .complaint = row.text(2),
            .area = known(parseBodyArea(row.text(3)), row.text(3)),
            .onset = wordIn(row, 4, parseIsoDate),
            .onsetNote = row.text(5),
            .diagnosisCode = row.text(6),
            .referrer = row.text(7),
            .goal = row.text(8),
            .status = known(parseCaseStatus(row.text(9)), row.text(9)),
            .opened = known(parseIsoDate(row.text(10)), row.text(10))};
}

} // namespace

void CaseRepository::add(const Case& record) {
    engine_.write("storing the case", [&] {
        engine_
            .use("INSERT INTO clinical_case (id, patient_no, complaint, area, onset, onset_note, "
                 "diagnosis_code, "
                 "referrer, goal, status, opened) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
                 "?11)")
            .with(record.id, patientNo(engine_, record.patient), record.complaint,
                  name(record.area), record.onset, record.onsetNote, record.diagnosisCode,
                  record.referrer, record.goal, name(record.status), record.opened)
            .run();
        engine_.audit({AuditKind::Create,
                       record.patient,
                       AuditSubject::Case,
                       record.id.value(),
                       difference({}, linesOf(record)),
                       {}});
    });
}

void CaseRepository::update(const Case& record) {
    engine_.write("storing the case", [&] {
        const auto before = find(record.id);
        if (!before || before->patient != record.patient) {
            throw EditRefused{{tr("The case is not one of this patient's."), {}}};
        }
        if (*before == record) {
            return;
        }
        engine_
            .use("UPDATE clinical_case SET complaint = ?1, area = ?2, onset = ?3, onset_note = ?4, "
                 "diagnosis_code = ?5, referrer = ?6, goal = ?7, status = ?8, opened = ?9 WHERE id "
                 "= ?10")
            .with(record.complaint, name(record.area), record.onset, record.onsetNote,
                  record.diagnosisCode, record.referrer, record.goal, name(record.status),
                  record.opened, record.id)
            .run();
        if (before->complaint != record.complaint) {
            reindexSessionsOf(engine_, patientNo(engine_, record.patient));
        }
        engine_.audit({AuditKind::Change,
                       record.patient,
                       AuditSubject::Case,
                       record.id.value(),
                       difference(linesOf(*before), linesOf(record)),
                       {}});
    });
}

std::optional<Case> CaseRepository::find(const CaseId& id) const {
    return engine_.read("reading the case", [&]() -> std::optional<Case> {
        auto row = engine_.use(kOne);
        return row.with(id).next() ? std::optional{caseFrom(row)} : std::nullopt;
    });
}

std::vector<Case> CaseRepository::ofPatient(const PatientId& patient) const {
    return engine_.read("reading the cases", [&] {
        auto rows = engine_.use(kOfPatient);
        rows.with(patient);
        std::vector<Case> cases;
        while (rows.next()) {
            cases.push_back(caseFrom(rows));
        }
        return cases;
    });
}

} // namespace palpate::storage
