// SPDX-License-Identifier: MIT
#pragma once

#include "app/RecordForms.h"
#include "gui/ChipGroup.h"
#include "gui/FormDialog.h"
#include "gui/FormLines.h"
#include "gui/SegmentedControl.h"

#include <optional>
#include <vector>

namespace palpate::gui {

/// A new patient, or the record of one to be changed; for whoever does not read records without
/// what is clinical. The clinic must outlive it.
class PatientDialog : public FormDialog {
public:
    PatientDialog(wxWindow* parent, app::Clinic& clinic);
    /// `readAgain`: the record as it is then, when a colleague has changed it meanwhile.
    PatientDialog(wxWindow* parent, app::Clinic& clinic, const Patient& asRead,
                  std::function<Patient()> readAgain);

    /// The stored patient, once ShowModal returned wxID_OK.
    [[nodiscard]] std::optional<PatientId> patient() const noexcept { return stored_; }

private:
    /// The segments of the questions about alerts and allergies: three different answers.
    enum Answer { NotAsked = 0, None = 1, Listed = 2 };
    enum ConsentColumn : std::size_t { Scope, Given, Withdrawn, Remark };

    struct ContactFields {
        wxTextCtrl* name = nullptr;
        wxTextCtrl* relation = nullptr;
        wxTextCtrl* phone = nullptr;
    };

    [[nodiscard]] std::vector<Message> accept() override;
    [[nodiscard]] wxWindow* fieldOf(const Message& problem) const override;
    void build();
    void buildClinical();
    void buildPerson();
    void buildContacts();
    [[nodiscard]] ContactFields contactFields(const wxString& name, const wxString& relation);
    void buildAlerts();
    void buildAllergies();
    void buildConsents();
    void fill(const app::PatientForm& form);
    void fillClinical(const app::PatientForm& form);
    void fillAlerts(const app::PatientForm& form);
    void takeIn(const Patient& now);
    [[nodiscard]] app::PatientForm form() const;
    void readClinical(app::PatientForm& form) const;
    void readAlerts(app::PatientForm& form) const;
    void readConsents(app::PatientForm& form) const;
    void showListed();
    /// A new patient may be there already: said once.
    [[nodiscard]] std::vector<Message> duplicatesToTell(const app::PatientForm& typed);

    app::Clinic& clinic_;
    bool isClinical_;               ///< else the fields of what is clinical are not there
    std::optional<Patient> asRead_; ///< empty: a new one
    std::optional<PatientId> stored_;
    std::vector<std::pair<AlertKey, std::string>> known_;
    std::vector<app::ConsentForm> storedConsents_;
    std::optional<app::PatientForm> toldOf_; ///< of which the duplicates were told

    wxTextCtrl* familyName_ = nullptr; ///< children of this window, as all below
    wxTextCtrl* givenName_ = nullptr;
    wxTextCtrl* birthDate_ = nullptr;
    wxTextCtrl* preferredName_ = nullptr;
    wxTextCtrl* gender_ = nullptr;
    wxTextCtrl* occupation_ = nullptr;
    ChipGroup* sex_ = nullptr;
    ChipGroup* hand_ = nullptr;
    wxTextCtrl* phone_ = nullptr;
    wxTextCtrl* email_ = nullptr;
    wxTextCtrl* address_ = nullptr;
    ContactFields emergency_;
    ContactFields physician_;
    SegmentedControl* asked_ = nullptr;
    ChipGroup* alerts_ = nullptr;
    struct Detail {
        wxBoxSizer* row;
        wxTextCtrl* field;
    };
    std::vector<Detail> details_; ///< one for each known alert
    SegmentedControl* allergiesAsked_ = nullptr;
    FormLines* allergies_ = nullptr;
    ChipGroup* usualConsents_ = nullptr;
    FormLines* consents_ = nullptr;
    wxTextCtrl* note_ = nullptr;
};

} // namespace palpate::gui
