// SPDX-License-Identifier: MIT
// What the front desk and an auditor meet in the window, by real clicks and keys.
#include "gui/ChartingPerson.h"
#include "gui/Finder.h"
#include "gui/FoundList.h"
#include "gui/JourneyApp.h"
#include "gui/MainFrame.h"
#include "gui/RecordsClinic.h"
#include "gui/RowList.h"
#include "gui/TextBlock.h"
#include "gui/Words.h"
#include "gui/Workplace.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <wx/textctrl.h>

#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using journey::RecordsClinic;
using journey::theApp;
using Me = journey::ChartingPerson;

[[nodiscard]] bool isThere(const wxString& name) {
    return Me::see([&] { return Me::find(name) != nullptr; });
}

[[nodiscard]] gui::ListRow rowOf(const wxString& list, int row) {
    return Me::see([&] { return Me::the<gui::RowList>(list).row(row); });
}

/// The titles that the finder shows for a text.
[[nodiscard]] std::vector<std::string> found(const std::string& text) {
    Me::press("ctrl+k");
    Me::type(text);
    Me::waitFor("the finder has looked for " + text, [&] {
        const auto* const finder = dynamic_cast<gui::Finder*>(Me::find("finder"));
        return finder && finder->looked().foundFor() == text;
    });
    const auto titles = Me::see([] {
        std::vector<std::string> out;
        for (const auto& row : Me::the<gui::Finder>("finder").list().rows()) {
            out.push_back(gui::fromWx(row.title));
        }
        return out;
    });
    Me::press("Escape");
    return titles;
}

/// With PALPATE_PICTURES set to a folder the screen is kept there, to be looked at.
void picture(const std::string& name) {
    if (const char* const folder = std::getenv("PALPATE_PICTURES")) {
        CHECK(std::system(
                  ("import -window root '" + std::string{folder} + "/" + name + "'").c_str()) == 0);
    }
}

[[nodiscard]] Patient named(std::uint32_t number, const char* family, const char* given) {
    Patient patient = test::aPatient(number);
    patient.familyName = family;
    patient.givenName = given;
    patient.phone.clear(); // else they might be Ana
    return patient;
}

[[nodiscard]] Patient treatedAna() {
    Patient ana = test::aPatient();
    ana.note = "Prefers mornings.";
    ana.alerts = std::vector<Alert>{{test::key<AlertKey>("anticoagulation"), "apixaban"}};
    ana.physician = {"Dr M. Patel", "Mill Lane", "020 7946 0999"};
    return ana;
}

} // namespace

TEST_CASE("the front desk adds and reaches patients, and meets nothing clinical",
          "[journey][roles]") {
    const RecordsClinic clinic;
    clinic.change(treatedAna());
    static_cast<void>(clinic.addDraft(std::chrono::hours{1}));
    clinic.addComing(named(11, "Lee", "Bo"), 7, 0);
    clinic.addComing(named(12, "Orr", "Cy"), 5, 2);
    clinic.addComing(named(13, "Poe", "Di"), 3, 9);
    clinic.signInAs(Role::FrontDesk);
    CHECK(isThere("rail.patients"));
    for (const char* const place : {"rail.search", "rail.overview", "rail.chart", "rail.history",
                                    "rail.documents", "rail.forms"}) {
        CHECK_FALSE(isThere(place));
    }
    const auto row = rowOf("patients.list", 0);
    CHECK_THAT(gui::fromWx(row.title), ContainsSubstring("Kovács"));
    CHECK(row.lines.empty());
    CHECK_THAT(gui::fromWx(rowOf("lists.rows", 0).lines.at(0)), !ContainsSubstring("back pain"));
    Me::waitFor("the warning about backups is there",
                [] { return Me::find("backupStrip") != nullptr; });
    picture("front-desk.png");

    // Neither by a key nor by the finder.
    Me::press("ctrl+shift+f");
    CHECK_FALSE(isThere("searchPage"));
    CHECK(found("clinic settings").empty());
    CHECK(found("search in all").empty());
    CHECK(found("low back").empty());
    CHECK(found("kov") == std::vector<std::string>{"Kovács, Ana"});

    // Opening the record is changing how to reach its patient.
    Me::click("patients.list",
              [](wxWindow& window) { return dynamic_cast<gui::RowList&>(window).rowArea(0); });
    Me::waitFor("the dialog opens", [] { return Me::find("patient.accept") != nullptr; });
    CHECK(isThere("patient.clinical"));
    for (const char* const field : {"patient.alertsAsked", "patient.allergiesAsked", "patient.note",
                                    "patient.consents", "patient.physician.name", "patient.hand"}) {
        CHECK_FALSE(isThere(field));
    }
    Me::refill("patient.phone", "020 7946 0777");
    picture("front-desk-patient.png");
    Me::click("patient.accept");
    Me::waitFor("the dialog closes", [] { return Me::find("patient.accept") == nullptr; });
    auto wanted = treatedAna();
    wanted.phone = "020 7946 0777";
    CHECK(clinic.patient() == wanted);

    Me::press("ctrl+n");
    Me::waitFor("the dialog opens", [] { return Me::find("patient.accept") != nullptr; });
    Me::fill("patient.familyName", "Adeyemi");
    Me::click("patient.accept");
    Me::waitFor("she is in the list", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("patients.list"));
        return list && list->count() == 5;
    });
    CHECK(clinic.refusals().empty()); // nothing was offered that is refused
    theApp().close();
}

TEST_CASE("an auditor begins in the clinic's own place, and opens no record", "[journey][roles]") {
    const RecordsClinic clinic;
    clinic.signInAs(Role::Auditor);
    Me::waitFor("the clinic's place is shown", [] { return Me::find("clinicPage") != nullptr; });
    Me::segment("clinicPage.tabs", 1);
    Me::waitFor("the trail is shown", [] { return Me::find("audit.table") != nullptr; });
    picture("auditor.png");
    for (const char* const place :
         {"rail.patients", "rail.search", "rail.overview", "patients.list"}) {
        CHECK_FALSE(isThere(place));
    }
    CHECK(found("kov").empty());
    CHECK(found("new patient").empty());
    Me::press("ctrl+n");
    CHECK_FALSE(isThere("patient.accept"));

    // What is asked for all the same is one sentence, and a row of the trail.
    Me::see([&] {
        try {
            theApp().frame()->workplace()->openPatient(test::aPatient().id);
        } catch (const std::exception& error) {
            theApp().frame()->report(error);
        }
    });
    Me::waitFor("the refusal is shown", [] {
        const auto* const words = dynamic_cast<gui::TextBlock*>(Me::find("notice.text"));
        return words && gui::fromWx(words->text()).starts_with("Only an owner, a practitioner or");
    });
    theApp().close();
    CHECK(clinic.refusals().size() == 1);
}
