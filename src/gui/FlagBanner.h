// SPDX-License-Identifier: MIT
#pragma once

#include "app/Screenings.h"

#include <wx/panel.h>

#include <functional>

namespace palpate::gui {

class PillButton;
class TextBlock;

/// Above the patient on every page while a red flag is not settled: how pressing by word and sign,
/// what it may be, what to do, and the way to settle it.
class FlagBanner : public wxPanel {
public:
    explicit FlagBanner(wxWindow* parent);

    std::function<void()> onSettle;
    std::function<void()> onLetter; ///< a letter of referral in one click

    /// True: it takes other room than before, so that its owner lays it out. Hidden without flags.
    bool render(const app::FlagBannerView& view);
    [[nodiscard]] const app::FlagBannerView& view() const noexcept { return shown_; }

private:
    void dress();
    void onPaint(wxPaintEvent& event);

    app::FlagBannerView shown_;
    TextBlock* headline_; ///< children of this window, as all below
    TextBlock* action_;
    PillButton* letter_;
    PillButton* settle_;
};

} // namespace palpate::gui
