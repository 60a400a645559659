// SPDX-License-Identifier: MIT
#include "gui/PagesView.h"

#include "gui/Accessible.h"
#include "gui/FinePainting.h"
#include "gui/PaintedControl.h"
#include "gui/Phrases.h"
#include "gui/Privacy.h"
#include "gui/Theme.h"

#include <wx/dcbuffer.h>
#include <wx/dcmemory.h>

#include <algorithm>
#include <memory>

namespace palpate::gui {

namespace {

constexpr int kGap = 18;  ///< DIP between and around pages
constexpr int kStep = 16; ///< DIP, a step of scrolling
constexpr double kDotsPerMm = 96 / 25.4;
constexpr double kWidestZoom = 1.05; ///< of a page that fits the width: larger is no easier to read
constexpr double kLeastZoom = 0.2;
constexpr double kMostZoom = 2.5; ///< a page of it still takes little memory
constexpr double kZoomStep = 1.2;

} // namespace

PagesView::PagesView(wxWindow* parent, const wxString& name) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
           wxVSCROLL | wxHSCROLL | wxWANTS_CHARS | wxBORDER_NONE, name);
    SetScrollRate(FromDIP(kStep), FromDIP(kStep));
    setAccessible(*this, gui::Role::Drawing, said("Preview of the pages"));
    Bind(wxEVT_PAINT, &PagesView::onPaint, this);
    Bind(wxEVT_KEY_DOWN, &PagesView::onKey, this);
    Bind(wxEVT_MOUSEWHEEL, &PagesView::onWheel, this);
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
        ring_ = false;
        SetFocus();
        event.Skip();
    });
    for (const auto& type : {wxEVT_SET_FOCUS, wxEVT_KILL_FOCUS}) {
        Bind(type, [this](wxFocusEvent& event) {
            ring_ = event.GetEventType() == wxEVT_SET_FOCUS && !wxGetMouseState().LeftIsDown();
            Refresh();
            event.Skip();
        });
    }
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        arrange();
        event.Skip();
        CallAfter([this] { // the zoom is another one
            told_ = count() + 1;
            tell();
        });
    });
    for (const auto& type : {wxEVT_SCROLLWIN_THUMBTRACK, wxEVT_SCROLLWIN_THUMBRELEASE,
                             wxEVT_SCROLLWIN_LINEUP, wxEVT_SCROLLWIN_LINEDOWN}) {
        Bind(type, [this](wxScrollWinEvent& event) {
            event.Skip();
            CallAfter([this] { tell(); });
        });
    }
}

void PagesView::setPages(std::vector<drawing::Picture> pages, bool keepsPlace) {
    pages_.clear();
    for (drawing::Picture& page : pages) {
        pages_.push_back({std::move(page), {}});
    }
    const wxPoint place = GetViewStart();
    drawn_ = 0;
    arrange();
    Scroll(keepsPlace ? place : wxPoint{0, 0});
    told_ = count() + 1; // is told anew
    tell();
}

int PagesView::gap() const {
    return FromDIP(kGap);
}

double PagesView::zoom() const {
    if (pages_.empty() || fit_ == Fit::Free) {
        return free_;
    }
    const drawing::Picture& page = pages_.front().picture;
    const double dip = FromDIP(1000) / 1000.0;
    const double width = (GetClientSize().x - 2 * gap()) / (page.width * kDotsPerMm * dip);
    const double height = (GetClientSize().y - 2 * gap()) / (page.height * kDotsPerMm * dip);
    const double wanted =
        fit_ == Fit::Width ? std::min(width, kWidestZoom) : std::min(width, height);
    return std::clamp(wanted, kLeastZoom, kMostZoom);
}

wxSize PagesView::sheetSize(const drawing::Picture& page) const {
    const double dots = zoom() * kDotsPerMm * FromDIP(1000) / 1000.0;
    return {std::max(1, wxRound(page.width * dots)), std::max(1, wxRound(page.height * dots))};
}

int PagesView::widest() const {
    int width = 0;
    for (const Sheet& sheet : pages_) {
        width = std::max(width, sheetSize(sheet.picture).x);
    }
    return width;
}

wxRect PagesView::sheetArea(std::size_t index) const {
    int y = gap();
    for (std::size_t i = 0; i < index; ++i) {
        y += sheetSize(pages_[i].picture).y + gap();
    }
    const wxSize size = sheetSize(pages_.at(index).picture);
    const int room = std::max(GetClientSize().x, widest() + 2 * gap());
    return {{(room - size.x) / 2, y}, size};
}

void PagesView::forget() {
    for (Sheet& sheet : pages_) {
        sheet.bitmap = wxNullBitmap;
    }
}

void PagesView::arrange() {
    const double scale = GetContentScaleFactor();
    if (zoom() != drawn_ || scale != scale_) {
        drawn_ = zoom();
        scale_ = scale;
        forget();
    }
    const int height = pages_.empty() ? 0 : sheetArea(pages_.size() - 1).GetBottom() + gap();
    const int width = widest() + 2 * gap();
    SetVirtualSize(width > GetClientSize().x ? width : -1, height);
    Refresh();
}

void PagesView::setFit(Fit fit) {
    const std::size_t here = current();
    free_ = zoom();
    fit_ = fit;
    arrange();
    goTo(here);
}

void PagesView::zoomBy(double factor) {
    const std::size_t here = current();
    const double wanted = std::clamp(zoom() * factor, kLeastZoom, kMostZoom);
    const int middle = CalcUnscrolledPosition({0, GetClientSize().y / 2}).y;
    const double share =
        pages_.empty() ? 0
                       : (middle - sheetArea(here).y) / std::max(1.0, 1.0 * sheetArea(here).height);
    free_ = wanted;
    fit_ = Fit::Free;
    arrange();
    if (!pages_.empty()) { // what was in the middle stays there
        const int y = sheetArea(here).y + wxRound(share * sheetArea(here).height);
        const int across = std::max(0, (widest() + 2 * gap() - GetClientSize().x) / 2);
        Scroll(across / FromDIP(kStep), std::max(0, y - GetClientSize().y / 2) / FromDIP(kStep));
    }
    told_ = count() + 1;
    tell();
}

std::size_t PagesView::current() const {
    const int middle = CalcUnscrolledPosition({0, GetClientSize().y / 2}).y;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        if (middle <= sheetArea(i).GetBottom() + gap()) {
            return i;
        }
    }
    return pages_.empty() ? 0 : pages_.size() - 1;
}

void PagesView::goTo(std::size_t page) {
    if (page < pages_.size()) {
        Scroll(-1, std::max(0, sheetArea(page).y - gap()) / FromDIP(kStep));
    }
    tell();
}

void PagesView::scrollBy(int pixels) {
    const int step = FromDIP(kStep);
    Scroll(-1, std::max(0, GetViewStart().y + pixels / step));
    tell();
}

void PagesView::tell() {
    const std::size_t here = current();
    if (here == told_) {
        return;
    }
    told_ = here;
    setAccessible(*this, said("Preview of the pages"),
                  pages_.empty() ? said("no pages")
                                 : said("page {1} of {2}",
                                        {std::to_string(here + 1), std::to_string(pages_.size())}));
    if (onChange) {
        onChange();
    }
}

void PagesView::onWheel(wxMouseEvent& event) {
    if (event.ControlDown()) {
        zoomBy(event.GetWheelRotation() > 0 ? kZoomStep : 1 / kZoomStep);
        return;
    }
    event.Skip();
    CallAfter([this] { tell(); });
}

void PagesView::onKey(wxKeyEvent& event) {
    const int line = FromDIP(3 * kStep);
    switch (event.GetKeyCode()) {
    case WXK_PAGEDOWN:
    case WXK_NUMPAD_PAGEDOWN:
        return fit_ == Fit::Page || event.ControlDown() ? goTo(current() + 1)
                                                        : scrollBy(GetClientSize().y - line);
    case WXK_PAGEUP:
    case WXK_NUMPAD_PAGEUP:
        return fit_ == Fit::Page || event.ControlDown() ? goTo(current() == 0 ? 0 : current() - 1)
                                                        : scrollBy(line - GetClientSize().y);
    case WXK_HOME:
        return goTo(0);
    case WXK_END:
        return scrollBy(GetVirtualSize().y);
    case WXK_DOWN:
        return scrollBy(line);
    case WXK_UP:
        return scrollBy(-line);
    case '+':
    case '=':
    case WXK_NUMPAD_ADD:
        return zoomBy(kZoomStep);
    case '-':
    case WXK_NUMPAD_SUBTRACT:
        return zoomBy(1 / kZoomStep);
    case '0':
        return setFit(Fit::Width);
    case '1':
        return setFit(Fit::Page);
    case WXK_TAB:
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward
                                   : wxNavigationKeyEvent::IsForward);
        return;
    default:
        event.Skip();
    }
}

void PagesView::paintSheet(Sheet& sheet, wxSize size) const {
    sheet.bitmap.CreateWithDIPSize(size, scale_);
    wxMemoryDC dc{sheet.bitmap};
    dc.SetBackground(*wxWHITE_BRUSH);
    dc.Clear();
    const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(dc)};
    if (context) {
        PaintView view;
        view.pixelsPerMm = size.x / sheet.picture.width;
        view.face = "Noto Sans"; // what the page was laid out with
        paintFinely(*context, sheet.picture, view);
    }
}

void PagesView::paintHidden(wxDC& dc, const wxRect& area) const {
    // A page is laid out with its names: initials would stand beside the room that they had.
    const wxFont face = font(TextStyle::Body);
    dc.SetFont(face);
    dc.SetTextForeground(wxColour{0x47, 0x50, 0x5E}); // on white paper, whatever the theme
    const auto lines = wrapLines(*this,
                                 said("This page is not shown while names are hidden. F12 "
                                      "shows them again; it prints as ever."),
                                 TextStyle::Body, area.width - 2 * gap());
    int y = area.y + gap();
    for (const wxString& line : lines) {
        dc.DrawText(line, area.x + gap(), y);
        y += dc.GetTextExtent(line).y;
    }
}

void PagesView::onPaint(wxPaintEvent&) {
    wxAutoBufferedPaintDC dc{this};
    dc.SetBackground(wxBrush{palette().page});
    dc.Clear();
    const int seen = GetClientSize().y;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        wxRect area = sheetArea(i);
        area.SetPosition(CalcScrolledPosition(area.GetPosition()));
        if (area.GetBottom() < 0 || area.y > seen) {
            if (area.GetBottom() < -seen || area.y > 2 * seen) {
                pages_[i].bitmap = wxNullBitmap; // of a long record not every page is kept
            }
            continue;
        }
        dc.SetPen(wxPen{palette().edge});
        dc.SetBrush(*wxWHITE_BRUSH);
        dc.DrawRectangle(wxRect{area}.Inflate(1));
        if (areNamesHidden()) {
            paintHidden(dc, area);
            continue;
        }
        if (!pages_[i].bitmap.IsOk()) {
            paintSheet(pages_[i], area.GetSize());
        }
        dc.DrawBitmap(pages_[i].bitmap, area.GetPosition());
    }
    if (ring_ && HasFocus()) {
        const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(dc)};
        drawFocusRing(*context, GetClientRect().Deflate(FromDIP(3)), FromDIP(dip::kRadius));
    }
}

} // namespace palpate::gui
