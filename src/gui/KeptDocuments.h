// SPDX-License-Identifier: MIT
#pragma once

#include "app/Documents.h"

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <vector>

namespace palpate::app {
class Clinic;
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

class PillButton;
class RowList;
class SectionHeading;
class TextBlock;

/// The files kept with a patient's record: what Palpate made and what was brought along. Clinic and
/// prompter must outlive it.
class KeptDocuments : public wxPanel {
public:
    KeptDocuments(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter);

    std::function<void()> onDisclosed; ///< a copy left the clinic

    /// `physician` may be empty.
    void show(const std::optional<PatientId>& patient, const std::optional<CaseId>& caseId,
              const std::string& patientName, const std::string& physician);
    void reload();
    /// Its row is the current one and has the focus; nothing when it is not there.
    void choose(const DocumentId& document);

private:
    void open(int row);
    void askAbout(int row, wxPoint at);
    void view(const app::DocumentLine& line);
    void saveCopy(const app::DocumentLine& line);
    void attach();
    void tell(const wxString& sentence, bool good);

    app::Clinic& clinic_;
    app::Prompter& prompter_;
    std::optional<PatientId> patient_;
    std::optional<CaseId> case_;
    std::string patientName_;
    std::string physician_;
    std::vector<app::DocumentLine> lines_;
    SectionHeading* heading_; ///< children of this window, as all below
    PillButton* attach_;
    TextBlock* none_;
    RowList* list_;
    TextBlock* told_;
};

} // namespace palpate::gui
