// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"
#include "domain/Id.h"
#include "domain/Message.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

/// FHIR administrative gender; NotAsked is not Unknown.
enum class Sex { NotAsked, Female, Male, Other, Unknown };

/// Something that changes what may be done: an anticoagulant, a pregnancy, a pacemaker.
struct Alert {
    AlertKey kind;      ///< row of contraindications.json, alerts
    std::string detail; ///< drug, dose, trimester ...; may be empty
    friend bool operator==(const Alert&, const Alert&) = default;
};

enum class Hand { NotAsked, Right, Left, Both };

/// Somebody to be reached for the patient, or the patient's physician.
struct Contact {
    std::string name = {};
    std::string relation = {}; ///< "daughter"; of a physician the practice
    std::string phone = {};
    friend bool operator==(const Contact&, const Contact&) = default;
};

struct Allergy {
    std::string substance;
    std::string reaction = {}; ///< may be empty
    friend bool operator==(const Allergy&, const Allergy&) = default;
};

/// A consent that was given, with its scope; withdrawing it keeps it.
struct Consent {
    ConsentId id;
    std::string scope; ///< "assessment and manual treatment", "dry needling"
    Date given;
    std::optional<Date> withdrawn = {}; ///< empty: it stands
    std::string note = {};
    friend bool operator==(const Consent&, const Consent&) = default;
};

/// The person treated.
struct Patient {
    PatientId id;
    std::string familyName;
    std::string givenName;
    std::optional<Date> birthDate; ///< empty: not asked
    Sex sex = Sex::NotAsked;
    std::string phone;
    std::string email;
    std::string occupation;
    std::optional<std::vector<Alert>> alerts; ///< empty: not asked; an empty list: asked, none
    std::string note;
    std::string preferredName = {}; ///< how the patient wants to be called
    std::string gender = {};        ///< in the patient's words; empty: not told
    std::string address = {};
    Hand hand = Hand::NotAsked; ///< the one they write with
    Contact emergency = {};
    Contact physician = {};
    std::optional<std::vector<Allergy>> allergies =
        {};                                   ///< empty: not known; an empty list: asked, none
    std::vector<Consent> consents = {};       ///< oldest first
    bool archived = false;                    ///< out of the daily lists; never deleted
    std::optional<PatientId> mergedInto = {}; ///< the record that goes on instead of this one
    friend bool operator==(const Patient&, const Patient&) = default;
};

/// "Ana Kovács", or the one name there is.
[[nodiscard]] std::string fullName(const Patient& patient);

/// What keeps the record from being stored, each a sentence naming the field; empty when all is
/// well. At least one name; valid UTF-8; an allergy names its substance, a consent its scope; the
/// birth date not after `today` nor over 130 years before it; a field at most 200 characters (the
/// note 20,000).
[[nodiscard]] std::vector<Message> problems(const Patient& patient, Date today);

[[nodiscard]] std::string_view name(Hand hand) noexcept;
[[nodiscard]] std::optional<Hand> parseHand(std::string_view text) noexcept;
[[nodiscard]] std::string_view name(Sex sex) noexcept;
[[nodiscard]] std::optional<Sex> parseSex(std::string_view text) noexcept;

} // namespace palpate
