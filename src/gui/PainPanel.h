// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionPresenter.h"

#include <wx/panel.h>

#include <functional>

namespace palpate::gui {

class CandidateList;
class PainBar;
class PillButton;
class RowList;
class SectionHeading;
class TextBlock;

/// Beside the map while pain is painted: the areas that were drawn, and the muscles whose usual
/// referral covers them.
class PainPanel : public wxPanel {
public:
    explicit PainPanel(wxWindow* parent);

    /// nullptr: shows nothing. The presenter must stay until another is given.
    void open(app::SessionPresenter* presenter);
    void render(const app::SessionView& view);

    /// The brush one step smaller or larger.
    void stepBrush(int by);

    std::function<void()> onDone; ///< back to the points

private:
    void build();
    void buildTools(wxBoxSizer& column);
    void renderTools(const app::PainView& pain);
    void renderAreas(const app::PainView& pain);
    void renderCandidates(const app::PainView& pain);

    app::SessionPresenter* presenter_ = nullptr;
    app::PainView shown_;
    TextBlock* title_ = nullptr; ///< children of this window, as all below
    PillButton* done_ = nullptr;
    TextBlock* message_ = nullptr;
    TextBlock* hint_ = nullptr;
    SectionHeading* areasHeading_ = nullptr;
    RowList* areas_ = nullptr;
    PillButton* copyLast_ = nullptr;
    SectionHeading* candidatesHeading_ = nullptr;
    CandidateList* candidates_ = nullptr;
    PainBar* tools_ = nullptr;
};

} // namespace palpate::gui
