// SPDX-License-Identifier: MIT
// The figures of a case's report: body maps, the trend of pain, what stands beside a point.
#include "app/Clinic.h"
#include "app/MapFigures.h"
#include "app/ReportFigures.h"
#include "app/SessionDifference.h"
#include "app/TimeText.h"
#include "drawing/ChartPicture.h"
#include "reference/Reference.h"

#include <algorithm>
#include <array>
#include <utility>

namespace palpate::app {

namespace {

constexpr double kTrendProportion = 0.62;
constexpr double kSparklineHeight = 4;
constexpr double kDifferenceText = 2.6; // of the words beside the marks
constexpr std::uint32_t kPainColour = 0xC2410C;
constexpr std::uint32_t kFunctionColour = 0x075985;

/// The marks of the latest session, and dashed the points that it did not look at, as judged last.
[[nodiscard]] std::vector<drawing::MapMark> latestMarks(const CaseStory& story,
                                                        const atlas::BodyMap& map, View view) {
    auto marks = marksIn(story.latest(), map, view);
    for (const auto& point : story.points) {
        if (findingAt(story.latest(), point.last.point.id) != nullptr) {
            continue;
        }
        if (auto mark = markIn(story.latest(), point.last, map, view)) {
            mark->state = point.state;
            mark->relation.reset();
            mark->tenderness.reset();
            mark->ghost = point.state != State::Resolved;
            marks.push_back(*std::move(mark));
        }
    }
    return marks;
}

class CaseFigures {
public:
    CaseFigures(const Clinic& clinic, std::shared_ptr<const ReportMatter> matter)
        : clinic_{clinic}, matter_{std::move(matter)}, story_{matter_->story},
          view_{app::mainView(story_)}, other_{otherView(story_, clinic.map())} {}

    [[nodiscard]] std::optional<report::Figure>
    operator()(const report::FigureRequest& request) const {
        if (request.name == "body-map") {
            return bodyMap(request);
        }
        if (request.name == "body-map-difference") {
            return difference(request);
        }
        if (request.name == "film-strip") {
            return filmStripFigure(clinic_, story_.sessions, request);
        }
        if (request.name == "legend") {
            return legend(request);
        }
        if (request.name == "trend") {
            return trend(request);
        }
        if (request.name == "sparkline" || request.name == "mark") {
            return ofPoint(request);
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] Shown first(View view) const {
        return plain(shownOf(story_.first(), clinic_.map(), view));
    }
    [[nodiscard]] Shown latest(View view) const {
        return plain({latestMarks(story_, clinic_.map(), view), areasIn(story_.latest(), view)});
    }
    /// Without what only a practitioner reads.
    [[nodiscard]] Shown plain(Shown shown) const {
        if (matter_->audience == Audience::Patient) {
            for (auto& mark : shown.marks) {
                mark.relation.reset();
            }
        }
        return shown;
    }

    [[nodiscard]] std::optional<report::Figure>
    bodyMap(const report::FigureRequest& request) const {
        const auto view = viewOf(request, view_, other_);
        if (!view) {
            return std::nullopt;
        }
        const std::array both{first(*view), latest(*view)};
        const auto which = request.parameters.find("session");
        if (which == request.parameters.end() || which->second == "first") {
            return mapFigure(clinic_, *view, both.front(), both, request);
        }
        if (which->second == "latest") {
            return mapFigure(clinic_, *view, both.back(), both, request);
        }
        const auto id = SessionId::parse(which->second);
        const auto session =
            id ? std::ranges::find(story_.sessions, *id, &Session::id) : story_.sessions.end();
        if (session == story_.sessions.end()) {
            return std::nullopt;
        }
        const std::array all{both.front(), both.back(), shownOf(*session, clinic_.map(), *view)};
        return mapFigure(clinic_, *view, all.back(), all, request);
    }

    /// What became of each point and of the drawn pain between two sessions, on one body.
    [[nodiscard]] std::optional<report::Figure>
    difference(const report::FigureRequest& request) const {
        const auto view = viewOf(request, view_, other_);
        const auto shown = view ? differenceIn(*view, request) : std::nullopt;
        return shown ? std::optional{mapFigure(clinic_, *view, *shown, std::span{&*shown, 1},
                                               request, kDifferenceText)}
                     : std::nullopt;
    }

    /// `from` and `to` are numbers of sessions in the case; without them the first and the latest
    /// of the period. Empty: there are no two such sessions.
    [[nodiscard]] std::optional<Shown> differenceIn(View view,
                                                    const report::FigureRequest& request) const {
        const auto& sessions = story_.sessions;
        const auto numbered = [&](std::string_view parameter, std::size_t other) {
            const auto number = request.number(parameter);
            return number ? static_cast<std::ptrdiff_t>(*number) - matter_->firstNumber
                          : static_cast<std::ptrdiff_t>(other);
        };
        const auto from = numbered("from", 0);
        const auto to = numbered("to", sessions.size() - 1);
        const auto isThere = [&](std::ptrdiff_t index) {
            return index >= 0 && index < std::ssize(sessions);
        };
        if (!isThere(from) || !isThere(to) || from == to) {
            return std::nullopt;
        }
        const auto id = [&](std::ptrdiff_t index) {
            return sessions[static_cast<std::size_t>(index)].id;
        };
        auto map = differenceMap(clinic_, sessions, SessionDifference{id(from), id(to)}, view);
        if (map.marks.empty() && map.areas.empty()) {
            return std::nullopt;
        }
        return plain({std::move(map.marks), std::move(map.areas)});
    }

    [[nodiscard]] std::optional<report::Figure>
    differenceLegend(const report::FigureRequest& request) const {
        std::vector<Shown> all;
        for (const auto& view : {std::optional{view_}, other_}) {
            if (auto shown = view ? differenceIn(*view, request) : std::nullopt) {
                all.push_back(*std::move(shown));
            }
        }
        return all.empty() ? std::nullopt
                           : std::optional{legendFigure(all, tr("not looked at this time"),
                                                        matter_->audience, request)};
    }

    [[nodiscard]] std::optional<report::Figure> legend(const report::FigureRequest& request) const {
        const auto of = request.parameters.find("of");
        if (of != request.parameters.end() && of->second == "difference") {
            return differenceLegend(request);
        }
        std::vector<Shown> all;
        for (const auto& view : {std::optional{view_}, other_}) {
            if (view) {
                all.push_back(first(*view));
                all.push_back(latest(*view));
            }
        }
        return legendFigure(all, tr("not looked at this time"), matter_->audience, request);
    }

    /// On the scale of the pain rating only; empty: no such score.
    [[nodiscard]] std::optional<drawing::ChartSeries> functionSeries() const {
        const auto* function = functionIn(matter_->scores);
        if (function == nullptr || function->least != 0 || function->most != 10) {
            return std::nullopt;
        }
        const auto* measure = clinic_.reference().outcomeMeasures().find(function->measure);
        drawing::ChartSeries series{
            .label = shown({tr("function ({1}), 0–10"),
                            {measure != nullptr ? measure->abbreviation : function->name}}),
            .colour = drawing::rgb(kFunctionColour),
            .points = {}};
        for (const auto& day : function->days) {
            series.points.push_back({localDay(day.at, clinic_.profile().timeZone), day.score});
        }
        return series;
    }

    [[nodiscard]] report::Figure trend(const report::FigureRequest& request) const {
        const bool isPlain = matter_->audience == Audience::Patient;
        drawing::ChartSeries pain{.label = isPlain ? tr("your pain, 0–10") : tr("pain now, 0–10"),
                                  .colour = drawing::rgb(kPainColour),
                                  .points = {}};
        for (const auto& session : story_.sessions) {
            pain.points.push_back(
                {localDay(session.startedAt, session.timeZone),
                 session.painNow ? std::optional{static_cast<double>(session.painNow->value())}
                                 : std::nullopt});
        }
        drawing::LineChart chart;
        chart.title = tr("Pain now over the sessions");
        chart.series.push_back(std::move(pain));
        if (auto function = functionSeries(); function && !isPlain) {
            chart.title = tr("Pain now and function over the sessions");
            chart.series.push_back(std::move(*function));
        }
        drawing::ChartStyle style;
        style.width = request.wantedWidth();
        style.height = request.number("height").value_or(style.width * kTrendProportion);
        return {drawing::lineChart(chart, style), {}};
    }

    [[nodiscard]] std::optional<report::Figure>
    ofPoint(const report::FigureRequest& request) const {
        const auto number = request.number("point");
        const auto point = std::ranges::find_if(story_.points, [&](const PointStory& each) {
            return number && each.last.point.number == static_cast<int>(*number);
        });
        if (point == story_.points.end()) {
            return std::nullopt;
        }
        if (request.name == "mark") {
            return markFigure(point->last.point.number, point->state,
                              matter_->audience == Audience::Patient ? std::nullopt
                                                                     : point->last.relation);
        }
        drawing::SparklineStyle style;
        style.width = request.wantedWidth();
        style.height = kSparklineHeight;
        return report::Figure{drawing::sparkline(point->tenderness, style), {}};
    }

    const Clinic& clinic_;
    std::shared_ptr<const ReportMatter> matter_;
    const CaseStory& story_; ///< of matter_
    View view_;
    std::optional<View> other_;
};

} // namespace

View mainView(const CaseStory& story) {
    std::vector<Finding> findings;
    for (const auto& session : story.sessions) {
        findings.insert(findings.end(), session.findings.begin(), session.findings.end());
    }
    return findings.empty() ? mainView(story.latest()) : mainView(findings);
}

report::FigureSource caseFigures(const Clinic& clinic, std::shared_ptr<const ReportMatter> matter) {
    return CaseFigures{clinic, std::move(matter)};
}

} // namespace palpate::app
