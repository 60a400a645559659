// SPDX-License-Identifier: MIT
#pragma once

#include "gui/FormDialog.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace palpate::app {
struct WayByRecoveryKey;
}

namespace palpate::gui {

class ChipGroup;
class NewPasswordPanel;

/// For whoever forgot the password: with the printed recovery key a new one is set.
class RecoveryWayDialog : public FormDialog {
public:
    /// `renew` sets the password; what it throws is shown below the fields.
    RecoveryWayDialog(wxWindow* parent, const std::filesystem::path& clinic,
                      const std::string& userName,
                      std::function<void(const app::WayByRecoveryKey&)> renew);

    /// Who has a new password now.
    [[nodiscard]] std::string userName() const;

private:
    [[nodiscard]] std::vector<Message> accept() override;

    std::function<void(const app::WayByRecoveryKey&)> renew_;
    wxTextCtrl* key_; ///< children of this window, as all below
    wxTextCtrl* userName_;
    ChipGroup* factor_;
    NewPasswordPanel* password_;
};

} // namespace palpate::gui
