// SPDX-License-Identifier: MIT
#pragma once

#include "app/HistoryPresenter.h"

#include <wx/panel.h>

#include <optional>

class wxScrolledWindow;

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

class FactTable;
class PictureView;
class SegmentedControl;
class TextBlock;

/// What has helped: in this case, in this patient, or in the whole clinic, as bars with their
/// intervals and as a table, under the warning that this is observation. The clinic must outlive
/// it.
class HelpsPane : public wxPanel {
public:
    HelpsPane(wxWindow* parent, app::Clinic& clinic);

    void render(const app::HistoryPresenter& history);
    /// What was summed over the clinic may be out of date.
    void forget() { ofClinic_.reset(); }

private:
    void show();
    /// Of the whole clinic: with a progress one can stop when it takes longer. Empty: stopped.
    [[nodiscard]] std::optional<app::WhatHelps> sumClinic();
    void renderTable();

    app::Clinic& clinic_;
    const app::HistoryPresenter* history_ = nullptr;
    app::WhatHelps helps_;
    std::optional<app::WhatHelps> ofClinic_;

    SegmentedControl* where_; ///< children of this window, as all below
    TextBlock* warning_;
    TextBlock* tooFew_;
    wxScrolledWindow* scroller_;
    PictureView* bars_;
    FactTable* table_;
};

} // namespace palpate::gui
