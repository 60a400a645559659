// SPDX-License-Identifier: MIT
#pragma once

#include "app/Screenings.h"
#include "domain/Id.h"
#include "gui/FlagCard.h"
#include "gui/FormDialog.h"

#include <functional>
#include <vector>

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

/// The patient's red flags: what each points to, what to do, what was done, and the three ways to
/// settle one: somebody was told, a letter of referral, or treatment goes on for a reason. What is
/// typed and not recorded is never dropped without a question. The clinic must outlive it.
class FlagsDialog : public FormDialog {
public:
    FlagsDialog(wxWindow* parent, app::Clinic& clinic, const PatientId& patient);

    /// It was closed to write the letter.
    [[nodiscard]] bool wantsLetter() const noexcept { return wantsLetter_; }

private:
    [[nodiscard]] std::vector<Message> accept() override;
    [[nodiscard]] wxWindow* fieldOf(const Message& problem) const override;
    void render();
    enum class WayOut { Close, Letter };
    /// False: something is typed and not recorded, which is to be said now; whoever takes the same
    /// way again drops it.
    [[nodiscard]] bool mayDrop(WayOut way);
    [[nodiscard]] std::vector<FlagCard::Typed> typed() const;

    app::Clinic& clinic_;
    PatientId patient_;
    bool wantsLetter_ = false;
    std::vector<FlagCard::Typed> askedToDrop_; ///< of each card, as it stood when that was asked
    WayOut askedAt_ = WayOut::Close;
    wxBoxSizer* list_;             ///< owned by the fields
    std::vector<FlagCard*> cards_; ///< children of this window
};

} // namespace palpate::gui
