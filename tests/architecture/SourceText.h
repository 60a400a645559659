// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace palpate::architecture {

struct Include {
    int line = 0; ///< from 1
    std::string name;
    bool angled = false; ///< <name>, not "name"
    friend bool operator==(const Include&, const Include&) = default;
};

struct Literal {
    int line = 0; ///< where it begins, from 1
    std::string text;
    friend bool operator==(const Literal&, const Literal&) = default;
};

/// What the rules look at in one C++ file; comments are passed over.
struct SourceText {
    std::vector<Include> includes;
    std::vector<Literal> literals; ///< also raw ones; escapes stay as written, but \n and \t
};

[[nodiscard]] SourceText scan(std::string_view code);

} // namespace palpate::architecture
