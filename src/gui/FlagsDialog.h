// SPDX-License-Identifier: MIT
#pragma once

#include "app/Screenings.h"
#include "domain/Id.h"
#include "gui/FormDialog.h"

#include <functional>
#include <vector>

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

class FlagCard;

/// The patient's red flags: what each points to, what to do, what was done, and the three ways to
/// settle one: somebody was told, a letter of referral, or treatment goes on for a reason. The
/// clinic must outlive it.
class FlagsDialog : public FormDialog {
public:
    FlagsDialog(wxWindow* parent, app::Clinic& clinic, const PatientId& patient);

    /// It was closed to write the letter.
    [[nodiscard]] bool wantsLetter() const noexcept { return wantsLetter_; }

private:
    [[nodiscard]] std::vector<Message> accept() override { return {}; }
    void render();

    app::Clinic& clinic_;
    PatientId patient_;
    bool wantsLetter_ = false;
    wxBoxSizer* list_;             ///< owned by the fields
    std::vector<FlagCard*> cards_; ///< children of this window
};

} // namespace palpate::gui
