// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Session.h"
#include "storage/Connection.h"
#include "storage/SessionSearch.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::storage {

/// A word as the index knows it: lower case, accents folded.
struct Token {
    std::string word;
    std::size_t begin = 0; ///< in the text, bytes
    std::size_t end = 0;
};

/// Greek and Cyrillic letters without their marks (FTS5 folds those of Latin only) and the final
/// sigma as any other. Every byte keeps its place. Both what is indexed and what is looked for goes
/// through this.
[[nodiscard]] std::string folded(std::string_view text);

/// FTS5's own tokenizer with the settings of our indexes, so that C++ and SQL never disagree about
/// a word.
class Tokenizer {
public:
    explicit Tokenizer(Connection& connection);
    Tokenizer(const Tokenizer&) = delete;
    Tokenizer& operator=(const Tokenizer&) = delete;
    ~Tokenizer();
    [[nodiscard]] std::vector<Token> tokens(std::string_view text) const;

private:
    struct Handle;
    std::unique_ptr<Handle> handle_;
};

/// One thing the user asked for: words that follow each other, the last of them perhaps only begun.
struct Wanted {
    std::vector<std::string> words;
    bool lastIsBeginning = false;
    bool isExcluded = false;
};

/// Reads what a person typed: words, "quoted phrases", -exclusions. Anything else in it is a
/// separator.
[[nodiscard]] std::vector<Wanted> wantedIn(std::string_view typed, const Tokenizer& tokenizer);

/// An index word that no one can type: it begins with a private-use character. `kind` tells
/// families apart.
[[nodiscard]] std::string tagWord(char kind, std::string_view value);
/// Whether a word may have been meant to be one of those.
[[nodiscard]] bool isTag(std::string_view word);
/// In every session, so that a search of exclusions alone has something to exclude from.
[[nodiscard]] std::string everySessionTag();
/// Stands between two texts, so that no phrase reaches from one into the other.
inline constexpr std::string_view kTextBorder = " \xEE\x80\x81 "; // U+E001

/// A quoted FTS5 string.
[[nodiscard]] std::string ftsString(std::string_view word);

/// The match expression for typed things and parts that must all hold; `expand` may replace a
/// beginning by the whole words that begin so (nullopt: too many, keep the beginning). Empty when
/// nothing restricts.
using Expansion =
    std::function<std::optional<std::vector<std::string>>(const std::string& beginning)>;
[[nodiscard]] std::string matchExpression(const std::vector<Wanted>& wanted,
                                          const std::vector<std::string>& parts,
                                          const Expansion& expand);

/// Some words of `texts` around the first match, with every match in them; the beginning of the
/// first text that is not blank when none matches.
struct Excerpt {
    std::string text;
    std::vector<TextSpan> matches;
};
[[nodiscard]] Excerpt excerptOf(const std::vector<std::string>& texts,
                                const std::vector<Wanted>& wanted, const Tokenizer& tokenizer);

} // namespace palpate::storage
