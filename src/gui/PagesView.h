// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"

#include <wx/bitmap.h>
#include <wx/scrolwin.h>

#include <vector>

namespace palpate::gui {

/// Pages of paper below each other, as wide as the window allows; each is painted when it first
/// comes into sight.
class PagesView : public wxScrolledWindow {
public:
    PagesView(wxWindow* parent, const wxString& name);
    void setPages(std::vector<drawing::Picture> pages);
    [[nodiscard]] std::size_t count() const noexcept { return pages_.size(); }

private:
    struct Sheet {
        drawing::Picture picture;
        wxBitmap bitmap;
    };
    void onPaint(wxPaintEvent& event);
    void arrange();
    [[nodiscard]] int sheetWidth() const;
    [[nodiscard]] wxRect sheetArea(std::size_t index) const; ///< from the top of the first page
    void paintSheet(Sheet& sheet, wxSize size) const;

    std::vector<Sheet> pages_;
    int width_ = 0;
    double scale_ = 0;
};

} // namespace palpate::gui
