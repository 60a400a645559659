// SPDX-License-Identifier: MIT
#include "gui/AnswerDialog.h"

#include "app/Clinic.h"
#include "gui/AmendmentDialog.h"
#include "gui/FormField.h"
#include "gui/Phrases.h"
#include "gui/SegmentedControl.h"

namespace palpate::gui {

AnswerDialog::AnswerDialog(wxWindow* parent, app::Clinic& clinic,
                           const app::AmendmentLine& amendment)
    : FormDialog{parent, "answer",
                 amendment.mayDisagree ? said("The patient disagrees") : said("Answer the request"),
                 amendment.mayDisagree ? said("Take it down") : said("Store the answer"), 640},
      clinic_{clinic}, amendment_{amendment} {
    const auto line = [&](const wxString& part, const wxString& words, TextStyle style,
                          TextBlock::Ink ink) {
        fields().Add(new TextBlock{&ground(), "answer." + part, words, style, ink},
                     wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(6)));
    };
    line("about", toWx(amendment.patientName + " · " + amendment.about), TextStyle::BodyStrong,
         TextBlock::Ink::Normal);
    line("asked", toWx(amendment.asked), TextStyle::Small, TextBlock::Ink::Muted);
    line("wish", toWx(amendment.wish), TextStyle::Control, TextBlock::Ink::Normal);
    if (amendment.mayDisagree) {
        buildStatement();
    } else {
        buildAnswer();
    }
    problemsGoTo("Reason", text_);
    problemsGoTo("Statement", text_);
    finish(text_);
}

void AnswerDialog::buildAnswer() {
    kinds_ = {AmendmentStepKind::Accepted, AmendmentStepKind::Refused};
    if (amendment_.mayExtend) {
        kinds_.push_back(AmendmentStepKind::Extended);
    }
    std::vector<wxString> kinds;
    for (const AmendmentStepKind kind : kinds_) {
        kinds.push_back(said(app::wordOf(kind).c_str()));
    }
    kind_ = new SegmentedControl{&ground(), "answer.kind", said("Answer"), std::move(kinds)};
    kind_->select(0);
    kind_->onChange = [this](int) {
        showParts();
        refit();
    };
    addLabelled(*addRow(), said("Answer"), kind_, 0);
    addendumPart_ = new wxBoxSizer{wxVERTICAL};
    fields().Add(addendumPart_, wxSizerFlags{}.Expand());
    const auto label = [&](const wxString& part, const wxString& text) {
        addendumPart_->Add(new TextBlock{&ground(), "answer." + part + ".label", text,
                                         TextStyle::SmallStrong, TextBlock::Ink::Muted},
                           wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    };
    if (!amendment_.session) {
        label("session", said("Session that the addendum belongs to"));
        session_ =
            new SessionChoice{&ground(), "answer.session", said("Session"),
                              app::sessionsToAmend(clinic_, amendment_.patient), said("None")};
        addendumPart_->Add(session_, wxSizerFlags{}.Border(wxTOP, FromDIP(2)));
        problemsGoTo("Session", session_);
    }
    const wxString words =
        said("Addendum to the signed session; empty where the record was changed "
             "by hand");
    label("addendum", words);
    addendum_ = newFormField(&ground(), "answer.addendum", words, {}, wxTE_MULTILINE);
    addendumPart_->Add(addendum_, wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(4)));
    text_ = addField(*addRow(), "answer.text", said("Reason; not needed for what is accepted"), 1,
                     wxTE_MULTILINE);
    showParts();
}

void AnswerDialog::buildStatement() {
    kinds_ = {AmendmentStepKind::Disagreement};
    text_ =
        addField(*addRow(), "answer.text",
                 said("What the patient says to the refusal, in their words"), 1, wxTE_MULTILINE);
}

void AnswerDialog::showParts() {
    fields().Show(addendumPart_, kind() == AmendmentStepKind::Accepted, true);
}

AmendmentStepKind AnswerDialog::kind() const {
    return kinds_.at(kind_ ? static_cast<std::size_t>(kind_->selected()) : 0);
}

std::vector<Message> AnswerDialog::accept() {
    app::AmendmentAnswer answer{.kind = kind(), .text = fromWx(text_->GetValue())};
    if (answer.kind == AmendmentStepKind::Accepted) {
        answer.addendum = fromWx(addendum_->GetValue());
        answer.session = session_ ? session_->chosen() : std::nullopt;
    }
    auto found = app::problems(answer, amendment_);
    if (found.empty()) {
        app::answerAmendment(clinic_, amendment_.id, answer); // else it says what is missing
    }
    return found;
}

} // namespace palpate::gui
