// SPDX-License-Identifier: MIT
#include "app/BodyPainter.h"

#include "atlas/BodyMap.h"
#include "atlas/Painted.h"
#include "atlas/Shapes.h"
#include "domain/Message.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <utility>

namespace palpate::app {

namespace {

/// How far an outline may move to lose needless places: half the breadth of its line on a map.
constexpr atlas::Millimetres kSmoothing{0.4};
/// A part of the body counts as painted from this share of it on.
constexpr double kWhole = 0.9;
/// Only its colour: what it feels like is not asked here.
constexpr PainQuality kShownAs = PainQuality::Ache;

[[nodiscard]] std::string labelOf(const atlas::Region& region) {
    std::string name = shown({region.name, {}});
    // Within a sentence; a word of capitals stays one.
    if (name.size() > 1 && std::isupper(static_cast<unsigned char>(name[0])) != 0 &&
        std::islower(static_cast<unsigned char>(name[1])) != 0) {
        name[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
    }
    switch (region.side) {
    case Side::Left:
        return shown({tr("left {1}"), {std::move(name)}});
    case Side::Right:
        return shown({tr("right {1}"), {std::move(name)}});
    case Side::Middle:
        break;
    }
    return name;
}

/// Those of a view, from head to foot and there from the viewer's left.
[[nodiscard]] std::vector<const atlas::Region*> regionsIn(const atlas::BodyMap& map, View view) {
    std::vector<const atlas::Region*> found;
    for (const atlas::Region& region : map.regions()) {
        const auto* const shape = region.shapeIn(view);
        if (shape != nullptr && shape->plane == atlas::Plane::Body) {
            found.push_back(&region);
        }
    }
    std::ranges::stable_sort(found, [&](const atlas::Region* a, const atlas::Region* b) {
        const Place one = a->shapeIn(view)->anchor;
        const Place other = b->shapeIn(view)->anchor;
        return std::pair{one.y, one.x} < std::pair{other.y, other.x};
    });
    return found;
}

} // namespace

void BodyPainter::set(const std::string& text) {
    cancel();
    parts_ = parseBodyMapText(text).value_or(std::vector<PaintedPart>{});
}

std::string BodyPainter::text() const {
    return bodyMapText(parts_);
}

std::vector<Polygon> BodyPainter::shapeIn(View view) const {
    const auto found = std::ranges::find_if(
        parts_, [&](const PaintedPart& part) { return part.view == view && !part.onArm; });
    return found == parts_.end() ? std::vector<Polygon>{} : found->shape;
}

void BodyPainter::put(View view, std::vector<Polygon> shape) {
    std::erase_if(parts_,
                  [&](const PaintedPart& part) { return part.view == view && !part.onArm; });
    if (!shape.empty()) {
        parts_.push_back({view, false, std::move(shape)});
    }
    // The order in which the text holds them.
    std::ranges::stable_sort(parts_, {}, [](const PaintedPart& part) {
        return std::pair{part.view, part.onArm};
    });
}

void BodyPainter::press(BodyPoint where) {
    cancel();
    view_ = where.view;
    path_ = {{where.x, where.y}};
    stroke_ = atlas::brushed(path_, atlas::Millimetres{radius_});
}

void BodyPainter::drag(BodyPoint where) {
    if (path_.empty()) {
        return;
    }
    const std::vector<Place> piece{path_.back(), {where.x, where.y}};
    path_.push_back(piece.back());
    stroke_ = atlas::united(stroke_, atlas::brushed(piece, atlas::Millimetres{radius_}));
}

bool BodyPainter::release() {
    const std::vector<Polygon> stroke = std::exchange(stroke_, {});
    path_.clear();
    const std::vector<Polygon> before = shapeIn(view_);
    std::vector<Polygon> now =
        erasing_ ? atlas::without(before, stroke)
                 : atlas::united(before, atlas::onBody(map_, view_, atlas::Plane::Body,
                                                       atlas::simplified(stroke, kSmoothing)));
    if (now == before) {
        return false;
    }
    put(view_, std::move(now));
    return true;
}

void BodyPainter::cancel() noexcept {
    path_.clear();
    stroke_.clear();
}

void BodyPainter::clear() {
    cancel();
    parts_.clear();
}

std::vector<BodyPart> BodyPainter::bodyParts(View view) const {
    const std::vector<Polygon> shape = shapeIn(view);
    const auto touched = atlas::regionsTouched(map_, view, atlas::Plane::Body, shape);
    std::vector<BodyPart> parts;
    for (const atlas::Region* const region : regionsIn(map_, view)) {
        const auto found = std::ranges::find(touched, region, &atlas::TouchedRegion::region);
        parts.push_back({labelOf(*region), found != touched.end() && found->share >= kWhole});
    }
    return parts;
}

void BodyPainter::toggle(View view, std::size_t index) {
    const auto regions = regionsIn(map_, view);
    const bool painted = bodyParts(view).at(index).painted;
    const std::vector<Polygon> whole =
        atlas::united(regions.at(index)->shapeIn(view)->outline.polygons(), {});
    const std::vector<Polygon> before = shapeIn(view);
    put(view, painted ? atlas::without(before, whole) : atlas::united(before, whole));
}

std::vector<drawing::MapArea> BodyPainter::areas(View view) const {
    std::vector<drawing::MapArea> areas;
    for (const PaintedPart& part : parts_) {
        if (part.view == view) {
            drawing::MapArea area;
            area.view = view;
            area.onArm = part.onArm;
            area.shape = part.shape;
            area.quality = kShownAs;
            areas.push_back(std::move(area));
        }
    }
    return areas;
}

std::vector<drawing::MapArea> BodyPainter::stroke(View view) const {
    std::vector<drawing::MapArea> areas;
    if (!stroke_.empty() && view_ == view) {
        drawing::MapArea area;
        area.view = view;
        area.shape = stroke_;
        area.quality = kShownAs;
        area.sketch = !erasing_;
        area.then = erasing_;
        areas.push_back(std::move(area));
    }
    return areas;
}

std::string BodyPainter::words() const {
    std::vector<std::pair<const atlas::Region*, double>> found;
    for (const PaintedPart& part : parts_) {
        const atlas::Plane plane = part.onArm ? atlas::Plane::Arm : atlas::Plane::Body;
        for (const auto& touched : atlas::regionsTouched(map_, part.view, plane, part.shape)) {
            const auto known = std::ranges::find(found, touched.region,
                                                 [](const auto& each) { return each.first; });
            if (known == found.end()) {
                found.emplace_back(touched.region, touched.area.value);
            } else {
                known->second = std::max(known->second, touched.area.value);
            }
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater{},
                             [](const auto& each) { return each.second; });
    std::string words;
    for (const auto& [region, area] : found) {
        words += (words.empty() ? "" : ", ") + labelOf(*region);
    }
    return words;
}

} // namespace palpate::app
