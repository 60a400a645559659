// SPDX-License-Identifier: MIT
// Programs are killed at random moments while they chart, sign, make backups, restore and upgrade;
// also with two programs at once. --rng-seed repeats the choice of moments.
#include "domain/Error.h"
#include "domain/SessionEdit.h"
#include "support/Pipe.h"
#include "support/Printing.h"
#include "torture/Tortured.h"

#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <iostream>
#include <map>
#include <random>
#include <thread>

namespace palpate::test {

namespace {

constexpr char kBegun = 'b';
constexpr char kDone = '+';
constexpr char kFailed = '!';

using std::chrono::steady_clock;

/// A program of its own that does something and says so.
class Program {
public:
    explicit Program(const std::function<void(const Pipe&)>& work) {
        child_ = ::fork();
        if (child_ == 0) {
            try {
                work(pipe_);
            } catch (const std::exception& error) {
                pipe_.say(kFailed, describe(error));
            }
            ::_exit(0);
        }
        pipe_.closeWriting();
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program() { end(); }

    void waitForWord() { pipe_.hearFirst(); }
    void wait(std::chrono::microseconds time) {
        static_cast<void>(pipe_.hear(steady_clock::now() + time));
    }
    void end() {
        if (child_ > 0) {
            ::kill(child_, SIGKILL);
            int status = 0;
            ::waitpid(child_, &status, 0);
            child_ = -1;
            pipe_.hearOut();
        }
    }
    [[nodiscard]] std::vector<Said> said() const { return pipe_.said(); }

private:
    Pipe pipe_;
    pid_t child_ = -1;
};

[[nodiscard]] bool wasDone(const Program& program) {
    for (const auto& each : program.said()) {
        if (each.word == kFailed) {
            FAIL("it failed: " << each.payload);
        }
        if (each.word == kDone) {
            return true;
        }
    }
    return false;
}

/// Edits one draft for ever, each time acknowledged with its number.
void chartForEver(const Scene& scene, const Clock& clock, std::uint32_t draft, const Pipe& pipe) {
    const auto store = opened(scene.clinic(), clock);
    for (int edit = 1;; ++edit) {
        pipe.say(kBegun);
        store->sessions().apply(
            aSession(draft).id,
            SessionStep{SetNote{NotePart::Plan, written("edit " + std::to_string(edit))}});
        pipe.say(kDone, std::to_string(edit));
        // As between keystrokes: SQLite's lock is not fair to a third program that waits for it.
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
}

[[nodiscard]] int lastDone(const Program& program) {
    int last = 0;
    for (const auto& each : program.said()) {
        if (each.word == kFailed) {
            FAIL("it failed: " << each.payload);
        }
        last = each.word == kDone ? std::stoi(each.payload) : last;
    }
    return last;
}

[[nodiscard]] int editIn(storage::Store& store, std::uint32_t draft) {
    const auto text = noteOf(*store.sessions().find(aSession(draft).id), NotePart::Plan).text;
    return text.starts_with("edit ") ? std::stoi(text.substr(5)) : 0;
}

} // namespace

TEST_CASE("killed at any moment, no deed is half done and none that was acknowledged is missing",
          "[torture]") {
    const auto seed = Catch::getSeed();
    CAPTURE(seed);
    std::mt19937 chance{seed};
    const TempFolder temp;
    const FixedTime time;
    std::filesystem::create_directory(temp.path() / "original");
    const Scene scene{temp.path() / "original"};
    scene.make(TestClinic{});
    const Scene scratch{temp.path() / "scratch"};
    // How long each takes, so that the moments are spread over it.
    std::map<Deed, std::chrono::microseconds> lasts;
    for (const auto deed : kDeeds) {
        scratch.copyOf(scene);
        const auto begin = steady_clock::now();
        scratch.act(deed, time.clock);
        lasts[deed] =
            std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - begin);
    }
    std::map<Deed, std::array<int, 2>> tally;
    const int kills = rounds(100);
    for (int kill = 0; kill < kills; ++kill) {
        const auto deed = kDeeds.at(static_cast<std::size_t>(kill) % kDeeds.size());
        CAPTURE(kill, name(deed));
        scratch.copyOf(scene);
        Program program{[&](const Pipe& pipe) {
            pipe.say(kBegun);
            scratch.act(deed, time.clock);
            pipe.say(kDone);
        }};
        program.waitForWord();
        program.wait(std::chrono::microseconds{
            chance() % static_cast<std::uint32_t>(lasts.at(deed).count() * 5 / 4 + 1)});
        program.end();
        const bool isDone = wasDone(program);
        ++tally[deed].at(isDone ? 1 : 0);
        scratch.check(deed, isDone, time.clock);
    }
    int cut = 0;
    std::cout << "killed " << kills << " times (seed " << seed << ")";
    for (const auto& [deed, counts] : tally) {
        std::cout << "; " << name(deed) << ": " << counts[0] << " in the midst, " << counts[1]
                  << " after";
        cut += counts[0];
    }
    std::cout << "\n";
    CHECK(cut > kills / 4);
}

TEST_CASE("two programs chart and a third makes backups, all killed at once", "[torture]") {
    const auto seed = Catch::getSeed();
    CAPTURE(seed);
    std::mt19937 chance{seed};
    const TempFolder temp;
    const FixedTime time;
    std::filesystem::create_directory(temp.path() / "all");
    const Scene scene{temp.path() / "all"};
    scene.make(TestClinic{});
    const int times = std::max(4, rounds(60) / 15);
    int edits = 0;
    int backups = 0;
    for (int kill = 0; kill < times; ++kill) {
        CAPTURE(kill);
        Program first{[&](const Pipe& pipe) { chartForEver(scene, time.clock, 1, pipe); }};
        Program second{[&](const Pipe& pipe) { chartForEver(scene, time.clock, 2, pipe); }};
        Program third{[&](const Pipe& pipe) {
            const auto store = opened(scene.clinic(), time.clock);
            for (;;) {
                pipe.say(kBegun);
                pipe.say(kDone, store->copier()->backUp(scene.disk()).folder.string());
            }
        }};
        third.waitForWord();
        third.wait(std::chrono::microseconds{200'000 + chance() % 400'000});
        first.end();
        second.end();
        third.end();
        const auto store = opened(scene.clinic(), time.clock);
        const int firstDone = lastDone(first);
        const int secondDone = lastDone(second);
        for (const auto& [draft, done] : {std::pair{1U, firstDone}, std::pair{2U, secondDone}}) {
            CAPTURE(draft, done);
            // The one under way may be there, whole.
            if (done > 0) {
                CHECK((editIn(*store, draft) == done || editIn(*store, draft) == done + 1));
            }
        }
        edits += firstDone + secondDone;
        requireSound(*store);
        for (const auto& each : third.said()) {
            CAPTURE(each.payload);
            REQUIRE(each.word != kFailed);
            if (each.word == kDone) {
                ++backups;
                CHECK(std::filesystem::exists(each.payload));
            }
        }
        const auto found = storage::listBackups(scene.disk());
        for (const auto& each : found) {
            CHECK_FALSE(storage::problemOf(each).has_value());
        }
        CHECK(store->copier()->rehearse(found.front().folder).isSound());
    }
    std::cout << "two programs and one that makes backups, killed " << times << " times (seed "
              << seed << "): " << edits << " edits and " << backups
              << " backups acknowledged, none missing\n";
    CHECK(edits > times);
    CHECK(backups > 0);
}

} // namespace palpate::test
