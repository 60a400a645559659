// SPDX-License-Identifier: MIT
#pragma once

#include "app/RecordForms.h"
#include "domain/Id.h"

#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

/// Another record that may be the same person's. It is shown; nobody decides but the user.
struct DuplicateLine {
    PatientId id;
    std::string name;   ///< "Kovács, Ana"
    std::string detail; ///< "42 y · born 9 Mar 1984"
    std::string reason; ///< "Same birth date, similar name. Same telephone number."
    std::string last;   ///< day of the newest session; empty: never seen
    bool archived = false;
    friend bool operator==(const DuplicateLine&, const DuplicateLine&) = default;
};
/// Records with the same birth date and a similar name, or the same telephone number; merged ones
/// are left out. Most recently seen first.
[[nodiscard]] std::vector<DuplicateLine> duplicatesOf(Clinic& clinic, const PatientId& patient);
/// The same for a patient who is about to be added.
[[nodiscard]] std::vector<DuplicateLine> duplicatesOf(Clinic& clinic, const PatientForm& typed);

/// A record that was merged into another.
struct MergedLine {
    PatientId id;
    std::string name;   ///< "Kovacs, Anna"
    std::string detail; ///< "42 y · born 9 Mar 1984"
    friend bool operator==(const MergedLine&, const MergedLine&) = default;
};
[[nodiscard]] std::vector<MergedLine> mergedInto(Clinic& clinic, const PatientId& patient);

/// `from` is closed and leads to `into`, whose lists then show the cases and sessions of both.
/// Moves nothing; unmergePatient takes it back. Throws EditRefused, with the sentence why, for a
/// record into itself, into a merged one, or one into which others were merged.
void mergePatients(Clinic& clinic, const PatientId& from, const PatientId& into);
void unmergePatient(Clinic& clinic, const PatientId& from);

/// Out of the daily lists, and back. Nothing is removed.
void archivePatient(Clinic& clinic, const PatientId& patient);
void restorePatient(Clinic& clinic, const PatientId& patient);

} // namespace palpate::app
