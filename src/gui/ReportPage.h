// SPDX-License-Identifier: MIT
#pragma once

#include "app/ReportRequest.h"

#include <wx/panel.h>
#include <wx/timer.h>

#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace palpate::app {
class Clinic;
class Prompter;
struct TemplateChoice;
} // namespace palpate::app

namespace palpate::gui {

class PillButton;
class PreviewPane;
class ReportForm;
class TextBlock;

/// Makes a report: what it is to be at the left, its pages at the right as they will be printed,
/// and the ways out: a file, paper, the patient's documents. Clinic and prompter must outlive it.
class ReportPage : public wxPanel {
public:
    ReportPage(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter);

    std::function<void()> onKept; ///< something was kept, or left the clinic

    /// Of which record; shown at once.
    void show(const std::optional<PatientId>& patient, const std::optional<CaseId>& caseId);
    [[nodiscard]] ReportForm& form() noexcept { return *form_; }

private:
    void buildForm(wxSizer& row);
    /// The pages are made anew when one has stopped typing for a moment.
    void remakeSoon();
    void remake(bool keepsPlace);
    void remakeIfAsked();
    void save();
    void print();
    void keep();
    void writeMany();
    void editTemplate(std::string name);
    void newTemplate();
    void openEditor(std::string name, const std::string& text, bool isNew);
    /// What the form asks for and how it leaves, when pages could be made of it.
    [[nodiscard]] std::optional<std::pair<app::ReportRequest, app::Delivery>> ready();
    /// A letter that went out settles the red flags that it names, when its writer agrees; what to
    /// say of it, empty for any other report.
    [[nodiscard]] wxString settledBy(const app::ReportRequest& wanted);
    void enableWays(bool able);
    void tell(const wxString& sentence, bool good);
    [[nodiscard]] std::string title() const; ///< "Progress report"

    app::Clinic& clinic_;
    app::Prompter& prompter_;
    wxTimer soon_;
    bool hasPages_ = false;
    std::string shownTemplate_; ///< of the pages in the preview

    ReportForm* form_ = nullptr; ///< children of this window, as all below
    TextBlock* told_ = nullptr;
    PillButton* save_ = nullptr;
    PillButton* print_ = nullptr;
    PillButton* keep_ = nullptr;
    PreviewPane* preview_ = nullptr;
};

} // namespace palpate::gui
