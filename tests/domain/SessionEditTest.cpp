// SPDX-License-Identifier: MIT
#include "domain/SessionEdit.h"

#include "domain/Error.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace palpate;
using namespace palpate::test;
using Catch::Matchers::ContainsSubstring;

namespace {

[[nodiscard]] Session after(const Session& session, const SessionStep& step) {
    return applied(session, step);
}

/// The sentence with which the step is refused; empty when it isn't.
[[nodiscard]] std::string refusal(const Session& session, const SessionStep& step) {
    try {
        static_cast<void>(applied(session, step));
    } catch (const EditRefused& refused) {
        return refused.what();
    }
    return {};
}

} // namespace

SCENARIO("a trigger point is added to an open session") {
    GIVEN("a session without findings") {
        const auto session = aSession();
        WHEN("the therapist marks a point") {
            const auto marked = after(session, {PutFinding{aFindingOn("quadratus_lumborum")}});
            THEN("the new session holds it and the old one is untouched") {
                CHECK(marked.findings == std::vector{aFindingOn("quadratus_lumborum")});
                CHECK(session.findings.empty());
            }
            THEN("the same point put again replaces it") {
                const auto rated =
                    after(marked, {PutFinding{anActiveFindingOn("quadratus_lumborum")}});
                CHECK(rated.findings == std::vector{anActiveFindingOn("quadratus_lumborum")});
            }
        }
        WHEN("points come in another order, they stand by their number") {
            const auto marked = after(session, {PutFinding{aFindingOn("piriformis", 3)},
                                                PutFinding{aFindingOn("psoas_major", 1)},
                                                PutFinding{aFindingOn("multifidus", 2)}});
            REQUIRE(marked.findings.size() == 3);
            CHECK(marked.findings[0].point.number == 1);
            CHECK(marked.findings[1].point.number == 2);
            CHECK(marked.findings[2].point.number == 3);
        }
    }
}

SCENARIO("treatments are kept in the order given") {
    const auto session = after(
        aSession(), {PutFinding{aFindingOn("piriformis", 1)}, PutTreatment{aTreatmentAt(1, 0)},
                     PutTreatment{aRegionTreatment()}, PutTreatment{aTreatmentAt(1, 1)}});
    CHECK(session.treatments ==
          std::vector{aTreatmentAt(1, 0), aRegionTreatment(), aTreatmentAt(1, 1)});
    WHEN("one is changed it keeps its place") {
        auto longer = aTreatmentAt(1, 0);
        longer.dose[0].value = 90.0;
        CHECK(after(session, {PutTreatment{longer}}).treatments ==
              std::vector{longer, aRegionTreatment(), aTreatmentAt(1, 1)});
    }
    WHEN("one is taken out the others close up") {
        CHECK(after(session, {RemoveTreatment{aRegionTreatment().id}}).treatments ==
              std::vector{aTreatmentAt(1, 0), aTreatmentAt(1, 1)});
    }
}

SCENARIO("pain areas are kept in the order drawn") {
    const auto session = after(aSession(), {PutPainArea{aPainArea(2)}, PutPainArea{aPainArea(0)}});
    CHECK(session.painAreas == std::vector{aPainArea(2), aPainArea(0)});
    CHECK(*painAreaOf(session, aPainArea(0).id) == aPainArea(0));
    CHECK(painAreaOf(session, aPainArea(1).id) == nullptr);
    WHEN("one is changed it keeps its place") {
        auto burning = aPainArea(2);
        burning.quality = PainQuality::Burning;
        burning.intensity = {};
        CHECK(after(session, {PutPainArea{burning}}).painAreas ==
              std::vector{burning, aPainArea(0)});
    }
    WHEN("one is taken out the others close up") {
        CHECK(after(session, {RemovePainArea{aPainArea(2).id}}).painAreas ==
              std::vector{aPainArea(0)});
    }
    WHEN("one that is not there is to go, it is refused") {
        CHECK_THAT(refusal(session, {RemovePainArea{aPainArea(1).id}}),
                   ContainsSubstring("no longer in this session"));
    }
    WHEN("one has no shape, it is refused") {
        auto nothing = aPainArea(1);
        nothing.shape.clear();
        CHECK_THAT(refusal(session, {PutPainArea{nothing}}), ContainsSubstring("needs a shape"));
    }
}

TEST_CASE("pain, course and note are set and unset") {
    const auto session = after(
        aSession(), {SetPain{PainMoment::Now, pain(6)}, SetPain{PainMoment::After, pain(3)},
                     SetCourse{Course::Better}, SetNote{NotePart::Plan, written("see again")}});
    CHECK(session.painNow == pain(6));
    CHECK(session.painAfter == pain(3));
    CHECK_FALSE(session.painBest);
    CHECK(session.course == Course::Better);
    CHECK(noteOf(session, NotePart::Plan) == written("see again"));
    const auto unset = after(session, {SetPain{PainMoment::Now, {}}, SetCourse{{}}});
    CHECK_FALSE(unset.painNow);
    CHECK(unset.painAfter == pain(3));
    CHECK_FALSE(unset.course);
}

SCENARIO("motions, tests and home care are kept in the order they came") {
    const MotionAt rotation{key<MotionKey>("lumbar.rotation"), Side::Right};
    const MotionAt otherSide{key<MotionKey>("lumbar.rotation"), Side::Left};
    const TestAt reflex{.test = key<TestKey>("reflexes_lower"), .part = "L4", .side = Side::Left};
    const auto stretch = key<HomeCareKey>("stretch_gentle");
    const auto session = after(aSession(), {PutMotion{{.at = rotation, .active = 12.0}},
                                            PutMotion{{.at = otherSide, .passive = 20.0}},
                                            PutTest{{.at = reflex, .result = std::string{"2+"}}},
                                            PutHomeCare{{stretch, "twice a day"}}});
    REQUIRE(session.motions.size() == 2);
    CHECK(session.motions[0].at == rotation);
    CHECK_FALSE(session.motions[1].active);
    WHEN("the same motion of the same side is measured again, it takes the former's place") {
        const auto again = after(session, {PutMotion{{.at = rotation, .active = 15.0}}});
        REQUIRE(again.motions.size() == 2);
        CHECK(again.motions[0].active == 15.0);
    }
    WHEN("another part of a test is recorded, it is a result of its own") {
        auto part = reflex;
        part.part = "S1";
        const auto both = after(session, {PutTest{{.at = part, .result = std::string{"1+"}}}});
        CHECK(both.tests.size() == 2);
        CHECK(testOf(both, reflex)->result == std::variant<double, std::string>{"2+"});
    }
    WHEN("home care is agreed with another dose, it stays one item") {
        const auto changed = after(session, {PutHomeCare{{stretch, "once a day"}}});
        CHECK(changed.homeCare == std::vector{HomeCareItem{stretch, "once a day"}});
    }
    THEN("a motion without any value is refused") {
        CHECK_THAT(refusal(session, {PutMotion{{.at = rotation}}}),
                   ContainsSubstring("needs a value"));
    }
    THEN("what is not there can't be taken out") {
        CHECK_THAT(refusal(aSession(), {RemoveMotion{rotation}}), ContainsSubstring("no longer"));
        CHECK_THAT(refusal(aSession(), {RemoveTest{reflex}}), ContainsSubstring("no longer"));
        CHECK_THAT(refusal(aSession(), {RemoveHomeCare{stretch}}), ContainsSubstring("no longer"));
    }
}

SCENARIO("a session is dated back") {
    const auto start = kNow - std::chrono::hours{26};
    const auto dated = after(aSession(), {SetTimes{start, start + std::chrono::minutes{40}}});
    CHECK(dated.startedAt == start);
    CHECK(dated.writtenAt == kNow);
    CHECK(isLateEntry(dated));
    CHECK_FALSE(isLateEntry(aSession()));
    CHECK_FALSE(isLateEntry(after(aSession(), {SetTimes{kNow - std::chrono::hours{4}, {}}})));
    CHECK(isLateEntry(after(aSession(), {SetTimes{kNow - std::chrono::minutes{241}, {}}})));
    THEN("it does not end before it begins") {
        CHECK_THAT(refusal(aSession(), {SetTimes{start, start - std::chrono::seconds{1}}}),
                   ContainsSubstring("end before it begins"));
        CHECK(refusal(aSession(), {SetTimes{start, start}}).empty());
    }
}

SCENARIO("an edit that can't be is refused and nothing changes") {
    const auto session =
        after(aSession(), {PutFinding{aFindingOn("piriformis", 1)}, PutTreatment{aTreatmentAt(1)}});
    GIVEN("a signed session") {
        const auto frozen = signedAs(session, aSignature());
        CHECK_THAT(refusal(frozen, {SetCourse{Course::Same}}), ContainsSubstring("signed"));
        CHECK_THAT(refusal(frozen, {SetNote{NotePart::Plan, written("x")}}),
                   ContainsSubstring("addendum"));
    }
    GIVEN("a point that is not there") {
        CHECK_THAT(refusal(session, {RemoveFinding{aPoint(2).id}}),
                   ContainsSubstring("no longer in this session"));
        CHECK_THAT(refusal(session, {PutTreatment{aTreatmentAt(2, 9)}}),
                   ContainsSubstring("mark the point first"));
    }
    GIVEN("a treatment that is not there") {
        CHECK_THAT(refusal(session, {RemoveTreatment{aTreatmentAt(1, 9).id}}),
                   ContainsSubstring("no longer in this session"));
    }
    GIVEN("a point with treatments that is to go") {
        CHECK_THAT(refusal(session, {RemoveFinding{aPoint(1).id}}),
                   ContainsSubstring("Point 1 has treatments"));
        CHECK(refusal(session, removalOf(session, aPoint(1).id)).empty());
    }
    GIVEN("a number that another point has") {
        auto other = aFindingOn("piriformis", 2);
        other.point.number = 1;
        CHECK_THAT(refusal(session, {PutFinding{other}}),
                   ContainsSubstring("Number 1 belongs to another point"));
    }
    GIVEN("a step of which the last edit fails") {
        const SessionStep step{SetCourse{Course::Worse}, RemoveFinding{aPoint(2).id}};
        const auto before = session;
        CHECK_FALSE(refusal(session, step).empty());
        CHECK(session == before);
    }
}

TEST_CASE("taking a point out takes its treatments and no other") {
    const auto session =
        after(aSession(),
              {PutFinding{aFindingOn("piriformis", 1)}, PutFinding{aFindingOn("psoas_major", 2)},
               PutTreatment{aTreatmentAt(1, 0)}, PutTreatment{aTreatmentAt(2, 1)},
               PutTreatment{aTreatmentAt(1, 2)}, PutTreatment{aRegionTreatment()}});
    const auto left = after(session, removalOf(session, aPoint(1).id));
    CHECK(left.findings == std::vector{aFindingOn("psoas_major", 2)});
    CHECK(left.treatments == std::vector{aTreatmentAt(2, 1), aRegionTreatment()});
}
