// SPDX-License-Identifier: MIT
#include "gui/RecoveryKeyDialog.h"

#include "gui/Phrases.h"
#include "gui/RecoveryKeyPanel.h"

namespace palpate::gui {

RecoveryKeyDialog::RecoveryKeyDialog(wxWindow* parent, app::RecoverySheet sheet,
                                     const app::DataPaths& paths, app::Prompter& prompter)
    : FormDialog{parent, "recoveryKey", said("The recovery key"), said("I have written it down"),
                 640} {
    panel_ = new RecoveryKeyPanel{&ground(), paths, prompter};
    panel_->set(std::move(sheet));
    panel_->onResized = [this] { refit(); };
    addWide(panel_);
    cancelButton().Hide();
    acceptButton().onClick = [this] {
        if (panel_->check()) {
            EndModal(wxID_OK);
        }
    };
    // Leaving by Escape or the frame's cross would lose the key unseen.
    Bind(wxEVT_CLOSE_WINDOW, [](wxCloseEvent& event) { event.Veto(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        const bool isEnter = key == WXK_RETURN || key == WXK_NUMPAD_ENTER;
        if (isEnter && FindFocus() == &panel_->lastGroup()) {
            acceptButton().onClick();
        } else if (key != WXK_ESCAPE) {
            event.Skip();
        }
    });
    finish(&acceptButton());
}

} // namespace palpate::gui
