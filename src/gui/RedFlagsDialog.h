// SPDX-License-Identifier: MIT
#pragma once

#include "app/ReportChoices.h"
#include "gui/FormDialog.h"
#include "gui/SegmentedControl.h"

#include <vector>

namespace palpate::gui {

class RowList;
class SearchField;

/// The table of red flags by region: those that were found are picked for a letter.
class RedFlagsDialog : public FormDialog {
public:
    /// `choices` must outlive it.
    RedFlagsDialog(wxWindow* parent, const app::ReportChoices& choices,
                   std::vector<RedFlagKey> chosen);

    [[nodiscard]] const std::vector<RedFlagKey>& chosen() const noexcept { return chosen_; }

private:
    [[nodiscard]] std::vector<Message> accept() override { return {}; }
    [[nodiscard]] const app::FlagRegionChoice& region() const;
    void showList();
    void toggle(int row);

    const app::ReportChoices& choices_;
    std::vector<RedFlagKey> chosen_;
    std::vector<std::size_t> shown_; ///< places in the region's flags
    SegmentedControl* regions_;      ///< children of this window, as all below
    SearchField* search_;
    RowList* list_;
    TextBlock* action_;
};

} // namespace palpate::gui
