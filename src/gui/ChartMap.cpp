// SPDX-License-Identifier: MIT
#include "gui/ChartMap.h"

#include "gui/Phrases.h"
#include "gui/Theme.h"

#include <algorithm>
#include <cmath>

namespace palpate::gui {

namespace {

/// How far from a place a click still means it, in pixels.
constexpr double kReachPixels = 15;
/// How far beside a mark's rim a press still means the mark, millimetres of the screen.
constexpr double kBesideRim = 1.2;
/// A stroke is in the record this long after it was drawn, also while drawing goes on.
constexpr int kKeepMilliseconds = 250;

[[nodiscard]] drawing::Rect rectOf(const atlas::BodyMap& map, View view) {
    return drawing::wholeBody(map, view, {}, 100, 100).shown;
}

[[nodiscard]] bool covers(const drawing::Rect& outer, const drawing::Rect& inner) noexcept {
    return inner.x >= outer.x && inner.y >= outer.y &&
           inner.x + inner.width <= outer.x + outer.width &&
           inner.y + inner.height <= outer.y + outer.height;
}

} // namespace

ChartMap::ChartMap(wxWindow* parent, const drawing::BodyShapes& shapes)
    : MapCanvas{parent, rectOf(shapes.map(), View::Posterior), "chart.map"}, shapes_{shapes} {
    base = [this](const MapViewport& viewport) {
        return drawing::basePicture(shapes_, windowOf(viewport), style());
    };
    overlay = [this](const MapViewport& viewport) { return overlayOf(viewport); };
    moving = [this](const MapViewport& viewport) { return movingOf(viewport); };
    above = [this](const MapViewport& viewport) { return marksOf(viewport); };
    pinned = [this](const MapViewport& viewport) {
        return drawing::sideLetters(shapes_, windowOf(viewport), style(), coveredBy(viewport));
    };
    miniature = [this] { return miniaturePicture(); };
    insets = [this] { return insetCards(); };
    bindPresenter();
    keep_.SetOwner(this);
    Bind(
        wxEVT_TIMER,
        [this](wxTimerEvent&) {
            if (presenter_) {
                presenter_->pain().keep();
            }
        },
        keep_.GetId());
    Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (!onKey || !onKey(event)) {
            event.Skip();
        }
    });
}

void ChartMap::bindPresenter() {
    const auto body = [this](drawing::Point at) { return BodyPoint{state_.view, at.x, at.y}; };
    onHover = [this, body](drawing::Point at) {
        if (presenter_) {
            presenter_->map().hoveredAt(body(at));
        }
    };
    onLeave = [this] {
        if (presenter_) {
            presenter_->map().left();
        }
    };
    onClick = [this, body](drawing::Point at) {
        if (painting()) {
            presenter_->pain().clickedAt(body(at), reach());
        } else if (presenter_) {
            if (const auto mark = markUnder(at)) {
                presenter_->map().clickedMark(state_.markIds.at(*mark));
            } else if (state_.layer != Layer::Bones || !onBone || !onBone(body(at))) {
                presenter_->map().clickedAt(body(at), reach());
            }
        }
    };
    onDoubleClick = [this, body](drawing::Point at) {
        if (!painting()) {
            return;
        }
        if (pain_.tool == app::PainTool::Polygon) {
            presenter_->pain().closePolygon();
        } else if (pain_.tool == app::PainTool::Brush) {
            presenter_->pain().fillRegionAt(body(at));
        }
    };
    onMenu = [this, body](drawing::Point at) {
        if (presenter_ && onMuscles) {
            onMuscles(body(at));
        }
    };
    onGrab = [this, body](drawing::Point at) {
        if (!presenter_) {
            return false;
        }
        if (painting()) {
            if (pain_.tool == app::PainTool::Polygon) {
                return false;
            }
            presenter_->pain().pressed(body(at));
            keep_.Start(kKeepMilliseconds);
            dragging_ = true;
            return true;
        }
        const auto mark = markUnder(at);
        if (!mark || !presenter_->map().grabMark(state_.markIds.at(*mark), body(at))) {
            return false;
        }
        dragging_ = true;
        dragged_ = mark;
        refreshOverlay();
        return true;
    };
    onDrag = [this, body](drawing::Point at) {
        if (painting()) {
            presenter_->pain().draggedTo(body(at));
        } else if (presenter_) {
            presenter_->map().dragTo(body(at));
        }
    };
    onDrop = [this, body](drawing::Point at) {
        keep_.Stop();
        dragging_ = false;
        dragged_.reset();
        if (painting()) {
            presenter_->pain().draggedTo(body(at));
            presenter_->pain().released();
        } else if (presenter_) {
            presenter_->map().dragTo(body(at));
            presenter_->map().drop();
        }
        refreshOverlay();
    };
    onDragCancelled = [this] {
        keep_.Stop();
        dragging_ = false;
        dragged_.reset();
        if (painting()) {
            presenter_->pain().cancelled();
        } else if (presenter_) {
            presenter_->map().cancelDrag();
        }
        refreshOverlay();
    };
    onArrow = [this](int dx, int dy) {
        if (!presenter_ || painting()) {
            return false;
        }
        const app::Step step = dx < 0   ? app::Step::Left
                               : dx > 0 ? app::Step::Right
                               : dy < 0 ? app::Step::Up
                                        : app::Step::Down;
        presenter_->map().step(step, middle());
        return true;
    };
    onEnter = [this] {
        if (presenter_ && painting() && !presenter_->pain().stroke().corners.empty()) {
            presenter_->pain().closePolygon();
            return true;
        }
        if (!presenter_ || painting() || !state_.focused) {
            return false;
        }
        presenter_->map().markFocused();
        return true;
    };
}

void ChartMap::open(app::SessionPresenter* presenter) {
    keep_.Stop();
    dragging_ = false;
    dragged_.reset();
    presenter_ = presenter;
    reveals_ = 0;
    shownPlace_.reset();
}

double ChartMap::reach() const {
    return kReachPixels / camera().pixelsPerBody();
}

std::optional<std::size_t> ChartMap::markUnder(drawing::Point body) const {
    const drawing::MapWindow window = windowOf(camera().viewport());
    return drawing::hitMark(state_.marks, window, markStyle(),
                            window.toPicture({state_.view, body.x, body.y}), kBesideRim);
}

std::optional<TriggerPointId> ChartMap::markAt(drawing::Point body) const {
    const auto mark = markUnder(body);
    if (!mark || state_.marks.at(*mark).ghost || state_.marks.at(*mark).approximate) {
        return std::nullopt;
    }
    return state_.markIds.at(*mark);
}

BodyPoint ChartMap::middle() const {
    const drawing::Rect shown = camera().shown();
    return {state_.view, shown.x + shown.width / 2, shown.y + shown.height / 2};
}

BodyPoint ChartMap::menuPlace() const {
    if (const auto place = keyboardPlace()) {
        return {state_.view, place->x, place->y};
    }
    for (const drawing::MapMark& mark : state_.marks) {
        const auto pixel = camera().toPixel({mark.at.x, mark.at.y});
        if (mark.selected && !mark.approximate &&
            wxRect{GetClientSize()}.Contains(wxRound(pixel.x), wxRound(pixel.y))) {
            return mark.at;
        }
    }
    return middle();
}

void ChartMap::render(const app::SessionView& view) {
    const bool otherView = view.map.view != state_.view;
    const bool otherBody = otherView || view.map.layer != state_.layer ||
                           view.map.showArm != state_.showArm ||
                           view.map.showOutlines != state_.showOutlines;
    const bool overlayChanged = otherBody || !(view.map == state_) || !(view.numbers == numbers_);
    const View before = state_.view;
    state_ = view.map;
    numbers_ = view.numbers;
    pain_ = view.pain;
    if (otherView) {
        turnTo(before);
    }
    if (otherBody) {
        refreshBase();
    }
    updateBrush(view.pain);
    if (overlayChanged) {
        refreshOverlay();
        refreshMoving();
        describeState();
    }
    if (state_.reveal && state_.reveals != reveals_) {
        // What is in sight already stays where the eye found it.
        const drawing::Rect& wanted = *state_.reveal;
        if (!covers(camera().shown(), wanted)) {
            const bool fits =
                wanted.width <= camera().shown().width && wanted.height <= camera().shown().height;
            if (fits) {
                centreOn({wanted.x + wanted.width / 2, wanted.y + wanted.height / 2});
            } else {
                showBody(wanted);
            }
        }
    }
    reveals_ = state_.reveals;
}

void ChartMap::turnTo(View before) {
    const bool wasWhole = camera().showsAll();
    drawing::Rect shown = camera().shown();
    const drawing::Rect old = camera().frame();
    setFrame(rectOf(shapes_.map(), state_.view));
    shownPlace_.reset();
    if (wasWhole || before == View::Plantar || state_.view == View::Plantar) {
        return;
    }
    // Every view but the soles has the same height: one walks round the body at one level. From
    // front to back left and right change places; from the side it is the body's middle.
    const auto isUpright = [](View v) { return v == View::Anterior || v == View::Posterior; };
    const drawing::Rect& frame = camera().frame();
    const double middle = isUpright(before) && isUpright(state_.view)
                              ? frame.x + frame.width - (shown.x + shown.width / 2 - old.x)
                              : frame.x + frame.width / 2;
    shown.x = middle - shown.width / 2;
    showBody(shown);
}

void ChartMap::updateBrush(const app::PainView& pain) {
    const bool brushing = pain.painting && pain.tool != app::PainTool::Polygon;
    const auto wanted = brushing ? std::optional{pain.radius} : std::nullopt;
    if (brush() != wanted) {
        setBrush(wanted);
    }
}

void ChartMap::renderMoving(const app::MapState& state) {
    state_.hovered = state.hovered;
    state_.hoveredRegion = state.hoveredRegion;
    state_.hoverName = state.hoverName;
    state_.hoverText = state.hoverText;
    state_.beneath = state.beneath;
    state_.announced = state.announced;
    if (dragged_ && *dragged_ < state.marks.size() && *dragged_ < state_.marks.size()) {
        state_.marks[*dragged_].at = state.marks[*dragged_].at;
    }
    refreshMoving();
    describeState();
}

void ChartMap::describeState() {
    describe(said("Body map"), toWx(state_.announced));
}

void ChartMap::showCards(bool shown) {
    cards_ = shown;
    refreshOverlay();
}

void ChartMap::showMarks() {
    std::vector<BodyPoint> places;
    for (const drawing::MapMark& mark : state_.marks) {
        if (mark.at.view == state_.view && !mark.approximate) {
            places.push_back(mark.at);
        }
    }
    for (const drawing::MapArea& area : state_.areas) {
        for (const Polygon& polygon : area.shape) {
            for (const Place& place : polygon.front()) {
                places.push_back({state_.view, place.x, place.y});
            }
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

void ChartMap::showPlace(drawing::MapPlace place, Side side) {
    if (!presenter_) {
        return;
    }
    const View now = state_.view;
    const bool fromSide = now == View::Left || now == View::Right;
    if (side == Side::Middle && drawing::isPaired(place) && fromSide) {
        side = now == View::Left ? Side::Left : Side::Right; // the other one does not show
    } else if (side == Side::Middle && drawing::isPaired(place)) {
        // On the back the patient's right is at the viewer's right, on the front at the left.
        const bool rightHalf = middle().x > camera().frame().x + camera().frame().width / 2;
        side = (now == View::Posterior) == rightHalf ? Side::Right : Side::Left;
        if (shownPlace_ && shownPlace_->first == place) {
            side = mirrored(shownPlace_->second);
        }
    }
    const wxSize size = GetClientSize();
    const auto window =
        drawing::regionWindow(shapes_.map(), now, {state_.layer, state_.showArm}, place, side,
                              size.x / kPixelsPerMm, size.y / kPixelsPerMm);
    if (window.peel.showArm != state_.showArm) {
        presenter_->map().setShowArm(window.peel.showArm);
    }
    if (window.view != now) {
        presenter_->map().setView(window.view);
    }
    showBody(window.shown);
    shownPlace_ = std::pair{place, side};
}

} // namespace palpate::gui
