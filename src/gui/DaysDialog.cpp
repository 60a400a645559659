// SPDX-License-Identifier: MIT
#include "gui/DaysDialog.h"

#include "gui/Phrases.h"

namespace palpate::gui {

DaysDialog::DaysDialog(wxWindow* parent, app::HistoryPresenter& history)
    : FormDialog{parent, "days", said("Sessions from a day to a day"), said("Show them"), 460},
      history_{history} {
    wxBoxSizer* const row = addRow();
    const app::TypedDays days = history.typedDays();
    from_ = addField(*row, "days.from", said("First day"), 1, 0, said("from the beginning"));
    from_->ChangeValue(toWx(days.from));
    to_ = addField(*row, "days.to", said("Last day"), 1, 0, said("until today"));
    to_->ChangeValue(toWx(days.to));
    problemsGoTo("First day", from_);
    problemsGoTo("Last day", to_);
    neverAsk();
    finish(from_);
}

std::vector<Message> DaysDialog::accept() {
    return history_.setTypedDays({fromWx(from_->GetValue()), fromWx(to_->GetValue())});
}

} // namespace palpate::gui
