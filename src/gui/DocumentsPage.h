// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"

#include <wx/panel.h>
#include <wx/simplebook.h>

#include <functional>
#include <optional>
#include <string>

namespace palpate::app {
class Clinic;
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

class Disclosures;
class KeptDocuments;
class ReportPage;
class SegmentedControl;

/// A patient's documents: make a report, what is kept, what left the clinic. Clinic and prompter
/// must outlive it.
class DocumentsPage : public wxPanel {
public:
    DocumentsPage(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter);

    std::function<void()> onLeft; ///< something left the clinic or was kept

    /// Of which case; shown at once.
    void show(const std::optional<PatientId>& patient, const std::optional<CaseId>& caseId);

    /// The report of that template is made, of the record that is shown.
    void make(const std::string& templateName);
    /// A letter of referral that names the red flags that are not settled, as urgent as the most
    /// pressing of them.
    void makeReferral();
    /// A kept document is shown, among the kept ones.
    void choose(const DocumentId& document);

private:
    enum Part : std::size_t { Make, Kept, Left };
    void go(Part part);
    /// Kept documents and disclosures as they are now.
    void renew();
    void printList();
    void saveList();

    app::Clinic& clinic_;
    app::Prompter& prompter_;
    std::optional<PatientId> patient_;
    std::optional<CaseId> case_;

    SegmentedControl* parts_; ///< children of this window, as all below
    wxSimplebook* book_;
    ReportPage* make_;
    KeptDocuments* kept_;
    Disclosures* left_;
};

} // namespace palpate::gui
