// SPDX-License-Identifier: MIT
#include "app/QuickLine.h"

#include "app/OpenClinic.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

namespace palpate::app {

namespace {

using Catch::Matchers::ContainsSubstring;

[[nodiscard]] QuickLine parsed(std::string_view text) {
    const auto& knowledge = test::shippedKnowledge();
    return parseQuickLine(text, knowledge.reference(), knowledge.map());
}
[[nodiscard]] std::vector<QuickChoice> offered(std::string_view text, std::size_t limit = 50) {
    const auto& knowledge = test::shippedKnowledge();
    return completions(text, knowledge.reference(), knowledge.map(), limit);
}
[[nodiscard]] std::vector<std::string> musclesOf(const QuickLine& line) {
    std::vector<std::string> muscles;
    for (const auto& muscle : line.muscles) {
        muscles.push_back(muscle.text());
    }
    return muscles;
}
[[nodiscard]] std::string problemOf(const QuickLine& line) {
    return line.problem ? shown(*line.problem) : std::string{};
}

struct Understood {
    const char* text;
    const char* muscle;
    Side side;
    int tenderness; ///< -1: none
    std::optional<State> state;
};

} // namespace

SCENARIO("a quick line names, rates and judges a point, in any order") {
    const auto given = GENERATE(
        Understood{"r ql 6 a", "quadratus_lumborum", Side::Right, 6, State::Active},
        Understood{"left upper trap 4 latent", "trapezius_descending", Side::Left, 4,
                   State::Latent},
        Understood{"ql r 6", "quadratus_lumborum", Side::Right, 6, {}},
        Understood{"6 r ql", "quadratus_lumborum", Side::Right, 6, {}},
        Understood{"R QL 6/10", "quadratus_lumborum", Side::Right, 6, {}},
        Understood{"  ql   right  6 / 10  active ", "quadratus_lumborum", Side::Right, 6,
                   State::Active},
        Understood{"/r ql 10/10", "quadratus_lumborum", Side::Right, 10, {}},
        Understood{"r ql 6a", "quadratus_lumborum", Side::Right, 6, State::Active},
        Understood{"r ql, 6, active", "quadratus_lumborum", Side::Right, 6, State::Active},
        Understood{"l ql 0", "quadratus_lumborum", Side::Left, 0, {}},
        Understood{"r ql", "quadratus_lumborum", Side::Right, -1, {}},
        Understood{"ql l", "quadratus_lumborum", Side::Left, -1, {}},
        Understood{"r ql 6 r", "quadratus_lumborum", Side::Right, 6, State::Resolved},
        Understood{"r ql r", "quadratus_lumborum", Side::Right, -1, State::Resolved},
        Understood{"l ql l", "quadratus_lumborum", Side::Left, -1, State::Latent},
        Understood{"l ql 2 l", "quadratus_lumborum", Side::Left, 2, State::Latent},
        Understood{"active ql left 3", "quadratus_lumborum", Side::Left, 3, State::Active},
        Understood{"r trapezius, descending part 5", "trapezius_descending", Side::Right, 5, {}},
        Understood{"r long head of biceps 5", "biceps_brachii_long", Side::Right, 5, {}},
        Understood{"left PIRIFORMIS 7 resolved", "piriformis", Side::Left, 7, State::Resolved},
        Understood{"diaphragm 3", "diaphragm", Side::Middle, 3, {}});
    CAPTURE(given.text);
    const auto line = parsed(given.text);
    CAPTURE(problemOf(line));
    CHECK(line.isClear());
    CHECK(musclesOf(line) == std::vector<std::string>{given.muscle});
    CHECK(line.side == given.side);
    CHECK((line.tenderness ? line.tenderness->value() : -1) == given.tenderness);
    CHECK(line.state == given.state);
    CHECK_FALSE(line.point.has_value());
}

SCENARIO("a missing side is asked for, never guessed") {
    for (const char* text : {"ql 6", "ql", "ql 6 a", "ql 6 r", "6 ql l"}) {
        CAPTURE(text);
        const auto line = parsed(text);
        CHECK(musclesOf(line) == std::vector<std::string>{"quadratus_lumborum"});
        CHECK_FALSE(line.side.has_value());
        CHECK_FALSE(line.isClear());
        CHECK(problemOf(line) == "Left or right quadratus lumborum?");
    }
    CHECK(parsed("ql 6 r").state == State::Resolved);
    CHECK(parsed("6 ql l").state == State::Latent);
    const auto choices = offered("ql 6 a");
    REQUIRE(choices.size() == 2);
    CHECK(choices[0].label == "R quadratus lumborum · 6 · active");
    CHECK(choices[1].label == "L quadratus lumborum · 6 · active");
}

SCENARIO("what may mean several muscles asks which") {
    GIVEN("an ambiguous short form") {
        const auto line = parsed("r gm 6");
        CHECK(musclesOf(line) ==
              std::vector<std::string>{"gluteus_maximus", "gluteus_medius", "gluteus_minimus"});
        CHECK_FALSE(line.isClear());
        CHECK(line.side == Side::Right);
        CHECK(problemOf(line) ==
              "Which muscle is meant: Gluteus maximus; Gluteus medius; Gluteus minimus?");
        CHECK(offered("r gm 6").size() == 3);
    }
    GIVEN("a group") {
        const auto line = parsed("l rotator cuff 4");
        CHECK(line.muscles.size() == 4);
        CHECK_FALSE(line.isClear());
    }
    GIVEN("a muscle that the atlas keeps in parts") {
        const auto line = parsed("r biceps 4");
        CHECK(line.muscles.size() >= 2);
        CHECK(std::ranges::count(musclesOf(line), "biceps_brachii_long") == 1);
        CHECK(std::ranges::count(musclesOf(line), "biceps_brachii") == 0);
        CHECK_FALSE(line.isClear());
    }
    GIVEN("the beginning of a name") {
        const auto line = parsed("r quadratus lumb 6");
        CHECK(musclesOf(line) == std::vector<std::string>{"quadratus_lumborum"});
        CHECK_FALSE(line.isClear());
        CHECK_THAT(problemOf(line), ContainsSubstring("Quadratus lumborum?"));
        const auto choices = offered("r quadratus lumb 6");
        REQUIRE(choices.size() == 1);
        CHECK(choices.front().label == "R quadratus lumborum · 6");
    }
}

SCENARIO("words can name one of the muscle's known points") {
    const auto exact = parsed("r ql superficial upper 6 a");
    CHECK(exact.isClear());
    REQUIRE(exact.point.has_value());
    CHECK(exact.point->text() == "quadratus_lumborum.superficial_upper");
    CHECK(exact.tenderness->value() == 6);

    const auto several = parsed("r ql upper 6");
    CHECK_FALSE(several.point.has_value());
    CHECK_FALSE(several.isClear());
    CHECK(problemOf(several) == "Which point is meant: superficial, upper; deep, upper?");
    const auto choices = offered("r ql upper 6");
    REQUIRE(choices.size() == 2);
    CHECK(choices[1].label == "R quadratus lumborum: deep, upper · 6");
    CHECK(parsed(choices[1].line).point == choices[1].point);

    AND_THEN("also among the parts of a composite") {
        const auto biceps = parsed("l biceps brachii short 3");
        CHECK(biceps.isClear());
        CHECK(musclesOf(biceps) == std::vector<std::string>{"biceps_brachii_short"});
    }
}

SCENARIO("what is not understood is answered with one sentence and an example") {
    for (const char* text : {"xyzzy", "r 6 a", "6", "r ql blorp 6", "a", "?", "☃ 6"}) {
        const auto line = parsed(text);
        CAPTURE(text, problemOf(line));
        CHECK_FALSE(line.isClear());
        CHECK_THAT(problemOf(line), ContainsSubstring("r ql 6 a"));
    }
    CHECK(parsed("").problem == std::nullopt);
    CHECK(parsed("   ").problem == std::nullopt);
    CHECK(parsed("").muscles.empty());
    CHECK(offered("").empty());
}

SCENARIO("a line that contradicts itself is refused") {
    CHECK_THAT(problemOf(parsed("r ql 11")), ContainsSubstring("0 to 10"));
    CHECK_THAT(problemOf(parsed("r ql 99999999999999999999")), ContainsSubstring("0 to 10"));
    CHECK_THAT(problemOf(parsed("r ql 6 7")), ContainsSubstring("two scores"));
    CHECK_THAT(problemOf(parsed("r ql left")), ContainsSubstring("left and right"));
    CHECK_THAT(problemOf(parsed("r ql 6 a latent")), ContainsSubstring("two states"));
    for (const char* text : {"r ql 11", "r ql 6 7", "r ql left", "r ql 6 a latent"}) {
        CHECK_FALSE(parsed(text).isClear());
        CHECK(offered(text).empty());
    }
    CHECK(parsed("r ql right 6 a active").isClear()); // said twice is no contradiction
}

SCENARIO("while typing, the list shows what the line may become") {
    const auto some = offered("r quad", 5);
    REQUIRE_FALSE(some.empty());
    CHECK(some.size() <= 5);
    for (const auto& choice : some) {
        CHECK(choice.side == Side::Right);
    }
    // "biceps" is a whole name, and still the beginning of others.
    const auto biceps = offered("biceps");
    CHECK(std::ranges::any_of(biceps, [](const QuickChoice& choice) {
        return choice.muscle.text() == "biceps_femoris_long";
    }));
}

SCENARIO("every name of every muscle is understood, and every offered line means what it says") {
    const auto& reference = test::shippedKnowledge().reference();
    const auto& map = test::shippedKnowledge().map();
    for (const auto& muscle : reference.muscleNames().all()) {
        for (const auto& word : reference.muscleNames().searchWords(muscle.key)) {
            CAPTURE(muscle.key.text(), word);
            const auto line = parsed("r " + word + " 6 a");
            CHECK_FALSE(line.muscles.empty());
            CHECK(line.tenderness.has_value());
            CHECK(line.state == State::Active);
            if (map.muscle(muscle.key, Side::Right) != nullptr) {
                CHECK(std::ranges::find(line.muscles, muscle.key) != line.muscles.end());
            }
        }
    }
    for (const auto& muscle : map.muscles()) {
        const auto choices = offered(reference.muscleNames().shortLabel(muscle.key) + " 6 latent");
        const auto own = std::ranges::find_if(choices, [&](const QuickChoice& choice) {
            return choice.muscle == muscle.key && choice.side == muscle.side;
        });
        CAPTURE(muscle.key.text(), name(muscle.side));
        REQUIRE(own != choices.end());
        const auto line = parsed(own->line);
        CAPTURE(own->line, problemOf(line));
        CHECK(line.isClear());
        CHECK(line.muscles.front() == muscle.key);
        CHECK(line.side == muscle.side);
        CHECK(line.state == State::Latent);
    }
}

SCENARIO("any text at all is answered without a crash") {
    for (const char* text :
         {"/", "//", "6/", "/10", "6//10", "l r l r", ",,,", ". ; ,", "l l l l l l", "10/10/10",
          "\xff\xfe", "r\tql\t6", "ql ql ql", "0 0 0", "a a a", "r l"}) {
        CAPTURE(text);
        CHECK_NOTHROW(parsed(text));
        CHECK_NOTHROW(offered(text));
    }
    CHECK(parsed("r\tql\t6").isClear());
}

} // namespace palpate::app
