// SPDX-License-Identifier: MIT
#include "gui/PaintedControl.h"

#include "gui/LargeControls.h"
#include "gui/Privacy.h"
#include "gui/ThemeMemory.h"

#include <wx/control.h>
#include <wx/dcclient.h>
#include <wx/scrolwin.h>
#include <wx/tokenzr.h>
#include <wx/toplevel.h>

#include <algorithm>
#include <map>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace palpate::gui {

namespace {

/// What was measured of texts: one act lays out most controls anew, with the words they had, and
/// asking Pango again was a quarter of it.
class MeasuredTexts {
public:
    [[nodiscard]] wxSize of(const wxWindow& window, const wxString& text, TextStyle style) {
        const std::pair drawnAt{window.GetContentScaleFactor(), textScale()};
        if (drawnAt != drawnAt_) {
            sizes_.clear();
            drawnAt_ = drawnAt;
        }
        auto& known = sizes_[style];
        const auto at = known.find(text);
        if (at != known.end()) {
            return at->second;
        }
        if (known.size() >= kMost) {
            known.clear(); // long notes are measured by every one of their beginnings
        }
        const wxFont face = font(style);
        int width = 0;
        int height = 0;
        window.GetTextExtent(text, &width, &height, nullptr, nullptr, &face);
        return known.emplace(text, wxSize{width, height}).first->second;
    }

private:
    static constexpr std::size_t kMost = 4000;

    std::pair<double, double> drawnAt_;
    std::map<TextStyle, std::unordered_map<wxString, wxSize, wxStringHash>> sizes_;
};

[[nodiscard]] wxSize measured(const wxWindow& window, const wxString& text, TextStyle style) {
    static MeasuredTexts texts;
    return texts.of(window, text, style);
}

} // namespace

PaintedControl::PaintedControl(wxWindow* parent, const wxString& name, Focus focus)
    : takesFocus_{focus == Focus::Takes} {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
           wxBORDER_NONE | wxWANTS_CHARS | wxFULL_REPAINT_ON_RESIZE, name);
    SetCanFocus(takesFocus_);
    Bind(wxEVT_PAINT, &PaintedControl::onPaint, this);
    for (const auto type : {wxEVT_LEFT_DOWN, wxEVT_LEFT_DCLICK, wxEVT_LEFT_UP, wxEVT_MOTION,
                            wxEVT_ENTER_WINDOW, wxEVT_LEAVE_WINDOW}) {
        Bind(type, &PaintedControl::onMouse, this);
    }
    Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) {
        const bool was = std::exchange(down_, false);
        Refresh();
        if (was) {
            released({-1, -1});
        }
    });
    Bind(wxEVT_KEY_DOWN, &PaintedControl::onKey, this);
    Bind(wxEVT_SET_FOCUS, &PaintedControl::onFocus, this);
    Bind(wxEVT_KILL_FOCUS, &PaintedControl::onFocus, this);
    Bind(EVT_CONTROL_HEIGHT, [this](wxCommandEvent&) { heightChanged(); });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        Refresh();
        event.Skip();
    });
}

bool PaintedControl::Enable(bool enable) {
    if (!enable && HasCapture()) {
        ReleaseMouse(); // a window that is disabled never hears that the button came up
        down_ = false;
    }
    const bool changed = wxWindow::Enable(enable);
    Refresh();
    return changed;
}

wxColour PaintedControl::ground() const {
    return GetParent()->GetBackgroundColour();
}

wxSize PaintedControl::textSize(const wxString& text, TextStyle style) const {
    return measured(*this, onScreen(text), style);
}

int PaintedControl::px(int dip) const {
    return textPx(*this, dip);
}

int PaintedControl::tall(int dip) const {
    return px(touchable(dip));
}

int textPx(const wxWindow& window, int dip) {
    return wxRound(window.FromDIP(dip) * std::max(1.0, textScale()));
}

void PaintedControl::sizeChanged() {
    InvalidateBestSize();
    Refresh();
    if (!layoutAsked_) {
        layoutAsked_ = true;
        CallAfter([this] {
            layoutAsked_ = false;
            // What is hidden may be narrower than it can ever use, and asks for more at each layout
            // without end; its owner lays it out when it comes into sight.
            if (IsShownOnScreen()) {
                relayoutAround(*this);
            }
        });
    }
}

void PaintedControl::onPaint(wxPaintEvent&) {
    wxPaintDC dc{this};
    const wxSize size = GetClientSize();
    dc.SetBackground(wxBrush{ground()});
    dc.Clear();
    const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(dc)};
    if (context && size.x > 0 && size.y > 0) {
        // The controls place their own lines on whole pixels.
        context->EnableOffset(false);
        draw(*context, size);
    }
}

void PaintedControl::onMouse(wxMouseEvent& event) {
    const wxPoint at = event.GetPosition();
    if (event.Entering()) {
        hovered_ = true;
        Refresh();
    } else if (event.Leaving()) {
        hovered_ = false;
        pointed({-1, -1});
        Refresh();
    } else if (event.LeftDown() || event.LeftDClick()) {
        ring_ = false;
        if (takesFocus_) {
            SetFocus();
        }
        down_ = true;
        pressedWhen_ = scrolledTo();
        if (!HasCapture()) {
            CaptureMouse();
        }
        Refresh();
        pressed(at);
    } else if (event.LeftUp()) {
        if (HasCapture()) {
            ReleaseMouse();
        }
        const bool was = down_;
        down_ = false;
        Refresh();
        if (comesFromTouch()) {
            noteTouch();
        }
        if (was) {
            // Last: the owner may close this window.
            released(scrolledTo() == pressedWhen_ ? at : wxPoint{-1, -1});
        }
    } else if (event.Moving() || event.Dragging()) {
        if (event.Moving() && down_) { // it came up elsewhere: the pan of a finger took it
            if (HasCapture()) {
                ReleaseMouse();
            }
            down_ = false;
            Refresh();
            released({-1, -1});
        }
        if (event.Moving() && !hovered_) {
            hovered_ = true;
            Refresh();
        }
        pointed(at);
    }
    if (event.Entering() || event.Leaving()) {
        event.Skip();
    }
}

wxPoint PaintedControl::scrolledTo() const {
    for (const wxWindow* w = GetParent(); w && !w->IsTopLevel(); w = w->GetParent()) {
        if (const auto* const panel = dynamic_cast<const wxScrolledWindow*>(w)) {
            return panel->GetViewStart();
        }
    }
    return {};
}

void PaintedControl::onKey(wxKeyEvent& event) {
    ring_ = true;
    Refresh();
    if (event.GetKeyCode() == WXK_TAB && !event.ControlDown()) {
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward
                                   : wxNavigationKeyEvent::IsForward);
    } else if (!key(event)) {
        event.Skip();
    }
}

void PaintedControl::onFocus(wxFocusEvent& event) {
    ring_ = event.GetEventType() == wxEVT_SET_FOCUS && !wxGetMouseState().LeftIsDown();
    if (event.GetEventType() == wxEVT_KILL_FOCUS) {
        hovered_ = false; // a dialog that came up takes the pointer without telling
    }
    focusChanged();
    Refresh();
    event.Skip();
}

void relayoutAround(wxWindow& window) {
    std::vector<wxWindow*> around;
    for (wxWindow* w = window.GetParent(); w; w = w->GetParent()) {
        w->InvalidateBestSize();
        around.push_back(w);
        if (w->IsTopLevel() || dynamic_cast<wxScrolledWindow*>(w)) {
            break;
        }
    }
    for (auto it = around.rbegin(); it != around.rend(); ++it) {
        if (dynamic_cast<wxScrolledWindow*>(*it)) {
            (*it)->FitInside();
        }
        (*it)->Layout();
    }
}

wxRect2DDouble inset(const wxRect& area, double by) {
    return {area.x + by, area.y + by, std::max(0.0, area.width - 2 * by),
            std::max(0.0, area.height - 2 * by)};
}

void fillRounded(wxGraphicsContext& context, const wxRect2DDouble& area, double radius,
                 const wxColour& fill, const wxColour& edge, double width) {
    if (fill.IsOk()) {
        context.SetBrush(wxBrush{fill});
    } else {
        context.SetBrush(*wxTRANSPARENT_BRUSH);
    }
    if (edge.IsOk()) {
        context.SetPen(context.CreatePen(wxGraphicsPenInfo{edge, width}));
    } else {
        context.SetPen(*wxTRANSPARENT_PEN);
    }
    context.DrawRoundedRectangle(area.m_x, area.m_y, area.m_width, area.m_height, radius);
}

void paintFieldFrame(wxGraphicsContext& context, const wxWindow& field, const FieldFrame& frame) {
    const Palette& colours = palette();
    fillRounded(context, inset(wxRect{field.GetClientSize()}, frame.hasFocus ? 1 : 0.5),
                field.FromDIP(dip::kRadius), frame.ground,
                frame.hasProblem ? colours.amber.text
                : frame.hasFocus ? colours.accentText
                                 : colours.edge,
                frame.hasFocus || frame.hasProblem ? 1.6 : 1);
}

void drawFocusRing(wxGraphicsContext& context, const wxRect& around, double radius) {
    const wxRect2DDouble ring = inset(around, -1);
    fillRounded(context, ring, radius + 1, wxNullColour, palette().focus, focusWidth());
}

void drawLine(wxGraphicsContext& context, const wxString& text, const wxRect2DDouble& area,
              TextStyle style, const wxColour& colour, TextAlign align) {
    context.SetFont(font(style), colour);
    wxDouble width = 0;
    wxDouble height = 0;
    wxString shown = onScreen(text);
    context.GetTextExtent(shown, &width, &height);
    if (width > area.m_width + 1) {
        const wxString ellipsis = wxString::FromUTF8("…");
        while (!shown.empty() && width > area.m_width) {
            shown.RemoveLast();
            context.GetTextExtent(shown + ellipsis, &width, &height);
        }
        shown += ellipsis;
    }
    const double share = align == TextAlign::Left ? 0.0 : align == TextAlign::Centre ? 0.5 : 1.0;
    context.DrawText(shown, area.m_x + (area.m_width - width) * share,
                     area.m_y + (area.m_height - height) / 2);
}

std::vector<wxString> wrapLines(const wxWindow& window, const wxString& text, TextStyle style,
                                int width) {
    const auto widthOf = [&](const wxString& words) { return measured(window, words, style).x; };
    std::vector<wxString> lines;
    wxStringTokenizer paragraphs{text, "\n", wxTOKEN_RET_EMPTY_ALL};
    while (paragraphs.HasMoreTokens()) {
        const wxString paragraph = paragraphs.GetNextToken();
        wxString line;
        wxStringTokenizer words{paragraph, " ", wxTOKEN_RET_EMPTY_ALL};
        while (words.HasMoreTokens()) {
            const wxString word = words.GetNextToken();
            const wxString longer = line.empty() ? word : line + " " + word;
            if (!line.empty() && widthOf(longer) > width) {
                lines.push_back(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.push_back(line);
    }
    return lines;
}

} // namespace palpate::gui
