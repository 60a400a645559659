// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::app {

/// A piece of a typed query: a word, "a phrase", field:value, each perhaps with a minus before it.
struct QueryToken {
    std::size_t begin = 0; ///< bytes of the typed text
    std::size_t end = 0;   ///< behind it
    std::string field;     ///< before a colon, in lower case; empty: none
    std::string value;     ///< without field, minus and quotes
    bool isQuoted = false;
    bool isExcluded = false;
    /// A bare word, which may be part of a name.
    [[nodiscard]] bool isPlain() const noexcept {
        return field.empty() && !isQuoted && !isExcluded;
    }
};

/// The same number of bytes, but valid UTF-8 without control characters: what is neither is blank.
/// Quotes as word processors set them are plain ones, and ≥ and ≤ are >= and <=.
[[nodiscard]] std::string cleaned(std::string_view text);
/// Any text is allowed; a quote that is not closed ends with the text.
[[nodiscard]] std::vector<QueryToken> queryTokens(std::string_view text);

/// At most some forty characters, for a sentence that quotes it.
[[nodiscard]] std::string brief(std::string_view text);

/// Whether a search would look for anything in it: letters, digits, other scripts.
[[nodiscard]] bool saysAnything(std::string_view text) noexcept;
/// A token as the search of texts takes it: word, "phrase", -word; empty when it says nothing.
[[nodiscard]] std::string textOf(const QueryToken& token);
/// Searched text with single spaces, closed quotes, and nothing that says nothing.
[[nodiscard]] std::string normalisedText(std::string_view text);

} // namespace palpate::app
