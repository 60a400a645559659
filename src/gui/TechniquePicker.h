// SPDX-License-Identifier: MIT
#pragma once

#include "app/TreatmentView.h"
#include "gui/CautionCard.h"
#include "gui/ChipGroup.h"
#include "gui/TextBlock.h"

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace palpate::gui {

/// The techniques for one target as chips, this profession's first, each with what the patient's
/// alerts say of it before it is chosen: a sign on the chip, the sentence below. Where going on
/// needs a reason, the question opens in place.
class TechniquePicker : public wxPanel {
public:
    /// The chips are named `name`.techniques.
    TechniquePicker(wxWindow* parent, const wxString& name);

    std::function<void(const TechniqueKey&)> onChoose;
    std::function<void(const std::string& reason)> onGoOn;
    std::function<void()> onHoldBack;
    std::function<void()> onResized; ///< the long list was opened or closed

    /// True when it may need more or less room than before. `asking` only of this target.
    [[nodiscard]] bool render(const std::vector<app::TechniqueChip>& techniques,
                              const std::optional<app::CautionQuestion>& asking, bool readOnly);
    /// What is asked before a technique is given; hidden while nothing is.
    [[nodiscard]] CautionCard& question() noexcept { return *question_; }
    [[nodiscard]] ChipGroup& chips() noexcept { return *chips_; }

private:
    void renderChips();
    [[nodiscard]] wxString cautionsShown() const;

    std::vector<app::TechniqueChip> techniques_;
    std::vector<std::size_t> shown_;       ///< index in the list, by chip
    std::vector<app::TechniqueChip> made_; ///< what the chips were made from
    bool all_ = false;                     ///< the long list is open
    bool madeAll_ = false;
    ChipGroup* chips_; ///< children of this window, as all below
    TextBlock* cautions_;
    CautionCard* question_;
};

} // namespace palpate::gui
