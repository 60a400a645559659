// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"
#include "domain/Message.h"
#include "domain/PatientAccess.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

/// What is said to a person to whom a record is closed.
struct ClosedView {
    PatientId patient;
    std::string name;          ///< "Ana Kovács"
    std::string by;            ///< "Restricted by D. Okafor on 23 Nov 2026."
    std::string mayOpen;       ///< "It opens for D. Okafor and P. Lindqvist."
    bool hasEmergency = false; ///< the person may open it in one
    std::string told;          ///< what the owners are told then; empty: not in an emergency either
    friend bool operator==(const ClosedView&, const ClosedView&) = default;
};
/// Empty: the record is open to the person signed in.
[[nodiscard]] std::optional<ClosedView> closedView(Clinic& clinic, const PatientId& patient);
/// Opens a closed record for kEmergencyLasts, audited and told to the owners. EditRefused with what
/// is wrong with the reason; AccessDenied for who is no clinician.
void openInEmergency(Clinic& clinic, const PatientId& patient, const std::string& reason);
/// What stands above the record while it is open because of an emergency: "You opened this
/// restricted record in an emergency at 10:42 ...". Empty: it is not.
[[nodiscard]] std::string emergencyBanner(Clinic& clinic, const PatientId& patient);

/// Who may open a record, as an owner sets it.
struct RestrictionForm {
    struct Person {
        PractitionerId id;
        std::string name; ///< "P. Lindqvist"
        bool mayOpen = false;
        friend bool operator==(const Person&, const Person&) = default;
    };
    bool restricted = false;
    std::vector<Person> people; ///< practitioners who are no owners
    std::string reason;
    std::string since; ///< "Since 23 Nov 2026, D. Okafor"; empty: it is not restricted
    friend bool operator==(const RestrictionForm&, const RestrictionForm&) = default;
};
/// Owners only.
[[nodiscard]] RestrictionForm restrictionForm(Clinic& clinic, const PatientId& patient);
[[nodiscard]] std::vector<Message> problems(const RestrictionForm& form);
/// Restricts the record, gives it another list, or lifts the restriction.
void storeRestriction(Clinic& clinic, const PatientId& patient, const RestrictionForm& form);

/// One opening in an emergency, as an owner reads it.
struct EmergencyLine {
    EmergencyAccessId id;
    PatientId patient;
    std::string who;  ///< "J. Moreau"
    std::string whom; ///< "Ana Kovács"
    std::string when; ///< "Mon 23 Nov 2026, 10:42"
    std::string why;
    friend bool operator==(const EmergencyLine&, const EmergencyLine&) = default;
};
/// Of which no owner has taken note, newest first; none for who is no owner.
[[nodiscard]] std::vector<EmergencyLine> unseenEmergencies(Clinic& clinic);
/// "1 restricted record was opened in an emergency."; empty for none.
[[nodiscard]] std::string emergencyNotice(std::size_t count);
/// Audited; it is not shown again.
void noteEmergency(Clinic& clinic, const EmergencyAccessId& id);

} // namespace palpate::app
