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

struct BodyShapes::Content {
    explicit Content(atlas::BodyMap bodyMap);
    atlas::BodyMap map;
    std::unordered_map<const atlas::SkinPlane*, SkinPaths> skin;
    std::unordered_map<const atlas::BoneShape*, BoxedPath> bones;
    std::unordered_map<const atlas::MuscleShape*, MusclePaths> muscles;
};

} // namespace palpate::drawing
