// SPDX-License-Identifier: MIT
#include "app/Sentences.h"

#include "app/OpenClinic.h"
#include "reference/Reference.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

namespace palpate::app {

namespace {

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
