// SPDX-License-Identifier: MIT
#include "gui/RequestsDialog.h"

#include "app/Clinic.h"
#include "gui/AmendmentDialog.h"
#include "gui/AnswerDialog.h"
#include "gui/Guarded.h"
#include "gui/Phrases.h"
#include "gui/RequestCard.h"

namespace palpate::gui {

RequestsDialog::RequestsDialog(wxWindow* parent, app::Clinic& clinic, const PatientId& patient,
                               const std::string& name)
    : FormDialog{parent, "requestsOf", said("Requests to change the record: {1}", {name}),
                 said("Close"), 680},
      clinic_{clinic}, patient_{patient}, name_{name} {
    auto* fresh = new PillButton{&ground(), "requestsOf.new", said("Another request …")};
    fresh->onClick = [this] {
        CallAfter([this] {
            guarded([&] {
                if (AmendmentDialog{this, clinic_, patient_, name_}.ShowModal() == wxID_OK) {
                    render();
                    refit();
                }
            });
        });
    };
    fields().Add(fresh, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(12)));
    list_ = new wxBoxSizer{wxVERTICAL};
    fields().Add(list_, wxSizerFlags{}.Expand());
    cancelButton().Hide();
    neverAsk();
    render();
    finish(nullptr);
}

void RequestsDialog::render() {
    for (RequestCard* const card : cards_) {
        card->Destroy();
    }
    cards_.clear();
    for (const app::AmendmentLine& request : app::amendmentsOf(clinic_, patient_)) {
        auto* card = new RequestCard{&ground(), wxString::Format("request%zu", cards_.size()),
                                     request, false};
        card->onAnswer = [this, request] {
            CallAfter([this, request] {
                guarded([&] {
                    if (AnswerDialog{this, clinic_, request}.ShowModal() == wxID_OK) {
                        render();
                        refit();
                    }
                });
            });
        };
        list_->Add(card, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(12)));
        cards_.push_back(card);
    }
    ground().Layout();
}

} // namespace palpate::gui
