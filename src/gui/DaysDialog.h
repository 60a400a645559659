// SPDX-License-Identifier: MIT
#pragma once

#include "app/HistoryPresenter.h"
#include "gui/FormDialog.h"

namespace palpate::gui {

/// From which day to which day sessions are listed. The presenter must outlive it.
class DaysDialog : public FormDialog {
public:
    DaysDialog(wxWindow* parent, app::HistoryPresenter& history);

private:
    [[nodiscard]] std::vector<Message> accept() override;

    app::HistoryPresenter& history_;
    wxTextCtrl* from_ = nullptr; ///< children of this window
    wxTextCtrl* to_ = nullptr;
};

} // namespace palpate::gui
