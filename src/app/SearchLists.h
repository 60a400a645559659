// SPDX-License-Identifier: MIT
#pragma once

#include "app/RecordLists.h"
#include "app/ReportRequest.h"
#include "app/SearchPresenter.h"
#include "app/SearchQuery.h"
#include "domain/SessionFilter.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

// Searches without a window, for whoever prints or exports what they find.

/// Newest first.
[[nodiscard]] std::vector<ListedSession> searchSessions(Clinic& clinic, const SessionFilter& filter,
                                                        int limit);

/// A patient with sessions that were found.
struct ListedFinding {
    PatientId patient;
    std::string patientName;
    int sessions = 0;
    bool isMore = false; ///< there are, or may be, more sessions than that
    Date last;           ///< day of the newest found
    SessionId newest;    ///< that session
    friend bool operator==(const ListedFinding&, const ListedFinding&) = default;
};
/// By their newest session found.
[[nodiscard]] std::vector<ListedFinding> searchPatients(Clinic& clinic, const SessionFilter& filter,
                                                        int limit);

struct FoundCount {
    int count = 0;
    bool isMore = false;
    std::string words; ///< "12 sessions", "1,000+ patients"
};
[[nodiscard]] FoundCount countFound(Clinic& clinic, const SessionFilter& filter, ResultsAs as);

/// The query that the person signed in has kept under that name, whatever its case. Throws
/// EditRefused naming those there are.
[[nodiscard]] std::string savedQuery(Clinic& clinic, const std::string& name);

/// All that match, newest first, as comma-separated values; see SearchPresenter::writeCsv.
bool exportSearch(Clinic& clinic, const SessionFilter& filter, ResultsAs as,
                  const std::filesystem::path& file, const Delivery& delivery,
                  const std::function<bool(std::size_t lines)>& goesOn = {});

} // namespace palpate::app
