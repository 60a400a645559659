// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"
#include "domain/Id.h"
#include "domain/Message.h"
#include "domain/Scores.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

// Lists of records as values, for whoever prints or exports them. Where PatientList.h has lines
// for a window, these keep what a script needs. Days are those of the clinic's time zone.

struct ListedPatient {
    PatientId id;
    std::string familyName;
    std::string givenName;
    std::optional<Date> birthDate;
    std::optional<Date> lastSession; ///< empty: never seen
    std::string openComplaint;       ///< of the newest open case; empty: none
    friend bool operator==(const ListedPatient&, const ListedPatient&) = default;
};
/// Best first; the most recently seen first for an empty text.
[[nodiscard]] std::vector<ListedPatient> listPatients(Clinic& clinic, const std::string& search,
                                                      int limit);

struct ListedSession {
    SessionId id;
    PatientId patient;
    CaseId caseId;
    std::string patientName;
    Instant startedAt;
    Date day;
    bool isSigned = false;
    int points = 0;
    int treatments = 0;
    std::optional<PainScore> painNow; ///< before treatment
    std::string excerpt;              ///< the beginning of a note, or the match in its sentence
    friend bool operator==(const ListedSession&, const ListedSession&) = default;
};
/// Newest first. Of one patient: the record counts as opened, which is audited; throws EditRefused
/// when there is no such patient.
[[nodiscard]] std::vector<ListedSession>
listSessions(Clinic& clinic, const std::optional<PatientId>& patient, int limit);

/// What the options of a search say beside its typed query.
struct SessionSearchRequest {
    std::string muscle;       ///< id of the body map, or a composite; empty: any
    std::string technique;    ///< id of the table of techniques; empty: any
    std::optional<Date> from; ///< first day
    std::optional<Date> to;   ///< last day, included
};
/// Why the request can't be meant so, naming what may have been meant; empty when all is well.
[[nodiscard]] std::optional<Message> problem(const SessionSearchRequest& request,
                                             const Clinic& clinic);
/// The query with them: as they would be typed. The request must have no problem.
[[nodiscard]] std::string withOptions(const std::string& query,
                                      const SessionSearchRequest& request);

/// The newest session of the patient. Throws EditRefused when there is none, or no such patient.
[[nodiscard]] SessionId latestSession(Clinic& clinic, const PatientId& patient);

/// Who can sign in at the clinic in `folder`; needs no password. Throws StorageError.
[[nodiscard]] std::vector<std::string> userNames(const std::filesystem::path& folder);

} // namespace palpate::app
