// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Patient.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::storage {

class Engine;

/// One line of the patient list.
struct PatientRow {
    PatientId id;
    std::string familyName;
    std::string givenName;
    std::optional<Date> birthDate;
    std::optional<Instant> lastSession; ///< start of the newest session; empty: never seen
    std::string openComplaint;          ///< of the newest open case; empty: none
    std::string preferredName = {};
    bool archived = false;
    std::optional<PatientId> mergedInto = {}; ///< the record that goes on instead
    bool isRestricted = false;                ///< opens only for some; see AccessRepository
    bool isClosed = false; ///< not for the person signed in: without its complaint
    friend bool operator==(const PatientRow&, const PatientRow&) = default;
};

/// Whether archived and merged records are wanted too.
enum class PatientScope { Daily, Everything };

/// A record that may be the same person's, and why.
struct AlikePatient {
    PatientRow row;
    bool sameBirthAndName = false; ///< same birth date, similar name
    bool samePhone = false;
    friend bool operator==(const AlikePatient&, const AlikePatient&) = default;
};

/// The patients of the clinic. Every call may throw StorageError; nothing is changed then. Of a
/// record that is closed to the person signed in (AccessRepository) only its line is given; all
/// else throws RecordRestricted. The front desk reads and changes who a patient is and how to reach
/// them: what is clinical of the record (PatientParts.h) and the complaint of a row are empty then,
/// and stay as they are when the rest is stored. An auditor reads names and birth dates, and
/// changes nothing: AccessDenied.
class PatientRepository {
public:
    explicit PatientRepository(Engine& engine) noexcept : engine_{engine} {}

    /// The caller has settled `problems(patient, today)`. EditRefused: it is merged already.
    void add(const Patient& patient);
    /// Changes what was read: RecordChanged, and nothing is written, when the stored record is no
    /// longer `asRead`. Audited with old and new values; writes nothing when nothing differs.
    /// EditRefused: no such patient, a consent that would go (it is withdrawn instead), or another
    /// `mergedInto` (merge and unmerge change that).
    void update(const Patient& patient, const Patient& asRead);
    /// The same whatever is stored, for whoever has the record alone: bulk loading.
    void update(const Patient& patient);

    /// Out of the daily list, and back. Audited. EditRefused: no such patient.
    void archive(const PatientId& id) { setArchived(id, true); }
    void restore(const PatientId& id) { setArchived(id, false); }

    /// `from` leads to `into` from now on, which answers for the cases and sessions of both. No row
    /// moves; audited for both. EditRefused: no such patient, the same one, one of the two merged
    /// already, or records were merged into `from`.
    void merge(const PatientId& from, const PatientId& into);
    /// Takes it back. EditRefused: `from` is not merged.
    void unmerge(const PatientId& from);
    /// The record that goes on: `id` itself unless it was merged.
    [[nodiscard]] PatientId current(const PatientId& id) const;
    /// Those that were merged into it, in the order in which they were added.
    [[nodiscard]] std::vector<Patient> mergedInto(const PatientId& id) const;

    /// For a person who looks at the record: the view is audited in the same transaction. Empty: no
    /// such patient.
    [[nodiscard]] std::optional<Patient> open(const PatientId& id);
    /// For the program's own needs (a page being printed, a check): leaves no trace. Empty: no such
    /// patient.
    [[nodiscard]] std::optional<Patient> find(const PatientId& id) const;

    /// The line of one record, closed or not. Empty: no such patient.
    [[nodiscard]] std::optional<PatientRow> row(const PatientId& id) const;

    /// As one types: every word must be the beginning of a word of the name or the preferred name
    /// (accents and case do not matter), the birth date (2026-11-23, 23.11.2026, 23/11/2026, or a
    /// year) or at least three digits in a row of the phone number. The names and numbers of merged
    /// records lead to the one that goes on. Most recently seen first, a newly added patient
    /// counting as seen; empty text: everybody.
    [[nodiscard]] std::vector<PatientRow> search(std::string_view text, int limit,
                                                 PatientScope scope = PatientScope::Daily) const;
    /// Records, but this one and merged ones, with the same birth date and a similar name or the
    /// same phone number; most recently seen first.
    [[nodiscard]] std::vector<AlikePatient> alike(const Patient& patient) const;
    /// All there are, archived and merged ones too.
    [[nodiscard]] int count() const;

private:
    void write(const Patient& wanted, const Patient* asRead);
    void setArchived(const PatientId& id, bool archived);

    Engine& engine_;
};

} // namespace palpate::storage
