// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Case.h"
#include "domain/Message.h"
#include "domain/Patient.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace palpate::app {

class Clinic;

/// What stands in the fields of the patient dialog, as typed.
struct PatientForm {
    std::string familyName;
    std::string givenName;
    std::string birthDate; ///< as typed; empty: not asked
    Sex sex = Sex::NotAsked;
    std::string phone;
    std::string email;
    std::string occupation;
    bool alertsAsked = false;
    std::vector<Alert> alerts; ///< only when alertsAsked
    std::string note;
};

struct CaseForm {
    std::string complaint;
    BodyArea area = BodyArea::LowBack;
    std::string onset; ///< a day as typed; empty: not known
    std::string onsetNote;
    std::string diagnosis; ///< "M54.59" or "M54.59 Other low back pain"; empty: none
    std::string referrer;
    std::string goal;
};

/// What keeps the form from being stored; empty when all is well.
[[nodiscard]] std::vector<Message> problems(const PatientForm& form, const Clinic& clinic);
[[nodiscard]] std::vector<Message> problems(const CaseForm& form, const Clinic& clinic);

/// Stores the record. Throws EditRefused with the first problem; nothing is stored then.
[[nodiscard]] PatientId addPatient(Clinic& clinic, const PatientForm& form);
void updatePatient(Clinic& clinic, const PatientId& patient, const PatientForm& form);
[[nodiscard]] CaseId addCase(Clinic& clinic, const PatientId& patient, const CaseForm& form);

[[nodiscard]] PatientForm formOf(const Patient& patient);

/// The alerts that can be chosen, with their words: key and label, in the order of the table.
[[nodiscard]] std::vector<std::pair<AlertKey, std::string>> knownAlerts(const Clinic& clinic);
/// "M54.59 Other low back pain" for what was typed, at most `limit`.
[[nodiscard]] std::vector<std::string> diagnosesMatching(const Clinic& clinic,
                                                         const std::string& typed, int limit = 20);
[[nodiscard]] std::vector<std::pair<BodyArea, std::string>> bodyAreas();

} // namespace palpate::app
