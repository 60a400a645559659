// SPDX-License-Identifier: MIT
#pragma once

#include "app/HistoryPresenter.h"

#include <wx/panel.h>
#include <wx/simplebook.h>

#include <functional>
#include <optional>

namespace palpate::gui {

class ComparePane;
class HelpsPane;
class HistoryFilterBar;
class PillButton;
class PointsPane;
class SegmentedControl;
class SessionTimeline;
class TextBlock;

/// Every session of a patient at the left; at the right the one that is looked at, two of them
/// compared, the lives of the points, or what has helped. The clinic must outlive it.
class HistoryPage : public wxPanel {
public:
    HistoryPage(wxWindow* parent, app::Clinic& clinic);
    ~HistoryPage() override;

    std::function<void(const SessionId&)> onOpen; ///< to the chart

    /// Reads the sessions and shows them as they were left. `atChart`: the one that is open there.
    void show(const PatientId& patient, const std::optional<CaseId>& chosenCase,
              const std::optional<SessionId>& atChart);
    void showPane(app::HistoryPane pane);
    /// The list of sessions takes the focus.
    void focusFirst();

private:
    void buildList(wxSizer& row, app::Clinic& clinic);
    void buildPanes(wxSizer& row, app::Clinic& clinic);
    void buildHead(wxSizer& column, wxWindow& parent);
    void render();
    void renderPane();
    void step(int newer);
    void openCurrent();

    app::HistoryPresenter history_;

    HistoryFilterBar* filters_ = nullptr; ///< children of this window, as all below
    TextBlock* nothing_ = nullptr;
    SessionTimeline* list_ = nullptr;
    TextBlock* title_ = nullptr;
    PillButton* open_ = nullptr;
    SegmentedControl* panes_ = nullptr;
    SegmentedControl* views_ = nullptr;
    wxSimplebook* book_ = nullptr;
    ComparePane* compare_ = nullptr;
    PointsPane* points_ = nullptr;
    HelpsPane* helps_ = nullptr;
};

} // namespace palpate::gui
