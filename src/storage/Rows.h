// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Scores.h"
#include "storage/Engine.h"

#include <optional>
#include <string>

namespace palpate::storage {

// From columns to domain values. A word that this program does not know means a damaged or a
// tampered file: it is refused by name, never guessed.

template <class Value>
[[nodiscard]] Value known(std::optional<Value> value, const std::string& stored) {
    if (!value) {
        throw StorageError{
            {tr("A stored value is not understood: \"{1}\". Check the clinic with \"verify\"."),
             {stored}}};
    }
    return std::move(*value);
}

template <class KeyType> [[nodiscard]] KeyType keyIn(const Query& row, int column) {
    const auto text = row.text(column);
    return known(KeyType::from(text), text);
}

/// Empty for NULL, else what `parse` makes of the text.
template <class Parse>
[[nodiscard]] auto wordIn(const Query& row, int column, Parse parse) -> decltype(parse("")) {
    if (row.isNull(column)) {
        return {};
    }
    const auto text = row.text(column);
    return known(parse(text), text);
}

template <class Score> [[nodiscard]] std::optional<Score> scoreIn(const Query& row, int column) {
    return row.isNull(column)
               ? std::nullopt
               : std::optional{known(Score::from(row.number(column)), row.text(column))};
}

template <class Tag>
[[nodiscard]] std::optional<int> valueOf(const std::optional<ZeroToTen<Tag>>& score) {
    return score ? std::optional{score->value()} : std::nullopt;
}

template <class Value>
[[nodiscard]] std::optional<std::string> wordOf(const std::optional<Value>& value) {
    return value ? std::optional{std::string{name(*value)}} : std::nullopt;
}

// Keys by which lists are read newest first: Unix seconds * 2^20 and a counter that makes them
// unique.
inline constexpr int kCounterBits = 20;
[[nodiscard]] constexpr std::int64_t firstKeyAt(Instant at) {
    return at.time_since_epoch().count() << kCounterBits;
}
[[nodiscard]] constexpr std::int64_t lastKeyOffset() {
    return (std::int64_t{1} << kCounterBits) - 1;
}
[[nodiscard]] constexpr Instant instantOfKey(std::int64_t key) {
    return Instant{std::chrono::seconds{key >> kCounterBits}};
}

/// The patient's row number; EditRefused when there is no such patient.
[[nodiscard]] std::int64_t patientNo(Engine& engine, const PatientId& id);
/// Sets the patient's recency to the newest session, or to the day of adding when there is none.
void refreshRecency(Engine& engine, std::int64_t patientNo);
/// Writes the index rows of all of the patient's sessions again: a name or complaint in them has
/// changed.
void reindexSessionsOf(Engine& engine, std::int64_t patientNo);

} // namespace palpate::storage
