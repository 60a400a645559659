// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"
#include "domain/FormRecord.h"
#include "domain/Id.h"
#include "domain/Message.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

using RaisedFlagId = Id<struct RaisedFlagTag>;
using FlagDeedId = Id<struct FlagDeedTag>;

/// What was done about a raised flag. Told: somebody was told (emergency care, the physician, the
/// patient). Referred: a letter of referral went out. GoesOn: treatment goes on, for a reason.
enum class FlagDeedKind { Told, Referred, GoesOn };

/// Written once and never changed.
struct FlagDeed {
    FlagDeedId id;
    FlagDeedKind kind = FlagDeedKind::Told;
    std::string whom = {};   ///< who was told or referred to; needed but for GoesOn
    std::string reason = {}; ///< needed of GoesOn; may stand beside the others
    Instant done;            ///< when; not after `written`
    Instant written;
    PractitionerId by;
    friend bool operator==(const FlagDeed&, const FlagDeed&) = default;
};

/// A screening question that was answered with "yes". What the table said is kept as it was then.
struct RaisedFlag {
    RaisedFlagId id;
    PatientId patient;
    std::optional<CaseId> caseId = {};
    std::optional<SessionId> session = {};
    FormRecordId form; ///< in which it was answered
    RedFlagKey flag;
    std::string question;
    std::string pointsTo; ///< "cauda equina syndrome"
    std::string urgency;  ///< key of an urgency of red-flags.json: "emergency"
    std::string action;   ///< what the practitioner does
    Instant raised;
    PractitionerId by;
    std::vector<FlagDeed> deeds = {}; ///< the earliest first

    /// Something was done about it, or somebody answers for going on.
    [[nodiscard]] bool isSettled() const noexcept { return !deeds.empty(); }
    friend bool operator==(const RaisedFlag&, const RaisedFlag&) = default;
};

/// What keeps the deed from being stored: nobody named, no reason for going on, a time to come, a
/// text beyond 2,000 characters. Each a sentence; empty when all is well.
[[nodiscard]] std::vector<Message> problems(const FlagDeed& deed);

[[nodiscard]] std::string_view name(FlagDeedKind kind) noexcept;
[[nodiscard]] std::optional<FlagDeedKind> parseFlagDeedKind(std::string_view text) noexcept;

} // namespace palpate
