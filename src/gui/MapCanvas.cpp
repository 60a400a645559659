// SPDX-License-Identifier: MIT
#include "gui/MapCanvas.h"

#include "gui/Accessible.h"
#include "gui/Theme.h"

#include <cmath>

namespace palpate::gui {

namespace {

constexpr int kSettleMs = 70; ///< after the last step of a zoom or a pan
constexpr int kGlideMs = 14;  ///< between the steps of a zoom
constexpr int kGlideSteps = 4;
constexpr int kAheadDip = 192; ///< painted beyond the edges while idle
constexpr int kPieceDip = 256; ///< painted ahead at once
constexpr int kSlackDip = 64;  ///< kept beyond what is needed, so that not every pan cuts

} // namespace

MapCanvas::MapCanvas(wxWindow* parent, drawing::Rect frame, const wxString& name)
    : camera_{frame},
      movingDue_{*this, [this] { askMoving(); }}, settle_{this}, glide_{this}, press_{this} {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    // Not repainted whole when it is resized: onSize does what is needed.
    Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxWANTS_CHARS, name);
    SetMinSize(FromDIP(wxSize{240, 240}));
    setAccessible(*this, Role::Drawing, name);
    // Only the pinch: GTK's pan gesture would take the mouse drags away.
    EnableTouchEvents(wxTOUCH_ZOOM_GESTURE);
    bindEvents();
    bindMouse();
}

MapCanvas::~MapCanvas() {
    if (HasCapture()) { // closed in the middle of a drag
        ReleaseMouse();
    }
}

void MapCanvas::bindEvents() {
    Bind(wxEVT_PAINT, &MapCanvas::onPaint, this);
    Bind(wxEVT_SIZE, &MapCanvas::onSize, this);
    Bind(wxEVT_KEY_DOWN, &MapCanvas::onKey, this);
    Bind(wxEVT_KEY_UP, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_SPACE && spaceHeld_) {
            spaceHeld_ = false;
            updatePointer();
            // Held, it drags the map; only a tap marks.
            if (!spacePanned_) {
                enterKey();
            }
        }
        event.Skip();
    });
    const auto focus = [this](wxFocusEvent& event) {
        focusRing_ = HasFocus() && !wxGetMouseState().LeftIsDown();
        spaceHeld_ = false;
        Refresh();
        event.Skip();
    };
    Bind(wxEVT_SET_FOCUS, focus);
    Bind(wxEVT_KILL_FOCUS, focus);
    Bind(wxEVT_IDLE, &MapCanvas::onIdle, this);
    Bind(
        wxEVT_TIMER, [this](wxTimerEvent&) { settleNow(); }, settle_.GetId());
    Bind(
        wxEVT_TIMER, [this](wxTimerEvent&) { onGlide(); }, glide_.GetId());
    Bind(
        wxEVT_TIMER, [this](wxTimerEvent&) { onLongPress(); }, press_.GetId());
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        refreshBase();
        event.Skip();
    });
}

void MapCanvas::forgetBitmaps() {
    patches_.clear();
    resting_.clear();
    overlayPicture_.reset();
    pinnedPicture_.reset();
    movingPicture_.reset();
    cardsStale_ = true;
    miniatureStale_ = true;
}

void MapCanvas::refreshBase() {
    forgetBitmaps();
    Refresh();
}

void MapCanvas::refreshOverlay() {
    resting_.clear();
    overlayPicture_.reset();
    pinnedPicture_.reset();
    movingPicture_.reset();
    cardsStale_ = true;
    miniatureStale_ = true;
    Refresh();
}

void MapCanvas::refreshMoving() {
    movingDue_.ask();
}

void MapCanvas::Update() {
    movingDue_.runNow();
    wxWindow::Update();
}

void MapCanvas::setBrush(std::optional<double> radius) {
    if (radius == brush_) {
        return;
    }
    soil(brushArea());
    brush_ = radius;
    soil(brushArea());
    updatePointer();
}

std::size_t MapCanvas::bitmapBytes() const noexcept {
    std::size_t all = patches_.bytes() + resting_.bytes() + miniature_.bytes();
    for (const MapCard& card : cards_) {
        all += card.bytes();
    }
    return all;
}

std::vector<wxRect> MapCanvas::coveredAreas() const {
    std::vector<wxRect> areas;
    if (!miniature_.area().IsEmpty()) {
        areas.push_back(miniature_.area());
    }
    for (const MapCard& card : cards_) {
        areas.push_back(card.area());
    }
    return areas;
}

void MapCanvas::setFrame(drawing::Rect frame) {
    stopGlide();
    camera_.setFrame(frame);
    cursor_.reset();
    forgetBitmaps();
    miniature_ = {};
    cameraMoved();
}

void MapCanvas::fit() {
    stopGlide();
    camera_.fit();
    cameraMoved();
}

void MapCanvas::showBody(const drawing::Rect& body) {
    stopGlide();
    camera_.show(body);
    cameraMoved();
}

void MapCanvas::centreOn(drawing::Point body) {
    stopGlide();
    camera_.centreOn(body);
    cameraMoved();
}

void MapCanvas::zoomBy(double factor) {
    const wxSize size = GetClientSize();
    stopGlide();
    zoomAt({size.x / 2.0, size.y / 2.0}, factor);
}

void MapCanvas::zoomAt(drawing::Point pixel, double factor) {
    camera_.zoomAt(pixel, factor);
    cameraMoved();
}

void MapCanvas::glideTo(drawing::Point pixel, double factor) {
    // Steps of the wheel that come while it glides add up.
    const double from = glide_.IsRunning() ? goal_.scale : camera_.pixelsPerBody();
    goal_ = {pixel, from * factor, kGlideSteps};
    if (!wantsMotion()) {
        zoomAt(pixel, goal_.scale / camera_.pixelsPerBody());
        return;
    }
    if (!glide_.IsRunning()) {
        onGlide();
        glide_.Start(kGlideMs);
    }
}

void MapCanvas::onGlide() {
    const double left = goal_.scale / camera_.pixelsPerBody();
    const double factor = std::pow(left, 1.0 / std::max(1, goal_.steps));
    const double before = camera_.pixelsPerBody();
    --goal_.steps;
    zoomAt(goal_.pixel, factor);
    if (goal_.steps <= 0 || camera_.pixelsPerBody() == before) {
        stopGlide();
    }
}

void MapCanvas::stopGlide() {
    glide_.Stop();
}

void MapCanvas::cameraMoved() {
    const bool stretched = camera_.pixelsPerBody() != patchScale_ && !patches_.empty();
    if (stretched || overlayPicture_) {
        settle_.StartOnce(kSettleMs);
    }
    pinnedPicture_.reset();
    movingPicture_.reset();
    Refresh();
    if (onViewport) {
        onViewport(camera_.viewport());
    }
}

void MapCanvas::settleNow() {
    settle_.Stop();
    if (glide_.IsRunning()) {
        return;
    }
    if (camera_.pixelsPerBody() != patchScale_) {
        patches_.clear();
        resting_.clear();
        overlayPicture_.reset();
        Refresh();
    } else if (overlayArea_ != visible() && drag_ != Drag::Panning) {
        // Labels keep off the edges of what is shown now.
        resting_.clear();
        overlayPicture_.reset();
        Refresh();
    }
}

void MapCanvas::describe(const wxString& name, const wxString& here) {
    if (here.empty()) {
        setAccessible(*this, name);
    } else {
        setAccessible(*this, here, name);
    }
}

wxRect MapCanvas::visible() const {
    return {wxPoint{camera_.left(), camera_.top()}, GetClientSize()};
}

int MapCanvas::beyond(int dip) const {
    // A fine screen has four times the pixels: less of them beyond the edges, for memory's sake.
    return FromDIP(contentScale_ > 1.5 ? dip / 4 : dip);
}

wxRect MapCanvas::ahead() const {
    return visible().Inflate(beyond(kAheadDip));
}

drawing::Point MapCanvas::bodyAt(wxPoint at) const {
    return camera_.toBody({static_cast<double>(at.x), static_cast<double>(at.y)});
}

void MapCanvas::onSize(wxSizeEvent& event) {
    const wxSize size = GetClientSize();
    stopGlide();
    camera_.resize(size.x, size.y);
    if (camera_.pixelsPerBody() != patchScale_) {
        patches_.clear();
    }
    resting_.clear();
    overlayPicture_.reset();
    cardsStale_ = true;
    miniatureStale_ = true;
    cameraMoved();
    event.Skip();
}

void MapCanvas::onIdle(wxIdleEvent& event) {
    if (miniatureStale_ && !isSettling() && !patches_.empty()) {
        const wxRect before = miniature_.area();
        layMiniature();
        if (before == miniature_.area()) {
            soil(before);
        } else {
            Refresh();
        }
    }
    if (!patches_.empty() && camera_.pixelsPerBody() == patchScale_) {
        patches_.cropTo(ahead(), beyond(kSlackDip), contentScale_);
        resting_.cropTo(ahead(), beyond(kSlackDip), contentScale_);
        if (coverRestingAhead()) {
            event.RequestMore();
            event.Skip();
            return;
        }
        const MapPatches::Render body = [this](wxDC& dc, const wxRect& area) {
            renderBase(dc, area);
        };
        if (!isSettling() &&
            patches_.coverPiece(ahead(), FromDIP(kPieceDip), contentScale_, body)) {
            event.RequestMore();
        }
    }
    event.Skip();
}

std::vector<drawing::Rect> MapCanvas::coveredBy(const MapViewport& viewport) const {
    std::vector<drawing::Rect> areas;
    for (const wxRect& card : coveredAreas()) {
        const drawing::Point corner =
            camera().toBody({static_cast<double>(card.x), static_cast<double>(card.y)});
        const double millimetres = viewport.scale / camera().pixelsPerBody();
        areas.push_back({(corner.x - viewport.body.x) * viewport.scale,
                         (corner.y - viewport.body.y) * viewport.scale, card.width * millimetres,
                         card.height * millimetres});
    }
    return areas;
}

} // namespace palpate::gui
