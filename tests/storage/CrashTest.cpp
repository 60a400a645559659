// SPDX-License-Identifier: MIT
// The program is killed in the middle of writing: every edit it had acknowledged is there
// afterwards.
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

namespace palpate::test {

namespace {

/// Edits for ever and tells the pipe of each one that was stored.
[[noreturn]] void editUntilKilled(const TestClinic& clinic, int pipe) {
    try {
        const auto store = clinic.open();
        for (int i = 0;; ++i) {
            auto note = written("edit " + std::to_string(i));
            store->sessions().apply(
                aFullSession().id,
                SessionStep{SetNote{NotePart::Plan, note}, SetPain{PainMoment::Now, pain(i % 11)}},
                NewStep{SessionStep{SetNote{NotePart::Plan, note}}});
            if (::write(pipe, &i, sizeof i) != sizeof i) {
                ::_exit(3);
            }
        }
    } catch (const std::exception&) {
        ::_exit(4);
    }
}

} // namespace

TEST_CASE("no acknowledged edit is lost when the program is killed", "[storage]") {
    const TestClinic clinic;
    {
        const auto store = clinic.open();
        store->patients().add(aPatient());
        store->cases().add(aCase());
        store->sessions().begin(aFullSession());
    }
    for (int round = 0; round < 6; ++round) {
        std::array<int, 2> pipe{};
        REQUIRE(::pipe(pipe.data()) == 0);
        const auto child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            ::close(pipe[0]);
            editUntilKilled(clinic, pipe[1]);
        }
        ::close(pipe[1]);
        int last = -1;
        for (int acknowledged = 0; acknowledged < 3 + round; ++acknowledged) {
            REQUIRE(::read(pipe[0], &last, sizeof last) == sizeof last);
        }
        ::kill(child, SIGKILL);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(WIFSIGNALED(status));
        while (::read(pipe[0], &last, sizeof last) ==
               sizeof last) { // what was acknowledged before the end
        }
        ::close(pipe[0]);

        const auto store = clinic.open();
        const auto session = store->sessions().find(aFullSession().id);
        REQUIRE(session.has_value());
        const auto stored = std::stoi(session->note[3].text.substr(5));
        CHECK((stored == last || stored == last + 1)); // stored, but killed before it could say so
        CHECK(session->painNow == pain(stored % 11));  // the two edits of a step are one
        const SessionStep newest{SetNote{NotePart::Plan, session->note[3]}};
        CHECK((store->sessions().undoList(session->id).undo.back() == newest)); // with its turn
        CHECK(store->sessions().search({.text = "\"" + session->note[3].text + "\""}).size() == 1);
        CHECK(store->verify().isSound());
    }
}

} // namespace palpate::test
