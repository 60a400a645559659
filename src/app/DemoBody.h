// SPDX-License-Identifier: MIT
#pragma once

#include "app/DemoComplaints.h"
#include "app/DemoPain.h"
#include "domain/Finding.h"

#include <span>
#include <string>
#include <vector>

namespace palpate::app {

class Knowledge;

/// A reference point on one side of the body, with places near it that lie on its muscle.
struct DemoPlace {
    ReferencePointKey reference;
    MuscleKey muscle;
    Side side = Side::Middle;
    Layer layer = Layer::Superficial;
    std::vector<BodyPoint> spots; ///< never empty; the first is the reference place itself
                                  ///< where that shows the muscle
    std::string muscleWords;      ///< "right quadratus lumborum"
    std::string referral;         ///< "upper buttock"; empty: none known
};

/// A complaint on one side, its points found on the map.
struct DemoTopic {
    const DemoComplaint* complaint = nullptr;
    Side side = Side::Right;               ///< Middle: of both sides
    std::string code;                      ///< empty: the table has none that fits
    std::vector<std::string> furtherCodes; ///< that may stand beside it
    std::vector<DemoPlace> places;         ///< the likeliest first
    std::vector<DemoPlace> otherSide;      ///< may be empty
    std::vector<std::pair<RegionKey, Side>> regions;
    std::vector<DemoShrinking> drawings; ///< of pain; may be empty
};

/// The complaints laid on the body, looked up once so that a hundred thousand sessions need no
/// look-up each.
class DemoBody {
public:
    /// Throws DataError when a complaint finds no place at all: tables and complaints then do not
    /// belong together.
    explicit DemoBody(const Knowledge& knowledge);

    /// Right and left of one complaint, drawn by its weight elsewhere.
    struct Pair {
        double weight = 0;
        DemoTopic right;
        DemoTopic left;
    };
    [[nodiscard]] std::span<const Pair> pairs() const noexcept { return pairs_; }

private:
    std::vector<Pair> pairs_;
};

/// One point looked up by its words; throws DataError when tables or map lack it.
[[nodiscard]] DemoPlace demoPlace(const Knowledge& knowledge, std::string_view referencePoint,
                                  Side side);

} // namespace palpate::app
