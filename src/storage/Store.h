// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"
#include "domain/Id.h"
#include "domain/Letterhead.h"
#include "domain/LockSettings.h"
#include "domain/Practitioner.h"
#include "domain/SessionFilter.h"
#include "storage/AccessRepository.h"
#include "storage/AmendmentRepository.h"
#include "storage/AuditTrail.h"
#include "storage/CarePlanRepository.h"
#include "storage/CaseRepository.h"
#include "storage/ContactNoteRepository.h"
#include "storage/DisclosureRepository.h"
#include "storage/DocumentRepository.h"
#include "storage/Finder.h"
#include "storage/FormRepository.h"
#include "storage/GoesOn.h"
#include "storage/Keys.h"
#include "storage/Outcomes.h"
#include "storage/PatientRepository.h"
#include "storage/PractitionerRepository.h"
#include "storage/Reader.h"
#include "storage/RetentionRepository.h"
#include "storage/SavedSearchRepository.h"
#include "storage/ScreeningRepository.h"
#include "storage/SecondFactorRepository.h"
#include "storage/SessionRepository.h"
#include "storage/SnippetRepository.h"
#include "storage/TemplateRepository.h"
#include "storage/UnfinishedTexts.h"
#include "storage/Verification.h"
#include "storage/Worklists.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace palpate::storage {

class BackupRepository;
class Copier;

/// Turns the key of a muscle, region, joint, technique, reference point, motion, test, home care or
/// alert into the words people type for it (names, synonyms, abbreviations, blank-separated); empty
/// for a key it does not know. Used for the search index.
using Vocabulary = std::function<std::string(std::string_view key)>;

struct OpenOptions {
    Vocabulary vocabulary;       ///< without one, a key stands for itself, '_' read as a blank
    PaintedRegions painted = {}; ///< without one, no session is found by a painted region
    /// How long to wait for another program that is writing.
    std::chrono::milliseconds patience{5000};
    /// The database may not grow beyond so many pages of 4096 bytes: a quota, and how tests fill
    /// the disk.
    std::optional<std::uint32_t> pageLimit;
    /// Asked while the search index of an older program is made anew, which for a million sessions
    /// takes minutes; given up, the clinic is as it was and not open (WorkDropped).
    GoesOn whileIndexing = {};
};

/// Makes the clinic at `folder` (by custom NAME.palpate) with one owner, and returns its recovery
/// key, which is stored nowhere. The folder may exist if it is empty. Throws StorageError when it
/// is not, or can't be written; a half-made clinic is never left at `folder`.
RecoveryKey createClinic(const std::filesystem::path& folder, const ClinicProfile& profile,
                         const Practitioner& owner, std::string_view password, const Clock& clock,
                         IdMaker& ids, KdfCost cost = KdfCost::standard());

/// An open clinic with one person signed in. Used by one thread at a time; several programs may
/// have the same clinic open.
class Store {
public:
    /// Signs in, audited. Throws AccessDenied for a wrong name, password or code, CodeNeeded when a
    /// code was not given and is needed, WaitNeeded after too many wrong ones, SchemaTooNew for a
    /// clinic of a newer Palpate, StorageError for a folder that is no sound clinic. `clock` must
    /// outlive the store.
    Store(const std::filesystem::path& folder, const Credentials& credentials, const Clock& clock,
          OpenOptions options = {});
    /// Comes in as the owner with the printed recovery key: everything can be read and passwords
    /// renewed, nothing signed.
    Store(const std::filesystem::path& folder, const RecoveryKey& recoveryKey, const Clock& clock,
          OpenOptions options = {});
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    /// Closes the file, lets go of the drafts that it charts and wipes the keys. Without `signOut`
    /// the trail has no sign-out, as after a power cut.
    ~Store();

    [[nodiscard]] const Practitioner& signedIn() const;
    [[nodiscard]] const std::filesystem::path& folder() const;
    [[nodiscard]] ClinicProfile profile() const;
    /// Owners only, else AccessDenied.
    void setProfile(const ClinicProfile& profile);
    /// How printed pages look; the default until it was set.
    [[nodiscard]] Letterhead letterhead() const;
    /// Audited. Owners only, else AccessDenied. The caller has settled `problems(letterhead)` and
    /// decoded the logo.
    void setLetterhead(const Letterhead& letterhead);
    /// The default until they were set.
    [[nodiscard]] LockSettings lockSettings() const;
    /// Audited. Owners only, else AccessDenied. The caller has settled `problems(settings)`.
    void setLockSettings(const LockSettings& settings);

    /// All of `work` or nothing: an exception undoes it and goes on to the caller. Inside another
    /// `atomically` it joins that one; when it had already written something, a failure undoes the
    /// outer one too.
    void atomically(const std::function<void()>& work);

    // Cases, sessions and all else that is clinical are for owners and practitioners: for the front
    // desk and an auditor each of these throws AccessDenied. Of patients() and worklists() they get
    // the part that their headers tell.
    [[nodiscard]] PatientRepository& patients();
    [[nodiscard]] CaseRepository& cases();
    [[nodiscard]] SessionRepository& sessions();
    [[nodiscard]] ContactNoteRepository& contactNotes();
    [[nodiscard]] SnippetRepository& snippets();
    [[nodiscard]] DocumentRepository& documents();
    [[nodiscard]] DisclosureRepository& disclosures();
    [[nodiscard]] TemplateRepository& templates();
    [[nodiscard]] UnfinishedTexts& unfinishedTexts();
    [[nodiscard]] FormRepository& forms();
    [[nodiscard]] ScreeningRepository& screenings();
    [[nodiscard]] CarePlanRepository& carePlans();
    [[nodiscard]] PractitionerRepository& practitioners();
    [[nodiscard]] SecondFactorRepository& secondFactors();
    [[nodiscard]] AccessRepository& access();
    [[nodiscard]] AmendmentRepository& amendments();
    [[nodiscard]] RetentionRepository& retention();
    [[nodiscard]] SavedSearchRepository& savedSearches();
    [[nodiscard]] AuditTrail& audit();
    [[nodiscard]] BackupRepository& backups(); ///< BackupRepository.h

    [[nodiscard]] Finder& finder();
    [[nodiscard]] Worklists& worklists();
    [[nodiscard]] Outcomes& outcomes();
    /// Another way in, for searches beside the window. AccessDenied once signed out.
    [[nodiscard]] std::unique_ptr<Reader> reader();
    /// Another way in, for copying the clinic beside the window (Backup.h). AccessDenied once
    /// signed out.
    [[nodiscard]] std::unique_ptr<Copier> copier();

    /// Reads everything; takes seconds on a large clinic. Changes nothing.
    [[nodiscard]] VerificationReport verify();

    /// Packs some of the search index of a large clinic into one part, which saves a quarter of
    /// the slowest searches' time: a tenth of a second's work, for when nobody waits. False:
    /// nothing to do now, or another program writes. No record changes, so it is not audited.
    [[nodiscard]] bool packSome();

    /// Audited; signs the head of the trail. Every later call throws AccessDenied; a second signOut
    /// does nothing.
    void signOut();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace palpate::storage
