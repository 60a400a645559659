// SPDX-License-Identifier: MIT
// By real clicks: the clinic says how long records are kept, one is due, is exported, and ends.
#include "gui/ChartingPerson.h"
#include "gui/JourneyApp.h"
#include "gui/JourneyClinic.h"
#include "gui/RowList.h"
#include "gui/TextBlock.h"
#include "gui/Words.h"
#include "storage/Store.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <filesystem>
#include <string>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using journey::JourneyClinic;
using journey::theApp;
using Me = journey::ChartingPerson;

constexpr int kKeeping = 5; ///< place of the tab, of all that an owner sees
enum Part { Due, Rules, Destroyed };

void waitForText(const wxString& block, const std::string& words) {
    Me::waitFor(block.utf8_string() + " says " + words, [&] {
        const auto* const text = dynamic_cast<gui::TextBlock*>(Me::find(block));
        return text && gui::fromWx(text->text()).find(words) != std::string::npos;
    });
}

void waitForRows(int count) {
    Me::waitFor("the list has " + std::to_string(count) + " rows", [&] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("keeping.list"));
        return list && list->count() == count;
    });
}

void clickRow(int row) {
    Me::click("keeping.list",
              [row](wxWindow& window) { return dynamic_cast<gui::RowList&>(window).rowArea(row); });
}

[[nodiscard]] std::vector<std::string> namesIn(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        names.push_back(entry.path().filename().string());
    }
    std::ranges::sort(names);
    return names;
}

} // namespace

TEST_CASE("a record that need not be kept any longer is exported and ends", "[journey][keeping]") {
    JourneyClinic clinic;
    static_cast<void>(clinic.addSigned(7, {test::anActiveFindingOn("quadratus_lumborum", 1)}, {}));
    const auto out = clinic.temp() / "out";
    std::filesystem::create_directory(out);
    clinic.openPatient();
    Me::press("F7");
    Me::segment("clinicPage.tabs", kKeeping);
    waitForText("keeping.meaning", "Choose the country");

    // The shipped rules are a start; the clinic adds its own.
    Me::segment("keeping.parts", Rules);
    waitForRows(5);
    waitForText("keeping.meaning", "professional body");
    Me::click("keeping.add");
    Me::fill("retention.country", "Here");
    Me::fill("retention.years", "soon");
    Me::click("retention.accept");
    waitForText("retention.problems", "Years after the last session");
    Me::refill("retention.years", "0");
    Me::fill("retention.source", "our own choice");
    Me::click("retention.accept");
    waitForRows(6);
    waitForText("keeping.told", "The rule is added");
    Me::click("keeping.country");
    Me::chooseFromMenu(5);
    waitForText("keeping.told", "The rules of Here count now");

    // The record is due, and does not end without its name being typed.
    Me::segment("keeping.parts", Due);
    waitForRows(1);
    clickRow(0);
    Me::fill("destroy.reason", "kept long enough");
    Me::fill("destroy.name", "Somebody Else");
    Me::see([&] { theApp().nextFile = out; });
    Me::click("destroy.choose");
    waitForText("destroy.where", "out");
    Me::click("destroy.accept");
    waitForText("destroy.problems", "to confirm whose record");
    Me::refill("destroy.name", fullName(test::aPatient()));
    Me::click("destroy.accept");
    waitForText("keeping.told", "The record is destroyed");
    waitForRows(0);
    CHECK(Me::see([] { return Me::find("rail.overview") == nullptr; }));

    Me::segment("keeping.parts", Destroyed);
    waitForRows(1);
    const auto names = namesIn(out);
    REQUIRE(names.size() == 2);
    CHECK_THAT(names[0], ContainsSubstring("-complete-record-"));
    CHECK_THAT(names[1], ContainsSubstring("-destruction-certificate-"));
    CHECK(namesIn(out / names[0]) ==
          std::vector<std::string>{"README.txt", "record.pdf", "rows.json"});
    Me::see([&] { theApp().nextFile = out / "again.pdf"; });
    clickRow(0);
    waitForText("keeping.told", "again.pdf");
    CHECK(std::filesystem::exists(out / "again.pdf"));
    theApp().close();
    CHECK(clinic.isSound());
}

TEST_CASE("a whole record is given out from the list of patients", "[journey][keeping]") {
    JourneyClinic clinic;
    static_cast<void>(clinic.addSigned(7, {test::anActiveFindingOn("quadratus_lumborum", 1)}, {}));
    const auto out = clinic.temp() / "out";
    std::filesystem::create_directory(out);
    clinic.openPatient();
    Me::click("rail.patients");
    Me::waitFor("the patient is listed", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("patients.list"));
        return list && list->count() == 1;
    });
    Me::click("patients.list",
              [](wxWindow& window) { return dynamic_cast<gui::RowList&>(window).dotsArea(0); });
    constexpr int kExport = 4;
    Me::chooseFromMenu(kExport);
    Me::waitFor("it is asked for whom", [] { return Me::find("export.accept") != nullptr; });
    Me::see([&] { theApp().nextFile = out; });
    Me::click("export.accept");
    Me::waitFor("the folder is there", [&] { return !std::filesystem::is_empty(out); });
    const auto names = namesIn(out);
    REQUIRE(names.size() == 1);
    theApp().close();
    CHECK(namesIn(out / names[0]) ==
          std::vector<std::string>{"README.txt", "record.pdf", "rows.json"});
    CHECK(clinic.isSound());
}
