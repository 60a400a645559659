// SPDX-License-Identifier: MIT
#include "gui/RecoveryWayDialog.h"

#include "app/WaysIn.h"
#include "domain/Text.h"
#include "domain/Wipe.h"
#include "gui/ChipGroup.h"
#include "gui/NewPasswordPanel.h"
#include "gui/Phrases.h"
#include "gui/RecentClinics.h"

#include <wx/utils.h>

#include <iterator>

namespace palpate::gui {

RecoveryWayDialog::RecoveryWayDialog(wxWindow* parent, const std::filesystem::path& clinic,
                                     const std::string& userName,
                                     std::function<void(const app::WayByRecoveryKey&)> renew)
    : FormDialog{parent, "recoveryWay", said("Password forgotten"), said("Set the new password"),
                 600},
      renew_{std::move(renew)} {
    addWide(new TextBlock{
        &ground(), "recoveryWay.meaning",
        said("An owner of the clinic can give you a new password, under Clinic, People. Where "
             "there is no other owner, the printed recovery key does it."),
        TextStyle::Control, TextBlock::Ink::Muted});
    key_ =
        addField(*addRow(), "recoveryWay.key", said("Recovery key, seven groups as on its sheet"));
    userName_ = addField(*addRow(), "recoveryWay.userName", said("User name"));
    userName_->ChangeValue(toWx(userName));
    password_ = new NewPasswordPanel{&ground(), "recoveryWay.password"};
    password_->known = [this, name = clinicName(clinic)] {
        return std::vector{trimmed(fromWx(userName_->GetValue())), name};
    };
    password_->onResized = [this] { refit(); };
    addWide(password_);
    factor_ = new ChipGroup{&ground(),
                            "recoveryWay.factor",
                            said("Second factor"),
                            ChipGroup::Kind::Multi,
                            {{said("The second factor is lost too: turn it off")}},
                            ChipGroup::Size::Compact};
    addWide(factor_);
    problemsGoTo("Recovery key", key_);
    problemsGoTo("User name", userName_);
    problemsGoTo("Password", &password_->first());
    finish(key_);
}

std::string RecoveryWayDialog::userName() const {
    return trimmed(fromWx(userName_->GetValue()));
}

std::vector<Message> RecoveryWayDialog::accept() {
    std::vector<Message> found;
    const std::string key = fromWx(key_->GetValue());
    if (const auto wrong = app::recoveryKeyProblem(key)) {
        found.push_back(*wrong);
    }
    if (userName().empty()) {
        found.push_back({tr("User name: type who needs the new password."), {}});
    }
    auto more = password_->problems();
    found.insert(found.end(), std::make_move_iterator(more.begin()),
                 std::make_move_iterator(more.end()));
    if (found.empty()) {
        const wxBusyCursor busy;
        app::WayByRecoveryKey way{.recoveryKey = key,
                                  .userName = userName(),
                                  .newPassword = password_->password(),
                                  .withoutSecondFactor = factor_->state(0) == ChipState::On};
        const WipedAtEnd keyWiped{way.recoveryKey};
        const WipedAtEnd passwordWiped{way.newPassword};
        renew_(way);
    }
    return found;
}

} // namespace palpate::gui
