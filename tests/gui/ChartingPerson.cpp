// SPDX-License-Identifier: MIT
#include "gui/ChartingPerson.h"

#include "atlas/BodyMap.h"
#include "drawing/BodyMapPicture.h"
#include "gui/ChartPage.h"
#include "gui/ChipGroup.h"
#include "gui/PalpateApp.h"
#include "gui/ScoreStrip.h"
#include "gui/SegmentedControl.h"
#include "gui/Words.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace palpate::journey {

const app::SessionView& ChartingPerson::shown() {
    auto* const open = the<gui::ChartPage>("chart").presenter();
    if (!open) {
        throw Stuck{"no session is open on the chart"};
    }
    return open->view();
}

void ChartingPerson::segment(const wxString& control, int index) {
    click(control, [index](wxWindow& window) {
        return dynamic_cast<gui::SegmentedControl&>(window).segmentArea(index);
    });
}

void ChartingPerson::chooseLayer(Layer layer) {
    if (see([] { return shown().map.layer; }) != layer) {
        segment("map.layers", static_cast<int>(layer));
        waitFor("the layer is on top", [layer] { return shown().map.layer == layer; });
    }
}

void ChartingPerson::chooseView(View view) {
    if (see([] { return shown().map.view; }) != view) {
        segment("map.views", static_cast<int>(view));
        waitFor("the view is shown", [view] { return shown().map.view == view; });
    }
}

void ChartingPerson::clickMuscle(std::string_view name, Side side, View view) {
    const auto& map = dynamic_cast<gui::PalpateApp&>(*wxTheApp).knowledge().map();
    const atlas::Muscle* const muscle = map.muscle(MuscleKey::from(name).value(), side);
    const atlas::MuscleShape* const shape = muscle ? muscle->shapeIn(view) : nullptr;
    if (!shape) {
        throw Stuck{"the atlas shows no " + std::string{name} + " there"};
    }
    chooseView(view);
    chooseLayer(muscle->layer);
    const auto place = [shape](wxWindow& window) {
        const auto pixel = dynamic_cast<gui::ChartMap&>(window).camera().toPixel(
            {shape->anchor.x, shape->anchor.y});
        return wxRect{wxRound(pixel.x), wxRound(pixel.y), 1, 1};
    };
    const auto outOfSight = [&place] {
        auto& window = the<gui::ChartMap>("chart.map");
        return !wxRect{window.GetClientSize()}
                    .Deflate(window.FromDIP(24))
                    .Contains(place(window).GetPosition());
    };
    while (see(outOfSight)) {
        pointAt("chart.map", [](wxWindow& window) { return wxRect{window.GetClientSize()}; });
        turnWheel(-1);
        std::this_thread::sleep_for(std::chrono::milliseconds{60});
        if (see([] { return the<gui::ChartMap>("chart.map").camera().showsAll(); })) {
            break;
        }
    }
    pointAt("chart.map", place);
    waitFor("the muscle under the pointer is named", [muscle] {
        const auto& hovered = shown().map.hovered;
        return hovered && hovered->first == muscle->key && hovered->second == muscle->side;
    });
    click("chart.map", place);
}

namespace {

/// The pixel of the map that shows the place.
[[nodiscard]] std::function<wxRect(wxWindow&)> bodyPixel(Place where) {
    return [where](wxWindow& window) {
        const auto pixel =
            dynamic_cast<gui::ChartMap&>(window).camera().toPixel({where.x, where.y});
        return wxRect{wxRound(pixel.x), wxRound(pixel.y), 1, 1};
    };
}

void waitForRest() {
    Person::waitFor("the map rests",
                    [] { return !Person::the<gui::ChartMap>("chart.map").isSettling(); });
}

} // namespace

void ChartingPerson::clickBody(Place where) {
    waitForRest();
    click("chart.map", bodyPixel(where));
}

void ChartingPerson::doubleClickBody(Place where) {
    waitForRest();
    doubleClick("chart.map", bodyPixel(where));
}

void ChartingPerson::rightClickBody(Place where) {
    waitForRest();
    rightClick("chart.map", bodyPixel(where));
}

void ChartingPerson::pointAtBody(Place where) {
    waitForRest();
    pointAt("chart.map", bodyPixel(where));
}

void ChartingPerson::dragAndHold(const std::vector<Place>& way) {
    pointAtBody(way.front());
    hold();
    wxPoint at =
        see([&] { return bodyPixel(way.front())(the<gui::ChartMap>("chart.map")).GetPosition(); });
    for (const Place& place : way) {
        const wxPoint next =
            see([&] { return bodyPixel(place)(the<gui::ChartMap>("chart.map")).GetPosition(); });
        if (next != at) {
            moveBy(next - at);
        }
        at = next;
    }
}

void ChartingPerson::dragBody(const std::vector<Place>& way) {
    dragAndHold(way);
    letGo();
}

Place ChartingPerson::selectedMark() {
    return see([]() -> Place {
        for (const auto& mark : shown().map.marks) {
            if (mark.selected) {
                return {mark.at.x, mark.at.y};
            }
        }
        throw Stuck{"no mark is selected"};
    });
}

namespace {

[[nodiscard]] std::function<wxRect(wxWindow&)> scoreBox(int value) {
    return
        [value](wxWindow& window) { return dynamic_cast<gui::ScoreStrip&>(window).boxArea(value); };
}

[[nodiscard]] std::function<wxRect(wxWindow&)> chipArea(const std::string& words) {
    return [words](wxWindow& window) {
        auto& chips = dynamic_cast<gui::ChipGroup&>(window);
        const int index = chips.chipNamed(gui::toWx(words));
        if (index == gui::ChipGroup::kNone) {
            throw Stuck{"there is no chip " + words};
        }
        return chips.chipArea(index);
    };
}

void waitForScore(const wxString& strip, int value) {
    Person::waitFor("the score is taken",
                    [&] { return ChartingPerson::the<gui::ScoreStrip>(strip).value() == value; });
}

} // namespace

void ChartingPerson::score(const wxString& strip, int value) {
    click(strip, scoreBox(value));
    waitForScore(strip, value);
}

namespace {

/// What a press before it unfolds is there only once the window has answered.
void waitForChip(const wxString& group, const std::string& words) {
    ChartingPerson::waitFor("the chip " + words + " is there", [&] {
        const auto* const chips = dynamic_cast<gui::ChipGroup*>(ChartingPerson::find(group));
        return chips != nullptr && chips->chipNamed(gui::toWx(words)) != gui::ChipGroup::kNone;
    });
}

} // namespace

void ChartingPerson::chip(const wxString& group, const std::string& words) {
    waitForChip(group, words);
    click(group, chipArea(words));
}

void ChartingPerson::tapScore(const wxString& strip, int value) {
    tap(strip, scoreBox(value));
    waitForScore(strip, value);
}

void ChartingPerson::tapChip(const wxString& group, const std::string& words) {
    waitForChip(group, words);
    tap(group, chipArea(words));
}

} // namespace palpate::journey
