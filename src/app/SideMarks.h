// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "domain/Session.h"

#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate::reference {
class Reference;
}

namespace palpate::app {

/// A word of a text in which names and sides are looked for.
struct TextToken {
    std::string word;        ///< lower case
    bool isCapitals = false; ///< typed in capitals only
    bool endsClause = false; ///< a comma, a full stop or the like follows
};
/// Hyphens and slashes part words but no clauses: "L4-L5", "L/R".
[[nodiscard]] std::vector<TextToken> tokensOf(std::string_view text);

/// What a name stands for in this session, and on which sides that is marked.
struct MarkedName {
    bool left = false;
    bool right = false;
    std::set<std::string> labels; ///< of all that have this name

    void mark(Side side) {
        left = left || side != Side::Right; // what lies in the middle is on either side
        right = right || side != Side::Left;
    }
    [[nodiscard]] bool has(Side side) const { return side == Side::Left ? left : right; }
};

/// Which names stand on which side in a session. `reference` must outlive it.
class SideMarks {
public:
    /// The words of a name, in lower case.
    using Name = std::vector<std::string>;

    SideMarks(const Session& session, const reference::Reference& reference,
              std::span<const std::pair<RegionKey, Side>> painted);

    /// The longest name that begins at that token; nullptr when none does.
    [[nodiscard]] const std::pair<const Name, MarkedName>* at(const std::vector<TextToken>& tokens,
                                                              std::size_t index) const;

private:
    void add(std::string_view words, Side side, const std::string& label);
    void addMuscle(const MuscleKey& muscle, Side side);
    /// "knee" for all round the knee, besides what the region itself is called.
    void addRegion(const RegionKey& region, Side side);
    void addJoint(const JointKey& joint, Side side);
    void addTest(const TestAt& at);
    void addMotion(const MotionAt& at);

    const reference::Reference& reference_;
    std::map<Name, MarkedName> marks_;
};

} // namespace palpate::app
