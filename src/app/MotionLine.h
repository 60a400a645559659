// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Measurement.h"
#include "domain/Message.h"
#include "domain/Practitioner.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace palpate::atlas {
class BodyMap;
}
namespace palpate::reference {
class Reference;
}

namespace palpate::app {

/// A typed line that measures a motion, or gives the result of a test or of palpation:
/// "lumbar rotation r 22", "lx rot r 22 p 25 pain 3", "slr l 60 pos", "tension r ql 2".
///
/// In any order, but the words of a name together:
///   a motion    joint and motion of rom.json, by beginnings and short forms: "lx rot", "sh abd"
///   a test      name or other name of tests.json: "slr", "faber", "knee jerk"
///   a part      of that test: "myotomes lower l5 l 4+"
///   a side      l, r, left, right
///   a place     of a palpation: a muscle, a joint or a level: "ql", "l4-l5", "sij"
///   a value     degrees, mm or cm of a motion: active, or behind p or passive that; "22/25" both
///   pain        pain 3, 3/10: in the motion
///   a result    pos, neg, +, - or the beginning of a choice; grade 2 for "2 moderate"
/// Where a motion and a test have the same name, the result decides: "slr l 60 pos" is the test,
/// with 60 degrees; "slr l 60" could be either and comes back as choices. A test that was not done
/// is left out: "not assessed" is no result.
struct MotionLine {
    /// Of a clear line.
    std::variant<std::monostate, RangeOfMotion, TestResult> entry;
    std::optional<Message> problem; ///< one sentence: what to choose, or what was not understood

    [[nodiscard]] bool isClear() const noexcept {
        return !std::holds_alternative<std::monostate>(entry) && !problem;
    }
    friend bool operator==(const MotionLine&, const MotionLine&) = default;
};

/// Empty text: nothing, and no problem. A pressure without its unit is in `pressure`. What comes
/// back clear has no problem by the tables either.
[[nodiscard]] MotionLine parseMotionLine(std::string_view text,
                                         const reference::Reference& reference,
                                         const atlas::BodyMap& map,
                                         PressureUnit pressure = PressureUnit::Kilopascals);

/// One line of the list below the field while somebody types.
struct MotionChoice {
    std::string label; ///< "R lumbar rotation · usual 3–18°", "L straight-leg raise (test)"
    std::string line;  ///< the whole line that means this and nothing else; values may be missing
    friend bool operator==(const MotionChoice&, const MotionChoice&) = default;
};
/// What the text so far may become, best first, both sides while none is said; at most `limit`.
[[nodiscard]] std::vector<MotionChoice> motionChoices(std::string_view text,
                                                      const reference::Reference& reference,
                                                      const atlas::BodyMap& map, std::size_t limit);

// Words for what was measured.

/// "R lumbar rotation", "Finger-floor distance", "R muscle tension, quadratus lumborum".
[[nodiscard]] std::string motionLabel(const MotionAt& at, const reference::Reference& reference);
[[nodiscard]] std::string testLabel(const TestAt& at, const reference::Reference& reference);
/// "22°", "45 mm": with the unit of the motion's row.
[[nodiscard]] std::string motionValueText(const MotionKey& motion, double value,
                                          const reference::Reference& reference);
/// "3–18°"; "" when the table lacks the motion.
[[nodiscard]] std::string usualRangeText(const MotionKey& motion,
                                         const reference::Reference& reference);
/// "positive, 60°", "2 moderate", "41 s"; a pressure in the unit asked for.
[[nodiscard]] std::string testResultText(const TestResult& result,
                                         const reference::Reference& reference,
                                         PressureUnit pressure = PressureUnit::Kilopascals);

} // namespace palpate::app
