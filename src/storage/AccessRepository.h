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
/// record, auditors and the front desk no restricted one. Merged records count as one: whatever
/// restricts any of them holds for all. Reading or writing what is closed throws RecordRestricted
/// in every repository, and no search or list tells of it. Every call may throw StorageError;
/// nothing is changed then.
class AccessRepository {
public:
    explicit AccessRepository(Engine& engine) noexcept : engine_{engine} {}

    /// From now on the record, with those merged into it, opens only for owners and `mayOpen`; one
    /// that is restricted already gets the new list. Audited. Owners only, else AccessDenied.
    /// EditRefused: no such patient, or somebody who is no practitioner.
    void restrict(const PatientId& patient, std::span<const PractitionerId> mayOpen,
                  std::string_view reason);
    /// Audited. Owners only. Does nothing when it is not restricted.
    void lift(const PatientId& patient);
    /// The restriction that holds; without its reason for whom it keeps out.
    [[nodiscard]] std::optional<PatientRestriction> find(const PatientId& patient) const;
    [[nodiscard]] std::vector<PatientRestriction> list() const;

    /// Whether the person signed in may open the record now, also because of an emergency.
    [[nodiscard]] bool mayOpen(const PatientId& patient) const;
    /// Throws RecordRestricted unless so.
    void require(const PatientId& patient) const;
    /// Those that are closed to the person signed in now, with those merged into them, in the order
    /// in which they were added.
    [[nodiscard]] std::vector<PatientId> closed() const;

    /// Opens the record to the person signed in for kEmergencyLasts, in an emergency: kept,
    /// audited, and shown to the owners until one has seen it. The caller has settled
    /// `problemsOfEmergency`. Clinicians only, else AccessDenied.
    /// EditRefused: it is not closed to them.
    EmergencyAccess openInEmergency(const PatientId& patient, std::string_view reason,
                                    const EmergencyAccessId& id);
    /// The emergency because of which the record is open to the person signed in now; empty: none.
    [[nodiscard]] std::optional<EmergencyAccess> running(const PatientId& patient) const;
    /// Newest first; `unseenOnly`: of which no owner has taken note. Owners only.
    [[nodiscard]] std::vector<EmergencyAccess> emergencies(bool unseenOnly) const;
    /// An owner takes note of it. Audited. Owners only; nothing when it was seen.
    void see(const EmergencyAccessId& id);

private:
    Engine& engine_;
};

} // namespace palpate::storage
