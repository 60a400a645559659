// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"
#include "domain/SessionFilter.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::app {

class Clinic;

/// One restriction as a chip above the results shows it: "left upper trapezius", "tenderness 6 or
/// more", "since 28 Aug 2026".
struct QueryPart {
    std::string words;
    std::size_t begin = 0; ///< bytes of the typed text that mean it
    std::size_t length = 0;
    friend bool operator==(const QueryPart&, const QueryPart&) = default;
};

/// What of a typed query can't be meant: "since:90x is no time ago. Write since:90d, since:6w ...".
struct QueryMistake {
    Message sentence;
    std::size_t begin = 0; ///< bytes
    std::size_t length = 0;
    friend bool operator==(const QueryMistake&, const QueryMistake&) = default;
};

/// "left upper trapezius >= 6 pressure release since:90d", understood.
struct ParsedQuery {
    SessionFilter filter;
    std::vector<QueryPart> parts;       ///< in order; words searched in texts are one part each
    std::vector<QueryMistake> mistakes; ///< nothing is searched while there is one
    friend bool operator==(const ParsedQuery&, const ParsedQuery&) = default;
};

/// Reads a typed query; any text is allowed. Names of muscles, groups and techniques are recognised
/// where they can be nothing else, with their sides and states; `muscle:`, `layer:`, `group:`,
/// `side:`, `state:`, `tender:`, `change:`, `technique:`, `dose:`, `by:`, `profession:`, `case:`,
/// `diagnosis:`, `home-care:`, `painted:`, `pain:`, `since:`, `until:` say so plainly. What is none
/// of these is looked for in the texts; `text:` and quotes say that a name is. Ambiguous names are
/// a mistake that lists what may have been meant; so is what holds no word ("→"), and a text of
/// nothing but signs.
///
/// A muscle with its side belongs to a technique or a dose that is asked for, which must have been
/// given there, and to the state, tenderness or change asked for, which must be of a point there;
/// without any of these a point must be there. `found:` and `treated:` name a muscle for one alone.
[[nodiscard]] ParsedQuery parseQuery(Clinic& clinic, std::string_view text);

/// The same restrictions as a typed query: parseQuery(written(q)) has the filter of q, its text
/// with single spaces and closed quotes.
[[nodiscard]] std::string written(Clinic& clinic, const SessionFilter& filter);

/// One line of the help on how to search: "since:90d", "in the last 90 days".
struct QueryHelp {
    std::string example;
    std::string meaning;
};
[[nodiscard]] std::vector<QueryHelp> queryHelp();

/// What may stand where the text ends: muscle and technique names, fields, their values; best
/// first. Choosing one replaces the last word.
struct QueryCompletion {
    std::string text;   ///< the whole query with it
    std::string words;  ///< what the list shows
    std::string remark; ///< "muscle, layer 1"; may be empty
};
[[nodiscard]] std::vector<QueryCompletion> completionsOf(Clinic& clinic, std::string_view text,
                                                         int limit = 8);

} // namespace palpate::app
