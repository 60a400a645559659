// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Outlines.h"

#include <polyclipping/clipper.hpp>

#include <span>
#include <vector>

namespace palpate::atlas::clipping {

// Between our millimetres and the whole numbers that the clipping library works on.

/// How fine the whole numbers are.
struct Scale {
    double unitsPerMillimetre;
};
/// Of everything that is kept: whole tenths of a millimetre, as the atlas has them.
inline constexpr Scale kTenths{10};
/// Of areas that are only measured.
inline constexpr Scale kHundredths{100};

/// Contours with the rule by which they are filled as meant.
struct Contours {
    ClipperLib::Paths paths;
    ClipperLib::PolyFillType fill = ClipperLib::pftEvenOdd;
};

/// The polygons, each filled even-odd, and all of them together united.
[[nodiscard]] Contours contoursOf(std::span<const Polygon> polygons, Scale scale);
[[nodiscard]] ClipperLib::Path pathOf(std::span<const Place> places, Scale scale);

[[nodiscard]] ClipperLib::Paths combined(ClipperLib::ClipType how, const Contours& subject,
                                         const Contours& clip);
/// The same as polygons, each with its holes.
[[nodiscard]] std::vector<Polygon> polygonsOf(ClipperLib::ClipType how, const Contours& subject,
                                              const Contours& clip, Scale scale);

/// Of contours that do not overlap, holes turning the other way: square millimetres.
[[nodiscard]] double squareMillimetres(const ClipperLib::Paths& paths, Scale scale);

} // namespace palpate::atlas::clipping
