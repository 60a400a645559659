// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Connection.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::storage {

/// The statements that read the whole words of one FTS5 index.
struct WordTable {
    explicit WordTable(const std::string& index);

    std::string segmentAfter;  ///< the first part of the index whose number is over ?1
    std::string firstLeaf;     ///< the first row from ?1 to ?2, where a part's leaves lie
    std::string leafBefore;    ///< of part ?1: the leaf in which word ?2 would stand
    std::string leavesBetween; ///< of part ?1: those that begin behind word ?2, before ?3
    std::string leaf;          ///< the leaf of row ?1
    std::string nextWord;      ///< the first word at or behind ?1, as FTS5's own table gives it
};
[[nodiscard]] const WordTable& sessionWords();
[[nodiscard]] const WordTable& formWords();

/// The whole words of an index that begin so, in order; nullopt: too many to name. A search for a
/// few whole words reads only as far as it needs to fill the page; one for a beginning would first
/// collect all of its hits. Words of rows that are gone may be among them.
///
/// FTS5's own table of words (fts5vocab) finds the word behind one by reading all rows of that one:
/// thousands of pages for a common word. Here the leaves are read on which words begin, in FTS5's
/// layout (the comment at the head of SQLite's fts5_index.c); where that is not understood, the
/// answer is nullopt, and FTS5 judges the index itself.
[[nodiscard]] std::optional<std::vector<std::string>>
wordsBeginning(Connection& connection, const WordTable& table, const std::string& beginning);

} // namespace palpate::storage
