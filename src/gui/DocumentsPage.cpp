// SPDX-License-Identifier: MIT
#include "gui/DocumentsPage.h"

#include "app/Clinic.h"
#include "app/Prompter.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "domain/Text.h"
#include "gui/Card.h"
#include "gui/PagesView.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/SectionHeading.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace palpate::gui {

DocumentsPage::DocumentsPage(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              "documents"},
      clinic_{clinic}, prompter_{prompter} {
    dressAsPage(*this);
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    auto* card = new Card{this, "documents.card"};
    card->SetMinSize({FromDIP(320), -1});
    card->content().Add(new SectionHeading{card, "documents.heading", said("Progress report")},
                        wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(6)));
    card->content().Add(
        new TextBlock{card, "documents.what",
                      said("Change since the start, points, treatment and plan, for the patient, a "
                           "physician or an insurer."),
                      TextStyle::Control, TextBlock::Ink::Muted},
        wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(14)));
    const auto field = [&](const wxString& name, const wxString& label, const wxString& hint) {
        card->content().Add(new TextBlock{card, name + ".label", label, TextStyle::SmallStrong,
                                          TextBlock::Ink::Muted},
                            wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2)));
        auto* control = new wxTextCtrl{
            card, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, 0, wxDefaultValidator, name};
        control->SetFont(font(TextStyle::Body));
        control->SetHint(hint);
        control->SetMinSize({-1, FromDIP(34)});
        setAccessible(*control, label, hint);
        control->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { remake(); });
        card->content().Add(control, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(10)));
        return control;
    };
    from_ = field("documents.from", said("From"), said("the first session"));
    to_ = field("documents.to", said("To"), said("the latest session"));
    save_ =
        new PillButton{card, "documents.save", said("Save as PDF …"), PillButton::Kind::Primary};
    save_->onClick = [this] { save(); };
    card->content().Add(save_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    told_ = new TextBlock{card, "documents.told", {}, TextStyle::Control};
    told_->Hide();
    card->content().Add(told_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(12)));
    warnings_ =
        new TextBlock{card, "documents.warnings", {}, TextStyle::Small, TextBlock::Ink::Warning};
    warnings_->Hide();
    card->content().Add(warnings_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    row->Add(card, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(16)));
    pages_ = new PagesView{this, "documents.pages"};
    row->Add(pages_, wxSizerFlags{1}.Expand());
    SetSizer(row);
}

void DocumentsPage::tell(const wxString& sentence, bool good) {
    told_->setText(sentence);
    told_->setInk(good ? TextBlock::Ink::Good : TextBlock::Ink::Danger);
    told_->Show(!sentence.empty());
    told_->GetParent()->Layout();
}

void DocumentsPage::show(const std::optional<PatientId>& patient,
                         const std::optional<CaseId>& caseId) {
    if (patient != patient_) {
        from_->ChangeValue({});
        to_->ChangeValue({});
    }
    patient_ = patient;
    case_ = caseId;
    tell({}, true);
    remake();
}

std::optional<app::ReportRequest> DocumentsPage::request() {
    if (!patient_) {
        return std::nullopt;
    }
    app::ReportRequest request{.patient = *patient_, .caseId = case_, .from = {}, .to = {}};
    for (const auto& [field, day] :
         {std::pair{from_, &request.from}, std::pair{to_, &request.to}}) {
        const std::string typed = trimmed(fromWx(field->GetValue()));
        if (typed.empty()) {
            continue;
        }
        *day = app::parseTypedDay(typed);
        if (!*day) {
            tell(said("“{1}” is not a date yet; type it as 14.3.2026.", {typed}), false);
            return std::nullopt;
        }
    }
    return request;
}

void DocumentsPage::remake() {
    const auto wanted = request();
    if (!wanted) {
        save_->Enable(false);
        return;
    }
    try {
        app::ReportPages made = app::reportPages(clinic_, *wanted);
        pages_->setPages(std::move(made.pages));
        warnings_->setText(saidLines(made.warnings));
        warnings_->Show(!made.warnings.empty());
        save_->Enable(true);
        tell({}, true);
    } catch (const EditRefused& refusal) { // no session in this period: the page says so
        pages_->setPages({});
        save_->Enable(false);
        tell(said(refusal), false);
    }
}

void DocumentsPage::save() {
    const auto wanted = request();
    if (!wanted) {
        return;
    }
    const auto file = prompter_.chooseSaveFile({tr("Save the progress report"), {}},
                                               app::suggestedFileName(clinic_, *wanted));
    if (!file) {
        return;
    }
    const auto warnings = app::writeReport(clinic_, *wanted, *file);
    warnings_->setText(saidLines(warnings));
    warnings_->Show(!warnings.empty());
    tell(said("Saved as {1}.", {file->string()}), true);
}

} // namespace palpate::gui
