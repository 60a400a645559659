// SPDX-License-Identifier: MIT
#include "domain/Signing.h"

#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace palpate;
using namespace palpate::test;

namespace {

/// A session in which nothing is missing.
[[nodiscard]] Session aFullSession() {
    auto session = aSession();
    session.painNow = pain(6);
    session.findings = {anActiveFindingOn("quadratus_lumborum", 1)};
    session.treatments = {aTreatmentAt(1)};
    session.consent = TodayConsent::Given;
    session.painAfter = pain(4);
    session.reaction = Reaction{ReactionGrade::None, ""};
    session.note = {written("Hurts when sitting."), written("Taut band."), written("Improving."),
                    written("Again in a week."), written("Pressure release.")};
    return session;
}

[[nodiscard]] SigningCheck check(const Session& session) {
    return checkSigning(session, aPractitioner().id, kNow);
}

[[nodiscard]] std::vector<std::string> sentences(const std::vector<Message>& messages) {
    std::vector<std::string> out;
    for (const auto& message : messages) {
        out.push_back(shown(message));
    }
    return out;
}

[[nodiscard]] bool says(const std::vector<Message>& messages, std::string_view sentence) {
    const auto all = sentences(messages);
    return std::ranges::find(all, sentence) != all.end();
}

} // namespace

TEST_CASE("a full session may be signed and has no gaps") {
    CHECK(check(aFullSession()).maySign());
    CHECK(sentences(check(aFullSession()).gaps).empty());
}

SCENARIO("what stands in the way of a signature") {
    GIVEN("a session that is signed already") {
        const auto done = check(signedAs(aFullSession(), aSignature()));
        CHECK_FALSE(done.maySign());
        CHECK(
            sentences(done.blockers) ==
            std::vector<std::string>{"This session is signed already; write an addendum instead."});
    }
    GIVEN("the session of another practitioner") {
        const auto done = checkSigning(aFullSession(), idOf<PractitionerId>(2), kNow);
        CHECK_FALSE(done.maySign());
        CHECK(done.blockers.size() == 1);
    }
    GIVEN("a session that begins later than now") {
        auto session = aFullSession();
        session.startedAt = kNow + std::chrono::seconds{1};
        CHECK_FALSE(check(session).maySign());
        session.startedAt = kNow;
        CHECK(check(session).maySign());
    }
    GIVEN("a session in which nothing was recorded") {
        auto session = aSession();
        CHECK_FALSE(check(session).maySign());
        WHEN("points were carried, but not looked at") {
            session.findings = {aFindingOn("piriformis")};
            CHECK_FALSE(check(session).maySign());
        }
        WHEN("the program composed a text about nothing") {
            session.note[1] = {.text = "Nothing assessed.", .authorship = Authorship::Composed};
            CHECK_FALSE(check(session).maySign());
        }
        WHEN("a note of white space was typed") {
            session.note[0] = written(" \n");
            CHECK_FALSE(check(session).maySign());
        }
    }
    GIVEN("several reasons at once, all are told") {
        auto session = signedAs(aSession(), aSignature());
        session.startedAt = kNow + std::chrono::hours{1};
        CHECK(checkSigning(session, idOf<PractitionerId>(2), kNow).blockers.size() == 4);
    }
}

TEST_CASE("any one entry of a person is a record") {
    auto session = aSession();
    SECTION("a pain rating, also 0") {
        session.painBest = pain(0);
    }
    SECTION("the course") {
        session.course = Course::Same;
    }
    SECTION("a sentence") {
        session.note[3] = written("Cancelled, will call.");
    }
    SECTION("a treatment") {
        session.treatments = {aRegionTreatment()};
    }
    SECTION("a motion") {
        session.motions = {{.at = {key<MotionKey>("hip.flexion"), Side::Left}, .active = 90.0}};
    }
    SECTION("a test") {
        session.tests = {
            {.at = {.test = key<TestKey>("slump")}, .result = std::string{"negative"}}};
    }
    SECTION("an answer about everyday life") {
        session.checkIn.sleepHours = 0;
    }
    SECTION("that there were no unwanted effects") {
        session.reaction = Reaction{};
    }
    SECTION("a drawn pain area") {
        session.painAreas = {aPainArea()};
    }
    SECTION("one assessed point") {
        session.findings = {anActiveFindingOn("piriformis")};
    }
    CHECK(check(session).maySign());
}

SCENARIO("gaps are named and let the signature go on") {
    auto session = aFullSession();
    GIVEN("pain was not asked") {
        session.painNow.reset();
        CHECK(says(check(session).gaps, "Pain now was not asked."));
        CHECK(check(session).maySign());
    }
    GIVEN("points that were not looked at, not rated, not judged") {
        session.findings = {aFindingOn("piriformis", 1), anActiveFindingOn("psoas_major", 2),
                            anActiveFindingOn("multifidus", 3), aFindingOn("iliacus", 4)};
        session.findings[1].tenderness.reset();
        session.findings[2].state.reset();
        session.treatments.clear();
        CHECK(sentences(check(session).gaps) ==
              std::vector<std::string>{"Points not assessed today: 1, 4.",
                                       "Points without tenderness: 2.",
                                       "Points without active, latent or resolved: 3."});
    }
    GIVEN("a point that is called gone and yet was found tender") {
        session.findings[0].settled = Settled::Gone;
        session.findings[0].state = State::Resolved;
        CHECK(says(check(session).gaps,
                   "Points called gone that have tenderness or signs of today: 1."));
        session.findings[0].tenderness = tenderness(0);
        session.findings[0].signs = {};
        CHECK(check(session).gaps.empty());
    }
    GIVEN("a treated point without a value after") {
        session.treatments[0].tendernessAfter.reset();
        CHECK(says(check(session).gaps, "Treated points without tenderness after: 1."));
        WHEN("another treatment of the same point has one, it is enough") {
            session.treatments.push_back(aTreatmentAt(1, 1));
            CHECK(check(session).gaps.empty());
        }
        WHEN("only a region was treated, nothing is asked of points") {
            session.treatments = {aRegionTreatment()};
            CHECK(check(session).gaps.empty());
        }
    }
    GIVEN("a treatment of which consent, pain after and unwanted effects were not asked") {
        session.consent.reset();
        session.painAfter.reset();
        session.reaction.reset();
        CHECK(sentences(check(session).gaps) ==
              std::vector<std::string>{"Consent to today's treatment was not recorded.",
                                       "Pain after treatment was not asked.",
                                       "Unwanted effects were not asked about."});
        WHEN("nothing was treated, nothing of it is asked, nor a word about treatment") {
            session.treatments.clear();
            session.note[4] = {};
            CHECK(check(session).gaps.empty());
        }
    }
    GIVEN("treatment that the patient declined") {
        session.consent = TodayConsent::Declined;
        CHECK(says(check(session).gaps, "Treatment is recorded although consent was declined."));
        CHECK(check(session).maySign());
    }
    GIVEN("an empty part of the note") {
        session.note[2] = {};
        CHECK(sentences(check(session).gaps) == std::vector<std::string>{"Assessment is empty."});
    }
    GIVEN("copied text that nobody confirmed") {
        session.note[3].authorship = Authorship::Copied;
        CHECK(
            says(check(session).gaps, "Plan is copied from an earlier session and not confirmed."));
        CHECK(check(session).maySign());
    }
}
