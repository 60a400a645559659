// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"
#include "domain/Clock.h"
#include "domain/Id.h"
#include "domain/Message.h"
#include "domain/Practitioner.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

using DestructionId = Id<struct DestructionTag>;

/// How long a record must be kept. The clinic's own table: the law's numbers differ by country and
/// profession, and change.
struct RetentionRule {
    std::string country;
    std::optional<Profession> profession; ///< empty: every profession
    int years = 0;                        ///< after the last session
    std::optional<int> untilAge; ///< and not before this birthday; empty: age does not matter
    std::string source;          ///< the law or guidance; never empty
    friend bool operator==(const RetentionRule&, const RetentionRule&) = default;
};

/// What a record's retention is counted from.
struct RecordAge {
    std::optional<Date> lastSession;     ///< empty: no session; then from `begun`
    Date begun{};                        ///< when the record was made
    std::optional<Date> birthDate;       ///< empty: not known
    std::vector<Profession> professions; ///< of those who treated; empty: nobody did
};

/// Until when a record must be kept.
struct RetentionEnd {
    std::optional<Date>
        day; ///< the first day on which it may be destroyed; empty: it can't be told
    std::optional<RetentionRule> rule; ///< the one that keeps it longest; empty: none applies
    bool needsBirthDate = false;       ///< why it can't be told
    friend bool operator==(const RetentionEnd&, const RetentionEnd&) = default;
};

/// By the rules of one country: those of the professions that treated and those of every
/// profession; the one that keeps longest counts. Without a rule that applies, or where a rule
/// needs a birth date that is not known, no day: never guessed. 29 February counts as 1 March.
[[nodiscard]] RetentionEnd retentionEnd(const RecordAge& age, std::span<const RetentionRule> rules);

/// What keeps a rule from being stored; empty when all is well.
[[nodiscard]] std::vector<Message> problems(const RetentionRule& rule);

/// What keeps the reason of a destruction from being stored: nothing but blanks, more than 2,000
/// characters. Each a sentence; empty when all is well.
[[nodiscard]] std::vector<Message> problemsOfDestruction(std::string_view reason);

/// A record that was destroyed: what is kept of it.
struct Destruction {
    DestructionId id;  ///< the same for records of one person that were destroyed together
    PatientId patient; ///< the identity it had; its name is kept nowhere
    std::string reason;
    std::string rule; ///< in words; empty: no rule called for it
    std::optional<Date> lastSession;
    std::int64_t rows = 0; ///< that are gone
    std::int64_t sessions = 0;
    std::int64_t documents = 0;
    std::array<std::uint8_t, 32> exportDigest{}; ///< BLAKE2b-256 of the complete export made before
    std::vector<std::string> backups;            ///< those known that still hold it
    PractitionerId by;
    Instant at;
    friend bool operator==(const Destruction&, const Destruction&) = default;
};

} // namespace palpate
