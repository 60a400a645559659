// SPDX-License-Identifier: MIT
#pragma once

#include "app/ReportChoices.h"
#include "app/ReportRequest.h"

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <vector>

class wxTextCtrl;

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

class ChipGroup;
class DeliveryFields;
class LetterFields;
class PanelScroller;
class PlaceMenu;
class RowList;
class SectionHeading;
class TextBlock;

/// What a report is to be: which template, which case, period or session, the words of a letter,
/// for whom and why it leaves, how. The clinic must outlive it.
class ReportForm : public wxPanel {
public:
    ReportForm(wxWindow* parent, app::Clinic& clinic);

    std::function<void()> onChange; ///< other pages are wanted
    std::function<void(std::string name)> onEditTemplate;
    std::function<void()> onNewTemplate;
    std::function<void()> onMany;

    /// Of which record; what was typed stays when it is the same.
    void show(const std::optional<PatientId>& patient, const std::optional<CaseId>& caseId);
    /// The templates are read anew; `chosen` is chosen if there is one of that name.
    void reloadTemplates(std::string chosen);

    /// As if it had been clicked in the list, if there is one of that name.
    void choose(const std::string& name);

    /// The letter names the red flags that are not settled and says how urgent it is; the focus
    /// goes to whom it is for.
    void nameRaisedFlags();

    /// Empty, with the sentence in `problem`, while what stands in a field can't be meant.
    [[nodiscard]] std::optional<app::ReportRequest> request(wxString& problem) const;
    /// Without the password, which is asked when the file is saved.
    [[nodiscard]] app::Delivery delivery() const;
    [[nodiscard]] bool wantsPassword() const;
    /// nullptr: the clinic has none.
    [[nodiscard]] const app::TemplateChoice* chosen() const;
    [[nodiscard]] const app::ReportChoices& choices() const noexcept { return choices_; }
    [[nodiscard]] const std::vector<app::TemplateChoice>& templates() const noexcept {
        return templates_;
    }
    [[nodiscard]] const std::optional<PatientId>& patient() const noexcept { return patient_; }
    [[nodiscard]] const std::optional<CaseId>& caseId() const noexcept { return case_; }
    void focusFirst();

private:
    void build();
    void buildRecord(wxSizer& column);
    void buildWays(wxSizer& column);
    void choose(std::size_t which);
    void showTemplates();
    void showParts();
    void showCase();
    void changed();
    void fit();
    void arrange();
    [[nodiscard]] const app::CaseChoice* caseChoice() const;

    app::Clinic& clinic_;
    std::optional<PatientId> patient_;
    std::optional<CaseId> case_;
    std::optional<SessionId> session_;
    std::vector<app::TemplateChoice> templates_;
    std::string chosen_ = "progress-report";
    app::ReportChoices choices_;

    PanelScroller* scroller_ = nullptr; ///< children of this window, as all below
    wxPanel* sheet_ = nullptr;
    SectionHeading* heading_ = nullptr;
    RowList* list_ = nullptr;
    TextBlock* caseLabel_ = nullptr;
    PlaceMenu* caseMenu_ = nullptr;
    TextBlock* sessionLabel_ = nullptr;
    PlaceMenu* sessionMenu_ = nullptr;
    wxPanel* period_ = nullptr;
    wxTextCtrl* from_ = nullptr;
    wxTextCtrl* to_ = nullptr;
    LetterFields* letter_ = nullptr;
    DeliveryFields* delivery_ = nullptr;
    ChipGroup* ways_ = nullptr;
};

} // namespace palpate::gui
