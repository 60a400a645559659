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
    friend bool operator==(const PatientRow&, const PatientRow&) = default;
};

/// The patients of the clinic. Every call may throw StorageError; nothing is changed then.
class PatientRepository {
public:
    explicit PatientRepository(Engine& engine) noexcept : engine_{engine} {}

    /// The caller has settled `problems(patient, today)`.
    void add(const Patient& patient);
    /// Audited with old and new values; writes nothing when nothing differs. EditRefused: no such
    /// patient.
    void update(const Patient& patient);

    /// For a person who looks at the record: the view is audited in the same transaction. Empty: no
    /// such patient.
    [[nodiscard]] std::optional<Patient> open(const PatientId& id);
    /// For the program's own needs (a page being printed, a check): leaves no trace. Empty: no such
    /// patient.
    [[nodiscard]] std::optional<Patient> find(const PatientId& id) const;

    /// As one types: every word must be the beginning of a word of the name (accents and case do
    /// not matter), the birth date (2026-11-23, 23.11.2026, 23/11/2026, or a year) or at least
    /// three digits in a row of the phone number. Most recently seen first, a newly added patient
    /// counting as seen; empty text: everybody.
    [[nodiscard]] std::vector<PatientRow> search(std::string_view text, int limit) const;
    [[nodiscard]] int count() const;

private:
    Engine& engine_;
};

} // namespace palpate::storage
