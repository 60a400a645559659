// SPDX-License-Identifier: MIT
// Who may do what, the clinic's own place, and the first start.
#include "demo/Pictures.h"
#include "gui/Authenticator.h"
#include "gui/FactTable.h"
#include "gui/JourneyApp.h"
#include "gui/RowList.h"
#include "gui/TextBlock.h"
#include "gui/Words.h"

#include <wx/textctrl.h>

#include <cstdlib>

namespace palpate::pictures {

namespace {

using journey::theApp;

enum Part { kBackups, kCheck, kAudit, kPeople };
constexpr int kRestrict = 3; ///< in the menu of a patient's row, as an owner sees it

void openClinicPart(Part part) {
    Me::press("F7");
    waitForSight("clinicPage.tabs");
    Me::segment("clinicPage.tabs", part);
}

void backups(Stage& stage) {
    stage.signIn();
    openClinicPart(kBackups);
    const auto stick = stage.place("memory-stick");
    std::filesystem::create_directory(stick);
    Me::see([&] { theApp().nextFile = stick; });
    Me::click("backups.addFolder");
    Me::waitFor("both folders are listed",
                [] { return Me::the<gui::RowList>("backups.folders").count() == 2; });
    std::filesystem::remove(stick); // pulled out
    Me::click("backups.backUp");
    Me::waitFor("the missing one is told of", [] {
        return !Me::the<gui::RowList>("backups.folders").row(1).badge.empty() &&
               Me::find("backups.progress") == nullptr;
    });
    stage.take();
}

void check(Stage& stage) {
    stage.signIn();
    openClinicPart(kCheck);
    // As a careless copy would leave it.
    std::filesystem::permissions(stage.clinic() / "keys.json", std::filesystem::perms::others_read,
                                 std::filesystem::perm_options::add);
    Me::click("check.begin");
    waitForText("check.verdict", "1 fault");
    stage.take();
}

void restore(Stage& stage) {
    theApp().open({});
    Me::click("start.restore");
    Me::fill("restore.folder", stage.place("backup-disk").string());
    Me::waitFor("the backup is listed", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("restore.list"));
        return list && list->count() == 1;
    });
    Me::refill("restore.to", stage.place("Restored.palpate").string());
    Me::fill("restore.userName", Stage::kOwner);
    Me::fill("restore.password", Stage::kPassword);
    stage.take();
}

void waitForTrail() {
    Me::waitFor("the trail is shown", [] {
        const auto* const table = dynamic_cast<gui::FactTable*>(Me::find("audit.table"));
        return table && !table->rows().empty();
    });
}

void audit(Stage& stage) {
    openAna(stage);
    openClinicPart(kAudit);
    waitForTrail();
    stage.take();
}

void auditor(Stage& stage) {
    stage.signIn("marsh");
    waitForSight("clinicPage.tabs");
    Me::segment("clinicPage.tabs", 1);
    waitForTrail();
    stage.take();
}

void frontDesk(Stage& stage) {
    stage.signIn("novak");
    waitForSight("patients.list");
    stage.take();
}

/// As a demonstration does it: the password is filled in.
void lock(Stage& stage) {
    theApp().open({"--demo"});
    waitForSight("workplace");
    Me::press("ctrl+l");
    waitForSight("lock.password");
    stage.take();
}

void people(Stage& stage) {
    stage.signIn();
    openClinicPart(kPeople);
    waitForSight("people.list");
    stage.take();
}

void secondFactor(Stage& stage) {
    stage.signIn();
    openClinicPart(kPeople);
    Me::click("people.myFactor");
    waitForSight("secondFactor.code");
    Me::pointAt("secondFactor.accept",
                [](wxWindow& window) { return wxRect{window.GetClientSize()}; });
    stage.take();
}

void signInPage(Stage& stage) {
    theApp().open({stage.clinic().string()});
    waitForSight("signIn.password");
    stage.take();
}

/// Somebody with a second factor, halfway through the code.
void signInCode(Stage& stage) {
    stage.signIn();
    openClinicPart(kPeople);
    Me::click("people.myFactor");
    waitForSight("secondFactor.code");
    const std::string secret =
        Me::see([] { return gui::fromWx(Me::the<wxTextCtrl>("secondFactor.secret").GetValue()); });
    Me::fill("secondFactor.code", journey::codeFor(secret));
    Me::press("Return");
    Me::waitFor("it is on", [] { return Me::find("secondFactor.code") == nullptr; });
    Me::click("signOut");
    waitForSight("signIn.password");
    Me::fill("signIn.password", Stage::kPassword);
    Me::press("Return");
    waitForSight("signIn.code");
    Me::type("482");
    stage.take();
}

void breakTheGlass(Stage& stage) {
    stage.signIn();
    const int row = rowTitled("patients.list", "Kovács");
    waitForText("patients.newestBackup", "Newest backup"); // it moves the list
    Me::click("patients.list", [row](wxWindow& window) {
        return dynamic_cast<gui::RowList&>(window).dotsArea(row);
    });
    Me::chooseFromMenu(kRestrict);
    waitForSight("restriction.who");
    Me::segment("restriction.who", 1);
    Me::fill("restriction.reason", "a colleague's sister");
    Me::click("restriction.accept");
    Me::waitFor("the dialog closes", [] { return Me::find("restriction.who") == nullptr; });
    theApp().close();

    stage.signIn("mensah");
    waitForText("patients.newestBackup", "Newest backup");
    clickRow("patients.list", rowTitled("patients.list", "Kovács"));
    waitForSight("closed.reason");
    Me::fill("closed.reason", "Collapsed in the waiting room, the ambulance asks for medicines");
    stage.take();
}

/// As on a computer on which the program was never opened.
void openFirst() {
    const char* const settings = std::getenv("XDG_CONFIG_HOME"); // of this run alone
    if (!settings) {
        throw journey::Stuck{"the settings of a person would be changed"};
    }
    std::filesystem::remove(std::filesystem::path{settings} / "palpate" / "recent-clinics");
    theApp().open({});
    waitForSight("firstStart.welcome.what");
}

void firstStart(Stage& stage) {
    openFirst();
    stage.take();
}

void tellTheOwner(const Stage& stage) {
    openFirst();
    Me::click("firstStart.next");
    Me::fill("firstStart.name", "Harbour");
    Me::fill("firstStart.address", "3 Quay Street");
    Me::refill("firstStart.place", stage.place("").string());
    Me::press("Return");
    waitForSight("firstStart.ownerName");
    Me::fill("firstStart.ownerName", "M. Duarte");
    Me::fill("firstStart.userName", "duarte");
    Me::chip("firstStart.profession", "Physiotherapist");
    Me::fill("firstStart.registration", "PH 40291");
    Me::fill("firstStart.password.first", Stage::kPassword);
    Me::fill("firstStart.password.again", Stage::kPassword);
}

void firstStartOwner(Stage& stage) {
    tellTheOwner(stage);
    stage.take();
}

void firstStartKey(Stage& stage) {
    tellTheOwner(stage);
    Me::press("Return");
    waitForSight("recoveryKey.key");
    stage.take();
}

} // namespace

std::vector<Scene> trustScenes() {
    return {{"backups", backups},
            {"check", check},
            {"restore", restore},
            {"audit", audit},
            {"auditor", auditor},
            {"front-desk", frontDesk},
            {"lock", lock},
            {"people", people},
            {"second-factor", secondFactor},
            {"sign-in", signInPage},
            {"sign-in-code", signInCode},
            {"break-the-glass", breakTheGlass},
            {"first-start", firstStart},
            {"first-start-owner", firstStartOwner},
            {"first-start-key", firstStartKey}};
}

} // namespace palpate::pictures
