// SPDX-License-Identifier: MIT
#pragma once

#include "app/WhatHelps.h"
#include "domain/Case.h"
#include "domain/Session.h"

#include <span>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

/// An answer about everyday life as it was told last.
struct ToldLine {
    std::string label; ///< "Sleep"
    std::string text;  ///< "7 h a night"
    std::string when;  ///< "25 Nov"; with what it was before: "25 Nov; 6 h on 18 Nov"
    friend bool operator==(const ToldLine&, const ToldLine&) = default;
};

/// Something that comes next, or is overdue.
struct NextStep {
    std::string text; ///< "Next visit agreed for Mon 30 Nov 2026"
    bool pressing = false;
    friend bool operator==(const NextStep&, const NextStep&) = default;
};

/// What the overview of a case tells beside its course.
struct OverviewFacts {
    std::vector<ToldLine> everyday;    ///< those that were asked at least once
    std::vector<std::string> homeCare; ///< agreed last: "Gentle static stretch: 2 × 30 s, daily"
    std::string homeCareDay;           ///< when it was agreed: "18 Nov"; empty: none was
    std::vector<NextStep> next;        ///< the most pressing first
    WhatHelps helped;
};

/// "−2.8 (−3.1 to −2.4)", with its interval; of a single value "−2.8".
[[nodiscard]] std::string meanText(const MeanChange& change);
/// "8 uses · at once −2.8 (−3.1 to −2.4)": what fits on a line.
[[nodiscard]] std::string shortHelp(const Help& help);

/// Of one case; `oldestFirst` are its sessions.
[[nodiscard]] OverviewFacts overviewFacts(const Clinic& clinic, const Case& record,
                                          std::span<const Session> oldestFirst);

} // namespace palpate::app
