// SPDX-License-Identifier: MIT
#include "reference/HomeCare.h"

#include "reference/Shipped.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace palpate;
using namespace palpate::reference;
using palpate::test::key;
using palpate::test::shipped;

namespace {

[[nodiscard]] const KnownHomeCare& item(std::string_view id) {
    const auto* found = shipped().homeCare().find(key<HomeCareKey>(id));
    REQUIRE(found != nullptr);
    return *found;
}
[[nodiscard]] std::string problem(const HomeCareItem& agreed) {
    const auto wrong = shipped().homeCare().problem(agreed);
    return wrong ? shown(*wrong) : std::string{};
}

} // namespace

TEST_CASE("39 items of home care are told with their dose in words") {
    CHECK(shipped().homeCare().all().size() == 39);
    CHECK(item("stretch_ql").dose == "hold 20–30 s, 2–3 times, 1–2 times a day");
    CHECK(item("stretch_gentle").dose == "hold 10–30 s, 2–4 times, 1 set, 1–3 times a day, 2–7 "
                                         "days a week, mild pull, pain not above 3/10");
    CHECK(item("walking").dose == "20–30 minutes, once a day, 5–7 days a week");
    CHECK(item("posture_breaks").dose == "every 20–30 minutes, a break of 1–3 minutes");
    CHECK(item("hydration").dose ==
          "women 2 litres a day, men 2.5 litres a day, total water from food and drink, temperate "
          "climate, normal activity");
    CHECK(item("weight").dose == "0.25–0.5 kg a week");
    CHECK(item("diet").dose == "review with doctor or dietitian");
    CHECK(item("smoking").dose.empty());
    for (const auto& each : shipped().homeCare().all()) {
        CAPTURE(each.key, each.dose);
        CHECK(each.dose.find('{') == std::string::npos);
        CHECK(each.dose.find('_') == std::string::npos);
        CHECK_FALSE(each.sources.empty());
        CHECK(problem({.item = each.key, .dose = each.dose}).empty());
    }
}

TEST_CASE("home care is proposed for the muscles and regions it is meant for") {
    const std::vector quadratus{key<MuscleKey>("quadratus_lumborum")};
    const auto forQuadratus = shipped().homeCare().meantFor(quadratus, {});
    CHECK(std::ranges::any_of(forQuadratus,
                              [](const auto* each) { return each->key.text() == "stretch_ql"; }));
    CHECK(std::ranges::none_of(
        forQuadratus, [](const auto* each) { return each->key.text() == "stretch_calf"; }));
    const std::vector lumbar{key<RegionKey>("lumbar")};
    const auto forLumbar = shipped().homeCare().meantFor({}, lumbar);
    CHECK(std::ranges::any_of(
        forLumbar, [](const auto* each) { return each->key.text() == "stretch_lumbar_flexion"; }));
    CHECK(shipped().homeCare().meantFor({}, {}).empty());
}

TEST_CASE("home care is found by name first, then by what it is") {
    const auto found = shipped().homeCare().search("stretch", 50);
    REQUIRE(found.size() > 6);
    CHECK(found.front() == key<HomeCareKey>("stretch_gentle"));
    CHECK(shipped().homeCare().search("ql stretch", 5).empty());
    CHECK(shipped().homeCare().search("lumborum str", 5).front() == key<HomeCareKey>("stretch_ql"));
    CHECK(shipped().homeCare().search("wall", 9).size() >= 2); // in what is done
    CHECK(shipped().homeCare().search("stretch", 2).size() == 2);
}

TEST_CASE("home care that can't be is refused with a reason") {
    CHECK(problem({.item = key<HomeCareKey>("heat"), .dose = std::string(500, 'x')}).empty());
    CHECK(problem({.item = key<HomeCareKey>("heat"), .dose = std::string(501, 'x')}) ==
          "The dose of Heat is longer than 500 characters.");
    CHECK(problem({.item = key<HomeCareKey>("heat"), .dose = "\xff"}) ==
          "The dose of Heat contains characters that are damaged.");
    CHECK(problem({.item = key<HomeCareKey>("moon_water")}) ==
          "There is no home care \"moon_water\" in the table.");
}
