// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Case.h"

#include <optional>
#include <vector>

namespace palpate::storage {

class Engine;

/// The complaints of the patients. Every call may throw StorageError; nothing is changed then.
class CaseRepository {
public:
    explicit CaseRepository(Engine& engine) noexcept : engine_{engine} {}

    /// The caller has settled `problems(record, today)`. EditRefused: no such patient.
    void add(const Case& record);
    /// Audited with old and new values; writes nothing when nothing differs. EditRefused: no such
    /// case, or one of another patient.
    void update(const Case& record);
    [[nodiscard]] std::optional<Case> find(const CaseId& id) const;
    /// Open ones first, then the newest first.
    [[nodiscard]] std::vector<Case> ofPatient(const PatientId& patient) const;

private:
    Engine& engine_;
};

} // namespace palpate::storage
