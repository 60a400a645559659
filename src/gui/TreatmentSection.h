// SPDX-License-Identifier: MIT
#pragma once

#include "gui/ChoiceField.h"
#include "gui/SectionHeading.h"
#include "gui/SessionSection.h"
#include "gui/TechniquePicker.h"
#include "gui/TreatmentRow.h"

#include <optional>
#include <vector>

namespace palpate::gui {

/// Treatment that is not at a point: a line that finds a muscle, region or joint, the techniques
/// for it, and what was given.
class TreatmentSection : public SessionSection {
public:
    TreatmentSection(wxWindow* parent, HoldNow now);

    void open(app::SessionPresenter* presenter) override;
    [[nodiscard]] bool render(const app::SessionView& view, bool readOnly) override;
    void flush() override;
    void focusFirst() override { find_->focus(); }
    /// Offers the techniques for a target that was picked elsewhere, such as on the bones.
    void offer(const app::TargetChoice& target);
    /// Starts or stops the timer of the treatment given last; false when none has one.
    bool pressTimer();
    /// What was asked or given last: the question, else the last treatment; nullptr: nothing.
    [[nodiscard]] wxWindow* newest();
    /// nullptr: the treatment is not here.
    [[nodiscard]] TreatmentRow* rowOf(const TreatmentId& treatment) const;

private:
    void choose(const TechniqueKey& technique);
    void putAway();
    void addRow();
    [[nodiscard]] QuickAnswer found(const std::string& text, std::optional<std::size_t> chosen);
    [[nodiscard]] bool renderTarget(const app::SessionView& view, bool readOnly);
    [[nodiscard]] bool renderRows(const app::SessionView& view, bool readOnly);

    HoldNow now_;
    std::vector<app::TargetChoice> found_;    ///< behind the choices of the line
    std::optional<app::TargetChoice> target_; ///< that a technique is chosen for
    LeftWords left_{*this};
    std::optional<TreatmentId> opened_; ///< as the view had it
    SectionHeading* heading_;           ///< children of this window, as all below
    wxPanel* place_;
    std::vector<TreatmentRow*> rows_;
    ChoiceField* find_;
    Card* targetCard_;
    TextBlock* targetName_;
    PillButton* away_;
    TechniquePicker* techniques_;
};

} // namespace palpate::gui
