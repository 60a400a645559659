// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "domain/Message.h"
#include "domain/Session.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace palpate::reference {
class Reference;
}

namespace palpate::app {

/// Left/right guard: what `text` puts on one side (before the name or behind it: "left piriformis",
/// "L QL", "C5 left", "SLR positive on the left") although the session has it on the other side
/// only, each a quiet warning. Looked at are points and whatever else was treated, ranges of
/// motion, tests, and the regions under drawn pain (`painted`, as DrawnPain has them). "Left" as a
/// verb, "right away" and "all right" are no sides.
[[nodiscard]] std::vector<Message>
sideWarnings(const std::string& text, const Session& session, const reference::Reference& reference,
             std::span<const std::pair<RegionKey, Side>> painted = {});

} // namespace palpate::app
