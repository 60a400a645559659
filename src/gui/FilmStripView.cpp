// SPDX-License-Identifier: MIT
#include "gui/FilmStripView.h"

#include "gui/Accessible.h"
#include "gui/MapGround.h"
#include "gui/Phrases.h"
#include "gui/Theme.h"

#include <wx/dcmemory.h>

#include <algorithm>
#include <cmath>

namespace palpate::gui {

namespace {

constexpr double kHeight = 25.5; ///< millimetres of the screen
constexpr double kMargin = 2.6;

[[nodiscard]] int pixels(double millimetres) {
    return static_cast<int>(std::lround(millimetres * kPixelsPerMm));
}

} // namespace

FilmStripView::FilmStripView(wxWindow* parent, const wxString& name,
                             const drawing::BodyShapes& shapes)
    : PaintedControl{parent, name}, shapes_{shapes} {
    SetMinSize({-1, pixels(kHeight + 2 * kMargin)});
    setAccessible(*this, gui::Role::List, said("Sessions, oldest first"));
    Bind(wxEVT_MOUSEWHEEL,
         [this](wxMouseEvent& event) { scrollTo(left_ - event.GetWheelRotation()); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        scrollTo(left_);
        event.Skip();
    });
}

drawing::FilmStyle FilmStripView::style() const {
    drawing::FilmStyle style;
    style.ground = groundNow();
    style.height = kHeight;
    style.frameWidth = 29;
    style.textSize = 2.8;
    return style;
}

int FilmStripView::widest() const {
    return pixels(drawing::filmStripWidth(frames_.size(), style()) + 2 * kMargin);
}

void FilmStripView::scrollTo(int left) {
    const int wanted = std::clamp(left, 0, std::max(0, widest() - GetClientSize().x));
    if (wanted != left_) {
        left_ = wanted;
        Refresh();
    }
}

void FilmStripView::setFrames(std::vector<drawing::FilmFrame> frames) {
    const bool others = frames.size() != frames_.size();
    pictures_.resize(frames.size());
    bool changed = others;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        if (i >= frames_.size() || !(frames[i] == frames_[i])) {
            pictures_[i] = wxNullBitmap;
            changed = true;
        }
    }
    if (!changed) {
        return;
    }
    frames_ = std::move(frames);
    if (others) {
        current_ = frames_.empty() ? 0 : frames_.size() - 1;
        scrollTo(widest());
    }
    tell();
    Refresh();
}

wxRect FilmStripView::frameArea(std::size_t frame) const {
    const drawing::Rect rect = drawing::filmFrameRect(frame, style());
    return {pixels(rect.x + kMargin) - left_, pixels(rect.y + kMargin), pixels(rect.width),
            pixels(rect.height)};
}

std::optional<std::size_t> FilmStripView::frameAt(wxPoint at) const {
    return drawing::filmFrameAt(
        {(at.x + left_) / kPixelsPerMm - kMargin, at.y / kPixelsPerMm - kMargin}, frames_.size(),
        style());
}

const wxBitmap& FilmStripView::pictureOf(std::size_t frame) {
    wxBitmap& bitmap = pictures_.at(frame);
    if (!bitmap.IsOk()) {
        const wxRect area = frameArea(frame);
        bitmap.CreateWithDIPSize(area.GetSize(), GetContentScaleFactor());
        wxMemoryDC dc{bitmap};
        dc.SetBackground(wxBrush{ground()});
        dc.Clear();
        const std::unique_ptr<wxGraphicsContext> canvas{wxGraphicsContext::Create(dc)};
        if (canvas) {
            paint(*canvas, drawing::filmFrame(shapes_, frames_.at(frame), style()), {}, paths_);
        }
    }
    return bitmap;
}

void FilmStripView::draw(wxGraphicsContext& context, wxSize size) {
    const drawing::FilmStyle now = style();
    if (scale_ != GetContentScaleFactor() || ground_ != now.ground) {
        scale_ = GetContentScaleFactor();
        ground_ = now.ground;
        std::fill(pictures_.begin(), pictures_.end(), wxNullBitmap);
    }
    for (std::size_t i = 0; i < frames_.size(); ++i) {
        const wxRect area = frameArea(i);
        if (area.GetRight() < 0 || area.GetLeft() > size.x) {
            continue;
        }
        context.DrawBitmap(pictureOf(i), area.x, area.y, area.width, area.height);
        if (showsFocus() && i == current_) {
            drawFocusRing(context, area, 6);
        }
    }
}

void FilmStripView::released(wxPoint at) {
    const auto frame = frameAt(at);
    if (frame && onOpen) {
        current_ = *frame;
        onOpen(*frame);
    }
}

void FilmStripView::moveTo(std::size_t frame) {
    current_ = frame;
    const wxRect area = frameArea(frame);
    if (area.GetLeft() < 0) {
        scrollTo(left_ + area.GetLeft() - pixels(kMargin));
    } else if (area.GetRight() > GetClientSize().x) {
        scrollTo(left_ + area.GetRight() - GetClientSize().x + pixels(kMargin));
    }
    tell();
    Refresh();
}

void FilmStripView::show(std::size_t frame) {
    if (frame < frames_.size() && frame != current_) {
        moveTo(frame);
    }
}

bool FilmStripView::key(wxKeyEvent& event) {
    if (frames_.empty()) {
        return false;
    }
    const std::size_t last = frames_.size() - 1;
    switch (event.GetKeyCode()) {
    case WXK_LEFT:
        moveTo(current_ > 0 ? current_ - 1 : 0);
        return true;
    case WXK_RIGHT:
        moveTo(std::min(current_ + 1, last));
        return true;
    case WXK_HOME:
        moveTo(0);
        return true;
    case WXK_END:
        moveTo(last);
        return true;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
    case WXK_SPACE:
        if (onOpen) {
            onOpen(current_);
        }
        return true;
    default:
        return false;
    }
}

void FilmStripView::tell() {
    if (current_ >= frames_.size()) {
        return;
    }
    const drawing::FilmFrame& frame = frames_[current_];
    std::string words = frame.title;
    for (const std::string& line : frame.lines) {
        words += ", " + line;
    }
    setAccessible(*this, said("Sessions, oldest first"), toWx(words + ", " + frame.figure));
}

wxSize FilmStripView::DoGetBestSize() const {
    return {pixels(60), pixels(kHeight + 2 * kMargin)};
}

} // namespace palpate::gui
