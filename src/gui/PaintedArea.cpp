// SPDX-License-Identifier: MIT
// Where a picture will paint, so that no more than that is painted anew.
#include "gui/Painting.h"
#include "gui/Words.h"

#include <algorithm>
#include <limits>

namespace palpate::gui {

namespace {

using drawing::Point;
using drawing::Rect;
using drawing::Shape;
using drawing::Transform;

class Extent {
public:
    Extent(double pixelsPerMm, PathCache& cache) : pixelsPerMm_{pixelsPerMm}, cache_{cache} {}

    void add(const std::vector<drawing::Shape>& shapes, const Transform& toPixels,
             const std::optional<Rect>& clip) {
        for (const drawing::Shape& shape : shapes) {
            std::visit([&](const auto& kind) { one(kind, toPixels, clip); },
                       static_cast<const Shape::variant&>(shape));
        }
    }
    [[nodiscard]] Rect area() const {
        return left_ < right_ && top_ < bottom_ ? Rect{left_, top_, right_ - left_, bottom_ - top_}
                                                : Rect{};
    }

private:
    void join(double left, double top, double right, double bottom,
              const std::optional<Rect>& clip) {
        if (clip) {
            left = std::max(left, clip->x);
            top = std::max(top, clip->y);
            right = std::min(right, clip->x + clip->width);
            bottom = std::min(bottom, clip->y + clip->height);
        }
        if (left < right && top < bottom) {
            left_ = std::min(left_, left);
            top_ = std::min(top_, top);
            right_ = std::max(right_, right);
            bottom_ = std::max(bottom_, bottom);
        }
    }
    [[nodiscard]] double strokeRoom(const std::optional<drawing::Stroke>& stroke) const {
        return (stroke ? stroke->width * pixelsPerMm_ / 2 : 0) + 1;
    }
    void one(const drawing::PathShape& shape, const Transform& to,
             const std::optional<Rect>& clip) {
        if (!shape.path || (!shape.fill && !shape.stroke)) {
            return;
        }
        const Rect box = cache_.built(shape.path).box;
        const double room = strokeRoom(shape.stroke);
        const double x = box.x * to.scale + to.dx;
        const double y = box.y * to.scale + to.dy;
        join(x - room, y - room, x + box.width * to.scale + room, y + box.height * to.scale + room,
             clip);
    }
    void one(const drawing::CircleShape& shape, const Transform& to,
             const std::optional<Rect>& clip) {
        const double x = shape.centre.x * to.scale + to.dx;
        const double y = shape.centre.y * to.scale + to.dy;
        const double r = shape.radius * pixelsPerMm_ + strokeRoom(shape.stroke);
        join(x - r, y - r, x + r, y + r, clip);
    }
    void one(const drawing::TextShape& shape, const Transform& to,
             const std::optional<Rect>& clip) {
        const double em = shape.size * pixelsPerMm_;
        double ems = 0.6; // halo, and letters that lean out
        for (const auto letter : toWx(shape.text)) {
            constexpr unsigned kWide = 0x1100; // from here on there are letters as wide as high
            ems += letter.GetValue() >= kWide ? 1.1 : 0.8;
        }
        const double width = em * ems;
        const double x = shape.at.x * to.scale + to.dx;
        const double y = shape.at.y * to.scale + to.dy;
        const double before = shape.align == drawing::Align::Start    ? 0.3 * em
                              : shape.align == drawing::Align::Middle ? width / 2
                                                                      : width;
        const double after = shape.align == drawing::Align::Start    ? width
                             : shape.align == drawing::Align::Middle ? width / 2
                                                                     : 0.3 * em;
        join(x - before, y - 1.3 * em, x + after, y + 0.6 * em, clip);
    }
    void one(const drawing::ImageShape& shape, const Transform& to,
             const std::optional<Rect>& clip) {
        const double x = shape.place.x * to.scale + to.dx;
        const double y = shape.place.y * to.scale + to.dy;
        join(x - 1, y - 1, x + shape.place.width * to.scale + 1,
             y + shape.place.height * to.scale + 1, clip);
    }
    void one(const drawing::Group& group, const Transform& to, const std::optional<Rect>& clip) {
        const Transform inner{to.scale * group.transform.scale,
                              group.transform.dx * to.scale + to.dx,
                              group.transform.dy * to.scale + to.dy};
        std::optional<Rect> seen = clip;
        if (group.clip) {
            Rect own{group.clip->x * to.scale + to.dx, group.clip->y * to.scale + to.dy,
                     group.clip->width * to.scale, group.clip->height * to.scale};
            if (clip) {
                const double right = std::min(own.x + own.width, clip->x + clip->width);
                const double bottom = std::min(own.y + own.height, clip->y + clip->height);
                own.x = std::max(own.x, clip->x);
                own.y = std::max(own.y, clip->y);
                own.width = std::max(0.0, right - own.x);
                own.height = std::max(0.0, bottom - own.y);
            }
            seen = own;
        }
        add(group.shapes, inner, seen);
    }

    double pixelsPerMm_;
    PathCache& cache_;
    double left_ = std::numeric_limits<double>::max();
    double top_ = std::numeric_limits<double>::max();
    double right_ = std::numeric_limits<double>::lowest();
    double bottom_ = std::numeric_limits<double>::lowest();
};

} // namespace

Rect paintedArea(const drawing::Picture& picture, const PaintView& view, PathCache& cache) {
    Extent extent{view.pixelsPerMm, cache};
    extent.add(picture.shapes, {view.pixelsPerMm, view.offset.x, view.offset.y}, view.clip);
    return extent.area();
}

} // namespace palpate::gui
