// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionView.h"
#include "domain/Signing.h"
#include "gui/FormDialog.h"

namespace palpate::gui {

/// What signing means and what was not looked at. Gaps let go on, blockers do not.
class SignDialog : public FormDialog {
public:
    SignDialog(wxWindow* parent, const app::SessionView& view, const SigningCheck& check);

private:
    [[nodiscard]] std::vector<Message> accept() override { return blockers_; }

    std::vector<Message> blockers_;
};

} // namespace palpate::gui
