// SPDX-License-Identifier: MIT
// The difference of two sessions as a figure of a report.
#include "app/ComparedPairs.h"
#include "app/OpenClinic.h"
#include "app/ReportParts.h"
#include "drawing/Svg.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <memory>

namespace palpate::app {

namespace {

using Catch::Matchers::ContainsSubstring;

[[nodiscard]] std::shared_ptr<ReportMatter> matterOf(std::vector<Session> sessions) {
    return std::make_shared<ReportMatter>(
        ReportMatter{.patient = test::aPatient(),
                     .story = storyOf(test::aCase(), std::move(sessions)),
                     .practitionerName = "D. Okafor",
                     .profession = "physiotherapist",
                     .registration = ""});
}

/// Three sessions, points placed where their muscles show.
[[nodiscard]] std::vector<Session> threeSessions(const test::OpenClinic& clinic) {
    auto sessions = test::comparedPairs().front().sessions;
    for (auto& session : sessions) {
        for (auto& finding : session.findings) {
            finding.at = clinic.on(finding.muscle.text(), finding.side);
        }
    }
    return sessions;
}

using Parameters = std::map<std::string, std::string, std::less<>>;

[[nodiscard]] std::string svgOf(const report::FigureSource& source, std::string name,
                                Parameters parameters) {
    const auto figure = source({std::move(name), std::move(parameters), 80});
    return figure ? drawing::svg(figure->picture) : std::string{};
}

} // namespace

SCENARIO("a template shows the difference of two sessions on one body") {
    test::OpenClinic clinic;
    const auto sessions = threeSessions(clinic);
    const auto source = caseFigures(*clinic, matterOf(sessions));
    THEN("without more it is that of the first and the latest") {
        const auto svg = svgOf(source, "body-map-difference", {});
        CHECK_THAT(svg, ContainsSubstring("gone since 2 Nov"));
        CHECK_THAT(svg, ContainsSubstring("active → latent, 4 → 2"));
        CHECK_THAT(svg, ContainsSubstring("new, 3"));
        CHECK(svgOf(source, "body-map-difference", {{"from", "1"}, {"to", "3"}}) == svg);
        CHECK(svgOf(source, "body-map-difference", {{"from", "3"}, {"to", "1"}}) == svg);
    }
    THEN("sessions are named by their number") {
        const auto svg = svgOf(source, "body-map-difference", {{"to", "2"}});
        CHECK_THAT(svg, ContainsSubstring(">gone<"));
        CHECK_THAT(svg, !ContainsSubstring("new, 3"));
    }
    THEN("one that is not there leaves the figure out") {
        CHECK(svgOf(source, "body-map-difference", {{"to", "4"}}).empty());
        CHECK(svgOf(source, "body-map-difference", {{"from", "0"}}).empty());
        CHECK(svgOf(source, "body-map-difference", {{"from", "2"}, {"to", "2"}}).empty());
    }
    THEN("its legend has the marks of a difference") {
        const auto legend = svgOf(source, "legend", {{"of", "difference"}});
        CHECK_THAT(legend, ContainsSubstring(">gone<"));
        CHECK_THAT(legend, ContainsSubstring(">new<"));
        CHECK_THAT(legend, ContainsSubstring("pain then"));
        CHECK_THAT(svgOf(source, "legend", {}), !ContainsSubstring(">gone<"));
    }
    THEN("a view that shows nothing of it leaves it out") {
        CHECK(svgOf(source, "body-map-difference", {{"view", "plantar"}}).empty());
    }
}

SCENARIO("in a period sessions keep the numbers that they have in the case") {
    test::OpenClinic clinic;
    auto sessions = threeSessions(clinic);
    sessions.erase(sessions.begin());
    auto matter = matterOf(sessions);
    matter->firstNumber = 2;
    const auto source = caseFigures(*clinic, matter);
    CHECK_FALSE(svgOf(source, "body-map-difference", {{"from", "2"}, {"to", "3"}}).empty());
    CHECK(svgOf(source, "body-map-difference", {{"from", "1"}, {"to", "3"}}).empty());
}

SCENARIO("of a single session there is no difference") {
    test::OpenClinic clinic;
    auto sessions = threeSessions(clinic);
    sessions.erase(sessions.begin() + 1, sessions.end());
    const auto source = caseFigures(*clinic, matterOf(sessions));
    CHECK(svgOf(source, "body-map-difference", {}).empty());
    CHECK(svgOf(source, "legend", {{"of", "difference"}}).empty());
}

} // namespace palpate::app
