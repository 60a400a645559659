// SPDX-License-Identifier: MIT
#include "gui/Printouts.h"

#include "domain/Error.h"
#include "gui/Painting.h"
#include "gui/Phrases.h"

#include <wx/graphics.h>
#include <wx/printdlg.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace palpate::gui {

namespace {

constexpr double kMmPerInch = 25.4;
constexpr double kSameSize = 1; ///< millimetres by which two papers of one kind may differ

/// The kind of paper of that size; wxPAPER_NONE: no usual one.
[[nodiscard]] wxPaperSize paperOf(double width, double height) {
    const auto is = [&](double w, double h) {
        return std::abs(std::min(width, height) - w) < kSameSize &&
               std::abs(std::max(width, height) - h) < kSameSize;
    };
    return is(210, 297) ? wxPAPER_A4 : is(215.9, 279.4) ? wxPAPER_LETTER : wxPAPER_NONE;
}

} // namespace

RecordedPrintout::RecordedPrintout(const wxString& title, std::function<void()> beforePrinting)
    : wxPrintout{title}, beforePrinting_{std::move(beforePrinting)} {}

bool RecordedPrintout::OnBeginDocument(int first, int last) {
    if (const auto record = std::exchange(beforePrinting_, {})) { // once, however many copies
        try {
            record();
        } catch (const std::exception&) {
            refusal_ = std::current_exception();
        }
    }
    return !refusal_ && wxPrintout::OnBeginDocument(first, last);
}

double RecordedPrintout::dotsPerMm() {
    int across = 0;
    int down = 0;
    GetPPIPrinter(&across, &down);
    return across / kMmPerInch;
}

PagesPrintout::PagesPrintout(std::vector<drawing::Picture> pages, const wxString& title,
                             std::function<std::vector<drawing::Picture>()> record)
    : RecordedPrintout{title, [this, record = std::move(record)] { pages_ = record(); }},
      pages_{std::move(pages)} {}

bool PagesPrintout::HasPage(int page) {
    return page >= 1 && page <= static_cast<int>(pages_.size());
}

void PagesPrintout::GetPageInfo(int* first, int* last, int* from, int* to) {
    *first = *from = 1;
    *last = *to = static_cast<int>(pages_.size());
}

bool PagesPrintout::OnPrintPage(int page) {
    wxDC* const dc = GetDC();
    if (!dc || !HasPage(page)) {
        return false;
    }
    paintPage(*dc, GetLogicalPaperRect(), dotsPerMm(), page);
    return true;
}

void PagesPrintout::paintPage(wxDC& dc, const wxRect& paper, double pixelsPerMm, int page) const {
    const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::CreateFromUnknownDC(dc)};
    const drawing::Picture& picture = pages_.at(static_cast<std::size_t>(page - 1));
    if (!context || picture.width <= 0 || picture.height <= 0) {
        return;
    }
    context->EnableOffset(false);
    constexpr double kRounding = 1.005; // of a paper told in whole points
    double scale = pixelsPerMm;
    if (picture.width * scale > paper.width * kRounding ||
        picture.height * scale > paper.height * kRounding) {
        scale = std::min(paper.width / picture.width, paper.height / picture.height);
    }
    PaintView view;
    view.pixelsPerMm = scale;
    view.offset = {paper.x + std::max(0.0, (paper.width - picture.width * scale) / 2),
                   static_cast<double>(paper.y)};
    view.face = "Noto Sans"; // what the pages were laid out with
    paint(*context, picture, view);
}

bool print(wxWindow* parent, const wxPrintDialogData& setup, RecordedPrintout& printout,
           const Message& refused) {
    wxPrintDialogData data{setup};
    wxPrinter printer{&data};
    const bool printed = printer.Print(parent, &printout, true);
    if (const auto refusal = printout.refusal()) {
        std::rethrow_exception(refusal);
    }
    if (!printed && wxPrinter::GetLastError() == wxPRINTER_ERROR) {
        throw Error{refused};
    }
    return printed;
}

bool printPages(wxWindow* parent, std::vector<drawing::Picture> pages, const wxString& title,
                std::function<std::vector<drawing::Picture>()> record) {
    if (pages.empty()) {
        return false;
    }
    wxPrintDialogData data;
    data.EnableSelection(false);
    data.SetMinPage(1);
    data.SetMaxPage(static_cast<int>(pages.size()));
    data.SetFromPage(1);
    data.SetToPage(static_cast<int>(pages.size()));
    const double width = pages.front().width;
    const double height = pages.front().height;
    data.GetPrintData().SetPaperId(paperOf(width, height));
    data.GetPrintData().SetOrientation(width > height ? wxLANDSCAPE : wxPORTRAIT);
    PagesPrintout printout{std::move(pages), title, std::move(record)};
    return print(parent, data, printout,
                 {tr("The pages could not be printed: the printer refused them. Check the printer, "
                     "or save the PDF and print it from another program."),
                  {}});
}

} // namespace palpate::gui
