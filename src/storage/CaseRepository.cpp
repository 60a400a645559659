// SPDX-License-Identifier: MIT
#include "storage/CaseRepository.h"

#include "storage/Canonical.h"
#include "storage/OpenCases.h"
#include "storage/PatientRows.h"
#include "storage/RecordReading.h"
#include "storage/Rows.h"

namespace palpate::storage {

namespace {

struct StoredCase {
    std::int64_t no = 0;
    Case record;
};

constexpr std::string_view kOne =
    "SELECT c.no, c.id, p.id, c.complaint, c.area, c.onset, c.onset_note, c.diagnosis_code, "
    "c.referrer, c.goal, c.status, c.opened, c.onset_about, c.plan_visits, c.plan_weeks, c.closed, "
    "c.outcome, c.referred_to FROM clinical_case c JOIN patient p ON p.no = c.patient_no "
    "WHERE c.id = ?1";
constexpr std::string_view kOfPatient =
    "SELECT c.no, c.id, p.id, c.complaint, c.area, c.onset, c.onset_note, c.diagnosis_code, "
    "c.referrer, c.goal, c.status, c.opened, c.onset_about, c.plan_visits, c.plan_weeks, c.closed, "
    "c.outcome, c.referred_to FROM patient w JOIN patient p ON p.no = w.no OR p.merged_into = w.no "
    "JOIN clinical_case c ON c.patient_no = p.no WHERE w.id = ?1 "
    "ORDER BY c.status <> 'open', c.opened DESC, c.no DESC";

[[nodiscard]] StoredCase caseFrom(const Query& row) {
    return {row.integer(0),
            {.id = row.id<CaseId>(1),
             .patient = row.id<PatientId>(2),
             .complaint = row.text(3),
             .area = word(row, 4, parseBodyArea),
             .onset = wordIn(row, 5, parseIsoDate),
             .onsetNote = row.text(6),
             .diagnosisCode = row.text(7),
             .referrer = row.text(8),
             .goal = row.text(9),
             .status = word(row, 10, parseCaseStatus),
             .opened = word(row, 11, parseIsoDate),
             .onsetAbout = row.text(12),
             .plan = {.visitsPerWeek = realIn(row, 13), .weeks = numberIn(row, 14)},
             .closed = wordIn(row, 15, parseIsoDate),
             .outcome = row.text(16),
             .referredTo = row.text(17)}};
}

void readLists(Connection& connection, StoredCase& stored) {
    auto& record = stored.record;
    auto codes =
        connection.use("SELECT code FROM case_diagnosis WHERE case_no = ?1 ORDER BY position");
    codes.with(stored.no);
    while (codes.next()) {
        record.furtherDiagnoses.push_back(codes.text(0));
    }
    auto goals =
        connection.use("SELECT id, text, measure, target, due, reached FROM case_goal WHERE "
                       "case_no = ?1 ORDER BY position");
    goals.with(stored.no);
    while (goals.next()) {
        record.goals.push_back({.id = goals.id<GoalId>(0),
                                .text = goals.text(1),
                                .measure = goals.text(2),
                                .target = goals.text(3),
                                .by = wordIn(goals, 4, parseIsoDate),
                                .reached = wordIn(goals, 5, parseIsoDate)});
    }
    auto techniques =
        connection.use("SELECT technique FROM case_technique WHERE case_no = ?1 ORDER BY position");
    techniques.with(stored.no);
    while (techniques.next()) {
        record.plan.techniques.push_back(keyIn<TechniqueKey>(techniques, 0));
    }
}

void insertLists(Engine& engine, std::int64_t no, const Case& record) {
    int position = 0;
    for (const auto& code : record.furtherDiagnoses) {
        engine.use("INSERT INTO case_diagnosis (case_no, position, code) VALUES (?1, ?2, ?3)")
            .with(no, position++, code)
            .run();
    }
    position = 0;
    for (const auto& goal : record.goals) {
        engine
            .use("INSERT INTO case_goal (case_no, position, id, text, measure, target, due, "
                 "reached) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
            .with(no, position++, goal.id, goal.text, goal.measure, goal.target, goal.by,
                  goal.reached)
            .run();
    }
    position = 0;
    for (const auto& technique : record.plan.techniques) {
        engine.use("INSERT INTO case_technique (case_no, position, technique) VALUES (?1, ?2, ?3)")
            .with(no, position++, technique)
            .run();
    }
}

void removeLists(Engine& engine, std::int64_t no) {
    engine.use("DELETE FROM case_diagnosis WHERE case_no = ?1").with(no).run();
    engine.use("DELETE FROM case_goal WHERE case_no = ?1").with(no).run();
    engine.use("DELETE FROM case_technique WHERE case_no = ?1").with(no).run();
}

[[nodiscard]] std::optional<StoredCase> loadCase(Engine& engine, const CaseId& id) {
    auto row = engine.use(kOne);
    if (!row.with(id).next()) {
        return std::nullopt;
    }
    auto stored = caseFrom(row);
    readLists(engine.connection(), stored);
    return stored;
}

} // namespace

std::optional<std::int64_t> caseNo(Engine& engine, const std::optional<CaseId>& id,
                                   const PatientId& patient) {
    if (!id) {
        return std::nullopt;
    }
    auto row = engine.use("SELECT c.no FROM clinical_case c JOIN patient p ON p.no = c.patient_no "
                          "WHERE c.id = ?1 AND p.id = ?2");
    if (!row.with(*id, patient).next()) {
        throw EditRefused{
            {tr("The case is not in this patient's record any more; open the patient again."), {}}};
    }
    return row.integer(0);
}

std::vector<Case> casesOfPatient(Connection& connection, const PatientId& patient) {
    auto rows = connection.use(kOfPatient);
    rows.with(patient);
    std::vector<Case> cases;
    while (rows.next()) {
        auto stored = caseFrom(rows);
        readLists(connection, stored);
        cases.push_back(std::move(stored.record));
    }
    return cases;
}

void CaseRepository::add(const Case& record) {
    engine_.write("storing the case", [&] {
        engine_
            .use("INSERT INTO clinical_case (id, patient_no, complaint, area, onset, onset_note, "
                 "diagnosis_code, referrer, goal, status, opened, onset_about, plan_visits, "
                 "plan_weeks, closed, outcome, referred_to) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
                 "?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)")
            .with(record.id, openPatientNo(engine_, record.patient), record.complaint,
                  name(record.area), record.onset, record.onsetNote, record.diagnosisCode,
                  record.referrer, record.goal, name(record.status), record.opened,
                  record.onsetAbout, record.plan.visitsPerWeek, record.plan.weeks, record.closed,
                  record.outcome, record.referredTo)
            .run();
        insertLists(engine_, engine_.connection().lastRow(), record);
        engine_.audit({AuditKind::Create,
                       record.patient,
                       AuditSubject::Case,
                       record.id.value(),
                       difference({}, linesOf(record)),
                       {}});
    });
}

void CaseRepository::update(const Case& record, const Case& asRead) {
    write(record, &asRead);
}

void CaseRepository::update(const Case& record) {
    write(record, nullptr);
}

void CaseRepository::write(const Case& record, const Case* asRead) {
    engine_.write("storing the case", [&] {
        const auto before = loadCase(engine_, record.id);
        if (!before || before->record.patient != record.patient) {
            throw EditRefused{{tr("The case is not one of this patient's."), {}}};
        }
        requireOpenTo(engine_, record.patient);
        if (asRead != nullptr && before->record != *asRead) {
            refuseChanged(engine_, AuditSubject::Case, record.id.value());
        }
        if (before->record == record) {
            return;
        }
        engine_
            .use("UPDATE clinical_case SET complaint = ?1, area = ?2, onset = ?3, onset_note = ?4, "
                 "diagnosis_code = ?5, referrer = ?6, goal = ?7, status = ?8, opened = ?9, "
                 "onset_about = ?10, plan_visits = ?11, plan_weeks = ?12, closed = ?13, outcome = "
                 "?14, referred_to = ?15 WHERE no = ?16")
            .with(record.complaint, name(record.area), record.onset, record.onsetNote,
                  record.diagnosisCode, record.referrer, record.goal, name(record.status),
                  record.opened, record.onsetAbout, record.plan.visitsPerWeek, record.plan.weeks,
                  record.closed, record.outcome, record.referredTo, before->no)
            .run();
        removeLists(engine_, before->no);
        insertLists(engine_, before->no, record);
        const auto& old = before->record;
        if (old.complaint != record.complaint || old.status != record.status ||
            old.diagnosisCode != record.diagnosisCode ||
            old.furtherDiagnoses != record.furtherDiagnoses) {
            reindexSessionsOf(engine_, record.id);
        }
        if (old.status != record.status) {
            refreshOpenCase(engine_, before->no);
        }
        engine_.audit({AuditKind::Change,
                       record.patient,
                       AuditSubject::Case,
                       record.id.value(),
                       recordDifference(linesOf(before->record), linesOf(record)),
                       {}});
    });
}

std::optional<Case> CaseRepository::find(const CaseId& id) const {
    return engine_.read("reading the case", [&]() -> std::optional<Case> {
        auto stored = loadCase(engine_, id);
        if (stored) {
            requireOpenTo(engine_, stored->record.patient);
        }
        return stored ? std::optional{std::move(stored->record)} : std::nullopt;
    });
}

std::vector<Case> CaseRepository::ofPatient(const PatientId& patient) const {
    return engine_.read("reading the cases", [&] {
        requireOpenTo(engine_, patient);
        return casesOfPatient(engine_.connection(), patient);
    });
}

} // namespace palpate::storage
