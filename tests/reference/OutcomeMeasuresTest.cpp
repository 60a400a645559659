// SPDX-License-Identifier: MIT
#include "reference/OutcomeMeasures.h"

#include "reference/Shipped.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <array>

using namespace palpate;
using namespace palpate::reference;
using palpate::test::key;
using palpate::test::shipped;

namespace {

[[nodiscard]] MeasureKey measure(std::string_view text) {
    return key<MeasureKey>(text);
}

[[nodiscard]] bool cites(const ImportantChange& change, std::string_view source) {
    return std::ranges::find(change.sources, key<SourceKey>(source)) != change.sources.end();
}

} // namespace

SCENARIO("a report asks how much less pain is really less") {
    const auto& table = shipped().outcomeMeasures();
    const auto nprs = measure("nprs");
    GIVEN("low back pain") {
        const auto* change = table.preferredChange(nprs, BodyArea::LowBack);
        REQUIRE(change != nullptr);
        CHECK(change->value == 2);
        CHECK(change->unit == "points");
        CHECK(cites(*change, "CHILDS2005"));
        THEN("the expert consensus says the same") {
            const auto& rows = table.find(nprs)->changes;
            CHECK(std::ranges::any_of(rows, [](const ImportantChange& row) {
                return row.value == 2 && row.unit == "points" && cites(row, "OSTELO2008");
            }));
        }
        THEN("in percent it is 30, kept apart") {
            const auto* percent = table.preferredPercentChange(nprs, BodyArea::LowBack);
            REQUIRE(percent != nullptr);
            CHECK(percent->value == 30);
            CHECK(percent->isPercent());
            CHECK(cites(*percent, "OSTELO2008"));
        }
    }
    GIVEN("neck pain") {
        const auto* change = table.preferredChange(nprs, BodyArea::Neck);
        REQUIRE(change != nullptr);
        CHECK(change->value == 1.5);
        THEN("the smallest change that can be told from chance is larger, and is there to be "
             "shown") {
            const auto detectable = table.detectableChanges(nprs, BodyArea::Neck);
            REQUIRE(detectable.size() == 1);
            CHECK(detectable.front()->value == 4);
        }
    }
    GIVEN("an area without a row of its own") {
        const auto area = GENERATE(BodyArea::Shoulder, BodyArea::Hip, BodyArea::Knee,
                                   BodyArea::AnkleFoot, BodyArea::Headache, BodyArea::Any);
        CAPTURE(area);
        const auto* change = table.preferredChange(nprs, area);
        REQUIRE(change != nullptr);
        CHECK(change->value == 2);
        CHECK(cites(*change, "FARRAR2001"));
        CHECK(table.preferredPercentChange(nprs, area) == nullptr);
    }
    GIVEN("a measure that was never studied there, or that nobody knows") {
        CHECK(table.preferredChange(measure("odi"), BodyArea::Neck) == nullptr);
        CHECK(table.preferredChange(measure("tp_count"), BodyArea::LowBack) == nullptr);
        CHECK(table.preferredChange(measure("no_such"), BodyArea::LowBack) == nullptr);
        CHECK(table.detectableChanges(measure("no_such"), BodyArea::LowBack).empty());
    }
    GIVEN("a function scale whose small change can't be told from chance") {
        const auto* change = table.preferredChange(measure("psfs"), BodyArea::Knee);
        REQUIRE(change != nullptr);
        CHECK(change->value == 2.3);
    }
}

TEST_CASE("at most one change is preferred for a measure, an area, a kind and a unit") {
    constexpr std::array kAreas{BodyArea::Any,       BodyArea::LowBack, BodyArea::Neck,
                                BodyArea::Shoulder,  BodyArea::Hip,     BodyArea::Knee,
                                BodyArea::AnkleFoot, BodyArea::Headache};
    CHECK(shipped().outcomeMeasures().all().size() == 17);
    for (const auto& each : shipped().outcomeMeasures().all()) {
        for (const auto area : kAreas) {
            std::vector<std::pair<ChangeKind, bool>> seen;
            for (const auto& change : each.changes) {
                if (change.preferred &&
                    std::ranges::find(change.appliesTo, area) != change.appliesTo.end()) {
                    const std::pair kind{change.kind, change.isPercent()};
                    CAPTURE(each.key, area, change.value);
                    CHECK(std::ranges::find(seen, kind) == seen.end());
                    seen.push_back(kind);
                }
            }
        }
    }
}

TEST_CASE("the pain scale is read downwards and the function scale upwards") {
    const auto& table = shipped().outcomeMeasures();
    CHECK(table.find(measure("nprs"))->direction == Direction::LowerIsBetter);
    CHECK(table.find(measure("psfs"))->direction == Direction::HigherIsBetter);
    CHECK(table.find(measure("nprs"))->scale == MeasureScale{0, 10, 1, "points"});
    CHECK(table.find(measure("nprs"))->loinc == "72514-3");
    CHECK(table.find(measure("peg"))->items.size() == 3);
}
