// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Body.h"
#include "drawing/MapWindow.h"

#include <array>
#include <optional>

namespace palpate::drawing {

/// Parts of the body to which a map jumps by one key or click.
enum class MapPlace {
    WholeBody,
    Head,
    Neck,
    Shoulder,
    UpperArm,
    Elbow,
    Forearm,
    Hand,
    UpperBack,
    LowBack,
    Chest,
    Abdomen,
    Hip,
    Thigh,
    Knee,
    Leg,
    Foot,
    Sole,
};
inline constexpr std::array kMapPlaces{
    MapPlace::WholeBody, MapPlace::Head,    MapPlace::Neck, MapPlace::Shoulder,  MapPlace::UpperArm,
    MapPlace::Elbow,     MapPlace::Forearm, MapPlace::Hand, MapPlace::UpperBack, MapPlace::LowBack,
    MapPlace::Chest,     MapPlace::Abdomen, MapPlace::Hip,  MapPlace::Thigh,     MapPlace::Knee,
    MapPlace::Leg,       MapPlace::Foot,    MapPlace::Sole};

/// English, marked for translation: "Low back".
[[nodiscard]] const char* title(MapPlace place) noexcept;
/// There is a left and a right one; the other places are always shown whole.
[[nodiscard]] bool isPaired(MapPlace place) noexcept;
/// `now` where the place shows well in it, else the view that suits it best.
[[nodiscard]] View viewFor(MapPlace place, View now) noexcept;

/// What of a view belongs to the place, body millimetres, with a little room round it; empty where
/// it does not show in that view. Middle: both sides. Arm parts need the arm to be shown in the
/// side views; the rectangle is the same.
[[nodiscard]] std::optional<Rect> placeRect(const atlas::BodyMap& map, View view, MapPlace place,
                                            Side side);

/// The place fills the picture, in the view viewFor() names. In a side view the other side's parts
/// do not show, so `side` decides between Left and Right there, and the arm is shown for its parts.
[[nodiscard]] MapWindow regionWindow(const atlas::BodyMap& map, View now, atlas::Peel peel,
                                     MapPlace place, Side side, double width, double height);

} // namespace palpate::drawing
