// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"

#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

/// A session that somebody began and never signed.
struct UnsignedDraft {
    SessionId session;
    CaseId caseId;
    PatientId patient;       ///< whose record to open: the one that goes on, if it was merged
    std::string patientName; ///< "Ana Kovács"
    std::string complaint;
    std::string day;     ///< of the session: "Fri 20 Nov 2026"
    std::string waiting; ///< since it was begun: "3 days"
    friend bool operator==(const UnsignedDraft&, const UnsignedDraft&) = default;
};
/// Drafts of the person signed in that were begun more than 24 hours ago, the oldest first.
[[nodiscard]] std::vector<UnsignedDraft> unsignedDrafts(Clinic& clinic);

/// A session of one patient that is not signed, whoever began it and in whichever case.
struct OpenDraft {
    SessionId session;
    std::string title;  ///< "Draft of 24 Nov, 10:30"
    std::string detail; ///< the complaint, and of a colleague's draft the name
    friend bool operator==(const OpenDraft&, const OpenDraft&) = default;
};
/// Newest first; those of records that were merged into the patient's too.
[[nodiscard]] std::vector<OpenDraft> openDrafts(Clinic& clinic, const PatientId& patient);

} // namespace palpate::app
