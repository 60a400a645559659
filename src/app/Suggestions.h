// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Body.h"
#include "domain/Id.h"
#include "domain/Message.h"
#include "domain/Outlines.h"
#include "domain/PainArea.h"
#include "domain/Session.h"

#include <memory>
#include <optional>
#include <span>
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

/// Where the patient feels pain, in one view and plane. Several of one plane count once where they
/// overlap.
struct Painted {
    View view = View::Posterior;
    bool onArm = false; ///< on the arm that hangs before the trunk; only in Left and Right
    std::vector<Polygon> shape;
};
[[nodiscard]] std::vector<Painted> paintedIn(std::span<const PainArea> areas);

/// A body region of one side; Middle for a region of the midline.
struct SidedRegion {
    RegionKey region;
    Side side = Side::Middle;
    friend auto operator<=>(const SidedRegion&, const SidedRegion&) = default;
};
/// Regions as they are typed: "lumbar:R,buttock_upper:R,sacrum". A region of the midline has no
/// side, every other one needs one.
struct TypedRegions {
    std::vector<SidedRegion> regions; ///< each once, in the order typed
    std::optional<Message> problem; ///< the first thing that can't be meant; regions is then empty
};
[[nodiscard]] TypedRegions parseRegions(std::string_view text, const atlas::BodyMap& map);

/// Each region whole, in the view where it is largest. Regions that the map lacks are left out.
[[nodiscard]] std::vector<Painted> paintedWhole(const atlas::BodyMap& map,
                                                std::span<const SidedRegion> regions);

/// What was found in this patient before, or in the open session.
struct PastFinding {
    MuscleKey muscle; ///< the atlas part
    Side side = Side::Middle;
    std::optional<ReferencePointKey> point; ///< empty: none was chosen
    bool treated = false;                   ///< something was done at the point
};
/// Of the findings of the sessions handed in, newest or not.
[[nodiscard]] std::vector<PastFinding> pastFindings(std::span<const Session> sessions);

/// Whether something was so in this patient: at this very point, or only elsewhere in its muscle on
/// that side.
enum class Before { Never, InMuscle, AtPoint };

/// A point whose usual referral covers painted pain. Usual, never certain: a person refers as they
/// refer.
struct Suggestion {
    int rank = 1;        ///< 1 is best; equal scores share a rank, and no rank is left out
    int sharingRank = 0; ///< how many others have this rank
    int sharingZone = 0; ///< how many other points of the table have exactly this essential zone
    ReferencePointKey point;
    MuscleKey muscle;        ///< row of the table of trigger points; may be a composite
    MuscleKey part;          ///< the atlas part that holds the point
    Side side = Side::Right; ///< Left or Right, also for the half of a muscle of the midline
    Side partSide =
        Side::Right;    ///< under which the atlas has the part: Middle for one of the midline
    double score = 0;   ///< covered x used, 0 to 1
    double covered = 0; ///< share of the drawing that the referral covers, spill-over counted half
    double used = 0;    ///< share of the essential zone that is painted
    Before found = Before::Never;
    Before treated = Before::Never;
    std::string label; ///< "R quadratus lumborum: superficial, upper"
    Message reason;    ///< one sentence
    std::vector<SourceKey> sources;
    std::optional<Message> sourceWarning; ///< "source not yet checked"
    friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

/// Pain in, muscles out. The rule and its limits are in docs/suggestions.md. Tables and map must
/// outlive it; it only reads, so several threads may ask.
class Suggester {
public:
    Suggester(const reference::Reference& reference, const atlas::BodyMap& map);
    ~Suggester();
    Suggester(Suggester&&) noexcept;
    Suggester& operator=(Suggester&&) = delete;
    Suggester(const Suggester&) = delete;
    Suggester& operator=(const Suggester&) = delete;

    /// Points of both sides whose usual referral covers some of what is painted, best first; within
    /// a rank the more certain row first, then in the order of the table. At most the first `ranks`
    /// ranks, never a part of one. Empty when nothing is painted.
    [[nodiscard]] std::vector<Suggestion>
    ranked(std::span<const Painted> painted, std::span<const PastFinding> past, int ranks) const;

    /// How many points of the table have exactly the essential zone of another one.
    [[nodiscard]] int pointsSharingTheirZone() const noexcept;

private:
    struct Inside;
    std::unique_ptr<const Inside> inside_;
};

/// The ranks that a window and `palpatectl suggest` list unless told otherwise: enough that of two
/// zones painted together both are in the list, however small one of them is.
inline constexpr int kUsualRanks = 30;

/// What must stand above such a list: that it is usual and not certain, and that so many points
/// share their zone with others.
[[nodiscard]] Message caution(const Suggester& suggester);

} // namespace palpate::app
