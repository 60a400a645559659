// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/BodyMapPicture.h"

#include <array>
#include <unordered_map>
#include <vector>

namespace palpate::drawing {

using SharedPath = std::shared_ptr<const Path>;

/// A path of body millimetres and the box round it, by which it is left out when it does not show.
struct BoxedPath {
    SharedPath path;
    atlas::Box box;
};
struct MusclePaths {
    BoxedPath visible;
    BoxedPath whole;   ///< the same as visible where nothing of it is hidden
    SharedPath fibres; ///< nullptr: none
};
struct TonePaths {
    std::vector<BoxedPath> soft;
    std::vector<BoxedPath> deep;
};
struct SkinPaths {
    BoxedPath outline;
    SharedPath strokes; ///< nullptr: none
    std::array<TonePaths, 5> tones;
};

/// One view and plane in a few coarse paths, for a body of a thumb's height.
struct LittlePlane {
    atlas::Plane plane = atlas::Plane::Body;
    SharedPath skin;
    SharedPath bones;                  ///< nullptr: none
    std::array<SharedPath, 4> muscles; ///< deepest layer first; nullptr: none
};

struct BodyShapes::Content {
    explicit Content(atlas::BodyMap bodyMap);
    atlas::BodyMap map;
    std::unordered_map<const atlas::SkinPlane*, SkinPaths> skin;
    std::unordered_map<const atlas::BoneShape*, BoxedPath> bones;
    std::unordered_map<const atlas::MuscleShape*, MusclePaths> muscles;
    std::unordered_map<const atlas::RegionShape*, BoxedPath> regions;
    std::array<std::vector<LittlePlane>, kViews.size()> little; ///< by View
};

} // namespace palpate::drawing
