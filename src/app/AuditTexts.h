// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace palpate::storage {
enum class AuditKind;
struct AuditEntry;
} // namespace palpate::storage

namespace palpate::app {

// Rows of the audit trail in words, for the window, the command line and the report.

/// "changed".
[[nodiscard]] std::string actWord(storage::AuditKind kind);
/// What was done, to what: "changed the record"; "signed in"; of a form its title, which is no
/// answer.
[[nodiscard]] std::string actText(const storage::AuditEntry& entry);
/// Of a change the fields that differ, else the words that were noted, on one line; a long one is
/// cut and ends in "…". Old and new values are the record's and left out, as are digests.
[[nodiscard]] std::string notedShortly(const storage::AuditEntry& entry);
/// All that was noted, one line a field: "family name: Kovac → Kovács". Without values: the fields
/// alone, for whoever may not read records. Identities are left out: they are no words.
[[nodiscard]] std::vector<std::string> notedLines(const storage::AuditEntry& entry,
                                                  bool withValues);

} // namespace palpate::app
