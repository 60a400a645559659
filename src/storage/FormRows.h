// SPDX-License-Identifier: MIT
#pragma once

#include "domain/FormRecord.h"
#include "domain/Screening.h"
#include "storage/Canonical.h"
#include "storage/Crypto.h"
#include "storage/Engine.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace palpate::storage {

/// A form with what only storage knows of it.
struct StoredForm {
    std::int64_t no = 0;
    std::int64_t searchKey = 0;
    bool isPutAway = false;
    std::optional<Digest> digest; ///< of one that was completed or put away
    FormRecord record;
};

// The columns that formFrom() reads, of a form and the rows it leads to.
inline constexpr std::string_view kFormColumns =
    "SELECT f.no, f.search_key, f.put_away_at, f.digest, f.id, p.id, c.id, f.session, f.title, "
    "f.form_url, f.form_version, f.answers, f.filled_by, r.id, f.begun_at, f.completed_at, "
    "f.measure, f.score ";
[[nodiscard]] StoredForm formFrom(const Query& row);

/// Empty: no such form.
[[nodiscard]] std::optional<StoredForm> loadForm(Engine& engine, const FormRecordId& id);

/// Everything of the form but its answers, and their digest.
[[nodiscard]] Lines linesOf(const FormRecord& record);
/// What the digest of an ended form is taken of: `linesOf` under a line with the version.
[[nodiscard]] Digest digestOf(const FormRecord& record);
/// What the trail tells of a form's end, and an ended form is held against.
[[nodiscard]] std::string endText(const FormRecord& record);
/// Without the deeds, each of which has lines of its own.
[[nodiscard]] Lines linesOf(const RaisedFlag& flag);
[[nodiscard]] Lines linesOf(const RaisedFlagId& flag, const FlagDeed& deed);

/// AccessDenied unless it is the person signed in, or `other`.
void requireOwnName(Engine& engine, const PractitionerId& by, const PractitionerId& other);
/// EditRefused unless the session is one of that very record.
void requireSessionOf(Engine& engine, const std::optional<SessionId>& session,
                      const PatientId& patient);

/// Stores a flag of a completed form.
void insertFlag(Engine& engine, const StoredForm& form, const RaisedFlag& flag);
/// The session's index row must tell of its flags again; one that was discarded has none.
void reindexFlagsOf(Engine& engine, const std::optional<SessionId>& session);

} // namespace palpate::storage
