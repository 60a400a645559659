// SPDX-License-Identifier: MIT
// By real clicks: a record is restricted, met closed, opened in an emergency, and the owner is
// told; what a patient asks to be changed is taken down and answered.
#include "domain/Calendar.h"
#include "gui/ChartingPerson.h"
#include "gui/JourneyApp.h"
#include "gui/JourneyClinic.h"
#include "gui/RecordsClinic.h"
#include "gui/RowList.h"
#include "gui/TextBlock.h"
#include "gui/Words.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <cstdlib>
#include <string>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using journey::JourneyClinic;
using journey::RecordsClinic;
using journey::theApp;
using Me = journey::ChartingPerson;

// Of the menu of a patient's row, as an owner sees it.
constexpr int kRequest = 2;
constexpr int kRestrict = 3;

[[nodiscard]] bool isThere(const wxString& name) {
    return Me::see([&] { return Me::find(name) != nullptr; });
}

[[nodiscard]] std::string textOf(const wxString& block) {
    return Me::see([&] { return gui::fromWx(Me::the<gui::TextBlock>(block).text()); });
}

void waitForText(const wxString& block, const std::string& words) {
    Me::waitFor(block.utf8_string() + " says " + words, [&] {
        const auto* const text = dynamic_cast<gui::TextBlock*>(Me::find(block));
        return text && gui::fromWx(text->text()).find(words) != std::string::npos;
    });
}

[[nodiscard]] gui::ListRow firstPatient() {
    return Me::see([] { return Me::the<gui::RowList>("patients.list").row(0); });
}

/// What is said of the backups comes a moment after the list, and moves it.
void waitForList() {
    Me::waitFor("the backups were looked at", [] { return Me::find("backupStrip") != nullptr; });
}

void openFirstPatient() {
    waitForList();
    Me::click("patients.list",
              [](wxWindow& window) { return dynamic_cast<gui::RowList&>(window).rowArea(0); });
}

void chooseOfFirstPatient(int entry) {
    waitForList();
    Me::click("patients.list",
              [](wxWindow& window) { return dynamic_cast<gui::RowList&>(window).dotsArea(0); });
    Me::chooseFromMenu(entry);
}

/// With PALPATE_PICTURES set to a folder the screen is kept there, to be looked at.
void picture(const std::string& name) {
    if (const char* const folder = std::getenv("PALPATE_PICTURES")) {
        CHECK(std::system(
                  ("import -window root '" + std::string{folder} + "/" + name + "'").c_str()) == 0);
    }
}

/// By the owner, through the window, for nobody besides.
void restrictFirstPatient() {
    chooseOfFirstPatient(kRestrict);
    Me::waitFor("the dialog opens", [] { return Me::find("restriction.who") != nullptr; });
    Me::segment("restriction.who", 1);
    Me::fill("restriction.reason", "a colleague's mother");
    picture("restrict-record.png");
    Me::click("restriction.accept");
    Me::waitFor("the dialog closes", [] { return Me::find("restriction.who") == nullptr; });
}

} // namespace

TEST_CASE("a restricted record is opened in an emergency, and the owner is told",
          "[journey][access]") {
    const RecordsClinic clinic;
    clinic.signIn();
    restrictFirstPatient();
    CHECK(firstPatient().badge == "restricted");
    CHECK_FALSE(isThere("unseenEmergencies"));
    openFirstPatient(); // it stays the owner's
    Me::waitFor("the overview is shown", [] { return Me::find("overview.start") != nullptr; });
    CHECK_FALSE(isThere("emergencyStrip"));
    theApp().close();

    clinic.signInAs(Role::Practitioner);
    CHECK(firstPatient().badge == "restricted");
    CHECK(firstPatient().lines.front() == "opens only for those who are named");
    openFirstPatient();
    Me::waitFor("the dialog opens", [] { return Me::find("closed.accept") != nullptr; });
    CHECK(textOf("closed.name") == "Ana Kovács");
    CHECK_THAT(textOf("closed.by"), ContainsSubstring("Restricted by D. Okafor"));
    CHECK_THAT(textOf("closed.by"), ContainsSubstring("It opens for D. Okafor."));
    CHECK_THAT(textOf("closed.told"), ContainsSubstring("the owners of the clinic are told"));
    const std::string reason = "Collapsed in the waiting room, the ambulance asks for medicines";
    Me::fill("closed.reason", reason);
    picture("break-the-glass.png");
    Me::refill("closed.reason", "now");
    Me::click("closed.accept");
    waitForText("closed.problems", "in some words");
    Me::refill("closed.reason", reason);
    Me::click("closed.accept");
    Me::waitFor("the overview is shown", [] { return Me::find("overview.start") != nullptr; });
    waitForText("emergencyStrip.words", "You opened this restricted record in an emergency");
    CHECK(textOf("patient.name") == "Ana Kovács");
    picture("emergency-banner.png");
    theApp().close();

    clinic.signInAs(Role::Owner); // any of them
    waitForText("unseenEmergencies.words", "1 restricted record was opened in an emergency.");
    Me::click("unseenEmergencies.press");
    waitForText("emergency0.title", "Jo Lindqvist opened the record of Ana Kovács");
    CHECK_THAT(textOf("emergency0.why"), ContainsSubstring("the ambulance asks for medicines"));
    picture("emergencies.png");
    Me::click("emergency0.noted");
    Me::waitFor("all are noted", [] { return Me::find("emergencies.none") != nullptr; });
    Me::click("emergencies.accept");
    Me::waitFor("the notice goes", [] { return Me::find("unseenEmergencies") == nullptr; });
    theApp().close();
}

TEST_CASE("a closed record stays closed for whoever thinks better of it", "[journey][access]") {
    const RecordsClinic clinic;
    clinic.signIn();
    restrictFirstPatient();
    theApp().close();
    clinic.signInAs(Role::Practitioner);
    Me::press("ctrl+k");
    Me::type("kov");
    Me::press("Return"); // by the finder, too
    Me::waitFor("the dialog opens", [] { return Me::find("closed.reason") != nullptr; });
    Me::press("Escape");
    Me::waitFor("the dialog closes", [] { return Me::find("closed.reason") == nullptr; });
    CHECK_FALSE(isThere("overview.start"));
    theApp().close();
    CHECK(clinic.refusals().size() == 1);

    clinic.signInAs(Role::FrontDesk);
    openFirstPatient();
    Me::waitFor("the dialog opens", [] { return Me::find("closed.accept") != nullptr; });
    CHECK_FALSE(isThere("closed.reason"));
    Me::click("closed.accept");
    Me::waitFor("the dialog closes", [] { return Me::find("closed.accept") == nullptr; });
    theApp().close();
}

TEST_CASE("a patient's request is taken down and accepted with an addendum", "[journey][access]") {
    JourneyClinic clinic;
    static_cast<void>(clinic.addSigned(7, {test::anActiveFindingOn("quadratus_lumborum", 1)}, {}));
    clinic.openPatient();
    Me::click("rail.patients");
    chooseOfFirstPatient(kRequest);
    Me::waitFor("the dialog opens", [] { return Me::find("amendment.wish") != nullptr; });
    Me::click("amendment.accept");
    waitForText("amendment.problems", "Request: is missing");
    Me::click("amendment.about");
    Me::chooseFromMenu(1); // the session
    Me::fill("amendment.wish", "It began in May, not in April.");
    picture("request.png");
    Me::click("amendment.accept");
    Me::waitFor("the dialog closes", [] { return Me::find("amendment.wish") == nullptr; });

    // It waits in the clinic's place, and stands below the signed session.
    Me::press("F7");
    Me::segment("clinicPage.tabs", 4);
    waitForText("request0.wish", "It began in May");
    picture("requests.png");
    Me::click("rail.chart");
    waitForText("sessionRequest0.wish", "It began in May");
    Me::click("sessionRequest0.answer");
    Me::waitFor("the dialog opens", [] { return Me::find("answer.addendum") != nullptr; });
    Me::fill("answer.addendum", "The patient says that it began in May.");
    picture("answer.png");
    Me::click("answer.accept");
    waitForText("sessionRequest0.title", "Accepted");
    waitForText("addendum.0", "The patient says that it began in May.");
    picture("answered.png");
    theApp().close();
    CHECK(clinic.stored().addenda.size() == 1);
    CHECK(clinic.isSound());
}
