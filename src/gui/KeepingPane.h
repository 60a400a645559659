// SPDX-License-Identifier: MIT
#pragma once

#include "app/RecordDestruction.h"
#include "app/RecordKeeping.h"

#include <wx/panel.h>

#include <functional>
#include <vector>

namespace palpate::app {
class Clinic;
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

class PillButton;
class RowList;
class SegmentedControl;
class TextBlock;

/// How long records are kept: which are due, the clinic's rules, and what was destroyed. Clinic and
/// prompter must outlive it. For owners.
class KeepingPane : public wxPanel {
public:
    KeepingPane(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter);

    std::function<void(const PatientId&)> onDestroyed; ///< whose record is gone now

    /// Reads what is shown again.
    void renew();

private:
    void buildTop(wxWindow* card, wxSizer& column);
    void show();
    void showDue();
    void showRules();
    void showDestroyed();
    void open(int row);
    void askMore(int row, wxPoint at);
    void chooseCountry();
    void addRule();
    void changeRule(std::size_t row);
    void removeRule(std::size_t row);
    void resetRules();
    void destroy(const app::DueRecord& record);
    void exportRecord(const app::DueRecord& record);
    void saveCertificate(const app::DestructionLine& line);
    void store(std::vector<RetentionRule> rules, const wxString& sentence);
    /// Does it, and says what was done or why not.
    void attempt(const std::function<wxString()>& act);
    void tell(const wxString& sentence, bool isGood);

    app::Clinic& clinic_;
    app::Prompter& prompter_;
    app::RecordKeeping keeping_;
    app::DueRecords due_;
    std::vector<app::RetentionLine> rules_;
    std::vector<app::DestructionLine> destroyed_;
    SegmentedControl* parts_ = nullptr; ///< children of this window, as all below
    PillButton* country_ = nullptr;
    PillButton* add_ = nullptr;
    PillButton* reset_ = nullptr;
    TextBlock* meaning_ = nullptr;
    TextBlock* told_ = nullptr;
    RowList* list_ = nullptr;
};

} // namespace palpate::gui
