// SPDX-License-Identifier: MIT
#include "storage/SessionScan.h"

#include "domain/Text.h"
#include "storage/IndexWords.h"
#include "storage/Rows.h"
#include "storage/SessionReader.h"

#include <algorithm>
#include <iterator>

namespace palpate::storage {

namespace {

/// Counting ends when so many sessions were looked at in vain and there are more than a page shows.
constexpr int kMostPassedOver = 2'000;
constexpr int kEnough = 200;

[[nodiscard]] std::string patientPart(Connection& connection, const PatientId& patient) {
    auto row = connection.use("SELECT no FROM patient WHERE id = ?1");
    return anyOf({patientTag(row.with(patient).next() ? row.integer(0) : 0)});
}

/// By any of the practitioners who have it.
[[nodiscard]] std::string professionPart(Connection& connection, Profession profession) {
    std::vector<std::string> tags;
    auto rows = connection.use("SELECT id FROM practitioner WHERE profession = ?1");
    rows.with(name(profession));
    while (rows.next()) {
        tags.push_back(practitionerTag(rows.id<PractitionerId>(0)));
    }
    return anyOf(tags);
}

[[nodiscard]] Narrowing narrowed(Connection& connection, const SessionFilter& filter) {
    auto narrowing = narrowingOf(filter);
    if (filter.patient) {
        narrowing.parts.push_back(patientPart(connection, *filter.patient));
    }
    if (filter.profession) {
        narrowing.parts.push_back(professionPart(connection, *filter.profession));
    }
    return narrowing;
}

[[nodiscard]] Narrowing narrowed(Connection& connection, const SessionQuery& query) {
    Narrowing narrowing;
    if (query.patient) {
        narrowing.parts.push_back(patientPart(connection, *query.patient));
    }
    if (query.muscle) {
        narrowing.parts.push_back(muscleExpression(*query.muscle, query.side));
    }
    if (query.technique) {
        narrowing.parts.push_back(anyOf({techniqueTag(*query.technique)}));
    }
    return narrowing;
}

/// Typed, but no word of it is in any index: it finds nothing, rather than everything.
[[nodiscard]] bool saysNothing(const std::string& text, const std::vector<Wanted>& wanted) {
    return wanted.empty() && !trimmed(text).empty();
}

/// The expression but for the sessions of closed records; without any it stays as it is.
[[nodiscard]] std::string withoutClosed(std::string expression, const ClosedRecords& closed) {
    if (closed.isEmpty()) {
        return expression;
    }
    std::vector<std::string> tags;
    std::ranges::transform(closed.closedNos(), std::back_inserter(tags), patientTag);
    return (expression.empty() ? ftsString(everySessionTag()) : "(" + expression + ")") + " NOT " +
           anyOf(tags);
}

/// Where a word may have matched, most telling first.
[[nodiscard]] std::vector<std::string> textsOf(Connection& connection, std::int64_t sessionNo,
                                               bool all) {
    std::vector<std::string> texts;
    const auto add = [&](std::string_view sql) {
        auto rows = connection.use(sql);
        rows.with(sessionNo);
        while (rows.next()) {
            texts.push_back(rows.text(0));
        }
    };
    add("SELECT text FROM session_note WHERE session_no = ?1 ORDER BY part");
    if (all) {
        add("SELECT note FROM finding WHERE session_no = ?1 AND note <> ''");
        add("SELECT note FROM treatment WHERE session_no = ?1 AND note <> ''");
        add("SELECT note FROM pain_area WHERE session_no = ?1 AND note <> ''");
        add("SELECT reason FROM treatment_went_on WHERE session_no = ?1");
        add("SELECT note FROM range_of_motion WHERE session_no = ?1 AND note <> ''");
        add("SELECT note FROM test_result WHERE session_no = ?1 AND note <> ''");
        add("SELECT reaction_text FROM session WHERE no = ?1 AND reaction_text <> ''");
        add("SELECT dose FROM home_care_item WHERE session_no = ?1 AND dose <> ''");
        add("SELECT text FROM addendum WHERE session_no = ?1 ORDER BY no");
        add("SELECT reason FROM addendum WHERE session_no = ?1 AND reason <> '' ORDER BY no");
    }
    return texts;
}

} // namespace

SessionScan::SessionScan(ReadSeam& seam, const SessionFilter& filter)
    : SessionScan{seam, filter, narrowed(seam.connection(), filter)} {}

SessionScan::SessionScan(ReadSeam& seam, const SessionQuery& query)
    : SessionScan{seam, SessionFilter{.text = query.text, .from = query.from, .to = query.to},
                  narrowed(seam.connection(), query)} {}

SessionScan::SessionScan(ReadSeam& seam, const SessionFilter& filter, Narrowing narrowing)
    : seam_{seam}, connection_{seam.connection()}, check_{filter, narrowing},
      wanted_{wantedIn(filter.text, seam.tokenizer())},
      expression_{withoutClosed(
          saysNothing(filter.text, wanted_)
              ? anyOf({})
              : matchExpression(wanted_, narrowing.parts,
                                [&](const std::string& beginning) {
                                    return wordsBeginning(connection_, sessionWords(), beginning);
                                }),
          seam.closedRecords())},
      first_{filter.from ? firstKeyAt(*filter.from) : INT64_MIN}, end_{filter.to
                                                                           ? firstKeyAt(*filter.to)
                                                                           : INT64_MAX} {}

bool SessionScan::isFound(HitKey key) const {
    return !check_.isNeeded() || check_.holds(connection_, key);
}

void SessionScan::each(const std::optional<HitKey>& behind, const std::function<bool(HitKey)>& take,
                       const std::function<bool()>& passedOver) const {
    // The index row's number rises with time: the newest hits come first without sorting, and
    // reading stops where nobody wants more.
    constexpr std::string_view kMatching =
        "SELECT rowid FROM session_fts WHERE rowid >= ?1 AND rowid < ?2 AND session_fts MATCH ?3 "
        "ORDER BY rowid DESC";
    constexpr std::string_view kAll = "SELECT search_key FROM session WHERE search_key >= ?1 AND "
                                      "search_key < ?2 ORDER BY search_key DESC";
    auto rows = connection_.use(expression_.empty() ? kAll : kMatching);
    rows.with(first_, behind ? std::min(*behind, end_) : end_);
    if (!expression_.empty()) {
        rows.with(expression_);
    }
    while (rows.next()) {
        seam_.checkWanted();
        const auto key = rows.integer(0);
        const bool goesOn = isFound(key) ? take(key) : !passedOver || passedOver();
        if (!goesOn) {
            return;
        }
    }
}

std::unordered_map<std::int64_t, SessionScan::OfPatient>
SessionScan::ofPatients(const std::vector<std::int64_t>& patients) const {
    std::vector<std::string> tags;
    std::ranges::transform(patients, std::back_inserter(tags), patientTag);
    const auto theirs = anyOf(tags);
    std::unordered_map<std::int64_t, OfPatient> found;
    auto rows = connection_.use(
        "SELECT rowid FROM session_fts WHERE session_fts MATCH ?1 AND rowid >= ?2 AND rowid < ?3 "
        "ORDER BY rowid DESC");
    rows.with(expression_.empty() ? theirs : theirs + " AND (" + expression_ + ")", first_, end_);
    while (rows.next()) {
        seam_.checkWanted();
        const auto key = rows.integer(0);
        if (!isFound(key)) {
            continue;
        }
        auto& [newest, sessions] =
            found.try_emplace(patientAt(key), OfPatient{key, {}}).first->second;
        sessions.isMore = sessions.count == kMostCountedOfPatient;
        sessions.count += sessions.isMore ? 0 : 1;
    }
    return found;
}

HitCount SessionScan::count() const {
    HitCount found;
    int passedOver = 0;
    each(
        {},
        [&](HitKey) {
            found.isMore = found.count == kMostCounted;
            found.count += found.isMore ? 0 : 1;
            return !found.isMore;
        },
        [&] {
            found.isMore = ++passedOver >= kMostPassedOver && found.count >= kEnough;
            return !found.isMore;
        });
    return found;
}

std::int64_t SessionScan::patientAt(HitKey key) const {
    auto row = connection_.use("SELECT coalesce(o.merged_into, o.no) FROM session s JOIN patient o "
                               "ON o.no = s.patient_no WHERE s.search_key = ?1");
    return row.with(key).next() ? row.integer(0) : 0;
}

std::pair<std::int64_t, SessionHit> SessionScan::rowAt(HitKey key) const {
    auto row = connection_.use( // the record that goes on, when it was merged
        "SELECT s.no, s.id, p.id, p.given_name, p.family_name, s.started_at, s.signed_at IS NOT "
        "NULL FROM session s JOIN patient o ON o.no = s.patient_no "
        "JOIN patient p ON p.no = coalesce(o.merged_into, o.no) WHERE s.search_key = ?1");
    if (!row.with(key).next()) {
        throw StorageError{{tr("The search index names a session that is not there; check the "
                               "clinic with \"verify\"."),
                            {}}};
    }
    auto name = row.text(3);
    name += name.empty() || row.text(4).empty() ? "" : " ";
    return {row.integer(0),
            {row.id<SessionId>(1),
             row.id<PatientId>(2),
             name + row.text(4),
             row.instant(5),
             row.number(6) != 0,
             {},
             {}}};
}

SessionHit SessionScan::hitAt(HitKey key) const {
    auto [no, hit] = rowAt(key);
    const auto& tokenizer = seam_.tokenizer();
    auto excerpt = excerptOf(textsOf(connection_, no, false), wanted_, tokenizer);
    if (!wanted_.empty() && excerpt.matches.empty()) {
        excerpt = excerptOf(textsOf(connection_, no, true), wanted_, tokenizer);
    }
    hit.snippet = std::move(excerpt.text);
    hit.matches = std::move(excerpt.matches);
    return hit;
}

FoundSession SessionScan::foundAt(HitKey key) const {
    auto hit = hitAt(key);
    auto row = connection_.use("SELECT s.no, c.id, r.id FROM session s JOIN clinical_case c ON "
                               "c.no = s.case_no JOIN practitioner r ON r.no = s.practitioner_no "
                               "WHERE s.search_key = ?1");
    static_cast<void>(row.with(key).next());
    FoundSession found{.key = key,
                       .hit = std::move(hit),
                       .caseId = row.id<CaseId>(1),
                       .practitioner = row.id<PractitionerId>(2),
                       .findings = {},
                       .treatments = {}};
    loadFound(connection_, row.integer(0), found.findings, found.treatments);
    return found;
}

} // namespace palpate::storage
