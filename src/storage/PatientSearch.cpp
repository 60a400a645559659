// SPDX-License-Identifier: MIT
#include "storage/PatientSearch.h"

#include "domain/Text.h"
#include "storage/NameSlips.h"
#include "storage/PatientParts.h"
#include "storage/PatientRows.h"
#include "storage/PatientTags.h"
#include "storage/ReaderParts.h"
#include "storage/Rows.h"
#include "storage/TypedDate.h"

#include <algorithm>
#include <set>
#include <span>

namespace palpate::storage {

namespace {

/// One thing that was typed: by how far it may be found. A number is found in one way only.
struct Asked {
    std::string asBeginning;
    std::string asPart;
    std::string withSlip;
    std::string word = {}; ///< of a name; empty: a number
};

/// How good a hit is; in this order they are listed.
enum class Likeness { Beginning, Part, Slip };

[[nodiscard]] std::string digitsOf(std::string_view chunk) {
    std::string digits;
    std::ranges::copy_if(chunk, std::back_inserter(digits),
                         [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

/// Whether it is a number in the making: a telephone number, a date, a year.
[[nodiscard]] bool isNumeric(std::string_view chunk) {
    return chunk.find_first_not_of("0123456789+-()./") == std::string_view::npos;
}

[[nodiscard]] std::string beginning(const std::string& tag) {
    return ftsString(tag) + " *";
}

[[nodiscard]] std::string either(const std::vector<std::string>& expressions) {
    std::string all;
    for (const auto& one : expressions) {
        all.append(all.empty() ? "(" : " OR ").append(one);
    }
    return all.empty() ? all : all + ")";
}

[[nodiscard]] std::vector<std::string> birthExpressions(const TypedDate& typed) {
    std::vector<std::string> found;
    for (const auto date : typed.days) {
        found.push_back(ftsString(birthTag(date)));
    }
    for (const auto month : typed.months) {
        const auto first = birthTag(Date{month.year(), month.month(), std::chrono::day{1}});
        found.push_back(beginning(first.substr(0, first.size() - 2)));
    }
    for (const auto day : typed.yearly) {
        found.push_back(ftsString(birthdayTag(day)));
    }
    return found;
}

/// Of a chunk of digits that is not only a date.
[[nodiscard]] std::vector<std::string> numberExpressions(std::string_view chunk) {
    const auto digits = digitsOf(chunk);
    if (digits.size() < 3) {
        return {}; // the start of a date or number; it restricts nothing yet
    }
    std::vector<std::string> found{beginning(digitsTag(digits))};
    if (digits.front() == '0') { // stored as +44 20 ..., typed as 020 ...
        found.push_back(beginning(digitsTag(digits.substr(1))));
    }
    if (digits.size() == 4) {
        found.push_back(beginning(birthBeginningTag(digits)));
    }
    return found;
}

[[nodiscard]] Asked askedNumber(std::string expression) {
    return {expression, expression, expression};
}

[[nodiscard]] Asked askedWord(const std::string& word) {
    Asked asked{.asBeginning = beginning(word), .asPart = {}, .withSlip = {}, .word = word};
    std::vector<std::string> ways{asked.asBeginning, beginning(endingTag(word))};
    asked.asPart = either(ways);
    if (lengthInCharacters(word) >= kFewestForSlip) {
        // A letter missing: the word is the name with one left out. A letter too many: the word
        // with one left out is the name. Wrong or swapped: both with one left out are the same.
        ways.push_back(beginning(omissionTag(word)));
        for (const auto& shorter : omissionsOf(word)) {
            ways.push_back(beginning(shorter));
            ways.push_back(beginning(omissionTag(shorter)));
        }
    }
    asked.withSlip = either(ways);
    return asked;
}

[[nodiscard]] std::vector<std::string_view> chunksOf(std::string_view typed) {
    std::vector<std::string_view> chunks;
    for (std::size_t at = 0; at < typed.size();) {
        const auto end = std::min(typed.find_first_of(" \t\r\n,;", at), typed.size());
        if (end > at) {
            chunks.push_back(typed.substr(at, end - at));
        }
        at = end + 1;
    }
    return chunks;
}

[[nodiscard]] std::vector<Asked> askedIn(std::string_view typed, const Tokenizer& tokenizer) {
    const auto chunks = chunksOf(typed);
    std::vector<Asked> asked;
    for (auto rest = std::span{chunks}; !rest.empty();) {
        const auto chunk = rest.front();
        const auto date = dateAt(rest);
        auto ways = birthExpressions(date);
        rest = rest.subspan(std::max<std::size_t>(date.chunks, 1));
        if (!ways.empty() || isNumeric(chunk)) {
            if (date.chunks <= 1 && isNumeric(chunk)) {
                std::ranges::copy(numberExpressions(chunk), std::back_inserter(ways));
            }
            if (!ways.empty()) {
                asked.push_back(askedNumber(either(ways)));
            }
            continue;
        }
        for (const auto& token : tokenizer.tokens(chunk)) {
            if (!isTag(token.word)) {
                asked.push_back(askedWord(token.word));
            }
        }
    }
    return asked;
}

[[nodiscard]] std::string expressionOf(const std::vector<Asked>& asked, std::string Asked::*how,
                                       PatientScope scope) {
    std::string all;
    for (const auto& one : asked) {
        all.append(all.empty() ? "" : " AND ").append(one.*how);
    }
    return scope == PatientScope::Daily ? "(" + all + ") NOT " + ftsString(unlistedTag()) : all;
}

/// Every name word of the record and of those merged into it.
[[nodiscard]] std::vector<std::string> nameWordsAt(ReadSeam& seam, std::int64_t recency) {
    std::vector<std::string> words;
    auto names = seam.connection().use(
        "SELECT p.given_name || ' ' || p.family_name || ' ' || p.preferred_name FROM patient w "
        "JOIN patient p ON p.no = w.no OR p.merged_into = w.no WHERE w.recency = ?1");
    names.with(recency);
    while (names.next()) {
        for (auto& token : seam.tokenizer().tokens(names.text(0))) {
            words.push_back(std::move(token.word));
        }
    }
    return words;
}

/// The index finds some more than it should: two different letters left out of name and word.
[[nodiscard]] bool isLike(const std::vector<Asked>& asked, const std::vector<std::string>& names) {
    return std::ranges::all_of(asked, [&](const Asked& one) {
        return one.word.empty() || std::ranges::any_of(names, [&](const std::string& name) {
                   return name.find(one.word) != std::string::npos ||
                          (lengthInCharacters(one.word) >= kFewestForSlip &&
                           isSlipOf(one.word, name));
               });
    });
}

[[nodiscard]] std::vector<PatientRow> everybody(ReadSeam& seam, int limit, PatientScope scope) {
    static const auto select = "SELECT " + std::string{kPatientRowColumns};
    static const auto all = select + "FROM patient p ORDER BY p.recency DESC LIMIT ?1";
    static const auto daily = select + "FROM patient p WHERE p.archived = 0 AND p.merged_into IS "
                                       "NULL ORDER BY p.recency DESC LIMIT ?1";
    auto found = seam.connection().use(scope == PatientScope::Daily ? std::string_view{daily}
                                                                    : std::string_view{all});
    found.with(limit);
    std::vector<PatientRow> rows;
    while (found.next()) {
        rows.push_back(patientRowFrom(found, seam.closedRecords()));
    }
    return rows;
}

[[nodiscard]] PatientRow rowAt(ReadSeam& seam, std::int64_t recency) {
    static const auto one =
        "SELECT " + std::string{kPatientRowColumns} + "FROM patient p WHERE p.recency = ?1";
    auto row = seam.connection().use(one);
    if (!row.with(recency).next()) {
        throw StorageError{{tr("The search index names a patient who is not there; check the "
                               "clinic with \"verify\"."),
                            {}}};
    }
    return patientRowFrom(row, seam.closedRecords());
}

} // namespace

std::vector<PatientRow> searchPatients(ReadSeam& seam, std::string_view text, int limit,
                                       PatientScope scope) {
    const auto asked = askedIn(text, seam.tokenizer());
    if (asked.empty()) {
        return everybody(seam, limit, scope);
    }
    const auto wanted = static_cast<std::size_t>(std::max(limit, 0));
    std::vector<std::int64_t> found; // recencies
    std::set<std::int64_t> seen;
    const auto look = [&](std::string Asked::*how, Likeness likeness) {
        auto rows = seam.connection().use(
            "SELECT rowid FROM patient_fts WHERE patient_fts MATCH ?1 ORDER BY rowid DESC");
        rows.with(expressionOf(asked, how, scope));
        while (found.size() < wanted && rows.next()) {
            seam.checkWanted();
            const auto recency = rows.integer(0);
            if (!seen.contains(recency) &&
                (likeness != Likeness::Slip || isLike(asked, nameWordsAt(seam, recency)))) {
                seen.insert(recency);
                found.push_back(recency);
            }
        }
    };
    look(&Asked::asBeginning, Likeness::Beginning);
    const bool hasWords =
        std::ranges::any_of(asked, [](const Asked& one) { return !one.word.empty(); });
    if (hasWords && found.size() < wanted) {
        look(&Asked::asPart, Likeness::Part);
    }
    const bool mayHaveSlips = std::ranges::any_of(
        asked, [](const Asked& one) { return lengthInCharacters(one.word) >= kFewestForSlip; });
    if (mayHaveSlips && found.size() < wanted) {
        look(&Asked::withSlip, Likeness::Slip);
    }
    std::vector<PatientRow> rows;
    for (const auto recency : found) {
        rows.push_back(rowAt(seam, recency));
    }
    return rows;
}

bool asksForPatients(std::string_view text, const Tokenizer& tokenizer) {
    return !askedIn(text, tokenizer).empty();
}

std::vector<PatientRow> PatientRepository::search(std::string_view text, int limit,
                                                  PatientScope scope) const {
    std::vector<PatientRow> rows;
    EngineSeam seam{engine_};
    seam.read("searching the patients", [&] { rows = searchPatients(seam, text, limit, scope); });
    for (auto& row : rows) {
        row = readPart(engine_, std::move(row));
    }
    return rows;
}

} // namespace palpate::storage
