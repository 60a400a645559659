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

/// Who charts a draft in another program that is open on the same clinic.
struct SessionHolder {
    PractitionerId practitioner;
    Instant since;
    friend bool operator==(const SessionHolder&, const SessionHolder&) = default;
};

/// IfFree: only what nobody else charts. TakeOver: knowingly from whoever does; audited.
enum class ClaimWish { IfFree, TakeOver };

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
    /// Also: no such session, or something that can't be kept as it is. SessionTaken: see `claim`.
    /// An edit of the times moves the session in every list and search. With `turn` the session's
    /// list of undo changes in the same transaction; without one it stays.
    void apply(const SessionId& id, std::span<const SessionEdit> edits,
               const std::optional<Turn>& turn = {});
    /// What can be undone and redone in a draft, kept over restarts until the session is signed.
    /// Empty for a signed session and for one that is not there.
    [[nodiscard]] UndoList undoList(const SessionId& id) const;
    /// Signs as the person signed in and freezes the session for good. AccessDenied: someone else's
    /// session, or signed in with the recovery key, which has no signing key. EditRefused: what
    /// `checkSigning` blocks. SessionTaken: see `claim`.
    Signature sign(const SessionId& id, Instant at);
    /// EditRefused: a draft, or no such session. AccessDenied: `addendum.by` is not the person
    /// signed in.
    void addAddendum(const SessionId& id, const Addendum& addendum);
    /// Removes a draft; its whole content stays in the audit's detail. EditRefused: signed, or no
    /// such session. SessionTaken: see `claim`.
    void discardDraft(const SessionId& id);

    /// Says that this store charts the draft. Empty: it is ours now, until `release`, signing out
    /// or the store's end; else who has it, and nothing was changed. From then on `apply`, `sign`
    /// and `discardDraft` of the session throw SessionTaken in every other open store, and in one
    /// that was taken over from also after the taker has closed: it must claim again. Read the
    /// session after claiming it, not before. A program that has died holds nothing. Without any
    /// claim those three stay allowed while nobody holds the session. EditRefused: signed, or no
    /// such session. Not for use within `atomically`.
    [[nodiscard]] std::optional<SessionHolder> claim(const SessionId& id,
                                                     ClaimWish wish = ClaimWish::IfFree);
    /// Nothing happens when it is not ours.
    void release(const SessionId& id);
    /// The other open store that charts the draft, or has taken it over from this one; empty: none,
    /// or this one. Leaves no trace.
    [[nodiscard]] std::optional<SessionHolder> holder(const SessionId& id) const;

    /// The draft that the person signed in charted in a program that ended without releasing it or
    /// signing out, as after a power cut; of several the one claimed last. Empty: none, or it is
    /// claimed again since. Leaves no trace.
    [[nodiscard]] std::optional<SessionId> leftOpen() const;

    /// For a person who looks at the session: the view is audited in the same transaction.
    [[nodiscard]] std::optional<Session> open(const SessionId& id);
    /// For the program's own needs: leaves no trace.
    [[nodiscard]] std::optional<Session> find(const SessionId& id) const;
    /// Whole sessions, oldest first, in a handful of queries.
    [[nodiscard]] std::vector<Session> ofCase(const CaseId& caseId) const;
    /// Of a patient: also those of the records that were merged into the patient's, whose identity
    /// they keep.
    [[nodiscard]] std::vector<Session> ofPatient(const PatientId& patient) const;

    /// Newest first; merged records as above.
    [[nodiscard]] std::vector<SessionRow> list(const PatientId& patient, int limit) const;
    /// What nobody has signed yet of the patient and those merged into that record, newest first.
    [[nodiscard]] std::vector<SessionRow> draftsOf(const PatientId& patient) const;
    /// What that person has not signed yet, newest first.
    [[nodiscard]] std::vector<SessionRow> recentDrafts(const PractitionerId& practitioner,
                                                       int limit) const;
    /// What the person signed in has begun before `begunBefore` and not signed yet, oldest first:
    /// to be shown at sign-in. A session dated back counts from when it was written.
    [[nodiscard]] std::vector<SessionRow> unsignedDrafts(Instant begunBefore, int limit) const;
    /// Newest first.
    [[nodiscard]] std::vector<SessionHit> search(const SessionQuery& query) const;
    [[nodiscard]] int count() const;

private:
    Engine& engine_;
};

} // namespace palpate::storage
