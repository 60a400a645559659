// SPDX-License-Identifier: MIT
#include "gui/SigningDialog.h"

#include "gui/Phrases.h"

namespace palpate::gui {

SigningDialog::SigningDialog(wxWindow* parent, const app::SessionView& view,
                             const app::SigningView& check)
    : FormDialog{parent, "sign", said("Sign {1}", {view.title}), said("Sign"), 500} {
    cancelButton().setText(said("Back to the session"));
    if (!check.blockers.empty()) {
        fields().Add(new TextBlock{&ground(), "sign.why", said("This session can't be signed yet."),
                                   TextStyle::BodyStrong},
                     wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(6)));
        addList({}, check.blockers, "sign.blocker", TextBlock::Ink::Danger);
        acceptButton().Hide();
        finish(&cancelButton());
        return;
    }
    fields().Add(new TextBlock{&ground(), "sign.meaning",
                               said("A signed session can't be changed, only added to.")},
                 wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(6)));
    if (!check.gaps.empty()) {
        addList(said("Left open"), check.gaps, "sign.gap", TextBlock::Ink::Normal);
        acceptButton().setText(said("Sign as it is"));
    }
    if (!check.copied.empty()) {
        fields().Add(new TextBlock{&ground(), "sign.copied", toWx(check.copied), TextStyle::Body,
                                   TextBlock::Ink::Warning},
                     wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    }
    finish(&acceptButton());
}

void SigningDialog::addList(const wxString& heading, const std::vector<std::string>& lines,
                            const wxString& name, TextBlock::Ink ink) {
    if (!heading.empty()) {
        fields().Add(new TextBlock{&ground(), name + ".heading", heading, TextStyle::SmallStrong,
                                   TextBlock::Ink::Muted},
                     wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(4)));
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        fields().Add(new TextBlock{&ground(), name + wxString::Format(".%zu", i),
                                   toWx("·  ") + toWx(lines[i]), TextStyle::Body, ink},
                     wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2)));
    }
}

} // namespace palpate::gui
