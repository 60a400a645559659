// SPDX-License-Identifier: MIT
#include "storage/AmendmentRepository.h"

#include "storage/AmendmentRows.h"
#include "storage/Rows.h"

namespace palpate::storage {

namespace {

void readSteps(Engine& engine, StoredAmendment& stored) {
    auto rows = engine.use(
        "SELECT t.kind, t.text, a.id, r.id, t.at FROM amendment_step t JOIN practitioner r ON r.no "
        "= t.practitioner_no LEFT JOIN addendum a ON a.no = t.addendum_no WHERE t.amendment_no = "
        "?1 ORDER BY t.no");
    rows.with(stored.no);
    while (rows.next()) {
        stored.amendment.steps.push_back(
            {.kind = word(rows, 0, parseAmendmentStepKind),
             .text = rows.text(1),
             .addendum = rows.isNull(2) ? std::nullopt : std::optional{rows.id<AddendumId>(2)},
             .by = rows.id<PractitionerId>(3),
             .at = rows.instant(4)});
    }
}

[[nodiscard]] std::optional<StoredAmendment> loaded(Engine& engine, const AmendmentId& id) {
    static const auto sql = std::string{kAmendmentColumns} +
                            "FROM amendment m JOIN patient p ON p.no = m.patient_no " +
                            std::string{kAmendmentJoins} + "WHERE m.id = ?1";
    auto row = engine.use(sql);
    return row.with(id).next() ? std::optional{amendmentFrom(engine, row)} : std::nullopt;
}

void requireOwnName(Engine& engine, const PractitionerId& by) {
    engine.requireClinician();
    if (by != engine.signedIn().id) {
        throw AccessDenied{
            {tr("A request and its answer are written under one's own name only."), {}}};
    }
}

/// Of the patient or of a record merged into the patient's.
[[nodiscard]] std::int64_t sessionNoOf(Engine& engine, const SessionId& session,
                                       const PatientId& patient) {
    auto row = engine.use("SELECT s.no FROM session s JOIN patient p ON p.no = s.patient_no JOIN "
                          "patient w ON w.no = p.no OR w.no = p.merged_into WHERE s.id = ?1 AND "
                          "w.id = ?2");
    if (!row.with(session, patient).next()) {
        throw EditRefused{{tr("The session is not in this patient's record any more; open the "
                              "patient again."),
                           {}}};
    }
    return row.integer(0);
}

/// Of a session that the request may be about.
[[nodiscard]] std::optional<std::int64_t> addendumNoOf(Engine& engine, const Amendment& amendment,
                                                       const std::optional<AddendumId>& addendum) {
    if (!addendum) {
        return std::nullopt;
    }
    auto row = engine.use("SELECT a.no, s.id FROM addendum a JOIN session s ON s.no = a.session_no "
                          "JOIN patient p ON p.no = s.patient_no JOIN patient w ON w.no = p.no OR "
                          "w.no = p.merged_into WHERE a.id = ?1 AND w.id = ?2");
    if (!row.with(*addendum, amendment.patient).next() ||
        (amendment.session && row.id<SessionId>(1) != *amendment.session)) {
        throw EditRefused{{tr("The addendum belongs to another record or session than the request; "
                              "choose one of the request's own."),
                           {}}};
    }
    return row.integer(0);
}

void requireFollows(const AmendmentStep& step, const Amendment& amendment) {
    if (step.kind != AmendmentStepKind::Disagreement && amendment.answer() != nullptr) {
        throw RecordChanged{{tr("The request was answered meanwhile, so nothing was stored; open "
                                "it again to see the answer."),
                             {}}};
    }
    if (const auto wrong = problems(step, amendment); !wrong.empty()) {
        throw EditRefused{wrong.front()};
    }
}

void audit(Engine& engine, AuditKind kind, const Amendment& amendment, const Lines& lines) {
    engine.audit({kind,
                  amendment.patient,
                  AuditSubject::Amendment,
                  amendment.id.value(),
                  difference({}, lines),
                  {}});
}

} // namespace

StoredAmendment amendmentFrom(Engine& engine, const Query& row) {
    StoredAmendment stored{
        row.integer(0),
        {.id = row.id<AmendmentId>(1),
         .patient = row.id<PatientId>(2),
         .session = row.isNull(3) ? std::nullopt : std::optional{row.id<SessionId>(3)},
         .wish = row.text(4),
         .askedOn = word(row, 5, parseIsoDate),
         .by = row.id<PractitionerId>(6),
         .at = row.instant(7)}};
    readSteps(engine, stored);
    return stored;
}

Lines linesOf(const Amendment& amendment) {
    return {"amendment " + amendment.id.text(),
            "patient " + amendment.patient.text(),
            "session " + (amendment.session ? amendment.session->text() : "-"),
            field("wish", amendment.wish),
            "asked_on " + isoDate(amendment.askedOn),
            "practitioner " + amendment.by.text(),
            "at " + isoInstant(amendment.at)};
}

Lines linesOf(const AmendmentId& amendment, const AmendmentStep& step) {
    return {joined({"amendment_step", name(step.kind)}),
            "amendment " + amendment.text(),
            field("text", step.text),
            "addendum " + (step.addendum ? step.addendum->text() : "-"),
            "practitioner " + step.by.text(),
            "at " + isoInstant(step.at)};
}

void AmendmentRepository::add(const Amendment& amendment) {
    requireOwnName(engine_, amendment.by);
    engine_.write("storing the request", [&] {
        const auto patient = openPatientNo(engine_, amendment.patient);
        std::optional<std::int64_t> session;
        if (amendment.session) {
            session = sessionNoOf(engine_, *amendment.session, amendment.patient);
        }
        engine_
            .use("INSERT INTO amendment (id, patient_no, session_no, wish, asked_on, "
                 "practitioner_no, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
            .with(amendment.id, patient, session, amendment.wish, amendment.askedOn,
                  engine_.practitionerNo(amendment.by), amendment.at)
            .run();
        audit(engine_, AuditKind::Create, amendment, linesOf(amendment));
    });
}

void AmendmentRepository::addStep(const AmendmentId& id, const AmendmentStep& step) {
    requireOwnName(engine_, step.by);
    engine_.write("storing the answer", [&] {
        const auto stored = loaded(engine_, id);
        if (!stored) {
            throw EditRefused{
                {tr("The request is not in this clinic any more; open the patient again."), {}}};
        }
        requireOpenTo(engine_, stored->amendment.patient);
        requireFollows(step, stored->amendment);
        engine_
            .use("INSERT INTO amendment_step (amendment_no, kind, text, addendum_no, "
                 "practitioner_no, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            .with(stored->no, name(step.kind), step.text,
                  addendumNoOf(engine_, stored->amendment, step.addendum),
                  engine_.practitionerNo(step.by), step.at)
            .run();
        audit(engine_, AuditKind::Change, stored->amendment, linesOf(id, step));
    });
}

std::optional<Amendment> AmendmentRepository::find(const AmendmentId& id) const {
    return engine_.read("reading the request", [&]() -> std::optional<Amendment> {
        auto stored = loaded(engine_, id);
        if (!stored) {
            return std::nullopt;
        }
        requireOpenTo(engine_, stored->amendment.patient);
        return std::move(stored->amendment);
    });
}

std::vector<Amendment> AmendmentRepository::ofPatient(const PatientId& patient) const {
    static const auto sql =
        std::string{kAmendmentColumns} +
        "FROM patient w JOIN patient p ON p.no = w.no OR p.merged_into = w.no JOIN amendment m ON "
        "m.patient_no = p.no " +
        std::string{kAmendmentJoins} + "WHERE w.id = ?1 ORDER BY m.at DESC, m.no DESC";
    return engine_.read("reading the requests", [&] {
        requireOpenTo(engine_, patient);
        std::vector<Amendment> amendments;
        auto rows = engine_.use(sql);
        rows.with(patient);
        while (rows.next()) {
            amendments.push_back(amendmentFrom(engine_, rows).amendment);
        }
        return amendments;
    });
}

std::vector<Amendment> AmendmentRepository::open() const {
    static const auto sql =
        std::string{kAmendmentColumns} + "FROM amendment m JOIN patient p ON p.no = m.patient_no " +
        std::string{kAmendmentJoins} +
        "WHERE NOT EXISTS (SELECT 1 FROM amendment_step t WHERE t.amendment_no = m.no AND t.kind "
        "IN ('accepted', 'refused')) ORDER BY m.asked_on, m.no";
    return engine_.read("reading the open requests", [&] {
        std::vector<Amendment> amendments;
        auto rows = engine_.use(sql);
        while (rows.next()) {
            if (!engine_.closedRecords().isClosed(rows.id<PatientId>(2))) {
                amendments.push_back(amendmentFrom(engine_, rows).amendment);
            }
        }
        return amendments;
    });
}

} // namespace palpate::storage
