// SPDX-License-Identifier: MIT
#include "gui/PatientDialog.h"

#include "app/Clinic.h"
#include "app/Duplicates.h"
#include "app/Rights.h"
#include "domain/Text.h"
#include "gui/Phrases.h"
#include "gui/TypedChanges.h"

#include <algorithm>
#include <array>

namespace palpate::gui {

namespace {

constexpr int kWidthDip = 780;
constexpr std::array kSexes{Sex::Female, Sex::Male, Sex::Other, Sex::Unknown};
constexpr std::array kHands{Hand::Right, Hand::Left, Hand::Both};

/// The fields of a person to be reached, as the columns of one row.
template <class Fields> [[nodiscard]] Contact contactIn(const Fields& fields) {
    return {fromWx(fields.name->GetValue()), fromWx(fields.relation->GetValue()),
            fromWx(fields.phone->GetValue())};
}

template <class Fields> void show(const Fields& fields, const Contact& contact) {
    fields.name->ChangeValue(toWx(contact.name));
    fields.relation->ChangeValue(toWx(contact.relation));
    fields.phone->ChangeValue(toWx(contact.phone));
}

} // namespace

PatientDialog::PatientDialog(wxWindow* parent, app::Clinic& clinic)
    : FormDialog{parent, "patient", said("New patient"), said("Add patient"), kWidthDip},
      clinic_{clinic},
      isClinical_{app::may(clinic, app::Right::WriteRecords)}, known_{app::knownAlerts(clinic)} {
    build();
    showListed();
    finish(familyName_);
}

PatientDialog::PatientDialog(wxWindow* parent, app::Clinic& clinic, const Patient& asRead,
                             std::function<Patient()> readAgain)
    : FormDialog{parent, "patient", toWx(fullName(asRead)), said("Save"), kWidthDip},
      clinic_{clinic}, isClinical_{app::may(clinic, app::Right::WriteRecords)}, asRead_{asRead},
      known_{app::knownAlerts(clinic)} {
    bringIn = [this, readAgain = std::move(readAgain)] { takeIn(readAgain()); };
    build();
    fill(app::formOf(asRead));
    showListed();
    finish(familyName_);
}

void PatientDialog::showListed() {
    if (!isClinical_) {
        return;
    }
    const bool listed = asked_->selected() == Listed;
    fields().Show(alerts_, listed, true);
    for (std::size_t i = 0; i < details_.size(); ++i) {
        fields().Show(details_[i].row,
                      listed && alerts_->state(static_cast<int>(i)) == ChipState::On, true);
    }
    fields().Show(allergies_, allergiesAsked_->selected() == Listed, true);
}

void PatientDialog::fill(const app::PatientForm& form) {
    familyName_->ChangeValue(toWx(form.familyName));
    givenName_->ChangeValue(toWx(form.givenName));
    birthDate_->ChangeValue(toWx(form.birthDate));
    preferredName_->ChangeValue(toWx(form.preferredName));
    gender_->ChangeValue(toWx(form.gender));
    occupation_->ChangeValue(toWx(form.occupation));
    sex_->clearStates();
    for (std::size_t i = 0; i < kSexes.size(); ++i) {
        if (form.sex == kSexes[i]) {
            sex_->setState(static_cast<int>(i), ChipState::On);
        }
    }
    phone_->ChangeValue(toWx(form.phone));
    email_->ChangeValue(toWx(form.email));
    address_->ChangeValue(toWx(form.address));
    show(emergency_, form.emergency);
    if (isClinical_) {
        fillClinical(form);
    }
}

void PatientDialog::fillClinical(const app::PatientForm& form) {
    hand_->clearStates();
    for (std::size_t i = 0; i < kHands.size(); ++i) {
        if (form.hand == kHands[i]) {
            hand_->setState(static_cast<int>(i), ChipState::On);
        }
    }
    show(physician_, form.physician);
    fillAlerts(form);
    allergiesAsked_->select(form.allergiesAnswer == app::AllergyAnswer::Listed ? Listed
                            : form.allergiesAnswer == app::AllergyAnswer::None ? None
                                                                               : NotAsked);
    std::vector<FormLines::Line> lines;
    for (const Allergy& allergy : form.allergies) {
        lines.push_back({{allergy.substance, allergy.reaction}, {}});
    }
    allergies_->set(lines);
    lines.clear();
    storedConsents_ = form.consents;
    for (std::size_t i = 0; i < storedConsents_.size(); ++i) {
        const app::ConsentForm& each = storedConsents_[i];
        lines.push_back({{each.scope, each.given, each.withdrawn, each.note}, i});
    }
    consents_->set(lines);
    note_->ChangeValue(toWx(form.note));
}

void PatientDialog::fillAlerts(const app::PatientForm& form) {
    asked_->select(!form.alertsAsked ? NotAsked : form.alerts.empty() ? None : Listed);
    alerts_->clearStates();
    for (const Detail& each : details_) {
        each.field->ChangeValue({});
    }
    for (const Alert& alert : form.alerts) {
        for (std::size_t i = 0; i < known_.size(); ++i) {
            if (known_[i].first == alert.kind) {
                alerts_->setState(static_cast<int>(i), ChipState::On);
                details_[i].field->ChangeValue(toWx(alert.detail));
            }
        }
    }
}

void PatientDialog::takeIn(const Patient& now) {
    using Form = app::PatientForm;
    const Form typed = form();
    const Form stored = app::formOf(now);
    Form both =
        onTopOf(stored, app::formOf(*asRead_), typed, &Form::familyName, &Form::givenName,
                &Form::birthDate, &Form::sex, &Form::phone, &Form::email, &Form::occupation,
                &Form::alertsAsked, &Form::alerts, &Form::note, &Form::preferredName, &Form::gender,
                &Form::address, &Form::hand, &Form::emergency, &Form::physician,
                &Form::allergiesAnswer, &Form::allergies, &Form::consents);
    // A consent that a colleague added stays beside those that were typed.
    for (const app::ConsentForm& each : stored.consents) {
        if (std::none_of(both.consents.begin(), both.consents.end(),
                         [&](const app::ConsentForm& other) { return other.id == each.id; })) {
            both.consents.push_back(each);
        }
    }
    asRead_ = now;
    fill(both);
    showListed();
    refit();
}

app::PatientForm PatientDialog::form() const {
    app::PatientForm form;
    form.familyName = fromWx(familyName_->GetValue());
    form.givenName = fromWx(givenName_->GetValue());
    form.birthDate = fromWx(birthDate_->GetValue());
    form.preferredName = fromWx(preferredName_->GetValue());
    form.gender = fromWx(gender_->GetValue());
    form.occupation = fromWx(occupation_->GetValue());
    const int sex = sex_->selected();
    form.sex = sex == ChipGroup::kNone ? Sex::NotAsked : kSexes.at(static_cast<std::size_t>(sex));
    form.phone = fromWx(phone_->GetValue());
    form.email = fromWx(email_->GetValue());
    form.address = fromWx(address_->GetValue());
    form.emergency = contactIn(emergency_);
    if (isClinical_) {
        readClinical(form);
    }
    return form;
}

void PatientDialog::readClinical(app::PatientForm& form) const {
    const int hand = hand_->selected();
    form.hand =
        hand == ChipGroup::kNone ? Hand::NotAsked : kHands.at(static_cast<std::size_t>(hand));
    form.physician = contactIn(physician_);
    readAlerts(form);
    const int allergies = allergiesAsked_->selected();
    form.allergiesAnswer = allergies == Listed ? app::AllergyAnswer::Listed
                           : allergies == None ? app::AllergyAnswer::None
                                               : app::AllergyAnswer::NotKnown;
    if (form.allergiesAnswer == app::AllergyAnswer::Listed) {
        for (const FormLines::Line& line : allergies_->lines()) {
            form.allergies.push_back({line.values[0], line.values[1]});
        }
    }
    readConsents(form);
    form.note = fromWx(note_->GetValue());
}

void PatientDialog::readAlerts(app::PatientForm& form) const {
    form.alertsAsked = asked_->selected() != NotAsked;
    if (asked_->selected() == Listed) {
        for (std::size_t i = 0; i < known_.size(); ++i) {
            if (alerts_->state(static_cast<int>(i)) == ChipState::On) {
                form.alerts.push_back({known_[i].first, fromWx(details_[i].field->GetValue())});
            }
        }
    }
}

void PatientDialog::readConsents(app::PatientForm& form) const {
    for (const FormLines::Line& line : consents_->lines()) {
        app::ConsentForm consent;
        if (line.stored) {
            consent.id = storedConsents_[*line.stored].id;
        }
        consent.scope = line.values[Scope];
        consent.given = line.values[Given];
        consent.withdrawn = line.values[Withdrawn];
        consent.note = line.values[Remark];
        form.consents.push_back(std::move(consent));
    }
}

wxWindow* PatientDialog::fieldOf(const Message& problem) const {
    if (!isClinical_) {
        return FormDialog::fieldOf(problem);
    }
    const std::string sentence = shown(problem);
    if (sentence.starts_with("Alert:")) {
        const auto typed = std::find_if(details_.begin(), details_.end(), [](const Detail& each) {
            return each.field->IsShown() && !each.field->IsEmpty();
        });
        return typed != details_.end() ? static_cast<wxWindow*>(typed->field) : asked_;
    }
    for (const FormLines* const lines : {allergies_, consents_}) {
        if (!sentence.starts_with(lines == allergies_ ? "Allergy:" : "Consent:")) {
            continue;
        }
        for (std::size_t i = 0; i < lines->count(); ++i) {
            if (trimmed(fromWx(lines->field(i, 0)->GetValue())).empty()) {
                return lines->field(i, 0);
            }
        }
        return lines->count() > 0 ? lines->field(0, 0) : nullptr;
    }
    return FormDialog::fieldOf(problem);
}

std::vector<Message> PatientDialog::duplicatesToTell(const app::PatientForm& typed) {
    std::vector<Message> told;
    if (asRead_ || toldOf_ == typed) {
        return told;
    }
    for (const app::DuplicateLine& each : app::duplicatesOf(clinic_, typed)) {
        told.push_back(
            {tr("There is a record already that may be the same person's: {1}, {2}. {3}"),
             {each.name, each.detail, each.reason}});
    }
    if (!told.empty()) {
        told.push_back({tr("Cancel to open that one, or add this one all the same."), {}});
        acceptButton().setText(said("Add all the same"));
        toldOf_ = typed;
    }
    return told;
}

std::vector<Message> PatientDialog::accept() {
    const app::PatientForm typed = form();
    auto found = app::problems(typed, clinic_);
    if (isClinical_ && asked_->selected() == Listed && typed.alerts.empty()) {
        found.push_back(
            {tr("Alert: choose the alerts that there are, or say that there are none."), {}});
    }
    if (found.empty()) {
        found = duplicatesToTell(typed);
    }
    if (!found.empty()) {
        return found;
    }
    if (asRead_) {
        app::updatePatient(clinic_, *asRead_, typed);
        stored_ = asRead_->id;
    } else {
        stored_ = app::addPatient(clinic_, typed);
    }
    return {};
}

} // namespace palpate::gui
