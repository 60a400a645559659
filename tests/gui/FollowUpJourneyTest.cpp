// SPDX-License-Identifier: MIT
// The next session of a patient with three points, one of them treated with held pressure: how many
// actions it takes by mouse, that keys alone do it, and that fingers alone do it. Everything is
// read back from the encrypted clinic.
#include "app/SessionPresenter.h"
#include "gui/ChartingPerson.h"
#include "gui/HoldTimer.h"
#include "gui/JourneyApp.h"
#include "gui/JourneyClinic.h"
#include "gui/ThemeMemory.h"
#include "gui/Words.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <string>
#include <thread>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using journey::JourneyClinic;
using journey::theApp;
using Me = journey::ChartingPerson;

constexpr int kMostActions = 10;
constexpr std::chrono::milliseconds kHeld{1600};

[[nodiscard]] Finding found(const char* muscle, int number, int tender, State state) {
    Finding finding = test::aFindingOn(muscle, number);
    finding.tenderness = test::tenderness(tender);
    finding.state = state;
    return finding;
}

/// A clinic whose patient had three open points a week ago.
struct ThreePoints : JourneyClinic {
    ThreePoints() {
        addSigned(7,
                  {found("quadratus_lumborum", 1, 7, State::Active),
                   found("gluteus_medius", 2, 4, State::Latent),
                   found("piriformis", 3, 5, State::Active)},
                  {});
        openPatient();
    }
};

[[nodiscard]] std::string focused() {
    return Me::see([] {
        const wxWindow* const window = wxWindow::FindFocus();
        return window ? gui::fromWx(window->GetName()) : std::string{};
    });
}

/// Presses the key until the control has the focus.
void goTo(const char* control, const char* key, int most) {
    for (int times = 0; focused() != control; ++times) {
        REQUIRE(times < most);
        const std::string before = focused();
        Me::press(key);
        Me::waitFor("the focus moves on from " + before, [&] {
            const wxWindow* const window = wxWindow::FindFocus();
            return window && gui::fromWx(window->GetName()) != before;
        });
    }
}

void waitForGhosts() {
    Me::waitFor("the chart is open with three points of last time",
                [] { return Me::find("chart.map") && Me::shown().ghosts.size() == 3; });
}

void waitForPain(std::optional<PainScore> app::SessionView::*which, int value) {
    Me::waitFor("the pain is taken", [=] { return Me::shown().*which == PainScore::from(value); });
}

void waitForTenderness(int value) {
    Me::waitFor("the point is rated", [value] {
        const auto& card = Me::shown().card;
        return card && card->finding.tenderness == Tenderness::from(value);
    });
}

/// The pressure is held: the timer that the technique began runs meanwhile.
void holdPressure() {
    Me::waitFor("the timer runs", [] { return Me::shown().hold.has_value(); });
    std::this_thread::sleep_for(kHeld);
    CHECK(Me::see([] { return Me::the<gui::HoldTimer>("hold.timer").isRunning(); }));
}

void waitForAnswer(int after) {
    Me::waitFor("the answer is stored, and the timer with it", [after] {
        const auto& card = Me::shown().card;
        return card && !Me::shown().hold && card->treatments.size() == 1 &&
               card->treatments.front().after == Tenderness::from(after);
    });
}

void waitForNoneToSettle() {
    Me::waitFor("every point is settled",
                [] { return Me::shown().toSettle == 0 && Me::shown().points.size() == 3; });
}

void waitForSignature() {
    Me::waitFor("the session is frozen", [] { return Me::shown().frozen; });
}

[[nodiscard]] double heldSeconds(const Treatment& treatment) {
    const auto held =
        std::find_if(treatment.dose.begin(), treatment.dose.end(),
                     [](const auto& each) { return each.field.text() == "duration_s"; });
    return held == treatment.dose.end() ? 0 : std::get<double>(held->value);
}

/// What all three ways must have left on the disk: pain 4 then 2, the first point 5 then 3 by
/// pressure release, the others as last time, three paragraphs, a signature.
void checkStored(const JourneyClinic& clinic) {
    const Session stored = clinic.stored();
    CHECK(clinic.allStored().size() == 2);
    CHECK(stored.painNow == PainScore::from(4));
    CHECK(stored.painAfter == PainScore::from(2));
    REQUIRE(stored.findings.size() == 3);
    CHECK(stored.findings[0].point == test::aPoint(1));
    CHECK(stored.findings[0].tenderness == Tenderness::from(5));
    CHECK_FALSE(stored.findings[0].settled); // its value says how it is
    CHECK(stored.findings[1].settled == Settled::Still);
    CHECK(stored.findings[1].tenderness == Tenderness::from(4));
    CHECK(stored.findings[1].state == State::Latent);
    CHECK(stored.findings[2].settled == Settled::Still);
    CHECK(stored.findings[2].tenderness == Tenderness::from(5));
    CHECK(stored.findings[2].state == State::Active);
    REQUIRE(stored.treatments.size() == 1);
    const Treatment& treatment = stored.treatments[0];
    CHECK(treatment.technique.text() == "pressure_release");
    CHECK(isAt(treatment, test::aPoint(1).id));
    CHECK(treatment.tendernessAfter == Tenderness::from(3));
    CHECK(heldSeconds(treatment) >= 1);
    CHECK(heldSeconds(treatment) <= 20); // a slow machine's clicks lie in it too
    for (const NotePart part : {NotePart::Objective, NotePart::Treatment, NotePart::Plan}) {
        CHECK(noteOf(stored, part).authorship == Authorship::Composed);
    }
    const std::string& objective = noteOf(stored, NotePart::Objective).text;
    CHECK_THAT(objective, ContainsSubstring("right quadratus lumborum"));
    CHECK_THAT(objective, ContainsSubstring("tenderness 5/10, was 7"));
    CHECK_THAT(objective, ContainsSubstring("right gluteus medius"));
    CHECK_THAT(objective, ContainsSubstring("right piriformis"));
    const std::string& treated = noteOf(stored, NotePart::Treatment).text;
    CHECK_THAT(treated, ContainsSubstring("right quadratus lumborum"));
    CHECK_THAT(treated, ContainsSubstring("3"));
    CHECK_FALSE(noteOf(stored, NotePart::Plan).text.empty());
    REQUIRE(stored.signature);
    CHECK(stored.signature->by == test::aPractitioner().id);
    CHECK(clinic.isSound()); // digest and signature fit what is stored
}

} // namespace

TEST_CASE("a follow-up with three carried points is charted and signed in ten actions",
          "[journey][charting]") {
    ThreePoints clinic;
    Me::beginCount();
    Me::press("F2");
    waitForGhosts();
    Me::score("pain.now", 4);
    waitForPain(&app::SessionView::painNow, 4);
    Me::click("point.0");
    Me::waitFor("the point is open", [] { return Me::shown().card.has_value(); });
    Me::score("card.tenderness", 5);
    waitForTenderness(5);
    Me::chip("card.techniques", "Pressure release");
    holdPressure();
    Me::score("treatment.0.after", 3);
    waitForAnswer(3);
    Me::click("points.others");
    waitForNoneToSettle();
    Me::score("pain.after", 2);
    waitForPain(&app::SessionView::painAfter, 2);
    Me::click("session.sign");
    Me::waitFor("one is asked", [] { return Me::find("sign.accept") != nullptr; });
    Me::click("sign.accept");
    waitForSignature();
    const journey::Actions actions = Me::actions();
    std::cout << "follow-up actions: " << actions.total() << " (" << actions.scrolls
              << " turns of the wheel beside them)" << std::endl;
    CHECK(actions.total() <= kMostActions);
    checkStored(clinic);
    theApp().close();
}

TEST_CASE("the whole follow-up goes by keyboard alone", "[journey][charting][keyboard]") {
    ThreePoints clinic;
    Me::beginCount();
    Me::press("F2");
    waitForGhosts();
    Me::waitFor("the first question has the focus", [] {
        const wxWindow* const window = wxWindow::FindFocus();
        return window && window->GetName() == "pain.now";
    });
    Me::press("4");
    waitForPain(&app::SessionView::painNow, 4);
    Me::press("F3"); // the first point that is to be settled
    Me::press("5");
    waitForTenderness(5);
    goTo("card.techniques", "Tab", 15);
    const auto to = Me::see([] {
        const auto& all = Me::shown().card->techniques;
        return std::find_if(all.begin(), all.end(),
                            [](const auto& each) { return each.label == "Pressure release"; }) -
               all.begin();
    });
    REQUIRE(to < 5); // one of this profession's usual ones
    for (auto chip = to; chip > 0; --chip) {
        Me::press("Right");
    }
    Me::press("space");
    holdPressure();
    goTo("treatment.0.after", "Tab", 10);
    Me::press("3");
    waitForAnswer(3);
    Me::press("ctrl+Return");
    waitForNoneToSettle();
    goTo("pain.after", "F6", 12);
    CHECK(Me::see([] { return wxWindow::FindFocus()->IsShownOnScreen(); }));
    Me::press("2");
    waitForPain(&app::SessionView::painAfter, 2);
    Me::press("F9");
    Me::waitFor("one is asked", [] { return Me::find("sign.accept") != nullptr; });
    Me::press("Return");
    waitForSignature();
    const journey::Actions actions = Me::actions();
    std::cout << "follow-up by keyboard alone: " << actions.keys << " keys" << std::endl;
    CHECK(actions.clicks + actions.drags + actions.scrolls + actions.moves == 0);
    checkStored(clinic);
    theApp().close();
}

TEST_CASE("the whole follow-up goes by single taps of a finger on large controls",
          "[journey][charting][touch]") {
    ThreePoints clinic;
    Me::see([] { gui::chooseLargeControls(true); });
    Me::beginCount();
    Me::tap("overview.start");
    waitForGhosts();
    Me::tapScore("pain.now", 4);
    waitForPain(&app::SessionView::painNow, 4);
    Me::tap("point.0");
    Me::waitFor("the point is open", [] { return Me::shown().card.has_value(); });
    Me::tapScore("card.tenderness", 5);
    waitForTenderness(5);
    Me::tapChip("card.techniques", "Pressure release");
    holdPressure();
    Me::tapScore("treatment.0.after", 3);
    waitForAnswer(3);
    // One by its word, the rest at once.
    Me::tapChip("point.1.settle", "Still");
    Me::waitFor("one is left", [] { return Me::shown().toSettle == 1; });
    Me::tap("points.others");
    waitForNoneToSettle();
    Me::tapScore("pain.after", 2);
    waitForPain(&app::SessionView::painAfter, 2);
    Me::tap("session.sign");
    Me::waitFor("one is asked", [] { return Me::find("sign.accept") != nullptr; });
    Me::tap("sign.accept");
    waitForSignature();
    const journey::Actions actions = Me::actions();
    std::cout << "follow-up by touch alone: " << actions.clicks << " taps" << std::endl;
    CHECK(actions.keys + actions.texts + actions.drags == 0);
    checkStored(clinic);
    Me::see([] { gui::chooseLargeControls(false); });
    theApp().close();
}
