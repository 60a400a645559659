// SPDX-License-Identifier: MIT
// What a session meets beside its entries: an alert against a technique, a day that is set back,
// a signature over gaps, a word added afterwards.
#include "app/SessionPresenter.h"
#include "domain/Calendar.h"
#include "gui/ChartingPerson.h"
#include "gui/JourneyApp.h"
#include "gui/JourneyClinic.h"
#include "gui/MainFrame.h"
#include "gui/PillButton.h"
#include "gui/TextBlock.h"
#include "gui/Words.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <chrono>
#include <string>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using journey::JourneyClinic;
using journey::theApp;
using Me = journey::ChartingPerson;

[[nodiscard]] std::string textOf(const wxString& block) {
    return Me::see([&] { return gui::fromWx(Me::the<gui::TextBlock>(block).text()); });
}

[[nodiscard]] app::TechniqueChip techniqueOf(const char* label) {
    return Me::see([label] {
        const auto& all = Me::shown().card.value().techniques;
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const auto& each) { return each.label == label; });
        if (found == all.end()) {
            throw journey::Stuck{std::string{"there is no technique "} + label};
        }
        return *found;
    });
}

void waitForQuestion(bool asked) {
    Me::waitFor(asked ? "it is asked" : "it is asked no more", [asked] {
        return (Me::find("card.caution") != nullptr) == asked &&
               Me::shown().asking.has_value() == asked;
    });
}

/// All lines of the list under that name in the open dialog.
[[nodiscard]] std::string linesOf(const wxString& name) {
    return Me::see([&] {
        std::string all;
        for (int i = 0; wxWindow* const line = Me::find(name + wxString::Format(".%d", i)); ++i) {
            all += gui::fromWx(dynamic_cast<gui::TextBlock&>(*line).text()) + "\n";
        }
        return all;
    });
}

} // namespace

TEST_CASE("who goes on against an alert gives a reason, and who does not stores nothing",
          "[journey][charting]") {
    JourneyClinic clinic;
    clinic.giveAlert("anticoagulant", "apixaban");
    clinic.openChart();
    Me::clickMuscle("gluteus_medius", Side::Right);
    Me::waitFor("the point is open", [] { return Me::shown().card.has_value(); });
    Me::press("6 a");
    Me::waitFor("it is rated", [] { return Me::shown().card->finding.state.has_value(); });

    // Told before it is chosen.
    const app::TechniqueChip needling = techniqueOf("Dry needling");
    CHECK(needling.mark == app::CautionMark::Weigh);
    CHECK_THAT(needling.caution, ContainsSubstring("Anticoagulant"));
    Me::chip("card.techniques", "More …");
    Me::waitFor("all techniques are there", [] {
        return gui::fromWx(Me::the<gui::TextBlock>("card.cautions").text()).find("Dry needling") !=
               std::string::npos;
    });
    CHECK_THAT(textOf("card.cautions"), ContainsSubstring("Anticoagulant"));

    Me::chip("card.techniques", "Dry needling");
    waitForQuestion(true);
    CHECK_THAT(textOf("card.caution.heading"), ContainsSubstring("Dry needling"));
    CHECK_THAT(textOf("card.caution.line.0"), ContainsSubstring("apixaban"));
    CHECK(clinic.stored().treatments.empty());
    Me::click("card.caution.holdBack");
    waitForQuestion(false);
    CHECK(clinic.stored().treatments.empty());

    Me::chip("card.techniques", "Dry needling");
    waitForQuestion(true);
    Me::click("card.caution.goOn"); // without a reason
    Me::waitFor("a reason is asked for",
                [] { return Me::find("card.caution.missing") != nullptr; });
    CHECK(clinic.stored().treatments.empty());
    Me::fill("card.caution.reason.field", "INR 2.1 today, superficial only");
    Me::press("Return");
    waitForQuestion(false);
    Me::waitFor("it is given", [] { return Me::shown().card->treatments.size() == 1; });
    const Session stored = clinic.stored();
    REQUIRE(stored.treatments.size() == 1);
    CHECK(stored.treatments[0].technique.text() == "dry_needling");
    CHECK(stored.treatments[0].wentOn == std::vector{WentOn{test::key<AlertKey>("anticoagulant"),
                                                            "INR 2.1 today, superficial only"}});
    CHECK_THAT(textOf("treatment.0.cautions"),
               ContainsSubstring("INR 2.1 today, superficial only"));
    theApp().close();
}

TEST_CASE("the reason for what met an alert only later is one click away from the signature",
          "[journey][charting]") {
    JourneyClinic clinic;
    clinic.openChart();
    Me::score("pain.now", 5);
    Me::clickMuscle("gluteus_medius", Side::Right);
    Me::waitFor("the point is open", [] { return Me::shown().card.has_value(); });
    Me::chip("card.techniques", "More …");
    Me::chip("card.techniques", "Dry needling");
    Me::waitFor("it is given", [] { return Me::shown().card->treatments.size() == 1; });
    Me::clickMuscle("quadratus_lumborum", Side::Left);
    Me::waitFor("another point is open", [] { return Me::shown().card->treatments.empty(); });
    clinic.giveAlert("anticoagulant", "apixaban"); // another program enters it

    Me::click("session.sign");
    Me::waitFor("one is asked", [] { return Me::find("sign.accept") != nullptr; });
    const wxString way = Me::see([] {
        for (int i = 0; wxWindow* const line = Me::find(wxString::Format("sign.gap.%d", i)); ++i) {
            const auto* const button = dynamic_cast<gui::PillButton*>(line);
            if (button && button->text().Contains("calls for a reason")) {
                return line->GetName();
            }
        }
        throw journey::Stuck{"no gap leads to the reason"};
    });
    Me::click(way);
    Me::waitFor("the question has the keyboard", [] {
        const wxWindow* const card = Me::find("treatment.0.reason.question");
        return card && card->IsDescendant(wxWindow::FindFocus()) && theApp().frame()->IsActive();
    });
    CHECK_THAT(textOf("treatment.0.reason.question.line.0"), ContainsSubstring("apixaban"));
    CHECK_FALSE(isSigned(clinic.stored()));

    SECTION("by keys alone") {
        Me::press("Tab"); // from the ready reasons to one's own words
        Me::type("INR 2.1 today");
        Me::press("Return");
    }
    SECTION("by clicks") {
        Me::click("treatment.0.reason.question.holdBack"); // later
        Me::waitFor("the question is closed",
                    [] { return Me::find("treatment.0.reason.question") == nullptr; });
        CHECK(clinic.stored().treatments.at(0).wentOn.empty());
        Me::click("treatment.0.reason.give");
        Me::fill("treatment.0.reason.question.reason.field", "INR 2.1 today");
        Me::click("treatment.0.reason.question.goOn");
    }
    Me::waitFor("nothing is asked any more", [] {
        return Me::find("treatment.0.reason.give") == nullptr &&
               Me::find("treatment.0.reason.question") == nullptr;
    });
    CHECK(clinic.stored().treatments.at(0).wentOn ==
          std::vector{WentOn{test::key<AlertKey>("anticoagulant"), "INR 2.1 today"}});
    CHECK_THAT(textOf("treatment.0.cautions"), ContainsSubstring("INR 2.1 today"));
    Me::waitFor("the keyboard stays with the treatment", [] {
        const wxWindow* const open = Me::find("treatment.0.open");
        return open && open->HasFocus();
    });
    theApp().close();
}

TEST_CASE("a session is set back to its day, signed with its gaps shown, and added to afterwards",
          "[journey][charting]") {
    JourneyClinic clinic;
    clinic.openChart();
    Me::clickMuscle("gluteus_medius", Side::Right);
    Me::waitFor("the point is open", [] { return Me::shown().card.has_value(); });
    Me::score("pain.now", 5);

    // A late entry, and shown as one.
    const auto day = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()) -
                     std::chrono::days{3};
    Me::click("visit.times");
    Me::waitFor("the day can be typed", [] {
        const wxWindow* const field = Me::find("visit.day.field");
        return field && field->HasFocus();
    });
    Me::type(isoDate(Date{day})); // over what is selected
    Me::press("Tab ctrl+a");
    Me::type("10:30");
    Me::press("Tab ctrl+a");
    Me::type("11:10");
    Me::press("Return");
    Me::waitFor("it is a late entry", [] {
        return !Me::shown().visit.lateText.empty() && Me::find("visit.late") != nullptr;
    });
    CHECK(Me::see([] { return Me::shown().visit.timesText; }) == "10:30-11:10");
    Session stored = clinic.stored();
    CHECK(std::chrono::floor<std::chrono::days>(stored.startedAt) == day);
    REQUIRE(stored.endedAt);
    CHECK(*stored.endedAt - stored.startedAt == std::chrono::minutes{40});
    CHECK(isLateEntry(stored));

    // What is open is said, and one may think better of it.
    Me::click("session.sign");
    Me::waitFor("one is asked", [] { return Me::find("sign.accept") != nullptr; });
    const std::string gaps = linesOf("sign.gap");
    CHECK_THAT(gaps, ContainsSubstring("Points not assessed today: 1."));
    CHECK_THAT(gaps, ContainsSubstring("Subjective is empty."));
    Me::click("sign.cancel");
    Me::waitFor("the dialog is gone and the keys are the window's again",
                [] { return Me::find("sign.accept") == nullptr && theApp().frame()->IsActive(); });
    CHECK_FALSE(isSigned(clinic.stored()));
    Me::press("F9");
    Me::waitFor("one is asked", [] { return Me::find("sign.accept") != nullptr; });
    Me::press("Return");
    Me::waitFor("the session is frozen", [] { return Me::shown().frozen; });
    stored = clinic.stored();
    REQUIRE(isSigned(stored));
    REQUIRE(stored.findings.size() == 1);
    CHECK_FALSE(isAssessed(stored.findings[0])); // kept, and not as if it had been looked at
    CHECK(stored.signature->at > stored.startedAt + std::chrono::hours{24});

    // Frozen: neither a click nor a key changes it; a word stands below it.
    CHECK(Me::see([] { return !Me::the<wxWindow>("pain.now").IsEnabled(); }));
    Me::press("F4 ctrl+Return");
    Me::click("session.addAddendum");
    Me::fill("addendum.text", "Called the next day: sleeps better.");
    Me::fill("addendum.reason", "telephone call");
    Me::click("addendum.accept");
    Me::waitFor("it stands below", [] { return Me::shown().addenda.size() == 1; });
    const Session after = clinic.stored();
    REQUIRE(after.addenda.size() == 1);
    CHECK(after.addenda[0].text == "Called the next day: sleeps better.");
    CHECK(after.addenda[0].reason == "telephone call");
    CHECK(after.addenda[0].by == test::aPractitioner().id);
    Session without = after;
    without.addenda.clear();
    CHECK(without == stored);
    CHECK(clinic.isSound());
    theApp().close();
}
