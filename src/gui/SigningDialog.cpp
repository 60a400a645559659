// SPDX-License-Identifier: MIT
#include "gui/SigningDialog.h"

#include "gui/Phrases.h"

namespace palpate::gui {

SigningDialog::SigningDialog(wxWindow* parent, const app::SessionView& view,
                             const app::SigningView& check)
    : FormDialog{parent, "sign", said("Sign: {1}", {view.title}), said("Sign"), 500} {
    cancelButton().setText(said("Back to the session"));
    if (!check.blockers.empty()) {
        fields().Add(new TextBlock{&ground(), "sign.why", said("This session can't be signed yet."),
                                   TextStyle::BodyStrong},
                     wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(6)));
        for (std::size_t i = 0; i < check.blockers.size(); ++i) {
            addLine(check.blockers[i], wxString::Format("sign.blocker.%zu", i),
                    TextBlock::Ink::Danger);
        }
        acceptButton().Hide();
        finish(&cancelButton());
        return;
    }
    fields().Add(new TextBlock{&ground(), "sign.meaning",
                               said("A signed session can't be changed, only added to.")},
                 wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(6)));
    if (!check.gaps.empty()) {
        addHeading(said("Left open"), "sign.gap.heading");
        for (std::size_t i = 0; i < check.gaps.size(); ++i) {
            const wxString name = wxString::Format("sign.gap.%zu", i);
            if (check.gaps[i].treatment) {
                addWay(check.gaps[i], name);
            } else {
                addLine(check.gaps[i].text, name, TextBlock::Ink::Normal);
            }
        }
        acceptButton().setText(said("Sign as it is"));
    }
    if (!check.copied.empty()) {
        fields().Add(new TextBlock{&ground(), "sign.copied", toWx(check.copied), TextStyle::Body,
                                   TextBlock::Ink::Warning},
                     wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    }
    finish(&acceptButton());
}

void SigningDialog::addHeading(const wxString& text, const wxString& name) {
    fields().Add(
        new TextBlock{&ground(), name, text, TextStyle::SmallStrong, TextBlock::Ink::Muted},
        wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(4)));
}

void SigningDialog::addLine(const std::string& text, const wxString& name, TextBlock::Ink ink) {
    fields().Add(new TextBlock{&ground(), name, toWx("·  ") + toWx(text), TextStyle::Body, ink},
                 wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2)));
}

void SigningDialog::addWay(const app::SigningGap& gap, const wxString& name) {
    auto* way =
        new PillButton{&ground(), name, toWx("›  ") + toWx(gap.text), PillButton::Kind::Line};
    constexpr int kMostLines = 4;
    way->setMostLines(kMostLines);
    way->setWords(said("{1} Go there.", {gap.text}));
    way->onClick = [this, treatment = TreatmentId{*gap.treatment}] {
        wanted_ = treatment;
        EndModal(wxID_CANCEL);
    };
    fields().Add(way, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2)));
}

} // namespace palpate::gui
