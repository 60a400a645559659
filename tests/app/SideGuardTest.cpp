// SPDX-License-Identifier: MIT
#include "app/SideGuard.h"

#include "app/OpenClinic.h"
#include "app/PainWords.h"
#include "app/Sentences.h"
#include "app/VariedVisit.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace palpate::app {

namespace {

constexpr auto kLeft = Side::Left;
constexpr auto kRight = Side::Right;
constexpr auto kMiddle = Side::Middle;

[[nodiscard]] const reference::Reference& tables() {
    return test::shippedKnowledge().reference();
}

/// What is warned of, as the message shows it: "left soleus; right soleus".
[[nodiscard]] std::string warned(const std::string& text, const Session& session,
                                 std::vector<std::pair<RegionKey, Side>> painted = {}) {
    std::string all;
    for (const auto& warning : sideWarnings(text, session, tables(), painted)) {
        all += (all.empty() ? "" : "; ") + warning.arguments.at(0);
    }
    return all;
}

struct Said {
    const char* text;
    const char* warned;
};

/// All on the right.
[[nodiscard]] Session rightSession() {
    test::Visit visit{0};
    visit.point("quadratus_lumborum", kRight, State::Active, 6)
        .point("infraspinatus", kRight, State::Active, 6)
        .motion("shoulder.flexion", kRight, 150)
        .test("straight_leg_raise", kRight, "positive", 60)
        .palpate("passive_intervertebral", test::jointSite("C5"), kRight, "stiff")
        .treatJoint("sacroiliac", kRight, "joint_mobilisation")
        .treatRegion("knee_anterior", kRight, "heat_application")
        .treatMuscle("soleus", kRight, "static_stretch");
    return visit.session();
}

} // namespace

TEST_CASE("a side in the text that the session has on the other side only is noticed") {
    const auto session = rightSession();
    const auto said = GENERATE(
        Said{"The left quadratus lumborum was tight.", "left quadratus lumborum"},
        Said{"L QL tight", "left quadratus lumborum"}, Said{"QL left.", "left quadratus lumborum"},
        Said{"QL tight on the left, better than before", "left quadratus lumborum"},
        Said{"L/R QL", "left quadratus lumborum"},
        Said{"Left and right QL tender", "left quadratus lumborum"},
        Said{"SLR positive on the left", "left straight-leg raise"},
        Said{"Left straight-leg raise positive at 60 degrees", "left straight-leg raise"},
        Said{"SLR positive on the right and left", "left straight-leg raise"},
        Said{"Shoulder flexion left 150", "left shoulder flexion"},
        Said{"C5 left stiff", "left C5"}, Said{"C5 was stiff on the left side", "left C5"},
        Said{"Mobilised the left SIJ", "left sacroiliac joint"},
        Said{"Heat to the left knee", "left knee"},
        Said{"left foot and left soleus", "left soleus"},
        Said{"Left IS active", "left infraspinatus"});
    CAPTURE(said.text);
    CHECK(warned(said.text, session) == said.warned);
}

TEST_CASE("what is no side, or is the right one, is left in peace") {
    const auto session = rightSession();
    const auto* text = GENERATE(
        "The right QL and the left leg.", "R QL", "Right infraspinatus; left is fine.",
        "She left the clinic.", "The patient left QL exercises out.", "We left QL alone.",
        "QL left alone today.", "QL released right away.", "All right, QL is better.",
        "QL all right", "Drank 2 l, QL better", "all qls are fine", "QL, left leg numb",
        "QL. Left knees up", "Soleus stretched, then left. SLR negative",
        "QL right, left gluteus medius not looked at", "Shoulder flexion right 150",
        "Straight-leg raise positive on the right", "right SIJ", "C5 right", "bilateral QL");
    CAPTURE(text);
    CHECK(warned(text, session).empty());
}

TEST_CASE("a thing that is marked on both sides or in the middle may be said of either") {
    test::Visit visit{0};
    visit.point("soleus", kLeft, State::Active, 5)
        .point("soleus", kRight, State::Active, 5)
        .point("linea_alba", kMiddle, State::Active, 5)
        .treatJoint("C5", kMiddle, "joint_mobilisation");
    for (const auto* text :
         {"left soleus", "right soleus", "left linea alba", "C5 left", "C5 right"}) {
        CHECK(warned(text, visit.session()).empty());
    }
}

TEST_CASE("a short form of several muscles is wrong only when none of them is on that side") {
    test::Visit visit{0};
    visit.point("gluteus_medius", kLeft, State::Active, 5);
    CHECK(warned("right GM", visit.session()) == "right gluteus medius");
    visit.point("gluteus_maximus", kRight, State::Active, 5);
    CHECK(warned("right GM", visit.session()).empty());
    CHECK(warned("right gluteus medius", visit.session()) == "right gluteus medius");
}

TEST_CASE("a region under drawn pain is guarded by its common name") {
    const auto session = test::aSession();
    const std::vector<std::pair<RegionKey, Side>> painted{
        {test::key<RegionKey>("lumbar"), kRight}, {test::key<RegionKey>("buttock_upper"), kRight}};
    CHECK(warned("Pain in the left low back", session, painted) == "left low back");
    CHECK(warned("Pain in the left buttock", session, painted) == "left buttock");
    CHECK(warned("Pain in the right low back, left knee too", session, painted).empty());
    CHECK(warned("Pain in the left low back", session).empty());
}

TEST_CASE("no composed paragraph contradicts its own session") {
    const auto& map = test::shippedKnowledge().map();
    for (const auto& varied : test::variedSessions()) {
        CAPTURE(varied.name);
        const auto drawn = drawnPain(map, varied.session.painAreas);
        std::vector<std::pair<RegionKey, Side>> painted;
        for (const auto& part : drawn.parts) {
            painted.insert(painted.end(), part.regions.begin(), part.regions.end());
        }
        const auto check = [&](const std::string& text) {
            CAPTURE(text);
            CHECK(warned(text, varied.session, painted).empty());
        };
        check(composedObjective(varied.session, varied.earlier, tables(),
                                composedPain(varied.session.painAreas, drawn, std::nullopt)));
        check(composedTreatment(varied.session, tables()));
        check(composedPlan(varied.session, tables()));
        check(checkInSentence(varied.session, varied.earlier));
    }
}

} // namespace palpate::app
