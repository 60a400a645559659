// SPDX-License-Identifier: MIT
#include "atlas/BodyMap.h"
#include "atlas/Neighbours.h"
#include "atlas/Painted.h"
#include "atlas/Shapes.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstddef>
#include <filesystem>
#include <span>
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

/// With a finger's tolerance and the arm shown, the dearest hit test there is.
void hitTestWithTolerance(benchmark::State& state) {
    const auto view = static_cast<View>(state.range(0));
    const auto places = placesOver(view);
    std::size_t next = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            shippedMap().muscleAt(places[next], {Layer::Superficial, true}, {4}));
        next = (next + 1) % places.size();
    }
}
BENCHMARK(hitTestWithTolerance)->DenseRange(0, 4)->ArgName("view");

/// The way of a hand that shades the low back: to and fro in curves, a place every 4 mm.
std::vector<Place> shadingHand(std::size_t places) {
    std::vector<Place> path;
    for (std::size_t i = 0; i < places; ++i) {
        const double along = static_cast<double>(i) * 4;
        path.push_back({360 + 70 * std::sin(along / 45), 560 + along * 0.12});
    }
    return path;
}

std::vector<Polygon> strokeOf(std::size_t places) {
    constexpr atlas::Millimetres kBrush{12};
    const auto path = shadingHand(places);
    std::vector<Polygon> stroke;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        stroke = atlas::united(stroke, atlas::brushed(std::span{path}.subspan(i, 2), kBrush));
    }
    return stroke;
}

/// What a frame of painting costs here: the newest piece of the stroke, clipped to the skin and
/// united with all that was drawn before.
void brushPiece(benchmark::State& state) {
    const auto drawn = static_cast<std::size_t>(state.range(0));
    const auto stroke = strokeOf(drawn);
    const auto path = shadingHand(drawn + 1);
    for (auto _ : state) {
        const auto piece = atlas::brushed(std::span{path}.last(2), {12});
        benchmark::DoNotOptimize(atlas::united(
            stroke, atlas::onBody(shippedMap(), View::Posterior, atlas::Plane::Body, piece)));
    }
}
BENCHMARK(brushPiece)
    ->Arg(10)
    ->Arg(100)
    ->Arg(400)
    ->ArgName("places")
    ->Unit(benchmark::kMicrosecond);

/// A finished stroke made small for the record.
void simplifyStroke(benchmark::State& state) {
    const auto stroke = strokeOf(400);
    for (auto _ : state) {
        benchmark::DoNotOptimize(atlas::simplified(stroke, {0.5}));
    }
}
BENCHMARK(simplifyStroke)->Unit(benchmark::kMicrosecond);

void touchedRegions(benchmark::State& state) {
    const auto stroke = strokeOf(400);
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            atlas::regionsTouched(shippedMap(), View::Posterior, atlas::Plane::Body, stroke));
    }
}
BENCHMARK(touchedRegions)->Unit(benchmark::kMicrosecond);

/// Once for each view and layer that arrow keys walk on.
void waysOfArrowKeys(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            atlas::Neighbours{shippedMap(), View::Posterior, {Layer::Superficial, false}});
    }
}
BENCHMARK(waysOfArrowKeys)->Unit(benchmark::kMillisecond);

} // namespace
