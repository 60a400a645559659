// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Amendment.h"
#include "domain/Id.h"
#include "domain/Message.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace palpate::app {

class Clinic;

/// What was answered to a request, or said to the answer.
struct AmendmentStepLine {
    AmendmentStepKind kind = AmendmentStepKind::Accepted;
    std::string heading;  ///< "Refused on 24 Nov 2026, D. Okafor"
    std::string text;     ///< the reason or statement; may be empty
    std::string addendum; ///< of the addendum that changed the record: "D. Okafor, 24 Nov 2026,
                          ///< 09:10: The pain began in May."; empty: none
    friend bool operator==(const AmendmentStepLine&, const AmendmentStepLine&) = default;
};

/// A patient's request to change the record, with all that followed.
struct AmendmentLine {
    AmendmentId id;
    PatientId patient;
    std::optional<SessionId> session; ///< about which; empty: about the record
    std::string patientName;          ///< "Ana Kovács"
    std::string about;                ///< "Session of Mon 23 Nov 2026", "The record"
    std::string asked;                ///< "Asked on 23 Nov 2026, taken down by D. Okafor"
    std::string wish;
    std::string state; ///< "Open", "Accepted", "Refused", "Refused; the patient disagrees"
    std::string due;   ///< "Answer due by 22 Jan 2027"; empty once it is answered
    bool isOpen = true;
    bool isOverdue = false;
    bool mayExtend = false;               ///< more time was not asked for yet
    bool mayDisagree = false;             ///< it was refused
    std::vector<AmendmentStepLine> steps; ///< the earliest first
    friend bool operator==(const AmendmentLine&, const AmendmentLine&) = default;
};
/// Newest first, those of merged records among them.
[[nodiscard]] std::vector<AmendmentLine> amendmentsOf(Clinic& clinic, const PatientId& patient);
/// Those about one session.
[[nodiscard]] std::vector<AmendmentLine> amendmentsOf(Clinic& clinic, const PatientId& patient,
                                                      const SessionId& session);
/// The whole clinic's that are not answered yet, the longest waiting first.
[[nodiscard]] std::vector<AmendmentLine> openAmendments(Clinic& clinic);

/// A request as it is typed.
struct AmendmentForm {
    std::optional<SessionId> session; ///< about which; empty: about the record
    std::string askedOn;              ///< "23.11.2026"
    std::string wish;                 ///< in the patient's words
    friend bool operator==(const AmendmentForm&, const AmendmentForm&) = default;
};
/// Asked today, about the record.
[[nodiscard]] AmendmentForm newAmendment(const Clinic& clinic);
/// The signed sessions of the patient that a request may be about, newest first, each with its
/// words: "Mon 23 Nov 2026, D. Okafor".
[[nodiscard]] std::vector<std::pair<SessionId, std::string>>
sessionsToAmend(Clinic& clinic, const PatientId& patient);
[[nodiscard]] std::vector<Message> problems(const AmendmentForm& form, const Clinic& clinic);
/// Stores it under the name of the person signed in, for good. EditRefused with the first problem.
AmendmentId addAmendment(Clinic& clinic, const PatientId& patient, const AmendmentForm& form);

/// An answer as it is typed.
struct AmendmentAnswer {
    AmendmentStepKind kind = AmendmentStepKind::Accepted;
    std::string text; ///< the reason or statement
    /// Of Accepted: the session to which the addendum goes, and its text; empty: the record was
    /// changed by hand where nothing is signed.
    std::optional<SessionId> session = {};
    std::string addendum = {};
    friend bool operator==(const AmendmentAnswer&, const AmendmentAnswer&) = default;
};
[[nodiscard]] std::vector<Message> problems(const AmendmentAnswer& answer,
                                            const AmendmentLine& amendment);
/// Stores it, and the addendum in the same transaction. EditRefused with the first problem;
/// RecordChanged: it was answered meanwhile.
void answerAmendment(Clinic& clinic, const AmendmentId& id, const AmendmentAnswer& answer);

/// "Accept", "Refuse" ...
[[nodiscard]] std::string wordOf(AmendmentStepKind kind);
/// How long there is to answer, with its source.
[[nodiscard]] std::string amendmentRule();

} // namespace palpate::app
