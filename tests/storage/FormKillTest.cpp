// SPDX-License-Identifier: MIT
// The program is killed at random moments while a form is filled in and completed, again and again:
// what it had acknowledged is there, and a form is completed with its flag or not at all.
#include "storage/TestForms.h"
#include "support/Pipe.h"

#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <map>
#include <random>
#include <string>

namespace palpate::test {

namespace {

constexpr int kKills = 15;
constexpr std::uint32_t kAnswersEach = 6;

[[nodiscard]] FormAnswers answered(std::uint32_t count) {
    auto answers = someAnswers();
    for (std::uint32_t i = 0; i < count; ++i) {
        answers.items.push_back({"more" + std::to_string(i), "", {{std::int64_t{i}, {}}}, {}});
    }
    return answers;
}

[[nodiscard]] FormRecord formOf(std::uint32_t number, std::uint32_t count) {
    auto record = aForm(number);
    record.answers = answered(count);
    return record;
}

[[nodiscard]] RaisedFlag flagOf(std::uint32_t number) {
    auto flag = aFlag(number);
    flag.form = aForm(number).id;
    return flag;
}

/// Fills in forms from `number` on for ever; says 'k' before answers are kept, 'c' once a form is
/// completed.
[[noreturn]] void fillUntilKilled(const TestClinic& clinic, const Pipe& pipe,
                                  std::uint32_t number) {
    auto store = clinic.open();
    for (;; ++number) {
        const auto found = store->forms().find(aForm(number).id);
        auto count = found ? static_cast<std::uint32_t>(found->answers.items.size() -
                                                        someAnswers().items.size())
                           : 0;
        if (!found) {
            store->forms().begin(formOf(number, 0));
        }
        for (; count < kAnswersEach; ++count) {
            store->forms().keep(aForm(number).id, answered(count + 1), answered(count));
            pipe.say('k', std::to_string(number) + " " + std::to_string(count + 1));
        }
        store->forms().complete(completed(formOf(number, kAnswersEach)),
                                std::vector{flagOf(number)});
        pipe.say('c', std::to_string(number));
    }
}

} // namespace

TEST_CASE("killed while a form is filled in, nothing that was kept is lost", "[storage][kill]") {
    CAPTURE(Catch::getSeed());
    std::mt19937 chance{Catch::getSeed()};
    OpenClinic clinic;
    clinic.store.reset(); // no connection goes through a fork
    std::uint32_t next = 0;
    int acknowledged = 0;
    for (int kill = 0; kill < kKills; ++kill) {
        CAPTURE(kill, next);
        Pipe pipe;
        const auto child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            try {
                fillUntilKilled(clinic, pipe, next);
            } catch (const std::exception& error) {
                pipe.say('!', error.what());
            }
            ::pause();
        }
        pipe.closeWriting();
        pipe.hearFirst();
        static_cast<void>(pipe.hear(std::chrono::steady_clock::now() +
                                    std::chrono::microseconds{chance() % 60'000}));
        REQUIRE(::kill(child, SIGKILL) == 0);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        pipe.hearOut();

        std::map<std::uint32_t, std::uint32_t> kept;
        for (const auto& each : pipe.said()) {
            CAPTURE(each.word, each.payload);
            REQUIRE(each.word != '!');
            ++acknowledged;
            const auto number = static_cast<std::uint32_t>(std::stoul(each.payload));
            const auto blank = each.payload.find(' ');
            kept[number] = each.word == 'c'
                               ? kAnswersEach + 1
                               : static_cast<std::uint32_t>(std::stoul(each.payload.substr(blank)));
        }
        const auto store = clinic.open();
        for (const auto& [number, count] : kept) {
            const auto record = store->forms().find(aForm(number).id);
            REQUIRE(record.has_value());
            const bool isDone = *record == completed(formOf(number, kAnswersEach));
            CHECK((isDone || (count <= kAnswersEach && (record->answers == answered(count) ||
                                                        record->answers == answered(count + 1)))));
            CHECK(store->screenings().find(flagOf(number).id).has_value() == isDone);
            next = isDone ? number + 1 : number;
        }
        CHECK(store->verify().isSound());
    }
    CHECK(acknowledged > kKills);
}

} // namespace palpate::test
