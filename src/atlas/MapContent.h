// SPDX-License-Identifier: MIT
#pragma once

#include "atlas/BodyMap.h"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate::atlas {

inline constexpr std::size_t kViewCount = kViews.size();
inline constexpr std::size_t kPlaneCount = 2;
inline constexpr std::size_t kMuscleLayers = 4;

/// Everything a BodyMap shares. Filled by the reader, completed by index(), then never changed: the
/// indexes hold pointers into the vectors.
struct MapContent {
    std::array<ViewFrame, kViewCount> frames;
    std::vector<Muscle> muscles;
    std::vector<Composite> composites;
    std::vector<Bone> bones;
    std::vector<Region> regions;
    std::vector<Landmark> landmarks;
    std::array<std::vector<SkinPlane>, kViewCount> skin;
    std::vector<std::string> attribution;

    template <class Item> using PerPlane = std::array<std::array<Item, kPlaneCount>, kViewCount>;
    PerPlane<std::array<std::vector<PaintedMuscle>, kMuscleLayers>>
        paintedMuscles; ///< by top layer - 1
    PerPlane<std::vector<PaintedMuscle>>
        everyMuscle; ///< shallow layers first, within a layer the last painted first
    PerPlane<std::vector<PaintedBone>> paintedBones;
    std::map<std::pair<MuscleKey, Side>, const Muscle*> muscleIndex;
    std::map<std::pair<RegionKey, Side>, const Region*> regionIndex;
    std::vector<const Landmark*> spine; ///< C2 to S2

    MapContent() = default;
    MapContent(const MapContent&) = delete;
    MapContent& operator=(const MapContent&) = delete;
    void index();
};

[[nodiscard]] constexpr std::size_t at(View view) noexcept {
    return static_cast<std::size_t>(view);
}
[[nodiscard]] constexpr std::size_t at(Plane plane) noexcept {
    return static_cast<std::size_t>(plane);
}

/// The bytes of an atlas file; throws DataError when it can't be read or is too large for any
/// atlas.
[[nodiscard]] std::string textOfAtlas(const std::filesystem::path& file);
/// Reads and checks the form of an atlas; throws DataError as BodyMap::load says. index() is not
/// yet done.
void readAtlas(std::string_view json, std::string_view file, MapContent& into);
/// Throws DataError for the first outline of skin, bones, muscles and regions that crosses itself.
/// Shading may: nothing is measured from it.
void mustNotCross(const MapContent& content, std::string_view file);

} // namespace palpate::atlas
