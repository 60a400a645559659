// SPDX-License-Identifier: MIT
// Nobody has used the program yet: a clinic is made step by step, and its owner signs in.
#include "app/Backups.h"
#include "app/Clinic.h"
#include "gui/ChartingPerson.h"
#include "gui/JourneyApp.h"
#include "gui/TextBlock.h"
#include "gui/Words.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <wx/textctrl.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using journey::theApp;
using Me = journey::ChartingPerson;

constexpr const char* kPassword = "lantern quietly orbits maple";
constexpr const char* kNewPassword = "seven herons over the weir";

[[nodiscard]] std::string textOf(const wxString& block) {
    return Me::see([&] { return gui::fromWx(Me::the<gui::TextBlock>(block).text()); });
}

[[nodiscard]] std::string typedIn(const wxString& field) {
    return Me::see([&] { return gui::fromWx(Me::the<wxTextCtrl>(field).GetValue()); });
}

void waitForSight(const wxString& name) {
    Me::waitFor(name.utf8_string() + " is in sight", [&] { return Me::find(name) != nullptr; });
}

/// As on a computer on which the program was never opened.
void forgetRecentClinics() {
    const char* const settings = std::getenv("XDG_CONFIG_HOME"); // a folder of the test's own
    REQUIRE(settings != nullptr);
    std::filesystem::remove(std::filesystem::path{settings} / "palpate" / "recent-clinics");
}

void tellTheClinic(const std::filesystem::path& place) {
    waitForSight("firstStart.name");
    Me::click("firstStart.next");
    waitForSight("firstStart.name.problem");
    CHECK_THAT(textOf("firstStart.name.problem"), ContainsSubstring("Give the clinic a name"));
    Me::fill("firstStart.name", "Harbour");
    Me::fill("firstStart.address", "3 Quay Street");
    CHECK_FALSE(typedIn("firstStart.timeZone").empty());
    Me::refill("firstStart.place", place.string());
    CHECK_THAT(textOf("firstStart.folder"), ContainsSubstring("Harbour.palpate"));
    Me::press("Return");
}

void tellTheOwner(const std::filesystem::path& folder) {
    waitForSight("firstStart.ownerName");
    Me::click("firstStart.next");
    waitForSight("firstStart.profession.problem");
    for (const char* field : {"ownerName", "userName", "profession", "password"}) {
        INFO(field);
        CHECK(Me::see(
            [&] { return Me::find(wxString{"firstStart."} + field + ".problem") != nullptr; }));
    }
    Me::fill("firstStart.ownerName", "M. Duarte");
    Me::fill("firstStart.userName", "duarte");
    Me::chip("firstStart.profession", "Physiotherapist");
    Me::fill("firstStart.registration", "PH 40291");
    Me::fill("firstStart.password.first", "password1");
    Me::fill("firstStart.password.again", "password1");
    Me::press("Return");
    Me::waitFor("only the password is refused", [] {
        return Me::find("firstStart.password.problem") && !Me::find("firstStart.ownerName.problem");
    });
    CHECK_FALSE(std::filesystem::exists(folder)); // nothing is written until now
    Me::refill("firstStart.password.first", kPassword);
    Me::refill("firstStart.password.again", kPassword);
    Me::press("Return");
}

[[nodiscard]] std::string noteTheKey(const std::filesystem::path& sheet) {
    waitForSight("recoveryKey.key");
    const std::string key = typedIn("recoveryKey.key");
    CHECK(key.size() == 41); // seven groups of five
    Me::see([&] { theApp().nextFile = sheet; });
    Me::click("recoveryKey.save");
    waitForSight("recoveryKey.told");
    CHECK(std::filesystem::file_size(sheet) > 1000);
    Me::see([] { theApp().nextFile.reset(); });

    const std::string last = key.substr(key.rfind('-') + 1);
    Me::click("recoveryKey.lastGroup");
    Me::waitFor("the last group is covered", [&] {
        return !gui::fromWx(Me::the<wxTextCtrl>("recoveryKey.key").GetValue()).ends_with(last);
    });
    Me::click("firstStart.next");
    waitForSight("recoveryKey.lastGroup.problem");
    CHECK(Me::see([] { return Me::find("firstStart.back") == nullptr; }));
    Me::fill("recoveryKey.lastGroup", last);
    Me::press("Return");
    return key;
}

void chooseBackups(const std::filesystem::path& folder) {
    waitForSight("firstStart.backupFolder");
    Me::fill("firstStart.backupFolder", (folder / "nowhere").string());
    Me::press("Return");
    waitForSight("firstStart.backupFolder.problem");
    Me::refill("firstStart.backupFolder", folder.string());
    Me::press("Return");
    waitForSight("firstStart.done.backups");
    CHECK_THAT(textOf("firstStart.done.backups"), ContainsSubstring(folder.string()));
}

struct Made {
    Practitioner owner;
    ClinicProfile profile;
    std::vector<app::BackupFolderLine> backups;
};

[[nodiscard]] Made madeIn(const std::filesystem::path& folder) {
    return Me::see([&] { // what the program knows belongs to the window's thread
        const SystemClock clock;
        IdMaker ids{clock};
        app::Clinic clinic{folder, "duarte", kPassword, theApp().knowledge(), clock, ids};
        const app::Backups kept{clinic, [] {}};
        return Made{clinic.practitioner(), clinic.profile(), kept.view().folders};
    });
}

void signInWith(const std::string& password) {
    waitForSight("signIn.password");
    Me::fill("signIn.password", password);
    Me::press("Return");
    waitForSight("workplace");
}

} // namespace

TEST_CASE("from the very first start to the first sign-in, and in again with the recovery key",
          "[journey][people]") {
    const test::TempFolder temp;
    const auto folder = temp.path() / "Harbour.palpate";
    const auto backups = temp.path() / "backups";
    std::filesystem::create_directory(backups);
    forgetRecentClinics();

    theApp().open({});
    waitForSight("firstStart.welcome.what");
    CHECK(Me::see([] { return Me::find("firstStart.demonstration") != nullptr; }));
    Me::click("firstStart.next");
    tellTheClinic(temp.path());
    tellTheOwner(folder);
    const std::string key = noteTheKey(temp.path() / "sheet.pdf");
    CHECK(std::filesystem::exists(folder));
    chooseBackups(backups);
    Me::click("firstStart.next");
    waitForSight("workplace");

    Me::click("signOut");
    signInWith(kPassword);
    const Made made = madeIn(folder);
    CHECK(made.owner.displayName == "M. Duarte");
    CHECK(made.owner.role == Role::Owner);
    CHECK(made.owner.registration == "PH 40291");
    CHECK(made.profile.address == "3 Quay Street");
    REQUIRE(made.backups.size() == 1);
    CHECK(made.backups.front().path == backups.string());

    // The password is forgotten, and the paper is there.
    Me::click("signOut");
    waitForSight("signIn.recovery");
    Me::click("signIn.recovery");
    waitForSight("recoveryWay.key");
    Me::fill("recoveryWay.key", key.substr(0, key.size() - 1));
    Me::fill("recoveryWay.password.first", kNewPassword);
    Me::fill("recoveryWay.password.again", kNewPassword);
    Me::press("Return");
    waitForSight("recoveryWay.problems");
    CHECK_THAT(textOf("recoveryWay.problems"), ContainsSubstring("slip of typing"));
    Me::refill("recoveryWay.key", key);
    Me::press("Return");
    waitForSight("signIn.told");
    CHECK(typedIn("signIn.user") == "duarte");
    signInWith(kNewPassword);
    theApp().close();
}

TEST_CASE("where a clinic was open before, a new one begins with its name, and nothing is lost on "
          "the way back",
          "[journey][people]") {
    const test::TempFolder temp;
    forgetRecentClinics();
    theApp().open({});
    waitForSight("firstStart.welcome.what");
    Me::click("firstStart.back");
    waitForSight("start.new");
    Me::click("start.new");
    waitForSight("firstStart.name");
    Me::fill("firstStart.name", "Harbour");
    Me::refill("firstStart.place", temp.path().string());
    Me::press("Return");
    waitForSight("firstStart.ownerName");
    Me::press("Escape");
    waitForSight("firstStart.name");
    CHECK(typedIn("firstStart.name") == "Harbour");
    Me::click("firstStart.next");
    waitForSight("firstStart.ownerName");
    theApp().close();
    CHECK(std::filesystem::is_empty(temp.path()));
}
