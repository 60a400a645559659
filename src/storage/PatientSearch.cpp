// SPDX-License-Identifier: MIT
#include "storage/PatientRepository.h"
#include "storage/PatientRows.h"
#include "storage/Rows.h"

#include <algorithm>
#include <charconv>

namespace palpate::storage {

namespace {

/// Number of leading digits read as one number; empty when there is none or it is absurd.
[[nodiscard]] std::optional<unsigned> takeNumber(std::string_view& text) {
    unsigned value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{}) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

/// 2026-11-23, 23.11.2026, 23/11/2026.
[[nodiscard]] std::optional<Date> dateTyped(std::string_view text) {
    if (const auto iso = parseIsoDate(text)) {
        return iso;
    }
    const auto day = takeNumber(text);
    const char separator = text.empty() ? '\0' : text.front();
    if (!day || (separator != '.' && separator != '/')) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    const auto month = takeNumber(text);
    if (!month || text.size() != 5 || text.front() != separator) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    const auto year = takeNumber(text);
    const Date date{std::chrono::year{static_cast<int>(year.value_or(0))},
                    std::chrono::month{*month}, std::chrono::day{*day}};
    return year && text.empty() && date.ok() ? std::optional{date} : std::nullopt;
}

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

[[nodiscard]] std::string numericPart(std::string_view chunk) {
    if (const auto date = dateTyped(chunk)) {
        auto birth = isoDate(*date);
        std::erase(birth, '-');
        return ftsString(tagWord('b', birth));
    }
    const auto digits = digitsOf(chunk);
    if (digits.size() < 3) {
        return {}; // the start of a date or number; it restricts nothing yet
    }
    auto part = beginning(tagWord('n', digits));
    if (digits.front() == '0') { // stored as +44 20 ..., typed as 020 ...
        part += " OR " + beginning(tagWord('n', digits.substr(1)));
    }
    if (digits.size() == 4) {
        part += " OR " + beginning(tagWord('b', digits));
    }
    return "(" + part + ")";
}

[[nodiscard]] std::string patientExpression(std::string_view typed, const Tokenizer& tokenizer) {
    std::string all;
    const auto also = [&](const std::string& part) {
        all.append(all.empty() || part.empty() ? "" : " AND ").append(part);
    };
    for (std::size_t at = 0; at < typed.size();) {
        const auto end = std::min(typed.find_first_of(" \t\r\n,;", at), typed.size());
        const auto chunk = typed.substr(at, end - at);
        at = end + 1;
        if (!chunk.empty() && isNumeric(chunk)) {
            also(numericPart(chunk));
            continue;
        }
        for (const auto& token : tokenizer.tokens(chunk)) {
            also(beginning(token.word));
        }
    }
    return all;
}

[[nodiscard]] std::vector<PatientRow> rowsOf(Query& found) {
    std::vector<PatientRow> rows;
    while (found.next()) {
        rows.push_back(patientRowFrom(found));
    }
    return rows;
}

} // namespace

std::vector<PatientRow> PatientRepository::search(std::string_view text, int limit,
                                                  PatientScope scope) const {
    static const auto select = "SELECT " + std::string{kPatientRowColumns};
    static const auto everybody = select + "FROM patient p ORDER BY p.recency DESC LIMIT ?1";
    static const auto daily = select + "FROM patient p WHERE p.archived = 0 AND p.merged_into IS "
                                       "NULL ORDER BY p.recency DESC LIMIT ?1";
    static const auto matching =
        select + "FROM (SELECT rowid AS recency FROM patient_fts WHERE patient_fts MATCH ?1 "
                 "ORDER BY rowid DESC LIMIT ?2) f JOIN patient p ON p.recency = f.recency "
                 "ORDER BY f.recency DESC";
    return engine_.read("searching the patients", [&] {
        engine_.index().flush(); // inside a larger change: what it has added must be found
        auto expression = patientExpression(text, engine_.index().tokenizer());
        if (expression.empty()) {
            auto found = engine_.use(scope == PatientScope::Daily ? std::string_view{daily}
                                                                  : std::string_view{everybody});
            found.with(limit);
            return rowsOf(found);
        }
        if (scope == PatientScope::Daily) {
            expression = "(" + expression + ") NOT " + ftsString(unlistedTag());
        }
        auto found = engine_.use(matching);
        found.with(expression, limit);
        return rowsOf(found);
    });
}

} // namespace palpate::storage
