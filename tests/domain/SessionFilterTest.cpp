// SPDX-License-Identifier: MIT
// What a filter means.
#include "domain/SessionFilter.h"

#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>

namespace palpate::test {

namespace {

/// Tender 8 and active in the right piriformis; known and not looked at in the left gluteus medius.
/// The first was released for 60 s, the right lumbar region massaged.
[[nodiscard]] Session aChartedSession() {
    auto session = aSession();
    auto tender = anActiveFindingOn("piriformis", 1);
    tender.tenderness = tenderness(8);
    tender.settled = Settled::Worse;
    auto known = aFindingOn("gluteus_medius", 2);
    known.side = Side::Left;
    session.findings = {tender, known};
    session.treatments = {aTreatmentAt(1), aRegionTreatment()};
    session.treatments[0].dose = {{key<LogFieldKey>("duration_s"), 60.0},
                                  {key<LogFieldKey>("position"), std::string{"prone"}}};
    session.treatments[1].dose.clear();
    session.painNow = pain(0);
    session.painAreas = {aPainArea()};
    session.homeCare = {{key<HomeCareKey>("walking")}};
    return session;
}

[[nodiscard]] bool finds(const SessionFilter& filter) {
    return matches(filter, aChartedSession());
}

const std::vector kPiriformis{key<MuscleKey>("piriformis")};
const std::vector kGluteus{key<MuscleKey>("gluteus_medius")};
const std::vector kRelease{key<TechniqueKey>("pressure_release")};
const auto kDuration = key<LogFieldKey>("duration_s");

} // namespace

TEST_CASE("what is empty does not restrict", "[domain]") {
    CHECK(finds({}));
    CHECK(matches({}, aSession()));
    CHECK(FindingFilter{}.isOpen());
    CHECK(TreatmentFilter{.doses = {{kDuration, {}}}}.isOpen());
    CHECK(finds({.treatment = {.doses = {{key<LogFieldKey>("pressure_kpa"), {}}}}}));
    CHECK(finds({.paintedSide = Side::Left}));
}

TEST_CASE("what was not assessed lies in no range", "[domain]") {
    CHECK_FALSE(finds({.finding = {.muscles = kGluteus, .tenderness = {0, 10}}}));
    CHECK_FALSE(finds({.finding = {.muscles = kGluteus, .states = {State::Active}}}));
    CHECK_FALSE(finds({.finding = {.muscles = kGluteus, .changes = {Settled::Worse}}}));
    CHECK(finds({.finding = {.muscles = kGluteus}}));
    CHECK(finds({.painNow = {{}, 0}}));
    auto unasked = aChartedSession();
    unasked.painNow.reset();
    CHECK_FALSE(matches({.painNow = {{}, 10}}, unasked));
}

TEST_CASE("both ends of a range belong to it", "[domain]") {
    CHECK(finds({.finding = {.tenderness = {8, 8}}}));
    CHECK_FALSE(finds({.finding = {.tenderness = {9, {}}}}));
    CHECK_FALSE(finds({.finding = {.tenderness = {{}, 7}}}));
    CHECK(finds({.treatment = {.doses = {{kDuration, {60.0, 60.0}}}}}));
    CHECK_FALSE(finds({.treatment = {.doses = {{kDuration, {60.5, {}}}}}}));
    CHECK_FALSE(finds({.treatment = {.doses = {{key<LogFieldKey>("position"), {0.0, {}}}}}}));
}

TEST_CASE("the conditions of one thing hold together", "[domain]") {
    CHECK(finds({.finding = {.muscles = kPiriformis, .side = Side::Right}}));
    CHECK_FALSE(finds({.finding = {.muscles = kPiriformis, .side = Side::Left}}));
    CHECK(finds({.treatment = {.techniques = kRelease, .muscles = kPiriformis}}));
    CHECK_FALSE(finds({.treatment = {.techniques = kRelease, .muscles = kGluteus}}));
    CHECK(finds({.treatment = {.side = Side::Right}}));
    CHECK_FALSE(finds({.treatment = {.techniques = {key<TechniqueKey>("massage_relaxation")},
                                     .doses = {{kDuration, {1.0, {}}}}}}));
    CHECK(finds({.finding = {.muscles = kGluteus}, .treatment = {.muscles = kPiriformis}}));
}

TEST_CASE("who, which case and what was agreed", "[domain]") {
    CHECK(finds({.caseId = aCase().id, .practitioner = aPractitioner().id}));
    CHECK_FALSE(finds({.caseId = aCase(1).id}));
    CHECK_FALSE(finds({.practitioner = idOf<PractitionerId>(9)}));
    CHECK(finds({.homeCare = {key<HomeCareKey>("heat"), key<HomeCareKey>("walking")}}));
    CHECK_FALSE(finds({.homeCare = {key<HomeCareKey>("heat")}}));
}

TEST_CASE("a painted region is what the body map says of an area", "[domain]") {
    const auto lumbar = key<RegionKey>("lumbar");
    const PaintedRegions map = [&](const PainArea&) {
        return std::vector{PaintedRegion{lumbar, Side::Right}};
    };
    const auto session = aChartedSession();
    CHECK(matches({.painted = lumbar}, session, map));
    CHECK(matches({.painted = lumbar, .paintedSide = Side::Right}, session, map));
    CHECK_FALSE(matches({.painted = lumbar, .paintedSide = Side::Left}, session, map));
    CHECK_FALSE(matches({.painted = lumbar}, session));
    CHECK_FALSE(matches({.painted = lumbar}, aSession(), map));
}

} // namespace palpate::test
