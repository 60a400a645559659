// SPDX-License-Identifier: MIT
#include "gui/NewPasswordDialog.h"

#include "domain/Wipe.h"
#include "gui/NewPasswordPanel.h"
#include "gui/Phrases.h"
#include "gui/Secret.h"

#include <wx/utils.h>

namespace palpate::gui {

NewPasswordDialog::NewPasswordDialog(
    wxWindow* parent, const Words& words, bool asksOld, std::vector<std::string> known,
    std::function<void(const std::string& oldPassword, const std::string& newPassword)> set)
    : FormDialog{parent, "newPassword", words.title, words.accept, 560}, set_{std::move(set)} {
    addWide(new TextBlock{&ground(), "newPassword.meaning", words.meaning, TextStyle::Control,
                          TextBlock::Ink::Muted});
    if (asksOld) {
        old_ = addField(*addRow(), "newPassword.old", said("Password so far"), 1, wxTE_PASSWORD);
        problemsGoTo("Password so far", old_);
    }
    password_ = new NewPasswordPanel{&ground(), "newPassword.new"};
    password_->known = [known = std::move(known)] { return known; };
    password_->onResized = [this] { refit(); };
    addWide(password_);
    problemsGoTo("Password", &password_->first());
    neverAsk();
    finish(old_ ? old_ : &password_->first());
}

std::vector<Message> NewPasswordDialog::accept() {
    if (old_ && old_->IsEmpty()) {
        return {{tr("Password so far: type it, so that nobody else changes it."), {}}};
    }
    auto found = password_->problems();
    if (found.empty()) {
        const wxBusyCursor busy;
        std::string before = old_ ? readSecret(*old_) : std::string{};
        std::string fresh = password_->password();
        const WipedAtEnd beforeWiped{before};
        const WipedAtEnd freshWiped{fresh};
        set_(before, fresh);
    }
    return found;
}

} // namespace palpate::gui
