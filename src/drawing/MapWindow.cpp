// SPDX-License-Identifier: MIT
#include "drawing/MapWindow.h"

#include <algorithm>

namespace palpate::drawing {

namespace {

/// What of the view is body: the box round the skin of the planes that are shown.
[[nodiscard]] atlas::Box bodyBox(const atlas::BodyMap& map, View view, atlas::Peel peel) {
    std::optional<atlas::Box> box;
    for (const atlas::SkinPlane& skin : map.skin(view)) {
        if (skin.plane == atlas::Plane::Arm && !peel.showArm) {
            continue;
        }
        const atlas::Box& own = skin.outline.box();
        box = box ? atlas::Box{std::min(box->left, own.left), std::min(box->top, own.top),
                               std::max(box->right, own.right), std::max(box->bottom, own.bottom)}
                  : own;
    }
    return box.value_or(atlas::Box{});
}

/// `from`..`from + length`, moved so that it lies within the limits; centred when it is longer than
/// they are apart.
[[nodiscard]] double within(double from, double length, double least, double most) {
    if (length >= most - least) {
        return (least + most - length) / 2;
    }
    return std::clamp(from, least, most - length);
}

constexpr double kBodyMargin = 12; // mm of the body round the whole figure
constexpr double kRoomRoundPoints =
    110;                         // mm of the body, so that the neighbourhood can be recognised
constexpr double kClosest = 320; // mm of the body that always show

} // namespace

double MapWindow::scale() const noexcept {
    if (shown.width <= 0 || shown.height <= 0 || width <= 0 || height <= 0) {
        return 1;
    }
    return std::min(width / shown.width, height / shown.height);
}

Transform MapWindow::transform() const noexcept {
    const double s = scale();
    return {s, width / 2 - s * (shown.x + shown.width / 2),
            height / 2 - s * (shown.y + shown.height / 2)};
}

Point MapWindow::toPicture(BodyPoint at) const noexcept {
    const Transform t = transform();
    return {at.x * t.scale + t.dx, at.y * t.scale + t.dy};
}

BodyPoint MapWindow::toBody(Point at) const noexcept {
    const Transform t = transform();
    return {view, (at.x - t.dx) / t.scale, (at.y - t.dy) / t.scale};
}

Rect MapWindow::covered() const noexcept {
    const BodyPoint corner = toBody({0, 0});
    return {corner.x, corner.y, width / scale(), height / scale()};
}

MapWindow wholeBody(const atlas::BodyMap& map, View view, atlas::Peel peel, double width,
                    double height) {
    const atlas::Box box = bodyBox(map, view, peel);
    return {view,
            peel,
            {box.left - kBodyMargin, box.top - kBodyMargin, box.right - box.left + 2 * kBodyMargin,
             box.bottom - box.top + 2 * kBodyMargin},
            width,
            height};
}

MapWindow windowAround(const atlas::BodyMap& map, View view, atlas::Peel peel,
                       std::span<const BodyPoint> points, double width, double height) {
    const MapWindow whole = wholeBody(map, view, peel, width, height);
    atlas::Ring places;
    for (const BodyPoint& point : points) {
        if (point.view == view) {
            places.push_back({point.x, point.y});
        }
    }
    if (places.empty() || width <= 0 || height <= 0) {
        return whole;
    }
    const atlas::Box box = atlas::boxAround(places);
    double wide = std::max(box.right - box.left + 2 * kRoomRoundPoints, kClosest);
    double high = std::max(box.bottom - box.top + 2 * kRoomRoundPoints, kClosest);
    // As wide or high as the picture's form asks for, so that `shown` is exactly what is seen.
    wide = std::max(wide, high * width / height);
    high = std::max(high, wide * height / width);
    if (wide >= whole.shown.width && high >= whole.shown.height) {
        return whole;
    }
    return {view,
            peel,
            {within((box.left + box.right - wide) / 2, wide, whole.shown.x,
                    whole.shown.x + whole.shown.width),
             within((box.top + box.bottom - high) / 2, high, whole.shown.y,
                    whole.shown.y + whole.shown.height),
             wide, high},
            width,
            height};
}

} // namespace palpate::drawing
