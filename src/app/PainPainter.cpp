// SPDX-License-Identifier: MIT
#include "app/PainPainter.h"

#include "app/PainHand.h"
#include "atlas/BodyMap.h"
#include "atlas/Painted.h"
#include "atlas/Shapes.h"
#include "domain/Error.h"
#include "domain/Text.h"

#include <algorithm>
#include <cmath>

namespace palpate::app {

namespace {

/// Steps of the brush shorter than this share of its radius add nothing that could be seen.
constexpr double kLeastStep = 0.12;

[[nodiscard]] double distance(Place a, Place b) noexcept {
    return std::hypot(a.x - b.x, a.y - b.y);
}

[[nodiscard]] double roundedToTenth(double value) noexcept {
    return std::round(value * 10) / 10;
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

void PainPainter::setPainting(bool on) {
    inside_.settleStroke();
    auto& now = inside_.painting;
    now.on = on && !isSigned(inside_.session);
    now.selected.reset();
    now.forgetRating();
    now.stroke = {};
    inside_.message.clear();
    inside_.pointTo({}); // a muscle is named while marking, a region while painting
    if (now.on) {
        inside_.selected.reset();
        inside_.focused.reset();
    }
    PainHand{inside_}.show();
}

void PainPainter::setTool(PainTool tool) {
    inside_.settleStroke();
    inside_.painting.tool = tool;
    inside_.painting.stroke = {};
    PainHand{inside_}.show();
}

void PainPainter::setRadius(double millimetres) {
    inside_.painting.radius = std::clamp(millimetres, kLeastRadius, kMostRadius);
    PainHand{inside_}.show();
}

void PainPainter::setQuality(std::optional<PainQuality> quality) {
    inside_.settleStroke();
    PainHand hand{inside_};
    hand.change([&](PainArea& area) { area.quality = quality; });
    inside_.painting.quality = quality;
    hand.show();
}

void PainPainter::setIntensity(std::optional<PainScore> intensity) {
    inside_.settleStroke();
    PainHand hand{inside_};
    if (inside_.painting.selected) {
        hand.change([&](PainArea& area) { area.intensity = intensity; });
    } else {
        inside_.painting.intensity = intensity;
    }
    hand.show();
}

void PainPainter::setDepth(std::optional<PainDepth> depth) {
    inside_.settleStroke();
    PainHand hand{inside_};
    if (inside_.painting.selected) {
        hand.change([&](PainArea& area) { area.depth = depth; });
    } else {
        inside_.painting.depth = depth;
    }
    hand.show();
}

void PainPainter::pressed(BodyPoint where) {
    inside_.requireDraft();
    const auto& now = inside_.painting;
    if (!now.on || now.tool == PainTool::Polygon || where.view != inside_.view) {
        return;
    }
    inside_.settleStroke(); // of a press whose release never came
    PainHand{inside_}.begin(where);
    inside_.tellMap();
}

void PainPainter::draggedTo(BodyPoint where) {
    const auto& now = inside_.painting;
    const Place to{where.x, where.y};
    if (!now.drawing || where.view != now.view ||
        distance(now.path.back(), to) < now.radius * kLeastStep) {
        return;
    }
    PainHand{inside_}.grow(to);
    inside_.tellMap();
}

void PainPainter::keep() {
    PainHand{inside_}.keep();
}

void PainPainter::released() {
    if (inside_.painting.drawing) {
        inside_.settleStroke();
        PainHand{inside_}.show();
    }
}

void PainPainter::cancelled() {
    PainHand hand{inside_};
    try {
        hand.takeBack();
    } catch (const Error&) {
        hand.show();
        throw;
    }
    hand.show();
}

void PainPainter::clickedAt(BodyPoint where, double reach) {
    inside_.requireDraft();
    auto& now = inside_.painting;
    if (!now.on || where.view != inside_.view) {
        return;
    }
    PainHand hand{inside_};
    if (now.tool == PainTool::Polygon) {
        auto& corners = now.stroke.corners;
        const Place corner{where.x, where.y};
        if (corners.size() >= 3 && distance(corners.front(), corner) <= reach) {
            closePolygon();
            return;
        }
        if (corners.empty()) {
            now.view = where.view;
            now.onArm = hand.isOnArm(where);
        }
        corners.push_back(corner);
        inside_.tellMap();
        return;
    }
    if (now.tool == PainTool::Brush) {
        const auto* area = hand.areaAt(where);
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
    inside_.settleStroke();
    PainHand hand{inside_};
    const auto* region =
        inside_.clinic.map().regionAt(where, atlas::Millimetres{2}, inside_.showArm);
    const auto* shape = region != nullptr ? region->shapeIn(where.view) : nullptr;
    if (shape == nullptr) {
        inside_.say({tr("That lies beside the body; draw on the body."), {}});
    } else {
        hand.add(shape->outline.polygons(), where.view, shape->plane == atlas::Plane::Arm, true);
    }
    hand.show();
}

void PainPainter::closePolygon() {
    auto& now = inside_.painting;
    PainHand hand{inside_};
    if (const auto shape = atlas::enclosed(now.stroke.corners); !shape.empty()) {
        hand.add(shape, now.view, now.onArm, false);
    }
    now.stroke.corners.clear();
    hand.show();
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
    inside_.settleStroke();
    const auto* found = area ? painAreaOf(inside_.session, *area) : nullptr;
    if (found != nullptr) {
        inside_.lookFrom(found->view);
        inside_.showArm = inside_.showArm || found->onArm;
        inside_.painting.forgetRating();
    }
    inside_.painting.selected = found != nullptr ? area : std::nullopt;
    inside_.message.clear();
    PainHand{inside_}.show();
}

void PainPainter::remove(PainAreaId area) {
    inside_.settleStroke();
    static_cast<void>(required(inside_.session, area));
    inside_.commit({RemovePainArea{area}});
    PainHand{inside_}.show();
}

void PainPainter::mirror(PainAreaId area) {
    inside_.settleStroke();
    const auto& map = inside_.clinic.map();
    auto other = required(inside_.session, area);
    other.shape = atlas::mirrored(map, other.view, other.shape);
    for (auto& arrow : other.arrows) {
        for (auto& place : arrow) {
            const auto there = atlas::mirrored(map, BodyPoint{other.view, place.x, place.y});
            place = {roundedToTenth(there.x), roundedToTenth(there.y)};
        }
    }
    other.view = atlas::mirroredView(other.view);
    other.shape = atlas::onBody(map, other.view, atlas::planeOf(other), other.shape);
    const auto same = std::ranges::find_if(inside_.session.painAreas, [&](const PainArea& each) {
        return each.view == other.view && each.onArm == other.onArm &&
               atlas::overlap(each.shape, other.shape) > 0.99;
    });
    if (same != inside_.session.painAreas.end()) {
        select(same->id); // the key was pressed twice
        return;
    }
    other.id = PainAreaId::create(inside_.clinic.ids());
    inside_.commit({PutPainArea{other}});
    select(other.id);
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
    inside_.requireDraft();
    inside_.settleStroke();
    SessionStep step;
    if (inside_.previous() != nullptr && inside_.session.painAreas.empty()) {
        for (auto area : inside_.previous()->painAreas) {
            area.id = PainAreaId::create(inside_.clinic.ids());
            area.intensity.reset(); // what was told then was not asked today
            area.depth.reset();
            area.note.clear();
            step.emplace_back(PutPainArea{std::move(area)});
        }
    }
    if (!step.empty()) {
        inside_.commit(std::move(step));
    }
    PainHand{inside_}.show();
}

} // namespace palpate::app
