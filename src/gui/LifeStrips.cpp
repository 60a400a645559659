// SPDX-License-Identifier: MIT
#include "gui/LifeStrips.h"

#include "gui/Accessible.h"
#include "gui/MapGround.h"
#include "gui/PaintedControl.h"
#include "gui/Phrases.h"
#include "gui/Theme.h"

#include <wx/dcmemory.h>
#include <wx/graphics.h>

#include <algorithm>
#include <memory>

namespace palpate::gui {

namespace {

// DIP.
constexpr int kHead = 26;
constexpr int kStrip = 96;
constexpr int kPad = 8;
constexpr int kSide = 16;

} // namespace

LifeStrips::LifeStrips(wxWindow* parent, const wxString& name, const wxString& label)
    : PaintedRows{parent, name, label}, label_{label} {
    Bind(wxEVT_KEY_DOWN, &LifeStrips::onKey, this);
    for (const auto& type : {wxEVT_LEFT_UP, wxEVT_LEFT_DCLICK}) {
        Bind(type, &LifeStrips::onMouse, this);
    }
}

int LifeStrips::rowHeight() const {
    return 2 * FromDIP(kPad) + textPx(*this, kHead) + FromDIP(kStrip);
}

wxRect LifeStrips::stripArea(int point) const {
    const wxRect row = rowArea(point);
    return {row.x + FromDIP(kSide), row.y + FromDIP(kPad) + textPx(*this, kHead),
            std::max(1, row.width - 2 * FromDIP(kSide)), FromDIP(kStrip)};
}

double LifeStrips::pictureWidth() const {
    return stripArea(0).width / kPixelsPerMm;
}

wxRect LifeStrips::stepArea(int point, std::size_t step) const {
    const wxRect strip = stripArea(point);
    int left = -1;
    int right = -1;
    for (int x = 0; x < strip.width; ++x) {
        if (app::lifeStepAt(life(point), pictureWidth(), x / kPixelsPerMm) == step) {
            left = left < 0 ? x : left;
            right = x;
        }
    }
    return left < 0 ? wxRect{} : wxRect{strip.x + left, strip.y, right - left + 1, strip.height};
}

void LifeStrips::set(std::vector<app::PointLife> lives, const std::optional<SessionId>& current) {
    std::optional<TriggerPointId> was;
    if (chosen_ < count()) {
        was = life(chosen_).point.id;
    }
    lives_ = std::move(lives);
    pictures_.assign(lives_.size(), wxNullBitmap);
    chosen_ = 0;
    step_.reset();
    for (int i = 0; i < count(); ++i) {
        if (was == life(i).point.id) {
            chosen_ = i;
        }
    }
    if (count() > 0) {
        const auto& steps = life(chosen_).steps;
        const auto at = std::ranges::find_if(
            steps, [&](const app::LifeStep& step) { return step.session == current; });
        if (at != steps.end()) {
            step_ = static_cast<std::size_t>(at - steps.begin());
        }
    }
    SetCanFocus(!lives_.empty());
    SetVirtualSize(-1, count() * rowHeight());
    Refresh();
    tell();
}

void LifeStrips::choose(int point, std::optional<std::size_t> step) {
    if (count() == 0) {
        return;
    }
    chosen_ = std::clamp(point, 0, count() - 1);
    step_ = step;
    scrollTo(chosen_);
    Refresh();
    tell();
    if (onChoose) {
        onChoose(chosen_, step_);
    }
}

void LifeStrips::stepBy(int by) {
    const int last = static_cast<int>(life(chosen_).steps.size()) - 1;
    const int from = step_ ? static_cast<int>(*step_) : (by > 0 ? -1 : last + 1);
    choose(chosen_, static_cast<std::size_t>(std::clamp(from + by, 0, std::max(0, last))));
}

void LifeStrips::tell() {
    wxString here;
    if (chosen_ < count()) {
        const app::PointLife& at = life(chosen_);
        std::string words = std::to_string(at.point.number) + ", " + at.place + ", " + at.now;
        if (step_ && *step_ < at.steps.size()) {
            words += ". " + at.steps[*step_].sentence;
        }
        here = said("Point {1}", {words});
    }
    setAccessible(*this, label_, here);
}

void LifeStrips::beforePaint() {
    if (look_ != &palette() || scale_ != GetContentScaleFactor() || width_ != stripArea(0).width) {
        look_ = &palette();
        scale_ = GetContentScaleFactor();
        width_ = stripArea(0).width;
        pictures_.assign(lives_.size(), wxNullBitmap);
    }
}

void LifeStrips::paintRow(wxGraphicsContext& context, int point) {
    const Palette& p = palette();
    const wxRect area = rowArea(point);
    const app::PointLife& at = life(point);
    context.SetPen(*wxTRANSPARENT_PEN);
    if (point == chosen_) {
        context.SetBrush(wxBrush{p.accent});
        context.DrawRectangle(area.x, area.y, FromDIP(4), area.height);
    }
    context.SetBrush(wxBrush{p.hairline});
    context.DrawRectangle(area.x, area.GetBottom(), area.width, 1);
    const wxString title = said("{1} · {2}", {std::to_string(at.point.number), at.place});
    int titleWidth = 0;
    const wxFont strong = font(TextStyle::BodyStrong);
    GetTextExtent(title, &titleWidth, nullptr, nullptr, nullptr, &strong);
    const double left = area.x + FromDIP(kSide);
    const double right = area.GetRight() - FromDIP(kSide);
    const double head = textPx(*this, kHead);
    const double y = area.y + FromDIP(kPad) - FromDIP(2);
    drawLine(context, title, {left, y, std::min(titleWidth + 2.0, right - left), head},
             TextStyle::BodyStrong, p.ink);
    const double asideLeft = left + titleWidth + FromDIP(12);
    if (right - asideLeft > FromDIP(40)) {
        drawLine(context, toWx(at.now), {asideLeft, y, right - asideLeft, head}, TextStyle::Small,
                 at.isOpen ? p.ink : p.muted);
    }
    const wxRect strip = stripArea(point);
    wxBitmap& bitmap = pictures_.at(static_cast<std::size_t>(point));
    if (!bitmap.IsOk()) {
        bitmap.CreateWithDIPSize(strip.GetSize(), scale_);
        wxMemoryDC dc{bitmap};
        dc.SetBackground(wxBrush{p.panel});
        dc.Clear();
        const std::unique_ptr<wxGraphicsContext> canvas{wxGraphicsContext::Create(dc)};
        if (canvas) {
            paint(*canvas,
                  app::lifePicture(at, pictureWidth(), strip.height / kPixelsPerMm, groundNow()),
                  {}, paths_);
        }
    }
    context.DrawBitmap(bitmap, strip.x, strip.y, strip.width, strip.height);
    if (point == chosen_ && step_ && *step_ < at.steps.size()) {
        const wxRect column = stepArea(point, *step_);
        context.SetBrush(*wxTRANSPARENT_BRUSH);
        context.SetPen(wxPen{p.accent, FromDIP(isHighContrast() ? 2 : 1)});
        context.DrawRoundedRectangle(column.x + 0.5, column.y + 0.5, column.width - 1.0,
                                     column.height - 1.0, FromDIP(4));
        context.SetPen(*wxTRANSPARENT_PEN);
    }
    if (point == chosen_ && isRinged()) {
        drawFocusRing(context, wxRect{area}.Deflate(FromDIP(3)), FromDIP(dip::kRadius));
    }
}

void LifeStrips::onMouse(wxMouseEvent& event) {
    event.Skip();
    const int point = rowAt(event.GetPosition());
    if (point < 0) {
        return;
    }
    const wxRect strip = stripArea(point);
    const auto step =
        app::lifeStepAt(life(point), pictureWidth(), (event.GetX() - strip.x) / kPixelsPerMm);
    if (event.LeftDClick() && step && onOpen) {
        onOpen(SessionId{life(point).steps.at(*step).session});
    } else if (event.LeftUp()) {
        choose(point, step ? step : step_);
    }
}

void LifeStrips::onKey(wxKeyEvent& event) {
    if (count() == 0 && event.GetKeyCode() != WXK_TAB) {
        event.Skip();
        return;
    }
    switch (event.GetKeyCode()) {
    case WXK_UP:
        return choose(chosen_ - 1, step_);
    case WXK_DOWN:
        return choose(chosen_ + 1, step_);
    case WXK_HOME:
        return choose(0, step_);
    case WXK_END:
        return choose(count() - 1, step_);
    case WXK_LEFT:
        return stepBy(-1);
    case WXK_RIGHT:
        return stepBy(1);
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        if (step_ && onOpen) {
            onOpen(SessionId{life(chosen_).steps.at(*step_).session});
        }
        return;
    default:
        if (!leaveBy(event)) {
            event.Skip();
        }
    }
}

} // namespace palpate::gui
