// SPDX-License-Identifier: MIT
// The program is killed at random moments while it charts, two hundred times over one growing
// clinic: every edit that it had acknowledged is there afterwards, the one under way is there whole
// or not at all, and file, search and trail are sound. The moments differ from run to run;
// --rng-seed repeats them.
#include "domain/Error.h"
#include "storage/AnyEdit.h"
#include "storage/StepText.h"
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstring>
#include <iostream>
#include <map>
#include <optional>
#include <random>

namespace palpate::test {

namespace {

constexpr int kKills = 200;

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

struct Act {
    Word word = Word::Stored;
    std::string payload;
};

class Pipe {
public:
    Pipe() { REQUIRE(::pipe(ends_.data()) == 0); }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        ::close(ends_[0]);
        closeWriting();
    }
    void closeWriting() {
        if (ends_[1] >= 0) {
            ::close(ends_[1]);
            ends_[1] = -1;
        }
    }
    /// Ends the process when the other end is gone.
    void say(Word word, std::string_view payload = {}) const {
        std::string text(1, static_cast<char>(word));
        const auto length = static_cast<std::uint32_t>(payload.size());
        text.append(reinterpret_cast<const char*>(&length), sizeof length).append(payload);
        for (std::string_view rest{text}; !rest.empty();) {
            const auto written = ::write(ends_[1], rest.data(), rest.size());
            if (written <= 0) {
                ::_exit(3);
            }
            rest.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    /// Reads what has been said until `until`; false when the other end is closed.
    bool hear(std::chrono::steady_clock::time_point until) {
        std::array<char, 65536> chunk{};
        for (;;) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(
                until - std::chrono::steady_clock::now());
            pollfd wait{ends_[0], POLLIN, 0};
            if (::poll(&wait, 1, std::max(0, static_cast<int>(left.count()))) <= 0) {
                return true;
            }
            const auto got = ::read(ends_[0], chunk.data(), chunk.size());
            if (got <= 0) {
                return false;
            }
            heard_.append(chunk.data(), static_cast<std::size_t>(got));
        }
    }
    /// The acts said so far; one that was cut off is no act: it had not begun.
    [[nodiscard]] std::vector<Act> acts() const {
        std::vector<Act> acts;
        constexpr std::size_t kHead = 1 + sizeof(std::uint32_t);
        for (std::string_view rest{heard_}; rest.size() >= kHead;) {
            std::uint32_t length = 0;
            std::memcpy(&length, rest.data() + 1, sizeof length);
            if (rest.size() < kHead + length) {
                break;
            }
            acts.push_back({static_cast<Word>(rest[0]), std::string{rest.substr(kHead, length)}});
            rest.remove_prefix(kHead + length);
        }
        return acts;
    }
    [[nodiscard]] bool hasHeard() const { return !heard_.empty(); }

private:
    std::array<int, 2> ends_{-1, -1};
    std::string heard_;
};

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
            pipe_.say(Word::Begin, std::to_string(number_));
            store_.atomically([&] {
                store_.cases().add(caseOf(number_));
                store_.sessions().begin(draftOf(number_));
            });
            pipe_.say(Word::Stored);
        }
        session_ = store_.sessions().open(draftOf(number_).id);
        if (store_.sessions().claim(session_->id)) {
            pipe_.say(Word::Failed, "the draft of a dead program is not free");
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
        pipe_.say(word, storage::textOf(step));
        store_.sessions().apply(session_->id, step, turn);
        pipe_.say(Word::Stored);
        session_ = applied(*session_, step);
        list_ = turned(list_, turn);
    }
    void sign() {
        take(Word::Step, {SetTimes{kNow, kNow}, SetPain{PainMoment::Now, pain(5)}});
        pipe_.say(Word::Sign);
        static_cast<void>(store_.sessions().sign(session_->id, kNow));
        pipe_.say(Word::Stored);
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
        pipe.say(Word::Failed, describe(error));
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

TEST_CASE("killed two hundred times, the program has lost nothing that it had stored",
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
            while (!pipe.hasHeard() &&
                   pipe.hear(steady_clock::now() + std::chrono::milliseconds{1})) {
            }
        }
        pipe.hear(steady_clock::now() + std::chrono::microseconds{chance() % 100'000});
        REQUIRE(::kill(child, SIGKILL) == 0);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        while (pipe.hear(steady_clock::now() + std::chrono::seconds{1})) {
        }
        compare(clinic, record, pipe.acts(), tally);
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
