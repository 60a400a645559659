// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"
#include "domain/Practitioner.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::app {

class Clinic;

// The texts that a few letters stand for. Each practitioner has their own; a shortcut's case does
// not matter.

/// Of the person signed in, in the order of the shortcuts.
[[nodiscard]] std::vector<Snippet> snippets(Clinic& clinic);
/// What keeps it from being stored. `replacing`: the shortcut of the one that is changed; empty: a
/// new one.
[[nodiscard]] std::vector<Message> problems(Clinic& clinic, const Snippet& snippet,
                                            const std::string& replacing = {});
/// These throw EditRefused with the first problem, or when the snippet is not there any more.
void addSnippet(Clinic& clinic, const Snippet& snippet);
void changeSnippet(Clinic& clinic, const std::string& shortcut, const Snippet& snippet);
void removeSnippet(Clinic& clinic, const std::string& shortcut);

struct Expansion {
    std::string text;
    std::size_t caret = 0; ///< bytes of UTF-8 from the beginning
    friend bool operator==(const Expansion&, const Expansion&) = default;
};
/// What becomes of `text` when the character before `caret` (bytes of UTF-8) was just typed: after
/// ";ql" and a blank, tab or line feed becomes the snippet's text, the caret behind it. A blank and
/// a line feed stay, so that one types on, unless white space stands there already; a tab is only
/// the sign to expand. Empty: nothing expands, the text stays as it is. A semicolon within a word
/// begins no shortcut.
[[nodiscard]] std::optional<Expansion> expanded(std::string_view text, std::size_t caret,
                                                std::span<const Snippet> snippets);

} // namespace palpate::app
