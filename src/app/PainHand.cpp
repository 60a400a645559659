// SPDX-License-Identifier: MIT
#include "app/PainHand.h"

#include "atlas/BodyMap.h"
#include "atlas/Painted.h"
#include "atlas/Shapes.h"
#include "domain/Error.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace palpate::app {

namespace {

/// How far an outline may move to lose needless places: half the breadth of its line on a map.
constexpr atlas::Millimetres kSmoothing{0.4};

[[nodiscard]] double roundedToTenth(double value) noexcept {
    return std::round(value * 10) / 10;
}

[[nodiscard]] double distance(Place a, Place b) noexcept {
    return std::hypot(a.x - b.x, a.y - b.y);
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
    if (arrow.size() > 1) {
        arrow.back() = {roundedToTenth(path.back().x), roundedToTenth(path.back().y)};
    }
    return arrow.size() > 1 ? arrow : Polyline{};
}

/// The runs of the arrows that lie in the shape; one that leaves it and comes back becomes two.
[[nodiscard]] std::vector<Polyline> within(const std::vector<Polyline>& arrows,
                                           const std::vector<Polygon>& shape) {
    const atlas::Outline outline{shape};
    std::vector<Polyline> kept;
    for (const auto& arrow : arrows) {
        Polyline run;
        const auto end = [&] {
            if (run.size() > 1) {
                kept.push_back(run);
            }
            run.clear();
        };
        for (const auto& place : arrow) {
            if (outline.contains(place)) {
                run.push_back(place);
            } else {
                end();
            }
        }
        end();
    }
    return kept;
}

[[nodiscard]] Place placeOf(BodyPoint where) noexcept {
    return {where.x, where.y};
}

} // namespace

void SessionInside::settleStroke() {
    PainHand{*this}.finishStroke();
}

bool PainHand::isOnArm(BodyPoint where) const {
    return inside_.showArm && std::ranges::any_of(inside_.clinic.map().skin(where.view),
                                                  [&](const atlas::SkinPlane& skin) {
                                                      return skin.plane == atlas::Plane::Arm &&
                                                             skin.outline.contains(placeOf(where));
                                                  });
}

const PainArea* PainHand::selectedOn(View view, bool onArm) const noexcept {
    const auto& selected = inside_.painting.selected;
    const auto* area = selected ? painAreaOf(inside_.session, *selected) : nullptr;
    return area != nullptr && area->view == view && area->onArm == onArm ? area : nullptr;
}

const PainArea* PainHand::areaAt(BodyPoint where) const {
    const auto& areas = inside_.session.painAreas;
    const auto found = std::find_if(areas.rbegin(), areas.rend(), [&](const PainArea& area) {
        return area.view == where.view && (!area.onArm || inside_.showArm) &&
               atlas::Outline{area.shape}.contains(placeOf(where));
    });
    return found == areas.rend() ? nullptr : &*found;
}

std::vector<Polygon> PainHand::clipped(std::span<const Polygon> shape, View view,
                                       bool onArm) const {
    return atlas::onBody(inside_.clinic.map(), view, onArm ? atlas::Plane::Arm : atlas::Plane::Body,
                         shape);
}

PainArea PainHand::fresh(View view, bool onArm) const {
    const auto& pen = inside_.painting;
    return {.id = PainAreaId::create(inside_.clinic.ids()),
            .view = view,
            .onArm = onArm,
            .shape = {},
            .arrows = {},
            .quality = pen.quality,
            .intensity = pen.intensity,
            .depth = pen.depth,
            .note = {}};
}

void PainHand::forgetStroke() {
    auto& painting = inside_.painting;
    painting.stroke.shape.clear();
    painting.stroke.erasing = false;
    painting.path.clear();
    painting.drawing = false;
    painting.extended.reset();
    painting.kept.reset();
    painting.failed = false;
    painting.keepFailed = false;
}

void PainHand::giveUp() {
    forgetStroke();
    show();
}

void PainHand::sayBesideTheBody() {
    inside_.say({tr("That lies beside the body; draw on the body."), {}});
}

void PainHand::begin(BodyPoint where) {
    auto& painting = inside_.painting;
    painting.drawing = true;
    painting.view = where.view;
    painting.onArm = isOnArm(where);
    painting.stroke.erasing = painting.tool == PainTool::Erase;
    painting.path = {placeOf(where)};
    auto dab = atlas::brushed(painting.path, atlas::Millimetres{painting.radius});
    if (!painting.stroke.erasing) {
        dab = clipped(dab, painting.view, painting.onArm);
        const auto* selected = selectedOn(painting.view, painting.onArm);
        if (selected != nullptr && !atlas::common(selected->shape, dab).empty()) {
            painting.extended = *selected;
        }
    }
    painting.stroke.shape = std::move(dab);
}

void PainHand::grow(Place to) {
    auto& painting = inside_.painting;
    const std::vector<Place> piece{painting.path.back(), to};
    painting.path.push_back(to);
    auto swept = atlas::brushed(piece, atlas::Millimetres{painting.radius});
    if (!painting.stroke.erasing) {
        swept = clipped(swept, painting.view, painting.onArm);
    }
    painting.stroke.shape = atlas::united(painting.stroke.shape, swept);
}

PainArea PainHand::drawn(bool smooth) const {
    const auto& painting = inside_.painting;
    auto area = painting.extended ? *painting.extended : fresh(painting.view, painting.onArm);
    if (painting.kept) {
        area.id = *painting.kept;
    }
    area.shape = atlas::united(area.shape, painting.stroke.shape);
    if (smooth) {
        area.shape =
            clipped(atlas::simplified(area.shape, kSmoothing), painting.view, painting.onArm);
    }
    if (area.quality == PainQuality::Radiating) {
        std::ranges::move(within({arrowAlong(painting.path)}, area.shape),
                          std::back_inserter(area.arrows));
    }
    return area;
}

void PainHand::put(const PainArea& area, bool sameStep) {
    auto& painting = inside_.painting;
    const auto before = std::exchange(painting.selected, area.id);
    try {
        if (sameStep) {
            inside_.commitOn({PutPainArea{area}});
        } else {
            inside_.commit({PutPainArea{area}});
        }
    } catch (const Error&) {
        painting.selected = before;
        throw;
    }
}

void PainHand::keep() {
    auto& painting = inside_.painting;
    if (!painting.drawing || painting.stroke.erasing || painting.stroke.shape.empty() ||
        painting.keepFailed) {
        return;
    }
    try {
        keepStroke();
    } catch (const EditRefused&) {
        giveUp();
        throw;
    } catch (const Error&) {
        painting.keepFailed = true; // the hand goes on; finishStroke() tries again
        throw;
    }
}

void PainHand::keepStroke() {
    auto& painting = inside_.painting;
    const auto area = drawn(false);
    const SessionStep edits{PutPainArea{area}};
    if (painting.kept) {
        inside_.storeUnseen(edits, SameStep{});
        return;
    }
    // The paragraphs that follow from a drawing are written when it is finished; the way back has
    // to lead to those of now.
    auto whole = edits;
    for (const auto part : kNoteParts) {
        if (noteOf(inside_.session, part).authorship == Authorship::Composed) {
            whole.emplace_back(SetNote{part, noteOf(inside_.session, part)});
        }
    }
    inside_.typing.reset();
    inside_.storeUnseen(edits, NewStep{inverse(inside_.session, whole)});
    painting.kept = area.id;
    painting.keptAt = inside_.turns.undo.size();
}

void PainHand::finishStroke() {
    if (!inside_.painting.drawing) {
        return;
    }
    try {
        storeStroke();
    } catch (const EditRefused&) { // it never will be taken
        giveUp();
        throw;
    } catch (const Error&) {
        if (inside_.painting.failed) {
            giveUp();
        } else {
            inside_.painting.failed = true;
        }
        throw;
    }
    forgetStroke();
}

void PainHand::storeStroke() {
    auto& painting = inside_.painting;
    if (painting.stroke.erasing) {
        erase();
    } else if (const auto area = drawn(true); !area.shape.empty()) {
        put(area, painting.kept.has_value());
        if (!painting.extended) {
            painting.forgetRating();
        }
    } else if (!painting.kept) {
        sayBesideTheBody();
    }
}

void PainHand::takeBack() {
    try {
        takeBackKept();
    } catch (const Error&) {
        forgetStroke(); // what keep() stored of it stays, and can be undone
        throw;
    }
    forgetStroke();
}

void PainHand::takeBackKept() {
    const auto& painting = inside_.painting;
    if (painting.kept) {
        const auto& undo = inside_.turns.undo;
        if (!undo.empty() && undo.size() == painting.keptAt) {
            const auto step = undo.back();
            inside_.store(step, Undone{inverse(inside_.session, step)});
        } else if (painting.extended) { // something else was stored since
            inside_.commit({PutPainArea{*painting.extended}});
        } else {
            inside_.commit({RemovePainArea{*painting.kept}});
        }
    }
}

void PainHand::erase() {
    const auto& painting = inside_.painting;
    const auto isInPlane = [&](const PainArea& area) { // the arm hangs before the trunk
        return area.view == painting.view && area.onArm == painting.onArm;
    };
    const auto* only =
        painting.selected ? painAreaOf(inside_.session, *painting.selected) : nullptr;
    SessionStep step;
    for (const auto& area : inside_.session.painAreas) {
        if (!isInPlane(area) || (only != nullptr && isInPlane(*only) && area.id != only->id) ||
            atlas::common(area.shape, painting.stroke.shape).empty()) {
            continue;
        }
        auto rest = area;
        rest.shape = clipped(
            atlas::simplified(atlas::without(area.shape, painting.stroke.shape), kSmoothing),
            area.view, area.onArm);
        rest.arrows = within(area.arrows, rest.shape);
        if (rest.shape.empty()) {
            step.emplace_back(RemovePainArea{area.id});
        } else {
            step.emplace_back(PutPainArea{std::move(rest)});
        }
    }
    if (!step.empty()) {
        inside_.commit(std::move(step));
    }
}

void PainHand::add(const std::vector<Polygon>& shape, View view, bool onArm, bool join) {
    const auto onTheBody = clipped(shape, view, onArm);
    const auto* selected = selectedOn(view, onArm);
    const bool joins =
        selected != nullptr && (join || !atlas::common(selected->shape, onTheBody).empty());
    auto area = joins ? *selected : fresh(view, onArm);
    area.shape =
        clipped(atlas::simplified(atlas::united(area.shape, onTheBody), kSmoothing), view, onArm);
    if (onTheBody.empty() || area.shape.empty()) {
        sayBesideTheBody();
        return;
    }
    put(area, false);
    if (!joins) {
        inside_.painting.forgetRating();
    }
}

} // namespace palpate::app
