// SPDX-License-Identifier: MIT
#pragma once

#include "gui/Badge.h"
#include "gui/ChipGroup.h"
#include "gui/LineField.h"
#include "gui/PillButton.h"
#include "gui/SessionSection.h"
#include "gui/TextBlock.h"

namespace palpate::gui {

/// Which session this is and how it stands; below, quietly, when it was and the consent of today.
class VisitHeader : public SessionSection {
public:
    explicit VisitHeader(wxWindow* parent);

    void open(app::SessionPresenter* presenter) override;
    [[nodiscard]] bool render(const app::SessionView& view, bool readOnly) override;

private:
    void buildLine(wxSizer& column);
    void buildTimes(wxSizer& column);
    void onPaint(wxPaintEvent& event);
    void openTimes(bool open);
    void storeTimes();
    [[nodiscard]] bool renderConsent(const app::VisitView& visit, bool readOnly);

    bool readOnly_ = false;
    TextBlock* title_ = nullptr; ///< children of this window, as all below
    Badge* status_ = nullptr;
    PillButton* times_ = nullptr;
    Badge* late_ = nullptr;
    ChipGroup* consent_ = nullptr;
    wxPanel* fields_ = nullptr;
    LineField* day_ = nullptr;
    LineField* start_ = nullptr;
    LineField* end_ = nullptr;
    PillButton* keep_ = nullptr;
    TextBlock* problem_ = nullptr;
};

} // namespace palpate::gui
