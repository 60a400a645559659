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

/// An outcome measure beside pain now, in a few words.
struct ScoreLine {
    std::string label;    ///< "Patient-Specific Functional Scale (PSFS)"
    std::string text;     ///< "3.3 of 10 → 6 of 10"; of a lone one "3.3 of 10"
    std::string when;     ///< "12 Oct to 16 Nov"
    std::string sentence; ///< what can be said of the change, with its source; may be empty
    friend bool operator==(const ScoreLine&, const ScoreLine&) = default;
};

/// What the overview of a case tells beside its course.
struct OverviewFacts {
    std::vector<ToldLine> everyday;    ///< those that were asked at least once
    std::vector<std::string> homeCare; ///< agreed last: "Gentle static stretch: 2 × 30 s, daily"
    std::string homeCareDay;           ///< when it was agreed: "18 Nov"; empty: none was
    std::vector<NextStep> next;        ///< the most pressing first
    WhatHelps helped;
    std::vector<std::string> flags;   ///< not settled, of the patient: "Urgent: possible ..."
    std::vector<std::string> factors; ///< told with "yes": "Prolonged sitting (some evidence)"
    std::vector<ScoreLine> scores;    ///< function first to last, in the order of the table
    std::vector<std::string> plan;    ///< of home care, what goes on: "Walking: 20 min, daily"
    std::string adherence;            ///< "home care on 5 of 7 days (23 Nov)"; empty: not asked
};

/// "−2.8 (−3.1 to −2.4)", with its interval; of a single value "−2.8".
[[nodiscard]] std::string meanText(const MeanChange& change);
/// "8 uses · at once −2.8 (−3.1 to −2.4)": what fits on a line.
[[nodiscard]] std::string shortHelp(const Help& help);

/// Of one case; `oldestFirst` are its sessions.
[[nodiscard]] OverviewFacts overviewFacts(Clinic& clinic, const Case& record,
                                          std::span<const Session> oldestFirst);

} // namespace palpate::app
