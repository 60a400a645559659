// SPDX-License-Identifier: MIT
// Ctrl+K over a whole clinic: 1,000 varied texts one after the other, each searched for beside
// the window as the window does it: until the list is there, and how long the window waits itself.
//
//   bench_finder CLINIC    of `palpatectl demo`, whose password is in PALPATE_PASSWORD
#include "SearchQuestions.h"
#include "app/Clinic.h"
#include "app/FindAnything.h"
#include "app/RecordForms.h"
#include "storage/Engine.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace palpate::bench {

namespace {

constexpr int kQuestions = 1000;

void ask(const std::filesystem::path& folder) {
    SystemClock clock;
    IdMaker ids{clock};
    const app::Knowledge knowledge{app::find(app::runningProgram())};
    const auto word = password();
    const auto vocabulary = [&] {
        storage::Engine engine{folder, storage::Credentials{kUser, word}, clock,
                               storage::OpenOptions{}};
        return Vocabulary::of(engine.connection().raw());
    }();
    app::Clinic clinic{folder, std::string{kUser}, word, knowledge, clock, ids};
    app::AnythingFinder finder{clinic, {}};
    const std::vector<app::FinderSetting> settings{{"keys", "Keys", "keyboard shortcuts help"}};
    Questions questions{11, vocabulary};
    std::vector<double> times;
    std::vector<double> handing; // what the window itself waits for
    std::size_t found = 0;
    for (int i = 0; i < kQuestions; ++i) {
        const auto text = i % 2 == 0 ? questions.person() : questions.text().text;
        const auto start = std::chrono::steady_clock::now();
        finder.ask(text, settings);
        const auto asked = std::chrono::steady_clock::now();
        static_cast<void>(finder.finish());
        const auto end = std::chrono::steady_clock::now();
        handing.push_back(std::chrono::duration<double, std::milli>(asked - start).count());
        times.push_back(std::chrono::duration<double, std::milli>(end - start).count());
        found += finder.things().size();
    }
    const auto at = [](std::vector<double>& all, double share) {
        std::ranges::sort(all);
        return all[static_cast<std::size_t>(static_cast<double>(all.size() - 1) * share)];
    };
    std::printf("%s: %d texts, %zu things\n", folder.filename().c_str(), kQuestions, found);
    std::printf("found after     median %.2f ms, 95 %% %.2f ms, most %.2f ms\n", at(times, 0.5),
                at(times, 0.95), at(times, 1.0));
    std::printf("window waits    median %.2f ms, 95 %% %.2f ms, most %.2f ms\n", at(handing, 0.5),
                at(handing, 0.95), at(handing, 1.0));
}

} // namespace

} // namespace palpate::bench

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: bench_finder CLINIC\n");
        return 2;
    }
    try {
        palpate::bench::ask(argv[1]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
