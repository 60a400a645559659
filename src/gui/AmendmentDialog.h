// SPDX-License-Identifier: MIT
#pragma once

#include "app/Amendments.h"
#include "gui/FormDialog.h"

#include <utility>

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

/// Which of a patient's signed sessions is meant: a button with a menu.
class SessionChoice : public PillButton {
public:
    using Sessions = std::vector<std::pair<SessionId, std::string>>;
    /// `none`: what stands there for none of them.
    SessionChoice(wxWindow* parent, const wxString& name, const wxString& label, Sessions sessions,
                  const wxString& none);

    void choose(const std::optional<SessionId>& session);
    [[nodiscard]] const std::optional<SessionId>& chosen() const noexcept { return chosen_; }

private:
    void ask();

    wxString label_;
    wxString none_;
    Sessions sessions_;
    std::optional<SessionId> chosen_;
};

/// A patient asks that the record be changed: what, when, about which session. The clinic must
/// outlive it.
class AmendmentDialog : public FormDialog {
public:
    AmendmentDialog(wxWindow* parent, app::Clinic& clinic, const PatientId& patient,
                    const std::string& name, const std::optional<SessionId>& about = {});

private:
    [[nodiscard]] std::vector<Message> accept() override;

    app::Clinic& clinic_;
    PatientId patient_;
    SessionChoice* about_; ///< children of this window, as all below
    wxTextCtrl* askedOn_;
    wxTextCtrl* wish_;
};

} // namespace palpate::gui
