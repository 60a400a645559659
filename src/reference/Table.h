// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"
#include "reference/Sources.h"

#include <nlohmann/json.hpp>

#include <array>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace palpate::reference {

/// Members keep the order of the file: the first view of a point and the order of groups mean
/// something.
using Json = nlohmann::ordered_json;

/// The words of a column that takes one of a few.
template <class Value> using Word = std::pair<std::string_view, Value>;
template <class Value> using Vocabulary = std::span<const Word<Value>>;

/// One object of a table, read field by field. Whatever is missing or of the wrong kind throws
/// DataError naming the file, this row and the field. It lives no longer than its Table.
class Row {
public:
    /// `place` is how people find it: `techniques, row 3 (pressure_release)`.
    Row(const Json& json, const std::string& file, std::string place);

    [[nodiscard]] bool has(std::string_view field) const; ///< there, and not null
    /// A text of at least one character.
    [[nodiscard]] const std::string& text(std::string_view field) const;
    /// A text, empty when it is empty, missing or null.
    [[nodiscard]] std::string optionalText(std::string_view field) const;
    [[nodiscard]] double number(std::string_view field) const;
    [[nodiscard]] double numberWithin(std::string_view field, double least, double most) const;
    [[nodiscard]] std::optional<double> optionalNumber(std::string_view field) const;
    [[nodiscard]] bool flag(std::string_view field) const; ///< false when missing
    [[nodiscard]] std::vector<double> numbers(std::string_view field) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view field) const;
    [[nodiscard]] std::vector<std::string> optionalTexts(std::string_view field) const;
    [[nodiscard]] Row object(std::string_view field) const;
    /// The objects of a list; `label` is the field by which people know a row.
    [[nodiscard]] std::vector<Row> rows(std::string_view field, std::string_view label) const;
    /// The members of an object, in the order of the file; each value is still to be checked.
    [[nodiscard]] std::vector<std::pair<std::string, const Json*>>
    members(std::string_view field) const;
    /// The keys of the sources that the row cites; at least one, and each in `sources`.
    [[nodiscard]] std::vector<SourceKey> citedFrom(const Sources& sources) const;

    template <class SomeKey> [[nodiscard]] SomeKey key(std::string_view field) const {
        return keyFrom<SomeKey>(field, text(field));
    }
    template <class SomeKey> [[nodiscard]] std::vector<SomeKey> keys(std::string_view field) const {
        std::vector<SomeKey> out;
        for (const auto& one : texts(field)) {
            out.push_back(keyFrom<SomeKey>(field, one));
        }
        return out;
    }
    template <class SomeKey>
    [[nodiscard]] SomeKey keyFrom(std::string_view field, std::string_view text) const {
        auto made = SomeKey::from(text);
        if (!made) {
            refuse(field, "must be a key of letters, digits, '_', '.' and '-'");
        }
        return *std::move(made);
    }
    template <class Value>
    [[nodiscard]] Value oneOf(std::string_view field, Vocabulary<Value> words) const {
        return oneOf(field, text(field), words);
    }
    template <class Value>
    [[nodiscard]] Value oneOf(std::string_view field, std::string_view word,
                              Vocabulary<Value> words) const {
        std::string known;
        for (const auto& [text, value] : words) {
            if (text == word) {
                return value;
            }
            known.append(known.empty() ? "" : ", ").append(text);
        }
        refuse(field, "must be one of: " + known);
    }

    /// Throws the DataError of this row: `what` goes on after the field's name, "must be a number".
    [[noreturn]] void refuse(std::string_view field, const std::string& what) const;

private:
    [[nodiscard]] const Json& member(std::string_view field) const;

    const Json* json_;
    const std::string* file_;
    std::string place_;
};

/// One JSON file of the tables. Neither copied nor moved: rows point into it.
class Table {
public:
    /// Throws DataError when the file can't be read, is no JSON object or lists malformed sources;
    /// adds these to `sources`.
    Table(const std::filesystem::path& file, Sources& sources);
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;
    Table(Table&&) = delete;
    Table& operator=(Table&&) = delete;
    ~Table() = default;

    [[nodiscard]] const Row& top() const noexcept { return *top_; }
    /// The rows of the list, at least one; `label` is the field by which people know a row.
    [[nodiscard]] std::vector<Row> rows(std::string_view list, std::string_view label) const;

private:
    std::string file_; ///< its name, without the folder
    Json json_;
    std::optional<Row> top_;
};

/// Notes at which place a row stands; a key met before is refused.
template <class SomeKey>
void place(std::unordered_map<SomeKey, std::size_t>& places, const SomeKey& key, std::size_t at,
           const Row& row, std::string_view field) {
    if (!places.emplace(key, at).second) {
        row.refuse(field, "must not repeat the key of an earlier row");
    }
}

inline constexpr auto kConfidences = std::to_array<Word<Confidence>>(
    {{"high", Confidence::High}, {"medium", Confidence::Medium}, {"low", Confidence::Low}});

/// The row with that key, nullptr when there is none.
template <class Record, class SomeKey>
[[nodiscard]] const Record* findIn(const std::vector<Record>& records,
                                   const std::unordered_map<SomeKey, std::size_t>& places,
                                   const SomeKey& key) noexcept {
    const auto found = places.find(key);
    return found == places.end() ? nullptr : &records[found->second];
}

/// The keys of those rows.
template <class Record>
[[nodiscard]] auto keysAt(const std::vector<Record>& records,
                          const std::vector<std::size_t>& places) {
    std::vector<decltype(Record::key)> keys;
    keys.reserve(places.size());
    for (const auto at : places) {
        keys.push_back(records[at].key);
    }
    return keys;
}

/// Why the note beside a value can't be kept: valid UTF-8 of at most 500 characters, as in the
/// other short fields of a record. `what` is the value's name.
[[nodiscard]] std::optional<Message> problemOfNote(std::string_view note, const std::string& what);

} // namespace palpate::reference
