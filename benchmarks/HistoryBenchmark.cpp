// SPDX-License-Identifier: MIT
// What looking back costs in a patient of 500 sessions: target 50 ms to open the record, 10 ms for
// the difference of two sessions.
#include "LongCase.h"
#include "app/HistoryPresenter.h"
#include "app/PatientPresenter.h"

#include <benchmark/benchmark.h>

namespace {

using namespace palpate;
using bench::LongCase;

LongCase& longCase() {
    constexpr int kSessions = 500;
    static LongCase made{kSessions};
    return made;
}

void openOverview(benchmark::State& state) {
    auto& made = longCase(); // not to be measured
    for (auto _ : state) {
        const app::PatientPresenter overview{made.clinic(), made.patient()};
        benchmark::DoNotOptimize(&overview.view());
    }
}
BENCHMARK(openOverview)->Unit(benchmark::kMillisecond);

void openHistory(benchmark::State& state) {
    auto& made = longCase();
    for (auto _ : state) {
        app::HistoryPresenter history{made.clinic()};
        history.open(made.patient(), {}, {});
        benchmark::DoNotOptimize(history.view().rows.size());
    }
}
BENCHMARK(openHistory)->Unit(benchmark::kMillisecond);

/// The second of two is ticked: the difference is told, with its map.
void differenceOfTwoSessions(benchmark::State& state) {
    app::HistoryPresenter history{longCase().clinic()};
    history.open(longCase().patient(), {}, {});
    const auto newer = history.view().rows.front().line.id;
    const auto older = history.view().rows.back().line.id;
    for (auto _ : state) {
        state.PauseTiming();
        history.setPane(app::HistoryPane::Session);
        history.tick(older);
        state.ResumeTiming();
        history.tick(newer);
        benchmark::DoNotOptimize(history.differenceMap().marks.size());
        state.PauseTiming();
        history.tick(newer);
        history.tick(older);
        state.ResumeTiming();
    }
}
BENCHMARK(differenceOfTwoSessions)->Unit(benchmark::kMillisecond);

void stepToTheNextSession(benchmark::State& state) {
    app::HistoryPresenter history{longCase().clinic()};
    history.open(longCase().patient(), {}, {});
    int way = -1;
    for (auto _ : state) {
        history.step(way);
        benchmark::DoNotOptimize(
            history.mapOf(history.current()->id, View::Posterior).marks.size());
        way = -way;
    }
}
BENCHMARK(stepToTheNextSession)->Unit(benchmark::kMillisecond);

} // namespace
