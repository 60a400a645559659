// SPDX-License-Identifier: MIT
#include "gui/RequestsPane.h"

#include "app/Clinic.h"
#include "gui/AnswerDialog.h"
#include "gui/Guarded.h"
#include "gui/PanelScroller.h"
#include "gui/Phrases.h"
#include "gui/RequestCard.h"
#include "gui/SectionHeading.h"
#include "gui/TextBlock.h"
#include "gui/Theme.h"

#include <wx/sizer.h>

namespace palpate::gui {

RequestsPane::RequestsPane(wxWindow* parent, app::Clinic& clinic, app::Prompter&)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              "requests"},
      clinic_{clinic} {
    dressAsPage(*this);
    auto* column = new wxBoxSizer{wxVERTICAL};
    column->Add(new SectionHeading{this, "requests.heading", said("Requests to change a record")},
                wxSizerFlags{}.Expand());
    column->Add(new TextBlock{this, "requests.rule", toWx(app::amendmentRule()), TextStyle::Small,
                              TextBlock::Ink::Muted},
                wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(6)));
    none_ = new TextBlock{this, "requests.none",
                          said("No request waits for an answer. A patient's request is taken down "
                               "from the three dots beside their name in the list of patients."),
                          TextStyle::Body, TextBlock::Ink::Muted};
    none_->Hide();
    column->Add(none_, wxSizerFlags{}.Expand());
    scroller_ = new PanelScroller{this, "requests.scroller"};
    sheet_ = new wxPanel{scroller_,
                         wxID_ANY,
                         wxDefaultPosition,
                         wxDefaultSize,
                         wxTAB_TRAVERSAL | wxBORDER_NONE,
                         "requests.sheet"};
    dressAsPage(*sheet_);
    sheet_->SetSizer(new wxBoxSizer{wxVERTICAL});
    auto* outer = new wxBoxSizer{wxVERTICAL};
    outer->Add(sheet_, wxSizerFlags{1}.Expand());
    scroller_->SetSizer(outer);
    column->Add(scroller_, wxSizerFlags{1}.Expand());
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(column, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(16)));
    SetSizer(padded);
}

void RequestsPane::renew() {
    auto requests = app::openAmendments(clinic_);
    if (requests == shown_ && !requests.empty()) {
        return;
    }
    shown_ = std::move(requests);
    for (RequestCard* const card : cards_) {
        card->Destroy();
    }
    cards_.clear();
    for (const app::AmendmentLine& request : shown_) {
        auto* card = new RequestCard{sheet_, wxString::Format("request%zu", cards_.size()), request,
                                     static_cast<bool>(onPatient)};
        card->onAnswer = [this, request] {
            CallAfter([this, request] { guarded([&] { answer(request); }); });
        };
        card->onOpen = [this, patient = request.patient] { onPatient(patient); };
        sheet_->GetSizer()->Add(card, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(12)));
        cards_.push_back(card);
    }
    none_->Show(shown_.empty());
    Layout();
    scroller_->FitInside();
}

void RequestsPane::answer(const app::AmendmentLine& request) {
    if (AnswerDialog{wxGetTopLevelParent(this), clinic_, request}.ShowModal() == wxID_OK) {
        renew();
    }
}

} // namespace palpate::gui
