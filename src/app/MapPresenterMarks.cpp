// SPDX-License-Identifier: MIT
// Points are marked on the map, moved and put into another muscle or onto the other side.
#include "app/MapPresenter.h"
#include "app/MusclePlaces.h"
#include "app/SessionInside.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "domain/Error.h"
#include "reference/Reference.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace palpate::app {

namespace {

[[nodiscard]] double distance(BodyPoint a, BodyPoint b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// The point whose mark lies nearest in the view of `where`, within `reach` mm; empty when there is
/// none. Of marks that were made there, or of those that only stand for one of another view.
[[nodiscard]] std::optional<TriggerPointId> nearestMark(const MapState& map, BodyPoint where,
                                                        double reach, bool approximate) {
    std::optional<TriggerPointId> best;
    double least = reach;
    for (std::size_t i = 0; i < map.marks.size(); ++i) {
        const auto& mark = map.marks[i];
        if (mark.at.view != where.view || mark.approximate != approximate) {
            continue;
        }
        if (const double away = distance(mark.at, where); away <= least) {
            least = away;
            best = map.markIds[i];
        }
    }
    return best;
}

/// Those under the finding's own place, on the arm when it was marked in a muscle of the arm.
[[nodiscard]] std::vector<const atlas::Muscle*> musclesOf(const SessionInside& inside,
                                                          const Finding& finding) {
    const auto* own = inside.muscleOf(finding);
    const auto* shape = own != nullptr ? own->shapeIn(finding.at.view) : nullptr;
    return inside.clinic.map().musclesUnder(finding.at,
                                            shape != nullptr && shape->plane == atlas::Plane::Arm);
}

[[nodiscard]] std::vector<MuscleChoice>
choicesOf(const SessionInside& inside, const std::vector<const atlas::Muscle*>& muscles) {
    std::vector<MuscleChoice> choices;
    for (const auto* muscle : muscles) {
        choices.push_back({muscle->key, muscle->side,
                           shortMuscle(inside.clinic.reference(), muscle->key, muscle->side),
                           layerWords(muscle->layer)});
    }
    return choices;
}

} // namespace

std::vector<MuscleChoice> MapPresenter::musclesUnder(BodyPoint where) const {
    return choicesOf(inside_, inside_.clinic.map().musclesUnder(where, inside_.showArm));
}

std::vector<MuscleChoice> MapPresenter::musclesAt(const TriggerPointId& point) const {
    const auto* finding = inside_.findingOf(point);
    return finding != nullptr ? choicesOf(inside_, musclesOf(inside_, *finding))
                              : std::vector<MuscleChoice>{};
}

void MapPresenter::clickedAt(BodyPoint where, double reach) {
    // One that only stands for a mark of another view gives way to one that was made here.
    auto point = nearestMark(inside_.shown.map, where, reach, false);
    if (!point) {
        point = nearestMark(inside_.shown.map, where, reach, true);
    }
    if (point) {
        inside_.take(*point);
    } else {
        inside_.placeAt(where, reach);
    }
    inside_.tell();
}

void MapPresenter::clickedMark(TriggerPointId point) {
    inside_.take(point);
    inside_.tell();
}

void MapPresenter::markAt(BodyPoint where, MuscleKey muscle, Side side) {
    const auto* found = inside_.clinic.map().muscle(muscle, side);
    if (found == nullptr) {
        throw EditRefused{{tr("The body map has no such muscle; choose one from the list."), {}}};
    }
    if (std::ranges::count(inside_.clinic.map().musclesUnder(where, inside_.showArm), found) == 0) {
        throw EditRefused{{tr("{1} does not lie there; choose another muscle or another place."),
                           {shortMuscle(inside_.clinic.reference(), found->key, found->side)}}};
    }
    inside_.place(where, found->key, found->side, found->layer);
    inside_.layer = found->layer;
    inside_.render();
    inside_.tell();
}

void MapPresenter::markFocused() {
    const auto* muscle = inside_.focused ? inside_.clinic.map().muscle(inside_.focused->first,
                                                                       inside_.focused->second)
                                         : nullptr;
    if (muscle == nullptr) {
        throw EditRefused{
            {tr("No muscle is chosen; go to one with the arrow keys or by its name."), {}}};
    }
    inside_.requireDraft();
    const auto isIn = [&](const Finding& f) {
        return f.muscle == muscle->key && f.side == muscle->side;
    };
    const auto name = shortMuscle(inside_.clinic.reference(), muscle->key, muscle->side);
    const auto& findings = inside_.session.findings;
    const auto here = std::ranges::find_if(findings, isIn);
    if (const auto ghost = std::ranges::find_if(inside_.ghosts, isIn);
        ghost != inside_.ghosts.end()) {
        inside_.take(TriggerPointId{ghost->point.id});
    } else if (const auto count = std::ranges::count_if(findings, isIn); count > 1) {
        throw EditRefused{{tr("There are {1} points in {2}; choose one on the map or in the list."),
                           {std::to_string(count), name}}};
    } else if (here != findings.end()) {
        inside_.select(TriggerPointId{here->point.id});
    } else if (const auto at =
                   placeFor(inside_.clinic.reference(), *muscle, inside_.view, std::nullopt)) {
        if (at->view != inside_.view) {
            inside_.lookFrom(at->view);
            inside_.bringMuscle(*muscle);
        }
        inside_.place(*at, muscle->key, muscle->side, muscle->layer);
    } else {
        throw EditRefused{{tr("The body map does not show {1}."), {name}}};
    }
    inside_.tell();
}

void MapPresenter::setMuscle(TriggerPointId point, MuscleKey muscle, Side side) {
    const auto* found = inside_.findingOf(point);
    const auto* other = inside_.clinic.map().muscle(muscle, side);
    if (found == nullptr || other == nullptr) {
        throw EditRefused{{tr("That point or muscle is not there any more; choose again."), {}}};
    }
    if (other != inside_.muscleOf(*found) &&
        std::ranges::count(musclesOf(inside_, *found), other) == 0) {
        throw EditRefused{{tr("{1} does not lie there; choose another muscle or another place."),
                           {shortMuscle(inside_.clinic.reference(), other->key, other->side)}}};
    }
    auto finding = *found;
    finding.muscle = other->key;
    finding.side = other->side;
    finding.layer = other->layer;
    inside_.keepKnownPoint(finding);
    inside_.put(std::move(finding));
    inside_.layer = other->layer;
    inside_.render();
    inside_.tell();
}

void MapPresenter::mirror(TriggerPointId point) {
    const auto* found = inside_.findingOf(point);
    if (found == nullptr) {
        throw EditRefused{{tr("That point is not in this session any more; choose again."), {}}};
    }
    inside_.requireDraft();
    const auto finding = inside_.onOtherSide(*found);
    if (const auto* there = inside_.pointNear(finding.at, finding.muscle, finding.side)) {
        inside_.take(TriggerPointId{there->point.id}); // the key was pressed twice
        inside_.tell();
        return;
    }
    auto fresh = carriedFrom(finding);
    fresh.referencePoint.reset();
    fresh.point = {TriggerPointId::create(inside_.clinic.ids()), inside_.highestPoint + 1};
    const auto id = fresh.point.id;
    inside_.put(std::move(fresh));
    inside_.select(id);
    inside_.tell();
}

void MapPresenter::changeSide(TriggerPointId point) {
    const auto* found = inside_.findingOf(point);
    if (found == nullptr) {
        throw EditRefused{{tr("That point is not in this session any more; choose again."), {}}};
    }
    inside_.put(inside_.onOtherSide(*found));
    inside_.select(point);
    inside_.tell();
}

bool MapPresenter::grabMark(TriggerPointId point, BodyPoint where) {
    const auto* finding = inside_.findingOf(point);
    if (isSigned(inside_.session) || finding == nullptr || finding->at.view != inside_.view ||
        where.view != inside_.view) {
        return false;
    }
    const auto& at = finding->at;
    inside_.drag = SessionInside::Drag{point, at, {at.x, at.y}, {where.x, where.y}};
    return true;
}

void MapPresenter::dragTo(BodyPoint where) {
    if (!inside_.drag) {
        return;
    }
    if (where.view != inside_.drag->at.view) {
        return;
    }
    auto& drag = *inside_.drag;
    // This way round a pointer that comes back leaves the place exactly as it was.
    drag.at = {where.view, drag.origin.x + (where.x - drag.from.x),
               drag.origin.y + (where.y - drag.from.y)};
    inside_.moveDragged();
    inside_.pointTo(drag.at);
    inside_.renderHover();
    inside_.tellMap();
}

void MapPresenter::drop() {
    if (!inside_.drag) {
        return;
    }
    const auto drag = *std::exchange(inside_.drag, {});
    const auto* found = inside_.findingOf(drag.point);
    try {
        if (found != nullptr && !(found->at == drag.at)) {
            inside_.moveTo(*found, drag.at);
        }
    } catch (const Error&) {
        inside_.render(); // the mark goes back to where it was
        inside_.tell();
        throw;
    }
    inside_.render();
    inside_.tell();
}

void MapPresenter::cancelDrag() {
    inside_.drag.reset();
    inside_.render();
    inside_.tell();
}

void MapPresenter::nudge(double dx, double dy) {
    const auto& finding = inside_.selectedFinding();
    inside_.requireDraft();
    if (finding.at.view != inside_.view) {
        inside_.say({tr("That point was marked in another view; move it there."), {}});
        inside_.tell();
        return;
    }
    auto at = finding.at;
    at.x += dx;
    at.y += dy;
    inside_.moveTo(finding, at);
    inside_.tell();
}

} // namespace palpate::app
