// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Practitioner.h"
#include "storage/AuditTrail.h"
#include "storage/ClosedRecords.h"
#include "storage/Connection.h"
#include "storage/KeyFile.h"
#include "storage/SearchIndex.h"
#include "storage/SessionClaims.h"
#include "storage/Store.h"
#include "storage/StoredSession.h"

#include <map>
#include <optional>
#include <string>
#include <type_traits>

namespace palpate::storage {

/// One row for the trail, written in the transaction of the act it tells.
struct AuditAct {
    AuditKind kind = AuditKind::View;
    std::optional<PatientId> patient;
    AuditSubject subject = AuditSubject::Clinic;
    std::optional<Uuid> subjectId;
    std::string detail;                 ///< empty: none
    std::optional<std::int64_t> erases; ///< the row whose detail goes
};

/// What all repositories of one store share: the file, who is signed in, the trail, the search
/// index.
class Engine {
public:
    Engine(const std::filesystem::path& folder, const Credentials& credentials, const Clock& clock,
           OpenOptions options);
    Engine(const std::filesystem::path& folder, const RecoveryKey& key, const Clock& clock,
           OpenOptions options);
    /// With keys that were opened before: a copy of a clinic that is open.
    Engine(const std::filesystem::path& folder, const OpenedKeys& keys, const Clock& clock,
           OpenOptions options);
    /// Beside one of the same clinic that is open: looks on, writes nothing, not even a row in the
    /// trail.
    struct Beside {
        const OpenedKeys& keys;
    };
    Engine(const std::filesystem::path& folder, const Beside& beside, const Clock& clock,
           OpenOptions options);
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;
    ~Engine() = default;

    /// Runs `work` in a transaction that joins the one that is open. Throws AccessDenied after
    /// signing out; turns SQLite's errors to StorageError that says what it was `doing`.
    template <class Work> auto write(const char* doing, Work&& work) {
        return within(true, doing, work);
    }
    template <class Work> auto read(const char* doing, Work&& work) {
        return within(false, doing, work);
    }

    [[nodiscard]] Query use(std::string_view sql) { return connection_.use(sql); }
    [[nodiscard]] Connection& connection() noexcept { return connection_; }
    [[nodiscard]] SearchIndex& index() noexcept { return index_; }
    [[nodiscard]] JustBegun& justBegun() noexcept { return justBegun_; }
    [[nodiscard]] SessionClaims& claims() noexcept { return claims_; }
    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return folder_; }
    [[nodiscard]] const Clock& clock() const noexcept { return clock_; }
    [[nodiscard]] const Uuid& clinic() const noexcept { return keys_.clinic(); }

    /// As their row says now: another program may have changed their role. AccessDenied after
    /// signing out, and once an owner has kept them from signing in.
    [[nodiscard]] const Practitioner& signedIn();
    [[nodiscard]] bool isSignedOut() const noexcept { return !signedIn_; }
    void requireOwner();     ///< AccessDenied unless the owner is signed in
    void requireClinician(); ///< AccessDenied unless an owner or practitioner is
    /// Whether whoever is signed in reads what is clinical: owners and practitioners do.
    [[nodiscard]] bool readsRecords();
    void requireReader(); ///< AccessDenied unless so
    /// To be told in the trail as a row of kind `refuse`, once the transaction that the refusal
    /// undoes has ended.
    void noteRefused(std::optional<PatientId> patient, std::string act);
    [[nodiscard]] const PractitionerId& actor() const noexcept { return actor_; }
    [[nodiscard]] const Secret& databaseKey() const noexcept { return opened_.databaseKey; }
    [[nodiscard]] std::chrono::milliseconds patience() const noexcept { return options_.patience; }
    [[nodiscard]] const OpenOptions& options() const noexcept { return options_; }
    /// AccessDenied when in by the recovery key.
    [[nodiscard]] const Secret& signingKey() const;
    [[nodiscard]] std::int64_t signingKeyNo() const noexcept { return signingKeyNo_; }
    /// Row number of a practitioner; EditRefused when there is none.
    [[nodiscard]] std::int64_t practitionerNo(const PractitionerId& id);
    [[nodiscard]] KeyFile& keys() noexcept { return keys_; }
    [[nodiscard]] std::filesystem::path keysPath() const { return folder_ / "keys.json"; }
    void setSigningKey(Secret key, std::int64_t no);
    void setSignedIn(Practitioner person); ///< the same person, whose record has changed

    void audit(const AuditAct& act);
    /// The head of the trail is signed when the outermost transaction commits: one head, however
    /// many sessions.
    void signHeadAtCommit() noexcept { headWanted_ = true; }
    void signOut();

    /// Which records are closed to the person signed in: asked once a transaction, inside one.
    [[nodiscard]] const ClosedRecords& closedRecords();
    /// Who may open what was changed.
    void forgetClosedRecords() noexcept { closedRecords_.reset(); }
    class EverythingOpen;
    class LastWord;

    /// Rises with every outermost transaction: what was remembered in an older one may be stale.
    [[nodiscard]] std::int64_t transactionSerial() const noexcept { return serial_; }

private:
    class Scope;
    struct ChainEnd {
        std::int64_t seq = 0;
        Digest hash{};
    };

    /// `Proof`: credentials, a recovery key or keys that were opened; or `Beside`.
    template <class Proof>
    Engine(const std::filesystem::path& folder, const Proof& proof, KeyFile keys,
           const Clock& clock, OpenOptions options);
    /// What somebody comes in with; defined in SigningIn.cpp.
    struct Entry;
    void settle();
    void gatherIndexes(); ///< where searches would have to look into many parts
    void signIn(const Credentials& credentials);
    void signIn(const RecoveryKey& key);
    void signIn(const OpenedKeys& keys);
    void signIn(const Beside& beside); ///< defined in CheckBeside.cpp
    void signIn(const Entry& entry);
    void guardSameClinic();
    [[nodiscard]] std::optional<Message> admit(const Entry& entry);
    [[nodiscard]] std::optional<Message> refuse(std::string detail, Message why);
    [[nodiscard]] bool isTheirKey(std::int64_t practitionerNo);
    void tellOfFailed(const std::vector<Practitioner>& people, const Entry& entry);
    void requireSignedIn() const;
    [[nodiscard]] bool readWhoIsIn();
    [[noreturn]] void refuseWhoWasDisabled();
    void tellOfRefused() noexcept;
    void enter(bool forWriting);
    void leave();
    void fail(std::int64_t changesBefore) noexcept;
    [[nodiscard]] ChainEnd& chainEnd();
    void writeHead();
    template <class Work> auto within(bool forWriting, const char* doing, Work& work);

    std::filesystem::path folder_;
    KeyFile keys_;
    OpenedKeys opened_;
    const Clock& clock_;
    OpenOptions options_;
    Connection connection_;
    SearchIndex index_;
    JustBegun justBegun_;
    SessionClaims claims_;
    std::optional<Practitioner> signedIn_; ///< empty: signed out
    PractitionerId actor_;                 ///< who the trail names
    bool isInPerson_ = false; ///< came in by the door: neither a copy being tried nor looking on
    std::int64_t signingKeyNo_ = 0; ///< 0: none
    std::map<PractitionerId, std::int64_t> practitionerNos_;

    int depth_ = 0;
    bool isWriting_ = false;
    bool isDoomed_ = false; ///< an inner part failed after it had written
    bool headWanted_ = false;
    std::int64_t serial_ = 0;
    std::optional<ChainEnd> chainEnd_; ///< known only inside a writing transaction

    std::optional<ClosedRecords> closedRecords_;
    std::int64_t closedSerial_ = 0; ///< of the transaction in which they were asked
    bool isEverythingOpen_ = false;

    struct Refused {
        std::optional<PatientId> patient;
        std::string act;
    };
    std::optional<Refused> refused_; ///< in the transaction that runs
    bool hasLastWord_ = false;
};

/// While it lives, every record counts as open: for examining the whole file.
class Engine::EverythingOpen {
public:
    explicit EverythingOpen(Engine& engine) : engine_{engine} { engine_.isEverythingOpen_ = true; }
    EverythingOpen(const EverythingOpen&) = delete;
    EverythingOpen& operator=(const EverythingOpen&) = delete;
    ~EverythingOpen() { engine_.isEverythingOpen_ = false; }

private:
    Engine& engine_;
};

/// While it lives, somebody who may not sign in any more is let through: to sign out, and for the
/// trail to be told what they were refused.
class Engine::LastWord {
public:
    explicit LastWord(Engine& engine) : engine_{engine} { engine_.hasLastWord_ = true; }
    LastWord(const LastWord&) = delete;
    LastWord& operator=(const LastWord&) = delete;
    ~LastWord() { engine_.hasLastWord_ = false; }

private:
    Engine& engine_;
};

/// The stretch of one transaction, or of a part that joins one.
class Engine::Scope {
public:
    Scope(Engine& engine, bool forWriting) : engine_{engine} {
        engine_.enter(forWriting);
        changesBefore_ = engine_.connection_.changes();
    }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    ~Scope() {
        if (!done_) {
            engine_.fail(changesBefore_);
        }
    }
    void commit() {
        engine_.leave();
        done_ = true;
    }

private:
    Engine& engine_;
    std::int64_t changesBefore_ = 0;
    bool done_ = false;
};

template <class Work> auto Engine::within(bool forWriting, const char* doing, Work& work) {
    requireSignedIn();
    return connection_.guarded(doing, [&] {
        Scope scope{*this, forWriting};
        if constexpr (std::is_void_v<std::invoke_result_t<Work&>>) {
            work();
            scope.commit();
        } else {
            auto result = work();
            scope.commit();
            return result;
        }
    });
}

/// Every check of Verification.h; `goesOn` is asked after each, and may throw WorkDropped.
[[nodiscard]] VerificationReport verifyAll(Engine& engine,
                                           const std::function<bool(double share)>& goesOn = {});

/// Opens a file whose key is known, with the settings that every connection has. Used by Engine and
/// createClinic.
void applySettings(Connection& connection);

[[nodiscard]] Practitioner practitionerFrom(const Query& row); ///< columns of kAllPractitioners
inline constexpr std::string_view kAllPractitioners =
    "SELECT id, user_name, display_name, profession, role, registration, no, "
    "disabled_at IS NOT NULL FROM practitioner ORDER BY no";

/// The person as their row says now; empty when there is none.
[[nodiscard]] std::optional<Practitioner> practitionerNow(Connection& connection,
                                                          const PractitionerId& id);
/// Owners and practitioners do.
[[nodiscard]] bool readsRecords(Role role) noexcept;
/// What is said to somebody whom an owner has kept from signing in while they were in.
[[nodiscard]] AccessDenied noLongerIn();
/// What is said to the front desk and an auditor.
[[nodiscard]] AccessDenied noReader();

/// The bytes that a head's signature covers.
[[nodiscard]] std::string headText(const Uuid& clinic, std::int64_t count, ByteView hash,
                                   Instant at, const PractitionerId& by);
/// The bytes that an audit row's hash covers.
struct AuditRowValues {
    std::int64_t seq = 0;
    Instant at;
    PractitionerId by;
    std::string kind;
    std::optional<PatientId> patient;
    std::string subject;
    std::optional<Uuid> subjectId;
    std::optional<std::int64_t> erases;
    std::optional<Digest> detailHash;
    Digest previous{};
};
[[nodiscard]] std::string auditText(const AuditRowValues& row);
/// Columns seq, at, practitioner, kind, patient, subject, subject_id, text of the detail and its
/// hash.
[[nodiscard]] AuditEntry auditEntryFrom(const Query& row);

} // namespace palpate::storage
