// SPDX-License-Identifier: MIT
#pragma once

#include "storage/SessionReader.h"

namespace palpate::storage {

/// Inserts the session's row and all it holds; returns its numbers. Throws EditRefused before
/// anything is written when the case is not the patient's, a treatment's point has no finding, or
/// something in it can't be kept as it is; and when a point's number is taken.
[[nodiscard]] StoredSession insertSession(Engine& engine, const Session& session);

/// Brings the rows of `before` to `after`: only what differs is touched. Returns the search key,
/// which is another one when the session was dated back or forth. EditRefused as above.
[[nodiscard]] std::int64_t writeChanges(Engine& engine, const StoredSession& before,
                                        const Session& after);

/// Removes the draft's rows, and its points that no other session knows.
void removeSession(Engine& engine, const StoredSession& stored);

} // namespace palpate::storage
