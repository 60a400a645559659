// SPDX-License-Identifier: MIT
#include "gui/AddendumDialog.h"

#include "domain/Text.h"
#include "gui/Phrases.h"

namespace palpate::gui {

AddendumDialog::AddendumDialog(wxWindow* parent, app::Clinic& clinic, const SessionId& session,
                               Store store)
    : FormDialog{parent, "addendum", said("Add an addendum"), said("Add addendum"), 520},
      store_{std::move(store)} {
    fields().Add(
        new TextBlock{
            &ground(), "addendum.meaning",
            said("The signed session stays as it is; the addendum stands below it with your name "
                 "and the time, and stays too."),
            TextStyle::Control, TextBlock::Ink::Muted},
        wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(10)));
    text_ = addField(*addRow(), "addendum.text", said("Addendum"), 1, wxTE_MULTILINE);
    reason_ = addField(*addRow(), "addendum.reason", said("Reason (optional)"));
    keptText_.emplace(clinic, text_, app::AddendumText{session});
    keptReason_.emplace(clinic, reason_, app::AddendumReason{session});
    onDiscard = [this] {
        keptText_->discard();
        keptReason_->discard();
    };
    const std::string& since =
        keptText_->since().empty() ? keptReason_->since() : keptText_->since();
    if (!since.empty()) {
        showTakenUp(since);
    }
    finish(text_);
}

std::vector<Message> AddendumDialog::accept() {
    const std::string text = trimmed(fromWx(text_->GetValue()));
    if (text.empty()) {
        return {{tr("Write what is to be added."), {}}};
    }
    keptText_->flush();
    keptReason_->flush();
    store_(text, trimmed(fromWx(reason_->GetValue())));
    return {};
}

} // namespace palpate::gui
