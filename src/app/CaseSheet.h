// SPDX-License-Identifier: MIT
#pragma once

#include "app/DiagnosisChoices.h"
#include "domain/Case.h"
#include "domain/Message.h"
#include "domain/Patient.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

struct GoalLine {
    GoalId id;
    std::string text;    ///< "Sit through a meeting"
    std::string measure; ///< "sitting: 60 min"; may be empty
    std::string status;  ///< "reached 20 Nov 2026", "due 1 Dec 2026", "overdue since 1 Nov 2026"
    bool reached = false;
    bool overdue = false;
    friend bool operator==(const GoalLine&, const GoalLine&) = default;
};

/// All that is known of a case but its sessions. Empty texts: nothing was noted.
struct CaseSheet {
    std::string onset;                      ///< "since 3 Oct 2026, lifting a box"
    std::vector<DiagnosisChoice> diagnoses; ///< the first one first
    std::string referrer;
    std::string goal; ///< in the patient's own words
    std::vector<GoalLine> goals;
    std::string plan;    ///< "2 visits a week for 6 weeks: pressure release, dry needling"
    std::string outcome; ///< at the end, in words
    std::string referredTo;
    friend bool operator==(const CaseSheet&, const CaseSheet&) = default;
};
[[nodiscard]] CaseSheet sheetOf(const Case& record, const Clinic& clinic);

/// "since 3 Oct 2026, lifting a box"; empty when nothing is known.
[[nodiscard]] std::string onsetText(const Case& record);
/// "open", "discharged 12 Nov 2026", "referred on to Dr Lee 12 Nov 2026".
[[nodiscard]] std::string statusText(const Case& record);
/// The question before a new session in a closed case; empty for an open one.
[[nodiscard]] std::optional<Message> reopenQuestion(const Case& record);

struct ConsentLine {
    ConsentId id;
    std::string scope;  ///< "dry needling"
    std::string status; ///< "given 3 Oct 2026", "given 3 Oct 2026, withdrawn 5 Nov 2026"
    std::string note;
    bool stands = true;
    friend bool operator==(const ConsentLine&, const ConsentLine&) = default;
};
/// The newest first.
[[nodiscard]] std::vector<ConsentLine> consentLines(const Patient& patient);

/// "Latex (rash)" for each; else one line that says that there are none, or that they are not
/// known.
[[nodiscard]] std::vector<std::string> allergyLines(const Patient& patient);

} // namespace palpate::app
