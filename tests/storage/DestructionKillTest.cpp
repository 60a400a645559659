// SPDX-License-Identifier: MIT
// The program is killed while it destroys a record: the record is there whole, or gone and told of.
#include "storage/TestRecords.h"
#include "support/Pipe.h"

#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>

namespace palpate::test {

namespace {

constexpr int kKills = 40;

/// Says 'b' before and 'd' after.
[[noreturn]] void destroyUntilKilled(const TestClinic& clinic, const Pipe& pipe) {
    try {
        const auto store = clinic.open();
        pipe.say('b');
        static_cast<void>(store->retention().destroy(anOrder()));
        pipe.say('d');
    } catch (const std::exception& error) {
        pipe.say('!', error.what());
    }
    for (;;) {
        ::pause();
    }
}

} // namespace

TEST_CASE("killed while a record is destroyed, it is all there or all gone", "[storage][kill]") {
    CAPTURE(Catch::getSeed());
    std::mt19937 chance{Catch::getSeed()};
    const TestClinic clinic;
    {
        auto store = clinic.open();
        addBystander(*store);
        fillWholeRecord(clinic, *store);
    }
    const auto saved = clinic.temp.path() / "saved.palpate";
    std::filesystem::copy(clinic.folder(), saved, std::filesystem::copy_options::recursive);
    int whole = 0;
    for (int kill = 0; kill < kKills; ++kill) {
        CAPTURE(kill);
        Pipe pipe;
        const auto child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            destroyUntilKilled(clinic, pipe);
        }
        pipe.closeWriting();
        pipe.hearFirst();
        static_cast<void>(pipe.hear(std::chrono::steady_clock::now() +
                                    std::chrono::microseconds{chance() % 80'000}));
        REQUIRE(::kill(child, SIGKILL) == 0);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        pipe.hearOut();
        const auto said = pipe.said();
        REQUIRE_FALSE(said.empty());
        CAPTURE(said.back().payload);
        REQUIRE(said.back().word != '!');

        const auto store = clinic.open();
        const bool isGone = !store->patients().find(aPatient().id).has_value();
        CHECK((isGone || said.back().word != 'd'));
        CHECK(store->retention().destructions().size() == (isGone ? 2U : 0U));
        CHECK(store->patients().find(aPatient(2).id).has_value() != isGone);
        CHECK(store->sessions().find(aFullSession(1).id).has_value() != isGone);
        CHECK(store->verify().isSound());
        whole += isGone ? 0 : 1;
        if (isGone) {
            std::filesystem::remove_all(clinic.folder());
            std::filesystem::copy(saved, clinic.folder(), std::filesystem::copy_options::recursive);
        }
    }
    CHECK(whole < kKills);
}

} // namespace palpate::test
