// SPDX-License-Identifier: MIT
#include "gui/EmergenciesDialog.h"

#include "app/Clinic.h"
#include "gui/Card.h"
#include "gui/Phrases.h"

namespace palpate::gui {

EmergenciesDialog::EmergenciesDialog(wxWindow* parent, app::Clinic& clinic)
    : FormDialog{parent, "emergencies", said("Opened in an emergency"), said("Close"), 640},
      clinic_{clinic} {
    addWide(new TextBlock{&ground(), "emergencies.meaning",
                          said("These restricted records were opened by somebody who is not named "
                               "for them. What you note is not shown again; it stays in the audit "
                               "trail."),
                          TextStyle::Control, TextBlock::Ink::Muted});
    list_ = new wxBoxSizer{wxVERTICAL};
    fields().Add(list_, wxSizerFlags{}.Expand());
    none_ = new TextBlock{&ground(), "emergencies.none", said("All of them are noted."),
                          TextStyle::Body, TextBlock::Ink::Muted};
    fields().Add(none_, wxSizerFlags{}.Expand());
    cancelButton().Hide();
    neverAsk();
    render();
    finish(nullptr);
}

void EmergenciesDialog::render() {
    for (Card* const card : cards_) {
        card->Destroy();
    }
    cards_.clear();
    const auto lines = app::unseenEmergencies(clinic_);
    for (const app::EmergencyLine& line : lines) {
        addCard(line);
    }
    none_->Show(lines.empty());
    ground().Layout();
}

void EmergenciesDialog::addCard(const app::EmergencyLine& line) {
    const wxString name = wxString::Format("emergency%zu", cards_.size());
    auto* card = new Card{&ground(), name, Card::Look::Warning, wxVERTICAL, 14};
    const auto words = [&](const wxString& part, const wxString& text, TextStyle style,
                           TextBlock::Ink ink) {
        card->content().Add(new TextBlock{card, name + part, text, style, ink},
                            wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(4)));
    };
    words(".title", said("{1} opened the record of {2}", {line.who, line.whom}),
          TextStyle::BodyStrong, TextBlock::Ink::Normal);
    words(".when", toWx(line.when), TextStyle::Small, TextBlock::Ink::Muted);
    words(".why", toWx(line.why), TextStyle::Control, TextBlock::Ink::Normal);
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    auto* noted = new PillButton{card, name + ".noted", said("Noted"), PillButton::Kind::Primary};
    noted->setWords(said("Noted: {1} opened the record of {2}", {line.who, line.whom}));
    noted->onClick = [this, id = line.id] {
        app::noteEmergency(clinic_, id);
        CallAfter([this] { // the card goes, so that comes after its own press
            render();
            refit();
            acceptButton().SetFocus();
        });
    };
    row->Add(noted, wxSizerFlags{}.Border(wxRIGHT, FromDIP(8)));
    auto* open = new PillButton{card, name + ".open", said("Open the record")};
    open->onClick = [this, patient = line.patient] {
        wanted_ = patient;
        EndModal(wxID_OK);
    };
    row->Add(open);
    card->content().Add(row, wxSizerFlags{}.Border(wxTOP, FromDIP(6)));
    list_->Add(card, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(12)));
    cards_.push_back(card);
}

} // namespace palpate::gui
