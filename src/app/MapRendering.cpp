// SPDX-License-Identifier: MIT
// What the body map shows of a session, as part of a SessionView.
#include "app/MapFigures.h"
#include "app/Referral.h"
#include "app/SessionInside.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace palpate::app {

namespace {

/// How many muscles below the one that shows are named under the pointer.
constexpr std::size_t kNamedBeneath = 6; // the low back has as many

/// The point as a screen reader says it.
[[nodiscard]] std::string spokenPoint(const Finding& finding,
                                      const reference::Reference& reference) {
    const auto state = finding.state ? stateWord(*finding.state) : std::string{tr("not judged")};
    return palpate::shown({tr("point {1}, {2}, {3}, tenderness {4}"),
                           {std::to_string(finding.point.number),
                            longMuscle(reference, finding.muscle, finding.side), state,
                            finding.tenderness ? std::to_string(finding.tenderness->value())
                                               : std::string{tr("not assessed")}}});
}

/// The known points of a muscle that are drawn in a view; `near` is the finding whose nearest one
/// is the suggested one.
[[nodiscard]] std::vector<drawing::KnownPoint> knownPoints(const reference::Reference& reference,
                                                           const atlas::Muscle& muscle, View view,
                                                           const Finding* near) {
    std::vector<drawing::KnownPoint> points;
    const auto* known = reference.triggerPoints().find(muscle.key, muscle.partOf);
    if (known == nullptr) {
        return points;
    }
    std::optional<std::size_t> nearest;
    double least = 0;
    for (const auto& point : known->points) {
        const auto* place = reference.pointPlaces().find(point.key);
        if (place == nullptr || place->muscle != muscle.key) {
            continue; // in another part of the same muscle, or without a place
        }
        // A muscle of the midline has its points on both sides.
        for (const auto& at : reference.pointPlaces().placesOf(point.key, muscle.side)) {
            if (at.view != view) {
                continue;
            }
            if (near != nullptr && near->at.view == view) {
                const double away = std::hypot(at.x - near->at.x, at.y - near->at.y);
                if (!nearest || away < least) {
                    nearest = points.size();
                    least = away;
                }
            }
            points.push_back({at, point.name, false});
        }
    }
    if (nearest) {
        points[*nearest].suggested = true;
    }
    return points;
}

} // namespace

void SessionInside::pointTo(const std::optional<BodyPoint>& where) {
    pointer = where;
    hovered.reset();
    hoveredRegion.reset();
    if (!where) {
        return;
    }
    if (painting.on) {
        if (const auto* region = clinic.map().regionAt(*where, {}, showArm)) {
            hoveredRegion = SidedPart{region->key, region->side};
        }
    } else if (const auto* muscle =
                   clinic.map().muscleAt(*where, {.top = layer, .showArm = showArm})) {
        hovered = SidedMuscle{muscle->key, muscle->side};
    }
}

void SessionInside::hover(const std::optional<BodyPoint>& where) {
    const auto before = std::tuple{hovered, hoveredRegion, shown.map.beneath};
    pointTo(where);
    renderHover();
    if (before != std::tuple{hovered, hoveredRegion, shown.map.beneath}) {
        tellMap();
    }
}

void SessionInside::renderHover() {
    auto& map = shown.map;
    map.hovered = hovered;
    map.hoveredRegion = hoveredRegion;
    map.hoverName.clear();
    map.hoverText.clear();
    map.beneath.clear();
    if (hoveredRegion) {
        map.hoverName = shortRegion(hoveredRegion->first, hoveredRegion->second);
        map.hoverText = map.hoverName;
    }
    if (hovered) {
        const auto* muscle = clinic.map().muscle(hovered->first, hovered->second);
        map.hoverName = shortMuscle(clinic.reference(), hovered->first, hovered->second);
        map.hoverText = map.hoverName;
        if (muscle != nullptr) {
            map.hoverText += " · " + layerWords(muscle->layer);
        }
    }
    if (pointer && hovered) {
        std::string names;
        std::size_t named = 0;
        for (const auto* muscle : clinic.map().musclesUnder(*pointer, showArm)) {
            const bool hides = SidedMuscle{muscle->key, muscle->side} == *hovered;
            if (!hides && muscle->layer >= layer && named < kNamedBeneath) {
                names += (names.empty() ? "" : ", ") +
                         shortMuscle(clinic.reference(), muscle->key, muscle->side) + " (" +
                         std::to_string(static_cast<int>(muscle->layer)) + ")";
                ++named;
            }
        }
        if (!names.empty()) {
            map.beneath = palpate::shown({tr("beneath: {1}"), {names}});
        }
    }
    map.announced = map.hoverText;
    if (const auto* finding = selected ? findingOf(*selected) : nullptr) {
        map.announced = spokenPoint(*finding, clinic.reference());
    } else if (focused) {
        const auto* muscle = clinic.map().muscle(focused->first, focused->second);
        map.announced = longMuscle(clinic.reference(), focused->first, focused->second);
        if (muscle != nullptr) {
            map.announced += ", " + layerWords(muscle->layer);
        }
    }
}

void SessionInside::renderMap() {
    auto& map = shown.map;
    map.view = view;
    map.layer = layer;
    map.showArm = showArm;
    map.showOutlines = showOutlines;
    map.showReferral = showReferral;
    map.painting = painting.on;
    map.focused = focused;
    map.reveals = reveals;
    map.reveal = reveal;
    map.marks.clear();
    map.markIds.clear();
    map.highlighted.reset();
    map.highlightedName.clear();
    map.crosses.clear();
    map.areas.clear();
    map.referral.clear();
    shown.referral.reset();
    for (const auto& finding : session.findings) {
        if (auto mark = markIn(session, finding, clinic.map(), view)) {
            mark->selected = selected == finding.point.id;
            map.marks.push_back(*std::move(mark));
            map.markIds.push_back(finding.point.id);
        }
    }
    for (const auto& ghost : ghosts) {
        if (auto mark = markIn(session, ghost, clinic.map(), view)) {
            mark->ghost = true;
            mark->relation.reset();
            mark->tenderness.reset();
            mark->label =
                palpate::shown({tr("last time: {1}"),
                                {shortMuscle(clinic.reference(), ghost.muscle, ghost.side)}});
            map.marks.push_back(*std::move(mark));
            map.markIds.push_back(ghost.point.id);
        }
    }
    const auto* finding = selected ? findingOf(*selected) : nullptr;
    if (focused) {
        map.highlighted = focused;
    } else if (finding != nullptr) {
        map.highlighted = SidedMuscle{finding->muscle, finding->side};
    }
    if (map.highlighted) {
        map.highlightedName =
            shortMuscle(clinic.reference(), map.highlighted->first, map.highlighted->second);
        const auto* muscle = clinic.map().muscle(map.highlighted->first, map.highlighted->second);
        if (muscle != nullptr) {
            const bool ofIt = finding != nullptr && finding->muscle == map.highlighted->first &&
                              finding->side == map.highlighted->second;
            map.crosses = knownPoints(clinic.reference(), *muscle, view, ofIt ? finding : nullptr);
        }
    }
    if (painting.on && previous() != nullptr) {
        map.areas = areasIn(*previous(), view, true);
    }
    for (const auto& area : session.painAreas) {
        if (area.view == view) {
            map.areas.push_back(areaOf(area));
            map.areas.back().selected = painting.selected == area.id;
        }
    }
    if (finding != nullptr) {
        renderReferral(*finding);
    }
    renderHover();
}

void SessionInside::renderReferral(const Finding& finding) {
    const auto usual = usualReferral(clinic.reference(), clinic.map(), finding);
    if (!usual) {
        return;
    }
    std::string sources;
    for (const auto& key : usual->sources) {
        sources += (sources.empty() ? "" : ", ") + key.text();
    }
    if (usual->sourceWarning) {
        sources += (sources.empty() ? "" : " · ") + palpate::shown(*usual->sourceWarning);
    }
    ReferralView words{.title = palpate::shown({tr("Usual referral: {1}"), {usual->legend}}),
                       .agreement = {},
                       .sources = sources};
    if (const auto agrees = agreement(clinic.map(), *usual, paintedIn(session.painAreas))) {
        words.agreement = palpate::shown(agrees->sentence);
    }
    shown.referral = std::move(words);
    if (!showReferral) {
        return;
    }
    for (const auto& zone : usual->zones) {
        if (zone.view == view) {
            shown.map.referral.push_back({.view = zone.view,
                                          .onArm = zone.onArm,
                                          .essential = zone.essential,
                                          .spillover = zone.spillover});
        }
    }
}

void SessionInside::moveDragged() {
    if (!drag) {
        return;
    }
    auto& map = shown.map;
    for (std::size_t i = 0; i < map.markIds.size(); ++i) {
        if (map.markIds[i] == drag->point && !map.marks[i].approximate) {
            map.marks[i].at = drag->at;
        }
    }
}

} // namespace palpate::app
