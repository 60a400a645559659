// SPDX-License-Identifier: MIT
#include "app/MapFigures.h"

#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "atlas/Carried.h"

#include <algorithm>

namespace palpate::app {

std::optional<drawing::MapMark> markIn(const Session& session, const Finding& finding,
                                       const atlas::BodyMap& map, View view) {
    auto at = std::optional{finding.at};
    if (finding.at.view != view) {
        const auto* muscle = map.muscle(finding.muscle, finding.side);
        at = muscle != nullptr ? atlas::shownIn(map, finding.at, *muscle, view) : std::nullopt;
    }
    if (!at) {
        return {};
    }
    drawing::MapMark mark;
    mark.at = *at;
    mark.approximate = finding.at.view != view;
    mark.number = finding.point.number;
    mark.state = finding.state;
    mark.relation = finding.relation;
    mark.tenderness = finding.tenderness;
    mark.treated = !treatmentsAt(session, finding.point.id).empty();
    return mark;
}

std::vector<drawing::MapMark> marksIn(const Session& session, const atlas::BodyMap& map,
                                      View view) {
    std::vector<drawing::MapMark> marks;
    for (const auto& finding : session.findings) {
        if (auto mark = markIn(session, finding, map, view)) {
            marks.push_back(*std::move(mark));
        }
    }
    return marks;
}

drawing::MapArea areaOf(const PainArea& area) {
    return {.view = area.view,
            .onArm = area.onArm,
            .shape = area.shape,
            .arrows = area.arrows,
            .quality = area.quality,
            .intensity = area.intensity,
            .depth = area.depth,
            .selected = false,
            .then = false,
            .label = {}};
}

std::vector<drawing::MapArea> areasIn(const Session& session, View view, bool then) {
    std::vector<drawing::MapArea> areas;
    for (const auto& area : session.painAreas) {
        if (area.view == view) {
            areas.push_back(areaOf(area));
            areas.back().then = then;
        }
    }
    return areas;
}

bool anyOnArm(std::span<const drawing::MapArea> areas) noexcept {
    return std::ranges::any_of(areas, &drawing::MapArea::onArm);
}

View mainView(std::span<const Finding> findings) {
    const auto count = [&](View view) {
        return std::ranges::count(findings, view, [](const Finding& f) { return f.at.view; });
    };
    auto best = View::Posterior;
    for (const auto view : kViews) {
        best = count(view) > count(best) ? view : best;
    }
    return best;
}

View mainView(const Session& session) {
    if (!session.findings.empty()) {
        return mainView(session.findings);
    }
    const auto count = [&](View view) {
        return std::ranges::count(session.painAreas, view, &PainArea::view);
    };
    auto best = View::Posterior;
    for (const auto view : kViews) {
        best = count(view) > count(best) ? view : best;
    }
    return best;
}

std::vector<BodyPoint> placesIn(std::span<const drawing::MapMark> marks,
                                std::span<const drawing::MapArea> areas, View view) {
    constexpr double kInset = 80; // mm: a window leaves more room than that round its places
    std::vector<BodyPoint> places;
    for (const auto& mark : marks) {
        if (mark.at.view == view) {
            places.push_back(mark.at);
        }
    }
    for (const auto& area : areas) {
        if (area.view != view || area.shape.empty()) {
            continue;
        }
        const auto box = atlas::Outline{area.shape}.box();
        const double x = std::min(kInset, (box.right - box.left) / 2);
        const double y = std::min(kInset, (box.bottom - box.top) / 2);
        places.push_back({view, box.left + x, box.top + y});
        places.push_back({view, box.right - x, box.bottom - y});
    }
    return places;
}

std::vector<drawing::LegendEntry> legendOf(std::span<const drawing::MapMark> marks,
                                           const char* ghosts) {
    std::vector<drawing::LegendEntry> entries;
    const auto any = [&](auto has) { return std::ranges::any_of(marks, has); };
    const auto add = [&](drawing::MapMark symbol, const char* word) {
        entries.push_back({symbol, word});
    };
    const auto withState = [](State state) {
        drawing::MapMark mark;
        mark.state = state;
        return mark;
    };
    const auto isPlain = [](const drawing::MapMark& mark) {
        return !mark.ghost && mark.change != drawing::MarkChange::Gone;
    };
    for (const auto state : {State::Active, State::Latent, State::Resolved}) {
        if (any([&](const drawing::MapMark& m) { return m.state == state && isPlain(m); })) {
            entries.push_back({withState(state), stateWord(state)});
        }
    }
    if (any([&](const drawing::MapMark& m) { return !m.state && isPlain(m); })) {
        add({}, tr("not judged"));
    }
    auto related = withState(State::Latent);
    const auto addSign = [&](drawing::MapMark symbol, const char* word) {
        entries.push_back({.symbol = symbol, .word = word, .signOnly = true});
    };
    if (any([](const drawing::MapMark& m) { return m.relation == Relation::Primary; })) {
        related.relation = Relation::Primary;
        addSign(related, tr("primary"));
    }
    if (any([](const drawing::MapMark& m) { return m.relation == Relation::Satellite; })) {
        related.relation = Relation::Satellite;
        addSign(related, tr("satellite"));
    }
    if (any([](const drawing::MapMark& m) { return m.relation == Relation::Key; })) {
        related.relation = Relation::Key;
        addSign(related, tr("key point"));
    }
    if (any([](const drawing::MapMark& m) { return m.treated; })) {
        auto treated = withState(State::Active);
        treated.treated = true;
        addSign(treated, tr("treated"));
    }
    const auto addChange = [&](drawing::MarkChange change, const char* word) {
        if (any([&](const drawing::MapMark& m) { return m.change == change; })) {
            auto changed = withState(State::Active);
            changed.change = change;
            entries.push_back(
                {.symbol = changed, .word = word, .signOnly = change == drawing::MarkChange::New});
        }
    };
    addChange(drawing::MarkChange::Gone, tr("gone"));
    addChange(drawing::MarkChange::New, tr("new"));
    if (any([](const drawing::MapMark& m) { return m.approximate && !m.ghost; })) {
        auto elsewhere = withState(State::Active);
        elsewhere.approximate = true;
        add(elsewhere, tr("marked in another view"));
    }
    if (any([](const drawing::MapMark& m) { return m.ghost; })) {
        auto ghost = withState(State::Active);
        ghost.ghost = true;
        add(ghost, ghosts);
    }
    return entries;
}

} // namespace palpate::app
