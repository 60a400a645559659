// SPDX-License-Identifier: MIT
#include "gui/SignDialog.h"

#include "gui/Phrases.h"

namespace palpate::gui {

SignDialog::SignDialog(wxWindow* parent, const app::SessionView& view, const SigningCheck& check)
    : FormDialog{parent, "sign", said("Sign {1}", {view.title}), said("Sign"), 500},
      blockers_{check.blockers} {
    const auto gap = wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(6));
    if (!check.maySign()) {
        fields().Add(new TextBlock{&ground(), "sign.why", said("This session can't be signed yet."),
                                   TextStyle::BodyStrong},
                     gap);
        fields().Add(new TextBlock{&ground(), "sign.blockers", saidLines(check.blockers),
                                   TextStyle::Body, TextBlock::Ink::Danger},
                     gap);
        acceptButton().Hide();
        cancelButton().setText(said("Back to the session"));
        finish(&cancelButton());
        return;
    }
    fields().Add(new TextBlock{&ground(), "sign.meaning",
                               said("A signed session can't be changed, only added to.")},
                 gap);
    if (!check.gaps.empty()) {
        fields().Add(new TextBlock{&ground(), "sign.gapsHeading", said("Left open"),
                                   TextStyle::SmallStrong, TextBlock::Ink::Muted},
                     wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(4)));
        for (std::size_t i = 0; i < check.gaps.size(); ++i) {
            fields().Add(new TextBlock{&ground(), wxString::Format("sign.gap.%zu", i),
                                       toWx("·  ") + said(check.gaps[i])},
                         wxSizerFlags{}.Expand());
        }
        acceptButton().setText(said("Sign as it is"));
    }
    finish(&acceptButton());
}

} // namespace palpate::gui
