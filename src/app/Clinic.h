// SPDX-License-Identifier: MIT
#pragma once

#include "app/DataPaths.h"
#include "domain/Calendar.h"
#include "domain/Id.h"
#include "domain/Practitioner.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace palpate::atlas {
class BodyMap;
}
namespace palpate::drawing {
class BodyShapes;
}
namespace palpate::reference {
class Reference;
}
namespace palpate::storage {
class Store;
}

namespace palpate::app {

/// Body map and clinical tables: what every clinic shares. Read-only; loaded once, kept by whoever
/// needs it. Throws DataError when a file is missing or malformed.
class Knowledge {
public:
    explicit Knowledge(const DataPaths& paths);
    ~Knowledge();
    Knowledge(Knowledge&&) noexcept;
    Knowledge& operator=(Knowledge&&) = delete;
    Knowledge(const Knowledge&) = delete;
    Knowledge& operator=(const Knowledge&) = delete;

    [[nodiscard]] const atlas::BodyMap& map() const noexcept;
    [[nodiscard]] const drawing::BodyShapes& shapes() const noexcept;
    [[nodiscard]] const reference::Reference& reference() const noexcept;
    [[nodiscard]] const DataPaths& paths() const noexcept;
    /// What must stand wherever the body map is shown, word for word.
    [[nodiscard]] const std::string& attribution() const noexcept;
    /// The words by which a search finds a key; see Vocabulary.h.
    [[nodiscard]] const std::function<std::string(std::string_view)>& vocabulary() const noexcept;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

class FormFiles;

/// FastForThrowAway weakens the key derivation, and is for demonstration clinics and tests.
enum class KeyStrength { Standard, FastForThrowAway };

/// A new clinic with its owner. Returns the recovery key as it must be written down: it is nowhere
/// else. Throws StorageError when the folder can't be made; nothing is left then.
[[nodiscard]] std::string createClinic(const std::filesystem::path& folder,
                                       const ClinicProfile& profile, const Practitioner& owner,
                                       const std::string& password, const Clock& clock,
                                       IdMaker& ids, KeyStrength strength = KeyStrength::Standard);

/// An open clinic with somebody signed in: the store, the shared knowledge, the clock. Everything
/// that is handed to it must outlive it. Opening throws AccessDenied (CodeNeeded without the `code`
/// of a second factor that is needed, WaitNeeded after too many wrong passwords), StorageError or
/// SchemaTooNew, each with one sentence. `whileIndexing` is asked while the search index of an
/// older program is made anew, which may take minutes: the share that is done, 0 to 1; false gives
/// up (StorageError), and the clinic is as it was.
class Clinic {
public:
    Clinic(const std::filesystem::path& folder, const std::string& userName,
           const std::string& password, const Knowledge& knowledge, const Clock& clock,
           IdMaker& ids, const std::string& code = {},
           const std::function<bool(double share)>& whileIndexing = {});
    ~Clinic();
    Clinic(const Clinic&) = delete;
    Clinic& operator=(const Clinic&) = delete;

    [[nodiscard]] storage::Store& store() noexcept;
    [[nodiscard]] const Knowledge& knowledge() const noexcept { return knowledge_; }
    [[nodiscard]] const atlas::BodyMap& map() const noexcept;
    [[nodiscard]] const drawing::BodyShapes& shapes() const noexcept;
    [[nodiscard]] const reference::Reference& reference() const noexcept;
    [[nodiscard]] const Clock& clock() const noexcept { return clock_; }
    [[nodiscard]] IdMaker& ids() noexcept { return ids_; }
    [[nodiscard]] const Practitioner& practitioner() const noexcept { return practitioner_; }
    [[nodiscard]] const ClinicProfile& profile() const noexcept { return profile_; }
    [[nodiscard]] Date today() const;
    /// Reads profile() again after it was stored.
    void reloadProfile();
    /// Reads practitioner() again after their record was changed.
    void reloadPractitioner();

    /// Whether the record that a report was made of last is this one: it was audited as looked at
    /// then, and a preview that is renewed at each keystroke is no new look. Remembers it.
    [[nodiscard]] bool looksAgainAt(const PatientId& patient);
    /// What stays read of the forms' files; see formLibrary().
    [[nodiscard]] FormFiles& formFiles() noexcept { return *formFiles_; }

    /// For when nobody uses the program: a tenth of a second's work that keeps searches quick.
    /// False: there is nothing to do now.
    [[nodiscard]] bool packSome();

    /// Audited, and the audit chain's head is signed. The clinic must not be used afterwards.
    void signOut();

private:
    const Knowledge& knowledge_;
    const Clock& clock_;
    IdMaker& ids_;
    std::unique_ptr<storage::Store> store_;
    Practitioner practitioner_;
    ClinicProfile profile_;
    std::optional<PatientId> lookedAt_;
    std::unique_ptr<FormFiles> formFiles_;
};

} // namespace palpate::app
