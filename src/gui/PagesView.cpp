// SPDX-License-Identifier: MIT
#include "gui/PagesView.h"

#include "gui/Accessible.h"
#include "gui/Painting.h"
#include "gui/Phrases.h"
#include "gui/Theme.h"

#include <wx/dcbuffer.h>
#include <wx/dcmemory.h>

#include <algorithm>
#include <memory>

namespace palpate::gui {

namespace {

constexpr int kGap = 18;         ///< DIP between and around pages
constexpr int kWidestPage = 820; ///< DIP

} // namespace

PagesView::PagesView(wxWindow* parent, const wxString& name) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxBORDER_NONE, name);
    SetScrollRate(0, FromDIP(16));
    setAccessible(*this, gui::Role::Drawing, said("Preview of the pages"));
    Bind(wxEVT_PAINT, &PagesView::onPaint, this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        arrange();
        event.Skip();
    });
}

void PagesView::setPages(std::vector<drawing::Picture> pages) {
    pages_.clear();
    for (drawing::Picture& page : pages) {
        pages_.push_back({std::move(page), {}});
    }
    width_ = 0;
    arrange();
    Scroll(0, 0);
    setAccessible(*this, said("Preview of the pages"),
                  said("{1} pages", {std::to_string(pages_.size())}));
}

int PagesView::sheetWidth() const {
    return std::clamp(GetClientSize().x - 2 * FromDIP(kGap), FromDIP(200), FromDIP(kWidestPage));
}

wxRect PagesView::sheetArea(std::size_t index) const {
    int y = FromDIP(kGap);
    for (std::size_t i = 0;; ++i) {
        const drawing::Picture& page = pages_.at(i).picture;
        const int height = static_cast<int>(sheetWidth() * page.height / page.width);
        if (i == index) {
            return {(GetClientSize().x - sheetWidth()) / 2, y, sheetWidth(), height};
        }
        y += height + FromDIP(kGap);
    }
}

void PagesView::arrange() {
    const double scale = GetContentScaleFactor();
    if (sheetWidth() != width_ || scale != scale_) {
        width_ = sheetWidth();
        scale_ = scale;
        for (Sheet& sheet : pages_) {
            sheet.bitmap = wxNullBitmap;
        }
    }
    const int height =
        pages_.empty() ? 0 : sheetArea(pages_.size() - 1).GetBottom() + FromDIP(kGap);
    SetVirtualSize(-1, height);
    Refresh();
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
        paint(*context, sheet.picture, view);
    }
}

void PagesView::onPaint(wxPaintEvent&) {
    wxAutoBufferedPaintDC dc{this};
    dc.SetBackground(wxBrush{palette().page});
    dc.Clear();
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        wxRect area = sheetArea(i);
        area.y = CalcScrolledPosition(area.GetPosition()).y;
        if (area.GetBottom() < 0 || area.y > GetClientSize().y) {
            continue;
        }
        if (!pages_[i].bitmap.IsOk()) {
            paintSheet(pages_[i], area.GetSize());
        }
        dc.SetPen(wxPen{palette().edge});
        dc.SetBrush(*wxWHITE_BRUSH);
        dc.DrawRectangle(wxRect{area}.Inflate(1));
        dc.DrawBitmap(pages_[i].bitmap, area.GetPosition());
    }
}

} // namespace palpate::gui
