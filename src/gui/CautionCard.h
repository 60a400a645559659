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

/// An alert of the patient speaks against a technique: what speaks against it and who says so, the
/// reasons for it, one's own words, yes or no. Escape holds back.
class CautionCard : public Card {
public:
    enum class Asks {
        Before,    ///< whether to go on
        Afterwards ///< why it was given
    };
    CautionCard(wxWindow* parent, const wxString& name, Asks asks = Asks::Before);

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

    Asks asks_;
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
