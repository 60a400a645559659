// SPDX-License-Identifier: MIT
#include "gui/PersonDialog.h"

#include "app/People.h"
#include "app/Rights.h"
#include "domain/Text.h"
#include "domain/Wipe.h"
#include "gui/NewPasswordPanel.h"
#include "gui/Phrases.h"
#include "gui/ProfessionChips.h"

#include <wx/utils.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace palpate::gui {

namespace {

constexpr std::array kRoles{palpate::Role::Owner, palpate::Role::Practitioner,
                            palpate::Role::FrontDesk, palpate::Role::Auditor};

[[nodiscard]] wxString meaningOf(palpate::Role role) {
    switch (role) {
    case palpate::Role::Owner:
        return said("Everything, also people, settings, backups and the audit trail.");
    case palpate::Role::Practitioner:
        return said("Charts, reads and signs; checks the record and makes backups.");
    case palpate::Role::FrontDesk:
        return said("Names, how to reach people and next visits; nothing clinical.");
    case palpate::Role::Auditor:
        return said("Reads the audit trail and checks the record; opens no patient.");
    }
    return {};
}

} // namespace

PersonDialog::PersonDialog(wxWindow* parent, app::People& people, const Practitioner& fresh,
                           const std::string& clinicName)
    : FormDialog{parent, "person", said("A new person"), said("Add"), 620}, people_{people},
      person_{fresh} {
    build(true);
    password_->known = [this, clinicName] {
        return std::vector{trimmed(fromWx(name_->GetValue())),
                           trimmed(fromWx(userName_->GetValue())), clinicName};
    };
    finish(name_);
}

PersonDialog::PersonDialog(wxWindow* parent, app::People& people, const Practitioner& person)
    : FormDialog{parent, "person", toWx(person.displayName), said("Save"), 620}, people_{people},
      person_{person} {
    build(false);
    finish(name_);
}

void PersonDialog::build(bool isNew) {
    wxBoxSizer* row = addRow();
    name_ = addField(*row, "person.name", said("Name, as printed"), 1, 0, said("J. Lindqvist"));
    name_->ChangeValue(toWx(person_.displayName));
    userName_ = addField(*row, "person.userName", said("User name, for signing in"), 1,
                         isNew ? 0 : wxTE_READONLY);
    userName_->ChangeValue(toWx(person_.userName));
    profession_ = new ProfessionChips{&ground(), "person.profession"};
    addLabelled(*addRow(), said("Profession"), profession_);
    registration_ = addField(*addRow(), "person.registration",
                             said("Number at the professional body, where there is one"));
    registration_->ChangeValue(toWx(person_.registration));
    std::vector<ChipGroup::Chip> roles;
    for (const palpate::Role role : kRoles) {
        roles.push_back({toWx(app::roleName(role))});
    }
    role_ = new ChipGroup{&ground(), "person.role", said("What they may do"),
                          ChipGroup::Kind::Single, std::move(roles)};
    role_->onChange = [this](int, ChipState) { showRole(); };
    addLabelled(*addRow(), said("What they may do"), role_);
    roleMeaning_ = new TextBlock{
        &ground(), "person.roleMeaning", {}, TextStyle::Control, TextBlock::Ink::Muted};
    addWide(roleMeaning_);
    if (!isNew) {
        addWide(new TextBlock{&ground(), "person.roleHolds",
                              said("Where they are signed in now, a change of it holds once their "
                                   "screen was locked or they sign in again."),
                              TextStyle::Control, TextBlock::Ink::Muted});
    }
    if (isNew) {
        password_ = new NewPasswordPanel{&ground(), "person.password"};
        password_->onResized = [this] { refit(); };
        addWide(password_);
        addWide(new TextBlock{&ground(), "person.passwordMeaning",
                              said("Their first password: they change it under their name, above, "
                                   "and should do so at once."),
                              TextStyle::Control, TextBlock::Ink::Muted});
        problemsGoTo("Password", &password_->first());
    } else {
        profession_->choose(person_.profession);
        const auto at = std::ranges::find(kRoles, person_.role);
        role_->setState(static_cast<int>(std::distance(kRoles.begin(), at)), ChipState::On);
    }
    showRole();
    problemsGoTo("Name", name_);
    problemsGoTo("User name", userName_);
    problemsGoTo("Profession", profession_);
    problemsGoTo("Role", role_);
    problemsGoTo("Registration", registration_);
}

void PersonDialog::showRole() {
    const int chosen = role_->selected();
    roleMeaning_->setText(chosen == ChipGroup::kNone
                              ? said("Choose what this person may do.")
                              : meaningOf(kRoles.at(static_cast<std::size_t>(chosen))));
}

Practitioner PersonDialog::typed() const {
    Practitioner person = person_;
    person.displayName = trimmed(fromWx(name_->GetValue()));
    person.userName = trimmed(fromWx(userName_->GetValue()));
    person.registration = trimmed(fromWx(registration_->GetValue()));
    person.profession = profession_->profession().value_or(Profession::Other);
    if (const int chosen = role_->selected(); chosen != ChipGroup::kNone) {
        person.role = kRoles.at(static_cast<std::size_t>(chosen));
    }
    return person;
}

std::vector<Message> PersonDialog::accept() {
    const Practitioner person = typed();
    std::vector<Message> found;
    if (!profession_->profession()) {
        found.push_back({tr("Profession: choose one; Other for the front desk and auditors."), {}});
    }
    if (role_->selected() == ChipGroup::kNone) {
        found.push_back({tr("Role: choose what this person may do."), {}});
    }
    if (!password_) {
        if (person.displayName.empty()) {
            found.push_back({tr("Name: type it as it shall be printed."), {}});
        }
        if (found.empty()) {
            people_.update(person);
        }
        return found;
    }
    std::string password = password_->password();
    const WipedAtEnd wiped{password};
    for (auto& more : {people_.problems(person, password), password_->differences()}) {
        found.insert(found.end(), more.begin(), more.end());
    }
    if (found.empty()) {
        const wxBusyCursor busy;
        people_.add(person, password);
    }
    return found;
}

} // namespace palpate::gui
