// SPDX-License-Identifier: MIT
// Left and right, checked before a report is printed.
#include "app/OpenClinic.h"
#include "app/ReportParts.h"
#include "app/VariedVisit.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

namespace palpate::app {

namespace {

[[nodiscard]] std::vector<std::string> conflicts(test::OpenClinic& clinic,
                                                 const std::vector<Session>& sessions) {
    std::vector<std::string> texts;
    for (const auto& message : sideConflicts(*clinic, sessions)) {
        texts.push_back(shown(message));
    }
    return texts;
}

/// A point in the middle of what shows of the right muscle, called that of `side`.
[[nodiscard]] Session marked(test::OpenClinic& clinic, Side called, Side place) {
    test::Visit visit{0};
    visit.point("gluteus_medius", called, State::Active, 6);
    visit.session().findings.front().at = clinic.on("gluteus_medius", place);
    return visit.session();
}

} // namespace

SCENARIO("a report warns where left and right contradict each other") {
    test::OpenClinic clinic;
    GIVEN("points where they are said to be") {
        CHECK(conflicts(clinic, {marked(clinic, Side::Right, Side::Right)}).empty());
        CHECK(conflicts(clinic, {marked(clinic, Side::Left, Side::Left)}).empty());
    }
    GIVEN("a point called right on the left of the map, in an earlier session") {
        CHECK(conflicts(clinic, {marked(clinic, Side::Right, Side::Left),
                                 marked(clinic, Side::Right, Side::Right)}) ==
              std::vector<std::string>{"Session of 23 Nov 2026: point 1 is called R gluteus medius "
                                       "but is marked on the other side of the map."});
    }
    GIVEN("a place on the midline, which is of neither side") {
        auto session = marked(clinic, Side::Right, Side::Right);
        session.findings.front().at.x = 360;
        CHECK(conflicts(clinic, {session}).empty());
    }
    GIVEN("a note that names the other side") {
        auto session = marked(clinic, Side::Right, Side::Right);
        session.note.at(static_cast<std::size_t>(NotePart::Plan)) =
            test::written("Pressure release at the left gluteus medius.");
        const auto found = conflicts(clinic, {session});
        REQUIRE(found.size() == 1);
        CHECK(found.front().find("23 Nov 2026") != std::string::npos);
        CHECK(found.front().find("gluteus medius") != std::string::npos);
    }
}

} // namespace palpate::app
