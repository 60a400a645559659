// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"

#include <wx/bitmap.h>
#include <wx/print.h>

#include <memory>

class wxWindow;

namespace palpate::gui {

/// Twice a screen's 96 dots per inch: sharp in a letter, and small enough to mail.
inline constexpr double kCopyPixelsPerMm = 2 * 96 / 25.4;

/// The picture on a ground of its own, white unless said otherwise.
[[nodiscard]] wxBitmap paintToBitmap(const drawing::Picture& picture, double pixelsPerMm,
                                     const drawing::Colour& ground = drawing::rgb(0xFFFFFF));

/// Puts the picture on the clipboard, as an image and as SVG. False when the clipboard is held by
/// another program.
[[nodiscard]] bool copyPicture(const drawing::Picture& picture,
                               double pixelsPerMm = kCopyPixelsPerMm);

/// One page with the picture as large as it fits inside the margins, turned with the paper, under
/// its title.
class PicturePrintout : public wxPrintout {
public:
    PicturePrintout(drawing::Picture picture, const wxString& title);

    bool HasPage(int page) override { return page == 1; }
    void GetPageInfo(int* first, int* last, int* from, int* to) override;
    bool OnPrintPage(int page) override;

    /// Paints the page onto a context; `page` is the paper in the context's pixels.
    void paintPage(wxDC& dc, const wxRect& page, double pixelsPerMm) const;

private:
    drawing::Picture picture_;
    wxString title_;
};

/// Asks for a printer and prints. False: the user thought better of it. Throws palpate::Error when
/// printing failed.
bool printPicture(wxWindow* parent, const drawing::Picture& picture, const wxString& title);

} // namespace palpate::gui
