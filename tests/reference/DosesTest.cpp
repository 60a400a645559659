// SPDX-License-Identifier: MIT
#include "reference/LogFields.h"
#include "reference/Shipped.h"
#include "reference/Techniques.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

using namespace palpate;
using namespace palpate::reference;
using palpate::test::key;
using palpate::test::shipped;

namespace {

[[nodiscard]] const Technique& technique(std::string_view text) {
    const auto* found = shipped().techniques().find(key<TechniqueKey>(text));
    REQUIRE(found != nullptr);
    return *found;
}

[[nodiscard]] std::string problem(std::string_view field, decltype(LogValue::value) value) {
    const auto said = shipped().logFields().problem(
        {.field = key<LogFieldKey>(field), .value = std::move(value)});
    return said ? shown(*said) : "";
}

} // namespace

TEST_CASE("there are 30 techniques and 86 fields in which to log them") {
    CHECK(shipped().techniques().all().size() == 30);
    CHECK(shipped().logFields().all().size() == 86);
    CHECK(shipped().techniques().all().front().key.text() == "ischaemic_compression");
}

SCENARIO("a therapist looks up what pressure release is and how it is dosed") {
    const auto& release = technique("pressure_release");
    CHECK(release.name == "Trigger point pressure release");
    CHECK(release.alsoCalled == std::vector<std::string>{"barrier release"});
    CHECK(release.group == "trigger_point");
    CHECK(release.evidence == Evidence::Some);
    CHECK(release.sources.size() == 3);
    REQUIRE(release.logFields.size() == 6);
    CHECK(release.logFields.front().text() == "pressure_kpa");
    THEN("its usual time is 30 to 90 s, and it has no usual pressure") {
        CHECK(typicalRange(release, key<LogFieldKey>("duration_s")) == DoseRange{30, 90});
        CHECK(typicalRange(release, key<LogFieldKey>("pain_during")) == DoseRange{1, 4});
        CHECK_FALSE(typicalRange(release, key<LogFieldKey>("pressure_kpa")));
    }
    THEN("a rule about the course is no field of the log") {
        const auto& compression = technique("ischaemic_compression");
        const auto rule =
            std::ranges::find(compression.typicalDose, "pressure_rule", &TypicalDose::name);
        REQUIRE(rule != compression.typicalDose.end());
        CHECK_FALSE(rule->field);
        CHECK(std::get<std::string>(rule->value).find("90 s") != std::string::npos);
    }
}

SCENARIO("techniques of one's own profession come first") {
    const auto& all = shipped().techniques();
    const auto profession = GENERATE(Profession::Physiotherapist, Profession::Chiropractor,
                                     Profession::MassageTherapist, Profession::Other);
    const auto ordered = all.forProfession(profession);
    CAPTURE(profession);
    THEN("none is lost and none comes twice") {
        CHECK(std::set(ordered.begin(), ordered.end()).size() == all.all().size());
    }
    THEN("those in use come before the others, each part in the order of the table") {
        const auto firstOther = std::ranges::find_if(
            ordered, [&](const Technique* each) { return !isUsedBy(*each, profession); });
        CHECK(std::none_of(firstOther, ordered.end(),
                           [&](const Technique* each) { return isUsedBy(*each, profession); }));
        CHECK(std::is_sorted(ordered.begin(), firstOther)); // one array: addresses rise
        CHECK(std::is_sorted(firstOther, ordered.end()));
    }
}

TEST_CASE(
    "a massage therapist is offered needling after everything in use, a chiropractor is not") {
    const auto place = [](Profession profession) {
        const auto ordered = shipped().techniques().forProfession(profession);
        return std::ranges::find(ordered, &technique("dry_needling")) - ordered.begin();
    };
    CHECK(place(Profession::MassageTherapist) >= 21); // 21 are in use there
    CHECK(place(Profession::Chiropractor) == 15);     // as in the table: all before it are in use
    CHECK(technique("injection_referral").usedByPhysicians);
    CHECK(technique("injection_referral").usedBy.empty());
}

TEST_CASE("techniques and log fields agree about each other") {
    for (const auto& each : shipped().techniques().all()) {
        for (const auto& field : each.logFields) {
            CAPTURE(each.key, field);
            const auto* known = shipped().logFields().find(field);
            REQUIRE(known != nullptr);
            CHECK(std::ranges::find(known->usedBy, each.key) != known->usedBy.end());
        }
        CHECK_FALSE(each.sources.empty());
    }
    for (const auto& field : shipped().logFields().all()) {
        for (const auto& user : field.usedBy) {
            CAPTURE(field.key, user);
            REQUIRE(shipped().techniques().find(user) != nullptr);
            const auto& asked = shipped().techniques().find(user)->logFields;
            CHECK(std::ranges::find(asked, field.key) != asked.end());
        }
    }
}

TEST_CASE("every usual dose is one that the log takes") {
    int checked = 0;
    for (const auto& each : shipped().techniques().all()) {
        for (const auto& dose : each.typicalDose) {
            const auto* range = std::get_if<DoseRange>(&dose.value);
            if (dose.field && range != nullptr) {
                CAPTURE(each.key, dose.name);
                CHECK(problem(dose.name, range->low).empty());
                CHECK(problem(dose.name, range->high).empty());
                ++checked;
            }
        }
    }
    CHECK(checked > 40);
}

TEST_CASE("pressure is kept in kilopascals and shown in the unit of the instrument") {
    const auto* pressure = shipped().logFields().find(key<LogFieldKey>("pressure_kpa"));
    REQUIRE(pressure != nullptr);
    REQUIRE(pressure->display.size() == 3);
    const auto& kilograms = pressure->display.at(1);
    CHECK(kilograms.unit == "kg/cm2");
    CHECK(Pressure::kgfPerCm2(2.5).inKilopascals() / kilograms.factor == Catch::Approx(2.5));
}

SCENARIO("a dose that can't be is refused with a reason") {
    GIVEN("a time") {
        CHECK(problem("duration_s", 60.0).empty());
        CHECK(problem("duration_s", 0.0).empty());
        CHECK(problem("duration_s", 7200.0).empty());
        CHECK(problem("duration_s", 7201.0) == "Duration must lie between 0 and 7200 s.");
        CHECK(problem("duration_s", -1.0) == "Duration must lie between 0 and 7200 s.");
        CHECK_FALSE(problem("duration_s", std::nan("")).empty());
        CHECK_FALSE(problem("duration_s", std::numeric_limits<double>::infinity()).empty());
        CHECK(problem("duration_s", true) == "Duration doesn't take yes or no.");
        CHECK(problem("duration_s", std::string{"60"}) == "Duration doesn't take a text.");
    }
    GIVEN("a count") {
        CHECK(problem("repetitions", 3.0).empty());
        CHECK(problem("repetitions", 2.5) == "Repetitions must be a whole number.");
    }
    GIVEN("a choice") {
        CHECK(problem("tool", std::string{"thumb"}).empty());
        CHECK(problem("tool", std::string{"hammer"}) == "Tool or hand has no choice \"hammer\".");
        CHECK(problem("tool", 1.0) == "Tool or hand doesn't take a number.");
    }
    GIVEN("a text") {
        CHECK(problem("exercise", std::string{"bridge, 3 × 10"}).empty());
        CHECK(problem("exercise", std::string(500, 'x')).empty());
        CHECK(problem("exercise", std::string(501, 'x')) ==
              "Exercise is longer than 500 characters.");
        CHECK(problem("exercise", std::string{"\xff"}) ==
              "Exercise contains characters that are damaged.");
    }
    GIVEN("a day") {
        CHECK(problem("referral_date", std::string{"2026-11-23"}).empty());
        CHECK(problem("referral_date", std::string{"2026-02-30"}) ==
              "Date of referral must be a day, written as year-month-day.");
    }
    GIVEN("a field that is not in the table") {
        CHECK(problem("moon_phase", 1.0) == "The treatment log has no field \"moon_phase\".");
    }
}
