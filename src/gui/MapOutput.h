// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"
#include "gui/Printouts.h"

#include <wx/bitmap.h>

#include <functional>

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
class PicturePrintout : public RecordedPrintout {
public:
    /// `beforePrinting` is called once, when the printer is chosen and nothing is printed yet: if
    /// it throws, nothing is.
    PicturePrintout(drawing::Picture picture, const wxString& title,
                    std::function<void()> beforePrinting = {});

    bool HasPage(int page) override { return page == 1; }
    void GetPageInfo(int* first, int* last, int* from, int* to) override;
    bool OnPrintPage(int page) override;

    /// Paints the page onto a context; `page` is the paper in the context's pixels.
    void paintPage(wxDC& dc, const wxRect& page, double pixelsPerMm) const;

private:
    drawing::Picture picture_;
    wxString title_;
};

/// Asks for a printer, calls `beforePrinting` and prints. False: the user thought better of it, and
/// nothing was called. Throws palpate::Error when printing failed, and what `beforePrinting`
/// throws: then nothing was printed.
bool printPicture(wxWindow* parent, const drawing::Picture& picture, const wxString& title,
                  std::function<void()> beforePrinting = {});

} // namespace palpate::gui
