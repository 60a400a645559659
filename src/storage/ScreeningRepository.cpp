// SPDX-License-Identifier: MIT
#include "storage/ScreeningRepository.h"

#include "storage/FormRows.h"
#include "storage/Rows.h"

#include <algorithm>

namespace palpate::storage {

namespace {

struct StoredFlag {
    std::int64_t no = 0;
    RaisedFlag flag;
};

constexpr std::string_view kColumns =
    "SELECT g.no, g.id, p.id, c.id, g.session, f.id, g.flag, g.question, g.points_to, g.urgency, "
    "g.action, g.raised_at, r.id FROM ";
constexpr std::string_view kJoins =
    " JOIN form_record f ON f.no = g.form_no LEFT JOIN clinical_case c ON c.no = g.case_no JOIN "
    "practitioner r ON r.no = g.practitioner_no WHERE ";

[[nodiscard]] std::string flagsOfPatient(std::string_view which) {
    return std::string{kColumns} +
           "patient w JOIN patient p ON p.no = w.no OR p.merged_into = w.no JOIN raised_flag g ON "
           "g.patient_no = p.no" +
           std::string{kJoins} + "w.id = ?1" + std::string{which} +
           " ORDER BY g.raised_at DESC, g.no DESC";
}

[[nodiscard]] StoredFlag flagFrom(const Query& row) {
    return {row.integer(0),
            {.id = row.id<RaisedFlagId>(1),
             .patient = row.id<PatientId>(2),
             .caseId = row.isNull(3) ? std::nullopt : std::optional{row.id<CaseId>(3)},
             .session = row.isNull(4) ? std::nullopt : std::optional{row.id<SessionId>(4)},
             .form = row.id<FormRecordId>(5),
             .flag = keyIn<RedFlagKey>(row, 6),
             .question = row.text(7),
             .pointsTo = row.text(8),
             .urgency = row.text(9),
             .action = row.text(10),
             .raised = row.instant(11),
             .by = row.id<PractitionerId>(12)}};
}

void readDeeds(Engine& engine, StoredFlag& stored) {
    auto rows = engine.use("SELECT d.id, d.kind, d.whom, d.reason, d.done_at, d.written_at, r.id "
                           "FROM flag_deed d JOIN practitioner r ON r.no = d.practitioner_no WHERE "
                           "d.flag_no = ?1 ORDER BY d.done_at, d.no");
    rows.with(stored.no);
    while (rows.next()) {
        stored.flag.deeds.push_back({.id = rows.id<FlagDeedId>(0),
                                     .kind = word(rows, 1, parseFlagDeedKind),
                                     .whom = rows.text(2),
                                     .reason = rows.text(3),
                                     .done = rows.instant(4),
                                     .written = rows.instant(5),
                                     .by = rows.id<PractitionerId>(6)});
    }
}

[[nodiscard]] std::vector<RaisedFlag> flagsIn(Engine& engine, Query rows) {
    std::vector<RaisedFlag> flags;
    while (rows.next()) {
        auto stored = flagFrom(rows);
        readDeeds(engine, stored);
        flags.push_back(std::move(stored.flag));
    }
    return flags;
}

[[nodiscard]] std::optional<StoredFlag> loadFlag(Engine& engine, const RaisedFlagId& id) {
    static const auto sql = std::string{kColumns} +
                            "raised_flag g JOIN patient p ON p.no = g.patient_no" +
                            std::string{kJoins} + "g.id = ?1";
    auto row = engine.use(sql);
    if (!row.with(id).next()) {
        return std::nullopt;
    }
    auto stored = flagFrom(row);
    readDeeds(engine, stored);
    return stored;
}

} // namespace

std::vector<RaisedFlag> ScreeningRepository::ofPatient(const PatientId& patient) const {
    static const auto sql = flagsOfPatient("");
    return engine_.read("reading the raised flags", [&] {
        requireOpenTo(engine_, patient);
        auto rows = engine_.use(sql);
        rows.with(patient);
        return flagsIn(engine_, std::move(rows));
    });
}

std::vector<RaisedFlag> ScreeningRepository::unsettled(const PatientId& patient) const {
    static const auto sql = flagsOfPatient(" AND g.settled = 0");
    return engine_.read("reading the raised flags", [&] {
        requireOpenTo(engine_, patient);
        auto rows = engine_.use(sql);
        rows.with(patient);
        return flagsIn(engine_, std::move(rows));
    });
}

std::optional<RaisedFlag> ScreeningRepository::find(const RaisedFlagId& id) const {
    return engine_.read("reading the raised flag", [&]() -> std::optional<RaisedFlag> {
        auto stored = loadFlag(engine_, id);
        if (stored) {
            requireOpenTo(engine_, stored->flag.patient);
        }
        return stored ? std::optional{std::move(stored->flag)} : std::nullopt;
    });
}

void ScreeningRepository::add(const RaisedFlagId& flag, const FlagDeed& deed) {
    if (deed.by != engine_.signedIn().id) {
        throw AccessDenied{
            {tr("What was done about a flag is written under one's own name only."), {}}};
    }
    engine_.write("storing what was done about the flag", [&] {
        const auto stored = loadFlag(engine_, flag);
        if (!stored) {
            throw EditRefused{
                {tr("The flag is not in this clinic any more; open the patient again."), {}}};
        }
        requireOpenTo(engine_, stored->flag.patient);
        engine_
            .use("INSERT INTO flag_deed (id, flag_no, kind, whom, reason, done_at, written_at, "
                 "practitioner_no) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
            .with(deed.id, stored->no, name(deed.kind), deed.whom, deed.reason, deed.done,
                  deed.written, engine_.practitionerNo(deed.by))
            .run();
        reindexFlagsOf(engine_, stored->flag.session);
        engine_.audit({AuditKind::Create,
                       stored->flag.patient,
                       AuditSubject::FlagDeed,
                       deed.id.value(),
                       difference({}, linesOf(flag, deed)),
                       {}});
    });
}

} // namespace palpate::storage
