// SPDX-License-Identifier: MIT
#include "reference/RedFlags.h"

#include "reference/Shipped.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>

using namespace palpate;
using namespace palpate::reference;
using palpate::test::key;
using palpate::test::shipped;

namespace {

[[nodiscard]] const KnownRedFlag& flag(std::string_view id) {
    const auto* found = shipped().redFlags().find(key<RedFlagKey>(id));
    REQUIRE(found != nullptr);
    return *found;
}

} // namespace

TEST_CASE("77 red flags are known with their question, urgency and sources") {
    const auto& flags = shipped().redFlags();
    CHECK(flags.all().size() == 77);
    const auto& saddle = flag("ces_saddle");
    CHECK(saddle.ask ==
          "Any numbness or altered feeling between the legs, around the back passage or genitals?");
    CHECK(saddle.pointsTo == "cauda equina syndrome");
    CHECK(saddle.action ==
          "Stop treatment. Send to emergency care now; note time and who was told.");
    CHECK(saddle.regions == std::vector{FlagRegion::LowBack, FlagRegion::HipLeg});
    CHECK(flags.urgencyOf(saddle).key == "emergency");
    CHECK(saddle.strongerWith.size() == 3);
    CHECK(saddle.confidence == Confidence::High);
    CHECK(saddle.sources.front() == key<SourceKey>("FINUCANE2020"));
    CHECK(flag("ces_bowel").strongerWith.empty());
    CHECK(flags.find(key<RedFlagKey>("no_such_flag")) == nullptr);
    CHECK(flags.note().find("judge clusters") != std::string::npos);
}

TEST_CASE("urgencies are known with their meaning, the most pressing first") {
    const auto& flags = shipped().redFlags();
    REQUIRE(flags.urgencies().size() == 4);
    CHECK(flags.urgencies().front().key == "emergency");
    CHECK(flags.urgencies().back().meaning == "record, adapt care, re-screen");
    REQUIRE(flags.findUrgency("urgent") != nullptr);
    CHECK(flags.findUrgency("urgent")->meaning == "medical assessment the same day");
    CHECK(flags.findUrgency("later") == nullptr);
}

TEST_CASE("the flags of a region come by urgency, its own before those asked of everybody") {
    const auto& flags = shipped().redFlags();
    const auto found = flags.concerning(std::array{FlagRegion::LowBack, FlagRegion::General});
    REQUIRE_FALSE(found.empty());
    CHECK(found.front()->key == key<RedFlagKey>("ces_saddle"));
    CHECK(std::ranges::is_sorted(found, {}, &KnownRedFlag::urgency));
    const auto at = [&](std::string_view id) {
        return std::ranges::find(found, key<RedFlagKey>(id), &KnownRedFlag::key);
    };
    CHECK(at("aaa") < at("sepsis")); // both emergencies
    CHECK(at("sepsis") < at("frac_minor_old"));
    CHECK(at("ha_thunder") == found.end());
    CHECK(std::ranges::none_of(flags.concerning(std::array{FlagRegion::Chest}),
                               [](const KnownRedFlag* each) {
                                   return std::ranges::count(each->regions, FlagRegion::Chest) == 0;
                               }));
    CHECK(flags.concerning({}).empty());
}

TEST_CASE("a flag is found by what it points to and by its question") {
    const auto& flags = shipped().redFlags();
    CHECK(flags.search("cauda", 9).size() == 5);
    CHECK(flags.search("calf swollen", 9) == std::vector{key<RedFlagKey>("dvt")});
    CHECK(flags.search("cauda", 2).size() == 2);
}
