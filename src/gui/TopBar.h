// SPDX-License-Identifier: MIT
#pragma once

#include "app/PatientPresenter.h"
#include "gui/Badge.h"
#include "gui/Bar.h"

#include <functional>
#include <optional>
#include <vector>

namespace palpate::gui {

class PillButton;
class SearchField;
class TextBlock;

/// The slim bar that stays in sight: search, who is treated, what must not be forgotten, who is
/// signed in.
class TopBar : public Bar {
public:
    TopBar(wxWindow* parent, const wxString& practitioner);

    std::function<void()> onEditPatient;
    std::function<void()> onSignOut;

    void render(const std::optional<app::PatientBar>& patient);
    [[nodiscard]] SearchField& search() noexcept { return *search_; }

private:
    Badge* badge(std::size_t index);

    std::optional<app::PatientBar> shown_;
    SearchField* search_; ///< children of this window, as all below
    TextBlock* name_;
    TextBlock* ageAndSex_;
    std::vector<Badge*> badges_;
    PillButton* edit_;
    TextBlock* practitioner_;
    PillButton* signOut_;
    wxBoxSizer* badgeRow_;
};

} // namespace palpate::gui
