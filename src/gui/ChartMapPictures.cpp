// SPDX-License-Identifier: MIT
// What the body map of a session paints: what rests, what moves, the overview and the cards.
#include "app/MapFigures.h"
#include "gui/ChartMap.h"
#include "gui/MapCardPictures.h"
#include "gui/MapGround.h"
#include "gui/MapNumbersPicture.h"
#include "gui/Phrases.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace palpate::gui {

namespace {

constexpr double kMarkDiameter = 8.4; ///< millimetres of the screen: 32 pixels
constexpr double kLabelSize = 4.3;    ///< millimetres of the screen

} // namespace

drawing::MapWindow ChartMap::windowOf(const MapViewport& viewport) const {
    return {state_.view,
            {state_.layer, state_.showArm},
            viewport.body,
            viewport.width,
            viewport.height};
}

drawing::MapStyle ChartMap::style() const {
    drawing::MapStyle style;
    style.ground = groundNow();
    style.ghostLayers = state_.showOutlines;
    style.sideWords = {fromWx(said("R")), fromWx(said("L"))};
    return style;
}

drawing::MarkStyle ChartMap::markStyle() const {
    drawing::MarkStyle style;
    style.ground = groundNow();
    style.diameter = kMarkDiameter;
    style.textSize = kLabelSize;
    return style;
}

drawing::MapOverlay ChartMap::resting() const {
    drawing::MapOverlay shown;
    shown.marks = state_.marks;
    shown.areas = state_.areas;
    shown.zones = state_.referral;
    shown.crosses = state_.crosses;
    if (state_.highlighted) {
        // A point's muscle is named beside the mark, where the name does not run into it.
        const auto selected = std::find_if(shown.marks.begin(), shown.marks.end(),
                                           [](const drawing::MapMark& m) { return m.selected; });
        const bool byMark = selected != shown.marks.end() && !state_.focused;
        shown.selected.push_back({state_.highlighted->first, state_.highlighted->second,
                                  byMark ? std::string{} : state_.highlightedName});
        if (byMark) {
            selected->label = state_.highlightedName;
        }
    }
    return shown;
}

drawing::Picture ChartMap::overlayOf(const MapViewport& viewport) const {
    drawing::MapOverlay shown = resting();
    shown.marks = marksAtRest(shown);
    shown.covered = coveredBy(viewport);
    return drawing::overlayPicture(shapes_, windowOf(viewport), style(), markStyle(), shown);
}

drawing::Picture ChartMap::marksOf(const MapViewport& viewport) const {
    drawing::MapOverlay shown;
    shown.marks = marksAtRest(resting());
    shown.covered = coveredBy(viewport);
    return drawing::overlayPicture(shapes_, windowOf(viewport), style(), markStyle(), shown);
}

std::vector<drawing::MapMark> ChartMap::marksAtRest(drawing::MapOverlay shown) const {
    if (dragged_ && *dragged_ < shown.marks.size()) {
        shown.marks.erase(shown.marks.begin() + static_cast<std::ptrdiff_t>(*dragged_));
    }
    return std::move(shown.marks);
}

drawing::Picture ChartMap::movingOf(const MapViewport& viewport) const {
    drawing::MapOverlay shown;
    if (state_.hovered && state_.hovered != state_.highlighted && !painting()) {
        shown.hovered =
            drawing::MuscleRef{state_.hovered->first, state_.hovered->second,
                               // Two names would run into each other; the line below says this one.
                               state_.highlighted ? std::string{} : state_.hoverName};
    }
    if (dragged_ && *dragged_ < state_.marks.size()) {
        drawing::MapMark mark = state_.marks[*dragged_];
        mark.selected = true;
        mark.label = state_.hoverName;
        shown.marks.push_back(std::move(mark));
        if (shown.hovered) {
            shown.hovered->label.clear();
        }
    }
    if (painting()) {
        if (state_.hoveredRegion) {
            shown.region =
                drawing::RegionRef{state_.hoveredRegion->first, state_.hoveredRegion->second};
        }
        const app::PaintStroke& stroke = presenter_->pain().stroke();
        drawing::MapArea area;
        area.view = state_.view;
        area.onArm = state_.showArm && (state_.view == View::Left || state_.view == View::Right);
        area.shape = stroke.shape;
        if (!stroke.erasing) {
            area.sketch = true;
            area.quality = pain_.quality;
            area.intensity = pain_.intensity;
            area.depth = pain_.depth;
        } else {
            area.then = true;
        }
        area.corners = stroke.corners;
        if (!area.shape.empty() || !area.corners.empty()) {
            shown.areas.push_back(std::move(area));
        }
    }
    shown.covered = coveredBy(viewport);
    return drawing::overlayPicture(shapes_, windowOf(viewport), style(), markStyle(), shown);
}

drawing::Picture ChartMap::miniaturePicture() const {
    return bodyInSmall(
        shapes_, camera().frame(),
        [this](const MapViewport& viewport) { return windowOf(viewport); }, style(), markStyle(),
        state_.marks, state_.areas);
}

std::vector<MapInset> ChartMap::insetCards() const {
    std::vector<MapInset> cards;
    if (!cards_) {
        return cards;
    }
    const bool anyToday = std::any_of(state_.marks.begin(), state_.marks.end(),
                                      [](const drawing::MapMark& mark) { return !mark.ghost; });
    if (anyToday || !numbers_.painArea.empty()) {
        cards.push_back({Corner::TopRight, mapNumbersPicture(numbers_, groundNow())});
    }
    if (!legendEntries().empty()) {
        cards.push_back({Corner::BottomLeft, legendPicture()});
    }
    return cards;
}

std::vector<drawing::LegendEntry> ChartMap::legendEntries() const {
    std::vector<drawing::LegendEntry> entries = app::legendOf(state_.marks);
    const auto add = [&](std::vector<drawing::LegendEntry> more) {
        std::move(more.begin(), more.end(), std::back_inserter(entries));
    };
    add(drawing::areaLegend(state_.areas));
    add(drawing::zoneLegend(state_.referral));
    for (drawing::LegendEntry& entry : entries) {
        entry.word = fromWx(wxGetTranslation(toWx(entry.word)));
    }
    return entries;
}

drawing::Picture ChartMap::legendPicture() const {
    constexpr double kBeside = 30; // millimetres for what else lies there
    return legendCard(legendEntries(), std::max(60.0, GetClientSize().x / kPixelsPerMm - kBeside));
}

} // namespace palpate::gui
