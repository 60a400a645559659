// SPDX-License-Identifier: MIT
#include "gui/AmendmentDialog.h"

#include "app/Clinic.h"
#include "gui/Phrases.h"
#include "gui/UnderMenu.h"

#include <algorithm>

namespace palpate::gui {

SessionChoice::SessionChoice(wxWindow* parent, const wxString& name, const wxString& label,
                             Sessions sessions, const wxString& none)
    : PillButton{parent, name, none}, label_{label}, none_{none}, sessions_{std::move(sessions)} {
    onClick = [this] { ask(); };
    choose({});
}

void SessionChoice::choose(const std::optional<SessionId>& session) {
    const auto found = std::ranges::find_if(
        sessions_, [&](const auto& entry) { return session && entry.first == *session; });
    const bool any = found != sessions_.end();
    chosen_ = any ? session : std::nullopt;
    const wxString words = any ? toWx(found->second) : none_;
    setText(words + wxString::FromUTF8(" ▾"));
    setWords(label_ + ": " + words);
}

void SessionChoice::ask() {
    std::vector<UnderItem> items{{fromWx(none_), {}, !chosen_}};
    for (const auto& [id, words] : sessions_) {
        items.push_back({words, {}, chosen_ == id});
    }
    items.front().newGroup = false;
    const auto picked = showMuscleMenu(*this, {0, GetClientSize().y}, items, {}, false);
    if (picked) {
        choose(*picked == 0
                   ? std::nullopt
                   : std::optional{sessions_.at(static_cast<std::size_t>(*picked) - 1).first});
        GetParent()->Layout();
    }
}

AmendmentDialog::AmendmentDialog(wxWindow* parent, app::Clinic& clinic, const PatientId& patient,
                                 const std::string& name, const std::optional<SessionId>& about)
    : FormDialog{parent, "amendment", said("Request to change the record: {1}", {name}),
                 said("Take down the request"), 620},
      clinic_{clinic}, patient_{patient} {
    const app::AmendmentForm form = app::newAmendment(clinic);
    fields().Add(new TextBlock{&ground(), "amendment.meaning",
                               said("It is kept as it was asked, under your name, and stays in the "
                                    "record with its answer.") +
                                   " " + toWx(app::amendmentRule()),
                               TextStyle::Control, TextBlock::Ink::Muted},
                 wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(10)));
    wxBoxSizer* const row = addRow();
    about_ = new SessionChoice{&ground(), "amendment.about", said("About"),
                               app::sessionsToAmend(clinic, patient), said("The record")};
    about_->choose(about);
    addLabelled(*row, said("About"), about_, 2);
    askedOn_ = addField(*row, "amendment.askedOn", said("Asked on"), 1, 0, said("23.11.2026"));
    askedOn_->ChangeValue(toWx(form.askedOn));
    wish_ = addField(*addRow(), "amendment.wish", said("What the patient asks for, in their words"),
                     1, wxTE_MULTILINE);
    problemsGoTo("Request", wish_);
    problemsGoTo("Asked on", askedOn_);
    finish(wish_);
}

std::vector<Message> AmendmentDialog::accept() {
    const app::AmendmentForm form{.session = about_->chosen(),
                                  .askedOn = fromWx(askedOn_->GetValue()),
                                  .wish = fromWx(wish_->GetValue())};
    auto found = app::problems(form, clinic_);
    if (found.empty()) {
        app::addAmendment(clinic_, patient_, form);
    }
    return found;
}

} // namespace palpate::gui
