// SPDX-License-Identifier: MIT
#pragma once

#include "app/Reports.h"

#include <wx/panel.h>

namespace palpate::gui {

class Card;
class PagesView;
class PillButton;
class SegmentedControl;
class TextBlock;

/// Pages to look at, with their size and place above them, and what could not be printed as meant.
class PreviewPane : public wxPanel {
public:
    /// The pages are named `name`.pages.
    PreviewPane(wxWindow* parent, const wxString& name);

    void show(app::ReportPages pages, bool keepsPlace);
    /// No pages, and why in a sentence.
    void showNothing(const wxString& why);
    /// A quiet sentence above the pages, such as that they are not of the text's last state; empty:
    /// none.
    void remark(const wxString& sentence);
    [[nodiscard]] PagesView& pages() noexcept { return *pages_; }

private:
    void buildTools(wxSizer& column);
    void render();

    TextBlock* place_ = nullptr; ///< children of this window, as all below
    PillButton* smaller_ = nullptr;
    PillButton* larger_ = nullptr;
    SegmentedControl* fit_ = nullptr;
    TextBlock* remark_ = nullptr;
    Card* warningCard_ = nullptr;
    TextBlock* warnings_ = nullptr;
    TextBlock* nothing_ = nullptr;
    PagesView* pages_ = nullptr;
};

} // namespace palpate::gui
