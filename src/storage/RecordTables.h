// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace palpate::storage {

/// What a table holds of a patient's record.
enum class Holding {
    Record,  ///< part of it
    Derived, ///< made again from the others
    Words,   ///< an index of words, by its rowid
    Trail,   ///< rows of the audit trail: they stay when the record is destroyed
    Detail,  ///< the details of these: they go
};

/// A table with rows of a patient.
struct RecordTable {
    std::string_view table;
    /// Which rows: ?1 is the patient's row number, ?2 the identity. Used by both or one of them.
    std::string_view rows;
    Holding holding = Holding::Record;
};

/// "FROM table WHERE ...", with values for ?1 and ?2.
[[nodiscard]] std::string fromClause(const RecordTable& table);

/// Every table with rows of a patient, those that refer to others before these: the record is
/// removed from the first to the last. A test holds it against the schema.
[[nodiscard]] std::span<const RecordTable> recordTables();

} // namespace palpate::storage
