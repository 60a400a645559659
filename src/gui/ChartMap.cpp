// SPDX-License-Identifier: MIT
#include "gui/ChartMap.h"

#include "app/MapFigures.h"
#include "gui/Phrases.h"
#include "gui/Theme.h"

#include <algorithm>

namespace palpate::gui {

namespace {

/// How far beside a mark's rim a click still means the mark, in pixels.
constexpr double kReachPixels = 15;
constexpr double kMarkDiameter = 8.4; ///< millimetres of the screen: 32 pixels
constexpr double kLabelSize = 4.3;    ///< millimetres of the screen

[[nodiscard]] drawing::Rect rectOf(const atlas::BodyMap& map, View view) {
    const auto whole = drawing::wholeBody(map, view, {}, 100, 100).shown;
    return whole;
}

[[nodiscard]] drawing::Ground groundNow() {
    return isDark() ? drawing::Ground::Dark : drawing::Ground::Light;
}

} // namespace

ChartMap::ChartMap(wxWindow* parent, const drawing::BodyShapes& shapes)
    : MapCanvas{parent, rectOf(shapes.map(), View::Posterior), "chart.map"}, shapes_{shapes} {
    base = [this](const MapViewport& viewport) {
        return drawing::basePicture(shapes_, windowOf(viewport), style());
    };
    overlay = [this](const MapViewport& viewport) { return overlayOf(viewport); };
    miniature = [this] { return miniaturePicture(); };
    insets = [this] { return insetCards(); };
    onHover = [this](drawing::Point at) {
        if (presenter_) {
            presenter_->hoveredAt({state_.view, at.x, at.y});
        }
    };
    onLeave = [this] {
        if (presenter_) {
            presenter_->left();
        }
    };
    onClick = [this](drawing::Point at) {
        if (presenter_) {
            presenter_->clickedAt({state_.view, at.x, at.y},
                                  kReachPixels / camera().pixelsPerBody());
        }
    };
    Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (!onKey || !onKey(event)) {
            event.Skip();
        }
    });
}

void ChartMap::open(app::SessionPresenter* presenter) {
    presenter_ = presenter;
}

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
    return style;
}

drawing::MarkStyle ChartMap::markStyle() const {
    drawing::MarkStyle style;
    style.ground = groundNow();
    style.diameter = kMarkDiameter;
    style.textSize = kLabelSize;
    return style;
}

void ChartMap::render(const app::SessionView& view) {
    const bool otherView = view.map.view != state_.view;
    const bool otherBody =
        otherView || view.map.layer != state_.layer || view.map.showArm != state_.showArm;
    const bool overlayChanged = otherBody || !(view.map == state_) || !(view.numbers == numbers_);
    state_ = view.map;
    numbers_ = view.numbers;
    if (otherView) {
        setFrame(rectOf(shapes_.map(), state_.view));
    }
    if (otherBody) {
        refreshBase();
    }
    if (overlayChanged) {
        refreshOverlay();
        describeState();
    }
}

void ChartMap::describeState() {
    describe(said("Body map"), toWx(state_.hoverText));
}

drawing::Picture ChartMap::overlayOf(const MapViewport& viewport) const {
    drawing::MapOverlay shown;
    shown.marks = state_.marks;
    if (state_.hovered && state_.hovered != state_.highlighted) {
        shown.hovered =
            drawing::MuscleRef{state_.hovered->first, state_.hovered->second, state_.hoverName};
    }
    if (state_.highlighted) {
        // Its name stands beside the mark, where it does not run into it.
        shown.selected.push_back({state_.highlighted->first, state_.highlighted->second, {}});
        for (drawing::MapMark& mark : shown.marks) {
            if (mark.selected) {
                mark.label = state_.highlightedName;
            }
        }
    }
    return drawing::overlayPicture(shapes_, windowOf(viewport), style(), markStyle(), shown);
}

drawing::Picture ChartMap::miniaturePicture() const {
    const drawing::Rect& frame = camera().frame();
    constexpr double kHeight = 60;
    const MapViewport viewport{frame, kHeight / frame.height, frame.width * kHeight / frame.height,
                               kHeight};
    drawing::MapStyle small = style();
    small.fibres = false;
    small.labels = false;
    drawing::MarkStyle dots = markStyle();
    dots.diameter = 1.8;
    drawing::MapOverlay shown;
    shown.marks = state_.marks;
    for (drawing::MapMark& mark : shown.marks) {
        mark.label.clear();
        mark.selected = false;
    }
    return drawing::bodyMapPicture(shapes_, windowOf(viewport), small, dots, shown);
}

std::vector<MapInset> ChartMap::insetCards() const {
    std::vector<MapInset> cards;
    const bool anyToday = std::any_of(state_.marks.begin(), state_.marks.end(),
                                      [](const drawing::MapMark& mark) { return !mark.ghost; });
    if (anyToday) {
        cards.push_back({Corner::TopRight, numbersPicture()});
    }
    if (!state_.marks.empty()) {
        cards.push_back({Corner::BottomLeft, legendPicture()});
    }
    return cards;
}

drawing::Picture ChartMap::legendPicture() const {
    std::vector<drawing::LegendEntry> entries = app::legendOf(state_.marks);
    for (drawing::LegendEntry& entry : entries) {
        entry.word = fromWx(wxGetTranslation(toWx(entry.word)));
    }
    drawing::MarkStyle small;
    small.ground = groundNow();
    small.diameter = 3.2;
    small.textSize = 3.3;
    // As wide as its words ask for, on one line where the map has room.
    double width = 4;
    for (const drawing::LegendEntry& entry : entries) {
        width += 9 + static_cast<double>(entry.word.size()) * 1.75;
    }
    return drawing::markLegend(
        entries, std::min(width, std::max(60.0, GetClientSize().x / kPixelsPerMm - 30)), small);
}

drawing::Picture ChartMap::numbersPicture() const {
    const drawing::Inks& ink = drawing::inks(groundNow());
    constexpr double kWidth = 50;
    constexpr double kRow = 7.4;
    constexpr double kText = 3.3;
    drawing::Picture picture{kWidth, 0, fromWx(said("On this map")), {}};
    double y = 3.4;
    picture.shapes.emplace_back(drawing::TextShape{{0, y},
                                                   fromWx(said("On this map").Upper()),
                                                   2.75,
                                                   drawing::Align::Start,
                                                   drawing::Weight::Bold,
                                                   false,
                                                   ink.quietText,
                                                   {}});
    const auto line = [&](const wxString& label, const std::string& value,
                          const std::string& aside) {
        y += kRow;
        picture.shapes.emplace_back(drawing::TextShape{{0, y},
                                                       fromWx(label),
                                                       kText,
                                                       drawing::Align::Start,
                                                       drawing::Weight::Regular,
                                                       false,
                                                       ink.text,
                                                       {}});
        double right = kWidth;
        if (!aside.empty()) {
            picture.shapes.emplace_back(drawing::TextShape{{right, y},
                                                           aside,
                                                           kText,
                                                           drawing::Align::End,
                                                           drawing::Weight::Regular,
                                                           false,
                                                           ink.selection,
                                                           {}});
            right -= 1.6 + static_cast<double>(toWx(aside).length()) * 2.1;
        }
        picture.shapes.emplace_back(drawing::TextShape{{right, y},
                                                       value,
                                                       kText,
                                                       drawing::Align::End,
                                                       drawing::Weight::Bold,
                                                       false,
                                                       ink.text,
                                                       {}});
    };
    // A short difference stands beside the total; a longer one has its own line.
    const bool isShort = toWx(numbers_.tendernessDelta).length() <= 4;
    line(said("active / latent"), numbers_.activeLatent, {});
    line(said("total tenderness"),
         numbers_.totalTenderness.empty() ? "–" : numbers_.totalTenderness,
         isShort ? numbers_.tendernessDelta : std::string{});
    for (const std::string& quiet :
         {isShort ? std::string{} : numbers_.tendernessDelta, numbers_.assessed}) {
        if (!quiet.empty()) {
            y += 5.2;
            picture.shapes.emplace_back(drawing::TextShape{{0, y},
                                                           quiet,
                                                           2.9,
                                                           drawing::Align::Start,
                                                           drawing::Weight::Regular,
                                                           false,
                                                           ink.quietText,
                                                           {}});
        }
    }
    picture.height = y + 1.4;
    return picture;
}

void ChartMap::showMarks() {
    std::vector<BodyPoint> places;
    for (const drawing::MapMark& mark : state_.marks) {
        if (mark.at.view == state_.view) {
            places.push_back(mark.at);
        }
    }
    if (places.empty()) {
        fit();
        return;
    }
    const wxSize size = GetClientSize();
    const auto window = drawing::windowAround(shapes_.map(), state_.view, {}, places,
                                              size.x / kPixelsPerMm, size.y / kPixelsPerMm);
    showBody(window.shown);
}

} // namespace palpate::gui
