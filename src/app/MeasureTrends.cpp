// SPDX-License-Identifier: MIT
#include "app/MeasureTrends.h"

#include "app/Clinic.h"
#include "app/ReadSessions.h"
#include "app/Rights.h"
#include "app/SentenceWords.h"
#include "app/SessionDays.h"
#include "app/Thresholds.h"
#include "app/TimeText.h"
#include "domain/Message.h"
#include "drawing/ChartPicture.h"
#include "reference/Reference.h"
#include "storage/Store.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace palpate::app {

namespace {

using reference::Direction;
using reference::OutcomeMeasure;

constexpr double kSame = 1e-6; // scores are sums and means of decimals

/// "4 of 10"; "+3 (−7 to +7)" of a scale that does not begin at 0.
[[nodiscard]] std::string scoreText(double score, const OutcomeMeasure& measure) {
    const auto& scale = measure.scale;
    if (scale.min == 0) {
        return shown({tr("{1} of {2}"), {plainNumber(score), plainNumber(scale.max)}});
    }
    const auto number = [&](double value) {
        return scale.min < 0 ? signedDecimal(value) : plainNumber(value);
    };
    return shown({tr("{1} ({2} to {3})"), {number(score), number(scale.min), number(scale.max)}});
}

/// " (low back pain; Childs 2005)", or the mark of a footnote.
[[nodiscard]] std::string ground(const Threshold& threshold, Footnotes* notes) {
    return notes != nullptr ? notes->mark(threshold.footnote())
                            : shown({tr(" ({1})"), {threshold.grounds()}});
}

/// What may be said of a change, and no more.
class ChangeTeller {
public:
    ChangeTeller(const OutcomeMeasure& measure, Thresholds known, double first, double last,
                 Footnotes* notes)
        : measure_{measure}, known_{std::move(known)}, first_{first}, last_{last}, notes_{notes} {}

    [[nodiscard]] std::string sentence() const {
        if (size() < kSame) {
            return shown({tr("unchanged at {1}"), {scoreText(last_, measure_)}});
        }
        const auto moved =
            shown({isBetter() ? tr("improved by {1}") : tr("worse by {1}"), {oneDecimal(size())}});
        if (known_.detectable && size() < known_.detectable->points - kSame) {
            return shown(
                {tr("{1}, within error: less than the {2} that can be told from chance{3}"),
                 {moved, known_.detectable->figure(), ground(*known_.detectable, notes_)}});
        }
        return shown({tr("{1}{2}{3}"), {moved, beyondError(), verdict()}});
    }

private:
    [[nodiscard]] double size() const { return std::abs(last_ - first_); }
    [[nodiscard]] bool isBetter() const {
        return (last_ < first_) == (measure_.direction == Direction::LowerIsBetter);
    }

    [[nodiscard]] std::string beyondError() const {
        return known_.detectable
                   ? shown({tr(", beyond the {1} that can be told from chance{2}"),
                            {known_.detectable->figure(), ground(*known_.detectable, notes_)}})
                   : std::string{};
    }

    /// In points where there is such a row; the row in percent is told where it stands alone or
    /// says otherwise. The rows say how much better matters; how much worse, nobody has found.
    [[nodiscard]] std::string verdict() const {
        if (!isBetter() && (known_.matters || known_.mattersPercent)) {
            return tr("; what matters is known for improvement only");
        }
        if (known_.matters) {
            auto text = against(size(), *known_.matters, tr(", {1} the {2} that matter{3}"));
            if (const auto share = percent();
                share && known_.mattersPercent &&
                reaches(*share, *known_.mattersPercent) != reaches(size(), *known_.matters)) {
                text += shown({tr("; {1}"), {inPercent(*share)}});
            }
            return text;
        }
        if (known_.mattersPercent) {
            const auto share = percent();
            return share ? shown({tr(", {1}"), {inPercent(*share)}})
                         : shown({tr("; what matters is known as a share of the first score "
                                     "only, and that was 0{1}"),
                                  {ground(*known_.mattersPercent, notes_)}});
        }
        return tr("; no accepted value for how much matters");
    }

    /// "30 % of the first score, as much as the 30 % that matter (...)"
    [[nodiscard]] std::string inPercent(double share) const {
        return shown({tr("{1} % of the first score"), {std::to_string(std::lround(share))}}) +
               against(share, *known_.mattersPercent, tr(", {1} the {2} % that matter{3}"));
    }

    [[nodiscard]] std::optional<double> percent() const {
        return std::abs(first_) > kSame ? std::optional{size() / std::abs(first_) * 100}
                                        : std::nullopt;
    }

    [[nodiscard]] static bool reaches(double amount, const Threshold& threshold) {
        return amount > threshold.points - kSame;
    }

    [[nodiscard]] std::string against(double amount, const Threshold& threshold,
                                      const char* words) const {
        const char* how = !reaches(amount, threshold)         ? tr("less than")
                          : amount < threshold.points + kSame ? tr("as much as")
                                                              : tr("more than");
        return shown({words, {how, threshold.figure(), ground(threshold, notes_)}});
    }

    const OutcomeMeasure& measure_;
    Thresholds known_;
    double first_;
    double last_;
    Footnotes* notes_;
};

/// Ratings of change say themselves how much changed; two of them are not to be subtracted.
constexpr std::array<std::string_view, 3> kRatingsOfChange{"groc15", "groc11", "pgic"};

[[nodiscard]] std::string ratingSentence(const OutcomeMeasure& measure,
                                         const std::optional<Threshold>& cutOff, double last,
                                         Footnotes* notes) {
    const auto rated = shown({tr("rated {1}"), {scoreText(last, measure)}});
    if (!cutOff) {
        return shown({tr("{1}; no accepted value for how much matters"), {rated}});
    }
    const bool lower = measure.direction == Direction::LowerIsBetter;
    const bool reaches = lower ? last < cutOff->points + kSame : last > cutOff->points - kSame;
    const auto figure = measure.scale.min < 0 ? signedDecimal(cutOff->points) : cutOff->figure();
    return shown({reaches ? tr("{1}, which reaches the cut-off of {2}{3}")
                          : tr("{1}, short of the cut-off of {2}{3}"),
                  {rated, figure, ground(*cutOff, notes)}});
}

void addSources(std::string& to, const std::optional<Threshold>& threshold) {
    if (threshold) {
        const auto text = threshold->footnote();
        if (to.find(text) == std::string::npos) {
            to += (to.empty() ? "" : " · ") + text;
        }
    }
}

[[nodiscard]] std::optional<double> scoreThatMatters(const Thresholds& known, double first,
                                                     bool lowerIsBetter) {
    std::optional<double> points;
    if (known.matters) {
        points = known.matters->points;
    } else if (known.mattersPercent && std::abs(first) > kSame) {
        points = known.mattersPercent->points / 100 * std::abs(first);
    }
    return points ? std::optional{lowerIsBetter ? first - *points : first + *points} : std::nullopt;
}

} // namespace

MeasureTrend measureTrend(const reference::Reference& reference, BodyArea area,
                          const OutcomeMeasure& measure, std::vector<ScoredDay> days,
                          Footnotes* notes) {
    const bool lower = measure.direction == Direction::LowerIsBetter;
    MeasureTrend trend{.measure = measure.key,
                       .name = shown({tr("{1} ({2})"), {measure.name, measure.abbreviation}}),
                       .direction = lower ? tr("lower is better") : tr("higher is better"),
                       .days = std::move(days),
                       .sentence = {},
                       .sources = {},
                       .least = measure.scale.min,
                       .most = measure.scale.max,
                       .lowerIsBetter = lower};
    for (auto& day : trend.days) {
        day.text = scoreText(day.score, measure);
    }
    if (trend.days.empty()) {
        return trend;
    }
    auto known = thresholdsOf(measure.key, area, reference);
    const auto first = trend.days.front().score;
    if (std::ranges::count(kRatingsOfChange, measure.key.text()) != 0) {
        const auto& cutOff = known.matters ? known.matters : known.anchor;
        trend.ratesChange = true;
        addSources(trend.sources, cutOff);
        trend.sentence = ratingSentence(measure, cutOff, trend.days.back().score, notes);
        return trend;
    }
    addSources(trend.sources, known.matters);
    addSources(trend.sources, known.mattersPercent);
    addSources(trend.sources, known.detectable);
    trend.mattersFrom = scoreThatMatters(known, first, lower);
    if (trend.days.size() > 1) {
        trend.sentence =
            ChangeTeller{measure, std::move(known), first, trend.days.back().score, notes}
                .sentence();
    }
    return trend;
}

std::vector<MeasureTrend> measureTrends(Clinic& clinic, const CaseId& caseId,
                                        const ScoredPeriod& period) {
    require(clinic, Right::ReadRecords);
    const auto record = clinic.store().cases().find(caseId);
    return record ? measureTrends(clinic, *record, clinic.store().sessions().ofCase(caseId), period)
                  : std::vector<MeasureTrend>{};
}

std::vector<MeasureTrend> measureTrends(Clinic& clinic, const Case& record,
                                        std::span<const Session> sessions,
                                        const ScoredPeriod& period) {
    auto& store = clinic.store();
    struct Scored {
        std::string measure;
        ScoredDay day;
        Date date;
        bool isOfForm = false;
    };
    std::vector<Scored> scores;
    std::vector<SessionId> rated;
    for (const auto& session : sessions) {
        if (session.painNow) {
            rated.push_back(session.id);
            scores.push_back({"nprs",
                              {.at = session.startedAt,
                               .score = static_cast<double>(session.painNow->value()),
                               .day = dayText(dayOf(session)),
                               .text = {}},
                              dayOf(session)});
        }
    }
    for (const auto& form : store.forms().ofPatient(store.patients().current(record.patient))) {
        const bool isTold =
            form.measure == "nprs" && form.session && std::ranges::count(rated, *form.session) != 0;
        if (form.caseId == record.id && form.completed && form.score && !isTold) {
            const auto date = localDay(*form.completed, clinic.profile().timeZone);
            scores.push_back(
                {form.measure,
                 {.at = *form.completed, .score = *form.score, .day = dayText(date), .text = {}},
                 date,
                 true});
        }
    }
    std::erase_if(scores, [&](const Scored& each) {
        return (period.from && each.date < *period.from) || (period.to && each.date > *period.to);
    });
    std::ranges::stable_sort(scores, {}, [](const Scored& each) { return each.day.at; });
    std::vector<MeasureTrend> trends;
    for (const auto& measure : clinic.reference().outcomeMeasures().all()) {
        std::vector<ScoredDay> days;
        bool isOfForm = false;
        for (const auto& each : scores) {
            if (each.measure == measure.key.text()) {
                days.push_back(each.day);
                isOfForm = isOfForm || each.isOfForm;
            }
        }
        if (!days.empty()) {
            trends.push_back(
                measureTrend(clinic.reference(), record.area, measure, std::move(days)));
            trends.back().fromForms = isOfForm;
        }
    }
    return trends;
}

drawing::Picture trendPicture(const MeasureTrend& trend, double width, double height,
                              drawing::Ground ground) {
    constexpr int kGridLines = 5;
    const auto& ink = drawing::inks(ground);
    drawing::LineChart chart{.title = trend.name,
                             .lowest = trend.least,
                             .highest = trend.most,
                             .step = (trend.most - trend.least) / kGridLines,
                             .series = {},
                             .dayText = {}};
    drawing::ChartSeries line{.label = {}, .colour = ink.active, .points = {}};
    for (const auto& day : trend.days) {
        if (const auto date = parseTypedDay(day.day)) {
            line.points.push_back({*date, day.score});
        }
    }
    const bool isOnScale =
        trend.mattersFrom && *trend.mattersFrom >= trend.least && *trend.mattersFrom <= trend.most;
    if (isOnScale && line.points.size() > 1) {
        drawing::ChartSeries level{.label = tr("matters from here"),
                                   .colour = ink.quietText,
                                   .points = {{line.points.front().day, trend.mattersFrom},
                                              {line.points.back().day, trend.mattersFrom}}};
        chart.series.push_back(std::move(level));
    }
    chart.series.push_back(std::move(line));
    return drawing::lineChart(chart, {.ground = ground, .width = width, .height = height});
}

} // namespace palpate::app
