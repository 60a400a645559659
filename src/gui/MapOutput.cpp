// SPDX-License-Identifier: MIT
#include "gui/MapOutput.h"

#include "domain/Error.h"
#include "domain/Message.h"
#include "drawing/Svg.h"
#include "gui/Painting.h"
#include "gui/Phrases.h"

#include <wx/clipbrd.h>
#include <wx/dataobj.h>
#include <wx/dcmemory.h>
#include <wx/graphics.h>
#include <wx/image.h>
#include <wx/printdlg.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace palpate::gui {

namespace {

constexpr double kMarginMm = 12;
constexpr double kTitleMm = 5; ///< em of the title on paper
constexpr double kTitleGapMm = 4;

/// Copying must not ask for more memory than any program pastes: 8 000 pixels a side.
constexpr double kMostPixels = 8000;

[[nodiscard]] drawing::Picture titlePicture(const std::string& title) {
    drawing::Picture picture;
    drawing::TextShape text;
    text.at = {0, kTitleMm};
    text.text = title;
    text.size = kTitleMm;
    text.weight = drawing::Weight::Bold;
    picture.shapes.emplace_back(text);
    return picture;
}

} // namespace

wxBitmap paintToBitmap(const drawing::Picture& picture, double pixelsPerMm,
                       const drawing::Colour& ground) {
    const double most = std::max(picture.width, picture.height) * pixelsPerMm;
    const double scale = most > kMostPixels ? pixelsPerMm * kMostPixels / most : pixelsPerMm;
    const auto pixels = [scale](double mm) {
        constexpr double kRounding = 1e-6;
        return std::max(1, static_cast<int>(std::ceil(mm * scale - kRounding)));
    };
    const wxSize size{pixels(picture.width), pixels(picture.height)};
    wxBitmap bitmap{size, 24};
    wxMemoryDC memory{bitmap};
    memory.SetBackground(wxBrush{wxColour{ground.red, ground.green, ground.blue}});
    memory.Clear();
    if (const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(memory)}) {
        context->EnableOffset(false);
        paint(*context, picture, {scale, {}, {}, {}});
    }
    memory.SelectObject(wxNullBitmap);
    return bitmap;
}

bool copyPicture(const drawing::Picture& picture, double pixelsPerMm) {
    if (!wxImage::FindHandler(wxBITMAP_TYPE_PNG)) {
        wxImage::AddHandler(new wxPNGHandler); // taken by wxImage; GTK's clipboard needs it
    }
    auto both = std::make_unique<wxDataObjectComposite>();
    both->Add(new wxBitmapDataObject{paintToBitmap(picture, pixelsPerMm)}, // taken by `both`
              true);
    const std::string text = drawing::svg(picture);
    auto* vector = new wxCustomDataObject{wxDataFormat{"image/svg+xml"}}; // taken by `both`
    vector->SetData(text.size(), text.data());
    both->Add(vector);
    const wxClipboardLocker clipboard;
    if (!clipboard || !wxTheClipboard->SetData(both.release())) { // taken by the clipboard
        return false;
    }
    // It stays there when the program ends.
    wxTheClipboard->Flush();
    return true;
}

PicturePrintout::PicturePrintout(drawing::Picture picture, const wxString& title,
                                 std::function<void()> beforePrinting)
    : RecordedPrintout{title, std::move(beforePrinting)}, picture_{std::move(picture)},
      title_{title} {}

void PicturePrintout::GetPageInfo(int* first, int* last, int* from, int* to) {
    *first = *last = *from = *to = 1;
}

bool PicturePrintout::OnPrintPage(int) {
    wxDC* const dc = GetDC();
    if (!dc) {
        return false;
    }
    paintPage(*dc, GetLogicalPaperRect(), dotsPerMm());
    return true;
}

void PicturePrintout::paintPage(wxDC& dc, const wxRect& page, double pixelsPerMm) const {
    const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::CreateFromUnknownDC(dc)};
    if (!context || picture_.width <= 0 || picture_.height <= 0) {
        return;
    }
    context->EnableOffset(false);
    const double margin = kMarginMm * pixelsPerMm;
    const double head = title_.empty() ? 0 : (kTitleMm + kTitleGapMm) * pixelsPerMm;
    if (!title_.empty()) {
        paint(*context, titlePicture(fromWx(title_)),
              {pixelsPerMm, {page.x + margin, page.y + margin}, {}, {}});
    }
    const double width = std::max(1.0, page.width - 2 * margin);
    const double height = std::max(1.0, page.height - 2 * margin - head);
    const double scale = std::min(width / picture_.width, height / picture_.height);
    const drawing::Rect area{page.x + margin + (width - picture_.width * scale) / 2,
                             page.y + margin + head, picture_.width * scale,
                             picture_.height * scale};
    paint(*context, picture_, {scale, {area.x, area.y}, area, {}});
}

bool printPicture(wxWindow* parent, const drawing::Picture& picture, const wxString& title,
                  std::function<void()> beforePrinting) {
    wxPrintDialogData data;
    data.EnablePageNumbers(false);
    data.EnableSelection(false);
    data.GetPrintData().SetOrientation(picture.width > picture.height ? wxLANDSCAPE : wxPORTRAIT);
    PicturePrintout printout{picture, title, std::move(beforePrinting)};
    return print(parent, data, printout,
                 {tr("The picture could not be printed: the printer refused it. Check the printer, "
                     "or copy the picture and print it from another program."),
                  {}});
}

} // namespace palpate::gui
