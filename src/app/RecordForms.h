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

/// Not known is not "none".
enum class AllergyAnswer { NotKnown, None, Listed };

/// One consent as typed. A stored one is kept: it can be withdrawn, not left out.
struct ConsentForm {
    std::optional<ConsentId> id = {}; ///< empty: a new one
    std::string scope = {};
    std::string given = {};     ///< a day as typed
    std::string withdrawn = {}; ///< a day as typed; empty: it stands
    std::string note = {};
    friend bool operator==(const ConsentForm&, const ConsentForm&) = default;
};

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
    std::string preferredName = {};
    std::string gender = {};
    std::string address = {};
    Hand hand = Hand::NotAsked;
    Contact emergency = {};
    Contact physician = {};
    AllergyAnswer allergiesAnswer = AllergyAnswer::NotKnown;
    std::vector<Allergy> allergies = {}; ///< only when Listed
    std::vector<ConsentForm> consents = {};
    friend bool operator==(const PatientForm&, const PatientForm&) = default;
};

struct GoalForm {
    std::optional<GoalId> id = {}; ///< empty: a new one
    std::string text = {};
    std::string measure = {};
    std::string target = {};
    std::string by = {};      ///< a day as typed; empty: none set
    std::string reached = {}; ///< a day as typed; empty: not yet
    friend bool operator==(const GoalForm&, const GoalForm&) = default;
};

struct CaseForm {
    std::string complaint;
    BodyArea area = BodyArea::LowBack;
    std::string onset; ///< a day as typed; empty: not known
    std::string onsetNote;
    std::string diagnosis; ///< "M54.59" or "M54.59 Other low back pain"; empty: none
    std::string referrer;
    std::string goal;            ///< in the patient's own words
    std::string onsetAbout = {}; ///< "in spring 2024", where no day is known
    std::vector<std::string> furtherDiagnoses =
        {};                           ///< each as `diagnosis`; empty ones are left out
    std::vector<GoalForm> goals = {}; ///< lines without any text are left out
    std::string visitsPerWeek = {};   ///< "2", "1.5", "1,5"; empty: not planned
    std::string weeks = {};           ///< "6"; empty: not planned
    std::vector<TechniqueKey> techniques = {};
    friend bool operator==(const CaseForm&, const CaseForm&) = default;
};

/// The end of a case.
struct ClosingForm {
    CaseStatus as = CaseStatus::Discharged; ///< or ReferredOn
    std::string day = {};                   ///< as typed; empty: not noted
    std::string outcome = {};
    std::string referredTo = {}; ///< of a case referred on
    friend bool operator==(const ClosingForm&, const ClosingForm&) = default;
};

/// What keeps the form from being stored, each a sentence that names the field; empty when all is
/// well.
[[nodiscard]] std::vector<Message> problems(const PatientForm& form, const Clinic& clinic);
/// `asRead`: the case that is changed. A diagnosis that it already has is no problem, whatever the
/// table says of the code today.
[[nodiscard]] std::vector<Message> problems(const CaseForm& form, const Clinic& clinic,
                                            const Case* asRead = nullptr);
[[nodiscard]] std::vector<Message> problems(const ClosingForm& form, const Case& record,
                                            const Clinic& clinic);

/// Stores the record. Throws EditRefused with the first problem; nothing is stored then.
[[nodiscard]] PatientId addPatient(Clinic& clinic, const PatientForm& form);
[[nodiscard]] CaseId addCase(Clinic& clinic, const PatientId& patient, const CaseForm& form);

/// Who the patient is and how to reach them, to be changed by whoever may not open the record: what
/// is clinical is empty, and stays as it is when the form is stored. The record counts as looked
/// at. EditRefused: no such patient.
[[nodiscard]] Patient contactToEdit(Clinic& clinic, const PatientId& patient);

// Changes of what was read. RecordChanged when somebody has changed the record since: nothing is
// stored then, and the sentence says who. EditRefused with the first problem.
void updatePatient(Clinic& clinic, const Patient& asRead, const PatientForm& form);
void updateCase(Clinic& clinic, const Case& asRead, const CaseForm& form);
void closeCase(Clinic& clinic, const Case& asRead, const ClosingForm& form);
/// Open again: the closing day goes, what was noted of the outcome stays.
void reopenCase(Clinic& clinic, const Case& asRead);

[[nodiscard]] PatientForm formOf(const Patient& patient);
[[nodiscard]] CaseForm formOf(const Case& record, const Clinic& clinic);
/// Discharged today, with what the case already says of its outcome.
[[nodiscard]] ClosingForm closingOf(const Case& record, const Clinic& clinic);

/// The alerts that can be chosen, with their words: key and label, in the order of the table.
[[nodiscard]] std::vector<std::pair<AlertKey, std::string>> knownAlerts(const Clinic& clinic);
/// The techniques a plan can hold: key and label, those usual in one's profession first.
[[nodiscard]] std::vector<std::pair<TechniqueKey, std::string>>
plannableTechniques(const Clinic& clinic);
[[nodiscard]] std::vector<std::pair<BodyArea, std::string>> bodyAreas();

} // namespace palpate::app
