// SPDX-License-Identifier: MIT
#include "drawing/MapZones.h"

#include "drawing/BodyMapPicture.h"
#include "drawing/Shapes.h"
#include "drawing/Svg.h"
#include "drawing/TextWidth.h"
#include "support/Approval.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

using namespace palpate;
using namespace palpate::drawing;
using namespace palpate::test;

namespace {

[[nodiscard]] std::vector<Polygon> regionsOf(std::initializer_list<const char*> keys, Side side) {
    std::vector<Polygon> polygons;
    for (const char* key : keys) {
        const atlas::Region* region = shippedMap().region(*RegionKey::from(key), side);
        REQUIRE(region != nullptr);
        const auto& own = region->shapeIn(View::Posterior)->outline.polygons();
        polygons.insert(polygons.end(), own.begin(), own.end());
    }
    return polygons;
}
[[nodiscard]] ReferralZone aZone() {
    ReferralZone zone;
    zone.essential = regionsOf({"buttock_upper", "buttock_lower"}, Side::Right);
    zone.spillover = regionsOf({"hip_lateral", "lumbar"}, Side::Right);
    return zone;
}
const MapWindow kBack{View::Posterior, {Layer::Superficial, false}, {300, 600, 300, 420}, 120, 168};

/// The direction of the longest run of parallel lines, degrees from the horizontal.
[[nodiscard]] std::vector<double> hatchings(const Picture& picture) {
    std::vector<double> angles;
    for (const auto* path : all<PathShape>(picture)) {
        const auto& contours = path->path->contours;
        if (contours.size() > 8 && contours[0].points.size() == 2 &&
            contours.back().points.size() == 2) {
            const auto& line = contours[contours.size() / 2].points;
            angles.push_back(std::atan2(line[1].y - line[0].y, line[1].x - line[0].x) * 180 /
                             3.14159265358979);
        }
    }
    return angles;
}

} // namespace

SCENARIO("essential and spill-over zones are hatched crosswise", "[drawing]") {
    const ReferralZone zone = aZone();
    const Picture picture = zonePicture(std::span{&zone, 1}, kBack, Ground::Light);
    const auto angles = hatchings(picture);
    REQUIRE(angles.size() == 2);
    CHECK(std::abs(std::abs(angles[0] - angles[1]) - 90) < 0.01);
    ReferralZone elsewhere = zone;
    elsewhere.view = View::Anterior;
    CHECK(zonePicture(std::span{&elsewhere, 1}, kBack, Ground::Light).shapes.empty());
    elsewhere = zone;
    elsewhere.onArm = true;
    CHECK(zonePicture(std::span{&elsewhere, 1}, kBack, Ground::Light).shapes.empty());
}

SCENARIO("edges that two regions of a zone share are not drawn", "[drawing]") {
    const auto outlined = [](const ReferralZone& zone) {
        const Picture picture = zonePicture(
            std::span{&zone, 1}, {View::Posterior, {}, {0, 0, 100, 100}, 100, 100}, Ground::Light);
        return *all<PathShape>(picture).back()->path;
    };
    ReferralZone zone;
    zone.essential = {{{{10, 10}, {50, 10}, {50, 50}, {10, 50}}},
                      {{{50, 10}, {90, 10}, {90, 50}, {50, 50}}}};
    std::size_t edges = 0;
    for (const Contour& contour : outlined(zone).contours) {
        for (std::size_t i = 1; i < contour.points.size(); ++i) {
            const Point a = contour.points[i - 1];
            const Point b = contour.points[i];
            CHECK_FALSE((a.x == 50 && b.x == 50));
            ++edges;
        }
    }
    CHECK(edges == 6);
}

SCENARIO("a usual referral looks as approved", "[drawing]") {
    MapOverlay overlay;
    overlay.zones = {aZone()};
    overlay.crosses = {{{View::Posterior, 430, 690}, "superficial, upper", false},
                       {{View::Posterior, 425, 740}, "deep, lower", true}};
    MapMark mark;
    mark.at = {View::Posterior, 428, 640};
    mark.number = 1;
    mark.state = State::Active;
    overlay.marks = {mark};
    MarkStyle style;
    style.diameter = 6;
    checkApproved("drawing/referral.svg",
                  svg(overlayPicture(shippedShapes(), kBack, {}, style, overlay)));
}

SCENARIO("known points are faint crosses, named where there is room", "[drawing]") {
    MapOverlay overlay;
    overlay.crosses = {{{View::Posterior, 360, 700}, "superficial, upper", false},
                       {{View::Posterior, 362, 702}, "deep, upper", false},
                       {{View::Posterior, 400, 760}, "deep, lower", true},
                       {{View::Anterior, 400, 760}, "elsewhere", false}};
    const auto words = [&](double width) {
        const MapWindow window{View::Posterior,
                               {Layer::Deepest, false},
                               {370 - width / 2, 720 - width / 2, width, width},
                               200,
                               200};
        return wordsOf(overlayPicture(shippedShapes(), window, {}, {}, overlay));
    };
    GIVEN("a large map") {
        const auto seen = words(150);
        THEN("names are there, those of the other view are not") {
            CHECK(std::count(seen.begin(), seen.end(), "deep, lower") == 1);
            CHECK(std::count(seen.begin(), seen.end(), "superficial, upper") == 1);
            CHECK(std::count(seen.begin(), seen.end(), "elsewhere") == 0);
        }
    }
    GIVEN("the whole body") {
        THEN("only a suggested point keeps its name") {
            CHECK(words(1400) == std::vector<std::string>{"deep, lower"});
        }
    }
    GIVEN("a mark that lies where the name would stand on every side") {
        for (const double dx : {-12.0, -6.0, 0.0, 6.0, 12.0}) {
            for (const double dy : {-6.0, 0.0, 6.0}) {
                MapMark mark;
                mark.at = {View::Posterior, 400 + dx * 2, 760 + dy * 2};
                overlay.marks.push_back(mark);
            }
        }
        THEN("the name gives way") {
            const auto seen = words(300);
            CHECK(std::count(seen.begin(), seen.end(), "deep, lower") == 0);
        }
    }
}

SCENARIO("marks, areas and zones share one legend", "[drawing]") {
    std::vector<MapArea> areas(4);
    areas[0].quality = PainQuality::Tingling;
    areas[1].quality = PainQuality::Ache;
    areas[1].depth = PainDepth::Deep;
    areas[2].then = true;
    areas[2].quality = PainQuality::Burning;
    const auto words = [](const std::vector<LegendEntry>& entries) {
        std::vector<std::string> all;
        for (const LegendEntry& entry : entries) {
            all.push_back(entry.word);
        }
        return all;
    };
    CHECK(words(areaLegend(areas)) == std::vector<std::string>{"ache", "tingling",
                                                               "pain, not described", "deep pain",
                                                               "pain then"});
    CHECK(areaLegend({}).empty());
    const ReferralZone zone = aZone();
    CHECK(words(zoneLegend(std::span{&zone, 1})) ==
          std::vector<std::string>{"usual referral", "usual spill-over"});
    const KnownPoint known;
    CHECK(words(knownPointLegend(std::span{&known, 1})) == std::vector<std::string>{"known point"});

    std::vector<LegendEntry> entries;
    LegendEntry mark;
    mark.symbol.state = State::Active;
    mark.word = "active";
    entries.push_back(mark);
    mark.symbol.relation = Relation::Key;
    mark.signOnly = true;
    mark.word = "key point";
    entries.push_back(mark);
    for (auto more : {areaLegend(areas), zoneLegend(std::span{&zone, 1}),
                      knownPointLegend(std::span{&known, 1})}) {
        entries.insert(entries.end(), more.begin(), more.end());
    }
    const MarkStyle style{.diameter = 3.2, .textSize = 3.3};
    const double single = legendWidth(entries, style);
    CHECK(markLegend(entries, single, style).height ==
          markLegend(std::span{entries}.first(1), single, style).height);
    CHECK(markLegend(entries, single * 0.6, style).height >
          markLegend(entries, single, style).height);
    checkApproved("drawing/legend-all.svg", svg(markLegend(entries, 110, style)));
}
