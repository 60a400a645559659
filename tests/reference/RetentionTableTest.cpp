// SPDX-License-Identifier: MIT
#include "reference/RetentionTable.h"

#include "reference/Shipped.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace palpate;
using palpate::test::shipped;

TEST_CASE("some countries' rules are known, each with its source and how far it was checked") {
    const auto& rules = shipped().retention().all();
    REQUIRE(rules.size() == 5);
    CHECK(std::ranges::is_sorted(rules, {}, &RetentionRule::country));
    const auto germany = std::ranges::find(rules, "Germany", &RetentionRule::country);
    REQUIRE(germany != rules.end());
    CHECK(germany->years == 10);
    CHECK_FALSE(germany->untilAge.has_value());
    CHECK(germany->source ==
          "Bürgerliches Gesetzbuch (Germany), section 630f(3). (source not yet checked)");
    const auto ontario = std::ranges::find(rules, "Canada: Ontario", &RetentionRule::country);
    REQUIRE(ontario != rules.end());
    CHECK(ontario->profession == Profession::Physiotherapist);
    CHECK(ontario->untilAge == 28);
    CHECK(ontario->source.find("not yet checked") == std::string::npos);
    for (const auto& rule : rules) {
        CHECK(problems(rule).empty());
    }
}
