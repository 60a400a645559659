// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Treatment.h"
#include "storage/Engine.h"

#include <cstddef>
#include <string>
#include <vector>

namespace palpate::storage {

// The treatments of a session as rows, each with its dose and with why one went on. All inside a
// transaction.

/// Of a point that has a finding; EditRefused when there is none.
[[nodiscard]] std::int64_t knownPointNo(Engine& engine, const TriggerPointId& point);

/// Throws EditRefused when a reason for going on is empty.
void requireReasons(const Treatment& treatment);

/// Those of `after` from position `kept` on, and those before it that differ from `before`. What
/// was at `kept` and later must be gone already.
void writeTreatments(Engine& engine, std::int64_t sessionNo, const std::vector<Treatment>& before,
                     const std::vector<Treatment>& after, std::size_t kept);
void removeTreatmentsFrom(Engine& engine, std::int64_t sessionNo, std::size_t position);

/// The columns that `treatmentFrom`, `doseFrom` and `wentOnFrom` read, beginning with column 1, of
/// treatment m (and trigger_point t), treatment_value v and treatment_went_on w.
inline constexpr std::string_view kTreatmentColumns =
    "m.id, m.technique, t.id, m.muscle, m.region, m.joint, m.side, m.tenderness_after, "
    "m.pain_before, m.pain_after, m.note";
inline constexpr std::string_view kDoseColumns = "v.field, v.number, v.flag, v.text";
inline constexpr std::string_view kWentOnColumns = "w.alert, w.reason";
[[nodiscard]] Treatment treatmentFrom(const Query& row);
[[nodiscard]] LogValue doseFrom(const Query& row, int firstColumn);
[[nodiscard]] WentOn wentOnFrom(const Query& row, int firstColumn);

} // namespace palpate::storage
