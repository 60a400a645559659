// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Session.h"
#include "domain/SessionEdit.h"
#include "storage/SessionSearch.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palpate::storage {

class Engine;

/// One line of a list of sessions.
struct SessionRow {
    SessionId id;
    CaseId caseId;
    PatientId patient;
    PractitionerId practitioner;
    Instant startedAt;
    bool isSigned = false;
    int findings = 0;
    int treatments = 0;
    std::optional<PainScore> painNow; ///< before treatment
    std::string snippet; ///< beginning of the first note that says something, assessment first
    friend bool operator==(const SessionRow&, const SessionRow&) = default;
};

/// The sessions. Writing takes the role owner or practitioner, else AccessDenied. Every call may
/// throw StorageError; nothing is changed then.
class SessionRepository {
public:
    explicit SessionRepository(Engine& engine) noexcept : engine_{engine} {}

    /// Stores a new draft, empty or complete (bulk loading). EditRefused: no such case, a case of
    /// another patient, a point's number taken by another point of the case, or a session that
    /// brings a signature or addenda.
    void begin(const Session& session);
    /// One transaction: the changed rows, the search index, and one audit row with old and new
    /// values. EditRefused, as domain's `applied`: the session is signed, or the point is gone.
    /// Also: no such session. With `turn` the session's list of undo changes in the same
    /// transaction; without one it stays.
    void apply(const SessionId& id, std::span<const SessionEdit> edits,
               const std::optional<Turn>& turn = {});
    /// What can be undone and redone in a draft, kept over restarts until the session is signed.
    /// Empty for a signed session and for one that is not there.
    [[nodiscard]] UndoList undoList(const SessionId& id) const;
    /// Signs as the person signed in and freezes the session for good. AccessDenied: someone else's
    /// session, or signed in with the recovery key, which has no signing key. EditRefused: what
    /// `checkSigning` blocks.
    Signature sign(const SessionId& id, Instant at);
    /// EditRefused: a draft, or no such session. AccessDenied: `addendum.by` is not the person
    /// signed in.
    void addAddendum(const SessionId& id, const Addendum& addendum);
    /// Removes a draft; its whole content stays in the audit's detail. EditRefused: signed, or no
    /// such session.
    void discardDraft(const SessionId& id);

    /// For a person who looks at the session: the view is audited in the same transaction.
    [[nodiscard]] std::optional<Session> open(const SessionId& id);
    /// For the program's own needs: leaves no trace.
    [[nodiscard]] std::optional<Session> find(const SessionId& id) const;
    /// Whole sessions, oldest first, in a handful of queries.
    [[nodiscard]] std::vector<Session> ofCase(const CaseId& caseId) const;
    [[nodiscard]] std::vector<Session> ofPatient(const PatientId& patient) const;

    /// Newest first.
    [[nodiscard]] std::vector<SessionRow> list(const PatientId& patient, int limit) const;
    /// What that person has not signed yet, newest first.
    [[nodiscard]] std::vector<SessionRow> recentDrafts(const PractitionerId& practitioner,
                                                       int limit) const;
    /// Newest first.
    [[nodiscard]] std::vector<SessionHit> search(const SessionQuery& query) const;
    [[nodiscard]] int count() const;

private:
    Engine& engine_;
};

} // namespace palpate::storage
