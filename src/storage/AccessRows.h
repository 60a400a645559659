// SPDX-License-Identifier: MIT
#pragma once

#include "domain/PatientAccess.h"
#include "storage/Canonical.h"
#include "storage/Engine.h"
#include "storage/LineWords.h"

#include <string>
#include <string_view>

namespace palpate::storage {

[[nodiscard]] Lines linesOf(const PatientRestriction& restriction);
[[nodiscard]] Lines linesOf(const EmergencyAccess& access);
/// What the trail tells when an owner has taken note.
[[nodiscard]] std::string seenText(const PractitionerId& by, Instant at);

// The columns that emergencyFrom() reads, of the table `emergency_access e`.
inline constexpr std::string_view kEmergencyColumns =
    "SELECT e.id, p.id, r.id, e.reason, e.at FROM emergency_access e JOIN patient p ON p.no = "
    "e.patient_no JOIN practitioner r ON r.no = e.practitioner_no ";
[[nodiscard]] EmergencyAccess emergencyFrom(const Query& row);

/// `from` is being taken out of `into`: what restricts both together goes on for `from`, as no
/// record opens by being taken apart. Inside a transaction, before they are apart.
void keepRestricted(Engine& engine, const PatientId& from, const PatientId& into);

} // namespace palpate::storage
