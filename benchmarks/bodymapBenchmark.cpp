// SPDX-License-Identifier: MIT
// Hitting and drawing the body map: what a hand over the map, a zoom and a page cost.
#include "atlas/Areas.h"
#include "drawing/BodyMapPicture.h"
#include "drawing/FilmStrip.h"
#include "drawing/Svg.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <filesystem>
#include <random>

using namespace palpate;
using namespace palpate::drawing;

namespace {

[[nodiscard]] std::filesystem::path atlasFile() {
    return std::filesystem::path{PALPATE_SOURCE_DIR} / "src/atlas/data/body-atlas.json";
}
[[nodiscard]] const atlas::BodyMap& map() {
    static const atlas::BodyMap loaded = atlas::BodyMap::load(atlasFile());
    return loaded;
}
[[nodiscard]] const BodyShapes& shapes() {
    static const BodyShapes prepared{map()};
    return prepared;
}

/// Places all over the back, the same in every run.
[[nodiscard]] std::vector<BodyPoint> somePlaces() {
    std::mt19937 chance{7};
    std::uniform_real_distribution<double> x{60, 660};
    std::uniform_real_distribution<double> y{40, 1740};
    std::vector<BodyPoint> places;
    while (places.size() < 1024) {
        const BodyPoint place{View::Posterior, x(chance), y(chance)};
        if (map().isOnBody(place, false)) {
            places.push_back(place);
        }
    }
    return places;
}

[[nodiscard]] MapWindow screen() {
    return {View::Posterior, {Layer::Superficial, false}, {60, 400, 600, 450}, 317.5, 238.1};
}

[[nodiscard]] MapOverlay sixMarks() {
    MapOverlay overlay;
    overlay.selected = {
        {*MuscleKey::from("quadratus_lumborum"), Side::Right, "R quadratus lumborum"}};
    for (int i = 0; i < 6; ++i) {
        MapMark mark;
        mark.at = {View::Posterior, 300.0 + 30 * i, 600.0 + 25 * i};
        mark.number = i + 1;
        mark.state = i % 2 == 0 ? State::Active : State::Latent;
        overlay.marks.push_back(mark);
    }
    return overlay;
}

void preparePaths(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(BodyShapes{map()});
    }
}
BENCHMARK(preparePaths)->Unit(benchmark::kMillisecond);

/// Argument: the layer on top, and the tolerance in millimetres.
void hitMuscle(benchmark::State& state) {
    const auto places = somePlaces();
    const atlas::Peel peel{static_cast<Layer>(state.range(0)), false};
    const atlas::Millimetres tolerance{static_cast<double>(state.range(1))};
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(map().muscleAt(places[++i % places.size()], peel, tolerance));
    }
}
BENCHMARK(hitMuscle)->Args({1, 0})->Args({1, 2})->Args({4, 0})->Args({4, 2});

void hitRegion(benchmark::State& state) {
    const auto places = somePlaces();
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(map().regionAt(places[++i % places.size()], {2}, false));
    }
}
BENCHMARK(hitRegion);

void everyMuscleUnder(benchmark::State& state) {
    const auto places = somePlaces();
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(map().musclesUnder(places[++i % places.size()], false));
    }
}
BENCHMARK(everyMuscleUnder);

void areaOfTheFigure(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(atlas::figureArea(map()));
    }
}
BENCHMARK(areaOfTheFigure)->Unit(benchmark::kMillisecond);

void basePictureOfAWindow(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(basePicture(shapes(), screen(), {}));
    }
}
BENCHMARK(basePictureOfAWindow)->Unit(benchmark::kMicrosecond);

/// The first picture of a layer also finds the lines that others cover.
void firstPictureOfALayer(benchmark::State& state) {
    for (auto _ : state) {
        state.PauseTiming();
        const BodyShapes fresh{map()};
        state.ResumeTiming();
        benchmark::DoNotOptimize(basePicture(fresh, screen(), {}));
    }
}
BENCHMARK(firstPictureOfALayer)->Unit(benchmark::kMillisecond);

void overlayOfAFrame(benchmark::State& state) {
    const MapOverlay overlay = sixMarks();
    for (auto _ : state) {
        benchmark::DoNotOptimize(overlayPicture(shapes(), screen(), {}, {}, overlay));
    }
}
BENCHMARK(overlayOfAFrame)->Unit(benchmark::kMicrosecond);

/// The largest session: 30 points, 10 painted areas, a referral, known points.
[[nodiscard]] MapOverlay fullSession() {
    MapOverlay overlay = sixMarks();
    const auto places = somePlaces();
    for (std::size_t i = 0; overlay.marks.size() < 30; ++i) {
        MapMark mark = overlay.marks[i % 6];
        mark.at = places[i];
        mark.number = static_cast<int>(overlay.marks.size()) + 1;
        mark.tenderness = Tenderness::from(static_cast<int>(i % 11));
        mark.treated = i % 2 == 0;
        overlay.marks.push_back(mark);
    }
    for (int i = 0; i < 10; ++i) {
        MapArea area;
        Ring ring;
        for (int n = 0; n < 150; ++n) {
            const double angle = 2 * 3.14159265 * n / 150;
            const double radius = 60 * (1 + 0.15 * std::sin(5 * angle + i));
            ring.push_back({250 + 55.0 * (i % 5) + radius * std::cos(angle),
                            560 + 130.0 * (i / 5) + radius * std::sin(angle)});
        }
        area.shape = {{ring}};
        area.quality = kPainQualities[static_cast<std::size_t>(i) % kPainQualities.size()];
        area.intensity = PainScore::from(i);
        overlay.areas.push_back(area);
    }
    ReferralZone zone;
    for (const char* key : {"buttock_upper", "buttock_lower", "lumbar"}) {
        const atlas::Region* region = map().region(*RegionKey::from(key), Side::Right);
        for (const Polygon& polygon : region->shapeIn(View::Posterior)->outline.polygons()) {
            zone.essential.push_back(polygon);
        }
    }
    overlay.zones.push_back(zone);
    for (int i = 0; i < 4; ++i) {
        overlay.crosses.push_back(
            {{View::Posterior, 400.0 + 8 * i, 640.0 + 30 * i}, "deep, upper", i == 0});
    }
    return overlay;
}

/// What changes at every frame, and what may be kept in the bitmap of the base.
void upperOverlayOfAFullSession(benchmark::State& state) {
    const MapOverlay overlay = fullSession();
    for (auto _ : state) {
        benchmark::DoNotOptimize(upperOverlay(shapes(), screen(), {}, {}, overlay));
    }
}
BENCHMARK(upperOverlayOfAFullSession)->Unit(benchmark::kMicrosecond);

void lowerOverlayOfAFullSession(benchmark::State& state) {
    const MapOverlay overlay = fullSession();
    for (auto _ : state) {
        benchmark::DoNotOptimize(lowerOverlay(screen(), {}, overlay));
    }
}
BENCHMARK(lowerOverlayOfAFullSession)->Unit(benchmark::kMicrosecond);

/// The pointer over a full session: which mark, which area.
void hitMarkAndArea(benchmark::State& state) {
    const MapOverlay overlay = fullSession();
    std::size_t i = 0;
    for (auto _ : state) {
        const Point at{static_cast<double>(++i * 37 % 317), static_cast<double>(i * 61 % 238)};
        benchmark::DoNotOptimize(hitMark(overlay.marks, screen(), {}, at));
        benchmark::DoNotOptimize(hitArea(overlay.areas, screen(), at));
    }
}
BENCHMARK(hitMarkAndArea)->Unit(benchmark::kMicrosecond);

void filmStripOfTwelveSessions(benchmark::State& state) {
    FilmFrame frame;
    frame.title = "12 Oct";
    frame.marks = fullSession().marks;
    frame.areas = fullSession().areas;
    const std::vector<FilmFrame> frames(12, frame);
    for (auto _ : state) {
        benchmark::DoNotOptimize(filmStrip(shapes(), frames, {}));
    }
}
BENCHMARK(filmStripOfTwelveSessions)->Unit(benchmark::kMicrosecond);

void svgOfTheWholeBack(benchmark::State& state) {
    const MapWindow window = wholeBody(map(), View::Posterior, {}, 110, 250);
    for (auto _ : state) {
        benchmark::DoNotOptimize(svg(basePicture(shapes(), window, {})));
    }
}
BENCHMARK(svgOfTheWholeBack)->Unit(benchmark::kMillisecond);

} // namespace
