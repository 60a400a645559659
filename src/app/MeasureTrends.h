// SPDX-License-Identifier: MIT
#pragma once

#include "app/Footnotes.h"
#include "domain/Calendar.h"
#include "domain/Case.h"
#include "domain/Id.h"
#include "drawing/Palette.h"
#include "drawing/Picture.h"
#include "reference/OutcomeMeasures.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::reference {
class Reference;
}

namespace palpate::app {

class Clinic;

struct ScoredDay {
    Instant at;
    double score = 0;
    std::string day;  ///< "23 Nov 2026"
    std::string text; ///< "4 of 10"
    friend bool operator==(const ScoredDay&, const ScoredDay&) = default;
};

/// One outcome measure over the time of a case. Pain ratings before treatment of the sessions
/// belong to the NPRS; forms completed for the case add to it, but for one filled in during a
/// session that has such a rating: that one is the session's.
struct MeasureTrend {
    reference::MeasureKey measure;
    std::string name;            ///< "Numeric pain rating scale (NPRS)"
    std::string direction;       ///< "lower is better"
    std::vector<ScoredDay> days; ///< the earliest first
    /// What can be said of the change from the first to the last, and no more: "improved by 4,
    /// more than the 2 that matter (low back pain; CHILDS2005)", "improved by 1, within error ...",
    /// "no accepted value for this measure". Detectable and important are never called the same.
    /// A rating of change itself (GROC, PGIC) is held against its cut-off from the first day on.
    /// Of others empty with fewer than two days. Begins in lower case, without a full stop.
    std::string sentence;
    std::string sources; ///< of the figures; with "source not yet checked" where it is so
    double least = 0;    ///< of the scale
    double most = 10;
    bool lowerIsBetter = true;
    bool ratesChange = false; ///< each score tells itself how much has changed: GROC, PGIC
    bool fromForms = false;   ///< at least one of the days was told by a form
    std::optional<double> mattersFrom = {}; ///< the score from which the change matters; empty: no
                                            ///< figure is known
};

/// Local days; both ends belong to it, an empty one is open.
struct ScoredPeriod {
    std::optional<Date> from = {};
    std::optional<Date> to = {};
};
/// Those with at least one score, in the order of the table. Reads what is stored.
[[nodiscard]] std::vector<MeasureTrend> measureTrends(Clinic& clinic, const CaseId& caseId,
                                                      const ScoredPeriod& period = {});
/// One out of scores that are given; with `notes` the sentence has marks where it else has its
/// sources, for the area of a complaint; `days` the earliest first.
[[nodiscard]] MeasureTrend measureTrend(const reference::Reference& reference, BodyArea area,
                                        const reference::OutcomeMeasure& measure,
                                        std::vector<ScoredDay> days, Footnotes* notes = nullptr);
/// The trend as a line with its days; the score from which the change matters as a level line.
[[nodiscard]] drawing::Picture trendPicture(const MeasureTrend& trend, double width, double height,
                                            drawing::Ground ground);

} // namespace palpate::app
