// SPDX-License-Identifier: MIT
#include "domain/Error.h"
#include "domain/SessionEdit.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <random>

using namespace palpate;
using namespace palpate::test;

namespace {

/// Draws edits of every kind, sensible or not, over five points, eight treatments, five areas and
/// a few motions, tests and items of home care.
class EditMaker {
public:
    explicit EditMaker(std::uint32_t seed) : chance_{seed} {}

    [[nodiscard]] SessionEdit next() {
        switch (below(24)) {
        case 13:
            return SetTimes{kNow - std::chrono::hours{below(50)},
                            below(2) == 0 ? std::nullopt
                                          : std::optional{kNow - std::chrono::hours{below(50)}}};
        case 14:
            return SetConsent{below(3) == 0 ? std::nullopt
                                            : std::optional{static_cast<TodayConsent>(below(2))}};
        case 15:
            return SetCheckIn{checkIn()};
        case 16:
            return PutMotion{{.at = motionAt(), .active = measured(), .pain = score()}};
        case 17:
            return RemoveMotion{motionAt()};
        case 18:
            return PutTest{testResult()};
        case 19:
            return RemoveTest{testAt()};
        case 20:
            return SetReaction{below(3) == 0 ? std::nullopt
                                             : std::optional{Reaction{
                                                   static_cast<ReactionGrade>(below(4)), "sore"}}};
        case 21:
            return SetNextVisit{below(3) == 0
                                    ? std::nullopt
                                    : std::optional{kToday + std::chrono::months{below(9)}}};
        case 22:
            return PutHomeCare{{homeCare(), std::to_string(below(5)) + " times a day"}};
        case 23:
            return RemoveHomeCare{homeCare()};
        case 0:
        case 1:
        case 2:
            return PutFinding{finding()};
        case 3:
            return RemoveFinding{aPoint(1 + below(5)).id};
        case 4:
        case 5:
        case 6:
            return PutTreatment{treatment()};
        case 7:
            return RemoveTreatment{aTreatmentAt(1, static_cast<std::uint32_t>(below(8))).id};
        case 8:
            return SetPain{kPainMoments.at(static_cast<std::size_t>(below(4))), score()};
        case 9:
        case 10:
            return PutPainArea{area()};
        case 11:
            return RemovePainArea{aPainArea(static_cast<std::uint32_t>(below(5))).id};
        default:
            break;
        }
        if (below(2) == 0) {
            return SetCourse{below(3) == 0 ? std::nullopt
                                           : std::optional{static_cast<Course>(below(4))}};
        }
        return SetNote{kNoteParts.at(static_cast<std::size_t>(below(5))),
                       NoteText{.text = std::to_string(below(100)),
                                .authorship = static_cast<Authorship>(below(3))}};
    }

    [[nodiscard]] int below(int limit) {
        return static_cast<int>(chance_() % static_cast<std::uint32_t>(limit));
    }

private:
    [[nodiscard]] std::optional<PainScore> score() {
        return below(4) == 0 ? std::nullopt : PainScore::from(below(11));
    }
    [[nodiscard]] Finding finding() {
        auto made = aFindingOn("quadratus_lumborum", 1 + below(5));
        made.at.x += below(20);
        if (below(3) == 0) {
            made.settled = static_cast<Settled>(below(4));
        }
        if (below(2) == 0) {
            made.tenderness = Tenderness::from(below(11));
            made.state = static_cast<State>(below(3));
        }
        if (below(6) == 0) {
            made.point.number += 5; // a number of its own, behind the others
        }
        return made;
    }
    [[nodiscard]] Treatment treatment() {
        auto made = aTreatmentAt(1 + below(5), static_cast<std::uint32_t>(below(8)));
        if (below(3) == 0) {
            made.target = aRegionTreatment().target;
        } else if (below(3) == 0) {
            made.target = JointTarget{key<JointKey>("C5"), Side::Left};
            made.wentOn = {{key<AlertKey>("osteoporosis"), "light pressure"}};
        }
        made.tendernessAfter = Tenderness::from(below(11));
        return made;
    }

    [[nodiscard]] std::optional<double> measured() {
        return below(3) == 0 ? std::nullopt : std::optional{static_cast<double>(below(90))};
    }
    [[nodiscard]] CheckIn checkIn() {
        return {.sleepHours = measured(),
                .stress = StressScore::from(below(11)),
                .sittingHours = measured(),
                .homeCareDays = below(8)};
    }
    [[nodiscard]] MotionAt motionAt() {
        return {key<MotionKey>(below(2) == 0 ? "lumbar.rotation" : "hip.flexion"),
                static_cast<Side>(below(2))};
    }
    [[nodiscard]] TestAt testAt() {
        TestAt at{.test = key<TestKey>(below(2) == 0 ? "slump" : "muscle_tension"),
                  .side = static_cast<Side>(below(2))};
        if (below(2) == 0) {
            at.part = "L5";
            at.site = key<MuscleKey>("piriformis");
        }
        return at;
    }
    [[nodiscard]] TestResult testResult() {
        TestResult made{.at = testAt(), .result = std::string{"positive"}, .also = measured()};
        if (below(2) == 0) {
            made.result = static_cast<double>(below(100));
        }
        return made;
    }
    [[nodiscard]] HomeCareKey homeCare() {
        return key<HomeCareKey>("item_" + std::to_string(below(4)));
    }

    [[nodiscard]] PainArea area() {
        auto made = aPainArea(static_cast<std::uint32_t>(below(5)));
        made.shape[0][0][0].x -= below(100);
        made.intensity = score();
        if (below(8) == 0) {
            made.shape.clear(); // refused
        }
        return made;
    }

    std::mt19937 chance_;
};

/// A step of which every edit was possible when it came.
[[nodiscard]] SessionStep possibleStep(EditMaker& edits, const Session& before, int length) {
    SessionStep step;
    auto now = before;
    while (static_cast<int>(step.size()) < length) {
        const SessionStep one{edits.next()};
        try {
            now = applied(now, one);
            step.push_back(one.front());
        } catch (const EditRefused&) {
            continue; // the next draw may fit
        }
    }
    return step;
}

} // namespace

TEST_CASE("undo restores the session, and redo what had been done, for any step") {
    EditMaker edits{static_cast<std::uint32_t>(GENERATE(range(1, 301)))};
    const auto before = applied(aSession(), possibleStep(edits, aSession(), edits.below(15)));
    const auto step = possibleStep(edits, before, 1 + edits.below(8));
    CAPTURE(before, step);

    const auto done = applied(before, step);
    const auto undo = inverse(before, step);
    const auto undone = applied(done, undo);
    REQUIRE(undone == before);
    const auto redo = inverse(done, undo);
    REQUIRE(applied(undone, redo) == done);
    REQUIRE(applied(done, inverse(undone, redo)) == before);
}

TEST_CASE("the draws reach every kind of edit") {
    std::array<int, std::variant_size_v<SessionEdit>> kinds{};
    EditMaker edits{1};
    auto now = aSession();
    for (int i = 0; i < 800; ++i) {
        const auto step = possibleStep(edits, now, 1);
        now = applied(now, step);
        ++kinds.at(step.front().index());
    }
    for (const auto count : kinds) {
        CHECK(count > 5);
    }
}

SCENARIO("a removed treatment comes back to its own place") {
    const auto session =
        applied(aSession(),
                SessionStep{PutFinding{aFindingOn("piriformis")}, PutTreatment{aTreatmentAt(1, 0)},
                            PutTreatment{aTreatmentAt(1, 1)}, PutTreatment{aTreatmentAt(1, 2)}});
    const SessionStep removal{RemoveTreatment{aTreatmentAt(1, 0).id}};
    const auto removed = applied(session, removal);
    CHECK(removed.treatments.front() == aTreatmentAt(1, 1));
    CHECK(applied(removed, inverse(session, removal)) == session);
}

SCENARIO("a point taken out comes back whole") {
    const auto session = applied(
        aSession(), SessionStep{PutFinding{anActiveFindingOn("piriformis", 1)},
                                PutFinding{anActiveFindingOn("psoas_major", 2)},
                                PutTreatment{aTreatmentAt(1, 0)}, PutTreatment{aTreatmentAt(2, 1)},
                                PutTreatment{aTreatmentAt(1, 2)}});
    const auto removal = removalOf(session, aPoint(1).id);
    const auto removed = applied(session, removal);
    CHECK(removed.findings.size() == 1);
    CHECK(applied(removed, inverse(session, removal)) == session);
}

SCENARIO("a removed pain area comes back to its own place") {
    const auto session =
        applied(aSession(), SessionStep{PutPainArea{aPainArea(0)}, PutPainArea{aPainArea(1)},
                                        PutPainArea{aPainArea(2)}});
    const SessionStep removal{RemovePainArea{aPainArea(1).id}};
    const auto removed = applied(session, removal);
    CHECK(removed.painAreas == std::vector{aPainArea(0), aPainArea(2)});
    CHECK(applied(removed, inverse(session, removal)) == session);
}

namespace {

/// Steps that can be told apart.
[[nodiscard]] SessionStep stepOf(int number) {
    return {SetPain{PainMoment::Now, pain(number)}};
}

} // namespace

SCENARIO("the list of undo follows the user's turns") {
    const auto two = turned(turned({}, NewStep{stepOf(1)}), NewStep{stepOf(2)});
    CHECK(two == UndoList{{stepOf(1), stepOf(2)}, {}});
    WHEN("a step is undone it can be redone, the last undone first") {
        const auto one = turned(two, Undone{stepOf(3)});
        CHECK(one == UndoList{{stepOf(1)}, {stepOf(3)}});
        const auto none = turned(one, Undone{stepOf(4)});
        CHECK(none == UndoList{{}, {stepOf(3), stepOf(4)}});
        CHECK(turned(none, Redone{stepOf(5)}) == UndoList{{stepOf(5)}, {stepOf(3)}});
        THEN("a new step forgets what had been undone") {
            CHECK(turned(one, NewStep{stepOf(6)}) == UndoList{{stepOf(1), stepOf(6)}, {}});
        }
        THEN("so does going on with the step before, which adds none") {
            CHECK(turned(one, SameStep{}) == UndoList{{stepOf(1)}, {}});
        }
    }
    WHEN("there is nothing left, the turn is refused") {
        CHECK_THROWS_AS(turned({}, Undone{stepOf(1)}), EditRefused);
        CHECK_THROWS_AS(turned(two, Redone{stepOf(1)}), EditRefused);
        CHECK(turned({}, SameStep{}) == UndoList{});
    }
}

TEST_CASE("a session walks back and forth along its list of undo, for any steps") {
    EditMaker edits{static_cast<std::uint32_t>(GENERATE(range(500, 560)))};
    std::vector<Session> states{aSession()};
    UndoList list;
    for (int i = 0; i < 8; ++i) {
        const auto step = possibleStep(edits, states.back(), 1 + edits.below(4));
        list = turned(list, NewStep{inverse(states.back(), step)});
        states.push_back(applied(states.back(), step));
    }
    auto now = states.back();
    for (auto before = std::next(states.rbegin()); before != states.rend(); ++before) {
        const auto back = list.undo.back();
        list = turned(list, Undone{inverse(now, back)});
        now = applied(now, back);
        REQUIRE(now == *before);
    }
    for (auto after = std::next(states.begin()); after != states.end(); ++after) {
        const auto forward = list.redo.back();
        list = turned(list, Redone{inverse(now, forward)});
        now = applied(now, forward);
        REQUIRE(now == *after);
    }
    CHECK(list.redo.empty());
    CHECK(list.undo.size() == 8);
}

TEST_CASE("undoing nothing is nothing") {
    CHECK(inverse(aSession(), {}).empty());
    CHECK(applied(aSession(), SessionStep{}) == aSession());
}
