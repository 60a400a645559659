// SPDX-License-Identifier: MIT
#pragma once

#include "app/CarePlans.h"
#include "gui/FormDialog.h"

#include <functional>
#include <string>

namespace palpate::gui {

/// Dose and review of home care that is agreed on or changed, or why it stops. `store` may throw
/// EditRefused; what was typed stays then.
class CareDialog : public FormDialog {
public:
    struct Words {
        std::string dose;
        std::string review; ///< as typed: "in 2 weeks"
        std::string reason; ///< of an end
    };
    enum class For { Agree, Change, Stop };
    CareDialog(wxWindow* parent, For what, const std::string& title, const std::string& note,
               const Words& words, std::function<void(const Words&)> store);

private:
    [[nodiscard]] std::vector<Message> accept() override;

    std::function<void(const Words&)> store_;
    wxTextCtrl* dose_ = nullptr; ///< children of this window
    wxTextCtrl* review_ = nullptr;
    wxTextCtrl* reason_ = nullptr;
};

} // namespace palpate::gui
