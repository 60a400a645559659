// SPDX-License-Identifier: MIT
#pragma once

#include "app/RecordForms.h"
#include "gui/ChipGroup.h"
#include "gui/FormDialog.h"
#include "gui/SegmentedControl.h"

#include <optional>
#include <vector>

namespace palpate::gui {

/// A new patient, or the record of one to be changed. The clinic must outlive it.
class PatientDialog : public FormDialog {
public:
    explicit PatientDialog(wxWindow* parent, app::Clinic& clinic);
    PatientDialog(wxWindow* parent, app::Clinic& clinic, const PatientId& patient,
                  const app::PatientForm& form);

    /// The stored patient, once ShowModal returned wxID_OK.
    [[nodiscard]] std::optional<PatientId> patient() const noexcept { return patient_; }

private:
    [[nodiscard]] std::vector<Message> accept() override;
    void build();
    void fill(const app::PatientForm& form);
    [[nodiscard]] app::PatientForm form() const;
    void showAlerts();

    app::Clinic& clinic_;
    std::optional<PatientId> patient_;
    std::vector<std::pair<AlertKey, std::string>> known_;

    wxTextCtrl* familyName_ = nullptr; ///< children of this window, as all below
    wxTextCtrl* givenName_ = nullptr;
    wxTextCtrl* birthDate_ = nullptr;
    ChipGroup* sex_ = nullptr;
    wxTextCtrl* phone_ = nullptr;
    wxTextCtrl* email_ = nullptr;
    wxTextCtrl* occupation_ = nullptr;
    SegmentedControl* asked_ = nullptr;
    ChipGroup* alerts_ = nullptr;
    struct Detail {
        wxBoxSizer* row;
        wxTextCtrl* field;
    };
    std::vector<Detail> details_; ///< one for each known alert
    wxTextCtrl* note_ = nullptr;
};

} // namespace palpate::gui
