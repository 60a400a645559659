// SPDX-License-Identifier: MIT
#pragma once

#include "gui/RowList.h"

#include <wx/panel.h>

#include <memory>
#include <vector>

namespace palpate::app {
class Checking;
class Clinic;
class Prompter;
struct CheckLine;
} // namespace palpate::app

namespace palpate::gui {

class PillButton;
class ProgressLine;
class SectionHeading;
class TextBlock;

/// Whether the whole record is sound and unaltered: each check in words, what it found and what to
/// do. The check runs beside the window. Clinic and prompter must outlive it.
class CheckPane : public wxPanel {
public:
    CheckPane(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter);
    ~CheckPane() override;

    void renew();

private:
    void buildTop(wxSizer& column);
    void buildChecks(wxSizer& column);
    void wire();
    void render();
    void renderChecks();
    void showCheck(int row);
    void save();
    void tell(const wxString& sentence, bool good);

    app::Prompter& prompter_;
    std::vector<ListRow> rows_; ///< of the list

    TextBlock* verdict_ = nullptr; ///< children of this window, as all below
    PillButton* check_ = nullptr;
    PillButton* stop_ = nullptr;
    PillButton* save_ = nullptr;
    TextBlock* doing_ = nullptr;
    ProgressLine* progress_ = nullptr;
    TextBlock* told_ = nullptr;
    RowList* list_ = nullptr;
    TextBlock* title_ = nullptr;
    TextBlock* found_ = nullptr;
    SectionHeading* toDoHeading_ = nullptr;
    TextBlock* toDo_ = nullptr;
    std::unique_ptr<app::Checking> checking_; ///< ends first: its check works for this window
};

} // namespace palpate::gui
