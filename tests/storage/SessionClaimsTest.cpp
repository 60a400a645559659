// SPDX-License-Identifier: MIT
// Two programs on one clinic: who charts a draft, who may take it over, and what of one that died.
#include "domain/Error.h"
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <functional>
#include <iostream>

namespace palpate::test {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using storage::ClaimWish;
using storage::SessionHolder;

namespace {

constexpr std::string_view kJosPassword = "another good password";

[[nodiscard]] Practitioner jo() {
    auto person = aPractitioner();
    person.id = idOf<PractitionerId>(2);
    person.userName = "jo";
    person.displayName = "Jo Lindqvist";
    person.role = Role::Practitioner;
    return person;
}

/// A draft of Okafor's, open in two programs: Okafor's and Jo's.
class TwoPrograms : public OpenClinic {
public:
    TwoPrograms() {
        store->practitioners().add(jo(), kJosPassword, storage::KdfCost::forTests());
        store->sessions().begin(aFullSession());
        second = open("jo", kJosPassword);
    }
    [[nodiscard]] storage::SessionRepository& first() { return store->sessions(); }
    [[nodiscard]] storage::SessionRepository& other() { return second->sessions(); }
    [[nodiscard]] int takeOvers() {
        return static_cast<int>(store->audit().list({.kind = storage::AuditKind::TakeOver}).size());
    }
    [[nodiscard]] int filesInUse() const {
        const std::filesystem::directory_iterator files{folder() / "in-use"};
        return static_cast<int>(std::distance(begin(files), end(files)));
    }

    SessionId id = aFullSession().id;
    std::unique_ptr<storage::Store> second;
};

[[nodiscard]] SessionStep plan(const std::string& text) {
    return {SetNote{NotePart::Plan, written(text)}};
}

[[nodiscard]] std::string planOf(const storage::SessionRepository& sessions, const SessionId& id) {
    return noteOf(*sessions.find(id), NotePart::Plan).text;
}

/// A process of its own, which runs `work` and says one character on a pipe at a time; killed at
/// the end when it still lives.
class Process {
public:
    explicit Process(const std::function<char()>& work) {
        REQUIRE(::pipe(pipe_.data()) == 0);
        child_ = ::fork();
        REQUIRE(child_ >= 0);
        if (child_ == 0) {
            char said = 'x';
            try {
                said = work();
            } catch (const std::exception& error) {
                std::cerr << describe(error) << '\n';
                said = 'e';
            }
            ::_exit(::write(pipe_[1], &said, 1) == 1 ? 0 : 1);
        }
        ::close(pipe_[1]);
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process() {
        kill();
        ::close(pipe_[0]);
    }
    [[nodiscard]] char said() const {
        char c = 0;
        return ::read(pipe_[0], &c, 1) == 1 ? c : '\0';
    }
    [[nodiscard]] bool isAlive() {
        if (child_ > 0 && ::waitpid(child_, nullptr, WNOHANG) == child_) {
            child_ = 0;
        }
        return child_ > 0;
    }
    void kill() {
        if (child_ > 0) {
            ::kill(child_, SIGKILL);
            ::waitpid(child_, nullptr, 0);
            child_ = 0;
        }
    }

private:
    std::array<int, 2> pipe_{};
    pid_t child_ = 0;
};

} // namespace

SCENARIO("the second program to chart a draft is told who has it", "[storage]") {
    TwoPrograms clinic;
    REQUIRE_FALSE(clinic.first().claim(clinic.id).has_value());
    clinic.time.clock.advance(std::chrono::minutes{5});
    const SessionHolder okafor{aPractitioner().id, kNow};

    CHECK(clinic.other().claim(clinic.id) == okafor);
    CHECK(clinic.other().holder(clinic.id) == okafor);
    CHECK_FALSE(clinic.first().holder(clinic.id).has_value());
    THEN("it can read, and not write") {
        const auto before = clinic.other().find(clinic.id);
        CHECK(before == aFullSession());
        CHECK(clinic.other().open(clinic.id) == before);
        CHECK_THROWS_MATCHES(clinic.other().apply(clinic.id, plan("Jo's")), SessionTaken,
                             MessageMatches(ContainsSubstring(aPractitioner().displayName) &&
                                            ContainsSubstring("since 2026-11-23 10:45 UTC") &&
                                            ContainsSubstring("take it over")));
        CHECK_THROWS_AS(clinic.other().discardDraft(clinic.id), SessionTaken);
        const auto sameHand = clinic.open();
        CHECK_THROWS_AS(sameHand->sessions().apply(clinic.id, plan("x")), SessionTaken);
        CHECK_THROWS_AS(sameHand->sessions().sign(clinic.id, kNow), SessionTaken);
        CHECK_THROWS_AS(sameHand->sessions().discardDraft(clinic.id), SessionTaken);
        CHECK(clinic.other().find(clinic.id) == before);
    }
    THEN("the first goes on, and claiming again changes nothing") {
        CHECK_FALSE(clinic.first().claim(clinic.id).has_value());
        CHECK_FALSE(clinic.first().claim(clinic.id, ClaimWish::TakeOver).has_value());
        clinic.first().apply(clinic.id, plan("Okafor's"));
        CHECK(clinic.other().claim(clinic.id) == okafor);
        CHECK(clinic.takeOvers() == 0);
        static_cast<void>(clinic.first().sign(clinic.id, kNow));
        CHECK_THROWS_AS(clinic.other().claim(clinic.id), EditRefused);
        CHECK_FALSE(clinic.other().holder(clinic.id).has_value());
    }
    THEN("another draft is free") {
        clinic.first().begin(aSession(1));
        CHECK_FALSE(clinic.other().claim(aSession(1).id).has_value());
        CHECK(clinic.first().claim(aSession(1).id)->practitioner == jo().id);
        clinic.other().discardDraft(aSession(1).id);
        CHECK_THROWS_AS(clinic.first().claim(aSession(1).id), EditRefused);
    }
    THEN("the draft is free once it is let go") {
        SECTION("by the word") {
            clinic.first().release(clinic.id);
            clinic.first().release(clinic.id);
        }
        SECTION("by signing out") {
            clinic.store->signOut();
        }
        SECTION("by closing") {
            clinic.store.reset();
            CHECK(clinic.open()->sessions().leftOpen() == clinic.id); // without signing out
        }
        CHECK_FALSE(clinic.other().holder(clinic.id).has_value());
        clinic.other().apply(clinic.id, plan("before any claim"));
        CHECK_FALSE(clinic.other().claim(clinic.id).has_value());
        clinic.other().apply(clinic.id, plan("Jo's"));
        CHECK(planOf(clinic.other(), clinic.id) == "Jo's");
        CHECK(clinic.second->audit().list({.kind = storage::AuditKind::TakeOver}).empty());
    }
}

SCENARIO("a draft is taken over knowingly", "[storage]") {
    TwoPrograms clinic;
    REQUIRE_FALSE(clinic.first().claim(clinic.id).has_value());
    clinic.first().apply(clinic.id, plan("the first's last words"),
                         NewStep{plan("Heat at home; stretch \\ twice a day.")});
    clinic.time.clock.advance(std::chrono::minutes{20});
    REQUIRE_FALSE(clinic.other().claim(clinic.id, ClaimWish::TakeOver).has_value());
    const SessionHolder joNow{jo().id, kNow + std::chrono::minutes{20}};

    THEN("nothing of what the first stored is lost, and the trail tells it") {
        CHECK(planOf(clinic.other(), clinic.id) == "the first's last words");
        CHECK(clinic.other().undoList(clinic.id).undo.size() == 1);
        const auto told = clinic.store->audit().list({.kind = storage::AuditKind::TakeOver});
        REQUIRE(told.size() == 1);
        CHECK(told[0].by == jo().id);
        CHECK(told[0].patient == aPatient().id);
        CHECK(told[0].subjectId == clinic.id.value());
        CHECK(told[0].detail == "-charting " + aPractitioner().id.text() +
                                    " since 2026-11-23T10:45:00Z\n+charting " + jo().id.text() +
                                    "\n");
        CHECK(clinic.store->verify().isSound());
    }
    THEN("the first is refused until it claims again, also when the other has closed") {
        clinic.other().apply(clinic.id, plan("Jo's"));
        const auto refuses = [&] {
            CHECK_THROWS_MATCHES(
                clinic.first().apply(clinic.id, plan("overwritten")), SessionTaken,
                MessageMatches(ContainsSubstring("Jo Lindqvist has taken this session over") &&
                               ContainsSubstring("2026-11-23 11:05 UTC")));
            CHECK_THROWS_AS(clinic.first().sign(clinic.id, kNow), SessionTaken);
            CHECK_THROWS_AS(clinic.first().discardDraft(clinic.id), SessionTaken);
            CHECK(clinic.first().holder(clinic.id) == joNow);
            CHECK(planOf(clinic.first(), clinic.id) == "Jo's");
        };
        refuses();
        CHECK(clinic.first().claim(clinic.id) == joNow);
        SECTION("let go by the word") {
            clinic.other().release(clinic.id);
        }
        SECTION("closed") {
            clinic.second.reset();
        }
        refuses();
        CHECK_FALSE(clinic.first().claim(clinic.id).has_value());
        CHECK_FALSE(clinic.first().holder(clinic.id).has_value());
        CHECK(planOf(clinic.first(), clinic.id) == "Jo's");
        clinic.first().apply(clinic.id, plan("Okafor again"));
        CHECK(clinic.takeOvers() == 1);
    }
    THEN("the first can take it back") {
        REQUIRE_FALSE(clinic.first().claim(clinic.id, ClaimWish::TakeOver).has_value());
        CHECK(clinic.takeOvers() == 2);
        clinic.first().apply(clinic.id, plan("back"));
        CHECK_THROWS_AS(clinic.other().apply(clinic.id, plan("x")), SessionTaken);
    }
    THEN("it stays its author's session: the other can chart it and not sign it") {
        clinic.other().apply(clinic.id, plan("Jo's"));
        CHECK_THROWS_AS(clinic.other().sign(clinic.id, kNow), AccessDenied);
        CHECK(clinic.other().find(clinic.id)->practitioner == aPractitioner().id);
        CHECK_FALSE(isSigned(*clinic.other().find(clinic.id)));
        clinic.other().release(clinic.id);
        REQUIRE_FALSE(clinic.first().claim(clinic.id).has_value());
        CHECK(clinic.first().sign(clinic.id, kNow).by == aPractitioner().id);
        CHECK(clinic.store->verify().isSound());
    }
}

SCENARIO("a program that has died holds nothing", "[storage]") {
    TwoPrograms clinic;
    clinic.store.reset(); // an open database must not be carried into another process
    clinic.second.reset();
    Process charting{[&] {
        const auto store = clinic.open();
        const bool isOurs = !store->sessions().claim(clinic.id).has_value();
        store->sessions().apply(clinic.id, plan("stored before the end"));
        const char said = isOurs ? 'y' : 'n';
        std::filesystem::create_directory(clinic.temp.path() / std::string{said});
        ::pause(); // until killed
        return said;
    }};
    while (!std::filesystem::exists(clinic.temp.path() / "y")) {
        REQUIRE_FALSE(std::filesystem::exists(clinic.temp.path() / "n"));
        ::usleep(2000);
    }
    clinic.store = clinic.open();
    clinic.second = clinic.open("jo", kJosPassword);
    CHECK(clinic.other().claim(clinic.id)->practitioner == aPractitioner().id);
    CHECK_THROWS_AS(clinic.other().apply(clinic.id, plan("x")), SessionTaken);
    CHECK(clinic.filesInUse() == 1);
    CHECK_FALSE(clinic.first().leftOpen().has_value()); // it runs still
    charting.kill();

    THEN("whoever charted in it is led back to it, and nobody else") {
        CHECK(clinic.first().leftOpen() == clinic.id);
        CHECK_FALSE(clinic.other().leftOpen().has_value());
        REQUIRE_FALSE(clinic.first().claim(clinic.id).has_value());
        CHECK_FALSE(clinic.first().leftOpen().has_value()); // it is open here now
        clinic.first().release(clinic.id);
        CHECK_FALSE(clinic.open()->sessions().leftOpen().has_value());
    }
    THEN("it can be edited without any claim") {
        CHECK_NOTHROW(clinic.other().apply(clinic.id, plan("Jo's")));
        CHECK_FALSE(clinic.other().holder(clinic.id).has_value());
    }
    THEN("it is taken without a question, the file is swept away, and nothing stored is lost") {
        CHECK_FALSE(clinic.other().claim(clinic.id).has_value());
        CHECK(planOf(clinic.other(), clinic.id) == "stored before the end");
        CHECK(clinic.takeOvers() == 0);
        CHECK(clinic.filesInUse() == 1);
        CHECK(clinic.first().claim(clinic.id)->practitioner == jo().id);
        clinic.second.reset();
        CHECK(clinic.filesInUse() == 0);
    }
}

TEST_CASE("who signs out leaves nothing open; who only vanishes does", "[storage]") {
    OpenClinic clinic;
    const auto id = aFullSession().id;
    clinic.store->sessions().begin(aFullSession());
    REQUIRE_FALSE(clinic.store->sessions().claim(id).has_value());
    clinic.store->signOut();
    clinic.store = clinic.open();
    CHECK_FALSE(clinic.store->sessions().leftOpen().has_value());
    REQUIRE_FALSE(clinic.store->sessions().claim(id).has_value());
    clinic.store.reset();
    clinic.store = clinic.open();
    CHECK(clinic.store->sessions().leftOpen() == id);
    REQUIRE_FALSE(clinic.store->sessions().claim(id).has_value());
    static_cast<void>(clinic.store->sessions().sign(id, kNow));
    clinic.store.reset();
    CHECK_FALSE(clinic.open()->sessions().leftOpen().has_value());
}

TEST_CASE("of several programs that claim at once one gets the draft", "[storage]") {
    OpenClinic clinic;
    clinic.store->sessions().begin(aFullSession());
    clinic.store.reset();
    for (int round = 0; round < 5; ++round) {
        const auto go = clinic.temp.path() / ("go" + std::to_string(round));
        const auto stop = clinic.temp.path() / ("stop" + std::to_string(round));
        const auto claimed = clinic.temp.path() / ("claimed" + std::to_string(round));
        std::filesystem::create_directory(claimed);
        std::array<std::unique_ptr<Process>, 4> programs;
        for (std::size_t i = 0; i < programs.size(); ++i) {
            programs.at(i) = std::make_unique<Process>([&, i] {
                const auto waitFor = [](const std::filesystem::path& sign) {
                    while (!std::filesystem::exists(sign)) {
                        ::usleep(200);
                    }
                };
                const auto store = clinic.open(); // all sign in at once, too
                waitFor(go);
                const bool isOurs = !store->sessions().claim(aFullSession().id).has_value();
                if (isOurs) {
                    store->sessions().apply(aFullSession().id, plan("one"));
                }
                std::filesystem::create_directory(claimed / std::to_string(i));
                waitFor(stop); // a program that ends lets go
                return isOurs ? 'y' : 'n';
            });
        }
        std::filesystem::create_directory(go);
        for (std::size_t i = 0; i < programs.size(); ++i) {
            while (!std::filesystem::exists(claimed / std::to_string(i)) &&
                   programs.at(i)->isAlive()) {
                ::usleep(1000);
            }
        }
        std::filesystem::create_directory(stop);
        std::string said;
        for (const auto& program : programs) {
            said += program->said();
        }
        CAPTURE(said);
        CHECK(std::ranges::count(said, 'y') == 1);
        CHECK(std::ranges::count(said, 'n') == 3);
    }
    CHECK(clinic.open()->verify().isSound());
}

TEST_CASE("what is in use tells nothing, belongs to its owner alone, and only while in use",
          "[storage]") {
    TwoPrograms clinic;
    CHECK_FALSE(std::filesystem::exists(clinic.folder() / "in-use")); // reading leaves no trace
    static_cast<void>(clinic.first().claim(clinic.id));
    clinic.first().begin(aSession(1));
    static_cast<void>(clinic.other().claim(aSession(1).id));
    CHECK(clinic.filesInUse() == 2);
    for (const auto& entry : std::filesystem::directory_iterator{clinic.folder() / "in-use"}) {
        CHECK(entry.file_size() == 0);
        CHECK(Uuid::parse(entry.path().filename().string()).has_value());
    }
    CHECK(clinic.store->verify().isSound()); // with its check of the rights
    clinic.second.reset();
    CHECK(clinic.filesInUse() == 1);
    clinic.store->signOut();
    CHECK(clinic.filesInUse() == 0);
}

TEST_CASE("only a practitioner claims, and only a draft", "[storage]") {
    OpenClinic clinic;
    auto desk = jo();
    desk.role = GENERATE(Role::FrontDesk, Role::Auditor);
    clinic.store->practitioners().add(desk, kJosPassword, storage::KdfCost::forTests());
    clinic.store->sessions().begin(aFullSession());
    auto& sessions = clinic.store->sessions();
    const auto store = clinic.open("jo", kJosPassword);
    CHECK_THROWS_AS(store->sessions(), AccessDenied);
    CHECK_THROWS_AS(sessions.claim(aSession(9).id), EditRefused);
    CHECK_FALSE(sessions.claim(aFullSession().id).has_value());
    CHECK(clinic.open()->sessions().holder(aFullSession().id)->practitioner == aPractitioner().id);
    static_cast<void>(sessions.sign(aFullSession().id, kNow));
    CHECK_THROWS_AS(sessions.claim(aFullSession().id), EditRefused);
    sessions.release(aFullSession().id);
    clinic.store->signOut();
    CHECK_THROWS_AS(sessions.claim(aFullSession().id), AccessDenied);
}

} // namespace palpate::test
