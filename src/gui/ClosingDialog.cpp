// SPDX-License-Identifier: MIT
#include "gui/ClosingDialog.h"

#include "app/Clinic.h"
#include "gui/Phrases.h"

namespace palpate::gui {

namespace {

enum Segment { Discharged, ReferredOn };

} // namespace

ClosingDialog::ClosingDialog(wxWindow* parent, app::Clinic& clinic, const Case& asRead)
    : FormDialog{parent, "closing", said("Close the case: {1}", {asRead.complaint}),
                 said("Close the case"), 600},
      clinic_{clinic}, asRead_{asRead} {
    const app::ClosingForm form = app::closingOf(asRead, clinic);
    fields().Add(new TextBlock{&ground(), "closing.meaning",
                               said("Its sessions stay as they are, and it can be opened again."),
                               TextStyle::Control, TextBlock::Ink::Muted},
                 wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(10)));
    wxBoxSizer* const row = addRow();
    as_ = new SegmentedControl{
        &ground(), "closing.as", said("How it ends"), {said("Discharged"), said("Referred on")}};
    as_->select(form.as == CaseStatus::ReferredOn ? ReferredOn : Discharged);
    as_->onChange = [this](int) {
        showReferral();
        refit();
    };
    addLabelled(*row, said("How it ends"), as_, 0);
    day_ = addField(*row, "closing.day", said("On"), 1, 0, said("23.11.2026"));
    day_->ChangeValue(toWx(form.day));
    referralRow_ = addRow();
    referredTo_ = addField(*referralRow_, "closing.referredTo", said("Referred to"));
    referredTo_->ChangeValue(toWx(form.referredTo));
    outcome_ = addField(*addRow(), "closing.outcome", said("Outcome"), 1, wxTE_MULTILINE,
                        said("works full time again, lifts 10 kg without pain"));
    outcome_->ChangeValue(toWx(form.outcome));
    problemsGoTo("Closed", day_);
    problemsGoTo("Outcome", outcome_);
    problemsGoTo("Referred to", referredTo_);
    showReferral();
    finish(outcome_);
}

void ClosingDialog::showReferral() {
    fields().Show(referralRow_, as_->selected() == ReferredOn, true);
}

std::vector<Message> ClosingDialog::accept() {
    const bool referred = as_->selected() == ReferredOn;
    app::ClosingForm form;
    form.as = referred ? CaseStatus::ReferredOn : CaseStatus::Discharged;
    form.day = fromWx(day_->GetValue());
    form.outcome = fromWx(outcome_->GetValue());
    form.referredTo = referred ? fromWx(referredTo_->GetValue()) : std::string{};
    auto found = app::problems(form, asRead_, clinic_);
    if (found.empty()) {
        app::closeCase(clinic_, asRead_, form);
    }
    return found;
}

} // namespace palpate::gui
