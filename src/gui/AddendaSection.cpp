// SPDX-License-Identifier: MIT
#include "gui/AddendaSection.h"

#include "gui/Phrases.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>

namespace palpate::gui {

AddendaSection::AddendaSection(wxWindow* parent) : SessionSection{parent, "addenda"} {
    auto* column = new wxBoxSizer{wxVERTICAL};
    column->Add(new SectionHeading{this, "addenda.heading", said("Addenda")},
                wxSizerFlags{}.Expand());
    place_ = new wxPanel{this, wxID_ANY};
    dressAsPanel(*place_);
    place_->SetSizer(new wxBoxSizer{wxVERTICAL});
    column->Add(place_,
                wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(dip::kFocusRoom)));
    SetSizer(column);
}

bool AddendaSection::render(const app::SessionView& view, bool) {
    bool changed = Show(!view.addenda.empty());
    if (view.addenda != shown_) {
        shown_ = view.addenda;
        place_->GetSizer()->Clear(true); // only text: nothing in it has the focus
        int index = 0;
        for (const app::AddendumRow& addendum : view.addenda) {
            const wxString id = wxString::Format("addendum.%d", index++);
            wxString heading = toWx(addendum.heading);
            if (!addendum.reason.empty()) {
                heading += toWx(" · ") + toWx(addendum.reason);
            }
            place_->GetSizer()->Add(new TextBlock{place_, id + ".heading", heading,
                                                  TextStyle::SmallStrong, TextBlock::Ink::Muted},
                                    wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
            place_->GetSizer()->Add(
                new TextBlock{place_, id, toWx(addendum.text), TextStyle::Control},
                wxSizerFlags{}.Expand());
        }
        changed = true;
    }
    return changed;
}

} // namespace palpate::gui
