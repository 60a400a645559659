// SPDX-License-Identifier: MIT
#include "storage/FormRepository.h"

#include "storage/AnswersText.h"
#include "storage/FormRows.h"
#include "storage/FormSearch.h"
#include "storage/PatientRows.h"
#include "storage/ReaderParts.h"
#include "storage/Rows.h"

namespace palpate::storage {

namespace {

[[nodiscard]] std::int64_t freeKey(Engine& engine, Instant at) {
    const auto first = firstKeyAt(at);
    auto row =
        engine.use("SELECT max(search_key) FROM form_record WHERE search_key BETWEEN ?1 AND ?2");
    static_cast<void>(row.with(first, first + lastKeyOffset()).next());
    return row.isNull(0) ? first : row.integer(0) + 1;
}

[[nodiscard]] StoredForm required(Engine& engine, const FormRecordId& id) {
    auto stored = loadForm(engine, id);
    if (!stored) {
        throw EditRefused{
            {tr("The form is not in this clinic any more; open the patient again."), {}}};
    }
    requireOpenTo(engine, stored->record.patient);
    return std::move(*stored);
}

[[nodiscard]] bool isEnded(const StoredForm& form) {
    return form.record.completed || form.isPutAway;
}

void requireOpen(const StoredForm& form) {
    if (form.record.completed) {
        throw EditRefused{{tr("The form \"{1}\" is completed and can't be changed any more."),
                           {form.record.title}}};
    }
    if (form.isPutAway) {
        throw EditRefused{
            {tr("The form \"{1}\" was put away; begin it again."), {form.record.title}}};
    }
}

void audit(Engine& engine, AuditKind kind, const FormRecord& record, std::string detail) {
    engine.audit(
        {kind, record.patient, AuditSubject::Form, record.id.value(), std::move(detail), {}});
}

void requireStillOpen(const StoredForm& form) {
    if (isEnded(form)) {
        throw RecordChanged{{tr("The form \"{1}\" has been completed or put away since you opened "
                                "it, so nothing was stored; open it again."),
                             {form.record.title}}};
    }
}

void requireSameForm(const FormRecord& record, const FormRecord& begun) {
    if (record.patient != begun.patient || record.begun != begun.begun ||
        record.answers.formUrl != begun.answers.formUrl) {
        throw EditRefused{{tr("This is not the form that was begun; open it again."), {}}};
    }
}

void writeCompleted(Engine& engine, const StoredForm& form) {
    const auto& record = form.record;
    engine
        .use("UPDATE form_record SET search_key = ?1, case_no = ?2, session = ?3, title = ?4, "
             "form_version = ?5, answers = ?6, filled_by = ?7, practitioner_no = ?8, completed_at "
             "= ?9, measure = ?10, score = ?11, digest = ?12 WHERE no = ?13")
        .with(form.searchKey, caseNo(engine, record.caseId, record.patient), record.session,
              record.title, record.answers.formVersion, answersText(record.answers.items),
              name(record.filledBy), engine.practitionerNo(record.by), record.completed,
              record.measure, record.score, digestOf(record), form.no)
        .run();
}

} // namespace

void FormRepository::begin(const FormRecord& record) {
    requireOwnName(engine_, record.by, engine_.signedIn().id);
    if (record.completed) {
        throw EditRefused{{tr("A form is begun before it is completed."), {}}};
    }
    engine_.write("storing the form", [&] {
        requireSessionOf(engine_, record.session, record.patient);
        const auto key = freeKey(engine_, record.begun);
        engine_
            .use("INSERT INTO form_record (id, search_key, patient_no, case_no, session, title, "
                 "form_url, form_version, answers, filled_by, practitioner_no, begun_at, measure, "
                 "score) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)")
            .with(record.id, key, openPatientNo(engine_, record.patient),
                  caseNo(engine_, record.caseId, record.patient), record.session, record.title,
                  record.answers.formUrl, record.answers.formVersion,
                  answersText(record.answers.items), name(record.filledBy),
                  engine_.practitionerNo(record.by), record.begun, record.measure, record.score)
            .run();
        putFormWords(engine_, key, record);
        audit(engine_, AuditKind::Create, record, difference({}, linesOf(record)));
    });
}

void FormRepository::keep(const FormRecordId& id, const FormAnswers& answers,
                          const FormAnswers& seen) {
    engine_.write("storing the answers", [&] {
        auto form = required(engine_, id);
        requireStillOpen(form);
        if (form.record.answers != seen) {
            refuseChanged(engine_, AuditSubject::Form, id.value());
        }
        if (answers.formUrl != seen.formUrl) {
            throw EditRefused{{tr("This is not the form that was begun; open it again."), {}}};
        }
        if (answers == seen) {
            return;
        }
        form.record.answers = answers;
        engine_.use("UPDATE form_record SET answers = ?1, form_version = ?2 WHERE no = ?3")
            .with(answersText(answers.items), answers.formVersion, form.no)
            .run();
        putFormWords(engine_, form.searchKey, form.record);
    });
}

void FormRepository::setFilledBy(const FormRecordId& id, FilledBy who) {
    engine_.write("storing who fills the form in", [&] {
        const auto form = required(engine_, id);
        requireStillOpen(form);
        engine_.use("UPDATE form_record SET filled_by = ?1 WHERE no = ?2")
            .with(name(who), form.no)
            .run();
    });
}

void FormRepository::complete(const FormRecord& record, std::span<const RaisedFlag> flags) {
    write(record, flags, nullptr);
}

void FormRepository::complete(const FormRecord& record, std::span<const RaisedFlag> flags,
                              const FormAnswers& seen) {
    write(record, flags, &seen);
}

void FormRepository::write(const FormRecord& record, std::span<const RaisedFlag> flags,
                           const FormAnswers* seen) {
    if (!record.completed) {
        throw EditRefused{{tr("The form does not say when it was completed."), {}}};
    }
    engine_.write("completing the form", [&] {
        auto form = required(engine_, record.id);
        requireOpen(form);
        requireSameForm(record, form.record);
        if (seen != nullptr && form.record.answers != *seen) {
            refuseChanged(engine_, AuditSubject::Form, record.id.value());
        }
        requireOwnName(engine_, record.by, form.record.by);
        if (record.session != form.record.session) {
            requireSessionOf(engine_, record.session, record.patient);
        }
        removeFormWords(engine_, form.searchKey);
        form.searchKey = freeKey(engine_, *record.completed);
        form.record = record;
        writeCompleted(engine_, form);
        putFormWords(engine_, form.searchKey, record);
        audit(engine_, AuditKind::Complete, record, endText(record));
        for (const auto& flag : flags) {
            insertFlag(engine_, form, flag);
        }
        for (const auto& flag : flags) {
            reindexFlagsOf(engine_, flag.session);
        }
    });
}

void FormRepository::putAway(const FormRecordId& id) {
    engine_.write("putting the form away", [&] {
        const auto form = required(engine_, id);
        requireOpen(form);
        engine_.use("UPDATE form_record SET put_away_at = ?1, digest = ?2 WHERE no = ?3")
            .with(engine_.clock().now(), digestOf(form.record), form.no)
            .run();
        removeFormWords(engine_, form.searchKey);
        audit(engine_, AuditKind::Discard, form.record, endText(form.record));
    });
}

std::vector<FormRecord> FormRepository::ofPatient(const PatientId& patient) const {
    static const auto sql =
        std::string{kFormColumns} +
        "FROM patient w JOIN patient p ON p.no = w.no OR p.merged_into = w.no JOIN form_record f "
        "ON f.patient_no = p.no LEFT JOIN clinical_case c ON c.no = f.case_no JOIN practitioner r "
        "ON r.no = f.practitioner_no WHERE w.id = ?1 AND f.put_away_at IS NULL ORDER BY "
        "f.search_key DESC";
    return engine_.read("reading the forms", [&] {
        requireOpenTo(engine_, patient);
        std::vector<FormRecord> records;
        auto rows = engine_.use(sql);
        rows.with(patient);
        while (rows.next()) {
            records.push_back(formFrom(rows).record);
        }
        return records;
    });
}

std::optional<FormRecord> FormRepository::find(const FormRecordId& id) const {
    return engine_.read("reading the form", [&]() -> std::optional<FormRecord> {
        auto form = loadForm(engine_, id);
        if (form) {
            requireOpenTo(engine_, form->record.patient);
        }
        return form ? std::optional{std::move(form->record)} : std::nullopt;
    });
}

FormRecord FormRepository::open(const FormRecordId& id) {
    return engine_.write("reading the form", [&] {
        auto form = loadForm(engine_, id);
        if (!form) {
            throw StorageError{
                {tr("The form is not in this clinic any more; open the list again."), {}}};
        }
        requireOpenTo(engine_, form->record.patient);
        audit(engine_, AuditKind::View, form->record,
              "title " + escaped(form->record.title) + "\n");
        return std::move(form->record);
    });
}

std::vector<FormHit> FormRepository::search(std::string_view typed, int limit) const {
    EngineSeam seam{engine_};
    return searchForms(seam, typed, limit);
}

} // namespace palpate::storage
