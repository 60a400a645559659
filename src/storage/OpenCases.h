// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Engine.h"

#include <cstdint>

namespace palpate::storage {

// Keeps the table `open_case` true: to be called after every change of a case's sessions or status,
// and of a patient's being archived or merged. All inside a transaction.

void refreshOpenCase(Engine& engine, std::int64_t caseNo);
/// Whether a change from one to the other leaves the row of the case as it is.
[[nodiscard]] bool sameForOpenCase(const Session& before, const Session& after);
/// The cases of the patient and of the records merged into it.
void refreshOpenCasesOf(Engine& engine, std::int64_t patientNo);
/// Rows that are not what the sessions say, or are missing.
[[nodiscard]] std::int64_t wrongOpenCases(Engine& engine);
/// Makes the table again from the sessions.
void rebuildOpenCases(Engine& engine);

} // namespace palpate::storage
