// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "reference/MuscleNames.h"
#include "reference/Sources.h"

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace palpate::reference {

/// The side of a referral as seen from the muscle's own side.
enum class RelativeSide { Same, Opposite, Both, Midline };
/// Where across its muscle a point lies.
enum class Shift { Medial, Lateral, Anterior, Posterior, Upper, Lower, Central };
enum class Depth { Superficial, Middle, Deep };

/// A body region to which a point usually refers pain. Typical, never certain. Source: [DELPHI2018]
struct Referral {
    RegionKey region;
    RelativeSide side = RelativeSide::Same; ///< Same, for a region of the midline: that region
    friend bool operator==(const Referral&, const Referral&) = default;
};

/// A place in a muscle where a trigger point is often found.
struct ReferencePoint {
    ReferencePointKey key;
    MuscleKey muscle; ///< the row it belongs to; a composite such as "biceps_brachii" has rows, its
                      ///< parts have none
    std::string name; ///< "Superficial, upper"
    std::string location; ///< in words
    std::string landmark; ///< relative to bone
    double along = 0;     ///< 0 at the first attachment, 1 at the second; an estimate for drawing
    Shift shift = Shift::Central;
    Depth depth = Depth::Superficial;
    std::vector<Referral> essential;   ///< where most people feel it
    std::vector<Referral> spillover;   ///< where some do
    std::vector<std::string> symptoms; ///< its own, beside those of the muscle
    Confidence confidence = Confidence::Low;
    std::vector<SourceKey> sources;
    friend bool operator==(const ReferencePoint&, const ReferencePoint&) = default;
};

/// What is known of one muscle and holds for each of its points.
struct MusclePoints {
    MuscleKey muscle;
    std::string attachedFrom; ///< in words
    std::string attachedTo;
    std::string book; ///< "TS1, chapter 9"; empty: in none of the manuals
    std::vector<std::string> symptoms;
    std::vector<std::string> activatedBy;
    std::vector<std::string> ruleOut;
    std::vector<std::string> entrapment;
    std::vector<MuscleKey> related;
    std::string stretch;  ///< the direction, in words
    std::string homeCare; ///< in words
    std::string note;     ///< may be empty
    std::vector<ReferencePoint> points;
    std::vector<SourceKey> sources;
    friend bool operator==(const MusclePoints&, const MusclePoints&) = default;
};

/// trigger-points.json.
class TriggerPoints {
public:
    /// Adds the file's sources to `sources`. Throws DataError naming file, row and field; a muscle
    /// that `names` lacks is one.
    [[nodiscard]] static TriggerPoints load(const std::filesystem::path& file,
                                            const MuscleNames& names, Sources& sources);

    [[nodiscard]] const std::vector<MusclePoints>& all() const noexcept { return muscles_; }
    /// The row of the muscle, else that of the muscle of which it is a part (the atlas's part_of,
    /// empty when it is none); nullptr when neither has one. It lives as long as this table.
    [[nodiscard]] const MusclePoints*
    find(const MuscleKey& muscle, const std::optional<MuscleKey>& partOf = {}) const noexcept;
    /// nullptr when there is none. It lives as long as this table.
    [[nodiscard]] const ReferencePoint* find(const ReferencePointKey& key) const noexcept;
    /// How many points all muscles have together.
    [[nodiscard]] std::size_t pointCount() const noexcept { return points_.size(); }

private:
    struct PointAt {
        std::size_t muscle;
        std::size_t point;
    };
    std::vector<MusclePoints> muscles_;
    std::unordered_map<MuscleKey, std::size_t> places_;
    std::unordered_map<ReferencePointKey, PointAt> points_;
};

} // namespace palpate::reference
