// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Change.h"
#include "domain/Session.h"

#include <optional>
#include <span>
#include <vector>

namespace palpate::app {

// Each point of a case in two of its sessions. What a session did not look at is known from before:
// a point judged resolved in between is gone, one that nobody looked at again stands as it stood.

/// How a point stood in a session, before treatment. What it points at belongs to the sessions.
struct PointAt {
    bool isKnown = false;              ///< found in that session or before
    const Finding* finding = nullptr;  ///< of the session itself
    std::optional<State> state;        ///< as judged last, in that session or before
    const Session* judged = nullptr;   ///< where that was
    const Session* resolved = nullptr; ///< since when it is resolved; nullptr: it is not
    [[nodiscard]] bool isOpen() const noexcept { return isKnown && resolved == nullptr; }
    [[nodiscard]] bool isAssessed() const noexcept {
        return finding != nullptr && palpate::isAssessed(*finding);
    }
};

struct PointPair {
    FindingChange change;
    Finding last;                   ///< the latest assessed finding up to the later session, else
                                    ///< the latest at all: where it lies
    const Session* found = nullptr; ///< the first session with the point
    PointAt then;
    PointAt now;
    /// Found after the earlier session and resolved again by the later.
    [[nodiscard]] bool cameAndWent() const noexcept {
        return !then.isKnown && now.isKnown && !now.isOpen();
    }
};

/// Those that were open in either session, that either looked at, or that came and went between, by
/// number. `ofCase`: sessions of one case, oldest first, holding both.
[[nodiscard]] std::vector<PointPair> pointPairs(std::span<const Session* const> ofCase,
                                                const Session& earlier, const Session& later);

} // namespace palpate::app
