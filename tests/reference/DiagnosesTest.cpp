// SPDX-License-Identifier: MIT
#include "reference/Diagnoses.h"

#include "reference/Shipped.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace palpate;
using namespace palpate::reference;
using palpate::test::shipped;

namespace {

[[nodiscard]] Date day(int y, unsigned m, unsigned d) {
    return Date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
}

[[nodiscard]] std::vector<std::string> found(std::string_view typed, std::size_t limit) {
    std::vector<std::string> codes;
    for (const auto* each : shipped().diagnoses().search(typed, limit)) {
        codes.push_back(each->code);
    }
    return codes;
}

} // namespace

TEST_CASE("a code is found however it is typed") {
    CHECK(shipped().diagnoses().all().size() == 355);
    const auto* typed = GENERATE("M79.18", "m79.18", "M7918", " m7918 ");
    CAPTURE(typed);
    const auto* myalgia = shipped().diagnoses().find(typed);
    REQUIRE(myalgia != nullptr);
    CHECK(myalgia->code == "M79.18");
    CHECK(shipped().diagnoses().find("M79") == nullptr);
    CHECK(shipped().diagnoses().find("") == nullptr);
}

SCENARIO("a therapist looks for a diagnosis") {
    GIVEN("the beginning of a code") {
        const auto codes = found("m79.1", 10);
        CHECK(codes == std::vector<std::string>{"M79.10", "M79.11", "M79.12", "M79.18"});
        CHECK(found("m79.1", 2) == std::vector<std::string>{"M79.10", "M79.11"});
    }
    GIVEN("words") {
        const auto codes = found("low back", 20);
        CHECK(std::ranges::find(codes, "M54.50") != codes.end());
        for (const auto* each : shipped().diagnoses().search("plantar right", 20)) {
            CHECK(each->side == DiagnosisSide::Right);
        }
        CHECK_FALSE(found("plantar right", 20).empty());
    }
    GIVEN("the middle of a word, or nothing") {
        CHECK(found("yalgia", 20).empty());
        CHECK(found("", 20).empty());
        CHECK(found(" . ", 20).empty());
    }
}

TEST_CASE("a code that was split says which to use") {
    const auto* split = shipped().diagnoses().split("m545");
    REQUIRE(split != nullptr);
    CHECK(split->since == "FY2022");
    CHECK(split->use == "M54.50, M54.51, M54.59");
    CHECK(shipped().diagnoses().split("M54.50") == nullptr);
}

TEST_CASE("a code is valid by the fiscal year, which begins on 1 October") {
    const auto* fascia = shipped().diagnoses().find("M72.2");
    const auto* newer = shipped().diagnoses().find("M67.A01");
    REQUIRE(fascia != nullptr);
    REQUIRE(newer != nullptr);
    CHECK(isValidOn(*fascia, day(2026, 9, 30)) == true);
    CHECK(isValidOn(*fascia, day(2026, 10, 1)) == false);
    CHECK(isValidOn(*newer, day(2026, 9, 30)) == false);
    CHECK(isValidOn(*newer, day(2026, 10, 1)) == true);
    CHECK_FALSE(isValidOn(*fascia, day(2023, 6, 1)).has_value());
    CHECK_FALSE(isValidOn(*fascia, day(2027, 10, 1)).has_value());
}
