// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionPresenter.h"
#include "gui/ChipGroup.h"
#include "gui/ChoiceField.h"
#include "gui/LeftWords.h"
#include "gui/LineField.h"
#include "gui/PillButton.h"
#include "gui/TextBlock.h"
#include "gui/TypedText.h"

#include <wx/panel.h>

#include <functional>
#include <memory>
#include <vector>

namespace palpate::gui {

/// What the patient does at home: what was agreed, each with its dose, proposals to take with one
/// tap, and a line to find others.
class HomeCareList : public wxPanel {
public:
    explicit HomeCareList(wxWindow* parent);
    ~HomeCareList() override;

    std::function<void(const std::function<void(app::SessionPresenter&)>&)> onEdit;

    void open(app::SessionPresenter* presenter);
    [[nodiscard]] bool render(const app::VisitView& visit, bool readOnly);
    void flush();

private:
    struct Row;

    void addRow();
    void agree(const app::HomeCareRow& row);
    [[nodiscard]] bool renderProposals(const app::VisitView& visit, bool readOnly);

    app::SessionPresenter* presenter_ = nullptr;
    std::vector<app::HomeCareRow> proposals_; ///< by chip
    std::vector<app::HomeCareRow> found_;     ///< behind the choices of the line
    LeftWords left_{*this};
    std::vector<std::unique_ptr<Row>> rows_;
    wxPanel* place_; ///< children of this window, as all below
    ChipGroup* chips_;
    ChoiceField* find_;
};

} // namespace palpate::gui
