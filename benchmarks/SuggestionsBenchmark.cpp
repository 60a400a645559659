// SPDX-License-Identifier: MIT
#include "app/QuickLine.h"
#include "app/Referral.h"
#include "app/Suggestions.h"
#include "atlas/BodyMap.h"
#include "atlas/Shapes.h"
#include "reference/Reference.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstddef>
#include <filesystem>
#include <numbers>
#include <optional>
#include <vector>

namespace {

using namespace palpate;

const atlas::BodyMap& shippedMap() {
    static const auto map = atlas::BodyMap::load(std::filesystem::path{PALPATE_SOURCE_DIR} /
                                                 "src/atlas/data/body-atlas.json");
    return map;
}
const reference::Reference& shippedTables() {
    static const auto tables = reference::Reference::load(
        std::filesystem::path{PALPATE_SOURCE_DIR} / "src/reference/data");
    return tables;
}

/// Ten blots of a hand's breadth, five behind, three in front and two from the right: waved edges
/// of 120 places each.
std::vector<app::Painted> tenAreas() {
    struct Blot {
        View view;
        Place middle;
        double radius;
    };
    const Blot blots[] = {{View::Posterior, {400, 640}, 60},  {View::Posterior, {300, 760}, 55},
                          {View::Posterior, {380, 280}, 40},  {View::Posterior, {430, 380}, 45},
                          {View::Posterior, {410, 1100}, 50}, {View::Anterior, {300, 420}, 50},
                          {View::Anterior, {300, 900}, 60},   {View::Anterior, {330, 130}, 25},
                          {View::Right, {210, 800}, 55},      {View::Right, {200, 150}, 30}};
    constexpr int kPlaces = 120;
    std::vector<app::Painted> painted;
    for (const Blot& blot : blots) {
        Ring ring;
        for (int i = 0; i < kPlaces; ++i) {
            const double angle = 2 * std::numbers::pi * i / kPlaces;
            const double r = blot.radius * (1 + 0.08 * std::sin(7 * angle));
            ring.push_back(
                {blot.middle.x + r * std::cos(angle), blot.middle.y + r * std::sin(angle)});
        }
        painted.push_back({blot.view, false, atlas::enclosed(ring)});
    }
    return painted;
}

void makeSuggester(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(app::Suggester{shippedTables(), shippedMap()});
    }
}
BENCHMARK(makeSuggester)->Unit(benchmark::kMillisecond);

/// All points of both sides against ten painted areas.
void suggestions(benchmark::State& state) {
    const app::Suggester suggester{shippedTables(), shippedMap()};
    const auto painted = tenAreas();
    std::size_t rows = 0;
    for (auto _ : state) {
        const auto list = suggester.ranked(painted, {}, app::kUsualRanks);
        rows = list.size();
        benchmark::DoNotOptimize(list.data());
    }
    state.counters["rows"] = static_cast<double>(rows);
}
BENCHMARK(suggestions)->Unit(benchmark::kMillisecond);

void referralAndAgreement(benchmark::State& state) {
    const auto painted = tenAreas();
    for (auto _ : state) {
        const auto referral =
            app::usualReferral(shippedTables(), shippedMap(),
                               *MuscleKey::from("quadratus_lumborum"), Side::Right, std::nullopt);
        benchmark::DoNotOptimize(app::agreement(shippedMap(), *referral, painted));
    }
}
BENCHMARK(referralAndAgreement)->Unit(benchmark::kMillisecond);

void quickLineKeystroke(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            app::completions("left upper tra 4 latent", shippedTables(), shippedMap(), 12));
    }
}
BENCHMARK(quickLineKeystroke)->Unit(benchmark::kMicrosecond);

} // namespace
