// SPDX-License-Identifier: MIT
#pragma once

#include "app/ClinicLists.h"
#include "gui/Card.h"

#include <functional>
#include <vector>

namespace palpate::gui {

class CountedTabs;
class RowList;
class SectionHeading;

/// What waits in the clinic: today, drafts, what is due. The lists that hold something stand below
/// each other with their counts, the chosen one's rows below them.
class DayLists : public Card {
public:
    explicit DayLists(wxWindow* parent);

    std::function<void(const app::ClinicListRow&)> onOpen;
    /// More rows of that list are wanted, so many in all; `renew` answers.
    std::function<void(app::ClinicList list, int limit)> onMore;

    void render(std::vector<app::ClinicListView> lists);
    void renew(app::ClinicListView list); ///< one of them, with more rows
    [[nodiscard]] bool isEmpty() const noexcept { return shown_.empty(); }

private:
    void showChosen();
    [[nodiscard]] const app::ClinicListView* chosenList() const;

    std::vector<app::ClinicListView> shown_; ///< those that hold something
    app::ClinicList chosen_ = app::ClinicList::Today;
    SectionHeading* heading_; ///< children of this window, as all below
    CountedTabs* tabs_;
    SectionHeading* which_;
    RowList* rows_;
};

} // namespace palpate::gui
