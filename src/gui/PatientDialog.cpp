// SPDX-License-Identifier: MIT
#include "gui/PatientDialog.h"

#include "app/Clinic.h"
#include "gui/Phrases.h"

#include <algorithm>
#include <array>

namespace palpate::gui {

namespace {

constexpr std::array kSexes{Sex::Female, Sex::Male, Sex::Other, Sex::Unknown};
/// The segments of the question about alerts: three different answers.
enum AlertAnswer { NotAsked = 0, None = 1, Listed = 2 };

} // namespace

PatientDialog::PatientDialog(wxWindow* parent, app::Clinic& clinic)
    : FormDialog{parent, "patient", said("New patient"), said("Add patient"), 600}, clinic_{clinic},
      known_{app::knownAlerts(clinic)} {
    build();
    showAlerts();
    finish(familyName_);
}

PatientDialog::PatientDialog(wxWindow* parent, app::Clinic& clinic, const PatientId& patient,
                             const app::PatientForm& form)
    : FormDialog{parent, "patient", said("Patient"), said("Save"), 600}, clinic_{clinic},
      patient_{patient}, known_{app::knownAlerts(clinic)} {
    build();
    fill(form);
    showAlerts();
    finish(familyName_);
}

void PatientDialog::build() {
    wxBoxSizer* row = addRow();
    familyName_ = addField(*row, "patient.familyName", said("Family name"));
    givenName_ = addField(*row, "patient.givenName", said("Given name"));
    row = addRow();
    birthDate_ = addField(*row, "patient.birthDate", said("Birth date"), 1, 0, said("14.3.1980"));
    sex_ = new ChipGroup{&ground(),
                         "patient.sex",
                         said("Sex"),
                         ChipGroup::Kind::Single,
                         {{said("Female")}, {said("Male")}, {said("Other")}, {said("Unknown")}}};
    addLabelled(*row, said("Sex"), sex_, 2);
    row = addRow();
    phone_ = addField(*row, "patient.phone", said("Phone"));
    email_ = addField(*row, "patient.email", said("E-mail"));
    occupation_ = addField(*row, "patient.occupation", said("Occupation"));

    row = addRow();
    asked_ = new SegmentedControl{&ground(),
                                  "patient.alertsAsked",
                                  said("Alerts"),
                                  {said("Not asked"), said("None"), said("Listed")}};
    asked_->onChange = [this](int) {
        showAlerts();
        refit();
    };
    asked_->select(NotAsked);
    addLabelled(*row, said("Alerts: what changes what may be done"), asked_, 0);
    row->AddStretchSpacer();
    std::vector<ChipGroup::Chip> chips;
    for (const auto& [key, label] : known_) {
        chips.push_back({toWx(label)});
    }
    alerts_ = new ChipGroup{&ground(),        "patient.alerts",
                            said("Alerts"),   ChipGroup::Kind::Multi,
                            std::move(chips), ChipGroup::Size::Compact};
    alerts_->onChange = [this](int, ChipState) {
        showAlerts();
        refit();
    };
    fields().Add(alerts_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(8)));
    for (const auto& [key, label] : known_) {
        wxBoxSizer* detailRow = addRow();
        wxTextCtrl* field = addField(*detailRow, "patient.alert." + toWx(key.text()), {}, 1, 0,
                                     said("{1}: which, how much, since when", {label}));
        setAccessible(*field, said("{1}: details", {label}));
        details_.push_back({detailRow, field});
    }
    note_ = addField(*addRow(), "patient.note", said("Note"), 1, wxTE_MULTILINE);
}

void PatientDialog::showAlerts() {
    const bool listed = asked_->selected() == Listed;
    fields().Show(alerts_, listed, true);
    for (std::size_t i = 0; i < details_.size(); ++i) {
        fields().Show(details_[i].row,
                      listed && alerts_->state(static_cast<int>(i)) == ChipState::On, true);
    }
}

void PatientDialog::fill(const app::PatientForm& form) {
    familyName_->ChangeValue(toWx(form.familyName));
    givenName_->ChangeValue(toWx(form.givenName));
    birthDate_->ChangeValue(toWx(form.birthDate));
    for (std::size_t i = 0; i < kSexes.size(); ++i) {
        if (form.sex == kSexes[i]) {
            sex_->setState(static_cast<int>(i), ChipState::On);
        }
    }
    phone_->ChangeValue(toWx(form.phone));
    email_->ChangeValue(toWx(form.email));
    occupation_->ChangeValue(toWx(form.occupation));
    asked_->select(!form.alertsAsked ? NotAsked : form.alerts.empty() ? None : Listed);
    for (const Alert& alert : form.alerts) {
        for (std::size_t i = 0; i < known_.size(); ++i) {
            if (known_[i].first == alert.kind) {
                alerts_->setState(static_cast<int>(i), ChipState::On);
                details_[i].field->ChangeValue(toWx(alert.detail));
            }
        }
    }
    note_->ChangeValue(toWx(form.note));
}

app::PatientForm PatientDialog::form() const {
    app::PatientForm form;
    form.familyName = fromWx(familyName_->GetValue());
    form.givenName = fromWx(givenName_->GetValue());
    form.birthDate = fromWx(birthDate_->GetValue());
    const int sex = sex_->selected();
    form.sex = sex == ChipGroup::kNone ? Sex::NotAsked : kSexes.at(static_cast<std::size_t>(sex));
    form.phone = fromWx(phone_->GetValue());
    form.email = fromWx(email_->GetValue());
    form.occupation = fromWx(occupation_->GetValue());
    form.alertsAsked = asked_->selected() != NotAsked;
    if (asked_->selected() == Listed) {
        for (std::size_t i = 0; i < known_.size(); ++i) {
            if (alerts_->state(static_cast<int>(i)) == ChipState::On) {
                form.alerts.push_back({known_[i].first, fromWx(details_[i].field->GetValue())});
            }
        }
    }
    form.note = fromWx(note_->GetValue());
    return form;
}

std::vector<Message> PatientDialog::accept() {
    const app::PatientForm typed = form();
    auto found = app::problems(typed, clinic_);
    if (asked_->selected() == Listed && typed.alerts.empty()) {
        found.push_back({tr("Choose the alerts that there are, or say that there are none."), {}});
    }
    if (!found.empty()) {
        return found;
    }
    if (patient_) {
        app::updatePatient(clinic_, *patient_, typed);
    } else {
        patient_ = app::addPatient(clinic_, typed);
    }
    return {};
}

} // namespace palpate::gui
