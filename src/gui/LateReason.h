// SPDX-License-Identifier: MIT
#pragma once

#include "app/TreatmentView.h"

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <string>

namespace palpate::gui {

class CautionCard;
class PillButton;

/// The reason for a treatment that met an alert only since it was given: a button that opens the
/// question in place. Hidden while nothing calls for a reason.
class LateReason : public wxPanel {
public:
    LateReason(wxWindow* parent, const wxString& name);

    std::function<void(const std::string& reason)> onReason; ///< never blank
    std::function<void()> onUnfolded;                        ///< by the user: opened or closed

    void render(const std::optional<app::CautionQuestion>& question);
    /// Opens the question and takes the keyboard.
    void ask();
    /// It belongs to another treatment now: closed.
    void forget();

private:
    void unfold(bool open);
    void arrange();

    std::optional<app::CautionQuestion> question_;
    bool isOpen_ = false;
    PillButton* give_;            ///< children of this window, as the next
    CautionCard* card_ = nullptr; ///< made when it is first opened
};

} // namespace palpate::gui
