// SPDX-License-Identifier: MIT
#pragma once

#include "gui/HoldTimer.h"
#include "gui/PillButton.h"
#include "gui/SessionSection.h"
#include "gui/TextBlock.h"
#include "gui/TreatmentRow.h"

namespace palpate::gui {

class Bar;

/// What stays in sight below the session: the timer that runs, wherever its card is; how far one
/// is; the signature.
class SessionFooter : public SessionSection {
public:
    SessionFooter(wxWindow* parent, HoldNow now);

    [[nodiscard]] bool render(const app::SessionView& view, bool readOnly) override;

    std::function<void()> onPlan;
    std::function<void()> onSign;
    std::function<void()> onAddendum;

private:
    void buildHold(wxSizer& column, HoldNow now);
    void buildBar(wxSizer& column);
    [[nodiscard]] bool renderHold(const std::optional<app::HoldView>& hold);

    Bar* holdBar_ = nullptr; ///< children of this window, as all below
    HoldTimer* timer_ = nullptr;
    TextBlock* holdLabel_ = nullptr;
    PillButton* drop_ = nullptr;
    PillButton* plan_ = nullptr;
    TextBlock* counts_ = nullptr;
    PillButton* sign_ = nullptr;
    PillButton* addendum_ = nullptr;
};

} // namespace palpate::gui
