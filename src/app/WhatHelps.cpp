// SPDX-License-Identifier: MIT
#include "app/WhatHelps.h"

#include "app/Clinic.h"
#include "app/Rights.h"
#include "app/SentenceWords.h"
#include "app/StudentT.h"
#include "app/TechniqueUses.h"
#include "app/Words.h"
#include "drawing/IntervalChart.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace palpate::app {

namespace {

using storage::ChangeSums;

/// `spread`: the sum of squared distances from the mean.
[[nodiscard]] MeanChange withInterval(std::int64_t count, double mean, double spread) {
    const auto n = static_cast<double>(count);
    const double half =
        count > 1 ? studentT95(count - 1) * std::sqrt(std::max(0.0, spread) / (n - 1) / n) : 0;
    return {
        .count = static_cast<int>(count), .mean = mean, .low = mean - half, .high = mean + half};
}

/// `sums` is not empty.
[[nodiscard]] MeanChange meanOf(const ChangeSums& sums) {
    const auto n = static_cast<double>(sums.count);
    const double mean = static_cast<double>(sums.sum) / n;
    return withInterval(sums.count, mean, static_cast<double>(sums.squares) - mean * mean * n);
}

void add(ChangeSums& to, const std::optional<int>& value) {
    if (value) {
        ++to.count;
        to.sum += *value;
        to.squares += *value * *value;
    }
}

/// Of whom the uses are: what is said of them, and how many are enough.
enum class Whose { Patient, Clinic };

[[nodiscard]] std::string warningFor(Whose whose) {
    std::string text =
        tr("This is observation, not proof. Nobody was left untreated to compare with, tender "
           "points often ease by themselves, and a point treated by several techniques in one "
           "session counts for each of them. ");
    return text + (whose == Whose::Patient
                       ? tr("Points that had gone and were not looked at again have no value at "
                            "the next session.")
                       : tr("Uses in one patient are counted as if each were a patient of its own: "
                            "the intervals are narrower than they ought to be. Techniques were "
                            "chosen for these patients, not drawn by lot."));
}

class HelpTable {
public:
    HelpTable(const reference::Reference& reference, Whose whose)
        : reference_{reference}, whose_{whose} {
        helps_.warning = warningFor(whose);
    }

    void add(const storage::TechniqueOutcome& outcome) {
        Help help{.technique = outcome.technique,
                  .muscle = outcome.muscle,
                  .title = techniqueLabel(reference_, outcome.technique) + ", " +
                           uncapitalised(reference_.muscleNames().shortLabel(outcome.muscle)),
                  .uses = static_cast<int>(outcome.uses),
                  .patients = static_cast<int>(outcome.patients)};
        help.atOnce = enough(outcome.atOnce, outcome.atOncePatients);
        help.atNextVisit = enough(outcome.atNextVisit, outcome.atNextVisitPatients);
        help.isEnough = help.atOnce || help.atNextVisit;
        if (!help.isEnough) {
            ++helps_.tooFew;
            return;
        }
        help.sentence = sentence(help);
        helps_.rows.push_back(std::move(help));
    }

    [[nodiscard]] WhatHelps made() && {
        const auto rank = [](const Help& help) {
            return std::tuple{!help.atOnce, help.atOnce ? help.atOnce->mean : 0,
                              help.atNextVisit ? help.atNextVisit->mean : 0, -help.uses,
                              help.title};
        };
        std::ranges::sort(helps_.rows, {}, rank);
        return std::move(helps_);
    }

private:
    [[nodiscard]] std::optional<MeanChange> enough(const ChangeSums& sums,
                                                   std::int64_t patients) const {
        const bool is =
            whose_ == Whose::Patient ? sums.count >= kLeastUses : patients >= kLeastPatients;
        return is ? std::optional{meanOf(sums)} : std::nullopt;
    }

    [[nodiscard]] std::string sentence(const Help& help) const {
        const auto uses = std::to_string(help.uses);
        std::vector<std::string> parts{
            whose_ == Whose::Patient
                ? shown({tr("{1} uses"), {uses}})
                : shown({tr("{1} uses in {2} patients"), {uses, std::to_string(help.patients)}})};
        const auto tell = [&](const std::optional<MeanChange>& change, const char* words,
                              const char* without) {
            parts.push_back(change
                                ? shown({words,
                                         {signedMean(change->mean), signedMean(change->low),
                                          signedMean(change->high), std::to_string(change->count)}})
                                : std::string{without});
        };
        tell(help.atOnce, tr("{1} at once (95 % interval {2} to {3}, n = {4})"),
             tr("too few measured at once"));
        tell(help.atNextVisit, tr("{1} at the next session (95 % interval {2} to {3}, n = {4})"),
             tr("too few measured at the next session"));
        return joined(parts, "; ");
    }

    const reference::Reference& reference_;
    Whose whose_;
    WhatHelps helps_;
};

[[nodiscard]] std::optional<drawing::Interval> intervalOf(const std::optional<MeanChange>& change) {
    return change ? std::optional{drawing::Interval{change->low, change->mean, change->high}}
                  : std::nullopt;
}

} // namespace

std::string signedMean(double value) {
    const auto tenths = std::lround(std::abs(value) * 10);
    return (tenths == 0 ? "±"
            : value < 0 ? "−"
                        : "+") +
           std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::optional<MeanChange> meanChange(std::span<const double> differences) {
    if (differences.empty()) {
        return std::nullopt;
    }
    const auto n = static_cast<double>(differences.size());
    const double mean = std::accumulate(differences.begin(), differences.end(), 0.0) / n;
    double spread = 0;
    for (const double each : differences) {
        spread += (each - mean) * (each - mean);
    }
    return withInterval(static_cast<std::int64_t>(differences.size()), mean, spread);
}

WhatHelps whatHelps(const Clinic& clinic, std::span<const Session> oldestFirst) {
    std::map<std::pair<TechniqueKey, MuscleKey>, storage::TechniqueOutcome> outcomes;
    for (const auto& use : techniqueUses(pointersTo(oldestFirst))) {
        if (!use.muscle) {
            continue;
        }
        auto& outcome = outcomes
                            .try_emplace({use.technique, *use.muscle},
                                         storage::TechniqueOutcome{.technique = use.technique,
                                                                   .muscle = *use.muscle,
                                                                   .uses = 0,
                                                                   .patients = 1})
                            .first->second;
        ++outcome.uses;
        add(outcome.atOnce, use.atOnce);
        add(outcome.atNextVisit, use.atNextVisit);
    }
    HelpTable table{clinic.reference(), Whose::Patient};
    for (const auto& [key, outcome] : outcomes) {
        table.add(outcome);
    }
    return std::move(table).made();
}

std::optional<WhatHelps> whatHelpsHere(Clinic& clinic,
                                       const std::function<bool(double)>& progress) {
    require(clinic, Right::ReadRecords);
    if (progress && !progress(0)) {
        return std::nullopt;
    }
    HelpTable table{clinic.reference(), Whose::Clinic};
    for (const auto& outcome : clinic.store().outcomes().list()) {
        table.add(outcome);
    }
    if (progress && !progress(1)) {
        return std::nullopt;
    }
    return std::move(table).made();
}

drawing::Picture helpPicture(const WhatHelps& helps, double width, double height,
                             drawing::Ground ground) {
    drawing::IntervalChart chart;
    chart.title = tr("Mean change of tenderness by technique and muscle, with 95 % intervals");
    chart.firstLabel = tr("at once");
    chart.secondLabel = tr("at the next session");
    chart.below = tr("less tender");
    chart.above = tr("more tender");
    for (const auto& help : helps.rows) {
        chart.rows.push_back(
            {shown({help.patients > 1 ? tr("{1} · {2} uses, {3} patients") : tr("{1} · {2} uses"),
                    {help.title, std::to_string(help.uses), std::to_string(help.patients)}}),
             intervalOf(help.atOnce), intervalOf(help.atNextVisit)});
    }
    chart.moreText = [](std::size_t more) {
        return shown({tr("{1} more in the table"), {std::to_string(more)}});
    };
    return drawing::intervalChart(chart, {.ground = ground, .width = width, .height = height});
}

} // namespace palpate::app
