// SPDX-License-Identifier: MIT
// What a clinic waits for when much is printed: the complete record of a long case (target 2 s for
// 200 sessions) and the progress reports of a thousand patients (target 60 s on two cores, memory
// flat).
#include "LongCase.h"
#include "app/Demo.h"
#include "app/Reports.h"
#include "report/Pdf.h"

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <fstream>

namespace {

using namespace palpate;

/// The most that this program has held at once, in MB.
double peakMemory() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) * 1024 / 1'000'000;
}

/// What it holds now, in MB.
double memoryNow() {
    std::ifstream in{"/proc/self/statm"};
    double all = 0;
    double resident = 0;
    in >> all >> resident;
    return resident * 4096 / 1'000'000;
}

void completeRecord(benchmark::State& state) {
    bench::LongCase made{static_cast<int>(state.range(0))};
    const app::ReportRequest request{.patient = made.patient(), .templateName = "complete-record"};
    const auto file = std::filesystem::temp_directory_path() /
                      ("palpate-bench-record-" + std::to_string(::getpid()) + ".pdf");
    for (auto _ : state) {
        static_cast<void>(app::writeReport(made.clinic(), request, file));
    }
    state.counters["pages"] =
        static_cast<double>(app::reportPages(made.clinic(), request).pages.size());
    state.counters["kB"] = static_cast<double>(std::filesystem::file_size(file)) / 1000;
    std::filesystem::remove(file);
}
BENCHMARK(completeRecord)->Arg(50)->Arg(200)->Unit(benchmark::kMillisecond);

/// Gathered from the record, laid out and made a PDF: what "preview" and "save" wait for.
void shippedReport(benchmark::State& state, const char* name, int sessions) {
    bench::LongCase made{sessions};
    const app::ReportRequest request{.patient = made.patient(), .templateName = name};
    std::size_t pages = 0;
    std::size_t bytes = 0;
    for (auto _ : state) {
        const auto document = app::reportDocument(made.clinic(), request);
        pages = document.pages.size();
        bytes = report::pdf(document).size();
    }
    state.counters["pages"] = static_cast<double>(pages);
    state.counters["kB"] = static_cast<double>(bytes) / 1000;
}
BENCHMARK_CAPTURE(shippedReport, handout, "home-care-handout", 7)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(shippedReport, progress, "progress-report", 7)->Unit(benchmark::kMillisecond);

void manyProgressReports(benchmark::State& state) {
    const auto patients = static_cast<int>(state.range(0));
    const auto folder = std::filesystem::temp_directory_path() /
                        ("palpate-bench-many-" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const auto knowledge = app::Knowledge{app::find(app::runningProgram())};
    app::DemoRequest demo;
    demo.patients = patients;
    demo.seed = 7;
    demo.lastDay = Date{std::chrono::year{2026} / 11 / 23};
    demo.password = bench::kPassPhrase;
    demo.strength = app::KeyStrength::FastForThrowAway;
    static_cast<void>(app::makeDemoClinic(folder / "many.palpate", demo, knowledge));
    const SystemClock clock;
    IdMaker ids{clock};
    app::Clinic clinic{folder / "many.palpate", "demo", bench::kPassPhrase, knowledge, clock, ids};
    app::ManyReports many;
    many.folder = folder / "reports";
    double early = 0; // memory after the first tenth: what comes later should not add to it
    std::size_t written = 0;
    for (auto _ : state) {
        written = app::writeReports(clinic, many, [&](std::size_t done, std::size_t of) {
                      early = done == of / 10 ? memoryNow() : early;
                      return true;
                  }).written;
    }
    state.counters["written"] = static_cast<double>(written);
    state.counters["MBatTenth"] = early;
    state.counters["MBatEnd"] = memoryNow();
    state.counters["MBmost"] = peakMemory();
    std::filesystem::remove_all(folder);
}
BENCHMARK(manyProgressReports)->Arg(1000)->Unit(benchmark::kSecond)->Iterations(1);

} // namespace
