// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionView.h"
#include "gui/FormDialog.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::gui {

/// What signing means, what was not looked at, how much was copied. Gaps let go on, blockers do
/// not; a gap that can be closed at a treatment leads there. Enter signs, Escape goes back to the
/// session.
class SigningDialog : public FormDialog {
public:
    SigningDialog(wxWindow* parent, const app::SessionView& view, const app::SigningView& check);

    /// The treatment whose gap was chosen, after the dialog was given up; empty: none.
    [[nodiscard]] const std::optional<TreatmentId>& wanted() const noexcept { return wanted_; }

private:
    void addHeading(const wxString& text, const wxString& name);
    void addLine(const std::string& text, const wxString& name, TextBlock::Ink ink);
    void addWay(const app::SigningGap& gap, const wxString& name);
    [[nodiscard]] std::vector<Message> accept() override { return {}; }

    std::optional<TreatmentId> wanted_;
};

} // namespace palpate::gui
