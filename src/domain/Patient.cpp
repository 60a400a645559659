// SPDX-License-Identifier: MIT
#include "domain/Patient.h"

#include "domain/FieldText.h"
#include "domain/Named.h"
#include "domain/Text.h"

#include <array>

namespace palpate {

namespace {

constexpr std::size_t kFieldLimit = 200;
constexpr std::size_t kNoteLimit = 20000;
constexpr int kOldestAge = 130; // beyond any documented human life: a slip of typing

constexpr std::array kHands{Hand::NotAsked, Hand::Right, Hand::Left, Hand::Both};
constexpr std::array kSexes{Sex::NotAsked, Sex::Female, Sex::Male, Sex::Other, Sex::Unknown};

void checkContact(std::vector<Message>& out, const char* field, const Contact& contact) {
    checkText(out, field, contact.name, kFieldLimit);
    checkText(out, field, contact.relation, kFieldLimit);
    checkText(out, field, contact.phone, kFieldLimit);
}

void checkAllergies(std::vector<Message>& out, const Patient& patient) {
    for (const auto& allergy : patient.allergies.value_or(std::vector<Allergy>{})) {
        if (trimmed(allergy.substance).empty()) {
            out.push_back({tr("Allergy: needs its substance; name it or remove the line."), {}});
        }
        checkText(out, tr("Allergy"), allergy.substance, kFieldLimit);
        checkText(out, tr("Allergy"), allergy.reaction, kFieldLimit);
    }
}

void checkConsents(std::vector<Message>& out, const Patient& patient, Date today) {
    for (const auto& consent : patient.consents) {
        if (trimmed(consent.scope).empty()) {
            out.push_back({tr("Consent: needs its scope; say what was agreed to."), {}});
        }
        checkText(out, tr("Consent"), consent.scope, kFieldLimit);
        checkText(out, tr("Consent"), consent.note, kFieldLimit);
        if (!consent.given.ok() || consent.given > today) {
            out.push_back({tr("Consent: its day lies in the future; check the date."), {}});
        } else if (consent.withdrawn && (!consent.withdrawn->ok() || *consent.withdrawn > today ||
                                         *consent.withdrawn < consent.given)) {
            out.push_back(
                {tr("Consent: was withdrawn before it was given or in the future; check the date."),
                 {}});
        }
    }
}

} // namespace

std::string fullName(const Patient& patient) {
    if (patient.givenName.empty()) {
        return patient.familyName;
    }
    return patient.familyName.empty() ? patient.givenName
                                      : patient.givenName + " " + patient.familyName;
}

std::vector<Message> problems(const Patient& patient, Date today) {
    std::vector<Message> out;
    if (trimmed(patient.familyName).empty() && trimmed(patient.givenName).empty()) {
        out.push_back({tr("Name: is missing; enter a family name or a given name."), {}});
    }
    checkText(out, tr("Family name"), patient.familyName, kFieldLimit);
    checkText(out, tr("Given name"), patient.givenName, kFieldLimit);
    checkText(out, tr("Phone"), patient.phone, kFieldLimit);
    checkText(out, tr("Email"), patient.email, kFieldLimit);
    checkText(out, tr("Occupation"), patient.occupation, kFieldLimit);
    checkText(out, tr("Note"), patient.note, kNoteLimit);
    for (const auto& alert : patient.alerts.value_or(std::vector<Alert>{})) {
        checkText(out, tr("Alert"), alert.detail, kFieldLimit);
    }
    checkText(out, tr("Preferred name"), patient.preferredName, kFieldLimit);
    checkText(out, tr("Gender"), patient.gender, kFieldLimit);
    checkText(out, tr("Address"), patient.address, kFieldLimit);
    checkContact(out, tr("Emergency contact"), patient.emergency);
    checkContact(out, tr("Physician"), patient.physician);
    checkAllergies(out, patient);
    checkConsents(out, patient, today);
    if (patient.birthDate) {
        const auto age = patient.birthDate->ok() ? ageOn(*patient.birthDate, today) : std::nullopt;
        if (!age) {
            out.push_back({tr("Birth date: lies in the future; check the year."), {}});
        } else if (*age > kOldestAge) {
            out.push_back({tr("Birth date: lies more than {1} years back; check the year."),
                           {std::to_string(kOldestAge)}});
        }
    }
    return out;
}

std::string_view name(Hand hand) noexcept {
    switch (hand) {
    case Hand::NotAsked:
        return "not_asked";
    case Hand::Right:
        return "right";
    case Hand::Left:
        return "left";
    case Hand::Both:
        break;
    }
    return "both";
}

std::optional<Hand> parseHand(std::string_view text) noexcept {
    return named(kHands, text);
}

std::string_view name(Sex sex) noexcept {
    switch (sex) {
    case Sex::NotAsked:
        return "not_asked";
    case Sex::Female:
        return "female";
    case Sex::Male:
        return "male";
    case Sex::Other:
        return "other";
    case Sex::Unknown:
        break;
    }
    return "unknown";
}

std::optional<Sex> parseSex(std::string_view text) noexcept {
    return named(kSexes, text);
}

} // namespace palpate
