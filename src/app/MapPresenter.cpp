// SPDX-License-Identifier: MIT
#include "app/MapPresenter.h"

#include "app/MusclePlaces.h"
#include "app/SessionInside.h"
#include "atlas/BodyMap.h"
#include "atlas/Neighbours.h"
#include "domain/Error.h"

#include <algorithm>

namespace palpate::app {

namespace {

[[nodiscard]] atlas::Direction directionOf(Step step) noexcept {
    switch (step) {
    case Step::Left:
        return atlas::Direction::Left;
    case Step::Right:
        return atlas::Direction::Right;
    case Step::Up:
        return atlas::Direction::Up;
    case Step::Down:
        break;
    }
    return atlas::Direction::Down;
}

} // namespace

void MapPresenter::setView(View view) {
    inside_.message.clear();
    inside_.lookFrom(view);
    inside_.render();
    inside_.tell();
}

void MapPresenter::setLayer(Layer layer) {
    inside_.layer = layer;
    inside_.hovered.reset();
    inside_.message.clear();
    inside_.render();
    inside_.tell();
}

void MapPresenter::stepLayer(int by) {
    const int last = static_cast<int>(kLayers.size()) - 1;
    setLayer(kLayers.at(
        static_cast<std::size_t>(std::clamp(static_cast<int>(inside_.layer) + by, 0, last))));
}

void MapPresenter::setShowArm(bool show) {
    inside_.settleStroke();
    inside_.showArm = show;
    inside_.hovered.reset();
    inside_.render();
    inside_.tell();
}

void MapPresenter::setShowOutlines(bool show) {
    inside_.showOutlines = show;
    inside_.render();
    inside_.tell();
}

void MapPresenter::setShowReferral(bool show) {
    inside_.showReferral = show;
    inside_.render();
    inside_.tell();
}

void MapPresenter::hoveredAt(BodyPoint where) {
    inside_.hover(where);
}

void MapPresenter::left() {
    inside_.hover({});
}

void MapPresenter::showMuscle(MuscleKey muscle, Side side) {
    const auto* found = inside_.clinic.map().muscle(muscle, side);
    if (found == nullptr) {
        throw EditRefused{{tr("The body map has no such muscle; choose one from the list."), {}}};
    }
    inside_.lookFrom(viewFor(inside_.clinic.reference(), *found, inside_.view));
    inside_.selected.reset();
    inside_.focused = SidedMuscle{found->key, found->side};
    inside_.message.clear();
    inside_.bringMuscle(*found);
    inside_.render();
    inside_.tell();
}

void MapPresenter::step(Step step, BodyPoint middle) {
    const auto& map = inside_.clinic.map();
    const atlas::Peel peel{.top = inside_.layer, .showArm = inside_.showArm};
    const atlas::Muscle* from = nullptr;
    if (inside_.focused) {
        from = map.muscle(inside_.focused->first, inside_.focused->second);
    } else if (const auto* finding =
                   inside_.selected ? inside_.findingOf(*inside_.selected) : nullptr) {
        from = inside_.muscleOf(*finding);
    }
    auto& ways = inside_.ways;
    if (!ways || ways->view != inside_.view || !(ways->peel == peel)) {
        ways = SessionInside::Ways{inside_.view, peel, atlas::Neighbours{map, inside_.view, peel}};
    }
    const bool fromHere = from != nullptr && from->shapeIn(inside_.view) != nullptr;
    const auto* next = fromHere ? ways->neighbours.from(*from, directionOf(step))
                                : ways->neighbours.nearest({middle.x, middle.y});
    if (next == nullptr) {
        const bool none = inside_.layer == Layer::Skin || inside_.layer == Layer::Bones;
        inside_.say(none ? Message{tr("No muscle shows here; choose a layer from 1 to 4."), {}}
                         : Message{tr("No further muscle that way."), {}});
        inside_.tell();
        return;
    }
    inside_.selected.reset();
    inside_.focused = SidedMuscle{next->key, next->side};
    inside_.hovered.reset();
    inside_.message.clear();
    if (const auto* shape = next->shapeIn(inside_.view)) {
        const auto& box = shape->visible.box();
        inside_.bring({box.left, box.top, box.right - box.left, box.bottom - box.top});
    }
    inside_.render();
    inside_.tell();
}

void MapPresenter::stepPoint(int by) {
    const auto& findings = inside_.session.findings;
    if (findings.empty()) {
        return;
    }
    const auto count = static_cast<int>(findings.size());
    const auto now = std::ranges::find_if(
        findings, [&](const Finding& f) { return inside_.selected == f.point.id; });
    const int at =
        now == findings.end() ? (by > 0 ? -1 : count) : static_cast<int>(now - findings.begin());
    const auto next = static_cast<std::size_t>(((at + by) % count + count) % count);
    const auto point = findings[next].point.id;
    inside_.select(point);
    inside_.bringPoint(point);
    inside_.render();
    inside_.tell();
}

void MapPresenter::lookAway() {
    inside_.select({});
    inside_.tell();
}

} // namespace palpate::app
