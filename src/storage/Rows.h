// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Scores.h"
#include "storage/Engine.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace palpate::storage {

// From columns to domain values. A word that this program does not know means a damaged or a
// tampered file: it is refused by name, never guessed.

template <class Value>
[[nodiscard]] Value known(std::optional<Value> value, std::string_view stored) {
    if (!value) {
        throw StorageError{
            {tr("A stored value is not understood: \"{1}\". Check the clinic with \"verify\"."),
             {std::string{stored}}}};
    }
    return std::move(*value);
}

template <class KeyType> [[nodiscard]] KeyType keyIn(const Query& row, int column) {
    const auto text = row.view(column);
    return known(KeyType::from(text), text);
}

/// What `parse` makes of the text.
template <class Parse> [[nodiscard]] auto word(const Query& row, int column, Parse parse) {
    const auto text = row.view(column);
    return known(parse(text), text);
}

/// Empty for NULL, else what `parse` makes of the text.
template <class Parse>
[[nodiscard]] auto wordIn(const Query& row, int column, Parse parse) -> decltype(parse("")) {
    const auto text = row.viewIn(column);
    if (!text) {
        return {};
    }
    return known(parse(*text), *text);
}

template <class Score> [[nodiscard]] std::optional<Score> scoreIn(const Query& row, int column) {
    if (row.isNull(column)) {
        return std::nullopt;
    }
    const auto score = Score::from(row.number(column));
    return score ? score : std::optional{known(score, row.text(column))};
}

template <class Tag>
[[nodiscard]] std::optional<int> valueOf(const std::optional<ZeroToTen<Tag>>& score) {
    return score ? std::optional{score->value()} : std::nullopt;
}

[[nodiscard]] inline std::optional<double> realIn(const Query& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional{row.real(column)};
}

[[nodiscard]] inline std::optional<int> numberIn(const Query& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional{row.number(column)};
}
[[nodiscard]] inline std::optional<Instant> instantIn(const Query& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional{row.instant(column)};
}

template <class Value>
[[nodiscard]] std::optional<std::string> wordOf(const std::optional<Value>& value) {
    return value ? std::optional{std::string{name(*value)}} : std::nullopt;
}

/// StorageError unless the measurement is a number that can be kept.
inline void requireFinite(double value) {
    if (!std::isfinite(value)) {
        throw StorageError{{tr("A measurement is not a number and was not stored."), {}}};
    }
}

/// A place in a list as its column `position`.
[[nodiscard]] constexpr std::int64_t asPosition(std::size_t position) {
    return static_cast<std::int64_t>(position);
}
/// Behind every place that a list may have.
inline constexpr std::size_t kLastPosition{INT32_MAX};

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
/// The same for writing in the record: RecordRestricted when it is closed to the person signed in.
[[nodiscard]] std::int64_t openPatientNo(Engine& engine, const PatientId& id);
/// The row number of a case of that very record, empty for none; EditRefused when there is no such
/// case of it.
[[nodiscard]] std::optional<std::int64_t> caseNo(Engine& engine, const std::optional<CaseId>& id,
                                                 const PatientId& patient);
/// Sets the patient's recency to the newest session, or to the day of adding when there is none.
void refreshRecency(Engine& engine, std::int64_t patientNo);
/// Writes the index rows of all of the patient's sessions again: a name in them has changed.
void reindexSessionsOf(Engine& engine, std::int64_t patientNo);
/// Of the case's: its complaint, status or diagnoses have changed.
void reindexSessionsOf(Engine& engine, const CaseId& id);

} // namespace palpate::storage
