// SPDX-License-Identifier: MIT
#include "app/Referral.h"

#include "app/OpenClinic.h"
#include "atlas/Areas.h"
#include "atlas/Shapes.h"
#include "reference/Reference.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

namespace palpate::app {

namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using test::key;

[[nodiscard]] const atlas::BodyMap& map() {
    return test::shippedKnowledge().map();
}
[[nodiscard]] const reference::Reference& tables() {
    return test::shippedKnowledge().reference();
}
[[nodiscard]] UsualReferral of(std::string_view muscle, Side side, std::string_view point = {}) {
    const auto chosen = point.empty() ? std::nullopt : std::optional{key<ReferencePointKey>(point)};
    return usualReferral(tables(), map(), key<MuscleKey>(muscle), side, chosen).value();
}
[[nodiscard]] const ReferralZones* zonesIn(const UsualReferral& referral, View view,
                                           bool onArm = false) {
    const auto found = std::ranges::find_if(referral.zones, [&](const ReferralZones& one) {
        return one.view == view && one.onArm == onArm;
    });
    return found == referral.zones.end() ? nullptr : &*found;
}
[[nodiscard]] SidedRegion region(std::string_view name, Side side) {
    return {key<RegionKey>(name), side};
}
[[nodiscard]] const std::vector<Polygon>& shapeOf(std::string_view name, Side side, View view) {
    return map().region(key<RegionKey>(name), side)->shapeIn(view)->outline.polygons();
}

} // namespace

SCENARIO("a point shows where it usually refers to, on its own side") {
    for (const Side side : {Side::Right, Side::Left}) {
        const auto referral =
            of("quadratus_lumborum", side, "quadratus_lumborum.superficial_upper");
        CHECK(referral.points.size() == 1);
        CHECK(std::ranges::find(referral.essential, region("lumbar", side)) !=
              referral.essential.end());
        CHECK(referral.essential.size() == 2);
        CHECK(referral.spillover.size() == 2);
        const auto* behind = zonesIn(referral, View::Posterior);
        REQUIRE(behind != nullptr);
        const auto expected = atlas::united(shapeOf("lumbar", side, View::Posterior),
                                            shapeOf("hip_lateral", side, View::Posterior));
        CHECK_THAT(atlas::overlap(behind->essential, expected), WithinAbs(1, 1e-6));
        const auto* front = zonesIn(referral, View::Anterior);
        REQUIRE(front != nullptr);
        const auto belly = atlas::united(shapeOf("abdomen_lower", side, View::Anterior),
                                         shapeOf("groin", side, View::Anterior));
        CHECK_THAT(atlas::overlap(front->spillover, belly), WithinAbs(1, 1e-6));
    }
    CHECK(of("quadratus_lumborum", Side::Right, "quadratus_lumborum.superficial_upper").legend ==
          "R quadratus lumborum: superficial, upper");
}

SCENARIO("essential and spill-over never overlap, of every point and of every muscle") {
    for (const auto& row : tables().triggerPoints().all()) {
        for (const Side side : {Side::Right, Side::Left}) {
            const auto referral = of(row.muscle.text(), side);
            CAPTURE(row.muscle.text(), name(side));
            CHECK_FALSE(referral.zones.empty());
            CHECK_FALSE(referral.sources.empty());
            for (const auto& zones : referral.zones) {
                CHECK(atlas::commonArea(zones.essential, zones.spillover).value < 0.01);
            }
        }
    }
}

SCENARIO("without a chosen point all points of the muscle are shown together") {
    const auto all = of("quadratus_lumborum", Side::Right);
    CHECK(all.points.size() == 4);
    CHECK(all.legend == "R quadratus lumborum");
    // The sacrum is essential for one point and spill-over for another: it is shown as essential.
    CHECK(std::ranges::find(all.essential, region("sacrum", Side::Middle)) != all.essential.end());
    CHECK(std::ranges::find(all.spillover, region("sacrum", Side::Middle)) == all.spillover.end());
}

SCENARIO("a part of a composite shows the points that lie in it") {
    const auto longHead = of("biceps_brachii_long", Side::Left);
    REQUIRE(longHead.points.size() == 1);
    CHECK(longHead.points.front().text() == "biceps_brachii.long_head");
    CHECK(of("biceps_brachii", Side::Left).points.size() == 2);
}

SCENARIO("a muscle of the midline refers to both sides") {
    const auto referral = of("diaphragm", Side::Middle, "diaphragm.costal");
    CHECK(std::ranges::find(referral.essential, region("side_ribs", Side::Left)) !=
          referral.essential.end());
    CHECK(std::ranges::find(referral.essential, region("side_ribs", Side::Right)) !=
          referral.essential.end());
}

SCENARIO("a muscle without known points has no usual referral") {
    CHECK_FALSE(
        usualReferral(tables(), map(), key<MuscleKey>("thoracolumbar_fascia"), Side::Right, {})
            .has_value());
}

SCENARIO("a finding shows the referral of its point") {
    auto finding = test::aFindingOn("quadratus_lumborum");
    finding.referencePoint = key<ReferencePointKey>("quadratus_lumborum.deep_lower");
    const auto referral = usualReferral(tables(), map(), finding);
    REQUIRE(referral.has_value());
    CHECK(referral->essential == std::vector{region("buttock_lower", Side::Right)});
}

SCENARIO("what nobody has opened is said to be not yet checked") {
    int warned = 0;
    for (const auto& row : tables().triggerPoints().all()) {
        for (const auto& point : row.points) {
            const auto referral = of(row.muscle.text(), Side::Right, point.key.text());
            CHECK(referral.sources == point.sources);
            CHECK(referral.sourceWarning == tables().sources().warningFor(point.sources));
            warned += referral.sourceWarning ? 1 : 0;
        }
    }
    CHECK(warned < 211);
}

SCENARIO("the painted pain and the usual referral are compared both ways") {
    const auto referral =
        of("quadratus_lumborum", Side::Right, "quadratus_lumborum.superficial_upper");
    GIVEN("nothing painted") {
        CHECK_FALSE(agreement(map(), referral, {}).has_value());
    }
    GIVEN("exactly the essential zone") {
        const auto agreed =
            agreement(map(), referral, paintedWhole(map(), referral.essential)).value();
        CHECK_THAT(agreed.paintedInZones, WithinAbs(1, 1e-3));
        CHECK_THAT(agreed.zonesPainted, WithinAbs(1, 1e-3));
    }
    GIVEN("the low back of both sides") {
        const auto painted = paintedWhole(
            map(), std::vector{region("lumbar", Side::Right), region("lumbar", Side::Left)});
        const auto agreed = agreement(map(), referral, painted).value();
        CHECK_THAT(agreed.paintedInZones, WithinAbs(0.5, 0.01));
        CHECK(agreed.zonesPainted > 0.5);
        CHECK(agreed.zonesPainted < 1);
    }
    GIVEN("only spill-over") {
        const auto painted = paintedWhole(map(), std::vector{region("groin", Side::Right)});
        const auto agreed = agreement(map(), referral, painted).value();
        CHECK_THAT(agreed.paintedInZones, WithinAbs(1, 1e-3));
        CHECK(agreed.zonesPainted == 0);
        CHECK_THAT(shown(agreed.sentence), ContainsSubstring("usual"));
        CHECK_THAT(shown(agreed.sentence), !ContainsSubstring("must"));
    }
}

} // namespace palpate::app
