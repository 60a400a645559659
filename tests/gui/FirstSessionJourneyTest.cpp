// SPDX-License-Identifier: MIT
// A patient's first session, charted whole: six points, two painted areas, three ranges of motion,
// notes, techniques and what comes next. Read back from the encrypted clinic.
#include "app/SessionPresenter.h"
#include "gui/ChartingPerson.h"
#include "gui/HoldTimer.h"
#include "gui/JourneyApp.h"
#include "gui/JourneyClinic.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <array>
#include <iostream>
#include <string>
#include <thread>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using journey::JourneyClinic;
using journey::theApp;
using Me = journey::ChartingPerson;

constexpr int kMostActions = 60;

struct Wanted {
    const char* muscle;
    Side side;
    int tenderness;
    State state;
};
/// From the skin inwards, so that each layer is chosen once.
constexpr std::array kWanted{Wanted{"gluteus_maximus", Side::Right, 6, State::Active},
                             Wanted{"latissimus_dorsi", Side::Right, 3, State::Latent},
                             Wanted{"gluteus_medius", Side::Right, 7, State::Active},
                             Wanted{"gluteus_medius", Side::Left, 4, State::Latent},
                             Wanted{"piriformis", Side::Right, 5, State::Active},
                             Wanted{"quadratus_lumborum", Side::Right, 8, State::Active}};

void placePoint(const Wanted& wanted, std::size_t count) {
    Me::clickMuscle(wanted.muscle, wanted.side);
    Me::waitFor("the point is placed and open",
                [count] { return Me::shown().points.size() == count && Me::shown().card; });
    Me::press(std::to_string(wanted.tenderness)); // the map has the focus: a digit rates the point
    Me::press(wanted.state == State::Active ? "a" : "l");
    Me::waitFor("it is rated", [&] {
        const Finding& finding = Me::shown().card->finding;
        return finding.tenderness == Tenderness::from(wanted.tenderness) &&
               finding.state == wanted.state;
    });
}

void treat(const char* technique, int after) {
    Me::chip("card.techniques", technique);
    Me::waitFor("the technique has its row",
                [] { return Me::find("treatment.0.after") != nullptr; });
    std::this_thread::sleep_for(std::chrono::milliseconds{1200}); // held
    Me::score("treatment.0.after", after);
    Me::waitFor("the answer is stored", [after] {
        return Me::shown().card->treatments.front().after == Tenderness::from(after);
    });
}

/// A stroke begins an area; it is the chosen one, which quality and intensity are told of.
void paint(const std::vector<Place>& way, const char* quality, int intensity, std::size_t count) {
    Me::dragBody(way);
    Me::waitFor("it is painted", [count] { return Me::shown().pain.areas.size() == count; });
    Me::chip("pain.bar.quality", quality);
    Me::score("pain.bar.intensity", intensity);
}

void measure(const char* line, std::size_t count) {
    Me::type(line);
    Me::press("Return");
    Me::waitFor(std::string{"“"} + line + "” is measured",
                [count] { return Me::shown().motions.size() == count; });
}

} // namespace

TEST_CASE(
    "a first session with six points, two areas and three motions takes at most sixty actions",
    "[journey][charting]") {
    JourneyClinic clinic;
    clinic.openPatient();
    Me::beginCount();
    Me::press("F2");
    Me::waitFor("the chart is open", [] { return Me::find("chart.map") != nullptr; });
    Me::chip("visit.consent", "Consent to treatment");
    Me::score("pain.now", 6);
    Me::click("life.open");
    Me::score("pain.best", 2);
    Me::score("pain.worst", 8);
    Me::fill("note.subjective.editor.field", "Since lifting a box, stiff in the morning.");

    for (std::size_t i = 0; i < kWanted.size(); ++i) {
        placePoint(kWanted[i], i + 1);
        if (i == 2) {
            treat("Pressure release", 4);
        }
    }
    treat("Ischaemic compression", 5);

    Me::segment("map.mode", 1);
    Me::waitFor("the map paints", [] { return Me::shown().pain.painting; });
    paint({{430, 790}, {440, 850}}, "Burning", 6, 1);
    paint({{330, 660}, {380, 665}}, "Tingling", 4, 2);
    Me::segment("map.mode", 0);
    Me::waitFor("points again", [] { return !Me::shown().pain.painting; });

    Me::click("measures.line.field");
    measure("lumbar flexion 40 pain 3", 1);
    measure("lumbar sb r 18 p 22 pain 4", 2);
    measure("lumbar sb l 25", 3);
    Me::fill("note.assessment.editor.field", "Myofascial low back pain on the right.");
    Me::score("pain.after", 3);
    Me::chip("reaction", "None");
    const std::string proposal = Me::see([] { return Me::shown().visit.nextVisits.at(0).first; });
    Me::chip("visit.next", proposal);
    Me::click("session.sign");
    Me::waitFor("one is asked", [] { return Me::find("sign.accept") != nullptr; });
    Me::click("sign.accept");
    Me::waitFor("the session is frozen", [] { return Me::shown().frozen; });
    const journey::Actions actions = Me::actions();
    std::cout << "first session actions: " << actions.total() << " (" << actions.scrolls
              << " turns of the wheel beside them)" << std::endl;
    CHECK(actions.total() <= kMostActions);
    CHECK(actions.total() >= 20); // it can't be done in fewer: something was not counted

    const Session stored = clinic.stored();
    CHECK(stored.consent == TodayConsent::Given);
    CHECK(stored.painNow == PainScore::from(6));
    CHECK(stored.painBest == PainScore::from(2));
    CHECK(stored.painWorst == PainScore::from(8));
    CHECK(stored.painAfter == PainScore::from(3));
    REQUIRE(stored.findings.size() == kWanted.size());
    for (std::size_t i = 0; i < kWanted.size(); ++i) {
        INFO(kWanted[i].muscle);
        CHECK(stored.findings[i].muscle.text() == kWanted[i].muscle);
        CHECK(stored.findings[i].side == kWanted[i].side);
        CHECK(stored.findings[i].tenderness == Tenderness::from(kWanted[i].tenderness));
        CHECK(stored.findings[i].state == kWanted[i].state);
        CHECK(stored.findings[i].point.number == static_cast<int>(i) + 1);
    }
    REQUIRE(stored.treatments.size() == 2);
    CHECK(stored.treatments[0].technique.text() == "pressure_release");
    CHECK(isAt(stored.treatments[0], stored.findings[2].point.id));
    CHECK(stored.treatments[0].tendernessAfter == Tenderness::from(4));
    CHECK(stored.treatments[1].technique.text() == "ischaemic_compression");
    CHECK(isAt(stored.treatments[1], stored.findings[5].point.id));
    CHECK(stored.treatments[1].tendernessAfter == Tenderness::from(5));
    REQUIRE(stored.painAreas.size() == 2);
    CHECK(stored.painAreas[0].quality == PainQuality::Burning);
    CHECK(stored.painAreas[0].intensity == PainScore::from(6));
    CHECK_FALSE(stored.painAreas[0].shape.empty());
    CHECK(stored.painAreas[1].quality == PainQuality::Tingling);
    CHECK(stored.painAreas[1].intensity == PainScore::from(4));
    REQUIRE(stored.motions.size() == 3);
    CHECK(stored.motions[0].at.motion.text() == "lumbar.flexion");
    CHECK(stored.motions[0].active == 40.0);
    CHECK(stored.motions[0].pain == PainScore::from(3));
    CHECK(stored.motions[1].at.motion.text() == "lumbar.lateral_flexion");
    CHECK(stored.motions[1].at.side == Side::Right);
    CHECK(stored.motions[1].active == 18.0);
    CHECK(stored.motions[1].passive == 22.0);
    CHECK(stored.motions[1].pain == PainScore::from(4));
    CHECK(stored.motions[2].at.side == Side::Left);
    CHECK(stored.motions[2].active == 25.0);
    CHECK(noteOf(stored, NotePart::Subjective).text ==
          "Since lifting a box, stiff in the morning.");
    CHECK(noteOf(stored, NotePart::Assessment).text == "Myofascial low back pain on the right.");
    CHECK_THAT(noteOf(stored, NotePart::Objective).text, ContainsSubstring("gluteus medius"));
    CHECK_THAT(noteOf(stored, NotePart::Treatment).text, ContainsSubstring("quadratus lumborum"));
    REQUIRE(stored.reaction);
    CHECK(stored.reaction->grade == ReactionGrade::None);
    CHECK(stored.nextVisit);
    CHECK(isSigned(stored));
    CHECK(clinic.isSound());
    theApp().close();
}
