// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"
#include "domain/Id.h"
#include "domain/Message.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

using EmergencyAccessId = Id<struct EmergencyAccessTag>;

/// Since when a patient's record opens only for owners and those who are named.
struct PatientRestriction {
    PatientId patient;                   ///< the record that goes on, where records were merged
    std::string reason;                  ///< may be empty
    std::vector<PractitionerId> mayOpen; ///< besides the owners; in the order of the clinic's list
    PractitionerId by;
    Instant at;
    friend bool operator==(const PatientRestriction&, const PatientRestriction&) = default;
};

/// Somebody without access opened a restricted record in an emergency. Written once.
struct EmergencyAccess {
    EmergencyAccessId id;
    PatientId patient;
    PractitionerId by;
    std::string reason;
    Instant at;
    friend bool operator==(const EmergencyAccess&, const EmergencyAccess&) = default;
};

/// How long a record that was opened in an emergency stays open to that person: a working day. Our
/// own choice.
inline constexpr std::chrono::hours kEmergencyLasts{12};

/// What keeps a reason from being stored: fewer than kFewestOfReason characters besides blanks at
/// its ends, more than 2,000. Each a sentence; empty when all is well.
inline constexpr std::size_t kFewestOfReason = 10; ///< some words; our own choice
[[nodiscard]] std::vector<Message> problemsOfEmergency(std::string_view reason);

} // namespace palpate
