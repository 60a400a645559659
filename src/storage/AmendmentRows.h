// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Amendment.h"
#include "storage/Canonical.h"
#include "storage/Engine.h"
#include "storage/LineWords.h"

#include <cstdint>
#include <string_view>

namespace palpate::storage {

/// A request with the number of its row.
struct StoredAmendment {
    std::int64_t no = 0;
    Amendment amendment;
};

// The columns that amendmentFrom() reads, of the table `amendment m`.
inline constexpr std::string_view kAmendmentColumns =
    "SELECT m.no, m.id, p.id, s.id, m.wish, m.asked_on, r.id, m.at ";
inline constexpr std::string_view kAmendmentJoins =
    "JOIN practitioner r ON r.no = m.practitioner_no LEFT JOIN session s ON s.no = m.session_no ";
/// With its steps.
[[nodiscard]] StoredAmendment amendmentFrom(Engine& engine, const Query& row);

/// Without its steps, each of which has lines of its own.
[[nodiscard]] Lines linesOf(const Amendment& amendment);
[[nodiscard]] Lines linesOf(const AmendmentId& amendment, const AmendmentStep& step);

} // namespace palpate::storage
