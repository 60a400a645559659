// SPDX-License-Identifier: MIT
#include "app/Clinic.h"
#include "app/MapFigures.h"
#include "app/ReportParts.h"
#include "app/TimeText.h"
#include "drawing/ChartPicture.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace palpate::app {

namespace {

constexpr double kMapProportion = 1.34; // height to width of a body map on the page
constexpr double kTrendProportion = 0.62;
constexpr double kSparklineHeight = 4;
constexpr double kMarkDiameter = 3.6;
constexpr double kLegendText = 2.8;
constexpr double kTableMarkDiameter = 2.9; // leaves room for the sign of its relation
constexpr std::uint32_t kPainColour = 0xC2410C;

[[nodiscard]] std::optional<double> numberIn(const report::FigureRequest& request,
                                             std::string_view name) {
    const auto found = request.parameters.find(name);
    double value = 0;
    if (found == request.parameters.end() ||
        std::from_chars(found->second.data(), found->second.data() + found->second.size(), value)
                .ec != std::errc{}) {
        return std::nullopt;
    }
    return value;
}

[[nodiscard]] double widthOf(const report::FigureRequest& request) {
    return std::min(request.width, numberIn(request, "width").value_or(request.width));
}

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

class Figures {
public:
    Figures(const Clinic& clinic, const ReportMatter& matter)
        : clinic_{clinic}, story_{matter.story} {
        view_ = app::mainView(story_);
        first_ = {marksIn(story_.first(), clinic.map(), view_), areasIn(story_.first(), view_)};
        latest_ = {latestMarks(story_, clinic.map(), view_), areasIn(story_.latest(), view_)};
    }

    [[nodiscard]] std::optional<report::Figure>
    operator()(const report::FigureRequest& request) const {
        if (request.name == "body-map") {
            return bodyMap(request);
        }
        if (request.name == "legend") {
            drawing::MarkStyle style;
            style.diameter = kMarkDiameter;
            style.textSize = kLegendText;
            return report::Figure{drawing::markLegend(legend(), widthOf(request), style), {}};
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
    [[nodiscard]] std::optional<report::Figure>
    bodyMap(const report::FigureRequest& request) const {
        const auto which = request.parameters.find("session");
        const bool isFirst = which == request.parameters.end() || which->second == "first";
        const auto& shown = isFirst ? first_ : latest_;
        const double width = widthOf(request);
        // One window for both maps, so that they can be compared.
        auto places = placesIn(first_.marks, first_.areas, view_);
        std::ranges::copy(placesIn(latest_.marks, latest_.areas, view_),
                          std::back_inserter(places));
        const atlas::Peel peel{.top = Layer::Superficial,
                               .showArm = anyOnArm(first_.areas) || anyOnArm(latest_.areas)};
        const auto window = drawing::windowAround(clinic_.map(), view_, peel, places, width,
                                                  width * kMapProportion);
        drawing::MapStyle style;
        style.labels = false;
        drawing::MarkStyle markStyle;
        markStyle.diameter = kMarkDiameter;
        return report::Figure{drawing::bodyMapPicture(clinic_.shapes(), window, style, markStyle,
                                                      {.marks = shown.marks, .areas = shown.areas}),
                              {}};
    }

    [[nodiscard]] std::vector<drawing::LegendEntry> legend() const {
        auto marks = first_.marks;
        auto areas = first_.areas;
        if (story_.sessions.size() > 1) {
            marks.insert(marks.end(), latest_.marks.begin(), latest_.marks.end());
            areas.insert(areas.end(), latest_.areas.begin(), latest_.areas.end());
        }
        auto entries = legendOf(marks, tr("not looked at this time"));
        std::ranges::move(drawing::areaLegend(areas), std::back_inserter(entries));
        return entries;
    }

    [[nodiscard]] report::Figure trend(const report::FigureRequest& request) const {
        drawing::ChartSeries pain{
            .label = tr("pain now, 0–10"), .colour = drawing::rgb(kPainColour), .points = {}};
        for (const auto& session : story_.sessions) {
            pain.points.push_back(
                {localDay(session.startedAt, session.timeZone),
                 session.painNow ? std::optional{static_cast<double>(session.painNow->value())}
                                 : std::nullopt});
        }
        drawing::LineChart chart;
        chart.title = tr("Pain now over the sessions");
        chart.series.push_back(std::move(pain));
        drawing::ChartStyle style;
        style.width = widthOf(request);
        style.height = style.width * kTrendProportion;
        return {drawing::lineChart(chart, style), {}};
    }

    [[nodiscard]] std::optional<report::Figure>
    ofPoint(const report::FigureRequest& request) const {
        const auto number = numberIn(request, "point");
        const auto point = std::ranges::find_if(story_.points, [&](const PointStory& each) {
            return number && each.last.point.number == static_cast<int>(*number);
        });
        if (point == story_.points.end()) {
            return std::nullopt;
        }
        if (request.name == "sparkline") {
            drawing::SparklineStyle style;
            style.width = widthOf(request);
            style.height = kSparklineHeight;
            return report::Figure{drawing::sparkline(point->tenderness, style), {}};
        }
        drawing::MapMark mark;
        mark.number = point->last.point.number;
        mark.state = point->state;
        mark.relation = point->last.relation;
        drawing::MarkStyle style;
        style.diameter = kTableMarkDiameter;
        return report::Figure{drawing::markSymbol(mark, style), {}};
    }

    const Clinic& clinic_;
    const CaseStory& story_;
    View view_ = View::Posterior;
    struct Shown {
        std::vector<drawing::MapMark> marks;
        std::vector<drawing::MapArea> areas;
    };
    Shown first_;
    Shown latest_;
};

} // namespace

View mainView(const CaseStory& story) {
    std::vector<Finding> findings;
    for (const auto& session : story.sessions) {
        findings.insert(findings.end(), session.findings.begin(), session.findings.end());
    }
    return findings.empty() ? mainView(story.latest()) : mainView(findings);
}

report::FigureSource reportFigures(const Clinic& clinic, const ReportMatter& matter) {
    return Figures{clinic, matter};
}

} // namespace palpate::app
