// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"
#include "domain/Session.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::reference {
class Reference;
}

namespace palpate::app {

/// The Objective paragraph composed from the entries, in plain clinical sentences: the drawn pain
/// (the sentence of composedPain(), empty when none was drawn), then each point with its state,
/// side, muscle, tenderness with last time's value, signs in words, what was done and the
/// tenderness after. Only what was entered is said; points not assessed are named as such. Empty
/// when there is nothing to say.
[[nodiscard]] std::string composedObjective(const Session& session,
                                            const std::optional<Session>& previous,
                                            const reference::Reference& reference,
                                            const std::string& drawnPain);

/// The Plan paragraph composed from the entries: the open points and the technique that was used at
/// them.
[[nodiscard]] std::string composedPlan(const Session& session,
                                       const reference::Reference& reference);

/// Sides named in `text` ("left", "right", "L", "R" before a muscle's name) that no mark of the
/// session has, and that stand beside a muscle which is marked only on the other side: quiet
/// warnings, one sentence each.
[[nodiscard]] std::vector<Message> sideWarnings(const std::string& text, const Session& session,
                                                const reference::Reference& reference);

} // namespace palpate::app
