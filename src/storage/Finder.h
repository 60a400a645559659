// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Case.h"
#include "domain/Patient.h"
#include "domain/SessionFilter.h"
#include "domain/StoredDocument.h"
#include "storage/FormRepository.h"
#include "storage/PatientRepository.h"
#include "storage/SessionSearch.h"

#include <optional>
#include <string_view>
#include <vector>

namespace palpate::storage {

class ReadSeam;

/// Looks for sessions, patients and forms over the whole clinic, on the store's own file
/// (Store::finder) or beside it (Reader::finder). Any text may be typed. Leaves no trace. Every
/// call may throw StorageError, and on a Reader SearchDropped.
class Finder {
public:
    explicit Finder(ReadSeam& seam) noexcept : seam_{seam} {}

    /// Newest first. What is found is what `matches` holds true, with the filter's text, patient,
    /// times, profession, case status and diagnosis. A text of signs alone ("→") finds nothing.
    [[nodiscard]] SessionPage sessions(const SessionFilter& filter, const HitPage& page = {}) const;
    /// The same sessions by their patients, each once.
    [[nodiscard]] PatientPage patients(const SessionFilter& filter, const HitPage& page = {}) const;
    /// To 1,000; fewer when more than 2,000 of the sessions that the index names had to be looked
    /// at in vain and 200 are found.
    [[nodiscard]] HitCount countSessions(const SessionFilter& filter) const;
    /// Of distinct patients. Looks at the newest 20,000 sessions found at most, then tells of more.
    [[nodiscard]] HitCount countPatients(const SessionFilter& filter) const;

    /// As PatientRepository::search.
    [[nodiscard]] std::vector<PatientRow> people(std::string_view text, int limit,
                                                 PatientScope scope = PatientScope::Daily) const;

    /// Whether the record is closed to the person signed in.
    [[nodiscard]] bool isClosed(const PatientId& patient) const;
    // Of a record, as its repositories give it, here also beside the window; RecordRestricted too.
    [[nodiscard]] PatientId current(const PatientId& patient) const;
    [[nodiscard]] std::optional<Patient> patient(const PatientId& id) const;
    [[nodiscard]] std::vector<Case> casesOf(const PatientId& patient) const;
    [[nodiscard]] std::vector<StoredDocument> documentsOf(const PatientId& patient) const;
    /// As FormRepository::search.
    [[nodiscard]] std::vector<FormHit> forms(std::string_view typed, int limit) const;

    /// Whether `people` looks for anything in the text; else it gives everybody.
    [[nodiscard]] bool asksForPeople(std::string_view text) const;
    /// Whether the texts of sessions are looked through for anything in it.
    [[nodiscard]] bool asksForText(std::string_view text) const;

private:
    void requireOpen(const PatientId& patient) const;

    ReadSeam& seam_;
};

} // namespace palpate::storage
