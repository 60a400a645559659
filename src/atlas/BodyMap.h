// SPDX-License-Identifier: MIT
#pragma once

#include "atlas/Anatomy.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate::atlas {

/// A muscle as it shows in one view. Both live as long as any copy of the map.
struct PaintedMuscle {
    const Muscle* muscle = nullptr;
    const MuscleShape* shape = nullptr;
};
struct PaintedBone {
    const Bone* bone = nullptr;
    const BoneShape* shape = nullptr;
};

struct MapContent; ///< known to this room's .cpp files only

/// The layered map of the human body. Immutable; a copy shares the content, and every pointer and
/// span it hands out lives as long as any copy. Safe to read from several threads.
class BodyMap {
public:
    /// Throws DataError, one sentence naming the file and the entry, when the file is not a sound
    /// atlas.
    [[nodiscard]] static BodyMap load(const std::filesystem::path& file);
    /// The same from text; `file` is the name used in errors.
    [[nodiscard]] static BodyMap parse(std::string_view json, std::string_view file);

    [[nodiscard]] const ViewFrame& frame(View view) const noexcept;
    [[nodiscard]] std::span<const Muscle> muscles() const noexcept;
    [[nodiscard]] std::span<const Composite> composites() const noexcept;
    [[nodiscard]] std::span<const Bone> bones() const noexcept;
    [[nodiscard]] std::span<const Region> regions() const noexcept;
    [[nodiscard]] std::span<const Landmark> landmarks() const noexcept;
    /// The body plane, then in the side views the arm.
    [[nodiscard]] std::span<const SkinPlane> skin(View view) const noexcept;
    /// The texts that whoever shows the map must show with it (CC BY-SA 4.0).
    [[nodiscard]] const std::vector<std::string>& attribution() const noexcept;

    /// nullptr when the atlas has no such entry.
    [[nodiscard]] const Muscle* muscle(const MuscleKey& key, Side side) const noexcept;
    [[nodiscard]] const Composite* composite(const MuscleKey& key) const noexcept;
    [[nodiscard]] const Region* region(const RegionKey& key, Side side) const noexcept;
    [[nodiscard]] const Landmark* landmark(std::string_view id, Side side) const noexcept;

    /// What is painted of one plane, first to last: bones far to near, then muscles deepest first.
    /// With the skin on top, or only bones left, no muscle is painted.
    [[nodiscard]] std::span<const PaintedMuscle> paintedMuscles(View view, Plane plane,
                                                                Layer top) const noexcept;
    [[nodiscard]] std::span<const PaintedBone> paintedBones(View view, Plane plane) const noexcept;

    /// The muscle that shows at a point. Where none does, the nearest within `tolerance`, so that
    /// thin ones can be hit. With the skin on top it is the first muscle below the skin; with only
    /// bones left there is none. nullptr: none, or off the body.
    [[nodiscard]] const Muscle* muscleAt(BodyPoint where, Peel peel,
                                         Millimetres tolerance = {}) const noexcept;
    /// Every muscle whose whole silhouette holds the point, hidden parts too: shallow layers first,
    /// within a layer the one that shows first.
    [[nodiscard]] std::vector<const Muscle*> musclesUnder(BodyPoint where, bool showArm) const;
    /// The region under a point, nullptr off the body; `tolerance` widens the edge of the body.
    [[nodiscard]] const Region* regionAt(BodyPoint where, Millimetres tolerance,
                                         bool showArm) const noexcept;
    [[nodiscard]] bool isOnBody(BodyPoint where, bool showArm) const noexcept;

    /// The nearest landmark of that view, nullptr when none is within reach.
    [[nodiscard]] const Landmark* nearestLandmark(BodyPoint where,
                                                  Millimetres reach) const noexcept;
    /// The spinous process, C2 to S2, nearest in height; nullptr on the soles, above C2 or below S2
    /// by more than 15 mm.
    [[nodiscard]] const Landmark* spinalLevelAt(BodyPoint where) const noexcept;

private:
    explicit BodyMap(std::shared_ptr<const MapContent> content) noexcept
        : content_{std::move(content)} {}
    std::shared_ptr<const MapContent> content_;
};

} // namespace palpate::atlas
