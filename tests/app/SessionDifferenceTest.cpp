// SPDX-License-Identifier: MIT
#include "app/SessionDifference.h"

#include "app/ComparedPairs.h"
#include "app/OpenClinic.h"
#include "app/VariedVisit.h"
#include "atlas/BodyMap.h"
#include "domain/Error.h"
#include "storage/Store.h"
#include "support/Approval.h"
#include "support/Printing.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <set>

namespace palpate::app {

namespace {

using Catch::Matchers::ContainsSubstring;
using test::comparedPairs;
using Tone = DifferenceFigure::Tone;

[[nodiscard]] test::ComparedPair pairNamed(std::string_view name) {
    auto pairs = comparedPairs();
    return *std::ranges::find(pairs, name, &test::ComparedPair::name);
}

[[nodiscard]] SessionDifference differenceOf(test::OpenClinic& clinic,
                                             const test::ComparedPair& pair) {
    return app::differenceOf(*clinic, pair.sessions, pair.sessions.at(pair.one).id,
                             pair.sessions.at(pair.other).id);
}

[[nodiscard]] const DifferenceFigure& figure(const SessionDifference& difference,
                                             std::string_view name) {
    const auto found = std::ranges::find(difference.figures, name, &DifferenceFigure::name);
    REQUIRE(found != difference.figures.end());
    return *found;
}
[[nodiscard]] const DifferenceRow& row(const SessionDifference& difference, int number) {
    const auto found = std::ranges::find_if(difference.rows, [&](const DifferenceRow& each) {
        return each.change.point.number == number;
    });
    REQUIRE(found != difference.rows.end());
    return *found;
}
[[nodiscard]] const drawing::MapMark* mark(const DifferenceMap& map, int number) {
    const auto found = std::ranges::find(map.marks, number, &drawing::MapMark::number);
    return found == map.marks.end() ? nullptr : &*found;
}

[[nodiscard]] std::string toneWord(Tone tone) {
    return tone == Tone::Better ? " [better]" : tone == Tone::Worse ? " [worse]" : "";
}

[[nodiscard]] std::string page(test::OpenClinic& clinic, const test::ComparedPair& pair) {
    const auto difference = differenceOf(clinic, pair);
    std::string text = pair.about + "\n\n" + difference.title + "\n\n";
    for (const auto& each : difference.figures) {
        text += each.name + ": " + each.value + toneWord(each.tone) + "\n";
        text += each.remark.empty() ? "" : "    " + each.remark + "\n";
    }
    text += "\n";
    for (const auto& each : difference.rows) {
        text += std::to_string(each.change.point.number) + "  " + each.place + " | " + each.then +
                " | " + each.now + " | " + each.verdict + "\n";
    }
    text += "\n";
    for (const auto& each : difference.remarks) {
        text += test::wrapped(each) + "\n";
    }
    text += "\non the map, from behind:\n";
    const auto map = differenceMap(*clinic, pair.sessions, difference, View::Posterior);
    for (const auto& each : map.marks) {
        text += std::to_string(each.number) + "  " +
                (each.change == drawing::MarkChange::Gone ? "gone mark"
                 : each.ghost                             ? "dashed"
                 : each.state                             ? std::string{name(*each.state)}
                                                          : "not judged") +
                (each.change == drawing::MarkChange::New ? " with a plus" : "") + ": \"" +
                each.label + "\"\n";
    }
    const auto then = std::ranges::count_if(map.areas, &drawing::MapArea::then);
    return text + "areas: " + std::to_string(then) + " then, " +
           std::to_string(static_cast<long>(map.areas.size()) - then) + " now\n";
}

} // namespace

TEST_CASE("comparisons of all kinds read as approved") {
    test::OpenClinic clinic;
    auto other = test::aCase();
    other.id = test::idOf<CaseId>(250);
    other.complaint = "Calf pain, left";
    clinic->store().cases().add(other);
    const auto pairs = comparedPairs();
    CHECK(pairs.size() >= 12);
    std::set<std::string> names;
    for (const auto& pair : pairs) {
        INFO(pair.name);
        CHECK(names.insert(pair.name).second);
        test::checkApproved("app/difference-" + pair.name + ".txt", page(clinic, pair));
    }
}

TEST_CASE("a comparison adds up and claims nothing of what was not assessed") {
    test::OpenClinic clinic;
    for (const auto& pair : comparedPairs()) {
        INFO(pair.name);
        const auto difference = differenceOf(clinic, pair);
        for (const auto& each : difference.rows) {
            INFO(each.verdict);
            const bool isCompared =
                each.change.fate == Fate::Stronger || each.change.fate == Fate::Weaker;
            CHECK(isCompared == (each.change.tendernessDelta.value_or(0) != 0 &&
                                 (each.verdict.find(" by ") != std::string::npos)));
            if (each.now.starts_with("not assessed") || each.then.starts_with("not assessed")) {
                CHECK(each.verdict.find("gone") == std::string::npos);
                CHECK(each.verdict.find("unchanged") == std::string::npos);
                CHECK_FALSE(each.change.tendernessDelta);
            }
        }
        for (const auto& each : difference.figures) {
            CHECK_FALSE(each.value.empty());
        }
    }
}

SCENARIO("points are followed through the sessions between the two that are compared") {
    test::OpenClinic clinic;
    GIVEN("a point that was judged resolved in between and not looked at again") {
        const auto pair = pairNamed("improving");
        const auto difference = differenceOf(clinic, pair);
        THEN("it is gone, and since when is said") {
            CHECK(row(difference, 4).change.fate == Fate::Gone);
            CHECK(row(difference, 4).verdict == "gone since 2 Nov");
            CHECK(row(difference, 4).now == "gone since 2 Nov");
        }
        THEN("open points then, less those gone, more those new, are the open points now") {
            CHECK(figure(difference, "Open points").value == "4 → 4");
            CHECK(figure(difference, "Open points").remark == "1 gone, 1 new, 1 active → latent");
        }
        THEN("tenderness is summed over what was assessed in both, of how many") {
            CHECK(figure(difference, "Total tenderness").value == "17 → 14");
            CHECK(figure(difference, "Total tenderness").remark == "−3 · 3 of 5 assessed in both");
            CHECK(figure(difference, "Total tenderness").tone == Tone::Plain);
        }
        THEN("that no smallest change of tenderness is accepted is said once") {
            CHECK(std::ranges::count_if(difference.remarks, [](const std::string& remark) {
                      return remark.find("no accepted smallest change for tenderness") !=
                             std::string::npos;
                  }) == 1);
        }
    }
    GIVEN("the same with the sessions chosen the other way round") {
        THEN("nothing is different") {
            auto one = differenceOf(clinic, pairNamed("improving"));
            auto other = differenceOf(clinic, pairNamed("backwards"));
            CHECK(one.title == other.title);
            CHECK(one.rows == other.rows);
            CHECK(one.figures == other.figures);
        }
    }
    GIVEN("points that nobody looked at in the later session") {
        const auto difference = differenceOf(clinic, pairNamed("unseen"));
        THEN("they are neither gone nor better") {
            CHECK(row(difference, 2).change.fate == Fate::NotComparable);
            CHECK(row(difference, 2).now == "not assessed; active on 12 Oct");
            CHECK(figure(difference, "Open points").value == "4 → 4");
            CHECK_THAT(figure(difference, "Open points").remark,
                       ContainsSubstring("3 not assessed in the later"));
        }
    }
    GIVEN("a point that had gone before the earlier session") {
        const auto difference = differenceOf(clinic, pairNamed("back"));
        THEN("it is back, not new") {
            CHECK(row(difference, 1).change.fate == Fate::Back);
            CHECK(figure(difference, "Open points").value == "0 → 1");
            CHECK(figure(difference, "Open points").remark == "1 back");
        }
        THEN("of the other one is said that nobody looked at it again") {
            CHECK(row(difference, 2).verdict == "gone before; not looked at again");
            CHECK(row(difference, 2).now == "gone since 26 Oct");
        }
    }
    GIVEN("a point that came and went in between") {
        const auto difference = differenceOf(clinic, pairNamed("came-and-went"));
        THEN("it is told, and counts as open in neither") {
            CHECK(row(difference, 2).then == "not there yet");
            CHECK(figure(difference, "Open points").value == "1 → 1");
            CHECK_THAT(figure(difference, "Open points").remark,
                       ContainsSubstring("1 came and went"));
        }
    }
    GIVEN("a point that is tender again after it had resolved, and not judged") {
        auto sessions = pairNamed("back").sessions;
        sessions[2].findings[0].state.reset();
        const auto difference =
            app::differenceOf(*clinic, sessions, sessions[1].id, sessions[2].id);
        THEN("it is back") {
            CHECK(row(difference, 1).change.fate == Fate::Back);
            CHECK(row(difference, 1).now == "not judged, tenderness 5");
        }
    }
}

SCENARIO("a change of pain is called better or worse only beyond error and what matters") {
    test::OpenClinic clinic;
    CHECK(figure(differenceOf(clinic, pairNamed("improving")), "Pain now").tone == Tone::Better);
    CHECK(figure(differenceOf(clinic, pairNamed("worse")), "Pain now").tone == Tone::Worse);
    CHECK(figure(differenceOf(clinic, pairNamed("below-what-matters")), "Pain now").tone ==
          Tone::Plain);
    WHEN("the complaint is of the neck, where less than 4 points may be chance") {
        auto record = test::aCase();
        record.area = BodyArea::Neck;
        clinic->store().cases().update(record);
        const auto pain = figure(differenceOf(clinic, pairNamed("improving")), "Pain now");
        CHECK(pain.tone == Tone::Plain);
        CHECK(pain.remark == "−3; below the 4 that chance gives");
    }
    WHEN("it was not asked both times") {
        const auto pain = figure(differenceOf(clinic, pairNamed("asked-once")), "Pain now");
        CHECK(pain.value == "not asked → 3");
        CHECK(pain.tone == Tone::Plain);
        CHECK(pain.remark == "no change can be told");
    }
}

SCENARIO("the best answer is hidden below three measured uses") {
    test::OpenClinic clinic;
    auto pair = pairNamed("improving");
    CHECK(figure(differenceOf(clinic, pair), "Best answer").value == "pressure release");
    CHECK(figure(differenceOf(clinic, pair), "Best answer").remark == "−2.7 a time, n = 3");
    pair.sessions[1].treatments.front().tendernessAfter.reset();
    CHECK(figure(differenceOf(clinic, pair), "Best answer").value == "too few uses");
    WHEN("only the first two sessions are compared") {
        pair = pairNamed("improving");
        pair.other = 1;
        pair.sessions.back().treatments = {test::aTreatmentAt(1, 60)}; // after both
        CHECK(figure(differenceOf(clinic, pair), "Best answer").remark == "−2.7 a time, n = 3");
    }
    WHEN("nothing lowered tenderness") {
        pair = pairNamed("improving");
        for (auto& session : pair.sessions) {
            for (auto& treatment : session.treatments) {
                treatment.tendernessAfter = test::tenderness(9);
            }
        }
        CHECK(figure(differenceOf(clinic, pair), "Best answer").value == "none lowered tenderness");
    }
}

SCENARIO("drawn pain is compared by area and overlap, view by view") {
    test::OpenClinic clinic;
    const auto drawn = [](std::vector<PainArea> areas) {
        auto session = test::aSession();
        session.painAreas = std::move(areas);
        return session;
    };
    const auto one = drawn({test::square(1)});
    GIVEN("a square and the same moved by half its edge") {
        const auto compared = compareAreas(*clinic, one, drawn({test::square(2, 25)}));
        REQUIRE(compared);
        CHECK(compared->thenCm2 == Catch::Approx(25));
        CHECK(compared->nowCm2 == Catch::Approx(25));
        CHECK(compared->overlapPercent == Catch::Approx(100.0 / 3));
        CHECK(compared->isWhole);
    }
    GIVEN("the same square drawn twice over") {
        const auto compared = compareAreas(*clinic, one, drawn({test::square(2), test::square(3)}));
        REQUIRE(compared);
        CHECK(compared->nowCm2 == Catch::Approx(25));
        CHECK(compared->overlapPercent == Catch::Approx(100));
    }
    GIVEN("squares on front and back") {
        auto front = test::square(2);
        front.view = View::Anterior;
        const auto compared = compareAreas(*clinic, one, drawn({test::square(3), front}));
        REQUIRE(compared);
        CHECK(compared->nowCm2 == Catch::Approx(50));
        CHECK(compared->overlapPercent == Catch::Approx(50));
    }
    GIVEN("squares that touch nowhere") {
        const auto compared = compareAreas(*clinic, one, drawn({test::square(2, 100)}));
        REQUIRE(compared);
        CHECK(compared->overlapPercent == 0);
    }
    GIVEN("arms from the side, and the trunk behind them") {
        auto arm = test::square(2);
        arm.view = View::Left;
        arm.onArm = true;
        auto trunk = arm;
        trunk.onArm = false;
        CHECK_FALSE(compareAreas(*clinic, drawn({arm}), drawn({trunk})));
        const auto compared = compareAreas(*clinic, drawn({arm}), drawn({arm, trunk}));
        REQUIRE(compared);
        CHECK(compared->plane == "arms from the side");
        CHECK_FALSE(compared->isWhole);
        CHECK(compared->nowCm2 == Catch::Approx(25));
    }
    GIVEN("no drawing in one of them") {
        CHECK_FALSE(compareAreas(*clinic, one, drawn({})));
        CHECK_FALSE(compareAreas(*clinic, drawn({}), drawn({})));
    }
}

SCENARIO("the map of a comparison shows what became of each point") {
    test::OpenClinic clinic;
    auto pair = pairNamed("improving");
    for (auto& session : pair.sessions) {
        for (auto& finding : session.findings) {
            finding.at = clinic.on(finding.muscle.text(), finding.side);
        }
    }
    const auto difference = differenceOf(clinic, pair);
    const auto back = differenceMap(*clinic, pair.sessions, difference, View::Posterior);
    THEN("each point is marked once, with what it was and is") {
        REQUIRE(back.marks.size() == 5);
        CHECK(mark(back, 1)->label == "7 → 6");
        CHECK(mark(back, 2)->label == "still 6");
        CHECK(mark(back, 3)->label == "active → latent, 4 → 2");
        CHECK(mark(back, 3)->state == State::Latent);
        CHECK(mark(back, 4)->label == "gone since 2 Nov");
        CHECK(mark(back, 4)->change == drawing::MarkChange::Gone);
        CHECK(mark(back, 5)->label == "new, 3");
        CHECK(mark(back, 5)->change == drawing::MarkChange::New);
    }
    THEN("the pain then is an outline, the pain now is filled") {
        REQUIRE(back.areas.size() == 2);
        CHECK(back.areas.front().then);
        CHECK_FALSE(back.areas.back().then);
    }
    THEN("another view shows the same points about where they are, and no drawing") {
        const auto front = differenceMap(*clinic, pair.sessions, difference, View::Anterior);
        CHECK(front.areas.empty());
        REQUIRE(mark(front, 1) != nullptr); // the muscle shows on both
        CHECK(mark(front, 1)->approximate);
        CHECK(mark(front, 1)->label == "7 → 6");
    }
    THEN("nothing of a point reaches the soles") {
        CHECK(differenceMap(*clinic, pair.sessions, difference, View::Plantar).marks.empty());
    }
}

SCENARIO("sessions that can't be compared are refused or said to be apart") {
    test::OpenClinic clinic;
    const auto pair = pairNamed("improving");
    CHECK_THROWS_AS(
        app::differenceOf(*clinic, pair.sessions, pair.sessions[0].id, test::idOf<SessionId>(999)),
        EditRefused);
    CHECK_THROWS_AS(
        app::differenceOf(*clinic, pair.sessions, pair.sessions[0].id, pair.sessions[0].id),
        EditRefused);
    const auto apart = differenceOf(clinic, pairNamed("other-case"));
    CHECK_FALSE(apart.sameCase);
    CHECK(apart.rows.size() == 6);
    for (const auto& each : apart.rows) {
        CHECK(each.change.fate == Fate::NotComparable);
    }
    for (const auto& each : apart.figures) {
        CHECK(each.tone == Tone::Plain);
        CHECK(each.value.find("→") == std::string::npos);
    }
}

} // namespace palpate::app
