// SPDX-License-Identifier: MIT
#pragma once

#include "app/ProgressReport.h"

#include <wx/panel.h>

#include <optional>

class wxTextCtrl;

namespace palpate::app {
class Clinic;
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

class PagesView;
class PillButton;
class TextBlock;

/// The progress report of a case: choose the period, look at the pages, save the PDF. Clinic and
/// prompter must outlive it.
class DocumentsPage : public wxPanel {
public:
    DocumentsPage(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter);

    /// Of which case; shown at once. Without one the page says what is missing.
    void show(const std::optional<PatientId>& patient, const std::optional<CaseId>& caseId);

private:
    void remake();
    void save();
    /// Empty when what stands in a field is no date.
    [[nodiscard]] std::optional<app::ReportRequest> request();
    void tell(const wxString& sentence, bool good);

    app::Clinic& clinic_;
    app::Prompter& prompter_;
    std::optional<PatientId> patient_;
    std::optional<CaseId> case_;

    wxTextCtrl* from_; ///< children of this window, as all below
    wxTextCtrl* to_;
    PillButton* save_;
    TextBlock* told_;
    TextBlock* warnings_;
    PagesView* pages_;
};

} // namespace palpate::gui
