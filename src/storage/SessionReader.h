// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Rows.h"
#include "storage/StoredSession.h"

#include <optional>
#include <vector>

namespace palpate::storage {

/// Whole sessions, oldest first: a dozen queries, however many sessions. Inside a transaction.
[[nodiscard]] std::optional<StoredSession> loadSession(Engine& engine, const SessionId& id);
[[nodiscard]] std::vector<StoredSession> loadSessionsOfCase(Engine& engine, const CaseId& id);
[[nodiscard]] std::vector<StoredSession> loadSessionsOfPatient(Engine& engine,
                                                               std::int64_t patientNo);
/// The next `limit` sessions whose row number is above `afterNo`, by number: for checking
/// everything.
[[nodiscard]] std::vector<StoredSession> loadSessionsAfter(Engine& engine, std::int64_t afterNo,
                                                           int limit);

/// What the line of a hit may tell: the session's findings, and its treatments with their doses.
void loadFound(Connection& connection, std::int64_t sessionNo, std::vector<Finding>& findings,
               std::vector<Treatment>& treatments);

/// What of the case and the patient stands in the session's index row.
[[nodiscard]] SessionSetting settingOf(Engine& engine, std::int64_t caseNo);

} // namespace palpate::storage
