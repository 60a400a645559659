// SPDX-License-Identifier: MIT
// What a therapist waits for after "print": filling, setting and writing a report, and how large it
// is. The maps are the shipped atlas, the whole back and front with all muscles of the first layer,
// which is the most that a map can hold.
#include "drawing/BodyMapPicture.h"
#include "drawing/ChartPicture.h"
#include "report/Layout.h"
#include "report/Pdf.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>

using namespace palpate;

namespace {

const std::filesystem::path kRoot{PALPATE_SOURCE_DIR};

const drawing::BodyShapes& shapes() {
    static const drawing::BodyShapes prepared{
        atlas::BodyMap::load(kRoot / "src/atlas/data/body-atlas.json")};
    return prepared;
}

report::Figure bodyMap(const report::FigureRequest& request) {
    const auto named = request.parameters.find("view");
    const View view = named != request.parameters.end() && named->second == "front"
                          ? View::Anterior
                          : View::Posterior;
    const double width = std::min(request.width, 60.0);
    const auto window = drawing::wholeBody(shapes().map(), view, {}, width, width * 1.5);
    return {drawing::bodyMapPicture(shapes(), window, {}, {}, {}), ""};
}

report::Figure chart(double width) {
    drawing::ChartSeries pain{.label = "pain now", .colour = drawing::rgb(0xC2410C), .points = {}};
    for (int week = 0; week < 20; ++week) {
        const std::chrono::sys_days day =
            std::chrono::sys_days{std::chrono::year{2026} / 1 / 5} + std::chrono::weeks{week};
        pain.points.push_back({Date{day}, 8.0 - week * 0.3});
    }
    drawing::LineChart line;
    line.series.push_back(std::move(pain));
    drawing::ChartStyle style;
    style.width = width;
    style.height = width * 0.6;
    return {drawing::lineChart(line, style), ""};
}

std::optional<report::Figure> figure(const report::FigureRequest& request) {
    if (request.name == "body-map") {
        return bodyMap(request);
    }
    if (request.name == "trend") {
        return chart(request.width);
    }
    if (request.name == "sparkline" || request.name == "mark") {
        drawing::Picture small{std::min(request.width, 20.0), 3, "", {}};
        small.shapes.emplace_back(
            drawing::CircleShape{{1.5, 1.5}, 1, drawing::rgb(0xC2410C), std::nullopt});
        return report::Figure{std::move(small), ""};
    }
    return std::nullopt;
}

report::Fields fields(int points, int paragraphs) {
    report::Fields all;
    all.set("patient.name", "Ana Kovács").set("period", "12 October to 23 November 2026");
    all.set("clinic.name", "Riverside Clinic").set("summary", "Pain has fallen from 7 to 3 of 10.");
    all.setFlag("hasMaps", true).setFlag("hasSecondMap", true);
    all.setFlag("hasTrend", true).setFlag("hasPoints", true);
    all.set("first.date", "12 October 2026").set("latest.date", "23 November 2026");
    std::vector<report::Fields> rows;
    for (int i = 1; i <= points; ++i) {
        rows.push_back(report::Fields{}
                           .set("number", std::to_string(i))
                           .set("muscle", "R quadratus lumborum")
                           .set("first", "7")
                           .set("now", "3")
                           .set("treatment", "pressure release 60 s × 6"));
    }
    all.setList("points", std::move(rows));
    std::string plan;
    for (int i = 0; i < paragraphs; ++i) {
        plan +=
            "Weekly for four weeks: pressure release and post-isometric relaxation for the right "
            "quadratus lumborum and gluteus medius, side-bending stretch 3 × 30 s daily, stand up "
            "every 40 minutes, heat 15 min in the evening.\n\n";
    }
    all.setNote("plan", plan);
    return all;
}

void measure(benchmark::State& state, const report::Template& layout,
             const report::Fields& values) {
    (void)shapes();
    std::size_t bytes = 0;
    std::size_t pages = 0;
    for (auto _ : state) {
        const report::Document document = report::layOut(layout, values, figure);
        pages = document.pages.size();
        bytes = report::pdf(document).size();
    }
    state.counters["pages"] = static_cast<double>(pages);
    state.counters["kB"] = static_cast<double>(bytes) / 1000;
}

void twoPages(benchmark::State& state) {
    measure(state, report::Template::load(kRoot / "templates/progress-report.md"), fields(20, 12));
}
BENCHMARK(twoPages)->Unit(benchmark::kMillisecond);

void tenPagesFourMapsThreeCharts(benchmark::State& state) {
    const report::Template layout = report::Template::parse(
        "# Ten "
        "pages\n\n![first](figure:body-map)\n![latest](figure:body-map)\n\n![](figure:trend)\n\n"
        "![first](figure:body-map?view=front)\n![latest](figure:body-map?view=front)\n\n"
        "~~~columns\n![](figure:trend)\n+++\n![](figure:trend)\n~~~\n\n"
        "| Muscle | first | now | treatment |\n|:--|--:|--:|:--|\n"
        "{{#points}}\n| {{muscle}} | {{first}} | **{{now}}** | {{treatment}} |\n{{/points}}\n\n"
        "## Plan\n\n{{plan}}\n",
        "ten pages");
    measure(state, layout, fields(190, 92));
}
BENCHMARK(tenPagesFourMapsThreeCharts)->Unit(benchmark::kMillisecond);

void onePageHandout(benchmark::State& state) {
    const report::Template layout = report::Template::parse(
        "---\ntype: large\n---\n``` header\n# What you can do at home\n**{{patient.name}}**\n"
        "---\n**{{clinic.name}}**\n```\n\n~~~~ columns 40 60\n![](figure:body-map)\n+++\n"
        "## Where to press\n\n| | Muscle |\n|:-:|:--|\n{{#points}}\n| {{number}} | {{muscle}} |\n"
        "{{/points}}\n~~~~\n\n{{plan}}\n\n``` box warning\n**When to get help**\n\n- numbness "
        "between the legs\n- loss of control of bladder or bowel\n```\n",
        "handout");
    measure(state, layout, fields(6, 2));
}
BENCHMARK(onePageHandout)->Unit(benchmark::kMillisecond);

/// A text of so many characters, in each of the places that grow with it: the time must, too.
void longText(benchmark::State& state) {
    const report::Template layout = report::Template::parse(
        "{{text}}\n\n| a | b |\n|:--|:--|\n| x | {{text}} |\n\n- {{text}}\n", "long text");
    std::string text;
    while (text.size() < static_cast<std::size_t>(state.range(0))) {
        text += "words that go on ";
    }
    measure(state, layout, report::Fields{}.set("text", text));
    state.SetComplexityN(state.range(0));
}
BENCHMARK(longText)->Range(1 << 13, 1 << 17)->Complexity()->Unit(benchmark::kMillisecond);

void layOutOnly(benchmark::State& state) {
    const report::Template layout = report::Template::load(kRoot / "templates/progress-report.md");
    const report::Fields values = fields(20, 12);
    (void)shapes();
    for (auto _ : state) {
        benchmark::DoNotOptimize(report::layOut(layout, values, figure));
    }
}
BENCHMARK(layOutOnly)->Unit(benchmark::kMillisecond);

} // namespace
