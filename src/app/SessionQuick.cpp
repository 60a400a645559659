// SPDX-License-Identifier: MIT
// The quick line: a point placed and rated by a line of words.
#include "app/MuscleList.h"
#include "app/MusclePlaces.h"
#include "app/QuickLine.h"
#include "app/SessionInside.h"
#include "app/SessionPresenter.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "domain/Error.h"
#include "reference/Reference.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace palpate::app {

QuickAnswer SessionPresenter::quick(const std::string& line, std::optional<std::size_t> choice) {
    auto& inside = *inside_;
    inside.requireDraft();
    const auto& reference = inside.clinic.reference();
    const auto& map = inside.clinic.map();
    auto read = parseQuickLine(line, reference, map);
    if (choice || (!read.isClear() && !read.muscles.empty())) {
        const auto choices = quickCompletions(inside.clinic, line); // as they were on the screen
        if (choice && *choice < choices.size()) {
            const auto& taken = choices[*choice];
            read = parseQuickLine(taken.line, reference, map); // what its label promised
            read.muscles = {taken.muscle};
            read.side = taken.side;
            read.problem.reset();
        } else if (!choices.empty()) {
            QuickAnswer ask;
            ask.message = read.problem ? palpate::shown(*read.problem)
                                       : std::string{tr("Which one is meant?")};
            for (const auto& each : choices) {
                ask.choices.push_back(each.label);
            }
            return ask;
        }
    }
    if (!read.isClear()) {
        return {.done = false,
                .message = read.problem ? palpate::shown(*read.problem)
                                        : std::string{tr("Type a muscle, as in: r ql 6 a")},
                .choices = {}};
    }
    const auto* muscle = map.muscle(read.muscles.front(), *read.side);
    const auto at =
        muscle != nullptr ? placeFor(reference, *muscle, inside.view, read.point) : std::nullopt;
    if (!at) {
        return {.done = false,
                .message =
                    palpate::shown({tr("The body map does not show {1}."),
                                    {shortMuscle(reference, read.muscles.front(), *read.side)}}),
                .choices = {}};
    }
    // A point of that muscle and side that is known from last time, or already in the session, is
    // meant; a second point is marked on the map.
    const auto same = [&](const Finding& f) {
        return f.muscle == muscle->key && f.side == muscle->side &&
               (!read.point || f.referencePoint == read.point);
    };
    std::vector<Finding> meant;
    std::ranges::copy_if(inside.session.findings, std::back_inserter(meant), same);
    if (meant.empty()) {
        std::ranges::copy_if(inside.ghosts, std::back_inserter(meant), same);
    }
    if (meant.size() > 1) {
        return {.done = false,
                .message = palpate::shown(
                    {tr("There are {1} points in {2}; choose one on the map or in the list."),
                     {std::to_string(meant.size()),
                      shortMuscle(reference, muscle->key, muscle->side)}}),
                .choices = {}};
    }
    std::optional<Finding> finding;
    if (!meant.empty()) {
        const bool isHere = inside.findingOf(meant.front().point.id) != nullptr;
        finding = isHere ? meant.front() : carriedFrom(meant.front());
    } else {
        finding = carriedFrom(
            Finding{.point = {TriggerPointId::create(inside.clinic.ids()), inside.highestPoint + 1},
                    .at = *at,
                    .muscle = muscle->key,
                    .side = muscle->side,
                    .layer = muscle->layer,
                    .referencePoint = read.point,
                    .signs = {},
                    .tenderness = {},
                    .threshold = {},
                    .state = {},
                    .relation = {},
                    .note = {}});
    }
    if (read.tenderness) {
        finding->tenderness = read.tenderness;
    }
    if (read.state) {
        finding->state = read.state;
    }
    inside.keepWordTrue(*finding);
    const auto point = finding->point;
    const auto* now = inside.findingOf(point.id);
    if (now == nullptr || !(*now == *finding)) {
        inside.put(*std::move(finding));
    }
    if (meant.empty()) {
        inside.lookFrom(at->view); // a new one is seen where it was marked
    }
    inside.select(point.id);
    inside.bringPoint(point.id);
    inside.render();
    changed();
    return {.done = true,
            .message = palpate::shown({tr("Point {1}: {2}"),
                                       {std::to_string(point.number),
                                        shortMuscle(reference, muscle->key, muscle->side)}}),
            .choices = {}};
}

} // namespace palpate::app
