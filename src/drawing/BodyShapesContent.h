// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/BodyMapPicture.h"
#include "drawing/TwoPaths.h"
#include "drawing/VisibleLines.h"

#include <array>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace palpate::drawing {

/// Lines and the box round them, by which it is left out when it does not show.
struct BoxedPath {
    TwoPaths path;
    atlas::Box box;
};
struct MusclePaths {
    BoxedPath visible;
    BoxedPath whole; ///< the same as visible where nothing of it is hidden
    TwoPaths fibres; ///< may be none
};
struct TonePaths {
    std::vector<BoxedPath> soft;
    std::vector<BoxedPath> deep;
};
struct SkinPaths {
    BoxedPath outline;
    TwoPaths strokes; ///< may be none
    std::array<TonePaths, 5> tones;
};

/// One view and plane in a few coarse paths, for a body of a thumb's height.
struct LittlePlane {
    atlas::Plane plane = atlas::Plane::Body;
    SharedPath skin;
    SharedPath bones;                  ///< nullptr: none
    std::array<SharedPath, 4> muscles; ///< deepest layer first; nullptr: none
};

/// Made when a plane is first shown with that layer on top: the map opens sooner, and most views
/// are never peeled all the way.
class LazyLines {
public:
    [[nodiscard]] const VisibleLines& of(const atlas::BodyMap& map, View view, atlas::Plane plane,
                                         Layer top) const {
        std::call_once(made_, [&] { lines_ = visibleLines(map, view, plane, top); });
        return lines_;
    }

private:
    mutable std::once_flag made_;
    mutable VisibleLines lines_;
};

struct BodyShapes::Content {
    explicit Content(atlas::BodyMap bodyMap);
    [[nodiscard]] const VisibleLines& lines(View view, atlas::Plane plane, Layer top) const {
        constexpr std::size_t kPlanes = 2;
        const auto index =
            (static_cast<std::size_t>(view) * kPlanes + static_cast<std::size_t>(plane)) *
                kLayers.size() +
            static_cast<std::size_t>(top);
        return lazyLines.at(index).of(map, view, plane, top);
    }
    atlas::BodyMap map;
    std::unordered_map<const atlas::SkinPlane*, SkinPaths> skin;
    std::unordered_map<const atlas::BoneShape*, BoxedPath> bones;
    std::unordered_map<const atlas::MuscleShape*, MusclePaths> muscles;
    std::unordered_map<const atlas::RegionShape*, BoxedPath> regions;
    std::array<std::vector<LittlePlane>, kViews.size()> little; ///< by View
    std::array<LazyLines, kViews.size() * 2 * kLayers.size()> lazyLines;
};

} // namespace palpate::drawing
