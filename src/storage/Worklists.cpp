// SPDX-License-Identifier: MIT
#include "storage/Worklists.h"

#include "storage/Rows.h"

#include <algorithm>
#include <array>
#include <string>

namespace palpate::storage {

namespace {

/// Rows of session s: first what `since` says; last, when they are given, the key of an item and
/// the day of its review.
[[nodiscard]] std::string rowsOf(const std::string& since, const std::string& rated,
                                 const std::string& from,
                                 const std::string& itemAndReview = "NULL, NULL") {
    return "SELECT " + since + ", " + rated +
           ", p.id, c.id, s.id, p.family_name, p.given_name, c.complaint, s.started_at, "
           "(SELECT count(*) FROM session e WHERE e.case_no = s.case_no AND (e.started_at, e.no) "
           "<= (s.started_at, s.no)), s.signed_at IS NOT NULL, "
           "(SELECT v.next_visit FROM session v WHERE v.case_no = s.case_no AND v.next_visit IS "
           "NOT NULL ORDER BY v.started_at DESC, v.no DESC LIMIT 1), " +
           itemAndReview + " FROM " + from +
           " JOIN clinical_case c ON c.no = s.case_no JOIN patient o ON o.no = s.patient_no "
           "JOIN patient p ON p.no = coalesce(o.merged_into, o.no) ";
}

constexpr std::string_view kNewest =
    "(SELECT x.no FROM session x WHERE x.case_no = k.case_no ORDER BY "
    "x.started_at DESC, x.no DESC LIMIT 1) ";

/// Of the cases that `which` finds in open_case k: the newest session of each.
[[nodiscard]] std::string rowsOfCases(const std::string& since, const std::string& which) {
    return rowsOf("k." + since, "k.rated",
                  "(SELECT * FROM open_case k WHERE " + which +
                      ") k JOIN session s ON s.no = " + std::string{kNewest});
}

[[nodiscard]] WorkRow rowFrom(const Query& row) {
    return {.patient = row.id<PatientId>(2),
            .caseId = row.id<CaseId>(3),
            .session = row.id<SessionId>(4),
            .familyName = row.text(5),
            .givenName = row.text(6),
            .complaint = row.text(7),
            .startedAt = row.instant(8),
            .number = row.number(9),
            .isSigned = row.number(10) != 0,
            .since = row.instant(0),
            .nextVisit = wordIn(row, 11, parseIsoDate),
            .homeCare = wordIn(row, 12, HomeCareKey::from),
            .review = wordIn(row, 13, parseIsoDate),
            .wasRated = row.number(1) != 0};
}

[[nodiscard]] HitCount counted(int count) {
    return {std::min(count, kMostCounted), count > kMostCounted};
}

/// A list as SQL: its rows, and their number. Both take the list's values, then a limit.
struct Asked {
    std::string rows;
    std::string count;
};

/// Once for whom every record is open; then, with the closed records behind the limit, for others.
/// `make` gets what is to be added where only the table with the column `case_no` is asked.
template <class Make> [[nodiscard]] std::array<Asked, 2> bothWays(int values, const Make& make) {
    return {make(std::string{}),
            make(" AND case_no NOT IN (SELECT z.no FROM json_each(?" + std::to_string(values + 2) +
                 ") j JOIN clinical_case z ON z.patient_no = j.value)")};
}

template <class... Values>
[[nodiscard]] Worklist listed(Engine& engine, const char* doing, const std::array<Asked, 2>& both,
                              int limit, const Values&... values) {
    return engine.read(doing, [&] {
        const auto& closed = engine.closedRecords();
        const auto& asked = both.at(closed.isEmpty() ? 0 : 1);
        const auto bound = [&](Query& query, int most) {
            query.with(values..., most);
            if (!closed.isEmpty()) {
                query.with(closed.closedNosText());
            }
        };
        Worklist list;
        {
            auto found = engine.use(asked.rows);
            bound(found, limit);
            while (found.next()) {
                list.rows.push_back(rowFrom(found));
            }
        }
        auto all = engine.use(asked.count);
        bound(all, kMostCounted + 1); // one more than is told
        list.count = counted(all.next() ? all.number(0) : 0);
        return list;
    });
}

/// As the front desk may read it, when it is signed in: who comes when, not for what.
[[nodiscard]] Worklist forWhoeverReads(Engine& engine, Worklist list) {
    if (engine.readsRecords()) {
        return list;
    }
    if (engine.signedIn().role != Role::FrontDesk) {
        engine.requireReader();
    }
    for (auto& row : list.rows) {
        row.complaint.clear();
    }
    return list;
}

[[nodiscard]] std::string countOf(const std::string& from, int values) {
    return "SELECT count(*) FROM (SELECT 1 FROM " + from + " LIMIT ?" + std::to_string(values + 1) +
           ")";
}

/// Those given, then whichever else stands in the clinic: no flag is left out.
[[nodiscard]] std::vector<std::string> urgenciesToList(Engine& engine,
                                                       std::vector<std::string> urgencies) {
    const auto known = urgencies.size();
    std::string last;
    for (;;) {
        auto next = engine.use("SELECT urgency FROM raised_flag WHERE settled = 0 AND urgency > ?1 "
                               "ORDER BY urgency LIMIT 1");
        if (!next.with(last).next()) {
            return urgencies;
        }
        last = next.text(0);
        const auto end = urgencies.begin() + static_cast<std::ptrdiff_t>(known);
        if (std::find(urgencies.begin(), end, last) == end) {
            urgencies.push_back(last);
        }
    }
}

/// The longest ago first, until there are `limit` rows in all.
void addUnsettled(Engine& engine, std::vector<UnsettledFlagRow>& rows, const std::string& urgency,
                  int limit) {
    static const auto sql = [](std::string_view which) {
        return "SELECT g.id, p.id, c.id, p.family_name, p.given_name, g.points_to, g.urgency, "
               "g.raised_at FROM raised_flag g JOIN patient o ON o.no = g.patient_no JOIN patient "
               "p ON p.no = coalesce(o.merged_into, o.no) LEFT JOIN clinical_case c ON c.no = "
               "g.case_no WHERE g.settled = 0 AND g.urgency = ?1" +
               std::string{which} + " ORDER BY g.raised_at, g.no LIMIT ?2";
    };
    static const auto all = sql("");
    static const auto open = sql(" AND g.patient_no NOT IN (SELECT value FROM json_each(?3))");
    const auto& closed = engine.closedRecords();
    auto found = engine.use(closed.isEmpty() ? all : open);
    found.with(urgency, std::max(limit - static_cast<int>(rows.size()), 0));
    if (!closed.isEmpty()) {
        found.with(closed.closedNosText());
    }
    while (found.next()) {
        rows.push_back(
            {.flag = found.id<RaisedFlagId>(0),
             .patient = found.id<PatientId>(1),
             .caseId = found.isNull(2) ? std::nullopt : std::optional{found.id<CaseId>(2)},
             .familyName = found.text(3),
             .givenName = found.text(4),
             .pointsTo = found.text(5),
             .urgency = found.text(6),
             .raised = found.instant(7)});
    }
}

} // namespace

Worklist Worklists::begun(Instant from, Instant to, int limit) const {
    static const auto asked = bothWays(2, [](const std::string& open) {
        const auto which = "s.search_key >= ?1 AND s.search_key < ?2" + open;
        return Asked{rowsOf("s.started_at", "1", "session s") + "WHERE " + which +
                         " ORDER BY s.search_key LIMIT ?3",
                     countOf("session s WHERE " + which, 2)};
    });
    return forWhoeverReads(engine_, listed(engine_, "reading the day's sessions", asked, limit,
                                           firstKeyAt(from), firstKeyAt(to)));
}

Worklist Worklists::agreedFor(Date day, int limit) const {
    static const auto asked = bothWays(1, [](const std::string& open) {
        const auto which = "next_visit = ?1" + open;
        return Asked{rowsOfCases("seen_at", which) +
                         "ORDER BY p.family_name COLLATE NOCASE, p.given_name, p.no LIMIT ?2",
                     countOf("open_case WHERE " + which, 1)};
    });
    return forWhoeverReads(engine_,
                           listed(engine_, "reading the visits agreed", asked, limit, day));
}

Worklist Worklists::drafts(int limit) const {
    engine_.requireReader();
    static const auto asked = bothWays(1, [](const std::string& open) {
        const auto mine = "s.signed_at IS NULL AND s.practitioner_no = (SELECT no FROM "
                          "practitioner WHERE id = ?1)" +
                          open;
        return Asked{rowsOf("s.written_at", "1", "session s") + "WHERE " + mine +
                         " ORDER BY s.started_at, s.no LIMIT ?2",
                     countOf("session s WHERE " + mine, 1)};
    });
    return listed(engine_, "reading the drafts", asked, limit, engine_.signedIn().id);
}

Worklist Worklists::ratedBefore(Instant before, int limit) const {
    engine_.requireReader();
    static const auto asked = bothWays(1, [](const std::string& open) {
        const auto which = "rated_at < ?1" + open;
        return Asked{rowsOfCases("rated_at", which + " ORDER BY k.rated_at, k.case_no LIMIT ?2") +
                         "ORDER BY k.rated_at, k.case_no",
                     countOf("open_case WHERE " + which, 1)};
    });
    return listed(engine_, "reading what is to be assessed again", asked, limit, before);
}

Worklist Worklists::homeCareAskedBefore(Instant before, int limit) const {
    engine_.requireReader();
    static const auto asked = bothWays(1, [](const std::string& open) {
        const auto which = "home_care_at < ?1" + open;
        return Asked{
            rowsOfCases("home_care_at", which + " ORDER BY k.home_care_at, k.case_no LIMIT ?2") +
                "ORDER BY k.home_care_at, k.case_no",
            countOf("open_case WHERE " + which, 1)};
    });
    return listed(engine_, "reading the home care to be asked about", asked, limit, before);
}

Worklist Worklists::unseenSince(Instant before, Date today, int limit) const {
    engine_.requireReader();
    static const auto asked = bothWays(2, [](const std::string& open) {
        const auto which = "seen_at < ?1 AND (next_visit IS NULL OR next_visit < ?2)" + open;
        return Asked{rowsOfCases("seen_at", which + " ORDER BY k.seen_at, k.case_no LIMIT ?3") +
                         "ORDER BY k.seen_at, k.case_no",
                     countOf("open_case WHERE " + which, 2)};
    });
    return listed(engine_, "reading the cases without a visit", asked, limit, before, today);
}

Worklist Worklists::reviewsDue(Date day, int limit) const {
    engine_.requireReader();
    // Listed are those of open cases that have a session, so none is lost by joining it.
    static const auto asked = bothWays(1, [](const std::string& open) {
        const auto which = "care_plan_item i WHERE i.listed = 1 AND i.stopped IS NULL AND "
                           "i.review <= ?1" +
                           open;
        return Asked{rowsOf("unixepoch(k.review)", "1",
                            "(SELECT i.case_no, i.item, i.review, i.no FROM " + which +
                                " ORDER BY i.review, i.no LIMIT ?2) k JOIN session s ON s.no = " +
                                std::string{kNewest},
                            "k.item, k.review") +
                         "ORDER BY k.review, k.no",
                     countOf(which, 1)};
    });
    return listed(engine_, "reading the home care to be reviewed", asked, limit, day);
}

FlagWorklist Worklists::flagsUnsettled(const std::vector<std::string>& urgencies, int limit) const {
    engine_.requireReader();
    constexpr std::string_view kCount = "SELECT count(*) FROM (SELECT 1 FROM raised_flag WHERE "
                                        "settled = 0 LIMIT ?1)";
    constexpr std::string_view kCountOpen =
        "SELECT count(*) FROM (SELECT 1 FROM raised_flag WHERE settled = 0 AND patient_no NOT IN "
        "(SELECT value FROM json_each(?2)) LIMIT ?1)";
    return engine_.read("reading the flags that are not settled", [&] {
        FlagWorklist list;
        for (const auto& urgency : urgenciesToList(engine_, urgencies)) {
            addUnsettled(engine_, list.rows, urgency, limit);
        }
        const auto& closed = engine_.closedRecords();
        auto all = engine_.use(closed.isEmpty() ? kCount : kCountOpen);
        all.with(kMostCounted + 1);
        if (!closed.isEmpty()) {
            all.with(closed.closedNosText());
        }
        list.count = counted(all.next() ? all.number(0) : 0);
        return list;
    });
}

} // namespace palpate::storage
