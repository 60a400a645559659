// SPDX-License-Identifier: MIT
#pragma once

#include "app/Screenings.h"
#include "gui/Bar.h"

#include <functional>
#include <optional>

namespace palpate::gui {

class PillButton;
class TextBlock;

/// A quiet strip that offers the red-flag screening when it is due, with the reason: one click
/// opens it, another puts the strip aside for now.
class ScreeningOffer : public Bar {
public:
    /// Where it lies: above a page as wide as the window, or below a session in its column.
    enum class Place { AbovePage, BelowSession };
    ScreeningOffer(wxWindow* parent, const wxString& name, Place place = Place::AbovePage);

    std::function<void(const std::string& formUrl)> onScreen;
    std::function<void()> onLater;

    /// True: it takes other room than before. Empty: hidden.
    bool render(const std::optional<app::ScreeningDue>& due);
    void focusFirst();

private:
    std::optional<app::ScreeningDue> shown_;
    TextBlock* words_; ///< children of this window, as all below
    PillButton* screen_;
    PillButton* later_;
};

} // namespace palpate::gui
