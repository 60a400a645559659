// SPDX-License-Identifier: MIT
#pragma once

#include "app/RecordForms.h"
#include "gui/ChipGroup.h"
#include "gui/FormDialog.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::gui {

class DiagnosisPicker;
class FormLines;

/// A new case of a patient, or one to be changed: the complaint, its diagnoses, what the patient
/// wants to reach and what is planned. The clinic must outlive it.
class CaseDialog : public FormDialog {
public:
    CaseDialog(wxWindow* parent, app::Clinic& clinic, const PatientId& patient);
    /// `readAgain`: the record as it is then, when a colleague has changed it meanwhile.
    CaseDialog(wxWindow* parent, app::Clinic& clinic, const Case& asRead,
               std::function<Case()> readAgain);

    /// The stored case, once ShowModal returned wxID_OK.
    [[nodiscard]] std::optional<CaseId> stored() const noexcept { return stored_; }

private:
    [[nodiscard]] std::vector<Message> accept() override;
    [[nodiscard]] wxWindow* fieldOf(const Message& problem) const override;
    void build();
    void buildComplaint();
    void buildGoals();
    void buildPlan();
    void fill(const app::CaseForm& form);
    void takeIn(const Case& now);
    void showTechniques(bool all);
    [[nodiscard]] app::CaseForm form() const;
    [[nodiscard]] wxWindow* goalField(const std::string& sentence) const;

    app::Clinic& clinic_;
    PatientId patient_;
    std::optional<Case> asRead_; ///< empty: a new one
    std::optional<CaseId> stored_;
    std::vector<std::pair<BodyArea, std::string>> areas_;
    std::vector<std::pair<TechniqueKey, std::string>> techniques_;
    std::vector<std::optional<GoalId>> storedGoals_;
    std::vector<TechniqueKey> planned_; ///< before the chips were touched: chosen, but not shown

    wxTextCtrl* complaint_ = nullptr; ///< children of this window, as all below
    ChipGroup* area_ = nullptr;
    wxTextCtrl* onset_ = nullptr;
    wxTextCtrl* onsetAbout_ = nullptr;
    wxTextCtrl* onsetNote_ = nullptr;
    DiagnosisPicker* diagnoses_ = nullptr;
    wxTextCtrl* referrer_ = nullptr;
    wxTextCtrl* goal_ = nullptr;
    FormLines* goals_ = nullptr;
    wxTextCtrl* visits_ = nullptr;
    wxTextCtrl* weeks_ = nullptr;
    ChipGroup* plan_ = nullptr;
    PillButton* more_ = nullptr;
};

} // namespace palpate::gui
