// SPDX-License-Identifier: MIT
// Who comes in, and how: wrong passwords, codes of a second factor, people who are added and leave.
#include "gui/Authenticator.h"
#include "gui/ChartingPerson.h"
#include "gui/FoundList.h"
#include "gui/JourneyApp.h"
#include "gui/JourneyClinic.h"
#include "gui/Notice.h"
#include "gui/PillButton.h"
#include "gui/RowList.h"
#include "gui/TextBlock.h"
#include "gui/Words.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <wx/textctrl.h>

#include <algorithm>
#include <string>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using journey::codeFor;
using journey::JourneyClinic;
using journey::theApp;
using Me = journey::ChartingPerson;

constexpr std::chrono::seconds kStep{30}; ///< of an authenticator

[[nodiscard]] std::string textOf(const wxString& block) {
    return Me::see([&] { return gui::fromWx(Me::the<gui::TextBlock>(block).text()); });
}

[[nodiscard]] std::string typedIn(const wxString& field) {
    return Me::see([&] { return gui::fromWx(Me::the<wxTextCtrl>(field).GetValue()); });
}

[[nodiscard]] bool isThere(const wxString& name) {
    return Me::see([&] { return Me::find(name) != nullptr; });
}

void waitForSight(const wxString& name) {
    Me::waitFor(name.utf8_string() + " is in sight", [&] { return Me::find(name) != nullptr; });
}

/// In the page that asks who it is.
void give(const std::string& user, const std::string& password) {
    waitForSight("signIn.password");
    Me::refill("signIn.user", user);
    Me::refill("signIn.password", password);
    Me::press("Return");
}

void signIn(const std::string& user, const std::string& password) {
    give(user, password);
    waitForSight("workplace");
}

/// The finder's command of that title.
void command(const std::string& words, const wxString& title) {
    Me::press("ctrl+k");
    Me::type(words);
    Me::waitFor("the finder offers it first", [&] {
        const auto* const list = dynamic_cast<gui::FoundList*>(Me::find("finder.list"));
        return list && !list->rows().empty() && list->rows().front().title == title;
    });
    Me::press("Return");
}

void signOut() {
    Me::click("signOut");
    waitForSight("signIn.password");
}

[[nodiscard]] wxString rowTitled(const wxString& title) {
    const auto& list = Me::the<gui::RowList>("people.list");
    for (int row = 0; row < list.count(); ++row) {
        if (list.row(row).title == title) {
            return list.row(row).badge;
        }
    }
    return {};
}

/// Of the row's menu.
void choose(const wxString& title, int entry) {
    Me::click("people.list", [&](wxWindow& window) {
        auto& list = dynamic_cast<gui::RowList&>(window);
        int row = 0;
        while (list.row(row).title != title) {
            ++row;
        }
        return list.dotsArea(row);
    });
    Me::waitForMenu();
    Me::chooseFromMenu(entry);
}

} // namespace

TEST_CASE("a second factor is turned on, asked for, and opened with a recovery code",
          "[journey][people]") {
    const JourneyClinic clinic;
    theApp().open({clinic.folder().string()});
    signIn(JourneyClinic::userName(), JourneyClinic::password());
    command("my second factor", "My second factor");
    waitForSight("secondFactor.code");
    const std::string secret = typedIn("secondFactor.secret");
    const std::string codes = typedIn("secondFactor.codes");
    Me::see([&] { theApp().nextFile = clinic.temp() / "codes.pdf"; });
    Me::click("secondFactor.save");
    waitForSight("secondFactor.told");
    CHECK(std::filesystem::file_size(clinic.temp() / "codes.pdf") > 1000);
    Me::see([] { theApp().nextFile.reset(); });

    Me::fill("secondFactor.code", codeFor(secret, 100 * kStep));
    Me::press("Return");
    waitForSight("secondFactor.problems");
    Me::refill("secondFactor.code", codeFor(secret));
    Me::press("Return");
    Me::waitFor("it is on", [] { return Me::find("secondFactor.code") == nullptr; });

    signOut();
    give(JourneyClinic::userName(), JourneyClinic::password());
    waitForSight("signIn.code");
    CHECK(typedIn("signIn.user") == JourneyClinic::userName());
    CHECK_FALSE(typedIn("signIn.password").empty());
    CHECK_FALSE(isThere("workplace"));
    Me::type(codeFor(secret, 100 * kStep));
    Me::press("Return");
    waitForSight("signIn.problem");
    CHECK_FALSE(isThere("workplace"));
    Me::refill("signIn.code", codeFor(secret, kStep)); // that of now was used to turn it on
    Me::press("Return");
    waitForSight("workplace");

    signOut();
    give(JourneyClinic::userName(), JourneyClinic::password());
    waitForSight("signIn.code");
    Me::type(codes.substr(0, codes.find(' ')));
    Me::press("Return");
    waitForSight("workplace");
    Me::waitFor("what is left is told", [] {
        const auto* const notice = dynamic_cast<gui::Notice*>(Me::find("notice"));
        return notice && notice->text().Contains("9 are left");
    });

    command("my second factor", "My second factor");
    waitForSight("factor.off");
    CHECK_THAT(textOf("factor.state"), ContainsSubstring("9 recovery codes"));
    Me::click("factor.off");
    Me::waitFor("it is off", [] { return Me::find("factor.off") == nullptr; });
    signOut();
    signIn(JourneyClinic::userName(), JourneyClinic::password());
    theApp().close();
}

TEST_CASE("after too many wrong passwords the next try has to wait", "[journey][people]") {
    const JourneyClinic clinic;
    theApp().open({clinic.folder().string()});
    give(JourneyClinic::userName(), "wrong");
    waitForSight("signIn.problem");
    // A wrong password stays marked: typing replaces it.
    const auto waits = [] {
        return Me::the<gui::PillButton>("signIn.accept").text().StartsWith("Wait");
    };
    for (int tries = 0; tries < 6 && !Me::see(waits); ++tries) {
        Me::type("wrong");
        Me::press("Return");
        Me::waitFor("it is refused", [] {
            const auto& field = Me::the<wxTextCtrl>("signIn.password");
            return field.GetStringSelection() == field.GetValue();
        });
    }
    REQUIRE(Me::see(waits));
    CHECK_FALSE(Me::see([] { return Me::the<gui::PillButton>("signIn.accept").IsEnabled(); }));
    CHECK(isThere("signIn.problem"));
    Me::waitFor("it goes on", [&] { return !waits(); });
    Me::refill("signIn.password", JourneyClinic::password());
    Me::press("Return");
    waitForSight("workplace");
    theApp().close();
}

TEST_CASE("an owner adds a colleague, who signs in, and is disabled when they leave",
          "[journey][people]") {
    const JourneyClinic clinic;
    const std::string first = "seven herons over the weir";
    theApp().open({clinic.folder().string()});
    signIn(JourneyClinic::userName(), JourneyClinic::password());
    command("staff roles", "People");
    waitForSight("people.add");
    Me::click("people.add");
    waitForSight("person.name");
    Me::click("person.accept");
    waitForSight("person.problems");
    Me::fill("person.name", "R. Aydin");
    Me::fill("person.userName", "aydin");
    Me::chip("person.profession", "Massage therapist");
    Me::chip("person.role", "Practitioner");
    Me::fill("person.password.first", first);
    Me::fill("person.password.again", first);
    Me::click("person.accept");
    Me::waitFor("they are in the list",
                [] { return rowTitled("R. Aydin") == wxString{"May sign in"}; });

    signOut();
    waitForSight("signIn.users");
    Me::chip("signIn.users", "aydin");
    CHECK(typedIn("signIn.user") == "aydin");
    Me::fill("signIn.password", first);
    Me::press("Return");
    waitForSight("workplace");
    command("my password", "My password");
    waitForSight("newPassword.old");
    Me::fill("newPassword.old", first);
    Me::fill("newPassword.new.first", "quiet lantern and slow rain");
    Me::fill("newPassword.new.again", "quiet lantern and slow rain");
    Me::press("Return");
    Me::waitFor("it is changed", [] { return Me::find("newPassword.old") == nullptr; });
    signOut();
    signIn("aydin", "quiet lantern and slow rain");
    signOut();

    signIn(JourneyClinic::userName(), JourneyClinic::password());
    command("staff roles", "People");
    waitForSight("people.list");
    choose("R. Aydin", 2); // change, new password, disable
    Me::waitFor("they are disabled", [] { return rowTitled("R. Aydin") == wxString{"Disabled"}; });
    CHECK_THAT(theApp().lastQuestion, ContainsSubstring("R. Aydin"));
    signOut();
    give("aydin", "quiet lantern and slow rain");
    waitForSight("signIn.problem");
    CHECK_FALSE(isThere("workplace"));
    theApp().close();
    CHECK(clinic.isSound());
}
