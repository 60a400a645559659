// SPDX-License-Identifier: MIT
#pragma once

#include "app/Suggestions.h"
#include "atlas/BodyMap.h"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace palpate::app {

/// Everything painted in one view and plane; may overlap.
struct PaintedPlane {
    View view = View::Posterior;
    atlas::Plane plane = atlas::Plane::Body;
    std::vector<Polygon> shape;
};
/// In the order of kViews, the body before the arm; planes where nothing is painted are left out.
[[nodiscard]] std::vector<PaintedPlane> paintedPlanes(std::span<const Painted> painted);

/// How much of each region of the body is painted.
class PainCover {
public:
    PainCover(const atlas::BodyMap& map, std::span<const PaintedPlane> planes);

    struct Part {
        double covered = 0; ///< mm2, in all planes together
        double share = 0;   ///< of the region, in the plane where most of it is painted, 0 to 1
        double size = 0;    ///< mm2 of the region in that plane. Of a region that isn't painted: in
                            ///< the painted plane where it is largest, else where it is largest
    };
    /// By the place of the region in BodyMap::regions().
    [[nodiscard]] const Part& of(std::size_t region) const noexcept { return parts_[region]; }
    /// All that is painted on the skin, mm2; each plane by itself.
    [[nodiscard]] double area() const noexcept { return area_; }

private:
    std::vector<Part> parts_;
    double area_ = 0;
};

/// The share of the regions together that is painted, 0 to 1: each in the plane where most of it
/// is.
[[nodiscard]] double shareUsed(const PainCover& cover, std::span<const std::size_t> regions);

/// Regions of a referral seen from a muscle's side, by their places in BodyMap::regions(), each
/// once, in rising order. A muscle of the midline (Side::Middle) refers to both sides.
struct ZoneRegions {
    std::vector<std::size_t> essential;
    std::vector<std::size_t> spillover; ///< those that are not essential too
};
class RegionFinder {
public:
    explicit RegionFinder(const atlas::BodyMap& map) : map_{map} {}
    [[nodiscard]] ZoneRegions zoneOf(const reference::Reference& reference,
                                     const ReferencePointKey& point, Side side) const;
    [[nodiscard]] std::size_t indexOf(const atlas::Region& region) const noexcept {
        return static_cast<std::size_t>(&region - map_.regions().data());
    }

private:
    const atlas::BodyMap& map_;
};

/// "superficial, upper" for "Superficial, upper".
[[nodiscard]] std::string pointInSentence(const std::string& name);
/// "R quadratus lumborum: superficial, upper".
[[nodiscard]] std::string pointLabel(const reference::Reference& reference,
                                     const ReferencePointKey& point, Side side);
/// "64", "under 1" for what is more than nothing.
[[nodiscard]] std::string percentText(double share);

} // namespace palpate::app
