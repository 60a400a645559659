// SPDX-License-Identifier: MIT
#include "gui/ClosedDialog.h"

#include "app/Clinic.h"
#include "gui/Phrases.h"

namespace palpate::gui {

ClosedDialog::ClosedDialog(wxWindow* parent, app::Clinic& clinic, const app::ClosedView& view)
    : FormDialog{parent, "closed", said("This record is restricted"),
                 view.hasEmergency ? said("Open in an emergency") : said("Close"), 560},
      clinic_{clinic}, patient_{view.patient} {
    const auto line = [&](const wxString& name, const wxString& words, TextStyle style,
                          TextBlock::Ink ink) {
        fields().Add(new TextBlock{&ground(), name, words, style, ink},
                     wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(8)));
    };
    line("closed.name", toWx(view.name), TextStyle::Name, TextBlock::Ink::Normal);
    line("closed.by", toWx(view.by + " " + view.mayOpen), TextStyle::Control,
         TextBlock::Ink::Normal);
    if (!view.hasEmergency) {
        line("closed.ask", said("Ask one of them if you need something of it."), TextStyle::Control,
             TextBlock::Ink::Muted);
        cancelButton().Hide();
        finish(nullptr);
        return;
    }
    line("closed.told", toWx(view.told), TextStyle::Control, TextBlock::Ink::Muted);
    reason_ =
        addField(*addRow(), "closed.reason", said("Why it has to be opened now"), 1, wxTE_MULTILINE,
                 said("collapsed in the waiting room, the ambulance asks for medicines"));
    problemsGoTo("Reason", reason_);
    finish(reason_);
}

std::vector<Message> ClosedDialog::accept() {
    if (reason_ == nullptr) {
        return {};
    }
    const std::string reason = fromWx(reason_->GetValue());
    auto found = problemsOfEmergency(reason);
    if (found.empty()) {
        app::openInEmergency(clinic_, patient_, reason);
    }
    return found;
}

} // namespace palpate::gui
