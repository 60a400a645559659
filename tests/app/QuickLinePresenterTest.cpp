// SPDX-License-Identifier: MIT
#include "app/Charting.h"
#include "app/MuscleList.h"
#include "app/SessionPresenter.h"
#include "atlas/BodyMap.h"
#include "domain/Error.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace palpate::app {
namespace {

using Catch::Matchers::ContainsSubstring;
using test::Charting;
using test::key;

} // namespace

SCENARIO("a line places and rates a point") {
    Charting session;
    const auto answer = session.chart->quick("r ql 6 a");
    CHECK(answer.done);
    CHECK(answer.message == "Point 1: R quadratus lumborum");
    REQUIRE(session.stored().findings.size() == 1);
    const auto finding = session.stored().findings.front();
    CHECK(finding.muscle == key<MuscleKey>("quadratus_lumborum"));
    CHECK(finding.side == Side::Right);
    CHECK(finding.tenderness == test::tenderness(6));
    CHECK(finding.state == State::Active);
    CHECK(session.view().card.has_value());
    CHECK(session.seen().layer == Layer::Deepest);
    REQUIRE(session.seen().reveal);
    CHECK(session.seen().reveal->x == finding.at.x);

    WHEN("the same muscle is typed again") {
        CHECK(session.chart->quick("ql r 4").done);
        THEN("the same point is rated, and nothing else of it changes") {
            REQUIRE(session.stored().findings.size() == 1);
            CHECK(session.stored().findings[0].tenderness == test::tenderness(4));
            CHECK(session.stored().findings[0].state == State::Active);
            CHECK(session.stored().findings[0].at == finding.at);
        }
    }
    WHEN("only its name is typed") {
        session.chart->select({});
        CHECK(session.chart->quick("r ql").done);
        THEN("it is selected, and no step of undo is made") {
            CHECK(session.view().card->id == finding.point.id);
            session.chart->undo();
            CHECK(session.stored().findings.empty());
        }
    }
    WHEN("there are two points in that muscle") {
        session.chart->map().markAt({View::Posterior, finding.at.x, finding.at.y + 25},
                                    key<MuscleKey>("quadratus_lumborum"), Side::Right);
        const auto before = session.stored();
        const auto asked = session.chart->quick("r ql 3");
        THEN("it is not guessed which is meant") {
            CHECK_FALSE(asked.done);
            CHECK_THAT(asked.message, ContainsSubstring("2 points"));
            CHECK(session.stored() == before);
        }
    }
    WHEN("it is undone") {
        session.chart->undo();
        THEN("place and rating go together") {
            CHECK(session.stored().findings.empty());
        }
    }
    WHEN("another view is looked at") {
        session.chart->map().setView(View::Plantar);
        CHECK(session.chart->quick("r ql 2").done);
        THEN("the map turns to the point") {
            CHECK(session.seen().view == View::Posterior);
            CHECK(session.seen().reveal->y == finding.at.y);
        }
    }
}

SCENARIO("a line that names a known point puts it where that is") {
    Charting session;
    CHECK(session.chart->quick("r ql deep upper 7").done);
    REQUIRE(session.stored().findings.size() == 1);
    CHECK(session.stored().findings[0].referencePoint ==
          key<ReferencePointKey>("quadratus_lumborum.deep_upper"));
    CHECK(session.stored().findings[0].at == BodyPoint{View::Posterior, 404, 702});
}

SCENARIO("a point that is only named goes where its muscle is usually marked") {
    Charting session;
    session.chart->map().setView(View::Anterior);
    WHEN("its known points are drawn in another view only") {
        CHECK(session.chart->quick("left ql 6 a").done);
        THEN("it lies there, though some of the muscle could be seen from here") {
            REQUIRE(session.clinic->map()
                        .muscle(key<MuscleKey>("quadratus_lumborum"), Side::Left)
                        ->shapeIn(View::Anterior) != nullptr);
            CHECK(session.stored().findings.at(0).at == BodyPoint{View::Posterior, 296, 684});
            CHECK(session.seen().view == View::Posterior);
        }
    }
    WHEN("the muscle is only shown") {
        session.chart->map().showMuscle(key<MuscleKey>("quadratus_lumborum"), Side::Left);
        THEN("the map turns the same way") {
            CHECK(session.seen().view == View::Posterior);
            CHECK_FALSE(session.seen().crosses.empty());
        }
    }
    WHEN("they are drawn in this view, though not first of all") {
        CHECK(session.chart->quick("r temporalis 3").done);
        THEN("it lies in this view") {
            CHECK(session.stored().findings.at(0).at.view == View::Anterior);
        }
    }
}

SCENARIO("the row that was chosen on the screen is the one that is stored") {
    Charting session;
    const std::string line = "r extensor digitorum";
    const auto rows = quickCompletions(*session.clinic, line);
    const auto longus =
        std::ranges::find(rows, std::string{"R extensor digitorum longus"}, &QuickChoice::label);
    REQUIRE(longus != rows.end());
    WHEN("nothing is chosen") {
        CHECK(session.chart->quick(line).done);
        THEN("the clear line is taken by its words") {
            CHECK(session.stored().findings.at(0).muscle == key<MuscleKey>("extensor_digitorum"));
        }
    }
    WHEN("another row is chosen") {
        CHECK(session.chart->quick(line, static_cast<std::size_t>(longus - rows.begin())).done);
        THEN("that one is stored, not the one that the words name") {
            CHECK(session.stored().findings.at(0).muscle == longus->muscle);
        }
    }
    WHEN("a row is chosen that is not there") {
        const auto asked = session.chart->quick(line, 500);
        THEN("it asks, with the very rows that were on the screen") {
            CHECK_FALSE(asked.done);
            CHECK(session.stored().findings.empty());
            std::vector<std::string> labels;
            std::ranges::transform(rows, std::back_inserter(labels), &QuickChoice::label);
            CHECK(asked.choices == labels);
        }
    }
    WHEN("a group of many is asked for") {
        const auto asked = session.chart->quick("erector spinae");
        THEN("its choices are the rows of the screen too") {
            std::vector<std::string> labels;
            std::ranges::transform(quickCompletions(*session.clinic, "erector spinae"),
                                   std::back_inserter(labels), &QuickChoice::label);
            CHECK(labels.size() > 8);
            CHECK(asked.choices == labels);
        }
    }
}

SCENARIO("a line that leaves something open asks, and stores nothing") {
    Charting session;
    const auto asked = session.chart->quick("ql 6");
    CHECK_FALSE(asked.done);
    CHECK_FALSE(asked.message.empty());
    REQUIRE(asked.choices.size() >= 2);
    CHECK(session.stored().findings.empty());
    WHEN("one of the choices is taken") {
        const auto left = std::ranges::find_if(
            asked.choices, [](const std::string& text) { return text.starts_with("L "); });
        REQUIRE(left != asked.choices.end());
        const auto answer =
            session.chart->quick("ql 6", static_cast<std::size_t>(left - asked.choices.begin()));
        THEN("that one is stored, with the score of the line") {
            CHECK(answer.done);
            REQUIRE(session.stored().findings.size() == 1);
            CHECK(session.stored().findings[0].side == Side::Left);
            CHECK(session.stored().findings[0].tenderness == test::tenderness(6));
        }
    }
    WHEN("a choice is taken that is not there") {
        THEN("it asks again") {
            CHECK_FALSE(session.chart->quick("ql 6", 500).done);
            CHECK(session.stored().findings.empty());
        }
    }
}

SCENARIO("a group of muscles asks which") {
    Charting session;
    const auto asked = session.chart->quick("r rotator cuff 5");
    CHECK_FALSE(asked.done);
    CHECK(asked.choices.size() >= 4);
    CHECK(session.stored().findings.empty());
}

SCENARIO("a line that can't be understood says so with an example") {
    Charting session;
    for (const auto* line : {"", "   ", "xyzzy", "12", "r", "6 a"}) {
        CAPTURE(line);
        const auto answer = session.chart->quick(line);
        CHECK_FALSE(answer.done);
        CHECK_FALSE(answer.message.empty());
        CHECK(session.stored().findings.empty());
    }
}

SCENARIO("a follow-up is typed: the points of last time are meant") {
    Charting session;
    CHECK(session.chart->quick("r ql 7 a").done);
    const auto point = session.stored().findings.at(0).point;
    session.chart->setPain(PainMoment::Now, test::pain(5));
    session.next();
    CHECK(session.chart->quick("r ql 4 l").done);
    REQUIRE(session.stored().findings.size() == 1);
    CHECK(session.stored().findings[0].point == point);
    CHECK(session.stored().findings[0].state == State::Latent);
    CHECK(session.view().ghosts.empty());
    CHECK(session.view().points[0].tendernessText == "4 was 7");
}

SCENARIO("a signed session takes no line") {
    Charting session;
    session.sign();
    CHECK_THROWS_AS(session.chart->quick("r ql 6 a"), EditRefused);
    CHECK(session.stored().findings.empty());
}

} // namespace palpate::app
