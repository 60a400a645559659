// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Amendment.h"

#include <optional>
#include <vector>

namespace palpate::storage {

class Engine;

/// What patients ask to be changed in their record, and what was answered. Never changed, never
/// removed. Clinicians write; every call may throw StorageError, and nothing is changed then.
class AmendmentRepository {
public:
    explicit AmendmentRepository(Engine& engine) noexcept : engine_{engine} {}

    /// Audited. The caller has settled `problems`. EditRefused: no such patient, or the session is
    /// not the patient's. AccessDenied: `by` is not the person signed in.
    void add(const Amendment& amendment);
    /// Audited. RecordChanged: it was answered meanwhile. EditRefused: no such request, or the
    /// addendum belongs to another record.
    void addStep(const AmendmentId& id, const AmendmentStep& step);

    [[nodiscard]] std::optional<Amendment> find(const AmendmentId& id) const;
    /// Newest first, with those of records merged into the patient's.
    [[nodiscard]] std::vector<Amendment> ofPatient(const PatientId& patient) const;
    /// Not answered yet, the longest waiting first, without those of records closed to the person.
    [[nodiscard]] std::vector<Amendment> open() const;

private:
    Engine& engine_;
};

} // namespace palpate::storage
