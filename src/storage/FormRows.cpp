// SPDX-License-Identifier: MIT
#include "storage/FormRows.h"

#include "storage/AnswersText.h"
#include "storage/LineWords.h"
#include "storage/Rows.h"
#include "storage/SessionReader.h"

namespace palpate::storage {

namespace {

template <class IdType> [[nodiscard]] std::string idOrDash(const std::optional<IdType>& id) {
    return id ? id->text() : "-";
}

template <class IdType> [[nodiscard]] std::optional<IdType> idIn(const Query& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional{row.id<IdType>(column)};
}

} // namespace

StoredForm formFrom(const Query& row) {
    return {.no = row.integer(0),
            .searchKey = row.integer(1),
            .isPutAway = !row.isNull(2),
            .digest = row.isNull(3) ? std::nullopt : std::optional{row.fixed<32>(3)},
            .record = {.id = row.id<FormRecordId>(4),
                       .patient = row.id<PatientId>(5),
                       .caseId = idIn<CaseId>(row, 6),
                       .session = idIn<SessionId>(row, 7),
                       .title = row.text(8),
                       .answers = {row.text(9), row.text(10), answersIn(row.text(11))},
                       .filledBy = word(row, 12, parseFilledBy),
                       .by = row.id<PractitionerId>(13),
                       .begun = row.instant(14),
                       .completed = instantIn(row, 15),
                       .measure = row.text(16),
                       .score = realIn(row, 17)}};
}

std::optional<StoredForm> loadForm(Engine& engine, const FormRecordId& id) {
    static const auto sql =
        std::string{kFormColumns} +
        "FROM form_record f JOIN patient p ON p.no = f.patient_no LEFT JOIN clinical_case c ON "
        "c.no = f.case_no JOIN practitioner r ON r.no = f.practitioner_no WHERE f.id = ?1";
    auto row = engine.use(sql);
    return row.with(id).next() ? std::optional{formFrom(row)} : std::nullopt;
}

Lines linesOf(const FormRecord& record) {
    return {"form " + record.id.text(),
            "patient " + record.patient.text(),
            "case " + idOrDash(record.caseId),
            "session " + idOrDash(record.session),
            field("title", record.title),
            field("form_url", record.answers.formUrl),
            field("form_version", record.answers.formVersion),
            joined({"filled_by", name(record.filledBy)}),
            "practitioner " + record.by.text(),
            "begun " + isoInstant(record.begun),
            "completed " + (record.completed ? isoInstant(*record.completed) : "-"),
            "measure " + (record.measure.empty() ? "-" : record.measure),
            "score " + (record.score ? exact(*record.score) : "-"),
            "answers " + hexOf(blake2b(answersText(record.answers.items)))};
}

Digest digestOf(const FormRecord& record) {
    std::string text = "palpate-form 1\n";
    for (const auto& line : linesOf(record)) {
        text += line + "\n";
    }
    return blake2b(text);
}

std::string endText(const FormRecord& record) {
    return difference({}, linesOf(record)) + "+digest " + hexOf(digestOf(record)) + "\n";
}

Lines linesOf(const RaisedFlag& flag) {
    return {"raised_flag " + flag.id.text(),     "patient " + flag.patient.text(),
            "case " + idOrDash(flag.caseId),     "session " + idOrDash(flag.session),
            "form " + flag.form.text(),          "flag " + flag.flag.text(),
            field("question", flag.question),    field("points_to", flag.pointsTo),
            field("urgency", flag.urgency),      field("action", flag.action),
            "raised " + isoInstant(flag.raised), "practitioner " + flag.by.text()};
}

Lines linesOf(const RaisedFlagId& flag, const FlagDeed& deed) {
    return {"flag_deed " + deed.id.text(),         "raised_flag " + flag.text(),
            joined({"kind", name(deed.kind)}),     field("whom", deed.whom),
            field("reason", deed.reason),          "done " + isoInstant(deed.done),
            "written " + isoInstant(deed.written), "practitioner " + deed.by.text()};
}

void requireOwnName(Engine& engine, const PractitionerId& by, const PractitionerId& other) {
    if (by != engine.signedIn().id && by != other) {
        throw AccessDenied{{tr("A form is stored under one's own name only."), {}}};
    }
}

void requireSessionOf(Engine& engine, const std::optional<SessionId>& session,
                      const PatientId& patient) {
    if (!session) {
        return;
    }
    auto row = engine.use("SELECT 1 FROM session s JOIN patient p ON p.no = s.patient_no WHERE "
                          "s.id = ?1 AND p.id = ?2");
    if (!row.with(*session, patient).next()) {
        throw EditRefused{{tr("The session is not in this patient's record any more; open the "
                              "patient again."),
                           {}}};
    }
}

void insertFlag(Engine& engine, const StoredForm& form, const RaisedFlag& flag) {
    const auto& record = form.record;
    if (flag.form != record.id || flag.patient != record.patient || !flag.deeds.empty()) {
        throw EditRefused{{tr("A flag is raised by a form of the same patient, and nothing was "
                              "done about it yet."),
                           {}}};
    }
    requireOwnName(engine, flag.by, record.by);
    engine
        .use("INSERT INTO raised_flag (id, patient_no, case_no, session, form_no, flag, question, "
             "points_to, urgency, action, practitioner_no, raised_at) VALUES (?1, ?2, ?3, ?4, ?5, "
             "?6, ?7, ?8, ?9, ?10, ?11, ?12)")
        .with(flag.id, patientNo(engine, flag.patient), caseNo(engine, flag.caseId, flag.patient),
              flag.session, form.no, flag.flag, flag.question, flag.pointsTo, flag.urgency,
              flag.action, engine.practitionerNo(flag.by), flag.raised)
        .run();
    engine.audit({AuditKind::Create,
                  flag.patient,
                  AuditSubject::RaisedFlag,
                  flag.id.value(),
                  difference({}, linesOf(flag)),
                  {}});
}

void reindexFlagsOf(Engine& engine, const std::optional<SessionId>& session) {
    if (!session) {
        return;
    }
    if (const auto stored = loadSession(engine, *session)) {
        engine.index().put(stored->searchKey, false, stored->session,
                           settingOf(engine, stored->caseNo));
    }
}

} // namespace palpate::storage
