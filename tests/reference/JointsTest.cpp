// SPDX-License-Identifier: MIT
#include "reference/Joints.h"

#include "reference/Shipped.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <set>

using namespace palpate;
using namespace palpate::reference;
using palpate::test::key;
using palpate::test::shipped;

namespace {

[[nodiscard]] std::string problem(std::string_view joint, Side side) {
    const auto wrong = shipped().joints().problem({key<JointKey>(joint), side});
    return wrong ? shown(*wrong) : std::string{};
}

} // namespace

TEST_CASE("the joints are those that the treatment log names, and 25 single vertebrae") {
    const auto* level = shipped().logFields().find(key<LogFieldKey>("joint_level"));
    REQUIRE(level != nullptr);
    std::multiset<std::string> named(level->choices.begin(), level->choices.end());
    named.erase("other");
    std::multiset<std::string> logged;
    int vertebrae = 0;
    int segments = 0;
    for (const auto& each : shipped().joints().all()) {
        CAPTURE(each.key);
        vertebrae += each.kind == JointKind::Vertebra ? 1 : 0;
        segments += each.kind == JointKind::Segment ? 1 : 0;
        if (!each.logged.empty()) {
            logged.insert(each.logged);
        }
        CHECK((each.kind == JointKind::Joint || each.sides == JointSides::May));
    }
    CHECK(logged == named);
    CHECK(vertebrae == 25);
    CHECK(segments == 25);
}

SCENARIO("a joint is found as people type it") {
    struct Typed {
        const char* text;
        const char* key;
    };
    const auto typed = GENERATE(
        Typed{"c5", "C5"}, Typed{"C5", "C5"}, Typed{"SIJ", "sacroiliac"}, Typed{"si", "sacroiliac"},
        Typed{"sacro-iliac", "sacroiliac"}, Typed{"sacroiliac joint", "sacroiliac"},
        Typed{"l4-l5", "L4-L5"}, Typed{"L4/L5", "L4-L5"}, Typed{"l4 5", "L4-L5"},
        Typed{"l45", "L4-L5"}, Typed{"l5-s1", "L5-S1"}, Typed{"l5s1", "L5-S1"},
        Typed{"atlas", "C1"}, Typed{"t12", "T12"}, Typed{"t1-2", "T1-T2"}, Typed{"tmj", "jaw"},
        Typed{"sacrum", "S1"}, Typed{"kneecap", "patellofemoral"});
    CAPTURE(typed.text);
    CHECK(shipped().joints().lookUp(typed.text) == std::vector{key<JointKey>(typed.key)});
    CHECK(shipped().joints().search(typed.text, 5).front() == key<JointKey>(typed.key));
}

TEST_CASE("no name of a joint means two") {
    for (const auto& each : shipped().joints().all()) {
        auto names = each.alsoCalled;
        names.push_back(each.label);
        names.push_back(each.key.text());
        for (const auto& name : names) {
            CAPTURE(each.key, name);
            CHECK(shipped().joints().lookUp(name) == std::vector{each.key});
        }
    }
    CHECK(shipped().joints().lookUp("").empty());
    CHECK(shipped().joints().search("c", 50).size() >= 14);
}

TEST_CASE("a side is said where there are two, and never in the midline") {
    CHECK(problem("C5", Side::Left).empty());
    CHECK(problem("C5", Side::Middle).empty());
    CHECK(problem("sacroiliac", Side::Right).empty());
    CHECK(problem("sacroiliac", Side::Middle) ==
          "The sacroiliac joint needs a side, left or right.");
    CHECK(problem("coccyx", Side::Left) == "The coccyx has no sides; leave left and right out.");
    CHECK(problem("coccyx", Side::Middle).empty());
    CHECK(problem("C9", Side::Middle) == "There is no joint \"C9\" in the table.");
}
