// SPDX-License-Identifier: MIT
// The program beside itself: killed while one charts, and twice on one clinic.
#include "app/SessionPresenter.h"
#include "gui/ChartPage.h"
#include "gui/ChartingPerson.h"
#include "gui/JourneyApp.h"
#include "gui/JourneyClinic.h"
#include "gui/MainFrame.h"
#include "gui/OtherProgram.h"
#include "gui/ScoreStrip.h"
#include "gui/TextBlock.h"
#include "gui/Words.h"
#include "support/Builders.h"

#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <wx/textctrl.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <iostream>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace palpate;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using journey::JourneyClinic;
using journey::OtherProgram;
using journey::theApp;
using Steady = std::chrono::steady_clock;
using Me = journey::ChartingPerson;

constexpr int kKills = 10;
constexpr auto kPromised = 300ms;
constexpr const char* kField = "note.subjective.editor.field";

[[nodiscard]] std::string clinicName() {
    return test::aClinicProfile().name;
}

/// Where things stand on the screen.
struct Places {
    wxPoint note;
    std::vector<wxPoint> scores; ///< of the pain now, 0 to 10
};

[[nodiscard]] Places placesNow() {
    Me::waitFor("the page is at rest", [] {
        return Me::find(kField) && Me::find("pain.now") && theApp().frame()->IsActive();
    });
    std::this_thread::sleep_for(200ms);
    return Me::see([] {
        const auto middle = [](wxWindow& window, wxRect area) {
            return window.ClientToScreen(
                wxPoint{area.x + area.width / 2, area.y + area.height / 2});
        };
        Places places;
        auto& note = Me::the<wxWindow>(kField);
        places.note = middle(note, wxRect{note.GetClientSize()});
        auto& strip = Me::the<gui::ScoreStrip>("pain.now");
        for (int score = 0; score <= 10; ++score) {
            places.scores.push_back(middle(strip, strip.boxArea(score)));
        }
        return places;
    });
}

/// Until the other program has the session open, and its page is at rest.
void waitForCharting(const JourneyClinic& clinic, const OtherProgram& program) {
    for (const auto start = Steady::now(); !clinic.isCharted();) {
        if (Steady::now() - start > 20s) {
            throw journey::Stuck{"the other program opens no session"};
        }
        std::this_thread::sleep_for(30ms);
    }
    program.waitForRest();
}

/// What one has done and when the X server had it.
struct Typed {
    char letter;
    Steady::time_point at;
};
struct Clicked {
    int score;
    Steady::time_point at;
};
struct Log {
    std::vector<Typed> letters;
    std::vector<Clicked> clicks;
};

/// Types and clicks until `ended`.
void chart(const OtherProgram& program, const Places& places, std::mt19937& any,
           std::optional<int> painNow, const std::atomic<bool>& ended, Log& log) {
    const auto upTo = [&](int least, int most) {
        return std::uniform_int_distribution{least, most}(any);
    };
    while (!ended) {
        program.click(places.note);
        program.press("ctrl+End");
        for (int letters = upTo(3, 14); letters > 0 && !ended; --letters) {
            const char letter = static_cast<char>('a' + upTo(0, 25));
            program.press(std::string(1, letter));
            log.letters.push_back({letter, Steady::now()});
            std::this_thread::sleep_for(std::chrono::milliseconds{upTo(0, 60)});
        }
        if (!ended) {
            const int score = (painNow.value_or(0) + upTo(1, 10)) % 11; // never the same again
            program.click(places.scores.at(static_cast<std::size_t>(score)));
            log.clicks.push_back({score, Steady::now()});
            painNow = score;
        }
    }
}

/// Charts for a random while, kills the program in the middle of it, and compares what is stored.
/// Gives how many letters were typed.
std::size_t chartAndKill(const JourneyClinic& clinic, OtherProgram& program, const Places& places,
                         std::mt19937& any) {
    const Session before = clinic.stored();
    std::atomic<bool> ended = false;
    Steady::time_point killed;
    const auto life = std::chrono::milliseconds{std::uniform_int_distribution{300, 2200}(any)};
    Log log;
    std::thread killer{[&] {
        std::this_thread::sleep_for(life);
        killed = Steady::now();
        program.kill();
        ended = true;
    }};
    const std::optional<int> pain =
        before.painNow ? std::optional{before.painNow->value()} : std::nullopt;
    try {
        chart(program, places, any, pain, ended, log);
    } catch (const journey::Stuck&) {
        ended = true; // a key for a window that is gone already
    }
    killer.join();
    program.waitForEnd();

    const Session after = clinic.stored();
    CHECK(clinic.allStored().size() == 1);
    CHECK(after.id == before.id);
    const std::string start = noteOf(before, NotePart::Subjective).text;
    const std::string now = noteOf(after, NotePart::Subjective).text;
    std::string all = start;
    std::size_t promised = start.size();
    for (const Typed& typed : log.letters) {
        all += typed.letter;
        if (killed - typed.at > kPromised) {
            promised = all.size();
        }
    }
    INFO("typed “" << all << "”, promised " << promised << " letters of it, stored “" << now
                   << "”");
    CHECK(all.compare(0, now.size(), now) == 0); // what is there was typed, and nothing between
    CHECK(now.size() >= promised);
    std::vector<std::optional<int>> possible{pain};
    for (const Clicked& click : log.clicks) {
        if (killed - click.at > kPromised) {
            possible.clear();
        }
        possible.emplace_back(click.score);
    }
    const std::optional<int> stored =
        after.painNow ? std::optional{after.painNow->value()} : std::nullopt;
    CHECK(std::find(possible.begin(), possible.end(), stored) != possible.end());
    return log.letters.size();
}

void waitForBanner(bool shown) {
    Me::waitFor(shown ? "one is told who charts it" : "it is free to chart", [shown] {
        return (Me::find("session.takeOver") != nullptr) == shown &&
               Me::shown().holder.has_value() == shown;
    });
}

} // namespace

TEST_CASE("a program killed while one charts loses no keystroke older than 300 ms",
          "[journey][charting][kill]") {
    std::mt19937 any{Catch::getSeed()};
    JourneyClinic clinic;
    clinic.openChart(); // remembers who signs in
    const Places usual = placesNow();
    theApp().close();
    std::size_t typed = 0;
    {
        OtherProgram program{{clinic.folder().string(), "--patient", clinic.patient().text()}};
        program.signIn(JourneyClinic::password(), clinicName());
        program.press("F2");
        waitForCharting(clinic, program);
        typed += chartAndKill(clinic, program, usual, any);
    }
    // The same session opens by itself, as it was left, with a word about what happened above it.
    const Session left = clinic.stored();
    theApp().open({clinic.folder().string()});
    Me::fill("signIn.password", JourneyClinic::password());
    Me::press("Return");
    Me::waitFor("the session is open by itself",
                [] { return Me::find("chart.map") && Me::find("notice.text"); });
    CHECK(Me::see([] { return Me::shown().id; }) == left.id);
    CHECK(Me::see([] {
              return noteOf(Me::the<gui::ChartPage>("chart").presenter()->session(),
                            NotePart::Subjective)
                  .text;
          }) == noteOf(left, NotePart::Subjective).text);
    const Places belowTheWord = placesNow();
    theApp().close();
    {
        OtherProgram program{{clinic.folder().string(), "--patient", clinic.patient().text()}};
        program.signIn(JourneyClinic::password(), clinicName());
        program.press("F2");
        waitForCharting(clinic, program);
        typed += chartAndKill(clinic, program, usual, any);
    }
    for (int kills = 2; kills < kKills; ++kills) {
        INFO("kill " << kills + 1);
        OtherProgram program{{clinic.folder().string()}};
        program.signIn(JourneyClinic::password(), clinicName());
        waitForCharting(clinic, program); // the session opens by itself
        typed += chartAndKill(clinic, program, belowTheWord, any);
    }
    const std::size_t stored = noteOf(clinic.stored(), NotePart::Subjective).text.size();
    std::cout << "killed " << kKills << " times: " << typed << " letters typed, " << stored
              << " stored" << std::endl;
    CHECK(stored >= 10);
    CHECK(clinic.isSound());
}

TEST_CASE("of two windows on one session the second reads, takes over knowingly, and the first is "
          "told",
          "[journey][charting][two]") {
    JourneyClinic clinic;
    clinic.openPatient(); // remembers who signs in
    theApp().close();
    OtherProgram first{{clinic.folder().string(), "--patient", clinic.patient().text()}};
    first.signIn(JourneyClinic::password(), clinicName());
    first.press("F2");
    waitForCharting(clinic, first);
    first.press("5"); // the first question has the focus: pain now
    const auto waitForStored = [&](const char* what, const auto& holds) {
        for (const auto start = Steady::now(); !holds(clinic.stored());) {
            if (Steady::now() - start > 10s) {
                throw journey::Stuck{std::string{"waited in vain: "} + what};
            }
            std::this_thread::sleep_for(50ms);
        }
    };
    waitForStored("the first window's pain",
                  [](const Session& session) { return session.painNow == PainScore::from(5); });

    // The second one is told, and reads.
    clinic.openPatient();
    Me::press("F2");
    waitForBanner(true);
    CHECK(Me::see([] { return Me::shown().holder->name; }) == test::aPractitioner().displayName);
    CHECK_THAT(
        Me::see([] { return gui::fromWx(Me::the<gui::TextBlock>("session.holder.words").text()); }),
        ContainsSubstring(test::aPractitioner().displayName));
    CHECK(Me::see([] { return Me::the<gui::ScoreStrip>("pain.now").value(); }) == 5);
    CHECK(Me::see([] { return !Me::the<wxWindow>("pain.now").IsThisEnabled(); }));
    CHECK(Me::see([] { return !Me::the<wxTextCtrl>(kField).IsEditable(); }));
    // It sees what the first one charts, without being touched.
    first.comeToFront();
    first.press("6");
    Me::waitFor("the reader sees it",
                [] { return Me::the<gui::ScoreStrip>("pain.now").value() == 6; });
    journey::bringToFront(clinicName());
    Me::waitFor("the window is active", [] { return theApp().frame()->IsActive(); });
    const Session before = clinic.stored();
    Me::clickMuscle("gluteus_medius", Side::Right);
    std::this_thread::sleep_for(300ms);
    CHECK(clinic.stored() == before);

    // It takes over, knowingly.
    const wxPoint takeOver = Me::see([] {
        auto& button = Me::the<wxWindow>("session.takeOver");
        return button.ClientToScreen(
            wxPoint{button.GetClientSize().x / 2, button.GetClientSize().y / 2});
    });
    Me::click("session.takeOver");
    waitForBanner(false);
    Me::fill(kField, "Ache since Monday.");
    Me::waitFor("it is stored",
                [] { return Me::shown().notes[0].note.text == "Ache since Monday."; });

    // The first one can't write over it, is told, and takes it back where the second one did.
    first.comeToFront();
    first.press("3");
    std::this_thread::sleep_for(600ms);
    CHECK(clinic.stored().painNow == PainScore::from(6));
    first.click(takeOver);
    std::this_thread::sleep_for(600ms);
    first.press("F6");

    // Now it is this one that is told, without being touched; what it had stored is all there.
    waitForBanner(true);
    journey::bringToFront(clinicName());
    Me::waitFor("the window is active", [] { return theApp().frame()->IsActive(); });
    CHECK(Me::see([] { return !Me::the<wxWindow>("pain.now").IsThisEnabled(); }));
    CHECK(Me::see([] { return Me::the<gui::ScoreStrip>("pain.now").value(); }) == 6);
    const Session after = clinic.stored();
    CHECK(after.painNow == PainScore::from(6));
    CHECK(noteOf(after, NotePart::Subjective).text == "Ache since Monday.");

    // When the first one ends, it is free for whoever is at this window, by itself.
    first.kill();
    first.waitForEnd();
    waitForBanner(false);
    Me::score("pain.now", 2);
    Me::waitFor("it is stored", [] { return Me::shown().painNow == PainScore::from(2); });
    CHECK(clinic.stored().painNow == PainScore::from(2));
    theApp().close();
}
