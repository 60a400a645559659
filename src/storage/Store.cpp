// SPDX-License-Identifier: MIT
#include "storage/Store.h"

#include "storage/Backup.h"
#include "storage/BackupRepository.h"
#include "storage/Canonical.h"
#include "storage/CopierParts.h"
#include "storage/Engine.h"
#include "storage/IndexPacking.h"
#include "storage/ReaderParts.h"
#include "storage/Rows.h"

namespace palpate::storage {

struct Store::Parts {
    template <class Proof>
    Parts(const std::filesystem::path& folder, const Proof& proof, const Clock& clock,
          OpenOptions options)
        : engine{folder, proof, clock, std::move(options)} {}

    Engine engine;
    EngineSeam seam{engine};
    PatientRepository patients{engine};
    CaseRepository cases{engine};
    SessionRepository sessions{engine};
    ContactNoteRepository contactNotes{engine};
    SnippetRepository snippets{engine};
    DocumentRepository documents{engine};
    DisclosureRepository disclosures{engine};
    TemplateRepository templates{engine};
    UnfinishedTexts unfinishedTexts{engine};
    FormRepository forms{engine};
    ScreeningRepository screenings{engine};
    CarePlanRepository carePlans{engine};
    PractitionerRepository practitioners{engine};
    SecondFactorRepository secondFactors{engine};
    AccessRepository access{engine};
    AmendmentRepository amendments{engine};
    RetentionRepository retention{engine};
    SavedSearchRepository savedSearches{engine};
    AuditTrail audit{engine};
    BackupRepository backups{engine};
    Finder finder{seam};
    Worklists worklists{engine};
    Outcomes outcomes{engine};
};

Store::Store(const std::filesystem::path& folder, const Credentials& credentials,
             const Clock& clock, OpenOptions options)
    : parts_{std::make_unique<Parts>(folder, credentials, clock, std::move(options))} {}

Store::Store(const std::filesystem::path& folder, const RecoveryKey& recoveryKey,
             const Clock& clock, OpenOptions options)
    : parts_{std::make_unique<Parts>(folder, recoveryKey, clock, std::move(options))} {}

Store::~Store() = default;

const Practitioner& Store::signedIn() const {
    return parts_->engine.signedIn();
}
const std::filesystem::path& Store::folder() const {
    return parts_->engine.folder();
}

ClinicProfile Store::profile() const {
    auto& engine = parts_->engine;
    return engine.read("reading the clinic's profile", [&] {
        auto row = engine.use("SELECT name, address, phone, time_zone, pressure_unit FROM clinic");
        static_cast<void>(row.next());
        return ClinicProfile{.name = row.text(0),
                             .address = row.text(1),
                             .phone = row.text(2),
                             .timeZone = row.text(3),
                             .pressureUnit = word(row, 4, parsePressureUnit)};
    });
}

void Store::setProfile(const ClinicProfile& profile) {
    auto& engine = parts_->engine;
    engine.requireOwner();
    engine.write("storing the clinic's profile", [&] {
        const auto before = this->profile();
        if (before == profile) {
            return;
        }
        engine
            .use("UPDATE clinic SET name = ?1, address = ?2, phone = ?3, time_zone = ?4, "
                 "pressure_unit = ?5")
            .with(profile.name, profile.address, profile.phone, profile.timeZone,
                  name(profile.pressureUnit))
            .run();
        engine.audit({AuditKind::Change,
                      {},
                      AuditSubject::Clinic,
                      engine.clinic(),
                      difference(linesOf(before), linesOf(profile)),
                      {}});
    });
}

Letterhead Store::letterhead() const {
    auto& engine = parts_->engine;
    return engine.read("reading the clinic's letterhead", [&] {
        Letterhead letterhead;
        auto row = engine.use("SELECT email, website, paper, accent, logo FROM letterhead");
        if (row.next()) {
            const auto logo = row.bytes(4);
            letterhead = {.email = row.text(0),
                          .website = row.text(1),
                          .paper = word(row, 2, parsePaperFormat),
                          .accent = {},
                          .logo = {logo.begin(), logo.end()}};
            if (!row.isNull(3)) {
                letterhead.accent = static_cast<std::uint32_t>(row.integer(3));
            }
        }
        return letterhead;
    });
}

void Store::setLetterhead(const Letterhead& letterhead) {
    auto& engine = parts_->engine;
    engine.requireOwner();
    engine.write("storing the clinic's letterhead", [&] {
        const auto before = this->letterhead();
        if (before == letterhead) {
            return;
        }
        const auto logo =
            letterhead.logo.empty() ? std::nullopt : std::optional{viewOf(letterhead.logo)};
        const auto accent =
            letterhead.accent ? std::optional<std::int64_t>{*letterhead.accent} : std::nullopt;
        engine
            .use("INSERT INTO letterhead (one, email, website, paper, accent, logo) VALUES (1, ?1, "
                 "?2, ?3, ?4, ?5) ON CONFLICT (one) DO UPDATE SET email = excluded.email, website "
                 "= excluded.website, paper = excluded.paper, accent = excluded.accent, logo = "
                 "excluded.logo")
            .with(letterhead.email, letterhead.website, name(letterhead.paper), accent, logo)
            .run();
        engine.audit({AuditKind::Change,
                      {},
                      AuditSubject::Clinic,
                      engine.clinic(),
                      difference(linesOf(before), linesOf(letterhead)),
                      {}});
    });
}

LockSettings Store::lockSettings() const {
    auto& engine = parts_->engine;
    return engine.read("reading how the screen is locked", [&] {
        auto row = engine.use("SELECT idle_minutes, clipboard_seconds FROM lock_setting");
        LockSettings settings;
        if (row.next()) {
            settings.idleMinutes = numberIn(row, 0);
            settings.clipboardSeconds = numberIn(row, 1);
        }
        return settings;
    });
}

void Store::setLockSettings(const LockSettings& settings) {
    auto& engine = parts_->engine;
    engine.requireOwner();
    engine.write("storing how the screen is locked", [&] {
        const auto before = this->lockSettings();
        if (before == settings) {
            return;
        }
        engine
            .use(
                "INSERT INTO lock_setting (no, idle_minutes, clipboard_seconds) VALUES (1, ?1, ?2) "
                "ON CONFLICT (no) DO UPDATE SET idle_minutes = excluded.idle_minutes, "
                "clipboard_seconds = excluded.clipboard_seconds")
            .with(settings.idleMinutes, settings.clipboardSeconds)
            .run();
        engine.audit({AuditKind::Change,
                      {},
                      AuditSubject::Clinic,
                      engine.clinic(),
                      difference(linesOf(before), linesOf(settings)),
                      {}});
    });
}

void Store::atomically(const std::function<void()>& work) {
    parts_->engine.write("storing several things", work);
}

PatientRepository& Store::patients() {
    return parts_->patients;
}
CaseRepository& Store::cases() {
    parts_->engine.requireReader();
    return parts_->cases;
}
SessionRepository& Store::sessions() {
    parts_->engine.requireReader();
    return parts_->sessions;
}
ContactNoteRepository& Store::contactNotes() {
    parts_->engine.requireReader();
    return parts_->contactNotes;
}
SnippetRepository& Store::snippets() {
    return parts_->snippets;
}
DocumentRepository& Store::documents() {
    parts_->engine.requireReader();
    return parts_->documents;
}
DisclosureRepository& Store::disclosures() {
    parts_->engine.requireReader();
    return parts_->disclosures;
}
TemplateRepository& Store::templates() {
    return parts_->templates;
}
UnfinishedTexts& Store::unfinishedTexts() {
    parts_->engine.requireReader();
    return parts_->unfinishedTexts;
}
FormRepository& Store::forms() {
    parts_->engine.requireReader();
    return parts_->forms;
}
ScreeningRepository& Store::screenings() {
    parts_->engine.requireReader();
    return parts_->screenings;
}
CarePlanRepository& Store::carePlans() {
    parts_->engine.requireReader();
    return parts_->carePlans;
}
PractitionerRepository& Store::practitioners() {
    return parts_->practitioners;
}
SecondFactorRepository& Store::secondFactors() {
    return parts_->secondFactors;
}
AccessRepository& Store::access() {
    return parts_->access;
}
AmendmentRepository& Store::amendments() {
    parts_->engine.requireReader();
    return parts_->amendments;
}
RetentionRepository& Store::retention() {
    return parts_->retention;
}
SavedSearchRepository& Store::savedSearches() {
    parts_->engine.requireReader();
    return parts_->savedSearches;
}
AuditTrail& Store::audit() {
    return parts_->audit;
}
BackupRepository& Store::backups() {
    return parts_->backups;
}
Finder& Store::finder() {
    parts_->engine.requireReader();
    return parts_->finder;
}
Worklists& Store::worklists() {
    return parts_->worklists;
}
Outcomes& Store::outcomes() {
    parts_->engine.requireReader();
    return parts_->outcomes;
}

std::unique_ptr<Reader> Store::reader() {
    auto& engine = parts_->engine;
    engine.requireReader(); // AccessDenied once signed out, too
    return std::make_unique<Reader>(
        std::make_unique<Reader::Parts>(engine.connection().file(), engine.databaseKey(),
                                        engine.patience(), engine.signedIn(), engine.clock()));
}

std::unique_ptr<Copier> Store::copier() {
    return std::make_unique<Copier>(std::make_unique<Copier::Parts>(parts_->engine));
}

VerificationReport Store::verify() {
    static_cast<void>(parts_->engine.signedIn()); // AccessDenied once signed out
    return verifyAll(parts_->engine);
}

bool Store::packSome() {
    // Whether the person may go on is not asked: it is the clinic's index, and nothing is shown.
    auto& engine = parts_->engine;
    auto& connection = engine.connection();
    return !engine.isSignedOut() && !connection.isInTransaction() && storage::packSome(connection);
}

void Store::signOut() {
    parts_->engine.signOut();
}

} // namespace palpate::storage
