// SPDX-License-Identifier: MIT
#pragma once

#include "app/ReportTemplates.h"
#include "domain/Id.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

struct SessionChoice {
    SessionId id;
    std::string title; ///< "Session 7 · 23 Nov 2026"
};
/// A case that a report can be about.
struct CaseChoice {
    CaseId id;
    std::string title;                   ///< "Low back pain, right"
    std::string detail;                  ///< "open · 7 sessions"
    std::vector<SessionChoice> sessions; ///< newest first
};

/// How soon the recipient of a letter is asked to see the patient.
struct UrgencyChoice {
    std::string key;     ///< for LetterWords
    std::string word;    ///< "Urgent"
    std::string meaning; ///< "medical assessment the same day"
};

/// A red flag that a letter may name.
struct FlagChoice {
    RedFlagKey key;
    std::string pointsTo; ///< "Cauda equina syndrome"
    std::string ask;      ///< the question whose answer was "yes"
    std::string urgency;  ///< "emergency care now"
    std::string action;
    std::string raised = {}; ///< "23 Nov 2026": by a screening, and not settled; else empty
};
/// Those that are asked for where the complaint is, the most pressing first.
struct FlagRegionChoice {
    std::string name; ///< "Low back"
    std::vector<FlagChoice> flags;
};

/// What can be chosen for a report about one patient. Red flags that are not settled stand first,
/// in a region of their own; a letter begins with all of them chosen, see renewNamed().
struct ReportChoices {
    std::vector<CaseChoice> cases; ///< the newest first
    std::vector<UrgencyChoice> urgencies;
    std::vector<FlagRegionChoice> flagRegions;
    std::size_t likelyRegion = 0; ///< in flagRegions: where the case is
    std::string patientName;      ///< "Ana Kovács", as recipient
    std::string physicianName;    ///< of the record; may be empty
    std::string physicianPractice;
};
/// Of the record that goes on, when it was merged. `caseId` decides only where red flags are looked
/// for first. Throws StorageError when there is no such patient. Leaves no trace.
[[nodiscard]] ReportChoices reportChoices(Clinic& clinic, const PatientId& patient,
                                          const std::optional<CaseId>& caseId);

/// The flags that a screening raised and nobody settled, the most pressing first.
[[nodiscard]] std::vector<RedFlagKey> raisedIn(const ReportChoices& choices);
/// What a letter names when the choices were read anew: a raised flag that was not offered before
/// is chosen, one that was settled meanwhile no longer is, and all else stays as its writer left
/// it. `offered` keeps what was offered; both are empty for a new letter.
void renewNamed(std::vector<RedFlagKey>& named, std::vector<RedFlagKey>& offered,
                const ReportChoices& choices);

/// Those of templateChoices() that are printed of an open clinic: not the recovery key's sheet,
/// whose words are known only while a clinic is made, nor forms, which are printed where they are
/// filled in.
[[nodiscard]] std::vector<TemplateChoice> printableTemplates(Clinic& clinic);

/// Flags in whose question, meaning or urgency each typed word begins a word; all for an empty
/// text. Their places in `region.flags`.
[[nodiscard]] std::vector<std::size_t> matching(const FlagRegionChoice& region,
                                                const std::string& typed);

} // namespace palpate::app
