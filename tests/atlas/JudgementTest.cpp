// SPDX-License-Identifier: MIT
#include "atlas/Judgement.h"

#include "atlas/BodyMap.h"
#include "atlas/ShippedMap.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <fstream>
#include <iterator>

using namespace palpate;
using Catch::Matchers::ContainsSubstring;

namespace {

const std::filesystem::path kSmall =
    std::filesystem::path{PALPATE_SOURCE_DIR} / "tests/fuzz/corpus/atlas/small.json";

[[nodiscard]] std::string small() {
    std::ifstream in{kSmall, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

[[nodiscard]] std::string with(std::string text, const std::string& what,
                               const std::string& instead) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), instead);
}

/// The sentences, a line each.
[[nodiscard]] std::string faultsOf(const std::string& json) {
    std::string text;
    for (const auto& fault : atlas::judge(json, "foreign.json")) {
        text += shown(fault) + "\n";
    }
    return text;
}

} // namespace

TEST_CASE("sound atlases are judged sound", "[atlas]") {
    CHECK(atlas::judge(test::shippedMapFile()).empty());
    CHECK(atlas::judge(kSmall).empty());
    CHECK(atlas::BodyMap::load(kSmall).muscles().size() == 2);
}

TEST_CASE("a fault of form comes alone", "[atlas]") {
    const auto wrong =
        with(with(small(), R"("units":"mm")", R"("units":"cm")"), "[140,550]", "[1,1]");
    CHECK(faultsOf(wrong) == "The body atlas foreign.json is damaged: units must be mm.\n");
    CHECK_THAT(shown(atlas::judge(kSmall.parent_path() / "missing.json").at(0)),
               ContainsSubstring("missing.json can't be read"));
}

TEST_CASE("faults of the drawing come together, and name their entries", "[atlas]") {
    auto wrong = with(small(), "160,420,160,620,120,620]", "160,420,120,620,160,620]");
    wrong = with(wrong, "[175,520]", "[120,520]");
    wrong = with(wrong, R"("area":4000)", R"("area":40)");
    const auto faults = faultsOf(wrong);
    CHECK_THAT(faults, ContainsSubstring("the outline of muscles, biceps_long R, anterior, polys "
                                         "crosses itself near 140.0, 520.0."));
    CHECK_THAT(faults, ContainsSubstring(
                           "the anchor of muscles, biceps_long R, right lies outside of it."));
    CHECK_THAT(faults, ContainsSubstring("the area of muscles, biceps_short R, anterior is 4000.0 "
                                         "mm2 and not the 40.0 that it states."));
}

TEST_CASE("a figure in other units, and regions that leave a gap, are found", "[atlas]") {
    const std::string body = "[[[100,50,300,50,300,1750,100,1750]]]";
    const auto inPoints = with(small(), body, "[[[100,50,300,50,300,650,100,650]]]");
    CHECK_THAT(faultsOf(inPoints),
               ContainsSubstring("the figure in skin, anterior, body is 600.0 mm high"));
    const auto gap =
        with(small(),
             R"("trunk","side":"M","name":"Trunk","views":{"anterior":{"polys":)" + body +
                 R"(,"anchor":[200,900],"area":340000})",
             R"("trunk","side":"M","name":"Trunk","views":{"anterior":{"polys":)"
             R"([[[100,50,300,50,300,1650,100,1650]]],"anchor":[200,900],"area":320000})");
    CHECK(faultsOf(gap) == "The body atlas foreign.json is damaged: the regions in anterior, body "
                           "have 320000.0 mm2 together, the skin there 340000.0.\n");
}
