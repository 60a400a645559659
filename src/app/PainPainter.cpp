// SPDX-License-Identifier: MIT
#include "app/PainPainter.h"

#include "app/SessionInside.h"
#include "atlas/BodyMap.h"
#include "atlas/Painted.h"
#include "atlas/Shapes.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "reference/Reference.h"

#include <algorithm>
#include <cmath>

namespace palpate::app {

namespace {

/// How far an outline may move to lose needless places: half the breadth of its line on a map.
constexpr atlas::Millimetres kSmoothing{0.4};
/// Steps of the brush shorter than this share of its radius add nothing that could be seen.
constexpr double kLeastStep = 0.12;

[[nodiscard]] Place placeOf(BodyPoint where) noexcept {
    return {where.x, where.y};
}

[[nodiscard]] double distance(Place a, Place b) noexcept {
    return std::hypot(a.x - b.x, a.y - b.y);
}

[[nodiscard]] double roundedToTenth(double value) noexcept {
    return std::round(value * 10) / 10;
}

/// The way of a brush with so few places that an arrow along it looks drawn.
[[nodiscard]] Polyline arrowAlong(const std::vector<Place>& path) {
    constexpr double kStep = 8; // mm
    Polyline arrow;
    for (const auto& place : path) {
        if (arrow.empty() || distance(arrow.back(), place) >= kStep) {
            arrow.push_back({roundedToTenth(place.x), roundedToTenth(place.y)});
        }
    }
    if (!path.empty() && arrow.size() > 1) {
        arrow.back() = {roundedToTenth(path.back().x), roundedToTenth(path.back().y)};
    }
    return arrow.size() > 1 ? arrow : Polyline{};
}

[[nodiscard]] bool holds(const PainArea& area, Place place) {
    return atlas::Outline{area.shape}.contains(place);
}

[[nodiscard]] PainArea required(const Session& session, const PainAreaId& id) {
    const auto* area = painAreaOf(session, id);
    if (area == nullptr) {
        throw EditRefused{
            {tr("That pain area is not in this session any more; choose again."), {}}};
    }
    return *area;
}

} // namespace

/// The acts behind the painter that need its state.
struct PainHand {
    SessionInside& inside;

    [[nodiscard]] Painting& now() const noexcept { return inside.painting; }
    [[nodiscard]] bool onArm() const noexcept {
        return inside.showArm && (inside.view == View::Left || inside.view == View::Right);
    }
    [[nodiscard]] atlas::Plane plane() const noexcept {
        return onArm() ? atlas::Plane::Arm : atlas::Plane::Body;
    }
    [[nodiscard]] std::vector<Polygon> clipped(std::span<const Polygon> shape) const {
        return atlas::onBody(inside.clinic.map(), inside.view, plane(), shape);
    }
    [[nodiscard]] const PainArea* selectedHere() const noexcept {
        const auto* area = now().selected ? painAreaOf(inside.session, *now().selected) : nullptr;
        return area != nullptr && area->view == inside.view && area->onArm == onArm() ? area
                                                                                      : nullptr;
    }
    /// The topmost area of this view under a place.
    [[nodiscard]] const PainArea* areaAt(Place place) const {
        const auto& areas = inside.session.painAreas;
        const auto found = std::find_if(areas.rbegin(), areas.rend(), [&](const PainArea& area) {
            return area.view == inside.view && (!area.onArm || inside.showArm) &&
                   holds(area, place);
        });
        return found == areas.rend() ? nullptr : &*found;
    }
    [[nodiscard]] PainArea fresh() const {
        return {.id = PainAreaId::create(inside.clinic.ids()),
                .view = inside.view,
                .onArm = onArm(),
                .shape = {},
                .arrows = {},
                .quality = now().quality,
                .intensity = now().intensity,
                .depth = now().depth,
                .note = {}};
    }
    void forgetStroke() const {
        now().stroke = {};
        now().path.clear();
        now().drawing = false;
        now().extended.reset();
        now().kept.reset();
    }
    /// The stroke as an area: the one it adds to, or a new one.
    [[nodiscard]] PainArea drawn(bool smooth) const {
        auto area = now().extended ? *now().extended : fresh();
        if (now().kept) {
            area.id = *now().kept;
        }
        area.shape = atlas::united(area.shape, now().stroke.shape);
        if (smooth) {
            area.shape = clipped(atlas::simplified(area.shape, kSmoothing));
        }
        if (area.quality == PainQuality::Radiating) {
            if (auto arrow = arrowAlong(now().path); !arrow.empty()) {
                area.arrows.push_back(std::move(arrow));
            }
        }
        return area;
    }
    /// Puts the area and makes it the selected one.
    void put(const PainArea& area, bool sameStep) const {
        if (sameStep) {
            inside.commitOn({PutPainArea{area}});
        } else {
            inside.commit({PutPainArea{area}});
        }
        now().selected = area.id;
    }
    /// Adds a shape to the selected area when it lies on it, else begins a new one with it.
    void add(const std::vector<Polygon>& shape) const {
        const auto onTheBody = clipped(shape);
        if (onTheBody.empty()) {
            inside.say({tr("That lies beside the body; draw on the body."), {}});
            return;
        }
        const auto* selected = selectedHere();
        auto area = selected != nullptr && !atlas::common(selected->shape, onTheBody).empty()
                        ? *selected
                        : fresh();
        area.shape = atlas::simplified(atlas::united(area.shape, onTheBody), kSmoothing);
        put(area, false);
    }
    void erase() const {
        SessionStep step;
        const auto* only = selectedHere();
        for (const auto& area : inside.session.painAreas) {
            const bool here = area.view == inside.view && area.onArm == onArm();
            if (!here || (only != nullptr && area.id != only->id) ||
                atlas::common(area.shape, now().stroke.shape).empty()) {
                continue;
            }
            auto rest = area;
            rest.shape =
                atlas::simplified(atlas::without(area.shape, now().stroke.shape), kSmoothing);
            std::erase_if(rest.arrows, [&](const Polyline& arrow) {
                return std::ranges::none_of(arrow, [&](Place place) { return holds(rest, place); });
            });
            if (rest.shape.empty()) {
                step.emplace_back(RemovePainArea{area.id});
            } else {
                step.emplace_back(PutPainArea{std::move(rest)});
            }
        }
        if (!step.empty()) {
            inside.commit(std::move(step));
        }
    }
    void change(const auto& how) const {
        const auto* area = now().selected ? painAreaOf(inside.session, *now().selected) : nullptr;
        if (area != nullptr) {
            auto changed = *area;
            how(changed);
            if (!(changed == *area)) {
                inside.commit({PutPainArea{std::move(changed)}});
            }
        }
        inside.render();
        inside.tell();
    }
    void finish() const {
        inside.render();
        inside.tell();
    }
};

void PainPainter::setPainting(bool on) {
    inside_.painting.on = on && !isSigned(inside_.session);
    inside_.painting.selected.reset();
    PainHand{inside_}.forgetStroke();
    inside_.message.clear();
    if (inside_.painting.on) {
        inside_.selected.reset();
        inside_.focused.reset();
    }
    PainHand{inside_}.finish();
}

void PainPainter::setTool(PainTool tool) {
    inside_.painting.tool = tool;
    PainHand{inside_}.forgetStroke();
    PainHand{inside_}.finish();
}

void PainPainter::setRadius(double millimetres) {
    inside_.painting.radius = std::clamp(millimetres, kLeastRadius, kMostRadius);
    PainHand{inside_}.finish();
}

void PainPainter::setQuality(std::optional<PainQuality> quality) {
    inside_.painting.quality = quality;
    PainHand{inside_}.change([&](PainArea& area) { area.quality = quality; });
}

void PainPainter::setIntensity(std::optional<PainScore> intensity) {
    inside_.painting.intensity = intensity;
    PainHand{inside_}.change([&](PainArea& area) { area.intensity = intensity; });
}

void PainPainter::setDepth(std::optional<PainDepth> depth) {
    inside_.painting.depth = depth;
    PainHand{inside_}.change([&](PainArea& area) { area.depth = depth; });
}

void PainPainter::pressed(BodyPoint where) {
    const PainHand hand{inside_};
    if (!inside_.painting.on || inside_.painting.tool == PainTool::Polygon) {
        return;
    }
    inside_.requireDraft();
    hand.forgetStroke();
    auto& now = inside_.painting;
    now.drawing = true;
    now.stroke.erasing = now.tool == PainTool::Erase;
    now.path = {placeOf(where)};
    const auto dab = atlas::brushed(now.path, atlas::Millimetres{now.radius});
    const auto* selected = hand.selectedHere();
    if (!now.stroke.erasing && selected != nullptr &&
        !atlas::common(selected->shape, dab).empty()) {
        now.extended = *selected;
    }
    now.stroke.shape = hand.clipped(dab);
    inside_.tellMap();
}

void PainPainter::draggedTo(BodyPoint where) {
    auto& now = inside_.painting;
    if (!now.drawing || distance(now.path.back(), placeOf(where)) < now.radius * kLeastStep) {
        return;
    }
    const std::vector<Place> piece{now.path.back(), placeOf(where)};
    now.path.push_back(placeOf(where));
    now.stroke.shape = atlas::united(now.stroke.shape, PainHand{inside_}.clipped(atlas::brushed(
                                                           piece, atlas::Millimetres{now.radius})));
    inside_.tellMap();
}

void PainPainter::keep() {
    auto& now = inside_.painting;
    const PainHand hand{inside_};
    if (!now.drawing || now.stroke.erasing || now.stroke.shape.empty()) {
        return;
    }
    const auto area = hand.drawn(false);
    const bool again = now.kept.has_value();
    now.kept = area.id;
    hand.put(area, again);
}

void PainPainter::released() {
    auto& now = inside_.painting;
    const PainHand hand{inside_};
    if (!now.drawing) {
        return;
    }
    if (now.stroke.erasing) {
        hand.erase();
    } else if (now.stroke.shape.empty()) {
        inside_.say({tr("That lies beside the body; draw on the body."), {}});
    } else {
        hand.put(hand.drawn(true), now.kept.has_value());
    }
    hand.forgetStroke();
    hand.finish();
}

void PainPainter::cancelled() {
    const PainHand hand{inside_};
    const bool kept = inside_.painting.kept.has_value();
    hand.forgetStroke();
    if (kept && !inside_.turns.undo.empty()) {
        const auto step = inside_.turns.undo.back();
        inside_.store(step, Undone{inverse(inside_.session, step)});
    }
    hand.finish();
}

void PainPainter::clickedAt(BodyPoint where, double reach) {
    auto& now = inside_.painting;
    const PainHand hand{inside_};
    inside_.requireDraft();
    if (now.tool == PainTool::Polygon) {
        auto& corners = now.stroke.corners;
        if (corners.size() >= 3 && distance(corners.front(), placeOf(where)) <= reach) {
            closePolygon();
            return;
        }
        corners.push_back(placeOf(where));
        inside_.tellMap();
        return;
    }
    if (now.tool == PainTool::Brush) {
        const auto* area = hand.areaAt(placeOf(where));
        if (area != nullptr && now.selected != area->id) {
            select(area->id);
            return;
        }
    }
    pressed(where);
    released();
}

void PainPainter::fillRegionAt(BodyPoint where) {
    inside_.requireDraft();
    const PainHand hand{inside_};
    const auto* region =
        inside_.clinic.map().regionAt(where, atlas::Millimetres{2}, inside_.showArm);
    const auto* shape = region != nullptr ? region->shapeIn(inside_.view) : nullptr;
    if (shape == nullptr) {
        inside_.say({tr("That lies beside the body; draw on the body."), {}});
    } else {
        hand.forgetStroke();
        hand.add(shape->outline.polygons());
    }
    hand.finish();
}

void PainPainter::closePolygon() {
    const PainHand hand{inside_};
    const auto corners = std::exchange(inside_.painting.stroke.corners, {});
    const auto shape = atlas::enclosed(corners);
    if (!shape.empty()) {
        hand.add(shape);
    }
    hand.finish();
}

void PainPainter::removeCorner() {
    if (!inside_.painting.stroke.corners.empty()) {
        inside_.painting.stroke.corners.pop_back();
        inside_.tellMap();
    }
}

void PainPainter::dropCorners() {
    inside_.painting.stroke.corners.clear();
    inside_.tellMap();
}

const PaintStroke& PainPainter::stroke() const noexcept {
    return inside_.painting.stroke;
}

void PainPainter::select(std::optional<PainAreaId> area) {
    auto& now = inside_.painting;
    now.selected = area;
    inside_.message.clear();
    if (const auto* found = area ? painAreaOf(inside_.session, *area) : nullptr) {
        inside_.view = found->view;
        inside_.showArm = inside_.showArm || found->onArm;
        now.quality = found->quality;
        now.intensity = found->intensity;
        now.depth = found->depth;
    }
    PainHand{inside_}.finish();
}

void PainPainter::remove(PainAreaId area) {
    static_cast<void>(required(inside_.session, area));
    inside_.commit({RemovePainArea{area}});
    PainHand{inside_}.finish();
}

void PainPainter::mirror(PainAreaId area) {
    const auto& map = inside_.clinic.map();
    auto other = required(inside_.session, area);
    other.id = PainAreaId::create(inside_.clinic.ids());
    other.shape = atlas::mirrored(map, other.view, other.shape);
    for (auto& arrow : other.arrows) {
        for (auto& place : arrow) {
            const auto there = atlas::mirrored(map, BodyPoint{other.view, place.x, place.y});
            place = {roundedToTenth(there.x), roundedToTenth(there.y)};
        }
    }
    other.view = atlas::mirroredView(other.view);
    other.shape = atlas::onBody(map, other.view, atlas::planeOf(other), other.shape);
    inside_.commit({PutPainArea{other}});
    inside_.view = other.view;
    inside_.painting.selected = other.id;
    PainHand{inside_}.finish();
}

void PainPainter::setNote(PainAreaId area, const std::string& note) {
    if (!isValidUtf8(note)) {
        throw EditRefused{{tr("The text holds characters that are not valid; type it again."), {}}};
    }
    auto changed = required(inside_.session, area);
    if (changed.note != note) {
        changed.note = note;
        inside_.commit({PutPainArea{std::move(changed)}});
        inside_.tell();
    }
}

void PainPainter::copyLast() {
    SessionStep step;
    if (inside_.previous() != nullptr) {
        for (auto area : inside_.previous()->painAreas) {
            area.id = PainAreaId::create(inside_.clinic.ids());
            step.emplace_back(PutPainArea{std::move(area)});
        }
    }
    if (!step.empty()) {
        inside_.commit(std::move(step));
    }
    PainHand{inside_}.finish();
}

void PainPainter::showCandidate(std::size_t index) {
    const auto& candidate = inside_.shown.pain.candidates.at(index);
    const auto* muscle =
        inside_.clinic.map().muscle(candidate.muscle.first, candidate.muscle.second);
    if (muscle == nullptr) {
        return;
    }
    inside_.focused = SidedMuscle{muscle->key, muscle->side};
    inside_.layer = muscle->layer;
    if (const auto places =
            inside_.clinic.reference().pointPlaces().placesOf(candidate.point, candidate.side);
        !places.empty()) {
        const bool here = std::ranges::count(places, inside_.view, &BodyPoint::view) > 0;
        inside_.view = here ? inside_.view : places.front().view;
    } else if (muscle->shapeIn(inside_.view) == nullptr && !muscle->shapes.empty()) {
        inside_.view = muscle->shapes.front().view;
    }
    if (const auto* shape = muscle->shapeIn(inside_.view)) {
        const auto& box = shape->whole().box();
        inside_.bring({box.left, box.top, box.right - box.left, box.bottom - box.top});
    }
    PainHand{inside_}.finish();
}

void PainPainter::placeCandidate(std::size_t index) {
    const auto candidate = inside_.shown.pain.candidates.at(index);
    for (const auto& finding : inside_.session.findings) {
        if (finding.muscle == candidate.muscle.first && finding.side == candidate.muscle.second &&
            finding.referencePoint == candidate.point) {
            inside_.select(finding.point.id);
            inside_.tell();
            return;
        }
    }
    const auto places =
        inside_.clinic.reference().pointPlaces().placesOf(candidate.point, candidate.side);
    const auto* muscle =
        inside_.clinic.map().muscle(candidate.muscle.first, candidate.muscle.second);
    if (places.empty() || muscle == nullptr) {
        throw EditRefused{
            {tr("{1} has no place on the map; mark it where you feel it."), {candidate.label}}};
    }
    const auto here = std::ranges::find(places, inside_.view, &BodyPoint::view);
    const auto at = here != places.end() ? *here : places.front();
    inside_.view = at.view;
    inside_.layer = muscle->layer;
    inside_.placeKnown(at, muscle->key, muscle->side, muscle->layer, candidate.point);
    inside_.tell();
}

} // namespace palpate::app
