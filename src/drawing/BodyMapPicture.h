// SPDX-License-Identifier: MIT
#pragma once

#include "atlas/BodyMap.h"
#include "domain/Message.h"
#include "drawing/MapAreas.h"
#include "drawing/MapLegend.h"
#include "drawing/MapMarks.h"
#include "drawing/MapWindow.h"
#include "drawing/MapZones.h"
#include "drawing/Palette.h"
#include "drawing/Picture.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palpate::drawing {

/// The atlas turned into shared paths, once; every picture of it points at the same paths.
/// Immutable, cheap to copy, safe to read from several threads.
class BodyShapes {
public:
    explicit BodyShapes(atlas::BodyMap map);
    [[nodiscard]] const atlas::BodyMap& map() const noexcept;

    struct Content; ///< known to the pictures of this room only
    [[nodiscard]] const Content& content() const noexcept { return *content_; }

private:
    std::shared_ptr<const Content> content_;
};

/// The patient's sides in a letter each: English, to be translated by the caller.
struct SideWords {
    std::string right = tr("R");
    std::string left = tr("L");
    friend bool operator==(const SideWords&, const SideWords&) = default;
};

struct MapStyle {
    Ground ground = Ground::Light;
    bool fibres = true; ///< left out anyway where they would be too fine to see
    bool tones = true;
    bool labels = true;       ///< the names of the vertebrae, once the map is large enough
    bool landmarks = true;    ///< the bony landmarks with their names, once it is larger still
    bool ghostLayers = false; ///< faint outlines of the muscles peeled away
    bool sides = true;        ///< bodyMapPicture() tells right from left by sideLetters()
    SideWords sideWords;
    friend bool operator==(const MapStyle&, const MapStyle&) = default;
};

/// The body without anything of a patient: skin, bones, muscles, shading. Worth caching as a
/// bitmap.
/// What lies beside the body is left bare; the painter fills it with inks(style.ground).ground.
[[nodiscard]] Picture basePicture(const BodyShapes& shapes, const MapWindow& window,
                                  const MapStyle& style);

/// A muscle of one side to be shown whole.
struct MuscleRef {
    MuscleKey muscle;
    Side side = Side::Middle;
    std::string label; ///< its name beside it, translated; may be empty
    friend bool operator==(const MuscleRef&, const MuscleRef&) = default;
};
/// A region of the skin of one side, outlined while someone paints on it or points at it.
struct RegionRef {
    RegionKey region;
    Side side = Side::Middle;
    friend bool operator==(const RegionRef&, const RegionRef&) = default;
};
/// What changes while one works: light enough to be painted for every frame. Painted in this order:
/// zones, areas, region, muscles, known points, marks.
struct MapOverlay {
    std::optional<MuscleRef> hovered;
    std::vector<MuscleRef> selected;
    std::vector<MapMark> marks;
    std::vector<MapArea> areas;
    std::vector<ReferralZone> zones;
    std::vector<KnownPoint> crosses;
    std::optional<RegionRef> region;
    /// Parts of the picture, millimetres, that cards hide: names keep out of them where they can.
    std::vector<Rect> covered;
};
[[nodiscard]] Picture overlayPicture(const BodyShapes& shapes, const MapWindow& window,
                                     const MapStyle& style, const MarkStyle& markStyle,
                                     const MapOverlay& overlay);
/// The overlay in two parts, lower and upper. The lower one, zones and areas, is costly to paint
/// but stays while one hovers, pans or drags a point: worth keeping in the bitmap of the base. Both
/// parts after each other are the overlay.
[[nodiscard]] Picture lowerOverlay(const MapWindow& window, const MapStyle& style,
                                   const MapOverlay& overlay);
[[nodiscard]] Picture upperOverlay(const BodyShapes& shapes, const MapWindow& window,
                                   const MapStyle& style, const MarkStyle& markStyle,
                                   const MapOverlay& overlay);

/// Which side of the picture is the patient's right, in front, back and sole views: a letter on
/// either side of the head, or of whatever is uppermost, as long as that is in sight, else in the
/// picture's corners. The letter of a half that is out of sight is left out; one that `covered`
/// (picture millimetres) would hide moves down. To be painted for every frame, above the base:
/// letters keep to the picture, not to the body.
[[nodiscard]] Picture sideLetters(const BodyShapes& shapes, const MapWindow& window,
                                  const MapStyle& style, std::span<const Rect> covered = {});

/// All in one, for a page or a file.
[[nodiscard]] Picture bodyMapPicture(const BodyShapes& shapes, const MapWindow& window,
                                     const MapStyle& style, const MarkStyle& markStyle,
                                     const MapOverlay& overlay);

} // namespace palpate::drawing
