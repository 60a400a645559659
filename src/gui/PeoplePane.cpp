// SPDX-License-Identifier: MIT
#include "gui/PeoplePane.h"

#include "app/Clinic.h"
#include "app/Prompter.h"
#include "app/RecoverySheet.h"
#include "app/Rights.h"
#include "gui/Card.h"
#include "gui/MyAccess.h"
#include "gui/NewPasswordDialog.h"
#include "gui/PersonDialog.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/RecoveryKeyDialog.h"
#include "gui/RowList.h"
#include "gui/TextBlock.h"
#include "gui/UnderMenu.h"

#include <wx/sizer.h>

#include <functional>

namespace palpate::gui {

PeoplePane::PeoplePane(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter)
    : wxPanel{parent,  wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              "people"},
      clinic_{clinic}, prompter_{prompter}, people_{clinic} {
    dressAsPage(*this);
    auto* card = new Card{this, "people.card"};
    auto& column = card->content();
    column.Add(new TextBlock{card, "people.meaning",
                             said("Everybody signs in with their own name and password, and signs "
                                  "their own sessions. Who leaves is disabled, never removed: "
                                  "what they signed stays theirs."),
                             TextStyle::Body, TextBlock::Ink::Muted},
               wxSizerFlags{}.Expand());
    buildWays(card, column);
    told_ = new TextBlock{card, "people.told", {}, TextStyle::ControlStrong, TextBlock::Ink::Good};
    told_->Hide();
    column.Add(told_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    list_ = new RowList{card, "people.list", said("People"), 2};
    list_->onOpen = [this](int row) { edit(lines_.at(static_cast<std::size_t>(row))); };
    list_->onMenu = [this](int row, wxPoint at) { askMore(row, at); };
    column.Add(list_, wxSizerFlags{1}.Expand().Border(wxTOP, FromDIP(10)));
    auto* whole = new wxBoxSizer{wxVERTICAL};
    whole->Add(card, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(dip::kPad)));
    SetSizer(whole);
}

void PeoplePane::buildWays(wxWindow* card, wxSizer& column) {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    const auto button = [&](const wxString& name, const wxString& words, PillButton::Kind kind,
                            std::function<void()> act) {
        auto* made = new PillButton{card, name, words, kind};
        made->onClick = std::move(act);
        row->Add(made, wxSizerFlags{}.Border(wxRIGHT, FromDIP(8)));
    };
    if (app::may(clinic_, app::Right::ManagePeople)) {
        button("people.add", said("Add a person …"), PillButton::Kind::Primary, [this] { add(); });
    }
    button("people.myPassword", said("My password …"), PillButton::Kind::Secondary,
           [this] { done(changeMyPassword(wxGetTopLevelParent(this), clinic_)); });
    button("people.myFactor", said("My second factor …"), PillButton::Kind::Secondary,
           [this] { done(changeMySecondFactor(wxGetTopLevelParent(this), clinic_, prompter_)); });
    if (app::may(clinic_, app::Right::ManagePeople)) {
        button("people.renewKey", said("New recovery key …"), PillButton::Kind::Secondary,
               [this] { renewKey(); });
    }
    column.Add(row, wxSizerFlags{}.Border(wxTOP, FromDIP(12)));
}

void PeoplePane::renew() {
    told_->Hide();
    lines_ = people_.list();
    std::vector<ListRow> rows;
    for (const app::PersonLine& line : lines_) {
        ListRow row;
        row.title = toWx(line.title);
        row.aside = line.isMe ? said("you") : wxString{};
        row.lines = {toWx(line.detail), line.secondFactor.empty() ? said("No second factor")
                                                                  : toWx(line.secondFactor)};
        row.badge = toWx(line.state);
        row.tone = line.person.isDisabled ? Badge::Tone::Amber : Badge::Tone::Teal;
        row.marked = line.isMe;
        rows.push_back(std::move(row));
    }
    list_->setRows(std::move(rows));
    Layout();
}

void PeoplePane::done(const wxString& sentence) {
    if (sentence.empty()) {
        return;
    }
    renew();
    told_->setText(sentence);
    told_->Show();
    Layout();
}

std::vector<std::string> PeoplePane::namesOf(const app::PersonLine& line) const {
    return {line.person.displayName, line.person.userName, clinic_.profile().name};
}

void PeoplePane::add() {
    const Practitioner fresh{.id = PractitionerId::create(clinic_.ids()),
                             .userName = {},
                             .displayName = {},
                             .registration = {}};
    PersonDialog dialog{wxGetTopLevelParent(this), people_, fresh, clinic_.profile().name};
    if (dialog.ShowModal() == wxID_OK) {
        done(said("Added. They sign in with the first password, and change it then."));
    }
}

void PeoplePane::edit(const app::PersonLine& line) {
    if (!app::may(clinic_, app::Right::ManagePeople)) {
        return;
    }
    const app::PersonLine asked{line}; // the list may be made anew meanwhile
    PersonDialog dialog{wxGetTopLevelParent(this), people_, asked.person};
    if (dialog.ShowModal() == wxID_OK) {
        done(said("{1} is changed.", {asked.title}));
    }
}

void PeoplePane::askMore(int row, wxPoint at) {
    if (!app::may(clinic_, app::Right::ManagePeople)) {
        return;
    }
    const app::PersonLine line{lines_.at(static_cast<std::size_t>(row))};
    std::vector<UnderItem> items;
    std::vector<std::function<void()>> acts;
    const auto offer = [&](const wxString& words, std::function<void()> act) {
        items.push_back({fromWx(words), {}});
        acts.push_back(std::move(act));
    };
    offer(said("Change …"), [&] { edit(line); });
    if (!line.isMe && !line.person.isDisabled) {
        offer(said("New password …"), [&] { reset(line); });
    }
    if (!line.secondFactor.empty()) {
        offer(said("Turn the second factor off …"), [&] { turnOffFactor(line); });
    }
    if (line.canDisable && !line.person.isDisabled) {
        offer(said("Disable …"), [&] { disable(line); });
    }
    if (line.person.isDisabled) {
        offer(said("Let in again …"), [&] { enable(line); });
    }
    if (const auto chosen = showMuscleMenu(*list_, at, items, {}, false)) {
        acts.at(static_cast<std::size_t>(*chosen))();
    }
}

void PeoplePane::disable(const app::PersonLine& line) {
    if (prompter_.confirm({tr("Disable {1}? They can't sign in any more. Backups that were made "
                              "before still open with their password."),
                           {line.title}},
                          {tr("Disable"), {}})) {
        people_.disable(line.id);
        done(said("{1} can't sign in any more.", {line.title}));
    }
}

void PeoplePane::enable(const app::PersonLine& line) {
    NewPasswordDialog dialog{
        wxGetTopLevelParent(this),
        {said("Let {1} in again", {line.title}),
         said("With a new password and a new signing key. Tell it to them; "
              "they change it after signing in."),
         said("Let in again")},
        false,
        namesOf(line),
        [&](const std::string&, const std::string& fresh) { people_.enable(line.id, fresh); }};
    if (dialog.ShowModal() == wxID_OK) {
        done(said("{1} may sign in again.", {line.title}));
    }
}

void PeoplePane::reset(const app::PersonLine& line) {
    NewPasswordDialog dialog{
        wxGetTopLevelParent(this),
        {said("A new password for {1}", {line.title}),
         said("They get a new signing key with it; what they signed stays theirs. Tell it to them; "
              "they change it after signing in."),
         said("Set the password")},
        false,
        namesOf(line),
        [&](const std::string&, const std::string& fresh) { people_.reset(line.id, fresh); }};
    if (dialog.ShowModal() == wxID_OK) {
        done(said("{1} has a new password.", {line.title}));
    }
}

void PeoplePane::turnOffFactor(const app::PersonLine& line) {
    if (prompter_.confirm({tr("Turn the second factor of {1} off? Their password alone opens the "
                              "program then, until they set it up anew."),
                           {line.title}},
                          {tr("Turn off"), {}})) {
        people_.turnOffSecondFactor(line.id);
        done(said("The second factor of {1} is off.", {line.title}));
    }
}

void PeoplePane::renewKey() {
    if (!prompter_.confirm(
            {tr("Make a new recovery key? The one on paper opens the clinic no more; "
                "backups that were made before still open with it."),
             {}},
            {tr("Make a new key"), {}})) {
        return;
    }
    const app::RecoverySheet sheet{.clinicName = clinic_.profile().name,
                                   .owner = clinic_.practitioner().displayName,
                                   .key = people_.renewRecoveryKey(),
                                   .day = clinic_.today()};
    RecoveryKeyDialog{wxGetTopLevelParent(this), sheet, clinic_.knowledge().paths(), prompter_}
        .ShowModal();
    done(said("The clinic has a new recovery key. Destroy the sheet of the old one."));
}

} // namespace palpate::gui
