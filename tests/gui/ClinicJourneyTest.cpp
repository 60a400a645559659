// SPDX-License-Identifier: MIT
// The clinic's own place by real clicks: a backup is made, rehearsed and restored; the record is
// checked; the trail is read, narrowed and saved.
#include "app/Clinic.h"
#include "app/ClinicCopies.h"
#include "gui/ChartingPerson.h"
#include "gui/FactTable.h"
#include "gui/JourneyApp.h"
#include "gui/JourneyClinic.h"
#include "gui/PillButton.h"
#include "gui/RowList.h"
#include "gui/TextBlock.h"
#include "gui/Words.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <wx/textctrl.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
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

void waitForText(const wxString& block, const std::string& words) {
    Me::waitFor(block.utf8_string() + " says " + words, [&] {
        const auto* const text = dynamic_cast<gui::TextBlock*>(Me::find(block));
        return text && gui::fromWx(text->text()).find(words) != std::string::npos;
    });
}

[[nodiscard]] int rowsIn(const wxString& list) {
    return Me::see([&] {
        const auto* const rows = dynamic_cast<gui::RowList*>(Me::find(list));
        return rows ? rows->count() : 0;
    });
}

[[nodiscard]] gui::FactTable::Rows auditRows() {
    return Me::see([] { return Me::the<gui::FactTable>("audit.table").rows(); });
}

void retype(const wxString& field, const std::string& text) {
    Me::click(field);
    Me::press("ctrl+a");
    Me::type(text);
}

// Parts of the clinic's place, in the order of its tabs.
constexpr int kCheck = 1;
constexpr int kAudit = 2;

void goTo(int part) {
    Me::segment("clinicPage.tabs", part);
}

void makeBackup(const std::filesystem::path& disk) {
    Me::press("F7");
    Me::waitFor("the backups are shown", [] { return Me::find("backups.addFolder") != nullptr; });
    CHECK_THAT(textOf("backups.warning"), ContainsSubstring("No backup folder is chosen"));
    CHECK(Me::see([] { return !Me::the<gui::PillButton>("backups.backUp").IsEnabled(); }));
    Me::see([&] { theApp().nextFile = disk; });
    Me::click("backups.addFolder");
    Me::waitFor("the folder is listed", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("backups.folders"));
        return list && list->count() == 1;
    });
    Me::click("backups.backUp");
    waitForText("backups.newest", "Newest backup: today");
}

} // namespace

TEST_CASE("a backup is made through the window, rehearsed, and becomes a clinic again",
          "[journey][clinic]") {
    JourneyClinic clinic;
    const SessionId kept =
        clinic.addSigned(7, {test::anActiveFindingOn("quadratus_lumborum", 1)}, {});
    const auto disk = clinic.temp() / "disk";
    std::filesystem::create_directory(disk);
    clinic.openPatient();

    // Where a day begins, it says that there is no backup; its button leads to where one is made.
    Me::click("rail.patients");
    waitForText("backupStrip.words", "No backup folder is chosen");
    makeBackup(disk);
    CHECK(app::backupsIn(disk).size() == 1);
    CHECK(Me::see([] { return Me::find("backups.warning") == nullptr; }));

    Me::click("backups.rehearse");
    waitForText("backups.rehearsal", "was restored into a place of its own and checked whole");
    Me::waitFor("nothing runs", [] { return Me::find("backups.progress") == nullptr; });
    Me::click("rail.patients");
    waitForText("patients.newestBackup", "Newest backup: today");
    CHECK(Me::see([] { return Me::find("backupStrip.words") == nullptr; }));

    // A folder whose disk is gone is told of, and the one that is there goes on.
    const auto stick = clinic.temp() / "stick";
    std::filesystem::create_directory(stick);
    Me::press("F7");
    Me::see([&] { theApp().nextFile = stick; });
    Me::click("backups.addFolder");
    Me::waitFor("both folders are listed", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("backups.folders"));
        return list && list->count() == 2;
    });
    std::filesystem::remove(stick);
    Me::click("backups.backUp");
    Me::waitFor("the missing one is told of", [] {
        const auto& row = Me::the<gui::RowList>("backups.folders").row(1);
        return gui::fromWx(row.lines.at(0)).find("Is its disk connected") != std::string::npos &&
               !row.badge.empty();
    });
    Me::waitFor("nothing runs", [] { return Me::find("backups.progress") == nullptr; });
    CHECK(app::backupsIn(disk).size() == 1); // of a day the newest is kept
    theApp().close();

    theApp().open({});
    Me::waitFor("the start is shown", [] { return Me::find("start.restore") != nullptr; });
    Me::click("start.restore");
    Me::fill("restore.folder", disk.string());
    Me::waitFor("the backups are listed", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("restore.list"));
        return list && list->count() == 1;
    });
    retype("restore.to", clinic.folder().string());
    Me::fill("restore.userName", JourneyClinic::userName());
    Me::fill("restore.password", "not the password");

    // One that is there is never overwritten: not without being asked, and not by a wrong password.
    Me::see([] { theApp().agrees = false; });
    Me::click("restore.accept");
    waitForText("restore.problems", "choose a folder that is not taken");
    CHECK_THAT(Me::see([] { return theApp().lastQuestion; }), ContainsSubstring("put aside"));
    Me::see([] { theApp().agrees = true; });
    const auto again = clinic.temp() / "Again.palpate";
    retype("restore.to", again.string());
    Me::click("restore.accept");
    Me::waitFor("it has failed",
                [] { return Me::find("restoreRun.accept") && Me::find("restoreRun.problems"); });
    Me::click("restoreRun.accept");
    CHECK_FALSE(std::filesystem::exists(again));
    retype("restore.password", JourneyClinic::password());
    Me::click("restore.accept");
    waitForText("restoreRun.what", "It was checked whole before it got its place");
    CHECK_THAT(textOf("restoreRun.what"), ContainsSubstring("all is sound"));
    Me::click("restoreRun.accept");

    // It is signed in to as the one before.
    Me::waitFor("the sign-in is shown", [] { return Me::find("signIn.password") != nullptr; });
    Me::fill("signIn.password", JourneyClinic::password());
    Me::press("Return");
    Me::waitFor("the patients are there", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("patients.list"));
        return list && list->count() == 1;
    });
    theApp().close();
    CHECK(clinic.isSound());
    CHECK(clinic.stored().id == kept);
}

TEST_CASE("the record is checked beside the window, and a fault is told with what to do",
          "[journey][clinic]") {
    JourneyClinic clinic;
    clinic.addSigned(7, {test::anActiveFindingOn("quadratus_lumborum", 1)}, {});
    clinic.openPatient();
    Me::press("F7");
    Me::waitFor("the place is there", [] { return Me::find("clinicPage.tabs") != nullptr; });
    goTo(kCheck);
    waitForText("check.verdict", "Not checked since you signed in");
    Me::click("check.begin");
    waitForText("check.verdict", "all is sound");
    const int checks = rowsIn("check.list");
    CHECK(checks > 15);

    // As a careless copy would leave it.
    std::filesystem::permissions(clinic.folder() / "keys.json", std::filesystem::perms::others_read,
                                 std::filesystem::perm_options::add);
    Me::click("check.begin");
    waitForText("check.verdict", "1 fault");
    CHECK(rowsIn("check.list") == checks);
    CHECK_THAT(textOf("check.faults"), ContainsSubstring("keys.json"));
    CHECK_THAT(textOf("check.toDo"), ContainsSubstring("Take their rights"));
    const auto file = clinic.temp() / "check.txt";
    Me::see([&] { theApp().nextFile = file; });
    Me::click("check.save");
    waitForText("check.told", "Saved as");
    CHECK(std::filesystem::file_size(file) > 500);
    std::filesystem::permissions(clinic.folder() / "keys.json", std::filesystem::perms::others_read,
                                 std::filesystem::perm_options::remove);
    theApp().close();
    CHECK(clinic.isSound());
}

TEST_CASE("a file that was tampered with is found while it is open", "[journey][clinic]") {
    JourneyClinic clinic;
    clinic.addWeekly(300, {test::anActiveFindingOn("quadratus_lumborum", 1)});
    clinic.openPatient();
    Me::press("F7");
    Me::waitFor("the place is there", [] { return Me::find("clinicPage.tabs") != nullptr; });
    goTo(kCheck);
    {
        // One bit of a page in the middle, where the window has nothing to read.
        const auto database = clinic.folder() / "clinic.db";
        const auto at = static_cast<std::streamoff>(std::filesystem::file_size(database) / 2);
        std::fstream file{database, std::ios::binary | std::ios::in | std::ios::out};
        file.seekg(at);
        const char byte = static_cast<char>(file.get() ^ 1);
        file.seekp(at);
        file.put(byte);
    }
    Me::click("check.begin");
    waitForText("check.verdict", " fault");
    CHECK_THAT(textOf("check.title"), ContainsSubstring("Every page of the encrypted file"));
    CHECK_THAT(textOf("check.toDo"), ContainsSubstring("restore the newest backup"));
    theApp().close();
}

TEST_CASE("the audit trail is read, narrowed and saved", "[journey][clinic]") {
    JourneyClinic clinic;
    clinic.addSigned(7, {test::anActiveFindingOn("quadratus_lumborum", 1)}, {});
    clinic.openPatient();
    Me::press("F7");
    Me::waitFor("the place is there", [] { return Me::find("clinicPage.tabs") != nullptr; });
    goTo(kAudit);
    Me::waitFor("rows are there", [] {
        const auto* const table = dynamic_cast<gui::FactTable*>(Me::find("audit.table"));
        return table && table->rows().size() > 5;
    });
    const auto all = auditRows();
    CHECK(all.front()[0] == wxString::Format("%zu", all.size()));
    CHECK_THAT(gui::fromWx(all.front()[3]), ContainsSubstring("looked at"));

    // Of one patient: the beginning of a name is enough.
    Me::fill("audit.patient.field", "kov");
    Me::press("Return");
    Me::waitFor("only Ana's rows are left", [&] {
        const auto& rows = Me::the<gui::FactTable>("audit.table").rows();
        return !rows.empty() && rows.size() < all.size() &&
               std::ranges::all_of(rows, [](const std::vector<wxString>& row) {
                   return gui::fromWx(row[4]) == fullName(test::aPatient());
               });
    });
    Me::click("audit.clear");
    Me::waitFor("all rows are back",
                [&] { return Me::the<gui::FactTable>("audit.table").rows() == all; });

    // A day that is none is said at once; one without rows leaves none.
    Me::fill("audit.to.field", "1.1.2001");
    Me::press("Return");
    waitForText("audit.count", "No row of the trail is so");
    Me::click("audit.clear");
    waitForText("audit.count", "Rows 1 to ");

    const auto table = clinic.temp() / "trail.csv";
    Me::see([&] { theApp().nextFile = table; });
    Me::click("audit.csv");
    waitForText("audit.told", "Saved as");
    const auto pdf = clinic.temp() / "trail.pdf";
    Me::see([&] { theApp().nextFile = pdf; });
    Me::click("audit.pdf");
    waitForText("audit.told", "trail.pdf");
    CHECK(std::filesystem::file_size(table) > 500);
    CHECK(std::filesystem::file_size(pdf) > 5000);
    // That both left is in the trail, and is shown at once.
    CHECK_THAT(gui::fromWx(auditRows().front()[3]), ContainsSubstring("exported"));
    theApp().close();
    CHECK(clinic.isSound());
}
