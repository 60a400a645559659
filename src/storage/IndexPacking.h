// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Connection.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace palpate::storage {

// A full-text index consists of parts: each writing adds one, FTS5 packs parts of a size into a
// larger one as it goes. Every word that is looked up is sought in each part.

inline constexpr std::array kFullTextIndexes{"session_fts", "patient_fts", "form_fts"};

/// Sets one of FTS5's options of an index, or has it do something.
void setIndexOption(Connection& connection, const std::string& index, const std::string& option,
                    int value);
/// All of an index into one part: for a large one minutes, in one statement.
void packWhole(Connection& connection, const std::string& index);

/// Of what parts an index consists.
struct IndexShape {
    std::int64_t pages = 0;     ///< in all parts
    std::int64_t largest = 0;   ///< pages of the largest part
    int parts = 0;              ///< that have pages
    std::int64_t rows = 0;      ///< that were written into them; one written again counts again
    std::int64_t deleted = 0;   ///< of those
    bool isBeingPacked = false; ///< a packing was begun and has not come to its end
    bool operator==(const IndexShape&) const = default;
};
/// nullopt: the row in which FTS5 keeps it is not understood.
[[nodiscard]] std::optional<IndexShape> shapeOf(Connection& connection, const std::string& index);

/// Whether one of the full-text indexes has come to many parts.
[[nodiscard]] bool isScattered(Connection& connection);
/// Packs parts into larger ones: all of the patients', as much of the others as takes some tenths
/// of a second, to be gone on with another time. Inside a writing transaction.
void gather(Connection& connection);

/// From how many pages on an index is packed whole, and how many are written in one step.
struct WholePacking {
    std::int64_t fromPages = 200'000; ///< some 40,000 sessions; a smaller one is quick as it is
    int pagesAStep = 2000;            ///< a tenth of a second
};
/// One step of packing whole the sessions' or the forms' index, in a transaction of its own. False:
/// none is due, or just now nothing can be written; nobody waits for another program here.
[[nodiscard]] bool packSome(Connection& connection, const WholePacking& how = {});

} // namespace palpate::storage
