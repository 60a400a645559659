// SPDX-License-Identifier: MIT
#include "atlas/BodyMap.h"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <filesystem>
#include <vector>

namespace {

using namespace palpate;
using atlas::BodyMap;

const std::filesystem::path kAtlas =
    std::filesystem::path{PALPATE_SOURCE_DIR} / "src/atlas/data/body-atlas.json";

const BodyMap& shippedMap() {
    static const BodyMap map = BodyMap::load(kAtlas);
    return map;
}

/// A grid over the whole frame, on and off the body, as a hand would wander.
std::vector<BodyPoint> placesOver(View view) {
    constexpr double kStep =
        7.3; // millimetres; no whole number, so that edges are met at all angles
    const auto& frame = shippedMap().frame(view);
    std::vector<BodyPoint> places;
    for (double y = 0; y < frame.height; y += kStep) {
        for (double x = 0; x < frame.width; x += kStep) {
            places.push_back({view, x, y});
        }
    }
    return places;
}

void loadAndCheck(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(BodyMap::load(kAtlas));
    }
}
BENCHMARK(loadAndCheck)->Unit(benchmark::kMillisecond);

void hitTest(benchmark::State& state) {
    const auto view = static_cast<View>(state.range(0));
    const auto places = placesOver(view);
    std::size_t next = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(shippedMap().muscleAt(places[next], {}));
        next = (next + 1) % places.size();
    }
}
BENCHMARK(hitTest)->DenseRange(0, 4)->ArgName("view");

} // namespace
