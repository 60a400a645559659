// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace palpate::reference {

/// The names and short forms by which the rows of a table are found as people type them. Case,
/// white space, hyphens, slashes and commas don't matter: "L4-L5" is "l4 l5".
class Names {
public:
    /// `row` counts from 0 in the order of the table; a row may have many names.
    void add(std::size_t row, std::string_view name);

    /// The rows of which the whole text is a name, in the order of the table.
    [[nodiscard]] std::vector<std::size_t> lookUp(std::string_view text) const;
    /// Those of lookUp(), then the rows with one name in which each typed word begins a word, in
    /// any order; at most `limit`. Blank text finds nothing.
    [[nodiscard]] std::vector<std::size_t> search(std::string_view typed, std::size_t limit) const;

private:
    struct Name {
        std::size_t row;
        std::vector<std::string> words;
    };
    std::vector<Name> names_;
    std::unordered_map<std::string, std::vector<std::size_t>> whole_; ///< by words and spaces
};

} // namespace palpate::reference
