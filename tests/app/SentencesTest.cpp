// SPDX-License-Identifier: MIT
#include "app/Sentences.h"

#include "app/OpenClinic.h"
#include "app/PainWords.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace palpate::app {

namespace {

using Catch::Matchers::ContainsSubstring;

[[nodiscard]] const reference::Reference& tables() {
    return test::shippedKnowledge().reference();
}

[[nodiscard]] Session with(std::vector<Finding> findings, std::vector<Treatment> treatments = {}) {
    auto session = test::aSession();
    session.findings = std::move(findings);
    session.treatments = std::move(treatments);
    return session;
}

} // namespace

SCENARIO("the Objective says what was entered and no more") {
    GIVEN("nothing") {
        CHECK(composedObjective(test::aSession(), {}, tables(), {}).empty());
    }
    GIVEN("an active point with all signs, treated") {
        const auto session =
            with({test::anActiveFindingOn("quadratus_lumborum")}, {test::aTreatmentAt()});
        CHECK(composedObjective(session, {}, tables(), {}) ==
              "Active trigger point in the right quadratus lumborum (tenderness 6/10; 3 after "
              "pressure release 60 s): taut band, tender spot, referred pain and pain recognised "
              "by the "
              "patient.");
    }
    GIVEN("a point followed from last time") {
        auto now = test::anActiveFindingOn("piriformis");
        now.signs = {};
        now.state = State::Latent;
        now.tenderness = test::tenderness(2);
        const auto before = with({test::anActiveFindingOn("piriformis")});
        CHECK(composedObjective(with({now}), before, tables(), {}) ==
              "Latent trigger point in the right piriformis (tenderness 2/10, was 6).");
    }
    GIVEN("signs that were looked for and not found") {
        auto finding = test::aFindingOn("gluteus_medius");
        finding.side = Side::Left;
        finding.signs.tautBand = Sign::Absent;
        finding.signs.twitch = Sign::Absent;
        CHECK(composedObjective(with({finding}), {}, tables(), {}) ==
              "Point in the left gluteus medius, state not judged: no taut band and no local "
              "twitch response.");
    }
    GIVEN("a point that nobody looked at") {
        CHECK(composedObjective(with({test::aFindingOn("piriformis")}), {}, tables(), {}) ==
              "Not assessed today: right piriformis.");
    }
}

SCENARIO("drawn pain is said in one plain sentence") {
    const auto& map = test::shippedKnowledge().map();
    const auto square = [](double x, double y, double side) {
        return std::vector<Polygon>{{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}}};
    };
    const auto said = [&](const std::vector<PainArea>& areas, const std::vector<PainArea>& last) {
        return composedPain(areas, drawnPain(map, areas),
                            last.empty() ? std::nullopt : std::optional{drawnPain(map, last)});
    };
    auto area = test::aPainArea();
    area.shape = square(400, 690, 40);
    area.quality = PainQuality::Ache;
    area.intensity = test::pain(5);
    area.depth = PainDepth::Deep;
    GIVEN("nothing drawn") {
        CHECK(said({}, {}).empty());
        CHECK(said({}, {area}).empty()); // not drawn this time is not a drawing of nothing
    }
    GIVEN("one area, and a larger one last time") {
        auto last = area;
        last.shape = square(400, 690, 50);
        CHECK(said({area}, {last}) ==
              "The patient drew ache, 5 of 10, deep, over the right lumbar region: 16 cm², "
              "projected area on a standard figure, 9 cm² less than last time.");
        CHECK(said({last}, {area}).ends_with("9 cm² more than last time."));
        CHECK(said({area}, {area}).ends_with("as much as last time."));
    }
    GIVEN("an area of which nothing was told") {
        area.quality.reset();
        area.intensity.reset();
        area.depth.reset();
        CHECK(said({area}, {}) == "The patient drew pain over the right lumbar region: 16 cm², "
                                  "projected area on a standard figure.");
    }
    GIVEN("an area across the midline") {
        area.shape = square(330, 690, 60);
        CHECK(said({area}, {}) ==
              "The patient drew ache, 5 of 10, deep, over the left lumbar region and the right "
              "lumbar region: 36 cm², projected area on a standard figure.");
    }
    GIVEN("two areas, one of them seen from the side") {
        auto other = test::aPainArea(1);
        other.view = View::Right;
        other.shape = square(130, 690, 20);
        other.quality = PainQuality::Radiating;
        other.intensity.reset();
        CHECK(said({area, other}, {}) ==
              "The patient drew ache, 5 of 10, deep, over the right lumbar region; radiating pain "
              "over the right lumbar region: 16 cm² on front and back and 4.0 cm² seen from the "
              "side, "
              "projected area on a standard figure.");
        THEN("no change is said of what can't be added up") {
            auto more = area;
            more.shape = square(400, 690, 50);
            CHECK(said({area, other}, {more}).ends_with("standard figure."));
            CHECK(said({more}, {area, other}).ends_with("standard figure."));
            CHECK(said({more}, {area}).ends_with("9 cm² more than last time."));
        }
        THEN("two areas of the back beside it are not called all") {
            auto third = test::aPainArea(2);
            third.shape = square(300, 690, 20);
            CHECK_THAT(said({area, third, other}, {}),
                       ContainsSubstring("20 cm² on front and back and 4.0 cm² seen from"));
            CHECK_THAT(said({area, third}, {}), ContainsSubstring("20 cm² in all"));
        }
    }
    GIVEN("last time's drawing was of another view only") {
        auto last = area;
        last.view = View::Right;
        last.shape = square(130, 690, 20);
        CHECK(said({area}, {last}).ends_with("standard figure.")); // nothing to compare
    }
    GIVEN("a drawing, in the Objective") {
        auto session = with({test::anActiveFindingOn("piriformis")});
        session.painAreas = {area};
        const auto text = composedObjective(session, {}, tables(), said(session.painAreas, {}));
        CHECK(text.starts_with("The patient drew ache"));
        CHECK(text.find("figure. Active trigger point in the right piriformis") !=
              std::string::npos);
    }
}

SCENARIO("the Plan names the open points only") {
    auto resolved = test::anActiveFindingOn("piriformis", 2);
    resolved.state = State::Resolved;
    CHECK(composedPlan(with({test::anActiveFindingOn("quadratus_lumborum"), resolved}), tables()) ==
          "To re-assess next time: right quadratus lumborum (active).");
    CHECK(composedPlan(test::aSession(), tables()).empty());
}

SCENARIO("a text on the wrong side is noticed") {
    const auto session = with({test::anActiveFindingOn("quadratus_lumborum")});
    CHECK(sideWarnings("The left quadratus lumborum was tight.", session, tables()).size() == 1);
    CHECK(sideWarnings("L QL tight", session, tables()).size() == 1);
    CHECK(sideWarnings("Right QL and left leg.", session, tables()).empty());
    CHECK(sideWarnings("all qls are fine", session, tables()).empty());
}

} // namespace palpate::app
