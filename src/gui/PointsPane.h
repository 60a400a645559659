// SPDX-License-Identifier: MIT
#pragma once

#include "app/HistoryPresenter.h"

#include <wx/panel.h>

#include <functional>

namespace palpate::gui {

class FactTable;
class LifeStrips;
class TextBlock;

/// The life of each point of a case as a strip, and all of the chosen one as a table.
class PointsPane : public wxPanel {
public:
    explicit PointsPane(wxWindow* parent);

    std::function<void(const SessionId&)> onLook; ///< a session of a strip was chosen
    std::function<void(const SessionId&)> onOpen;

    void render(const app::HistoryPresenter& history);

private:
    void renderTable();

    LifeStrips* strips_; ///< children of this window, as all below
    TextBlock* nothing_;
    TextBlock* heading_;
    FactTable* table_;
};

} // namespace palpate::gui
