// SPDX-License-Identifier: MIT
#pragma once

#include "gui/HomeCareList.h"
#include "gui/LineField.h"
#include "gui/ScoreStrip.h"
#include "gui/SectionHeading.h"
#include "gui/SessionSection.h"
#include "gui/TextBlock.h"
#include "gui/TypedText.h"

namespace palpate::gui {

/// How the session ends: pain after it, unwanted effects, the next visit, what the patient does at
/// home.
class AfterSection : public SessionSection {
public:
    explicit AfterSection(wxWindow* parent);

    void open(app::SessionPresenter* presenter) override;
    [[nodiscard]] bool render(const app::SessionView& view, bool readOnly) override;
    void flush() override;
    void focusFirst() override { painAfter_->SetFocus(); }
    /// What comes next: the chips of the next visit.
    void focusPlan() { visits_->SetFocus(); }

private:
    void buildReaction(wxSizer& column);
    void buildVisit(wxSizer& column);
    wxSizer* labelled(const wxString& label, wxWindow* control);
    void storeWhat(const std::string& text);
    void storeVisit();
    [[nodiscard]] bool renderReaction(const app::VisitView& visit, bool readOnly);
    [[nodiscard]] bool renderVisit(const app::VisitView& visit, bool readOnly);

    std::vector<std::pair<std::string, Date>> proposals_; ///< of the next visit, by chip
    TypedText typedWhat_;
    ScoreStrip* painAfter_; ///< children of this window, as all below
    ChipGroup* reaction_ = nullptr;
    LineField* what_ = nullptr;
    ChipGroup* visits_ = nullptr;
    LineField* visit_ = nullptr;
    TextBlock* visitProblem_ = nullptr;
    HomeCareList* homeCare_ = nullptr;
};

} // namespace palpate::gui
