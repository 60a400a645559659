// SPDX-License-Identifier: MIT
// The program is killed at random moments while it charts, again and again over one growing
// clinic: every edit that it had acknowledged is there afterwards, the one under way is there whole
// or not at all, and file, search and trail are sound. The moments differ from run to run;
// --rng-seed repeats them.
#include "domain/Error.h"
#include "storage/AnyEdit.h"
#include "storage/StepText.h"
#include "storage/TestClinic.h"
#include "support/Pipe.h"
#include "support/Printing.h"

#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <iostream>
#include <map>
#include <optional>
#include <random>

namespace palpate::test {

namespace {

constexpr int kKills = 60;

/// What the charting program says on the pipe: a word before each act, and one after it.
enum class Word : char {
    Begin = 'b', ///< payload: the session's number
    Step = 'n',  ///< payload: the step; undone by its inverse
    Same = 's',  ///< payload: the step; goes on with the step before
    Undo = 'u',
    Redo = 'r',
    Sign = 'S',
    Stored = '+', ///< the act before this word is stored
    Failed = '!'  ///< payload: why
};

void say(const Pipe& pipe, Word word, std::string_view payload = {}) {
    pipe.say(static_cast<char>(word), payload);
}

struct Act {
    Word word = Word::Stored;
    std::string payload;
};

[[nodiscard]] std::vector<Act> actsOf(const Pipe& pipe) {
    std::vector<Act> acts;
    for (auto& each : pipe.said()) {
        acts.push_back({static_cast<Word>(each.word), std::move(each.payload)});
    }
    return acts;
}

[[nodiscard]] Case caseOf(std::uint32_t number) {
    auto record = aCase(number);
    record.patient = aPatient().id;
    return record;
}

/// Each session has a case of its own: the numbers of points are given once a case.
[[nodiscard]] Session draftOf(std::uint32_t number) {
    auto session = aSession(number);
    session.caseId = caseOf(number).id;
    session.patient = aPatient().id;
    return session;
}

/// A practitioner who charts for ever.
class Charting {
public:
    Charting(storage::Store& store, const Pipe& pipe, std::uint32_t number, std::uint32_t seed)
        : store_{store}, pipe_{pipe}, number_{number}, any_{seed} {}

    [[noreturn]] void go() {
        open();
        for (;;) {
            act();
        }
    }

private:
    void open() {
        if (!store_.sessions().find(draftOf(number_).id)) {
            say(pipe_, Word::Begin, std::to_string(number_));
            store_.atomically([&] {
                store_.cases().add(caseOf(number_));
                store_.sessions().begin(draftOf(number_));
            });
            say(pipe_, Word::Stored);
        }
        session_ = store_.sessions().open(draftOf(number_).id);
        if (store_.sessions().claim(session_->id)) {
            say(pipe_, Word::Failed, "the draft of a dead program is not free");
            ::pause();
        }
        list_ = store_.sessions().undoList(session_->id);
    }
    void act() {
        const auto chance = any_.below(100);
        if (chance < 55) {
            typeKey();
        } else if (chance < 80) {
            take(Word::Step, any_.stepOf(*session_));
        } else if (chance < 90) {
            turnBack();
        } else if (chance < 97) {
            turnForth();
        } else {
            sign();
        }
    }
    /// One more letter at the end of the plan, as each keystroke is stored.
    void typeKey() {
        auto text = noteOf(*session_, NotePart::Plan).text;
        text += static_cast<char>('a' + any_.below(26));
        text += any_.below(6) == 0 ? " " : "";
        const bool goesOn = !list_.undo.empty() && any_.below(8) != 0;
        take(goesOn ? Word::Same : Word::Step, {SetNote{NotePart::Plan, written(text)}});
    }
    void take(Word word, const SessionStep& step) {
        const auto turn =
            word == Word::Step ? Turn{NewStep{inverse(*session_, step)}} : Turn{SameStep{}};
        turnWith(word, step, turn);
    }
    void turnBack() {
        if (!list_.undo.empty()) {
            const auto back = list_.undo.back();
            turnWith(Word::Undo, back, Undone{inverse(*session_, back)});
        }
    }
    void turnForth() {
        if (!list_.redo.empty()) {
            const auto forth = list_.redo.back();
            turnWith(Word::Redo, forth, Redone{inverse(*session_, forth)});
        }
    }
    void turnWith(Word word, const SessionStep& step, const Turn& turn) {
        say(pipe_, word, storage::textOf(step));
        store_.sessions().apply(session_->id, step, turn);
        say(pipe_, Word::Stored);
        session_ = applied(*session_, step);
        list_ = turned(list_, turn);
    }
    void sign() {
        take(Word::Step, {SetTimes{kNow, kNow}, SetPain{PainMoment::Now, pain(5)}});
        say(pipe_, Word::Sign);
        static_cast<void>(store_.sessions().sign(session_->id, kNow));
        say(pipe_, Word::Stored);
        ++number_;
        open();
    }

    storage::Store& store_;
    const Pipe& pipe_;
    std::uint32_t number_;
    AnyEdit any_;
    std::optional<Session> session_;
    UndoList list_;
};

[[noreturn]] void chartUntilKilled(const TestClinic& clinic, const Pipe& pipe, std::uint32_t number,
                                   std::uint32_t seed) {
    try {
        const auto store = clinic.open();
        Charting{*store, pipe, number, seed}.go();
    } catch (const std::exception& error) {
        say(pipe, Word::Failed, describe(error));
        ::_exit(4);
    }
}

/// What must be in the clinic, by the domain alone.
struct Record {
    std::map<std::uint32_t, Session> sessions; ///< a signed one has some signature
    UndoList list;                             ///< of the last one
};

void follow(Record& record, const Act& act) {
    if (act.word == Word::Begin) {
        const auto number = static_cast<std::uint32_t>(std::stoul(act.payload));
        record.sessions.emplace(number, draftOf(number));
        record.list = {};
        return;
    }
    auto& session = record.sessions.rbegin()->second;
    if (act.word == Word::Sign) {
        session.signature = aSignature();
        record.list = {};
        return;
    }
    const auto step = storage::parseStep(act.payload);
    REQUIRE(step.has_value());
    const auto other = inverse(session, *step);
    switch (act.word) {
    case Word::Step:
        record.list = turned(record.list, NewStep{other});
        break;
    case Word::Same:
        record.list = turned(record.list, SameStep{});
        break;
    case Word::Undo:
        record.list = turned(record.list, Undone{other});
        break;
    default:
        record.list = turned(record.list, Redone{other});
        break;
    }
    session = applied(session, *step);
}

/// Whether the clinic holds exactly this of the session that was charted last.
[[nodiscard]] bool isStored(storage::Store& store, const Record& record) {
    if (static_cast<std::size_t>(store.sessions().count()) != record.sessions.size() ||
        store.cases().ofPatient(aPatient().id).size() != record.sessions.size()) {
        return false;
    }
    if (record.sessions.empty()) {
        return true;
    }
    auto expected = record.sessions.rbegin()->second;
    const auto found = store.sessions().find(expected.id);
    if (!found || isSigned(*found) != isSigned(expected)) {
        return false;
    }
    expected.signature = found->signature; // proven by `verify`
    return *found == expected && store.sessions().undoList(expected.id) == record.list;
}

struct Tally {
    int acknowledged = 0;
    int underWay = 0;
    int underWayStored = 0;
};

/// Everything that was said, and what was under way, against what is there.
void compare(const TestClinic& clinic, Record& record, const std::vector<Act>& acts, Tally& tally) {
    std::optional<Act> underWay;
    for (const auto& act : acts) {
        if (act.word == Word::Failed) {
            FAIL("the charting program failed: " << act.payload);
        }
        if (act.word == Word::Stored) {
            REQUIRE(underWay.has_value());
            follow(record, *underWay);
            underWay.reset();
            ++tally.acknowledged;
        } else {
            underWay = act;
        }
    }
    const auto store = clinic.open();
    bool isThere = isStored(*store, record);
    if (underWay) {
        ++tally.underWay;
        if (!isThere) {
            follow(record, *underWay);
            isThere = isStored(*store, record);
            ++tally.underWayStored;
        }
    }
    REQUIRE(isThere);
    if (!record.sessions.empty()) {
        const auto& session = record.sessions.rbegin()->second;
        CHECK_FALSE(store->sessions().holder(session.id).has_value());
    }
    const auto report = store->verify();
    for (const auto& check : report.checks) {
        CAPTURE(name(check.check));
        REQUIRE(check.isSound());
    }
    store->signOut();
}

} // namespace

TEST_CASE("killed again and again, the program has lost nothing that it had stored",
          "[storage][kill]") {
    const auto seed = Catch::getSeed();
    CAPTURE(seed);
    std::mt19937 chance{seed};
    const TestClinic clinic;
    clinic.open()->patients().add(aPatient());
    Record record;
    Tally tally;
    for (int kill = 0; kill < kKills; ++kill) {
        CAPTURE(kill);
        const auto number = record.sessions.empty() ? 0U
                            : isSigned(record.sessions.rbegin()->second)
                                ? record.sessions.rbegin()->first + 1
                                : record.sessions.rbegin()->first;
        Pipe pipe;
        const auto seedOfChild = static_cast<std::uint32_t>(chance());
        const auto child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            chartUntilKilled(clinic, pipe, number, seedOfChild);
        }
        pipe.closeWriting();
        // Mostly in the midst of charting, sometimes while it still signs in.
        using std::chrono::steady_clock;
        if (chance() % 5 != 0) {
            pipe.hearFirst();
        }
        static_cast<void>(
            pipe.hear(steady_clock::now() + std::chrono::microseconds{chance() % 100'000}));
        REQUIRE(::kill(child, SIGKILL) == 0);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        pipe.hearOut();
        compare(clinic, record, actsOf(pipe), tally);
    }
    const auto store = clinic.open();
    for (auto& [number, session] : record.sessions) {
        CAPTURE(number);
        const auto found = store->sessions().find(session.id);
        REQUIRE(found.has_value());
        session.signature = found->signature;
        CHECK((*found == session));
    }
    std::cout << "killed " << kKills << " times (seed " << seed << "): " << tally.acknowledged
              << " edits of " << record.sessions.size() << " sessions acknowledged, none missing; "
              << tally.underWay << " under way, " << tally.underWayStored
              << " of them stored whole\n";
    CHECK(tally.acknowledged > kKills);
    CHECK(tally.underWay > 0);
}

} // namespace palpate::test
