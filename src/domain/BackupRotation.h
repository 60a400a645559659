// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"

#include <span>
#include <vector>

namespace palpate {

/// How many backups are kept: the newest of each of so many days, weeks (from Monday) and months
/// that have one, in UTC.
struct RotationRule {
    int days = 7;
    int weeks = 4;
    int months = 12;
    friend bool operator==(const RotationRule&, const RotationRule&) = default;
};

/// Those of `taken` that the rule does not keep, in their order. The newest is never among them,
/// nor one that was taken after `now`: when the clock has been set back nobody knows which is old.
[[nodiscard]] std::vector<Instant> noLongerKept(std::span<const Instant> taken, Instant now,
                                                const RotationRule& rule = {});

} // namespace palpate
