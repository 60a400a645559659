// SPDX-License-Identifier: MIT
#include "gui/CareDialog.h"

#include "domain/Error.h"
#include "gui/Phrases.h"

#include <utility>

namespace palpate::gui {

namespace {

[[nodiscard]] wxString titleOf(CareDialog::For what, const std::string& title) {
    switch (what) {
    case CareDialog::For::Agree:
        return said("Agree on: {1}", {title});
    case CareDialog::For::Change:
        return said("Change: {1}", {title});
    case CareDialog::For::Stop:
        break;
    }
    return said("Stop: {1}", {title});
}

[[nodiscard]] wxString acceptOf(CareDialog::For what) {
    return what == CareDialog::For::Agree    ? said("Agree")
           : what == CareDialog::For::Change ? said("Change it")
                                             : said("Stop it");
}

} // namespace

CareDialog::CareDialog(wxWindow* parent, For what, const std::string& title,
                       const std::string& note, const Words& words,
                       std::function<void(const Words&)> store)
    : FormDialog{parent, "care", titleOf(what, title), acceptOf(what), 520}, store_{
                                                                                 std::move(store)} {
    if (!note.empty()) {
        addWide(new TextBlock{&ground(), "care.note", toWx(note), TextStyle::Control,
                              TextBlock::Ink::Warning});
    }
    if (what == For::Stop) {
        reason_ = addField(*addRow(), "care.reason", said("Why, if you like"), 1, 0,
                           said("done, did not help, other plans"));
        reason_->ChangeValue(toWx(words.reason));
        finish(reason_);
        return;
    }
    dose_ = addField(*addRow(), "care.dose", said("Dose"), 1, 0, said("2 x 30 s, twice a day"));
    dose_->ChangeValue(toWx(words.dose));
    review_ = addField(*addRow(), "care.review", said("To be talked over"), 1, 0,
                       said("in 2 weeks, 9 Dec"));
    review_->ChangeValue(toWx(words.review));
    problemsGoTo("Review", review_);
    problemsGoTo("Dose", dose_);
    finish(dose_);
}

std::vector<Message> CareDialog::accept() {
    const auto typed = [](const wxTextCtrl* field) {
        return field ? fromWx(field->GetValue()) : std::string{};
    };
    try {
        store_({typed(dose_), typed(review_), typed(reason_)});
    } catch (const EditRefused& refusal) {
        return {refusal.message()};
    }
    return {};
}

} // namespace palpate::gui
