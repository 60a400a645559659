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
    /// Changes what was read: RecordChanged, and nothing is written, when the stored case is no
    /// longer `asRead`. Audited with old and new values; writes nothing when nothing differs.
    /// EditRefused: no such case, or one of another patient.
    void update(const Case& record, const Case& asRead);
    /// The same whatever is stored, for whoever has the record alone: bulk loading.
    void update(const Case& record);
    [[nodiscard]] std::optional<Case> find(const CaseId& id) const;
    /// Also those of the records that were merged into the patient's. Open ones first, then the
    /// newest first.
    [[nodiscard]] std::vector<Case> ofPatient(const PatientId& patient) const;

private:
    void write(const Case& record, const Case* asRead);

    Engine& engine_;
};

} // namespace palpate::storage
