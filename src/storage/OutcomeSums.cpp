// SPDX-License-Identifier: MIT
#include "storage/OutcomeSums.h"

#include "storage/Rows.h"

#include <algorithm>

namespace palpate::storage {

namespace {

// Of treatment t, the finding f of its point, and the finding n of that point in the next session.
constexpr std::string_view kSums =
    "count(*), count(t.tenderness_after - f.tenderness), "
    "ifnull(sum(t.tenderness_after - f.tenderness), 0), "
    "ifnull(sum((t.tenderness_after - f.tenderness) * (t.tenderness_after - f.tenderness)), 0), "
    "count(n.tenderness - f.tenderness), ifnull(sum(n.tenderness - f.tenderness), 0), "
    "ifnull(sum((n.tenderness - f.tenderness) * (n.tenderness - f.tenderness)), 0) ";
/// Joined to w, a session's number and that of the next in its case.
constexpr std::string_view kTreatments =
    "JOIN treatment t ON t.session_no = w.no "
    "LEFT JOIN finding f ON f.session_no = t.session_no AND f.point_no = t.point_no "
    "LEFT JOIN finding n ON n.session_no = w.next_no AND n.point_no = t.point_no "
    "WHERE coalesce(f.muscle, t.muscle) IS NOT NULL ";

[[nodiscard]] std::string_view ofSession() {
    static const auto sql =
        "SELECT t.technique, coalesce(f.muscle, t.muscle), w.patient, " + std::string{kSums} +
        "FROM (SELECT s.no, coalesce(p.merged_into, p.no) AS patient, "
        "(SELECT x.no FROM session x WHERE x.case_no = s.case_no AND (x.started_at, x.no) > "
        "(s.started_at, s.no) ORDER BY x.started_at, x.no LIMIT 1) AS next_no "
        "FROM session s JOIN patient p ON p.no = s.patient_no WHERE s.no = ?1) w " +
        std::string{kTreatments} + "GROUP BY 1, 2";
    return sql;
}

/// Of all treatments, each session with its next beside it.
[[nodiscard]] std::string allOutcomes() {
    return "SELECT t.technique, coalesce(f.muscle, t.muscle), " + std::string{kSums} +
           "FROM (SELECT no, lead(no) OVER (PARTITION BY case_no ORDER BY started_at, no) AS "
           "next_no FROM session) w " +
           std::string{kTreatments} + "GROUP BY 1, 2";
}

constexpr std::string_view kOutcomeColumns =
    "technique, muscle, uses, once_count, once_sum, once_squares, next_count, next_sum, "
    "next_squares";

constexpr std::string_view kPatientColumns =
    "patient_no, technique, muscle, uses, once_count, next_count";

[[nodiscard]] std::string allPatients() {
    return "SELECT w.patient, t.technique, coalesce(f.muscle, t.muscle), count(*), "
           "count(t.tenderness_after - f.tenderness), count(n.tenderness - f.tenderness) "
           "FROM (SELECT s.no, coalesce(p.merged_into, p.no) AS patient, lead(s.no) OVER "
           "(PARTITION BY s.case_no ORDER BY s.started_at, s.no) AS next_no "
           "FROM session s JOIN patient p ON p.no = s.patient_no) w " +
           std::string{kTreatments} + "GROUP BY 1, 2, 3";
}

/// How many rows only one of the two gives.
[[nodiscard]] std::string difference(const std::string& one, const std::string& other) {
    return "(SELECT count(*) FROM (SELECT * FROM (" + one + ") EXCEPT SELECT * FROM (" + other +
           "))) + (SELECT count(*) FROM (SELECT * FROM (" + other + ") EXCEPT SELECT * FROM (" +
           one + ")))";
}

void add(ChangeSums& sums, const Query& row, int firstColumn, int sign) {
    sums.count += sign * row.integer(firstColumn);
    sums.sum += sign * row.integer(firstColumn + 1);
    sums.squares += sign * row.integer(firstColumn + 2);
}

void writeOfPatient(Engine& engine, std::int64_t patient, const std::string& technique,
                    const std::string& muscle, const OutcomeChange::Counts& change) {
    OutcomeChange::Counts counts;
    {
        auto row = engine.use("SELECT uses, once_count, next_count FROM outcome_patient WHERE "
                              "patient_no = ?1 AND technique = ?2 AND muscle = ?3");
        if (row.with(patient, technique, muscle).next()) {
            counts = {row.integer(0), row.integer(1), row.integer(2)};
        }
    }
    const bool isNew = counts.uses == 0;
    counts.uses += change.uses;
    counts.once += change.once;
    counts.next += change.next;
    if (counts.uses == 0) {
        engine
            .use("DELETE FROM outcome_patient WHERE patient_no = ?1 AND technique = ?2 AND muscle "
                 "= ?3")
            .with(patient, technique, muscle)
            .run();
    } else if (isNew) {
        engine
            .use("INSERT INTO outcome_patient (patient_no, technique, muscle, uses, once_count, "
                 "next_count) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            .with(patient, technique, muscle, counts.uses, counts.once, counts.next)
            .run();
    } else {
        engine
            .use("UPDATE outcome_patient SET uses = ?1, once_count = ?2, next_count = ?3 WHERE "
                 "patient_no = ?4 AND technique = ?5 AND muscle = ?6")
            .with(counts.uses, counts.once, counts.next, patient, technique, muscle)
            .run();
    }
}

} // namespace

void OutcomeChange::count(std::int64_t session, int sign) {
    auto rows = engine_.use(ofSession());
    rows.with(session);
    while (rows.next()) {
        auto technique = rows.text(0);
        auto muscle = rows.text(1);
        auto& sums = sums_[{technique, muscle}];
        sums.uses += sign * rows.integer(3);
        add(sums.once, rows, 4, sign);
        add(sums.next, rows, 7, sign);
        auto& counts = ofPatients_[{rows.integer(2), std::move(technique), std::move(muscle)}];
        counts.uses += sign * rows.integer(3);
        counts.once += sign * rows.integer(4);
        counts.next += sign * rows.integer(7);
    }
}

void OutcomeChange::take(std::int64_t session) {
    if (std::ranges::find(touched_, session) == touched_.end()) {
        touched_.push_back(session);
        count(session, -1);
    }
}

void OutcomeChange::touch(std::int64_t caseNo, std::optional<std::int64_t> session, Instant at) {
    std::optional<std::int64_t> before;
    {
        auto row = engine_.use(
            "SELECT no FROM session WHERE case_no = ?1 AND (started_at, no) < (?2, ?3) AND no <> "
            "?3 ORDER BY started_at DESC, no DESC LIMIT 1");
        if (row.with(caseNo, at, session.value_or(INT64_MAX)).next()) {
            before = row.integer(0);
        }
    }
    if (before) {
        take(*before);
    }
    if (session) {
        take(*session);
    }
}

void OutcomeChange::touchAllOf(std::int64_t patientNo) {
    std::vector<std::int64_t> sessions;
    {
        auto rows = engine_.use("SELECT no FROM session WHERE patient_no = ?1");
        rows.with(patientNo);
        while (rows.next()) {
            sessions.push_back(rows.integer(0));
        }
    }
    std::ranges::for_each(sessions, [&](std::int64_t session) { take(session); });
}

void OutcomeChange::settle(std::optional<std::int64_t> added) {
    for (const auto session : touched_) {
        count(session, 1);
    }
    if (added) {
        count(*added, 1);
    }
    for (const auto& [place, sums] : sums_) {
        if (sums.uses == 0 && sums.once == ChangeSums{} && sums.next == ChangeSums{}) {
            continue;
        }
        engine_
            .use("INSERT INTO outcome (technique, muscle, uses, once_count, once_sum, "
                 "once_squares, next_count, next_sum, next_squares, patients, "
                 "once_patients, next_patients) "
                 "VALUES (?1, ?2, max(?3, 0), max(?4, 0), ?5, max(?6, 0), max(?7, 0), ?8, max(?9, "
                 "0), 0, 0, 0) ON CONFLICT (technique, muscle) DO UPDATE SET uses = uses + ?3, "
                 "once_count = once_count + ?4, once_sum = once_sum + ?5, once_squares = "
                 "once_squares + ?6, next_count = next_count + ?7, next_sum = next_sum + ?8, "
                 "next_squares = next_squares + ?9")
            .with(place.first, place.second, sums.uses, sums.once.count, sums.once.sum,
                  sums.once.squares, sums.next.count, sums.next.sum, sums.next.squares)
            .run();
    }
    for (const auto& [which, change] : ofPatients_) {
        if (change != Counts{}) {
            writeOfPatient(engine_, std::get<0>(which), std::get<1>(which), std::get<2>(which),
                           change);
        }
    }
    for (const auto& [place, sums] : sums_) {
        if (sums.uses < 0) {
            engine_.use("DELETE FROM outcome WHERE technique = ?1 AND muscle = ?2 AND uses = 0")
                .with(place.first, place.second)
                .run();
        }
    }
    touched_.clear();
    sums_.clear();
    ofPatients_.clear();
}

bool sameOutcomes(const Session& before, const Session& after) {
    return before.startedAt == after.startedAt && before.findings == after.findings &&
           before.treatments == after.treatments;
}

std::int64_t wrongOutcomes(Engine& engine) {
    static const auto sql =
        "SELECT " +
        difference("SELECT " + std::string{kOutcomeColumns} + " FROM outcome", allOutcomes()) +
        " + " +
        difference("SELECT " + std::string{kPatientColumns} + " FROM outcome_patient",
                   allPatients()) +
        " + " +
        difference("SELECT technique, muscle, patients, once_patients, next_patients FROM outcome",
                   "SELECT technique, muscle, count(*), sum(once_count > 0), sum(next_count > 0) "
                   "FROM outcome_patient GROUP BY 1, 2");
    auto row = engine.use(sql);
    return row.next() ? row.integer(0) : 0;
}

void rebuildOutcomes(Engine& engine) {
    static const auto fill = "INSERT INTO outcome (" + std::string{kOutcomeColumns} +
                             ", patients, once_patients, next_patients) SELECT *, 0, 0, 0 FROM (" +
                             allOutcomes() + ")";
    static const auto fillPatients =
        "INSERT INTO outcome_patient (" + std::string{kPatientColumns} + ") " + allPatients();
    engine.use("DELETE FROM outcome_patient").run();
    engine.use("DELETE FROM outcome").run();
    engine.use(fill).run();
    engine.use(fillPatients).run();
}

std::vector<TechniqueOutcome> Outcomes::list() const {
    return engine_.read("reading what was seen after the techniques", [&] {
        std::vector<TechniqueOutcome> outcomes;
        auto rows =
            engine_.use("SELECT technique, muscle, uses, patients, once_count, once_sum, "
                        "once_squares, next_count, next_sum, next_squares, "
                        "once_patients, next_patients FROM outcome ORDER BY technique, muscle");
        while (rows.next()) {
            outcomes.push_back({keyIn<TechniqueKey>(rows, 0),
                                keyIn<MuscleKey>(rows, 1),
                                rows.integer(2),
                                rows.integer(3),
                                {rows.integer(4), rows.integer(5), rows.integer(6)},
                                {rows.integer(7), rows.integer(8), rows.integer(9)},
                                rows.integer(10),
                                rows.integer(11)});
        }
        return outcomes;
    });
}

} // namespace palpate::storage
