// SPDX-License-Identifier: MIT
// Which fields the patient's record has, in the order in which one asks for them.
#include "app/Clinic.h"
#include "app/TimeText.h"
#include "gui/PatientDialog.h"
#include "gui/Phrases.h"
#include "gui/TextBlock.h"

#include <array>

namespace palpate::gui {

void PatientDialog::build() {
    buildPerson();
    buildContacts();
    if (isClinical_) {
        buildClinical();
        return;
    }
    addSection("patient.clinicalHeading", said("Not shown"));
    addWide(new TextBlock{&ground(), "patient.clinical",
                          said("Alerts, allergies, consents, the physician and notes are for those "
                               "who treat. What stands there stays as it is."),
                          TextStyle::Body, TextBlock::Ink::Muted});
}

void PatientDialog::buildClinical() {
    addSection("patient.physicianHeading", said("Physician"));
    physician_ = contactFields("patient.physician", said("Practice"));
    problemsGoTo("Physician", physician_.name);
    buildAlerts();
    buildAllergies();
    buildConsents();
    addSection("patient.noteHeading", said("Note"));
    note_ = addField(*addRow(), "patient.note", {}, 1, wxTE_MULTILINE);
    setAccessible(*note_, said("Note"));
    problemsGoTo("Note", note_);
}

void PatientDialog::buildPerson() {
    addSection("patient.personHeading", said("Person"));
    wxBoxSizer* row = addRow();
    familyName_ = addField(*row, "patient.familyName", said("Family name"), 3);
    givenName_ = addField(*row, "patient.givenName", said("Given name"), 3);
    birthDate_ = addField(*row, "patient.birthDate", said("Birth date"), 2, 0, said("14.3.1980"));
    row = addRow();
    preferredName_ = addField(*row, "patient.preferredName", said("Wants to be called"), 3);
    gender_ = addField(*row, "patient.gender", said("Gender, in the patient's words"), 3);
    occupation_ = addField(*row, "patient.occupation", said("Occupation"), 2);
    row = addRow();
    sex_ = new ChipGroup{&ground(),
                         "patient.sex",
                         said("Sex"),
                         ChipGroup::Kind::Single,
                         {{said("Female")}, {said("Male")}, {said("Other")}, {said("Unknown")}}};
    addLabelled(*row, said("Sex"), sex_, 4);
    if (isClinical_) {
        hand_ = new ChipGroup{&ground(),
                              "patient.hand",
                              said("Writes with"),
                              ChipGroup::Kind::Single,
                              {{said("Right")}, {said("Left")}, {said("Both")}}};
        addLabelled(*row, said("Writes with"), hand_, 3);
    }
    problemsGoTo("Name", familyName_);
    problemsGoTo("Family name", familyName_);
    problemsGoTo("Given name", givenName_);
    problemsGoTo("Birth date", birthDate_);
    problemsGoTo("Preferred name", preferredName_);
    problemsGoTo("Gender", gender_);
    problemsGoTo("Occupation", occupation_);
}

void PatientDialog::buildContacts() {
    addSection("patient.contactHeading", said("Contact"));
    wxBoxSizer* row = addRow();
    phone_ = addField(*row, "patient.phone", said("Phone"), 2);
    email_ = addField(*row, "patient.email", said("E-mail"), 3);
    address_ = addField(*row, "patient.address", said("Address"), 4);
    problemsGoTo("Phone", phone_);
    problemsGoTo("Email", email_);
    problemsGoTo("Address", address_);
    addSection("patient.emergencyHeading", said("Emergency contact"), said("Emergency"));
    emergency_ = contactFields("patient.emergency", said("Who that is to the patient"));
    problemsGoTo("Emergency contact", emergency_.name);
}

PatientDialog::ContactFields PatientDialog::contactFields(const wxString& name,
                                                          const wxString& relation) {
    wxBoxSizer* const fields = addRow();
    return {addField(*fields, name + ".name", said("Name"), 3),
            addField(*fields, name + ".relation", relation, 3),
            addField(*fields, name + ".phone", said("Phone"), 2)};
}

void PatientDialog::buildAlerts() {
    addSection("patient.alertsHeading", said("Alerts: what changes what may be done"),
               said("Alerts"));
    asked_ = new SegmentedControl{&ground(),
                                  "patient.alertsAsked",
                                  said("Alerts"),
                                  {said("Not asked"), said("None"), said("Listed")}};
    asked_->onChange = [this](int) {
        showListed();
        refit();
    };
    asked_->select(NotAsked);
    wxBoxSizer* const row = addRow();
    addLabelled(*row, {}, asked_, 0);
    std::vector<ChipGroup::Chip> chips;
    for (const auto& [key, label] : known_) {
        chips.push_back({toWx(label)});
    }
    alerts_ = new ChipGroup{&ground(), "patient.alerts", said("Alerts"), ChipGroup::Kind::Multi,
                            std::move(chips)};
    alerts_->onChange = [this](int, ChipState) {
        showListed();
        refit();
    };
    addWide(alerts_);
    for (const auto& [key, label] : known_) {
        wxBoxSizer* const detailRow = addRow();
        wxTextCtrl* const field = addField(*detailRow, "patient.alert." + toWx(key.text()), {}, 1,
                                           0, said("{1}: which, how much, since when", {label}));
        setAccessible(*field, said("{1}: details", {label}));
        details_.push_back({detailRow, field});
    }
}

void PatientDialog::buildAllergies() {
    addSection("patient.allergiesHeading", said("Allergies"));
    allergiesAsked_ = new SegmentedControl{&ground(),
                                           "patient.allergiesAsked",
                                           said("Allergies"),
                                           {said("Not known"), said("None"), said("Listed")}};
    allergiesAsked_->onChange = [this](int answer) {
        showListed();
        if (answer == Listed && allergies_->count() == 0) {
            allergies_->addFresh();
        }
        refit();
    };
    allergiesAsked_->select(NotAsked);
    addLabelled(*addRow(), {}, allergiesAsked_, 0);
    allergies_ = new FormLines{&ground(),
                               "patient.allergy",
                               said("Allergy"),
                               said("Add an allergy"),
                               {{"substance", said("To what"), 2, said("latex")},
                                {"reaction", said("What happens"), 3, said("rash")}}};
    allergies_->onResized = [this] { refit(); };
    addWide(allergies_);
}

void PatientDialog::buildConsents() {
    addSection("patient.consentsHeading", said("Consents"));
    usualConsents_ = new ChipGroup{&ground(),
                                   "patient.usualConsents",
                                   said("Add a consent given today"),
                                   ChipGroup::Kind::Multi,
                                   {{said("Assessment and manual treatment"), true},
                                    {said("Dry needling"), true},
                                    {said("Photographs"), true},
                                    {said("Reports to the physician"), true}}};
    const std::string today = app::dayText(clinic_.today());
    usualConsents_->onAction = [this, today](int chip) {
        static const std::array<const char*, 4> kScopes{tr("Assessment and manual treatment"),
                                                        tr("Dry needling"), tr("Photographs"),
                                                        tr("Reports to the physician")};
        consents_->add(
            {{fromWx(said(kScopes.at(static_cast<std::size_t>(chip)))), today, {}, {}}, {}});
        refit();
        consents_->focusOn(consents_->count() - 1, Given);
    };
    addLabelled(*addRow(), said("Given today"), usualConsents_);
    consents_ = new FormLines{&ground(),
                              "patient.consent",
                              said("Consent"),
                              said("Add another consent"),
                              {{"scope", said("To what"), 4},
                               {"given", said("Given on"), 2},
                               {"withdrawn", said("Withdrawn on"), 2, said("it stands")},
                               {"note", said("Note"), 2}}};
    consents_->keepStored();
    consents_->offerValue(Withdrawn, said("Withdraw"), today);
    consents_->beginWith({{}, today, {}, {}});
    consents_->onResized = [this] { refit(); };
    addWide(consents_);
}

} // namespace palpate::gui
