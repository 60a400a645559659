// SPDX-License-Identifier: MIT
#include "reference/Factors.h"

#include "reference/Shipped.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>

using namespace palpate;
using namespace palpate::reference;
using palpate::test::key;
using palpate::test::shipped;

TEST_CASE("37 factors are known, each with a question, a group and sources") {
    CHECK(shipped().factors().all().size() == 37);
    const auto* sitting = shipped().factors().find(key<FactorKey>("sitting"));
    REQUIRE(sitting != nullptr);
    CHECK(sitting->name == "Prolonged sitting");
    CHECK(shipped().factors().groupName(sitting->group) == "Mechanical");
    CHECK(sitting->answeredBy.front() == key<HomeCareKey>("posture_breaks"));
    CHECK(shipped().factors().find(key<FactorKey>("nothing")) == nullptr);
    for (const auto& each : shipped().factors().all()) {
        CHECK_FALSE(each.ask.empty());
        CHECK_FALSE(each.answeredBy.empty());
    }
}

TEST_CASE("what answers most of the factors comes first, each item once") {
    const auto& factors = shipped().factors();
    const std::vector both{key<FactorKey>("posture"), key<FactorKey>("sitting")};
    const auto items = factors.answersTo(both);
    REQUIRE(items.size() == 9);
    CHECK(items.front() == key<HomeCareKey>("posture_breaks")); // answers both
    CHECK(items[1] == key<HomeCareKey>("posture_work"));
    CHECK(factors.answersTo({}).empty());
    const std::vector unknown{key<FactorKey>("nothing")};
    CHECK(factors.answersTo(unknown).empty());
}
