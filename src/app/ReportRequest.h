// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"
#include "domain/FormRecord.h"
#include "domain/Id.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

/// What a letter says that the record does not: asked of who writes it. What is left empty is left
/// out of the letter.
struct LetterWords {
    std::string recipient = {};        ///< "Dr M. Patel"
    std::string recipientAddress = {}; ///< lines
    std::string urgency = {}; ///< row of the urgencies of red-flags.json; empty: not stated
    std::vector<RedFlagKey> redFlags = {};
    std::string findings = {}; ///< beside those of the record
    std::string request = {};  ///< what is asked of the recipient
    friend bool operator==(const LetterWords&, const LetterWords&) = default;
};

struct ReportRequest {
    std::optional<PatientId> patient = {}; ///< empty only for a report about the clinic
    std::optional<CaseId> caseId = {};     ///< empty: the patient's newest case
    std::optional<SessionId> session = {}; ///< of a session's note; empty: the latest of the period
    std::string templateName = "progress-report";
    std::optional<Date> from = {}; ///< first local day of the period; empty: from the start
    std::optional<Date> to = {};   ///< last local day; empty: until now
    LetterWords letter = {};
    std::optional<FormRecordId> form = {}; ///< of a filled-in form
    std::string formUrl = {};              ///< of an empty form
    /// One of languagesOf() a form, in which it is printed; empty: a filled-in form as it was
    /// filled in, an empty one as it was written.
    std::optional<std::string> language = {};
    std::optional<PractitionerId> auditBy = {}; ///< of an audit report: what that person did
    std::string auditKind = {};                 ///< and of that kind alone; empty: of any
};

/// For whom a report leaves the clinic, and how.
struct Delivery {
    std::string recipient = {}; ///< empty: not stated
    std::string purpose = {};   ///< empty: not stated
    std::string password = {};  ///< encrypts the file with AES-256; empty: not encrypted
    bool keep = false;          ///< also among the patient's documents, not encrypted
};

} // namespace palpate::app
