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
/// signed in. Where there is little room it gives up the complaint and the age before any alert.
class TopBar : public Bar {
public:
    TopBar(wxWindow* parent, const wxString& practitioner);

    std::function<void()> onEditPatient;
    std::function<void()> onStart;
    std::function<void()> onSnippets; ///< empty, as the next: not in the person's menu
    std::function<void()> onClinicSettings;
    std::function<void()> onHideNames;
    std::function<void()> onMyPassword;
    std::function<void()> onMySecondFactor;
    std::function<void()> onLock;
    std::function<void()> onSignOut;

    void render(const std::optional<app::PatientBar>& patient);
    /// Says that names are hidden on the screen.
    void showHidden(bool hidden);
    /// The way to the next session from a page that has none of its own; empty: not shown.
    void setStart(const wxString& label);
    [[nodiscard]] SearchField& search() noexcept { return *search_; }

private:
    Badge* badge(std::size_t index);
    void showBadges();
    void fit();
    [[nodiscard]] bool fits() const;
    void askMore();
    void showAllAlerts();

    std::optional<app::PatientBar> shown_;
    std::size_t usedBadges_ = 0;
    wxString startLabel_;
    int fittedWidth_ = 0; ///< pixels; 0: what is shown has changed since
    SearchField* search_; ///< children of this window, as all below
    TextBlock* name_;
    TextBlock* ageAndSex_;
    Badge* complaint_;
    Badge* hidden_;
    std::vector<Badge*> badges_;
    PillButton* further_; ///< how many alerts found no room; shows them all
    PillButton* edit_;
    PillButton* start_;
    PillButton* practitioner_;
    PillButton* signOut_;
    wxBoxSizer* badgeRow_;
};

} // namespace palpate::gui
