// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Disclosure.h"

#include <optional>
#include <vector>

namespace palpate::storage {

class Engine;

/// What left the clinic of the patients' records, for whom and why. It only grows: the database
/// refuses to change or remove a row. Every call may throw StorageError; nothing is changed then.
class DisclosureRepository {
public:
    explicit DisclosureRepository(Engine& engine) noexcept : engine_{engine} {}

    /// With its row in the audit trail (print or export). The caller has settled
    /// `problems(disclosure)`. AccessDenied: `disclosure.by` is not the person signed in.
    /// EditRefused: no such patient, no such case of that very record, or no such document.
    void add(const Disclosure& disclosure);
    /// Newest first; also those of the records that were merged into the patient's, whose identity
    /// they keep.
    [[nodiscard]] std::vector<Disclosure> ofPatient(const PatientId& patient) const;
    [[nodiscard]] std::optional<Disclosure> find(const DisclosureId& id) const;

private:
    Engine& engine_;
};

} // namespace palpate::storage
