// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Body.h"
#include "domain/Treatment.h"

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

/// A joint with its side, as it is offered.
struct JointChoice {
    JointTarget target;
    std::string label; ///< "C5 left", "right sacroiliac joint"
    friend bool operator==(const JointChoice&, const JointChoice&) = default;
};

/// "C5 left", "C5", "right sacroiliac joint".
[[nodiscard]] std::string jointText(const JointTarget& target,
                                    const reference::Reference& reference);

/// Joints that may be meant by a click on the bones, the likeliest first: a vertebra with the
/// segments above and below it, where the pelvis meets the sacrum the sacroiliac joint, elsewhere
/// the joints near by. Of a level of the spine the side follows from the half that was clicked, the
/// patient's; within 4 mm of the midline, and seen from the side, it is the whole level. Empty off
/// the bones and far from any joint. `showArm` as in atlas::Peel.
[[nodiscard]] std::vector<JointChoice> jointsAt(BodyPoint where, bool showArm,
                                                const atlas::BodyMap& map,
                                                const reference::Reference& reference);

/// Joints that typed words may mean, best first: "c5 left", "right SI", "SIJ", "l4 5". Both sides
/// of a paired joint while none is said. At most `limit`.
[[nodiscard]] std::vector<JointChoice>
jointsNamed(std::string_view text, const reference::Reference& reference, std::size_t limit);

/// Where the joint is on the map in that view, to be shown there; empty where it can't be seen.
[[nodiscard]] std::optional<BodyPoint> placeOfJoint(const JointTarget& target, View view,
                                                    const atlas::BodyMap& map);

} // namespace palpate::app
