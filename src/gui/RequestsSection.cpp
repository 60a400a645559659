// SPDX-License-Identifier: MIT
#include "gui/RequestsSection.h"

#include "gui/Phrases.h"
#include "gui/RequestCard.h"

#include <wx/sizer.h>

namespace palpate::gui {

RequestsSection::RequestsSection(wxWindow* parent) : SessionSection{parent, "sessionRequests"} {
    auto* column = new wxBoxSizer{wxVERTICAL};
    column->Add(new SectionHeading{this, "sessionRequests.heading", said("Requests to change it")},
                wxSizerFlags{}.Expand());
    place_ = new wxPanel{this, wxID_ANY};
    dressAsPanel(*place_);
    place_->SetSizer(new wxBoxSizer{wxVERTICAL});
    column->Add(place_,
                wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(dip::kFocusRoom)));
    SetSizer(column);
    Hide();
}

bool RequestsSection::render(const app::SessionView& view, bool) {
    bool changed = Show(!view.requests.empty());
    if (view.requests != shown_) {
        shown_ = view.requests;
        place_->GetSizer()->Clear(true); // made anew only after an answer, whose dialog has closed
        int index = 0;
        for (const app::AmendmentLine& request : shown_) {
            auto* card = new RequestCard{place_, wxString::Format("sessionRequest%d", index++),
                                         request, false};
            card->onAnswer = [this, request] { onAnswer(request); };
            place_->GetSizer()->Add(card, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(8)));
        }
        changed = true;
    }
    return changed;
}

} // namespace palpate::gui
