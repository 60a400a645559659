// SPDX-License-Identifier: MIT
#pragma once

#include "app/AuditReport.h"

#include <wx/panel.h>

namespace palpate::app {
class Clinic;
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

class AuditFilterBar;
class FactTable;
class PillButton;
class TextBlock;

/// The audit trail: who did or saw what, a page of rows at a time, and what of one was noted beside
/// it. Clinic and prompter must outlive it.
class AuditPane : public wxPanel {
public:
    AuditPane(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter);

    void renew(); ///< the newest rows are there

private:
    void buildTable(wxSizer& row);
    void buildDetail(wxSizer& row);
    void load();
    void step(int by);
    void showLine(int row);
    void saveCsv();
    void savePdf();
    void tell(const wxString& sentence, bool good);

    app::Clinic& clinic_;
    app::Prompter& prompter_;
    app::AuditPage page_;
    std::int64_t skipped_ = 0; ///< rows before the page

    AuditFilterBar* filter_; ///< children of this window, as all below
    TextBlock* count_ = nullptr;
    PillButton* back_ = nullptr;
    PillButton* on_ = nullptr;
    PillButton* csv_ = nullptr;
    PillButton* pdf_ = nullptr;
    TextBlock* told_ = nullptr;
    FactTable* table_ = nullptr;
    TextBlock* title_ = nullptr;
    TextBlock* when_ = nullptr;
    TextBlock* details_ = nullptr;
};

} // namespace palpate::gui
