// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Finding.h"
#include "domain/Message.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::atlas {
class BodyMap;
}
namespace palpate::reference {
class Reference;
}

namespace palpate::app {

/// A typed line that places and rates a point: "r ql 6 a", "left upper trap 4 latent".
///
/// In any order, but the words of a name together:
///   a muscle   by name, short form or group of muscle-names.json
///   a side     l, r, left, right
///   a score    0 to 10, also 6/10
///   a state    a, l, r, active, latent, resolved
///   a point    words of the name of one of the muscle's known points: "superficial upper"
/// A lone l or r is the side, until a side has been said or until muscle and score have both been
/// said: then it is the state, latent or resolved. "ql r 6" is the right side; "r ql 6 r" and
/// "r ql r" are resolved; "ql 6 r" is resolved and asks for the side. `left` and `right` are always
/// sides. Beginnings of names ("quad lumb") are offered, never taken.
struct QuickLine {
    /// Atlas parts that may be meant: one when the line is clear, several to choose from, none when
    /// no muscle was understood.
    std::vector<MuscleKey> muscles;
    std::optional<Side> side; ///< Middle for a muscle of the midline; empty: ask
    std::optional<Tenderness> tenderness;
    std::optional<State> state;
    std::optional<ReferencePointKey> point; ///< empty: none was named
    std::optional<Message> problem; ///< one sentence: what to choose, or what was not understood

    /// One muscle, its side, nothing left to ask.
    [[nodiscard]] bool isClear() const noexcept {
        return muscles.size() == 1 && side.has_value() && !problem;
    }
    friend bool operator==(const QuickLine&, const QuickLine&) = default;
};

/// Empty text: nothing, and no problem.
[[nodiscard]] QuickLine parseQuickLine(std::string_view text, const reference::Reference& reference,
                                       const atlas::BodyMap& map);

/// One line of the list below the field while somebody types.
struct QuickChoice {
    MuscleKey muscle; ///< atlas part
    Side side = Side::Middle;
    std::optional<ReferencePointKey> point; ///< one of its known points, where words named it
    std::string label;                      ///< "R quadratus lumborum · 6 · active"
    std::string line;                       ///< the whole line that means this and nothing else
    friend bool operator==(const QuickChoice&, const QuickChoice&) = default;
};
/// What the text so far may become, best first, both sides while none is said; at most `limit`.
[[nodiscard]] std::vector<QuickChoice> completions(std::string_view text,
                                                   const reference::Reference& reference,
                                                   const atlas::BodyMap& map, std::size_t limit);

} // namespace palpate::app
