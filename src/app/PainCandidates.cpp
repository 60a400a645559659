// SPDX-License-Identifier: MIT
// Pain in, muscles out: what a click on a candidate does.
#include "app/PainPainter.h"
#include "app/SessionInside.h"
#include "atlas/BodyMap.h"
#include "domain/Error.h"
#include "reference/Reference.h"

#include <algorithm>

namespace palpate::app {

namespace {

struct Chosen {
    CandidateRow row;
    const atlas::Muscle* muscle;
    std::vector<BodyPoint> places; ///< the view to mark it in first; empty: it has none
};

[[nodiscard]] Chosen chosen(const SessionInside& inside, std::size_t index) {
    const auto& candidates = inside.shown.pain.candidates;
    const auto* muscle = index < candidates.size()
                             ? inside.clinic.map().muscle(candidates[index].muscle.first,
                                                          candidates[index].muscle.second)
                             : nullptr;
    if (muscle == nullptr) {
        throw EditRefused{{tr("The list of candidates has changed; choose again."), {}}};
    }
    const auto& row = candidates[index];
    return {row, muscle, inside.clinic.reference().pointPlaces().placesOf(row.point, row.side)};
}

} // namespace

void PainPainter::showCandidate(std::size_t index) {
    const auto candidate = chosen(inside_, index);
    inside_.settleStroke();
    if (!candidate.places.empty()) {
        const bool here = std::ranges::count(candidate.places, inside_.view, &BodyPoint::view) > 0;
        inside_.lookFrom(here ? inside_.view : candidate.places.front().view);
    } else if (candidate.muscle->shapeIn(inside_.view) == nullptr &&
               !candidate.muscle->shapes.empty()) {
        inside_.lookFrom(candidate.muscle->shapes.front().view);
    }
    inside_.selected.reset();
    inside_.focused = candidate.row.muscle;
    inside_.message.clear();
    inside_.bringMuscle(*candidate.muscle);
    inside_.render();
    inside_.tell();
}

void PainPainter::placeCandidate(std::size_t index) {
    const auto candidate = chosen(inside_, index);
    inside_.requireDraft();
    inside_.settleStroke();
    const auto isIt = [&](const Finding& f) {
        return f.muscle == candidate.row.muscle.first && f.side == candidate.row.muscle.second &&
               f.referencePoint == candidate.row.point;
    };
    for (const auto* findings : {&inside_.session.findings, &inside_.ghosts}) {
        if (const auto found = std::ranges::find_if(*findings, isIt); found != findings->end()) {
            const auto point = found->point.id;
            inside_.take(point);
            inside_.bringPoint(point);
            inside_.render();
            inside_.tell();
            return;
        }
    }
    // One that lies there and was not said to be any known point is this one.
    for (const auto& place : candidate.places) {
        const auto* near = inside_.pointNear(place, candidate.muscle->key, candidate.muscle->side);
        if (near != nullptr && !near->referencePoint) {
            const auto point = near->point.id;
            inside_.take(point);
            inside_.bringPoint(point);
            inside_.render();
            inside_.tell();
            return;
        }
    }
    if (candidate.places.empty()) {
        throw EditRefused{
            {tr("{1} has no place on the map; mark it where you feel it."), {candidate.row.label}}};
    }
    const auto here = std::ranges::find(candidate.places, inside_.view, &BodyPoint::view);
    const auto at = here != candidate.places.end() ? *here : candidate.places.front();
    inside_.lookFrom(at.view);
    inside_.placeKnown(at, candidate.muscle->key, candidate.muscle->side, candidate.muscle->layer,
                       candidate.row.point);
    inside_.bringMuscle(*candidate.muscle);
    inside_.render();
    inside_.tell();
}

} // namespace palpate::app
