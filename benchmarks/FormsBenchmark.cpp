// SPDX-License-Identifier: MIT
#include "ManyQuestions.h"
#include "forms/FormRun.h"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>

namespace {

using namespace palpate;
using namespace palpate::forms;

[[nodiscard]] std::string formOf(int questions) {
    return R"({"resourceType": "Questionnaire", "url": "u", "title": "t", "item": [)" +
           bench::manyQuestions(questions) + "]}";
}

void openForm(benchmark::State& state) {
    const auto text = formOf(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        const auto reading = readForm(text);
        FormRun run{*reading.form};
        benchmark::DoNotOptimize(run.lines().size());
    }
    state.SetLabel(std::to_string(text.size() / 1000) + " kB");
}
BENCHMARK(openForm)->Arg(50)->Arg(500)->Unit(benchmark::kMillisecond);

void answerKey(benchmark::State& state) {
    const auto reading = readForm(formOf(static_cast<int>(state.range(0))));
    FormRun run{*reading.form};
    for (int i = 0; i < state.range(0); ++i) {
        (void)run.answer({{"g" + std::to_string(i / 10 * 10), 0}, {"q" + std::to_string(i), 0}},
                         {AnswerValue{std::int64_t{i % 11}}});
    }
    std::int64_t value = 0;
    for (auto _ : state) {
        (void)run.answer({{"g250", 0}, {"q255", 0}}, {AnswerValue{++value % 11}});
    }
}
BENCHMARK(answerKey)->Arg(500)->Unit(benchmark::kMillisecond);

void checkForm(benchmark::State& state) {
    const auto text = formOf(1000);
    for (auto _ : state) {
        benchmark::DoNotOptimize(readForm(text).isUsable());
    }
    state.SetLabel(std::to_string(text.size() / 1000) + " kB");
}
BENCHMARK(checkForm)->Unit(benchmark::kMillisecond);

} // namespace
