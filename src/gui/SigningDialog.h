// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionView.h"
#include "gui/FormDialog.h"

namespace palpate::gui {

/// What signing means, what was not looked at, how much was copied. Gaps let go on, blockers do
/// not. Enter signs, Escape goes back to the session.
class SigningDialog : public FormDialog {
public:
    SigningDialog(wxWindow* parent, const app::SessionView& view, const app::SigningView& check);

private:
    void addList(const wxString& heading, const std::vector<std::string>& lines,
                 const wxString& name, TextBlock::Ink ink);
    [[nodiscard]] std::vector<Message> accept() override { return {}; }
};

} // namespace palpate::gui
