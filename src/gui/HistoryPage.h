// SPDX-License-Identifier: MIT
#pragma once

#include "app/PatientPresenter.h"
#include "gui/RowList.h"
#include "gui/TextBlock.h"

#include <wx/panel.h>

#include <functional>

namespace palpate::gui {

class SearchField;
class SectionHeading;

/// The sessions of the chosen case, newest first; a text narrows them.
class HistoryPage : public wxPanel {
public:
    explicit HistoryPage(wxWindow* parent);

    std::function<void(const SessionId&)> onOpen;
    /// `current`: the session that is open on the chart.
    void render(const app::PatientView& view, std::optional<SessionId> current);

private:
    void fill();

    std::vector<app::HistoryLine> all_;
    std::vector<SessionId> shown_;
    std::optional<SessionId> current_;
    std::optional<PatientId> patient_;

    SectionHeading* heading_; ///< children of this window, as all below
    SearchField* filter_;
    TextBlock* nothing_;
    RowList* list_;
};

} // namespace palpate::gui
