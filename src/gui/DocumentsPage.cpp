// SPDX-License-Identifier: MIT
#include "gui/DocumentsPage.h"

#include "app/Clinic.h"
#include "app/Prompter.h"
#include "app/Reports.h"
#include "domain/Error.h"
#include "gui/Bar.h"
#include "gui/Disclosures.h"
#include "gui/KeptDocuments.h"
#include "gui/Phrases.h"
#include "gui/Printouts.h"
#include "gui/ReportForm.h"
#include "gui/ReportPage.h"
#include "gui/SegmentedControl.h"
#include "gui/Theme.h"

#include <wx/sizer.h>

namespace palpate::gui {

namespace {

[[nodiscard]] app::ReportRequest listRequest(const std::optional<PatientId>& patient) {
    app::ReportRequest request;
    request.patient = patient;
    request.templateName = "disclosures";
    return request;
}

} // namespace

DocumentsPage::DocumentsPage(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              "documents"},
      clinic_{clinic}, prompter_{prompter} {
    dressAsPage(*this);
    auto* bar = new Bar{this, "documents.bar", wxBOTTOM};
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    parts_ = new SegmentedControl{
        bar,
        "documents.parts",
        said("Documents"),
        {said("Make a report"), said("Kept documents"), said("What left the clinic")}};
    parts_->onChange = [this](int part) { go(static_cast<Part>(part)); };
    row->Add(parts_, wxSizerFlags{}.CentreVertical().Border(wxALL, FromDIP(8)));
    bar->SetSizer(row);
    book_ =
        new wxSimplebook{this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE, "parts"};
    make_ = new ReportPage{book_, clinic_, prompter_};
    make_->onKept = [this] {
        renew();
        if (onLeft) {
            onLeft();
        }
    };
    kept_ = new KeptDocuments{book_, clinic_, prompter_};
    kept_->onDisclosed = [this] { left_->show(patient_); };
    left_ = new Disclosures{book_, clinic_};
    left_->onPrint = [this] { printList(); };
    left_->onSave = [this] { saveList(); };
    for (wxWindow* const page : std::initializer_list<wxWindow*>{make_, kept_, left_}) {
        book_->AddPage(page, {});
    }
    auto* column = new wxBoxSizer{wxVERTICAL};
    column->Add(bar, wxSizerFlags{}.Expand());
    column->Add(book_, wxSizerFlags{1}.Expand());
    SetSizer(column);
    parts_->select(Make);
}

void DocumentsPage::show(const std::optional<PatientId>& patient,
                         const std::optional<CaseId>& caseId) {
    if (patient != patient_) {
        parts_->select(Make);
        book_->ChangeSelection(Make);
    }
    patient_ = patient;
    case_ = caseId;
    make_->show(patient, caseId);
    const app::ReportChoices& choices = make_->form().choices();
    kept_->show(patient, caseId, choices.patientName, choices.physicianName);
    left_->tell({}, true);
    left_->show(patient);
}

void DocumentsPage::make(const std::string& templateName) {
    parts_->select(Make);
    go(Make);
    make_->form().choose(templateName);
}

void DocumentsPage::makeReferral() {
    make("referral-letter");
    make_->form().nameRaisedFlags();
}

void DocumentsPage::go(Part part) {
    book_->ChangeSelection(part);
    book_->GetCurrentPage()->Layout();
    if (part != Make) {
        renew();
    }
}

void DocumentsPage::choose(const DocumentId& document) {
    parts_->select(Kept);
    go(Kept);
    kept_->choose(document);
}

void DocumentsPage::renew() {
    kept_->reload();
    left_->show(patient_);
}

void DocumentsPage::printList() {
    try {
        const auto request = listRequest(patient_);
        const bool printed =
            printPages(wxGetTopLevelParent(this), app::reportPages(clinic_, request).pages,
                       said("Accounting of disclosures"),
                       [&] { return app::pagesToPrint(clinic_, request, {}).pages; });
        if (printed) {
            left_->tell(said("Printed."), true);
        }
    } catch (const Error& error) {
        left_->tell(said(error), false);
    }
    renew();
}

void DocumentsPage::saveList() {
    try {
        const auto request = listRequest(patient_);
        const auto file = prompter_.chooseSaveFile({tr("Save the accounting of disclosures"), {}},
                                                   app::suggestedFileName(clinic_, request));
        if (file) {
            app::writeReport(clinic_, request, *file);
            left_->tell(said("Saved as {1}.", {file->string()}), true);
        }
    } catch (const Error& error) {
        left_->tell(said(error), false);
    }
    renew();
}

} // namespace palpate::gui
