// SPDX-License-Identifier: MIT
#include "storage/SessionSearch.h"

#include "storage/Rows.h"
#include "storage/SessionRepository.h"

namespace palpate::storage {

namespace {

constexpr std::size_t kMostExpansions = 64;

constexpr std::string_view kHitColumns =
    "SELECT s.no, s.id, p.id, p.given_name, p.family_name, s.started_at, s.signed_at IS NOT NULL ";
constexpr std::string_view kHitJoins = // the record that goes on, when it was merged
    "JOIN patient o ON o.no = s.patient_no JOIN patient p ON p.no = coalesce(o.merged_into, o.no) ";

/// The whole words of the index that begin so; nullopt: too many to name. A search for a few whole
/// words reads only as far as it needs to fill the page; one for a beginning would first collect
/// all of its hits.
[[nodiscard]] std::optional<std::vector<std::string>> wordsBeginning(Engine& engine,
                                                                     const std::string& beginning) {
    std::vector<std::string> words;
    auto from = beginning;
    for (;;) {
        auto next = engine.use("SELECT term FROM session_fts_word WHERE term >= ?1 LIMIT 1");
        if (!next.with(from).next()) {
            return words;
        }
        auto word = next.text(0);
        if (word.compare(0, beginning.size(), beginning) != 0) {
            return words;
        }
        if (words.size() == kMostExpansions) {
            return std::nullopt;
        }
        from = word + '\x01'; // the least word after it
        words.push_back(std::move(word));
    }
}

[[nodiscard]] std::vector<std::string> tagsOf(Engine& engine, const SessionQuery& query) {
    std::vector<std::string> tags;
    if (query.patient) {
        auto row = engine.use("SELECT no FROM patient WHERE id = ?1");
        tags.push_back(patientTag(row.with(*query.patient).next() ? row.integer(0) : 0));
    }
    if (query.muscle) {
        tags.push_back(query.side ? muscleTag(*query.muscle, *query.side)
                                  : muscleTag(*query.muscle));
    }
    if (query.technique) {
        tags.push_back(techniqueTag(*query.technique));
    }
    return tags;
}

/// Where a word may have matched, most telling first.
[[nodiscard]] std::vector<std::string> textsOf(Engine& engine, std::int64_t sessionNo, bool all) {
    std::vector<std::string> texts;
    const auto add = [&](std::string_view sql) {
        auto rows = engine.use(sql);
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

struct FoundSession {
    std::int64_t no = 0;
    SessionHit hit;
};

[[nodiscard]] std::vector<FoundSession> collected(Query& found) {
    std::vector<FoundSession> sessions;
    while (found.next()) {
        auto name = found.text(3);
        name += name.empty() || found.text(4).empty() ? "" : " ";
        sessions.push_back({found.integer(0),
                            {found.id<SessionId>(1),
                             found.id<PatientId>(2),
                             name + found.text(4),
                             found.instant(5),
                             found.number(6) != 0,
                             {},
                             {}}});
    }
    return sessions;
}

} // namespace

std::vector<SessionHit> SessionRepository::search(const SessionQuery& query) const {
    static const auto newest =
        std::string{kHitColumns} + "FROM session s " + std::string{kHitJoins} +
        "WHERE s.search_key >= ?1 AND s.search_key < ?2 ORDER BY s.search_key DESC LIMIT ?3";
    // The index row's number rises with time: the newest hits come first without sorting, and
    // reading stops there.
    static const auto matching =
        std::string{kHitColumns} +
        "FROM (SELECT rowid AS search_key FROM session_fts WHERE session_fts MATCH ?4 AND rowid >= "
        "?1 AND rowid < ?2 "
        "ORDER BY rowid DESC LIMIT ?3) f JOIN session s ON s.search_key = f.search_key " +
        std::string{kHitJoins} + "ORDER BY f.search_key DESC";
    return engine_.read("searching the sessions", [&] {
        engine_.index().flush(); // inside a larger change: what it has added must be found
        const auto& tokenizer = engine_.index().tokenizer();
        const auto wanted = wantedIn(query.text, tokenizer);
        const auto expression =
            matchExpression(wanted, tagsOf(engine_, query), [&](const std::string& beginning) {
                return wordsBeginning(engine_, beginning);
            });
        const auto first = query.from ? firstKeyAt(*query.from) : INT64_MIN;
        const auto end = query.to ? firstKeyAt(*query.to) : INT64_MAX;
        std::vector<FoundSession> found;
        {
            auto rows = engine_.use(expression.empty() ? std::string_view{newest}
                                                       : std::string_view{matching});
            rows.with(first, end, query.limit);
            if (!expression.empty()) {
                rows.with(expression);
            }
            found = collected(rows);
        }
        std::vector<SessionHit> hits;
        for (auto& [no, hit] : found) {
            auto excerpt = excerptOf(textsOf(engine_, no, false), wanted, tokenizer);
            if (!wanted.empty() && excerpt.matches.empty()) {
                excerpt = excerptOf(textsOf(engine_, no, true), wanted, tokenizer);
            }
            hit.snippet = std::move(excerpt.text);
            hit.matches = std::move(excerpt.matches);
            hits.push_back(std::move(hit));
        }
        return hits;
    });
}

} // namespace palpate::storage
