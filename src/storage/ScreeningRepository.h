// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Screening.h"

#include <optional>
#include <vector>

namespace palpate::storage {

class Engine;

/// Raised flags and what was done about them. Nothing of them is ever changed or removed. Every
/// call may throw StorageError; nothing is changed then.
class ScreeningRepository {
public:
    explicit ScreeningRepository(Engine& engine) noexcept : engine_{engine} {}

    /// Newest first; with those of records merged into the patient's.
    [[nodiscard]] std::vector<RaisedFlag> ofPatient(const PatientId& patient) const;
    [[nodiscard]] std::vector<RaisedFlag> unsettled(const PatientId& patient) const;
    [[nodiscard]] std::optional<RaisedFlag> find(const RaisedFlagId& id) const;
    /// Audited. The caller has settled `problems(deed)`. AccessDenied: `deed.by` is not the person
    /// signed in. EditRefused: no such flag.
    void add(const RaisedFlagId& flag, const FlagDeed& deed);

private:
    Engine& engine_;
};

} // namespace palpate::storage
