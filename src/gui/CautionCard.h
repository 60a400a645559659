// SPDX-License-Identifier: MIT
#pragma once

#include "app/TreatmentView.h"
#include "gui/Card.h"
#include "gui/ChipGroup.h"
#include "gui/LineField.h"
#include "gui/PillButton.h"
#include "gui/TextBlock.h"

#include <functional>
#include <optional>
#include <string>

namespace palpate::gui {

/// A technique was chosen against which an alert of the patient speaks: what speaks against it and
/// who says so, the reasons to go on, one's own words, go on or not. Escape holds back.
class CautionCard : public Card {
public:
    CautionCard(wxWindow* parent, const wxString& name);

    std::function<void(const std::string& reason)> onGoOn; ///< never blank
    std::function<void()> onHoldBack;

    /// Keeps what is typed while the same question stands.
    void render(const app::CautionQuestion& question);
    /// Nothing is asked any more.
    void forget();
    /// The first of the ways on.
    void focusFirst();

private:
    void fill(const app::CautionQuestion& question);
    void goOn();

    std::optional<app::CautionQuestion> shown_;
    wxPanel* lines_; ///< children of this window, as all below
    ChipGroup* reasons_;
    LineField* reason_;
    PillButton* goOn_;
    PillButton* holdBack_;
    TextBlock* missing_;
};

/// The sign of a caution on a chip.
[[nodiscard]] ChipMark chipMark(app::CautionMark mark) noexcept;

} // namespace palpate::gui
