// SPDX-License-Identifier: MIT
#include "domain/Session.h"

#include "domain/Practitioner.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

using namespace palpate;
using namespace palpate::test;

TEST_CASE("a session is signed when it has a signature") {
    CHECK_FALSE(isSigned(aSession()));
    CHECK(isSigned(signedAs(aSession(), aSignature())));
}

TEST_CASE("each pain rating and each part of the note has a place of its own") {
    auto session = aSession();
    session.painNow = pain(1);
    session.painBest = pain(2);
    session.painWorst = pain(3);
    session.painAfter = pain(4);
    CHECK(painOf(session, PainMoment::Now) == pain(1));
    CHECK(painOf(session, PainMoment::Best) == pain(2));
    CHECK(painOf(session, PainMoment::Worst) == pain(3));
    CHECK(painOf(session, PainMoment::After) == pain(4));
    session.note = {written("s"), written("o"), written("a"), written("p")};
    CHECK(noteOf(session, NotePart::Subjective).text == "s");
    CHECK(noteOf(session, NotePart::Objective).text == "o");
    CHECK(noteOf(session, NotePart::Assessment).text == "a");
    CHECK(noteOf(session, NotePart::Plan).text == "p");
}

TEST_CASE("findings and treatments are found by their point") {
    auto session = aSession();
    session.findings = {aFindingOn("psoas_major", 1), aFindingOn("piriformis", 2)};
    session.treatments = {aTreatmentAt(2, 0), aTreatmentAt(1, 1), aTreatmentAt(2, 2),
                          aRegionTreatment()};
    REQUIRE(findingAt(session, aPoint(2).id) != nullptr);
    CHECK(findingAt(session, aPoint(2).id)->muscle.text() == "piriformis");
    CHECK(findingAt(session, aPoint(3).id) == nullptr);
    CHECK(treatmentsAt(session, aPoint(2).id) ==
          std::vector{session.treatments[0], session.treatments[2]});
    CHECK(treatmentsAt(session, aPoint(3).id).empty());
    CHECK_FALSE(isAt(aRegionTreatment(), aPoint(1).id));
}

TEST_CASE("every word of a session finds its value again") {
    const auto part = GENERATE(from_range(kNoteParts));
    CHECK(parseNotePart(name(part)) == part);
    const auto moment = GENERATE(from_range(kPainMoments));
    CHECK(parsePainMoment(name(moment)) == moment);
    const auto authorship = GENERATE(Authorship::Composed, Authorship::Written, Authorship::Copied);
    CHECK(parseAuthorship(name(authorship)) == authorship);
    const auto course = GENERATE(Course::Worse, Course::Same, Course::Better, Course::Gone);
    CHECK(parseCourse(name(course)) == course);
    CHECK_FALSE(parseNotePart("S"));
    CHECK_FALSE(parsePainMoment(""));
    CHECK_FALSE(parseAuthorship("typed"));
    CHECK_FALSE(parseCourse("Better"));
}

TEST_CASE("every word about people finds its value again") {
    const auto profession = GENERATE(Profession::Physiotherapist, Profession::Chiropractor,
                                     Profession::MassageTherapist, Profession::Other);
    CHECK(parseProfession(name(profession)) == profession);
    const auto role = GENERATE(Role::Owner, Role::Practitioner, Role::FrontDesk, Role::Auditor);
    CHECK(parseRole(name(role)) == role);
    CHECK_FALSE(parseProfession("physician"));
    CHECK_FALSE(parseRole("admin"));
}
