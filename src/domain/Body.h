// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <compare>
#include <optional>
#include <string_view>

namespace palpate {

/// From where the body is seen. Anterior: the patient's right is on the viewer's left.
enum class View { Anterior, Posterior, Left, Right, Plantar };
inline constexpr std::array kViews{View::Anterior, View::Posterior, View::Left, View::Right,
                                   View::Plantar};

/// The patient's side, never the viewer's.
enum class Side { Left, Right, Middle };

/// What lies on top of the drawn map: everything above it is peeled away.
enum class Layer { Skin = 0, Superficial = 1, Intermediate = 2, Deep = 3, Deepest = 4, Bones = 5 };
inline constexpr std::array kLayers{Layer::Skin, Layer::Superficial, Layer::Intermediate,
                                    Layer::Deep, Layer::Deepest,     Layer::Bones};

/// A place on the body map: millimetres of the standard figure in the frame of one view, x to the
/// viewer's right, y down. Pixels live only in `gui`, points only in `report`.
struct BodyPoint {
    View view = View::Posterior;
    double x = 0;
    double y = 0;
    friend bool operator==(const BodyPoint&, const BodyPoint&) = default;
};

/// The words of the command line and of stored rows: "anterior", "left", "right" ...
[[nodiscard]] std::string_view name(View view) noexcept;
[[nodiscard]] std::optional<View> parseView(std::string_view text) noexcept;
/// "L", "R", "M".
[[nodiscard]] std::string_view name(Side side) noexcept;
[[nodiscard]] std::optional<Side> parseSide(std::string_view text) noexcept;
/// Left becomes right and right left; the middle stays.
[[nodiscard]] Side mirrored(Side side) noexcept;

} // namespace palpate
