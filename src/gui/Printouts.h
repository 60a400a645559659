// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"
#include "drawing/Picture.h"

#include <wx/print.h>

#include <exception>
#include <functional>
#include <vector>

class wxWindow;

namespace palpate::gui {

/// Something on its way to paper, which is recorded before the first sheet.
class RecordedPrintout : public wxPrintout {
public:
    bool OnBeginDocument(int first, int last) override;
    /// What the recording threw: it may not pass through the printing system.
    [[nodiscard]] std::exception_ptr refusal() const noexcept { return refusal_; }

protected:
    /// `beforePrinting` is called once, when the printer is chosen and nothing is printed yet: if
    /// it throws, nothing is.
    RecordedPrintout(const wxString& title, std::function<void()> beforePrinting);
    /// Dots of the printer in a millimetre of paper.
    [[nodiscard]] double dotsPerMm();

private:
    std::function<void()> beforePrinting_; ///< empty: called, or none
    std::exception_ptr refusal_;
};

/// Finished pages, each as large as its paper: printed in that size, smaller only where the paper
/// in the printer is smaller.
class PagesPrintout : public RecordedPrintout {
public:
    /// `record` is called once before anything is printed and gives the pages that are printed; if
    /// it throws, nothing is. `pages` says until then how many there are.
    PagesPrintout(std::vector<drawing::Picture> pages, const wxString& title,
                  std::function<std::vector<drawing::Picture>()> record);

    bool HasPage(int page) override;
    void GetPageInfo(int* first, int* last, int* from, int* to) override;
    bool OnPrintPage(int page) override;

    /// Paints a page onto a context; `paper` is the paper in the context's pixels.
    void paintPage(wxDC& dc, const wxRect& paper, double pixelsPerMm, int page) const;

private:
    std::vector<drawing::Picture> pages_;
};

/// Shows the system's printing dialog and prints. False: the user thought better of it, and nothing
/// was recorded. Throws Error with that sentence when the printer refused, and what the recording
/// threw: then nothing was printed.
bool print(wxWindow* parent, const wxPrintDialogData& setup, RecordedPrintout& printout,
           const Message& refused);

/// Asks for a printer with the pages' own paper, calls `record` and prints what it gives. As
/// print().
bool printPages(wxWindow* parent, std::vector<drawing::Picture> pages, const wxString& title,
                std::function<std::vector<drawing::Picture>()> record);

} // namespace palpate::gui
