// SPDX-License-Identifier: MIT
// What follows from a form by real clicks and keys: flags, letters, home care, the screening.
#include "gui/Accessible.h"
#include "gui/ChartingPerson.h"
#include "gui/FormRow.h"
#include "gui/FormsClinic.h"
#include "gui/JourneyApp.h"
#include "gui/MainFrame.h"
#include "gui/ReportForm.h"
#include "gui/RowList.h"
#include "gui/Words.h"
#include "storage/ScreeningRepository.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <filesystem>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using journey::answer;
using journey::clickRow;
using journey::focused;
using journey::FormsClinic;
using journey::isThere;
using journey::kYes;
using journey::openForm;
using journey::openForms;
using journey::theApp;
using journey::waitForText;
using Me = journey::ChartingPerson;

/// Completes the low-back screening with one yes.
void raiseOneFlag() {
    openForm("Red flags: low back");
    answer("form.urgency.emergency/flag.ces_saddle", kYes);
    Me::waitFor("it is yes", [] {
        return Me::the<gui::FormRow>("form.urgency.emergency/flag.ces_saddle").view().truth ==
               std::optional{true};
    });
    Me::click("formEditor.complete");
    Me::waitFor("the flag asks to be settled", [] { return Me::find("flag0") != nullptr; });
}

TEST_CASE("a yes raises a banner, and treatment goes on only for a reason", "[journey][forms]") {
    FormsClinic clinic;
    openForms(clinic);
    CHECK_FALSE(isThere("flagBanner"));
    raiseOneFlag();
    REQUIRE(clinic.flags().size() == 1);
    CHECK_FALSE(clinic.flags().front().isSettled());
    Me::click("flags.accept");
    Me::waitFor("the banner stands above the forms",
                [] { return Me::find("flagBanner") != nullptr; });
    Me::click("rail.overview");
    CHECK(isThere("flagBanner"));
    waitForText("flagBanner.headline", "Emergency");

    Me::click("flagBanner.settle");
    Me::click("flag0.goOn");
    Me::click("flag0.goOnRecord");
    waitForText("flag0.problem", "");
    CHECK_FALSE(clinic.flags().front().isSettled());
    Me::fill("flag0.goOnReason", "examined today, sensation is full");
    Me::press("Return");
    Me::waitFor("it is recorded", [] { return Me::find("flag0.deed") != nullptr; });
    Me::click("flags.accept");
    Me::waitFor("the banner is gone", [] { return Me::find("flagBanner") == nullptr; });
    const auto flags = clinic.flags();
    REQUIRE(flags.front().deeds.size() == 1);
    CHECK(flags.front().deeds.front().kind == FlagDeedKind::GoesOn);
    CHECK(flags.front().deeds.front().reason == "examined today, sensation is full");

    // The button that led there is gone; the keys are still heard.
    Me::waitFor("the window has the keys", [] { return theApp().frame()->IsActive(); });
    Me::press("F2");
    Me::waitFor("the chart is open", [] { return Me::find("chart.map") != nullptr; });
    theApp().close();
}

TEST_CASE("one click writes the letter that settles the flag", "[journey][forms]") {
    FormsClinic clinic;
    clinic.addSigned(7, {test::anActiveFindingOn("quadratus_lumborum", 1)}, {});
    openForms(clinic);
    raiseOneFlag();
    Me::click("flags.accept");
    Me::click("flagBanner.letter");
    Me::waitFor("the letter is open", [] { return Me::find("letter.recipient") != nullptr; });
    waitForText("letter.flagLines", "auda equina");
    Me::click("letter.recipient");
    Me::press("ctrl+a");
    Me::type("Dr M. Patel");
    const auto pdf = clinic.temp() / "letter.pdf";
    Me::see([&] {
        theApp().nextFile = pdf;
        theApp().agrees = false;
    });
    Me::click("documents.save");
    waitForText("documents.told", "The red flags stay open.");
    CHECK(std::filesystem::exists(pdf));
    CHECK(isThere("flagBanner"));
    CHECK_FALSE(clinic.flags().front().isSettled());
    CHECK(Me::see([] { return theApp().lastQuestion; }) ==
          "Note the red flag that this letter names as referred to Dr M. Patel?");

    Me::see([&] {
        theApp().nextFile = clinic.temp() / "again.pdf";
        theApp().agrees = true;
    });
    Me::click("documents.save");
    waitForText("documents.told", "referred to Dr M. Patel");
    Me::waitFor("the banner is gone", [] { return Me::find("flagBanner") == nullptr; });
    const auto flags = clinic.flags();
    REQUIRE(flags.size() == 1);
    REQUIRE(flags.front().deeds.size() == 1);
    CHECK(flags.front().deeds.front().kind == FlagDeedKind::Referred);
    CHECK(flags.front().deeds.front().whom == "Dr M. Patel");
    theApp().close();
}

TEST_CASE(
    "a letter from the documents begins with the flag, and settles none that it does not name",
    "[journey][forms]") {
    FormsClinic clinic;
    clinic.addSigned(7, {test::anActiveFindingOn("quadratus_lumborum", 1)}, {});
    openForms(clinic);
    raiseOneFlag();
    Me::click("flags.accept");
    Me::click("rail.documents");
    Me::waitFor("the documents are open", [] { return Me::find("reportForm") != nullptr; });
    Me::see([] { Me::the<gui::ReportForm>("reportForm").choose("referral-letter"); });
    waitForText("letter.flagLines", "auda equina");
    Me::fill("letter.recipient", "Dr M. Patel");

    Me::click("letter.chooseFlags"); // and out it goes again
    Me::waitFor("the table is open", [] { return Me::find("redFlags.list") != nullptr; });
    clickRow("redFlags.list", 0);
    Me::click("redFlags.accept");
    waitForText("letter.flagLines", "none named");
    const auto pdf = clinic.temp() / "letter.pdf";
    Me::see([&] { theApp().nextFile = pdf; });
    Me::click("documents.save");
    waitForText("documents.told", "Saved as");
    CHECK(Me::see([] { return theApp().lastQuestion; }).empty());
    CHECK(isThere("flagBanner"));
    CHECK_FALSE(clinic.flags().front().isSettled());
    theApp().close();
}

TEST_CASE("a factor leads to home care that is agreed on and stopped", "[journey][forms]") {
    FormsClinic clinic;
    openForms(clinic);
    openForm("Contributing factors");
    answer("form.factors.mechanical/factor.sitting", kYes);
    Me::waitFor("it is yes", [] {
        return Me::the<gui::FormRow>("form.factors.mechanical/factor.sitting").view().truth ==
               std::optional{true};
    });
    Me::click("formEditor.complete");
    Me::waitFor("home care is proposed", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("care.proposals"));
        return list && list->count() > 0;
    });
    const wxString proposed =
        Me::see([] { return Me::the<gui::RowList>("care.proposals").row(0).title; });
    clickRow("care.proposals", 0);
    Me::click("care.dose");
    Me::press("ctrl+a");
    Me::type("every 30 minutes");
    Me::fill("care.review", "in 2 weeks");
    Me::press("Return");
    Me::waitFor("it is in the plan", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("care.items"));
        return list && list->count() == 1;
    });
    const auto planned = Me::see([] { return Me::the<gui::RowList>("care.items").row(0); });
    CHECK(planned.title == proposed);
    CHECK(planned.lines.front() == "every 30 minutes");
    Me::click("care.items",
              [](wxWindow& window) { return dynamic_cast<gui::RowList&>(window).dotsArea(0); });
    Me::chooseFromMenu(1);
    Me::fill("care.reason", "did not help");
    Me::press("Return");
    Me::waitFor("it is stopped",
                [] { return Me::the<gui::RowList>("care.items").row(0).badge == "stopped"; });
    theApp().close();
}

TEST_CASE("the screening is offered beside the session, and the map stays where it is",
          "[journey][forms]") {
    FormsClinic clinic;
    clinic.openChart();
    waitForText("chart.screening.words", "First session of this case");
    const auto map = [] {
        return Me::see([] { return Me::the<wxWindow>("chart.map").GetScreenRect(); });
    };
    const wxRect before = map();
    Me::waitFor("the strip stands at the foot of the session", [] {
        const wxRect strip = Me::the<wxWindow>("chart.screening").GetScreenRect();
        const auto& frame = *theApp().frame();
        const wxRect inside{frame.ClientToScreen(wxPoint{0, 0}), frame.GetClientSize()};
        return inside.Contains(strip) &&
               strip.y > Me::the<wxWindow>("session.sign").GetScreenRect().y &&
               strip.width <= Me::the<wxWindow>("session").GetSize().x;
    });
    CHECK_THAT(Me::see([] {
                   return gui::fromWx(gui::accessibleName(*Me::find("chart.screening.screen")));
               }),
               ContainsSubstring("red flags") && ContainsSubstring("First session"));

    // F6 stops at it, after the session and before the map.
    Me::see([] { Me::find("chart.map")->SetFocus(); });
    Me::press("shift+F6");
    CHECK(focused() == "chart.screening.screen");
    Me::press("shift+F6");
    CHECK(Me::see([] { return Me::find("session")->IsDescendant(wxWindow::FindFocus()); }));
    Me::press("F6");
    CHECK(focused() == "chart.screening.screen");
    Me::press("F6");
    CHECK(focused() == "chart.map");

    // Put off by the keyboard: the map is next, and nothing else has moved.
    Me::see([] { Me::find("chart.screening.later")->SetFocus(); });
    Me::press("space");
    Me::waitFor("it is put off, and the map has the focus", [] {
        return Me::find("chart.screening") == nullptr &&
               wxWindow::FindFocus() == Me::find("chart.map");
    });
    CHECK(map() == before);
    Me::fill("note.subjective.editor.field", "Stiff in the morning.");
    Me::click("rail.overview");
    Me::waitFor("the overview is open", [] { return Me::find("overview.start") != nullptr; });
    Me::click("rail.chart");
    Me::waitFor("the chart is open", [] { return Me::find("chart.map") != nullptr; });
    CHECK_FALSE(isThere("chart.screening"));

    // Numbness brings it back while one writes, and one goes on writing.
    Me::refill("note.subjective.editor.field", "Numb left foot.");
    waitForText("chart.screening.words", "numbness, in the session of");
    CHECK(focused() == "note.subjective.editor.field");
    CHECK(map() == before);
    Me::click("chart.screening.screen");
    waitForText("formEditor.title", "Red flags: low back");
    Me::click("rail.chart");
    waitForText("chart.screening.words", "numbness, in the session of");
    theApp().close();
}

} // namespace
