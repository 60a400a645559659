// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace palpate::drawing {

// A picture is a list of shapes in millimetres of paper or screen, x to the right, y down, painted
// in order. It is described once; gui (wxGraphicsContext), report (libharu) and Svg.h each own one
// small painter.

struct Point {
    double x = 0;
    double y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};
struct Rect {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    friend bool operator==(const Rect&, const Rect&) = default;
};

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255; ///< 255 opaque
    friend bool operator==(const Colour&, const Colour&) = default;
};
/// 0xRRGGBB.
[[nodiscard]] constexpr Colour rgb(std::uint32_t value, std::uint8_t alpha = 255) noexcept {
    return {static_cast<std::uint8_t>(value >> 16U), static_cast<std::uint8_t>(value >> 8U),
            static_cast<std::uint8_t>(value), alpha};
}

/// Contours of straight lines. Filled with the even-odd rule; an open contour is stroked but not
/// closed.
struct Contour {
    std::vector<Point> points;
    bool closed = true;
};
struct Path {
    std::vector<Contour> contours;
};

struct Stroke {
    Colour colour;
    double width = 0.2;       ///< millimetres of the picture; a Group's transform does not scale it
    std::vector<double> dash; ///< on, off ... in millimetres of the picture; empty: solid
};

/// The path is shared so that a hundred pictures of one body keep one copy of its outlines.
struct PathShape {
    std::shared_ptr<const Path> path;
    std::optional<Colour> fill;
    std::optional<Stroke> stroke;
};
/// Its centre is moved by a Group's transform; its radius is not scaled.
struct CircleShape {
    Point centre;
    double radius = 1;
    std::optional<Colour> fill;
    std::optional<Stroke> stroke;
};
enum class Align { Start, Middle, End };
enum class Weight { Regular, Bold };
/// Where a line begins to be read. FromText: its first letter that has a direction decides.
enum class ReadingDirection { FromText, LeftToRight, RightToLeft };
/// One line of text. Its place is moved by a Group's transform; its size is not scaled.
struct TextShape {
    Point at;         ///< on the baseline
    std::string text; ///< UTF-8
    double size = 3;  ///< em, millimetres (1 pt is 0.3528 mm)
    Align align = Align::Start;
    Weight weight = Weight::Regular;
    bool italic = false;
    Colour colour = rgb(0x1F2A33);
    std::optional<Colour> halo; ///< painted behind the glyphs so that they read on any ground
    ReadingDirection direction =
        ReadingDirection::FromText; ///< of the line's words; it stays where it is
    // A line of words in several looks may be painted in parts, in an order that is not the one of
    // reading; then the parts are only seen, and the line as a whole is only read.
    bool isSeen = true; ///< painted
    bool isRead = true; ///< copied, found and spoken, where it is painted on paper
};

/// A picture of pixels, decoded. Shared, so that a logo on a hundred pages is kept once.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels; ///< red, green, blue, alpha (not premultiplied), from the top
    bool isPhotograph = false;        ///< it came with losses already and may be stored so again
};
/// The image fills the place, whatever its pixels' shape; a Group's transform scales it.
struct ImageShape {
    std::shared_ptr<const Image> image;
    Rect place;
};

/// x' = x * scale + dx, y' = y * scale + dy, into the units of the enclosing picture or group.
struct Transform {
    double scale = 1;
    double dx = 0;
    double dy = 0;
    friend bool operator==(const Transform&, const Transform&) = default;
};

struct Shape;
/// Shapes with a transform of their own, seen through `clip` (in the units outside the group) if
/// there is one.
struct Group {
    Transform transform;
    std::optional<Rect> clip;
    std::string name; ///< for the SVG's id; may be empty
    std::vector<Shape> shapes;
};

struct Shape : std::variant<PathShape, CircleShape, TextShape, ImageShape, Group> {
    using variant::variant;
};

struct Picture {
    double width = 0;  ///< millimetres
    double height = 0; ///< millimetres
    std::string title; ///< for screen readers and the SVG's <title>
    std::vector<Shape> shapes;
};

} // namespace palpate::drawing
