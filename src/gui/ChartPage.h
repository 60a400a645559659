// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionPresenter.h"
#include "gui/ChartMap.h"
#include "gui/SegmentedControl.h"
#include "gui/SessionPanel.h"
#include "gui/TypedScore.h"

#include <wx/panel.h>

#include <memory>

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

/// The main screen: the body map with its toolbar at the left, the session at the right. The clinic
/// must outlive it.
class ChartPage : public wxPanel {
public:
    ChartPage(wxWindow* parent, app::Clinic& clinic);
    ~ChartPage() override;

    /// Opens a stored session and shows it. Throws StorageError when there is none; what was shown
    /// stays.
    void open(const SessionId& session);
    /// Shows nothing until a session is opened again: what was shown may be another patient's.
    void close();
    [[nodiscard]] app::SessionPresenter* presenter() noexcept { return presenter_.get(); }
    [[nodiscard]] ChartMap& map() noexcept { return *map_; }
    /// Stores what is typed and not yet stored; before anything else happens to the session.
    void flush();

    /// Where a session begins: the first question to the patient.
    void focusFirst();

    void undo();
    void redo();
    /// Asks what is missing, then signs.
    void sign();
    void addAddendum();

    std::function<void()>
        onSessionChanged; ///< after signing or an addendum: lists show it differently

private:
    void buildToolbar(wxSizer& column);
    void showContent(bool shown);
    void render();
    bool mapKey(wxKeyEvent& event);
    bool rate(const wxKeyEvent& event);
    void stepLayer(int by);

    app::Clinic& clinic_;
    std::unique_ptr<app::SessionPresenter> presenter_;
    std::optional<TriggerPointId> shownCard_;
    TypedScore typed_; ///< on the map, for the shown card

    SegmentedControl* views_ = nullptr; ///< children of this window, as all below
    SegmentedControl* layers_ = nullptr;
    ChipGroup* arm_ = nullptr;
    SegmentedControl* history_ = nullptr;
    ChartMap* map_ = nullptr;
    SessionPanel* panel_ = nullptr;
};

} // namespace palpate::gui
