// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Session.h"
#include "storage/Engine.h"

namespace palpate::storage {

// Ranges of motion, test results and home care of a session as rows, in the order of its lists. All
// inside a transaction.

/// Throws EditRefused, one sentence: a motion, test or home care that is there twice, a motion
/// without any value, a check-in that can't be. StorageError: a measurement that is no number.
void requireStorableMeasurements(const Session& session);

/// What differs in `after`. Both must be storable.
void writeMeasurements(Engine& engine, std::int64_t sessionNo, const Session& before,
                       const Session& after);
void removeMeasurements(Engine& engine, std::int64_t sessionNo);

/// The columns that the functions below read, beginning with column 1, of range_of_motion r,
/// test_result e and home_care_item h.
inline constexpr std::string_view kMotionColumns =
    "r.motion, r.side, r.active, r.passive, r.pain, r.note";
inline constexpr std::string_view kTestColumns =
    "e.test, e.part, e.side, e.region, e.muscle, e.joint, e.number, e.choice, e.also, e.note";
inline constexpr std::string_view kHomeCareColumns = "h.item, h.dose";
[[nodiscard]] RangeOfMotion motionFrom(const Query& row);
[[nodiscard]] TestResult testFrom(const Query& row);
[[nodiscard]] HomeCareItem homeCareFrom(const Query& row);

} // namespace palpate::storage
