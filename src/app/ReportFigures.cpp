// SPDX-License-Identifier: MIT
#include "app/ReportFigures.h"

#include "app/Clinic.h"
#include "app/MapFigures.h"
#include "app/ReportInside.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace palpate::app {

namespace {

constexpr double kMapProportion = 1.34; // height to width of a body map on the page
constexpr double kMarkDiameter = 3.6;
constexpr double kLegendText = 2.8;
constexpr double kTableMarkRoom = 1.1;     // diameters
constexpr double kTableMarkDiameter = 3.9; // a row of a table with its number readable

} // namespace

Shown shownOf(const Session& session, const atlas::BodyMap& map, View view) {
    return {marksIn(session, map, view), areasIn(session, view)};
}

report::Figure mapFigure(const Clinic& clinic, View view, const Shown& shown,
                         std::span<const Shown> comparable, const report::FigureRequest& request,
                         double textSize) {
    const double width = request.wantedWidth();
    std::vector<BodyPoint> places;
    bool showArm = false;
    for (const auto& each : comparable) {
        std::ranges::copy(placesIn(each.marks, each.areas, view), std::back_inserter(places));
        showArm = showArm || anyOnArm(each.areas);
    }
    const atlas::Peel peel{.top = Layer::Superficial, .showArm = showArm};
    const auto proportion = request.number("height").value_or(width * kMapProportion) / width;
    const auto window =
        drawing::windowAround(clinic.map(), view, peel, places, width, width * proportion);
    drawing::MapStyle style;
    style.labels = false;
    drawing::MarkStyle markStyle;
    markStyle.diameter = kMarkDiameter;
    markStyle.textSize = textSize;
    return {drawing::bodyMapPicture(clinic.shapes(), window, style, markStyle,
                                    {.marks = shown.marks, .areas = shown.areas}),
            {}};
}

report::Figure legendFigure(std::span<const Shown> all, const char* ghosts, Audience audience,
                            const report::FigureRequest& request) {
    std::vector<drawing::MapMark> marks;
    std::vector<drawing::MapArea> areas;
    for (const auto& each : all) {
        marks.insert(marks.end(), each.marks.begin(), each.marks.end());
        areas.insert(areas.end(), each.areas.begin(), each.areas.end());
    }
    auto entries = legendOf(marks, ghosts);
    for (auto& entry : entries) {
        const auto& symbol = entry.symbol;
        const bool isPlain = !symbol.ghost && !symbol.change && !symbol.approximate;
        if (symbol.state && !entry.signOnly && isPlain) {
            entry.word = stateFor(*symbol.state, audience);
        }
    }
    std::ranges::move(drawing::areaLegend(areas), std::back_inserter(entries));
    drawing::MarkStyle style;
    style.diameter = kMarkDiameter;
    style.textSize = kLegendText;
    return {drawing::markLegend(entries, request.wantedWidth(), style), {}};
}

report::Figure markFigure(int number, std::optional<State> state,
                          std::optional<Relation> relation) {
    drawing::MapMark mark;
    mark.number = number;
    mark.state = state;
    mark.relation = relation;
    drawing::MarkStyle style;
    style.diameter = kTableMarkDiameter;
    auto symbol = drawing::markSymbol(mark, style);
    // The room for what stands outside the disc would make every row of a table taller; the small
    // signs may reach into its padding.
    const double height = style.diameter * kTableMarkRoom;
    drawing::Picture picture{symbol.width, height, symbol.title, {}};
    picture.shapes.emplace_back(drawing::Group{
        {1, 0, (height - symbol.height) / 2}, std::nullopt, {}, std::move(symbol.shapes)});
    return {std::move(picture), {}};
}

std::optional<View> viewOf(const report::FigureRequest& request, View main,
                           const std::optional<View>& other) {
    const auto asked = request.parameters.find("view");
    if (asked == request.parameters.end() || asked->second == "main") {
        return main;
    }
    return asked->second == "other" ? other : parseView(asked->second);
}

} // namespace palpate::app
