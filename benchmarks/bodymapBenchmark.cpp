// SPDX-License-Identifier: MIT
// Hitting and drawing the body map: what a hand over the map, a zoom and a page cost.
#include "atlas/Areas.h"
#include "drawing/BodyMapPicture.h"
#include "drawing/Svg.h"

#include <benchmark/benchmark.h>

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

void overlayOfAFrame(benchmark::State& state) {
    const MapOverlay overlay = sixMarks();
    for (auto _ : state) {
        benchmark::DoNotOptimize(overlayPicture(shapes(), screen(), {}, {}, overlay));
    }
}
BENCHMARK(overlayOfAFrame)->Unit(benchmark::kMicrosecond);

void svgOfTheWholeBack(benchmark::State& state) {
    const MapWindow window = wholeBody(map(), View::Posterior, {}, 110, 250);
    for (auto _ : state) {
        benchmark::DoNotOptimize(svg(basePicture(shapes(), window, {})));
    }
}
BENCHMARK(svgOfTheWholeBack)->Unit(benchmark::kMillisecond);

} // namespace
