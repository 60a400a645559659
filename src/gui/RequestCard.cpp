// SPDX-License-Identifier: MIT
#include "gui/RequestCard.h"

#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/TextBlock.h"

namespace palpate::gui {

RequestCard::RequestCard(wxWindow* parent, const wxString& name, const app::AmendmentLine& request,
                         bool withPatient)
    : Card{parent, name, request.isOverdue ? Look::Warning : Look::Raised, wxVERTICAL, 14},
      request_{request} {
    addWords(withPatient);
    addButtons(withPatient);
}

void RequestCard::addWords(bool withPatient) {
    const auto line = [&](const wxString& part, const wxString& words, TextStyle style,
                          TextBlock::Ink ink) {
        if (!words.empty()) {
            content().Add(new TextBlock{this, GetName() + part, words, style, ink},
                          wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(4)));
        }
    };
    const auto title = withPatient ? request_.patientName + " · " + request_.about : request_.about;
    line(".title", toWx(title + " · " + request_.state), TextStyle::BodyStrong,
         TextBlock::Ink::Normal);
    line(".due", toWx(request_.due), TextStyle::SmallStrong,
         request_.isOverdue ? TextBlock::Ink::Danger : TextBlock::Ink::Muted);
    line(".asked", toWx(request_.asked), TextStyle::Small, TextBlock::Ink::Muted);
    line(".wish", toWx(request_.wish), TextStyle::Control, TextBlock::Ink::Normal);
    for (const app::AmendmentStepLine& step : request_.steps) {
        line(".step", toWx(step.heading), TextStyle::SmallStrong, TextBlock::Ink::Muted);
        line(".step.text", toWx(step.text), TextStyle::Control, TextBlock::Ink::Normal);
        if (!step.addendum.empty()) {
            line(".step.addendum", said("Addendum by {1}", {step.addendum}), TextStyle::Control,
                 TextBlock::Ink::Normal);
        }
    }
}

void RequestCard::addButtons(bool withPatient) {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    if (request_.isOpen || request_.mayDisagree) {
        auto* answer = new PillButton{
            this, GetName() + ".answer",
            request_.isOpen ? said("Answer …") : said("The patient disagrees …"),
            request_.isOpen ? PillButton::Kind::Primary : PillButton::Kind::Secondary};
        answer->setWords(answer->text() + " " + toWx(request_.patientName));
        answer->onClick = [this] { onAnswer(); };
        row->Add(answer, wxSizerFlags{}.Border(wxRIGHT, FromDIP(8)));
    }
    if (withPatient) {
        auto* open = new PillButton{this, GetName() + ".open", said("Open the record")};
        open->onClick = [this] { onOpen(); };
        row->Add(open);
    }
    content().Add(row, wxSizerFlags{}.Border(wxTOP, FromDIP(4)));
}

} // namespace palpate::gui
