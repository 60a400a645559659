// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"

#include <wx/bitmap.h>
#include <wx/scrolwin.h>

#include <functional>
#include <vector>

namespace palpate::gui {

/// Pages of paper below each other, as wide as the window allows, as high as it, or as large as one
/// zooms. A page is painted when it comes into sight. Keys: Page Up and Down, Home, End go from
/// page to page, arrows scroll, + and - zoom, 0 and 1 fit.
class PagesView : public wxScrolled<wxWindow> {
public:
    enum class Fit { Width, Page, Free };

    PagesView(wxWindow* parent, const wxString& name);

    /// Another page is at the top, or another size is shown.
    std::function<void()> onChange;

    /// The first page comes into sight; `keepsPlace`: what is in sight stays.
    void setPages(std::vector<drawing::Picture> pages, bool keepsPlace = false);
    [[nodiscard]] std::size_t count() const noexcept { return pages_.size(); }
    [[nodiscard]] Fit fit() const noexcept { return fit_; }
    void setFit(Fit fit);
    void zoomBy(double factor);
    /// 1: as large as on paper, on a screen of 96 dots to the inch.
    [[nodiscard]] double zoom() const;
    /// The page that most of the window shows, from 0.
    [[nodiscard]] std::size_t current() const;
    void goTo(std::size_t page);
    [[nodiscard]] const drawing::Picture& page(std::size_t index) const {
        return pages_.at(index).picture;
    }

    bool AcceptsFocus() const override { return true; }

private:
    struct Sheet {
        drawing::Picture picture;
        wxBitmap bitmap;
    };
    void onPaint(wxPaintEvent& event);
    void onKey(wxKeyEvent& event);
    void onWheel(wxMouseEvent& event);
    void arrange();
    void forget();
    void tell();
    void scrollBy(int pixels);
    [[nodiscard]] int gap() const;
    /// Pixels that a page takes.
    [[nodiscard]] wxSize sheetSize(const drawing::Picture& page) const;
    [[nodiscard]] int widest() const;
    [[nodiscard]] wxRect sheetArea(std::size_t index) const; ///< in the scrolled contents
    void paintHidden(wxDC& dc, const wxRect& area) const;
    void paintSheet(Sheet& sheet, wxSize size) const;

    std::vector<Sheet> pages_;
    Fit fit_ = Fit::Width;
    double free_ = 1;  ///< the zoom of Fit::Free
    double drawn_ = 0; ///< the zoom that the bitmaps have
    double scale_ = 0; ///< and the screen's scale
    std::size_t told_ = 0;
    bool ring_ = false; ///< reached by the keyboard
};

} // namespace palpate::gui
