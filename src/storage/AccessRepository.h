// SPDX-License-Identifier: MIT
#pragma once

#include "domain/PatientAccess.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace palpate::storage {

class Engine;

/// Which records open only for some, and when they were opened all the same. Owners may open every
/// record, auditors and the front desk none. Every call may throw StorageError; nothing is changed
/// then.
class AccessRepository {
public:
    explicit AccessRepository(Engine& engine) noexcept : engine_{engine} {}

    /// From now on the record, with those merged into it, opens only for owners and `mayOpen`; one
    /// that is restricted already gets the new list. Audited. Owners only, else AccessDenied.
    /// EditRefused: no such patient or practitioner.
    void restrict(const PatientId& patient, std::span<const PractitionerId> mayOpen,
                  std::string_view reason);
    /// Audited. Owners only. Does nothing when it is not restricted.
    void lift(const PatientId& patient);
    /// The restriction that holds.
    [[nodiscard]] std::optional<PatientRestriction> find(const PatientId& patient) const;
    [[nodiscard]] std::vector<PatientRestriction> list() const;

    /// Whether the person signed in may open the record now, also because of an emergency.
    [[nodiscard]] bool mayOpen(const PatientId& patient) const;
    /// Throws RecordRestricted unless so.
    void require(const PatientId& patient) const;
    /// Those that are closed to the person signed in now, with those merged into them; by `no` of
    /// the table. Asked once a transaction.
    [[nodiscard]] std::vector<PatientId> closed() const;

    /// Opens the record to the person signed in for kEmergencyLasts, in an emergency: kept,
    /// audited, and shown to the owners until one has seen it. The caller has settled
    /// `problemsOfEmergency`. Clinicians only, else AccessDenied.
    EmergencyAccess openInEmergency(const PatientId& patient, std::string_view reason,
                                    const EmergencyAccessId& id);
    /// Newest first; `unseenOnly`: of which no owner has taken note.
    [[nodiscard]] std::vector<EmergencyAccess> emergencies(bool unseenOnly) const;
    /// An owner takes note of it. Audited. Owners only; nothing when it was seen.
    void see(const EmergencyAccessId& id);

private:
    Engine& engine_;
};

} // namespace palpate::storage
