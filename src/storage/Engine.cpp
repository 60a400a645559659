// SPDX-License-Identifier: MIT
#include "storage/Engine.h"

#include "storage/Derived.h"
#include "storage/FailedSignIns.h"
#include "storage/Files.h"
#include "storage/IndexPacking.h"
#include "storage/Migrations.h"
#include "storage/NetworkDrive.h"

#include <cassert>
#include <type_traits>

namespace palpate::storage {

namespace {

[[nodiscard]] std::filesystem::path guardedFolder(const std::filesystem::path& folder) {
    std::error_code failure;
    if (!std::filesystem::is_directory(folder, failure)) {
        throw StorageError{{tr("There is no clinic at {1}."), {folder.string()}}};
    }
    guardLocalDisk(folder);
    if (!mayWrite(folder)) {
        throw StorageError{{tr("The folder {1} can't be written, and an opened clinic must be able "
                               "to keep its audit "
                               "trail; check its rights and its disk."),
                            {folder.string()}}};
    }
    return folder;
}

[[nodiscard]] OpenedKeys openedBy(const std::filesystem::path& folder, const KeyFile& keys,
                                  const Credentials& credentials, const Clock& clock) {
    return openCounted(folder, keys, credentials, clock);
}
[[nodiscard]] OpenedKeys openedBy(const std::filesystem::path& folder, const KeyFile& keys,
                                  const RecoveryKey& key, const Clock& clock) {
    return openCounted(folder, keys, key, clock);
}
[[nodiscard]] OpenedKeys openedBy(const std::filesystem::path& /*folder*/, const KeyFile& /*keys*/,
                                  const OpenedKeys& opened, const Clock& /*clock*/) {
    OpenedKeys again{opened.practitioner, copyOf(opened.databaseKey), {}};
    if (opened.signingKey) {
        again.signingKey = copyOf(*opened.signingKey);
    }
    return again;
}
[[nodiscard]] OpenedKeys openedBy(const std::filesystem::path& folder, const KeyFile& keys,
                                  const Engine::Beside& beside, const Clock& clock) {
    return openedBy(folder, keys, beside.keys, clock);
}

} // namespace

void applySettings(Connection& connection) {
    connection.guarded("opening the clinic", [&] {
        connection.run(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
            "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA cache_size = -65536;"
            "PRAGMA trusted_schema = OFF; PRAGMA journal_size_limit = 67108864");
        if (connection.pragma("foreign_keys") != 1) {
            throw StorageError{{tr("The database library keeps no references between records; "
                                   "install Palpate again."),
                                {}}};
        }
    });
}

Practitioner practitionerFrom(const Query& row) {
    return {row.id<PractitionerId>(0),
            row.text(1),
            row.text(2),
            parseProfession(row.text(3)).value_or(Profession::Other),
            parseRole(row.text(4)).value_or(Role::Auditor),
            row.text(5),
            row.number(7) != 0};
}

// Keys first: a wrong password is found at the wrapped key and never reaches SQLCipher.
Engine::Engine(const std::filesystem::path& folder, const Credentials& credentials,
               const Clock& clock, OpenOptions options)
    : Engine{folder, credentials, KeyFile::read(guardedFolder(folder) / "keys.json"), clock,
             std::move(options)} {}

Engine::Engine(const std::filesystem::path& folder, const RecoveryKey& key, const Clock& clock,
               OpenOptions options)
    : Engine{folder, key, KeyFile::read(guardedFolder(folder) / "keys.json"), clock,
             std::move(options)} {}

Engine::Engine(const std::filesystem::path& folder, const OpenedKeys& keys, const Clock& clock,
               OpenOptions options)
    : Engine{folder, keys, KeyFile::read(guardedFolder(folder) / "keys.json"), clock,
             std::move(options)} {}

Engine::Engine(const std::filesystem::path& folder, const Beside& beside, const Clock& clock,
               OpenOptions options)
    : Engine{folder, beside, KeyFile::read(guardedFolder(folder) / "keys.json"), clock,
             std::move(options)} {}

template <class Proof>
Engine::Engine(const std::filesystem::path& folder, const Proof& proof, KeyFile keys,
               const Clock& clock, OpenOptions options)
    : folder_{folder}, keys_{std::move(keys)}, opened_{openedBy(folder, keys_, proof, clock)},
      clock_{clock}, options_{std::move(options)}, connection_{folder / "clinic.db",
                                                               opened_.databaseKey,
                                                               options_.patience},
      index_{connection_, options_.vocabulary, options_.painted}, claims_{folder},
      actor_{opened_.practitioner} {
    settle();
    signIn(proof);
    if constexpr (!std::is_same_v<Proof, Beside>) { // which looks on while others work
        gatherIndexes();
    }
}

void Engine::settle() {
    if (isEmpty(connection_)) {
        throw StorageError{{tr("{1} is damaged or cut short ({2}); nothing was changed. Restore it "
                               "from a backup."),
                            {connection_.file().string(), "it is empty"}}};
    }
    guardVersion(connection_, migrations()); // before any setting touches the file
    applySettings(connection_);
    if (options_.pageLimit) {
        connection_.run("PRAGMA max_page_count = " + std::to_string(*options_.pageLimit));
    }
    const auto tell = [this](const Migration& step) {
        chainEnd_.reset();
        audit({AuditKind::Migrate,
               {},
               AuditSubject::Clinic,
               clinic(),
               "to " + std::string{step.name},
               {}});
        chainEnd_.reset();
    };
    migrate(connection_, migrations(), folder_ / "backups", clock_, tell, &opened_.databaseKey);
    connection_.guarded("making the search index", [&] {
        if (!isDerivedUpToDate(*this)) {
            Scope scope{*this, true};
            bringDerivedUpToDate(*this);
            scope.commit();
        }
    });
    options_.whileIndexing = {}; // asks whoever waits for this opening, and no copy's
}

void Engine::gatherIndexes() {
    try {
        if (isScattered(connection_)) {
            Scope scope{*this, true};
            gather(connection_);
            scope.commit();
        }
    } catch (const SQLite::Exception&) {
        // Another program writes, or the disk is full: things are found as well, only more slowly.
        return;
    }
}

std::optional<Practitioner> practitionerNow(Connection& connection, const PractitionerId& id) {
    auto row = connection.use("SELECT id, user_name, display_name, profession, role, registration, "
                              "no, disabled_at IS NOT NULL FROM practitioner WHERE id = ?1");
    return row.with(id).next() ? std::optional{practitionerFrom(row)} : std::nullopt;
}

bool readsRecords(Role role) noexcept {
    return role == Role::Owner || role == Role::Practitioner;
}

AccessDenied noLongerIn() {
    return AccessDenied{{tr("The clinic no longer lets you sign in, so nothing more is read or "
                            "stored. Ask an owner of the clinic."),
                         {}}};
}

AccessDenied noReader() {
    return AccessDenied{{tr("Only an owner or a practitioner may read patients' records."), {}}};
}

const Practitioner& Engine::signedIn() {
    requireSignedIn();
    if (depth_ == 0 && // inside a transaction it was read at its beginning
        !connection_.guarded("reading who is signed in", [&] { return readWhoIsIn(); })) {
        refuseWhoWasDisabled();
    }
    return *signedIn_;
}

void Engine::requireSignedIn() const {
    if (!signedIn_) {
        throw AccessDenied{{tr("You have signed out; sign in again."), {}}};
    }
}

/// Whether they may go on.
bool Engine::readWhoIsIn() {
    if (!isInPerson_ || !signedIn_) {
        return true;
    }
    auto now = practitionerNow(connection_, signedIn_->id);
    const bool mayGoOn = now && !now->isDisabled;
    if (now && *now != *signedIn_) {
        setSignedIn(std::move(*now));
    }
    return mayGoOn || hasLastWord_;
}

void Engine::refuseWhoWasDisabled() {
    noteRefused({}, "to go on, kept from signing in meanwhile");
    throw noLongerIn();
}

void Engine::requireOwner() {
    if (signedIn().role != Role::Owner) {
        noteRefused({}, "what only an owner may do");
        throw AccessDenied{{tr("Only an owner of the clinic may do this."), {}}};
    }
}

void Engine::requireClinician() {
    if (!readsRecords()) {
        noteRefused({}, "to write in a record");
        throw AccessDenied{{tr("Only a practitioner may write in a session."), {}}};
    }
}

bool Engine::readsRecords() {
    return storage::readsRecords(signedIn().role);
}

void Engine::requireReader() {
    if (!readsRecords()) {
        noteRefused({}, "to read what is clinical");
        throw noReader();
    }
}

void Engine::noteRefused(std::optional<PatientId> patient, std::string act) {
    refused_ = Refused{patient, std::move(act)};
    if (depth_ == 0) {
        tellOfRefused();
    }
}

void Engine::tellOfRefused() noexcept {
    if (!isInPerson_ || hasLastWord_) {
        return;
    }
    const auto refused = std::exchange(refused_, std::nullopt);
    if (!refused) {
        return;
    }
    try {
        const LastWord lastWord{*this};
        AuditTrail{*this}.recordRefusal(refused->patient, refused->act);
    } catch (const std::exception&) {
        return; // a full disk: it is refused all the same
    }
}

const Secret& Engine::signingKey() const {
    if (!opened_.signingKey) {
        throw AccessDenied{
            {tr("The recovery key can't sign; set a new password and sign in with it."), {}}};
    }
    return *opened_.signingKey;
}

void Engine::setSigningKey(Secret key, std::int64_t no) {
    opened_.signingKey = std::move(key);
    signingKeyNo_ = no;
}

void Engine::setSignedIn(Practitioner person) {
    assert(signedIn_ && signedIn_->id == person.id);
    signedIn_ = std::move(person);
}

std::int64_t Engine::practitionerNo(const PractitionerId& id) {
    if (const auto known = practitionerNos_.find(id); known != practitionerNos_.end()) {
        return known->second;
    }
    auto row = use("SELECT no FROM practitioner WHERE id = ?1");
    if (!row.with(id).next()) {
        throw EditRefused{{tr("The clinic knows no such practitioner."), {}}};
    }
    return row.integer(0);
}

const ClosedRecords& Engine::closedRecords() {
    static const ClosedRecords none;
    if (isEverythingOpen_) {
        return none;
    }
    if (!closedRecords_ || closedSerial_ != serial_) {
        closedRecords_.emplace(connection_, signedIn(), clock_.now());
        closedSerial_ = serial_;
    }
    return *closedRecords_;
}

void Engine::enter(bool forWriting) {
    if (depth_ == 0) {
        connection_.begin(forWriting);
        bool mayGoOn = false;
        try {
            mayGoOn = readWhoIsIn();
        } catch (const std::exception&) {
            connection_.rollback();
            throw;
        }
        if (!mayGoOn) {
            connection_.rollback();
            refuseWhoWasDisabled();
        }
        isWriting_ = forWriting;
        isDoomed_ = false;
        headWanted_ = false;
        chainEnd_.reset();
        ++serial_;
    }
    assert((isWriting_ || !forWriting) && "a write inside a read");
    ++depth_;
}

void Engine::leave() {
    if (depth_ == 1) {
        if (isDoomed_) {
            throw StorageError{{tr("A part of a larger change had failed, so nothing of it was "
                                   "stored; try again."),
                                {}}};
        }
        if (isWriting_) {
            index_.flush();
            if (headWanted_) {
                writeHead();
            }
        }
        connection_.commit();
    }
    --depth_;
    if (depth_ == 0) {
        tellOfRefused();
    }
}

void Engine::fail(std::int64_t changesBefore) noexcept {
    --depth_;
    if (depth_ == 0) {
        connection_.rollback();
        index_.forget();
        ++serial_;
        tellOfRefused();
    } else {
        isDoomed_ = isDoomed_ || connection_.changes() != changesBefore;
    }
}

void Engine::signOut() {
    if (!signedIn_) {
        return;
    }
    const LastWord lastWord{*this};
    write("signing out", [&] {
        claims_.releaseAll(*this);
        audit({AuditKind::SignOut, {}, AuditSubject::Practitioner, actor_.value(), {}, {}});
        headWanted_ = opened_.signingKey.has_value();
    });
    claims_.end();
    signedIn_.reset();
}

} // namespace palpate::storage
