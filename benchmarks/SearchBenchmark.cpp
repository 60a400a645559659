// SPDX-License-Identifier: MIT
// How long a search takes: 95th percentiles of processor time over 1,000 varied questions, each
// beside the statements that it makes the database run, alone on the same connection.
//
//   bench_search CLINIC [WORDS]    of `palpatectl demo`, whose password is in PALPATE_PASSWORD; a
//                                  patient with a long case is added to it once. WORDS: only the
//                                  questions with these words in their name ("opening").
#include "LongRecord.h"
#include "SearchQuestions.h"
#include "storage/Engine.h"
#include "storage/ReaderParts.h"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace palpate::bench {

namespace {

constexpr int kQuestions = 1000;

/// One statement as it was run: its text with the values in it, and how many rows were read.
struct Ran {
    std::string sql;
    int rows = 0;
};

/// Writes down what a connection runs.
class Recorder {
public:
    explicit Recorder(sqlite3* database) : database_{database} {
        sqlite3_trace_v2(database_, SQLITE_TRACE_STMT | SQLITE_TRACE_ROW, &Recorder::note, this);
    }
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;
    ~Recorder() { sqlite3_trace_v2(database_, 0, nullptr, nullptr); }
    [[nodiscard]] const std::vector<Ran>& ran() const { return ran_; }

private:
    static int note(unsigned what, void* self, void* statement, void* text) {
        auto& recorder = *static_cast<Recorder*>(self);
        auto* const running = static_cast<sqlite3_stmt*>(statement);
        if (what == SQLITE_TRACE_ROW) {
            const auto at = recorder.places_.find(running);
            if (at != recorder.places_.end()) {
                ++recorder.ran_.at(at->second).rows;
            }
        } else if (std::string_view{static_cast<const char*>(text)}.starts_with("SELECT")) {
            const std::unique_ptr<char, decltype(&sqlite3_free)> sql{sqlite3_expanded_sql(running),
                                                                     &sqlite3_free};
            recorder.places_[running] = recorder.ran_.size();
            recorder.ran_.push_back({sql.get(), 0});
        }
        return 0;
    }

    sqlite3* database_;
    std::vector<Ran> ran_;
    std::map<sqlite3_stmt*, std::size_t> places_;
};

/// Of the processor, for this thread: another program that is busy does not slow it down.
[[nodiscard]] double processorTime() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

[[nodiscard]] double milliseconds(const std::function<void()>& work) {
    const auto start = processorTime();
    work();
    return processorTime() - start;
}

[[nodiscard]] double percentile(std::vector<double> times, double share) {
    std::ranges::sort(times);
    return times.at(static_cast<std::size_t>(share * static_cast<double>(times.size() - 1)));
}

class Bench {
public:
    Bench(const std::filesystem::path& clinic, std::string_view only) : only_{only} {
        const auto word = password();
        const storage::Credentials who{kUser, word};
        {
            storage::Store store{clinic, who, clock_};
            if (IdMaker ids{clock_}; store.finder().people(longRecordName(), 1).empty()) {
                static_cast<void>(addLongRecord(store, ids, kLongCase));
            }
        }
        engine_ = std::make_unique<storage::Engine>(clinic, who, clock_, storage::OpenOptions{});
        seam_ = std::make_unique<storage::EngineSeam>(*engine_);
        finder_ = std::make_unique<storage::Finder>(*seam_);
        auto& file = engine_->connection().raw();
        const auto count = [&](const char* table) {
            return file.execAndGet(std::string{"SELECT count(*) FROM "} + table).getInt64();
        };
        std::printf(
            "%lld patients, %lld sessions, %lld findings, %lld treatments, %.0f MB\n\n",
            static_cast<long long>(count("patient")), static_cast<long long>(count("session")),
            static_cast<long long>(count("finding")), static_cast<long long>(count("treatment")),
            static_cast<double>(std::filesystem::file_size(clinic / "clinic.db")) / 1e6);
        vocabulary_ = Vocabulary::of(file);
        std::printf("%zu words stand in over a tenth of the sessions, %zu in fewer\n\n",
                    vocabulary_.common.size(), vocabulary_.rare.size());
        std::printf("| %-44s | median ms | 95th ms | again ms | bare ms | ratio |  pages |\n",
                    "question");
        std::printf("| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
    }

    /// `ask` runs the question of that number. First: as it comes. Again, and bare: with its pages
    /// in memory. Pages: how often one of the database was looked at, 95th percentile; no machine
    /// is faster or slower at that.
    void measure(std::string_view what, int times, const std::function<void(int)>& ask) {
        if (what.find(only_) == std::string_view::npos) {
            return;
        }
        std::vector<double> first;
        std::vector<double> again;
        std::vector<double> bare;
        std::vector<double> pages;
        for (int i = 0; i < times; ++i) {
            first.push_back(milliseconds([&] { ask(i); }));
            std::vector<Ran> ran;
            {
                const Recorder recorder{engine_->connection().raw().getHandle()};
                static_cast<void>(pagesLookedAt());
                ask(i);
                pages.push_back(pagesLookedAt());
                ran = recorder.ran();
            }
            again.push_back(milliseconds([&] { ask(i); }));
            bare.push_back(bareTime(ran));
        }
        double ours = 0;
        double alone = 0;
        for (std::size_t i = 0; i < again.size(); ++i) {
            ours += again[i];
            alone += bare[i];
        }
        std::printf("| %-44s | %9.2f | %7.2f | %8.2f | %7.2f | %5.2f | %6.0f |\n",
                    std::string{what}.c_str(), percentile(first, 0.5), percentile(first, 0.95),
                    percentile(again, 0.95), percentile(bare, 0.95), ours / alone,
                    percentile(pages, 0.95));
        std::fflush(stdout);
    }

    [[nodiscard]] storage::Finder& finder() { return *finder_; }
    [[nodiscard]] storage::Engine& engine() { return *engine_; }
    [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }

private:
    /// Since it was asked last.
    [[nodiscard]] double pagesLookedAt() {
        double pages = 0;
        for (const int kind : {SQLITE_DBSTATUS_CACHE_HIT, SQLITE_DBSTATUS_CACHE_MISS}) {
            int now = 0;
            int most = 0;
            sqlite3_db_status(engine_->connection().raw().getHandle(), kind, &now, &most, 1);
            pages += now;
        }
        return pages;
    }

    [[nodiscard]] double bareTime(const std::vector<Ran>& ran) {
        std::vector<std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>> statements;
        for (const auto& one : ran) {
            sqlite3_stmt* statement = nullptr;
            sqlite3_prepare_v2(engine_->connection().raw().getHandle(), one.sql.c_str(), -1,
                               &statement, nullptr);
            statements.emplace_back(statement, &sqlite3_finalize);
        }
        return milliseconds([&] {
            for (std::size_t i = 0; i < ran.size(); ++i) {
                auto* const handle = statements[i].get();
                for (int row = 0; row < std::max(ran[i].rows, 1); ++row) {
                    if (sqlite3_step(handle) != SQLITE_ROW) {
                        break;
                    }
                    for (int column = 0; column < sqlite3_column_count(handle); ++column) {
                        static_cast<void>(sqlite3_column_text(handle, column));
                    }
                }
                sqlite3_reset(handle);
            }
        });
    }

    std::string_view only_;
    SystemClock clock_;
    std::unique_ptr<storage::Engine> engine_;
    std::unique_ptr<storage::EngineSeam> seam_;
    std::unique_ptr<storage::Finder> finder_;
    Vocabulary vocabulary_;
};

template <class Make> [[nodiscard]] auto asked(const Vocabulary& of, Make make) {
    Questions questions{7, of};
    std::vector<decltype(make(questions))> all;
    for (int i = 0; i < kQuestions; ++i) {
        all.push_back(make(questions));
    }
    return all;
}

void run(const std::filesystem::path& clinic, std::string_view only) {
    Bench bench{clinic, only};
    const auto& of = bench.vocabulary();
    auto& finder = bench.finder();
    auto& engine = bench.engine();
    const auto at = [](int i) { return static_cast<std::size_t>(i); };
    const auto people = asked(of, [](Questions& q) { return q.person(); });
    bench.measure("patients, a keystroke", kQuestions,
                  [&](int i) { static_cast<void>(finder.people(people[at(i)], 20)); });
    const auto texts = asked(of, [](Questions& q) { return q.text(); });
    bench.measure("text, first page", kQuestions,
                  [&](int i) { static_cast<void>(finder.sessions(texts[at(i)], {.limit = 20})); });
    bench.measure("text, counted to 1,000", kQuestions,
                  [&](int i) { static_cast<void>(finder.countSessions(texts[at(i)])); });
    const auto filters = asked(of, [](Questions& q) { return q.combined(); });
    bench.measure("combined filters, first page", kQuestions, [&](int i) {
        static_cast<void>(finder.sessions(filters[at(i)], {.limit = 20}));
    });
    bench.measure("combined filters, counted to 1,000", kQuestions,
                  [&](int i) { static_cast<void>(finder.countSessions(filters[at(i)])); });
    bench.measure("combined filters, first page of patients", kQuestions, [&](int i) {
        static_cast<void>(finder.patients(filters[at(i)], {.limit = 20}));
    });
    const auto longCase = finder.people(longRecordName(), 1).at(0).id;
    const storage::PatientRepository patients{engine};
    const storage::CaseRepository cases{engine};
    const storage::SessionRepository charted{engine};
    bench.measure("opening a patient with 500 sessions", 20, [&](int) {
        static_cast<void>(patients.find(longCase));
        static_cast<void>(cases.ofPatient(longCase));
        static_cast<void>(charted.ofPatient(longCase));
    });
    const storage::Outcomes outcomes{engine};
    bench.measure("what helps, the whole clinic", 20,
                  [&](int) { static_cast<void>(outcomes.list()); });
    const storage::Worklists lists{engine};
    // As if on the newest day of the clinic.
    const Instant day = std::chrono::floor<std::chrono::days>(Instant{std::chrono::seconds{
        engine.connection().raw().execAndGet("SELECT max(started_at) FROM session").getInt64()}});
    const Date today{std::chrono::floor<std::chrono::days>(day)};
    bench.measure("the clinic's lists, all", 20, [&](int) {
        static_cast<void>(lists.begun(day, day + std::chrono::hours{24}, 50));
        static_cast<void>(lists.agreedFor(today, 50));
        static_cast<void>(lists.drafts(50));
        static_cast<void>(lists.ratedBefore(day, 50));
        static_cast<void>(lists.homeCareAskedBefore(day, 50));
        static_cast<void>(lists.unseenSince(day, today, 50));
    });
}

} // namespace

} // namespace palpate::bench

int main(int argc, char** argv) {
    if (argc != 2 && argc != 3) {
        std::cerr << "usage: bench_search CLINIC [WORDS]\n";
        return 2;
    }
    try {
        palpate::bench::run(argv[1], argc == 3 ? argv[2] : "");
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}
