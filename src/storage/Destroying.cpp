// SPDX-License-Identifier: MIT
// A record ends: all of its rows go in one transaction, and what is left tells that it was.
#include "storage/Canonical.h"
#include "storage/IndexPacking.h"
#include "storage/OutcomeSums.h"
#include "storage/RecordRows.h"
#include "storage/RecordTables.h"
#include "storage/RetentionRepository.h"
#include "storage/Rows.h"

#include <SQLiteCpp/Exception.h>

#include <algorithm>

namespace palpate::storage {

namespace {

[[nodiscard]] std::string joinedLines(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) {
        text += line + "\n";
    }
    return text;
}

[[nodiscard]] std::vector<std::string> linesIn(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = text.find('\n', begin);
        lines.push_back(text.substr(begin, end - begin));
        begin = end == std::string::npos ? text.size() : end + 1;
    }
    return lines;
}

[[nodiscard]] Destruction destructionFrom(const Query& row) {
    Destruction destruction{.id = row.id<DestructionId>(0),
                            .patient = row.id<PatientId>(1),
                            .reason = row.text(2),
                            .rule = row.text(3),
                            .lastSession = wordIn(row, 4, parseIsoDate),
                            .rows = row.integer(5),
                            .sessions = row.integer(6),
                            .documents = row.integer(7),
                            .exportDigest = row.fixed<32>(8),
                            .backups = linesIn(row.text(9)),
                            .by = row.id<PractitionerId>(10),
                            .at = row.instant(11)};
    return destruction;
}

/// What keeps rows from being removed, taken down and put back as the file itself words it.
class Thawed {
public:
    explicit Thawed(Connection& connection) : connection_{connection} {
        for (const auto& [table, which, holding] : recordTables()) {
            if (holding != Holding::Trail) {
                noteTriggersOf(table);
            }
        }
        for (const auto& trigger : triggers_) {
            connection_.run("DROP TRIGGER \"" + trigger.name + "\"");
        }
    }
    void freeze() {
        for (const auto& trigger : triggers_) {
            connection_.run(trigger.sql);
        }
    }

private:
    struct Trigger {
        std::string name;
        std::string sql;
    };
    void noteTriggersOf(std::string_view table) {
        auto rows = connection_.use("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' "
                                    "AND tbl_name = ?1 AND sql LIKE '% BEFORE DELETE ON %'");
        rows.with(table);
        while (rows.next()) {
            triggers_.push_back({rows.text(0), rows.text(1)});
        }
    }

    Connection& connection_;
    std::vector<Trigger> triggers_;
};

void requireNotCharted(Engine& engine, const RecordRow& record) {
    std::vector<SessionId> drafts;
    {
        auto rows =
            engine.use("SELECT id FROM session WHERE patient_no = ?1 AND signed_at IS NULL");
        rows.with(record.no);
        while (rows.next()) {
            drafts.push_back(rows.id<SessionId>(0));
        }
    }
    if (std::ranges::any_of(drafts, [&](const SessionId& draft) {
            return engine.claims().isCharted(engine, draft);
        })) {
        throw EditRefused{{tr("A session of this patient is being charted; close it in every "
                              "window, then try again."),
                           {}}};
    }
}

/// A request may be about a session of a record that was taken apart from the patient's since.
void requireNoRequestElsewhere(Engine& engine, const PatientId& whole, const RecordRow& record) {
    auto row = engine.use(
        "SELECT p.family_name, p.given_name FROM session s JOIN amendment m ON m.session_no = s.no "
        "OR m.no IN (SELECT t.amendment_no FROM addendum a JOIN amendment_step t ON t.addendum_no "
        "= a.no WHERE a.session_no = s.no) JOIN patient p ON p.no = m.patient_no LEFT JOIN patient "
        "g ON g.no = p.merged_into WHERE s.patient_no = ?1 AND ifnull(g.id, p.id) <> ?2 LIMIT 1");
    if (row.with(record.no, whole).next()) {
        throw EditRefused{{tr("A request for change in the record of {1} {2} is about a session of "
                              "this one, from when the two were merged. Merge them again, or keep "
                              "both."),
                           {row.text(1), row.text(0)}}};
    }
}

/// Runs a statement for one record whose text is put together here.
[[nodiscard]] std::int64_t numberOf(Engine& engine, const std::string& sql,
                                    const RecordRow& record) {
    Prepared statement{engine.connection().raw(), sql};
    Query row{statement};
    row.with(record.no, record.id);
    return row.next() ? row.integer(0) : 0;
}

[[nodiscard]] bool isPartOfRecord(Holding holding) {
    return holding == Holding::Record || holding == Holding::Detail;
}

[[nodiscard]] Destruction counted(Engine& engine, const DestructionOrder& order,
                                  const RecordRow& record) {
    Destruction destruction{.id = order.id,
                            .patient = record.id,
                            .reason = order.reason,
                            .rule = order.rule,
                            .lastSession = order.lastSession,
                            .rows = 0,
                            .sessions = 0,
                            .documents = 0,
                            .exportDigest = order.exportDigest,
                            .backups = order.backups,
                            .by = engine.signedIn().id,
                            .at = engine.clock().now()};
    for (const auto& table : recordTables()) {
        if (!isPartOfRecord(table.holding)) {
            continue;
        }
        const auto rows = numberOf(engine, "SELECT count(*) " + fromClause(table), record);
        destruction.rows += rows;
        if (table.table == "session") {
            destruction.sessions = rows;
        } else if (table.table == "document") {
            destruction.documents = rows;
        }
    }
    return destruction;
}

void removeRows(Engine& engine, const RecordRow& record) {
    for (const auto& table : recordTables()) {
        // How often a technique was used is settled for all records together.
        if (table.holding != Holding::Trail && table.table != "outcome_patient") {
            static_cast<void>(numberOf(engine, "DELETE " + fromClause(table), record));
        }
    }
}

/// A row removed from an index of words leaves its words in it until they are packed anew.
void packWords(Engine& engine) {
    for (const auto* index : kFullTextIndexes) {
        packWhole(engine.connection(), index);
    }
}

void insertDestruction(Engine& engine, const Destruction& destruction) {
    engine
        .use("INSERT INTO destruction (id, patient, reason, rule, last_session, rows_gone, "
             "sessions_gone, documents_gone, export_digest, backups, practitioner_no, at) VALUES "
             "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")
        .with(destruction.id, destruction.patient, destruction.reason, destruction.rule,
              destruction.lastSession, destruction.rows, destruction.sessions,
              destruction.documents, destruction.exportDigest, joinedLines(destruction.backups),
              engine.practitionerNo(destruction.by), destruction.at)
        .run();
    engine.audit({AuditKind::Destroy,
                  destruction.patient,
                  AuditSubject::Patient,
                  destruction.patient.value(),
                  difference({}, linesOf(destruction)),
                  {}});
}

/// What was overwritten leaves the log, too, unless somebody else is reading just now: then it does
/// with the next writing.
void takeLogOver(Engine& engine) {
    if (!engine.connection().isInTransaction()) {
        try {
            engine.connection().run("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (const SQLite::Exception&) {
            return;
        }
    }
}

} // namespace

std::vector<RecordRow> wholeRecord(Engine& engine, const PatientId& patient) {
    std::vector<RecordRow> records;
    {
        auto rows = engine.use("SELECT no, id, merged_into IS NOT NULL FROM patient WHERE id = ?1");
        if (!rows.with(patient).next()) {
            throw EditRefused{{tr("The patient is not in this clinic."), {}}};
        }
        if (rows.number(2) != 0) {
            throw EditRefused{
                {tr("This record was merged into another; choose the one that goes on."), {}}};
        }
        records.push_back({rows.integer(0), rows.id<PatientId>(1)});
    }
    auto rows = engine.use("SELECT no, id FROM patient WHERE merged_into = ?1 ORDER BY no");
    rows.with(records.front().no);
    while (rows.next()) {
        records.push_back({rows.integer(0), rows.id<PatientId>(1)});
    }
    return records;
}

std::vector<Destruction> loadDestructions(Engine& engine) {
    std::vector<Destruction> destructions;
    auto rows = engine.use(
        "SELECT d.id, d.patient, d.reason, d.rule, d.last_session, d.rows_gone, d.sessions_gone, "
        "d.documents_gone, d.export_digest, d.backups, r.id, d.at FROM destruction d JOIN "
        "practitioner r ON r.no = d.practitioner_no ORDER BY d.no DESC");
    while (rows.next()) {
        destructions.push_back(destructionFrom(rows));
    }
    return destructions;
}

std::vector<Destruction> RetentionRepository::destroy(const DestructionOrder& order) {
    engine_.requireOwner();
    auto destructions = engine_.write("destroying the record", [&] {
        const auto records = wholeRecord(engine_, order.patient);
        for (const auto& record : records) {
            requireNotCharted(engine_, record);
            requireNoRequestElsewhere(engine_, order.patient, record);
        }
        engine_.justBegun().forget();
        engine_.index().flush();
        engine_.connection().run("PRAGMA defer_foreign_keys = ON"); // until this transaction ends
        Thawed thawed{engine_.connection()};
        OutcomeChange outcomes{engine_};
        std::vector<Destruction> made;
        for (const auto& record : records) {
            outcomes.touchAllOf(record.no);
            made.push_back(counted(engine_, order, record));
        }
        for (const auto& record : records) {
            removeRows(engine_, record);
        }
        outcomes.settle();
        thawed.freeze();
        packWords(engine_);
        for (const auto& destruction : made) {
            insertDestruction(engine_, destruction);
        }
        return made;
    });
    takeLogOver(engine_);
    return destructions;
}

} // namespace palpate::storage
