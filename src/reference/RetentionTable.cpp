// SPDX-License-Identifier: MIT
#include "reference/RetentionTable.h"

#include "reference/Table.h"

namespace palpate::reference {

namespace {

constexpr double kMost = 200; // years, and of age, as in a clinic's own table

[[nodiscard]] int wholeNumber(const Row& row, std::string_view field, double least) {
    const auto number = row.numberWithin(field, least, kMost);
    if (number != static_cast<int>(number)) {
        row.refuse(field, "must be a whole number");
    }
    return static_cast<int>(number);
}

[[nodiscard]] std::optional<Profession> professionIn(const Row& row) {
    const auto word = row.optionalText("profession");
    if (word.empty()) {
        return std::nullopt;
    }
    const auto profession = parseProfession(word);
    if (!profession) {
        row.refuse("profession", "must be a profession as clinics keep it");
    }
    return profession;
}

[[nodiscard]] std::string sourceOf(const Row& row, const Sources& sources) {
    std::string text;
    const auto keys = row.citedFrom(sources);
    for (const auto& key : keys) {
        text += (text.empty() ? "" : " ") + sources.find(key)->citation;
    }
    if (const auto warning = sources.warningFor(keys)) {
        text += " (" + shown(*warning) + ")";
    }
    return text;
}

} // namespace

RetentionTable RetentionTable::load(const std::filesystem::path& file, Sources& sources) {
    const Table table{file, sources};
    RetentionTable out;
    for (const auto& row : table.rows("rules", "id")) {
        RetentionRule rule{.country = row.text("country"),
                           .profession = professionIn(row),
                           .years = wholeNumber(row, "years", 0),
                           .untilAge = {},
                           .source = sourceOf(row, sources)};
        if (row.has("until_age")) {
            rule.untilAge = wholeNumber(row, "until_age", 1);
        }
        if (const auto wrong = problems(rule); !wrong.empty()) {
            row.refuse("country", "can't be kept: " + shown(wrong.front()));
        }
        out.rules_.push_back(std::move(rule));
    }
    return out;
}

} // namespace palpate::reference
