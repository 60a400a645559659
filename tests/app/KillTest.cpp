// SPDX-License-Identifier: MIT
// The program is killed at random moments while somebody charts in it, two hundred times or more
// over one growing clinic: what the presenter had stored before its call returned is there
// afterwards, the act under way is there whole or not at all, the same session opens where it was,
// and `verify` finds everything sound. The moments differ from run to run; --rng-seed repeats them.
#include "app/LeftOpen.h"
#include "app/OpenClinic.h"
#include "app/ScriptedCharting.h"
#include "domain/Error.h"
#include "storage/StepText.h"
#include "storage/Store.h"
#include "support/Pipe.h"
#include "support/Rounds.h"

#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <map>
#include <optional>
#include <random>

namespace palpate::test {
namespace {

const int kKills = rounds(200);

[[noreturn]] void chartUntilKilled(const OpenClinic& clinic, Milliseconds now, const Pipe& pipe,
                                   std::uint32_t seed) {
    try {
        SetClock clock{now};
        IdMaker ids{clock, seed};
        const auto program = clinic.programWith(clock, ids);
        ScriptedCharting{*program, clinic.caseId(), clock, pipe, seed}.go();
    } catch (const std::exception& error) {
        pipe.say(words::kFailed, describe(error));
    }
    ::_exit(4);
}

/// What must be in the clinic.
struct Record {
    std::map<std::string, std::string> sessions; ///< as wholeText, by identity
    std::string charted;                         ///< the session that was open last
    bool isClaimed = false;                      ///< its program said that it charts it
    std::string underWay; ///< the act that was not acknowledged; may be empty
};

struct Tally {
    int acknowledged = 0;
    int underWay = 0;
    int underWayStored = 0;
};

void follow(Record& record, const std::vector<Said>& said, Tally& tally) {
    record.underWay.clear();
    for (const auto& each : said) {
        switch (each.word) {
        case words::kAct:
            record.underWay = each.payload;
            break;
        case words::kStored: {
            const auto session = each.payload.substr(0, each.payload.find('\n'));
            record.charted = session;
            record.isClaimed = true;
            record.sessions[session] = each.payload;
            record.underWay.clear();
            ++tally.acknowledged;
            break;
        }
        default:
            FAIL("the charting program failed: " << each.payload);
        }
    }
}

/// Whether what is stored is what was acknowledged with the act under way, whole.
[[nodiscard]] bool isOneActOn(storage::Store& store, const Session& stored,
                              const std::string& known, const std::string& act) {
    if (act.front() == acts::kSign) {
        auto draft = stored;
        draft.signature.reset();
        return isSigned(stored) && wholeText(draft) == known;
    }
    const auto turns = store.sessions().undoList(stored.id);
    const auto leads = [&](const std::vector<SessionStep>& steps) {
        return !steps.empty() && wholeText(applied(stored, steps.back())) == known;
    };
    if (leads(turns.undo) || leads(turns.redo)) {
        return true;
    }
    // A keystroke that goes on with the step before: the text is as announced, else all is as it
    // was.
    if (act.front() == acts::kType) {
        const auto part = static_cast<NotePart>(act.at(1) - '0');
        auto before = stored;
        auto& note = before.note.at(static_cast<std::size_t>(part));
        if (note.text != act.substr(2)) {
            return false;
        }
        note.text.pop_back();
        return wholeText(before) == known;
    }
    return false;
}

/// Everything that was acknowledged, and the act that was under way, against what is there.
void compare(OpenClinic& clinic, Record& record, Tally& tally) {
    auto& store = clinic->store();
    const auto stored = store.sessions().ofCase(clinic.caseId());
    tally.underWay += record.underWay.empty() ? 0 : 1;
    const bool begins = !record.underWay.empty() && record.underWay.front() == acts::kBegin;
    for (const auto& session : stored) {
        const auto id = session.id.text();
        const auto known = record.sessions.find(id);
        const auto now = wholeText(session);
        if (known != record.sessions.end() && known->second == now) {
            continue;
        }
        INFO("under way: " << record.underWay << "\nstored:\n"
                           << now << "\nacknowledged:\n"
                           << (known == record.sessions.end() ? "nothing" : known->second));
        if (known == record.sessions.end()) {
            REQUIRE(begins); // whole: a draft with nothing in it
            CHECK(store.sessions().undoList(session.id).undo.empty());
            CHECK(session.findings.empty());
            record.charted = id;
            record.isClaimed = false;
        } else {
            REQUIRE(id == record.charted);
            REQUIRE_FALSE(record.underWay.empty());
            REQUIRE(isOneActOn(store, session, known->second, record.underWay));
        }
        ++tally.underWayStored;
        record.sessions[id] = now;
    }
    REQUIRE(stored.size() == record.sessions.size());
}

/// The session that was charted opens as it was left, with paragraphs that say what it holds.
void openAgain(OpenClinic& clinic, const Record& record) {
    const auto& known = record.sessions.at(record.charted);
    const auto id = *SessionId::parse(record.charted);
    const auto stored = *clinic->store().sessions().find(id);
    if (isSigned(stored)) {
        return;
    }
    if (record.isClaimed) {
        CHECK(app::leftOpen(*clinic) == id);
    }
    const app::SessionPresenter again{*clinic, id};
    CHECK_FALSE(again.view().holder);
    CHECK(wholeText(again.session()) == known);
    CHECK(again.view().canUndo == !clinic->store().sessions().undoList(id).undo.empty());
    for (const auto& note : again.view().notes) {
        if (note.note.authorship == Authorship::Composed) {
            CHECK(note.note.text == note.composed);
        }
    }
}

} // namespace

TEST_CASE("killed again and again while one charts, the program has lost nothing", "[app][kill]") {
    const auto seed = Catch::getSeed();
    CAPTURE(seed);
    std::mt19937 chance{seed};
    OpenClinic clinic;
    Record record;
    Tally tally;
    for (int kill = 0; kill < kKills; ++kill) {
        CAPTURE(kill);
        clinic.advance(std::chrono::minutes{10});
        const auto now = clinic->clock().preciseNow();
        clinic.close(); // no connection may be carried into the child
        Pipe pipe;
        const auto seedOfChild = static_cast<std::uint32_t>(chance());
        const auto child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            chartUntilKilled(clinic, now, pipe, seedOfChild);
        }
        pipe.closeWriting();
        // Mostly in the midst of charting, sometimes while it still signs in.
        if (chance() % 8 != 0) {
            pipe.hearFirst();
        }
        static_cast<void>(pipe.hear(std::chrono::steady_clock::now() +
                                    std::chrono::microseconds{chance() % 120'000}));
        REQUIRE(::kill(child, SIGKILL) == 0);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        pipe.hearOut();

        follow(record, pipe.said(), tally);
        clinic.reopen();
        compare(clinic, record, tally);
        if (!record.charted.empty() && !pipe.said().empty()) {
            openAgain(clinic, record);
        }
        for (const auto& check : clinic->store().verify().checks) {
            CAPTURE(name(check.check));
            REQUIRE(check.isSound());
        }
    }
    std::cout << "killed " << kKills << " times while one charts (seed " << seed
              << "): " << tally.acknowledged << " acts in " << record.sessions.size()
              << " sessions acknowledged, none missing; " << tally.underWay << " under way, "
              << tally.underWayStored << " of them stored whole\n";
    CHECK(tally.acknowledged > kKills);
    CHECK(tally.underWay > kKills / 4);
}

} // namespace palpate::test
