// SPDX-License-Identifier: MIT
#pragma once

#include "app/CarePlans.h"
#include "app/MeasureTrends.h"
#include "app/Screenings.h"
#include "domain/Case.h"
#include "domain/Session.h"

#include <optional>
#include <span>
#include <vector>

namespace palpate::app {

// The same as without `sessions`, for whoever has read the case's sessions already: reading them is
// the larger part of the work. Oldest first. Whoever calls has asked whether records may be read.

[[nodiscard]] CarePlanView carePlan(Clinic& clinic, const Case& record,
                                    std::span<const Session> sessions);
[[nodiscard]] std::vector<MeasureTrend> measureTrends(Clinic& clinic, const Case& record,
                                                      std::span<const Session> sessions,
                                                      const ScoredPeriod& period = {});
[[nodiscard]] std::optional<ScreeningDue> screeningDue(Clinic& clinic, const Case& record,
                                                       std::span<const Session> sessions);

} // namespace palpate::app
