// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace palpate::forms {

/// Thrown and caught within the parsing: what is not understood, where.
struct PathRefused {
    std::string sentence;
};

struct PathToken {
    enum class Kind { End, Name, Number, Text, Symbol };
    Kind kind = Kind::End;
    std::string text = {};
    std::size_t at = 0; ///< bytes from the beginning
};

/// Takes an expression apart into words and signs; comments are left out.
class PathLexer {
public:
    explicit PathLexer(std::string_view text) : text_{text} {}
    [[nodiscard]] PathToken next();

private:
    void skipBlanks();
    [[nodiscard]] PathToken number(std::size_t start);
    [[nodiscard]] PathToken quoted(char mark, std::size_t start);

    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace palpate::forms
