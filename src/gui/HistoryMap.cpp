// SPDX-License-Identifier: MIT
#include "gui/HistoryMap.h"

#include "app/MapFigures.h"
#include "gui/MapCardPictures.h"
#include "gui/MapGround.h"
#include "gui/Phrases.h"

#include <algorithm>
#include <utility>

namespace palpate::gui {

namespace {

constexpr double kMarkDiameter = 8.0; ///< millimetres of the screen
constexpr double kLabelSize = 3.9;
constexpr int kLeastSize = 60; ///< pixels; below it the window is not laid out yet

[[nodiscard]] drawing::Rect rectOf(const atlas::BodyMap& map, View view) {
    return drawing::wholeBody(map, view, {}, 100, 100).shown;
}

} // namespace

HistoryMap::HistoryMap(wxWindow* parent, const drawing::BodyShapes& shapes, const wxString& name)
    : MapCanvas{parent, rectOf(shapes.map(), View::Posterior), name}, shapes_{shapes} {
    base = [this](const MapViewport& viewport) {
        return drawing::basePicture(shapes_, windowOf(viewport), style());
    };
    overlay = [this](const MapViewport& viewport) { return overlayOf(viewport); };
    pinned = [this](const MapViewport& viewport) {
        return drawing::sideLetters(shapes_, windowOf(viewport), style(), coveredBy(viewport));
    };
    showMiniature(true);
    insets = [this] {
        return content_.legend.empty()
                   ? std::vector<MapInset>{}
                   : std::vector<MapInset>{{Corner::BottomLeft, legendPicture()}};
    };
    onViewport = [this](const MapViewport& viewport) {
        if (!isQuiet_) {
            isMovedByUser_ = true;
            if (onMoved) {
                onMoved(viewport.body);
            }
        }
    };
    onArrow = [this](int dx, int dy) {
        if (!onStep) {
            return false;
        }
        onStep(dx > 0 || dy < 0 ? 1 : -1);
        return true;
    };
    onEnter = [this] {
        if (!onOpen) {
            return false;
        }
        onOpen();
        return true;
    };
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        isQuiet_ = true;
        event.Skip(); // the canvas takes up its new size
        CallAfter([this] {
            isQuiet_ = false;
            if (!isMovedByUser_) {
                frame();
            }
        });
    });
}

void HistoryMap::show(Content content, const wxString& words) {
    describe(said("Body map"), words);
    if (content == content_) {
        return;
    }
    const bool otherView = content.view != content_.view;
    const bool otherArm = app::anyOnArm(content.areas) != app::anyOnArm(content_.areas);
    content_ = std::move(content);
    if (otherView) {
        const bool quiet = std::exchange(isQuiet_, true);
        setFrame(rectOf(shapes_.map(), content_.view));
        isQuiet_ = quiet;
        isMovedByUser_ = false;
        frame();
    }
    if (otherView || otherArm) {
        refreshBase();
    }
    refreshOverlay();
    refreshMoving();
}

void HistoryMap::frameFor(Content content) {
    framed_ = std::move(content);
    isMovedByUser_ = false;
    frame();
}

void HistoryMap::frame() {
    const wxSize size = GetClientSize();
    if (size.x < kLeastSize || size.y < kLeastSize) {
        return;
    }
    const auto places = app::placesIn(framed_.marks, framed_.areas, content_.view);
    const bool quiet = std::exchange(isQuiet_, true);
    if (places.empty()) {
        fit();
    } else {
        showBody(drawing::windowAround(shapes_.map(), content_.view, {}, places,
                                       size.x / kPixelsPerMm, size.y / kPixelsPerMm)
                     .shown);
    }
    isQuiet_ = quiet;
}

void HistoryMap::showMiniature(bool shown) {
    if (shown == static_cast<bool>(miniature)) {
        return;
    }
    miniature = shown ? std::function<drawing::Picture()>{[this] { return miniaturePicture(); }}
                      : std::function<drawing::Picture()>{};
    refreshOverlay();
}

void HistoryMap::follow(const drawing::Rect& body) {
    const bool quiet = std::exchange(isQuiet_, true);
    isMovedByUser_ = true;
    showBody(body);
    isQuiet_ = quiet;
}

drawing::MapWindow HistoryMap::windowOf(const MapViewport& viewport) const {
    return {content_.view,
            {.top = Layer::Superficial, .showArm = app::anyOnArm(content_.areas)},
            viewport.body,
            viewport.width,
            viewport.height};
}

drawing::MapStyle HistoryMap::style() const {
    drawing::MapStyle style;
    style.ground = groundNow();
    style.sideWords = {fromWx(said("R")), fromWx(said("L"))};
    return style;
}

drawing::MarkStyle HistoryMap::markStyle() const {
    drawing::MarkStyle style;
    style.ground = groundNow();
    style.diameter = kMarkDiameter;
    style.textSize = kLabelSize;
    return style;
}

drawing::Picture HistoryMap::overlayOf(const MapViewport& viewport) const {
    drawing::MapOverlay shown;
    shown.marks = content_.marks;
    shown.areas = content_.areas;
    shown.covered = coveredBy(viewport);
    return drawing::overlayPicture(shapes_, windowOf(viewport), style(), markStyle(), shown);
}

drawing::Picture HistoryMap::miniaturePicture() const {
    return bodyInSmall(
        shapes_, camera().frame(),
        [this](const MapViewport& viewport) { return windowOf(viewport); }, style(), markStyle(),
        content_.marks, content_.areas);
}

drawing::Picture HistoryMap::legendPicture() const {
    constexpr double kBeside = 16; // millimetres for what else lies there
    return legendCard(content_.legend, std::max(60.0, GetClientSize().x / kPixelsPerMm - kBeside));
}

} // namespace palpate::gui
