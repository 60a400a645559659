// SPDX-License-Identifier: MIT
// The list of undo of a draft: kept with each edit, over restarts, until the session is signed.
#include "domain/Error.h"
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <fstream>

namespace palpate::test {

namespace {

[[nodiscard]] SessionStep rating(int score) {
    return {SetPain{PainMoment::Now, pain(score)}};
}

/// One draft, edited as a window does it: the list in memory is the domain's, turn by turn.
class Charting : public OpenClinic {
public:
    Charting() { store->sessions().begin(session); }

    void take(const SessionStep& step, const Turn& turn) {
        store->sessions().apply(session.id, step, turn);
        session = applied(session, step);
        list = turned(list, turn);
    }
    void step(const SessionStep& step) { take(step, NewStep{inverse(session, step)}); }
    void undo() {
        const auto back = list.undo.back();
        take(back, Undone{inverse(session, back)});
    }
    void redo() {
        const auto forward = list.redo.back();
        take(forward, Redone{inverse(session, forward)});
    }
    void reopen() {
        store.reset();
        store = open();
    }
    /// Whether the store says what the window would.
    void check() {
        CHECK(store->sessions().undoList(session.id) == list);
        CHECK(store->sessions().find(session.id) == session);
    }

    Session session = aFullSession();
    UndoList list;
};

} // namespace

SCENARIO("undo and redo survive leaving the session and the program", "[storage]") {
    Charting chart;
    chart.check();
    chart.step({SetNote{NotePart::Plan, written("Rest,\nthen walk.")}});
    chart.step({PutPainArea{aPainArea(90)}, SetCourse{{}}});
    chart.step({RemovePainArea{chart.session.painAreas[0].id}});
    chart.step(removalOf(chart.session, chart.session.findings[0].point.id));
    chart.check();
    WHEN("the program is closed and opened between all turns") {
        const auto last = chart.session;
        for (int i = 0; i < 4; ++i) {
            chart.reopen();
            chart.list = chart.store->sessions().undoList(chart.session.id);
            chart.undo();
            chart.check();
        }
        CHECK(chart.session == aFullSession());
        for (int i = 0; i < 4; ++i) {
            chart.reopen();
            chart.list = chart.store->sessions().undoList(chart.session.id);
            chart.redo();
            chart.check();
        }
        CHECK(chart.session == last);
    }
    WHEN("a new step follows an undone one, that can't be redone any more") {
        chart.undo();
        chart.undo();
        chart.step(rating(1));
        CHECK(chart.list.redo.empty());
        CHECK(chart.list.undo.size() == 3);
        chart.check();
    }
    WHEN("typing goes on, the list keeps its step and forgets what was undone") {
        chart.undo();
        chart.take({SetNote{NotePart::Plan, written("Rest, then")}}, SameStep{});
        CHECK(chart.list.undo.size() == 3);
        chart.check();
    }
    WHEN("an edit comes without a turn, the list stays") {
        chart.store->sessions().apply(chart.session.id, rating(9));
        CHECK(chart.store->sessions().undoList(chart.session.id) == chart.list);
    }
    WHEN("a step changes nothing, its turn is kept and no change is audited") {
        const auto before = chart.store->audit().list({}).size();
        chart.step({});
        chart.check();
        CHECK(chart.store->audit().list({}).size() == before);
    }
}

SCENARIO("a turn that can't be leaves the session and the list as they were", "[storage]") {
    Charting chart;
    chart.step(rating(1));
    auto& sessions = chart.store->sessions();
    const auto& id = chart.session.id;
    CHECK_THROWS_AS(sessions.apply(id, rating(2), Redone{rating(1)}), EditRefused);
    chart.undo();
    CHECK_THROWS_AS(sessions.apply(id, rating(2), Undone{rating(1)}), EditRefused);
    chart.check();
    THEN("as does an edit that can't be") {
        CHECK_THROWS_AS(
            sessions.apply(id, SessionStep{RemoveFinding{aPoint(9).id}}, NewStep{rating(3)}),
            EditRefused);
        CHECK_THROWS_AS(sessions.apply(aSession(5).id, rating(3), NewStep{rating(3)}), EditRefused);
        chart.check();
    }
    THEN("as does a way back that can't be stored") {
        auto shapeless = aPainArea();
        shapeless.shape.clear();
        CHECK_THROWS_AS(sessions.apply(id, rating(3), NewStep{{PutPainArea{shapeless}}}),
                        EditRefused);
        CHECK_THROWS_AS(
            sessions.apply(id, rating(3), NewStep{{SetNote{NotePart::Plan, written("\xFF")}}}),
            StorageError);
        chart.check();
    }
}

TEST_CASE("the list ends with the signature, and with the draft", "[storage]") {
    Charting chart;
    auto other = aFullSession(1);
    auto& sessions = chart.store->sessions();
    sessions.begin(other);
    sessions.apply(other.id, rating(2), NewStep{rating(6)});
    chart.step(rating(1));
    chart.step(rating(2));
    chart.undo();
    SECTION("signed") {
        static_cast<void>(sessions.sign(chart.session.id, kNow));
        CHECK_THROWS_AS(sessions.apply(chart.session.id, rating(3), NewStep{rating(1)}),
                        EditRefused);
    }
    SECTION("discarded") {
        sessions.discardDraft(chart.session.id);
    }
    CHECK(sessions.undoList(chart.session.id) == UndoList{});
    CHECK(sessions.undoList(other.id) == UndoList{{rating(6)}, {}});
    CHECK(BackDoor{chart}.ask("SELECT count(*) FROM undo_step") == "1");
    CHECK(chart.store->verify().isSound());
}

TEST_CASE("a damaged step ends the list there and keeps nothing closed", "[storage]") {
    Charting chart;
    for (const auto score : {1, 2, 3, 4, 5}) {
        chart.step(rating(score));
    }
    chart.undo();
    const auto list = chart.list;
    const auto damage = [&](const std::string& sql) {
        chart.store.reset();
        BackDoor{chart}.run(sql);
        chart.store = chart.open();
        return chart.store->sessions().undoList(chart.session.id);
    };
    const std::string where = " WHERE list = 'undo' AND position = 2";
    SECTION("in the middle: the newer ones stay") {
        const auto rest =
            damage(GENERATE_COPY("UPDATE undo_step SET step = 'palpate-step 7'" + where,
                                 "UPDATE undo_step SET step = step || 'x'" + where,
                                 "UPDATE undo_step SET step = replace(step, 'now', 'new')" + where,
                                 "UPDATE undo_step SET step = CAST(x'70FF00' AS TEXT)" + where,
                                 "DELETE FROM undo_step" + where));
        CHECK(rest == UndoList{{list.undo[2], list.undo[3]}, list.redo});
    }
    SECTION("the newest: none are left, and new ones follow") {
        CHECK(damage("UPDATE undo_step SET step = 'x' WHERE list = 'undo' AND position = 4") ==
              UndoList{{}, list.redo});
        chart.list = {};
        chart.step(rating(7));
        chart.step(rating(8));
        chart.check();
        chart.undo();
        chart.undo();
        chart.check();
    }
    SECTION("what was undone: the rest stays") {
        CHECK(damage("UPDATE undo_step SET step = 'x' WHERE list = 'redo'") ==
              UndoList{list.undo, {}});
    }
    CHECK(chart.store->sessions().open(chart.session.id) == chart.session);
}

TEST_CASE("a damaged page ends the list and keeps nothing closed", "[storage]") {
    Charting chart;
    chart.store->atomically([&] { // steps that change nothing: most of the file is the list
        for (int i = 0; i < 300; ++i) {
            const auto text = std::string(2000, 'a') + std::to_string(i);
            chart.take({}, NewStep{{SetNote{NotePart::Plan, written(text)}}});
        }
    });
    chart.store.reset();
    const auto sound = contentOf(chart.database());
    const auto pages = sound.size() / 4096;
    REQUIRE(pages > 200);
    int ended = 0;
    for (std::size_t page = pages / 16; page < pages; page += pages / 16) {
        auto damaged = sound;
        damaged[page * 4096 + 2000] ^= '\x01';
        std::ofstream{chart.database(), std::ios::binary | std::ios::trunc} << damaged;
        std::unique_ptr<storage::Store> store;
        std::optional<Session> session;
        try {
            store = chart.open();
            session = store->sessions().find(chart.session.id);
        } catch (const StorageError&) {
            continue; // a page that more than the list needs
        }
        REQUIRE(session == chart.session);
        UndoList list;
        REQUIRE_NOTHROW(list = store->sessions().undoList(chart.session.id));
        REQUIRE(list.undo.size() <= 300);
        REQUIRE(std::equal(list.undo.rbegin(), list.undo.rend(), chart.list.undo.rbegin()));
        if (list.undo.size() < 300) {
            ++ended;
            CHECK(store->sessions().open(chart.session.id) == chart.session);
            CHECK_FALSE(store->verify().isSound());
        }
    }
    CHECK(ended > 4);
}

TEST_CASE("undo has no limit", "[storage]") {
    Charting chart;
    constexpr int kSteps = 3000;
    chart.store->atomically([&] { // one forcing to the disk instead of thousands
        for (int i = 0; i < kSteps; ++i) {
            chart.step(rating(i % 11));
        }
    });
    CHECK(chart.list.undo.size() == kSteps);
    CHECK(chart.store->sessions().undoList(chart.session.id) == chart.list);
}

} // namespace palpate::test
