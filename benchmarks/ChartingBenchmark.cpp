// SPDX-License-Identifier: MIT
// What a therapist waits for while charting a patient of 500 sessions: target 50 ms to open the
// chart, 100 ms an act.
#include "LongCase.h"

#include <benchmark/benchmark.h>

namespace {

using namespace palpate;
using bench::key;
using bench::LongCase;

LongCase& longCase() {
    constexpr int kSessions = 500;
    static LongCase made{kSessions}; // one for all: making it takes longer than measuring
    return made;
}

void openChart(benchmark::State& state) {
    const auto id = longCase().draft();
    for (auto _ : state) {
        const app::SessionPresenter chart{longCase().clinic(), id};
        benchmark::DoNotOptimize(chart.view().strip.size());
    }
}
BENCHMARK(openChart)->Unit(benchmark::kMillisecond);

/// The part of it that is reading: what a chart that reads less would save.
void readCase(benchmark::State& state) {
    const auto id = longCase().draft();
    auto& sessions = longCase().clinic().store().sessions();
    const auto caseId = sessions.find(id)->caseId;
    for (auto _ : state) {
        benchmark::DoNotOptimize(sessions.ofCase(caseId).size());
    }
}
BENCHMARK(readCase)->Unit(benchmark::kMillisecond);

/// An act on a chart whose points are settled and one of them selected; what it did is taken back
/// outside the time measured.
template <class Act> void actOn(benchmark::State& state, const Act& act) {
    app::SessionPresenter chart{longCase().clinic(), longCase().draft()};
    chart.map().setLayer(Layer::Deepest);
    chart.settleOthers();
    chart.select(chart.view().points.front().id);
    for (auto _ : state) {
        act(chart);
        state.PauseTiming();
        while (chart.view().canUndo && chart.session().findings.size() > 12) {
            chart.undo();
        }
        state.ResumeTiming();
    }
}

void placePoint(benchmark::State& state) {
    actOn(state, [](app::SessionPresenter& chart) {
        chart.map().clickedAt({View::Posterior, 330, 690}, 0.1);
    });
}
BENCHMARK(placePoint)->Unit(benchmark::kMillisecond);

void rateTenderness(benchmark::State& state) {
    int score = 0;
    actOn(state, [&](app::SessionPresenter& chart) {
        chart.setTenderness(Tenderness::from(++score % 10));
    });
}
BENCHMARK(rateTenderness)->Unit(benchmark::kMillisecond);

void settleOne(benchmark::State& state) {
    bool better = false;
    actOn(state, [&](app::SessionPresenter& chart) {
        better = !better;
        chart.settle(chart.view().points.front().id, better ? Settled::Better : Settled::Still);
    });
}
BENCHMARK(settleOne)->Unit(benchmark::kMillisecond);

void settleAllOthers(benchmark::State& state) {
    app::SessionPresenter chart{longCase().clinic(), longCase().draft()};
    for (auto _ : state) {
        chart.settleOthers();
        state.PauseTiming();
        chart.undo();
        state.ResumeTiming();
    }
}
BENCHMARK(settleAllOthers)->Unit(benchmark::kMillisecond);

void chooseTechnique(benchmark::State& state) {
    actOn(state, [](app::SessionPresenter& chart) {
        chart.care().toggle(key<TechniqueKey>("pir"));
        if (chart.view().asking) {
            chart.care().goOn("weighed");
        }
    });
}
BENCHMARK(chooseTechnique)->Unit(benchmark::kMillisecond);

void askForAReason(benchmark::State& state) {
    actOn(state, [](app::SessionPresenter& chart) {
        chart.care().toggle(key<TechniqueKey>("dry_needling"));
        chart.care().holdBack();
    });
}
BENCHMARK(askForAReason)->Unit(benchmark::kMillisecond);

void keystroke(benchmark::State& state) {
    std::string text = "Better since the last visit";
    actOn(state, [&](app::SessionPresenter& chart) {
        text += text.size() % 7 == 0 ? ' ' : 'a';
        if (text.size() > 400) {
            text.resize(30);
        }
        chart.setNote(NotePart::Subjective, text);
    });
}
BENCHMARK(keystroke)->Unit(benchmark::kMillisecond);

void measureMotion(benchmark::State& state) {
    int degrees = 0;
    actOn(state, [&](app::SessionPresenter& chart) {
        degrees = degrees % 15 + 1;
        benchmark::DoNotOptimize(
            chart.measures().record("lumbar rotation r " + std::to_string(degrees)));
    });
}
BENCHMARK(measureMotion)->Unit(benchmark::kMillisecond);

void undoAndRedo(benchmark::State& state) {
    actOn(state, [](app::SessionPresenter& chart) {
        chart.undo();
        chart.redo();
    });
}
BENCHMARK(undoAndRedo)->Unit(benchmark::kMillisecond);

void turnTheMap(benchmark::State& state) {
    bool front = false;
    actOn(state, [&](app::SessionPresenter& chart) {
        front = !front;
        chart.map().setView(front ? View::Anterior : View::Posterior);
    });
}
BENCHMARK(turnTheMap)->Unit(benchmark::kMillisecond);

} // namespace
