// SPDX-License-Identifier: MIT
// Pictures outside of the Chart: pain drawn on the arm, and the film strip of the whole case.
#include "app/Charting.h"
#include "app/MapFigures.h"
#include "app/PainPainter.h"
#include "app/PatientPresenter.h"
#include "app/ReportParts.h"
#include "drawing/PainInks.h"
#include "drawing/Svg.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <array>
#include <cstdio>
#include <memory>

namespace palpate::app {
namespace {

using Catch::Matchers::ContainsSubstring;
using test::Painting;

/// The colour of burning pain's lines, as a picture's text has it.
[[nodiscard]] std::string burning() {
    const auto ink = drawing::painInk(PainQuality::Burning, drawing::Ground::Light).line;
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%02x%02x%02x", static_cast<unsigned>(ink.red),
                  static_cast<unsigned>(ink.green), static_cast<unsigned>(ink.blue));
    return text.data();
}

/// Burning pain on the right arm, seen from the side, and nothing else.
struct BurningArm : Painting {
    BurningArm() {
        chart->map().setView(View::Right);
        chart->map().setShowArm(true);
        const auto arm = clinic.on("biceps_brachii_long", Side::Right, View::Right);
        pain().setRadius(8);
        pain().setQuality(PainQuality::Burning);
        stroke({{arm.x, arm.y}, {arm.x, arm.y + 15}}, View::Right);
    }
};

} // namespace

SCENARIO("pain drawn on the arm is on every picture") {
    BurningArm session;
    REQUIRE(session.only().onArm);
    THEN("a session's map shows the arm, unless the request says otherwise") {
        const auto svg = [&](std::optional<bool> arm) {
            return drawing::svg(
                sessionMap(*session.clinic, {.session = session.id, .showArm = arm}));
        };
        CHECK(svg({}) == svg(true));
        CHECK(svg({}) != svg(false));
    }
    THEN("so does the overview") {
        const PatientPresenter patient{*session.clinic, session.clinic.patient()};
        REQUIRE(patient.view().openView == View::Right);
        CHECK_THAT(drawing::svg(patient.openPointsPicture(120, 160)), ContainsSubstring(burning()));
    }
    THEN("so does the report") {
        auto& store = session.clinic->store();
        const auto matter = std::make_shared<const ReportMatter>(ReportMatter{
            .patient = *store.patients().find(session.clinic.patient()),
            .story = storyOf(*store.cases().find(session.clinic.caseId()), {session.stored()}),
            .practitionerName = {},
            .profession = {},
            .registration = {}});
        const auto figures = caseFigures(*session.clinic, matter);
        for (const auto* which : {"first", "latest"}) {
            const auto figure =
                figures({.name = "body-map", .parameters = {{"session", which}}, .width = 80});
            REQUIRE(figure);
            CHECK_THAT(drawing::svg(figure->picture), ContainsSubstring(burning()));
        }
    }
}

SCENARIO("the film strip has all sessions of the case, the one that is open framed") {
    Painting session;
    const auto first = session.id;
    session.mark("gluteus_medius", Side::Right, Layer::Intermediate);
    session.chart->setPain(PainMoment::Now, test::pain(4));
    session.next();
    const auto second = session.id;
    REQUIRE(session.view().strip.size() == 2);
    CHECK(session.view().strip[1].frame.current);
    WHEN("the earlier one is opened again") {
        session.id = first;
        session.leave();
        const auto& strip = session.view().strip;
        THEN("the later one stands after it") {
            REQUIRE(strip.size() == 2);
            CHECK(strip[0].session == first);
            CHECK(strip[0].frame.current);
            CHECK(strip[0].frame.marks.size() == 1);
            CHECK(strip[1].session == second);
            CHECK_FALSE(strip[1].frame.current);
        }
        THEN("so it is in every view") {
            session.chart->map().setView(View::Right);
            REQUIRE(strip.size() == 2);
            CHECK(strip[0].frame.current);
            CHECK(strip[0].frame.view == View::Right);
            CHECK(strip[1].frame.view == View::Right);
        }
    }
    WHEN("an earlier draft is charted while a later one exists") {
        session.chart->setPain(PainMoment::Now, test::pain(4));
        session.clinic.advance(std::chrono::days{7});
        const auto third = SessionPresenter::begin(*session.clinic, session.clinic.caseId());
        session.leave();
        session.mark("gluteus_medius", Side::Left, Layer::Intermediate);
        THEN("its own frame follows, and the others stay") {
            const auto& strip = session.view().strip;
            REQUIRE(strip.size() == 3);
            CHECK(strip[1].session == second);
            CHECK(strip[1].frame.marks.size() == 1);
            CHECK(strip[2].session == third);
            CHECK(strip[2].frame.marks.empty());
        }
    }
}

} // namespace palpate::app
