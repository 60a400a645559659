// SPDX-License-Identifier: MIT
// Forms by real clicks and keys: filled in, handed over to the patient, and what follows from them.
#include "app/Clinic.h"
#include "domain/FormRecord.h"
#include "domain/Screening.h"
#include "gui/Accessible.h"
#include "gui/BodyQuestion.h"
#include "gui/ChartingPerson.h"
#include "gui/FormEditor.h"
#include "gui/FormPane.h"
#include "gui/FormRow.h"
#include "gui/JourneyApp.h"
#include "gui/JourneyClinic.h"
#include "gui/MainFrame.h"
#include "gui/MapCanvas.h"
#include "gui/ReportForm.h"
#include "gui/RowList.h"
#include "gui/SegmentedControl.h"
#include "gui/TextBlock.h"
#include "gui/Words.h"
#include "storage/CarePlanRepository.h"
#include "storage/FormRepository.h"
#include "storage/ScreeningRepository.h"
#include "storage/Store.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <wx/textctrl.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using journey::JourneyClinic;
using journey::theApp;
using Me = journey::ChartingPerson;

/// What stands in the clinic's file, read as another program would.
struct FormsClinic : JourneyClinic {
    template <class Look> auto stored(Look look) const {
        const SystemClock clock;
        storage::Store store{folder(), {userName(), password()}, clock};
        auto seen = look(store);
        store.signOut();
        return seen;
    }
    [[nodiscard]] std::vector<FormRecord> forms() const {
        return stored([&](storage::Store& store) { return store.forms().ofPatient(patient()); });
    }
    [[nodiscard]] std::vector<RaisedFlag> flags() const {
        return stored(
            [&](storage::Store& store) { return store.screenings().ofPatient(patient()); });
    }
};

[[nodiscard]] bool isThere(const wxString& name) {
    return Me::see([&] { return Me::find(name) != nullptr; });
}

void waitForText(const wxString& block, const std::string& words) {
    Me::waitFor(block.utf8_string() + " says " + words, [&] {
        const auto* const text = dynamic_cast<gui::TextBlock*>(Me::find(block));
        return text && gui::fromWx(text->text()).find(words) != std::string::npos;
    });
}

[[nodiscard]] std::string focused() {
    return Me::see([] {
        const wxWindow* const window = wxWindow::FindFocus();
        return window ? gui::fromWx(window->GetName()) : std::string{};
    });
}

void clickRow(const wxString& list, int row) {
    Me::click(list,
              [row](wxWindow& window) { return dynamic_cast<gui::RowList&>(window).rowArea(row); });
}

/// The list in sight that holds a form of that title, and its row.
[[nodiscard]] std::pair<wxString, int> lineOf(const std::string& title) {
    return Me::see([&]() -> std::pair<wxString, int> {
        std::vector<wxString> names{"forms.due", "forms.begun", "forms.filled"};
        for (int i = 0; i < 9; ++i) {
            names.push_back(wxString::Format("forms.empty%d", i));
        }
        for (const wxString& name : names) {
            const auto* const list = dynamic_cast<gui::RowList*>(Me::find(name));
            for (int row = 0; list && row < list->count(); ++row) {
                if (gui::fromWx(list->row(row).title).find(title) != std::string::npos) {
                    return {name, row};
                }
            }
        }
        throw journey::Stuck{"no form is called " + title};
    });
}

void openForms(JourneyClinic& clinic) {
    clinic.openPatient();
    Me::press("F8");
    Me::waitFor("the forms are listed", [] { return Me::find("forms.lists") != nullptr; });
}

void openForm(const std::string& title) {
    const auto [list, row] = lineOf(title);
    clickRow(list, row);
    waitForText("formEditor.title", title);
}

/// The segment Yes, No or Not asked of a question.
void answer(const wxString& row, int segment) {
    Me::segment(row + ".answer", segment);
}

enum { kYes, kNo, kNotAsked };

/// The choice of the three dots of a line.
void chooseOf(const std::string& title, int entry) {
    const auto [list, row] = lineOf(title);
    Me::click(list, [row](wxWindow& window) {
        return dynamic_cast<gui::RowList&>(window).dotsArea(row);
    });
    Me::chooseFromMenu(entry);
}

TEST_CASE("a form is filled in and completed by the keyboard alone", "[journey][forms]") {
    FormsClinic clinic;
    openForms(clinic);
    // To the list that holds it, down to its line, and in.
    const auto [list, row] = lineOf("Numeric pain rating");
    for (int i = 0; i < 40 && focused() != gui::fromWx(list); ++i) {
        Me::press("Tab");
    }
    REQUIRE(focused() == gui::fromWx(list));
    Me::press("Home");
    for (int i = 0; i < row; ++i) {
        Me::press("Down");
    }
    Me::press("Return");
    Me::waitFor("the first question has the focus",
                [] { return wxWindow::FindFocus() == Me::find("form.nprs.now.answer"); });
    waitForText("formEditor.progressText", "0 of 3");

    // What is missing is said beside its question, and nothing is completed.
    Me::press("ctrl+Return");
    Me::waitFor("the missing answer is named", [] {
        const auto& question = Me::the<gui::FormRow>("form.nprs.now");
        return !question.view().problems.empty();
    });
    Me::press("6");
    Me::press("Tab");
    Me::press("2");
    Me::press("Tab");
    Me::press("8");
    waitForText("formEditor.progressText", "3 of 3");
    REQUIRE(clinic.forms().size() == 1);
    CHECK_FALSE(clinic.forms().front().completed.has_value());

    // Not asked again, and asked again.
    Me::press("BackSpace");
    waitForText("formEditor.progressText", "2 of 3");
    Me::press("9");
    waitForText("formEditor.progressText", "3 of 3");
    Me::press("ctrl+Return");
    Me::waitFor("it is among the filled in", [] {
        const auto* const filled = dynamic_cast<gui::RowList*>(Me::find("forms.filled"));
        return filled && filled->count() == 1;
    });
    REQUIRE(clinic.forms().size() == 1);
    CHECK(clinic.forms().front().completed.has_value());
    waitForText("measure0.sentence", "Scored once");
    theApp().close();
}

TEST_CASE("y and n answer, not asked is neither, and a second opening goes on where it was",
          "[journey][forms]") {
    FormsClinic clinic;
    openForms(clinic);
    openForm("Red flags: low back");
    const wxString first = "form.urgency.emergency/flag.ces_saddle";
    Me::waitFor("the first question has the focus",
                [&] { return wxWindow::FindFocus() == Me::find(first + ".answer"); });
    const auto truthOf = [](const wxString& row) {
        return Me::see([&] { return Me::the<gui::FormRow>(row).view().truth; });
    };
    CHECK_FALSE(truthOf(first).has_value());
    Me::press("n");
    Me::waitFor("it is no",
                [&] { return Me::the<gui::FormRow>(first).view().truth == std::optional{false}; });
    Me::press("BackSpace");
    Me::waitFor("it is not asked", [&] { return !Me::the<gui::FormRow>(first).view().truth; });
    Me::press("n");
    Me::press("Tab");
    const wxString second = "form.urgency.emergency/flag.ces_bladder";
    CHECK(focused() == gui::fromWx(second + ".answer"));
    Me::press("n");
    Me::waitFor("both are answered",
                [&] { return Me::the<gui::FormRow>(second).view().truth == std::optional{false}; });
    Me::click("formEditor.back");
    Me::waitFor("it is among the begun", [] {
        const auto* const begun = dynamic_cast<gui::RowList*>(Me::find("forms.begun"));
        return begun && begun->count() == 1;
    });
    clickRow("forms.begun", 0);
    waitForText("formEditor.progressText", "2 of");
    CHECK(truthOf(first) == std::optional{false});
    CHECK(clinic.forms().size() == 1);
    theApp().close();
}

TEST_CASE("the screen is handed over, and only the right password leads back", "[journey][forms]") {
    FormsClinic clinic;
    openForms(clinic);
    chooseOf("Everyday life", 1);
    waitForText("handOver.greeting", "Hello");
    // Nothing of the record is in sight.
    for (const char* const part : {"patient.name", "rail.chart", "search", "forms.lists"}) {
        CAPTURE(part);
        CHECK_FALSE(isThere(part));
    }
    Me::waitFor("the first question has the focus", [] {
        const auto* const focus = wxWindow::FindFocus();
        return focus && focus->GetName().StartsWith("form.sleep/sleep.hours");
    });
    Me::type("7.5");
    for (const char* const key :
         {"F1", "F2", "F8", "Escape", "ctrl+k", "ctrl+s", "ctrl+n", "ctrl+h", "ctrl+shift+f"}) {
        Me::press(key);
    }
    CHECK(isThere("handOver.next"));
    CHECK_FALSE(isThere("patient.name"));
    CHECK_FALSE(isThere("finder"));
    CHECK_FALSE(isThere("keys.accept"));
    Me::waitFor("the answer is there", [] {
        return Me::the<gui::FormRow>("form.sleep/sleep.hours").view().text == "7.5";
    });

    // Closing the window asks, and does not close it without the password.
    Me::press("alt+F4");
    Me::waitFor("the password is asked", [] { return Me::find("leave.password") != nullptr; });
    Me::press("Escape");
    Me::waitFor("it is still handed over", [] {
        return Me::find("leave.password") == nullptr && Me::find("handOver.next") != nullptr;
    });
    CHECK_FALSE(isThere("patient.name"));

    Me::click("handOver.leave");
    Me::fill("leave.password", "wrong horse");
    Me::press("Return");
    waitForText("leave.problems", "That is not the password");
    Me::press("Escape");
    Me::waitFor("the dialog is gone", [] { return Me::find("leave.password") == nullptr; });
    CHECK_FALSE(isThere("patient.name"));

    Me::click("handOver.next");
    waitForText("handOver.progressText", "Part 2");
    Me::click("handOver.back");
    waitForText("handOver.progressText", "Part 1");
    const auto parts = Me::see([] { return Me::the<gui::FormPane>("handOver.form").stepCount(); });
    REQUIRE(parts > 1);
    for (std::size_t i = 0; i < parts; ++i) {
        Me::click("handOver.next");
    }
    waitForText("handOver.thankYou", "Thank you");
    CHECK_FALSE(isThere("handOver.next"));
    Me::click("handOver.leaveAtEnd");
    Me::fill("leave.password", JourneyClinic::password());
    Me::press("Return");
    Me::waitFor("the record is there again", [] { return Me::find("patient.name") != nullptr; });
    Me::waitFor("the form is among the filled in", [] {
        const auto* const filled = dynamic_cast<gui::RowList*>(Me::find("forms.filled"));
        return filled && filled->count() == 1;
    });
    const auto forms = clinic.forms();
    REQUIRE(forms.size() == 1);
    CHECK(forms.front().filledBy == FilledBy::Patient);
    theApp().close();
}

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

TEST_CASE("where it hurts is painted in the form, or chosen from a list", "[journey][forms]") {
    FormsClinic clinic;
    openForms(clinic);
    openForm("Symptoms");
    const wxString question = "form.where/map.answer";
    Me::segment(question + ".view", 1); // from behind
    // Down the low back, in the middle of the body.
    Me::pointAt(question + ".map", [](wxWindow& window) {
        const wxSize size = window.GetClientSize();
        return wxRect{size.x / 2 - 4, size.y * 2 / 5, 8, 8};
    });
    Me::hold();
    Me::moveBy({0, 24});
    Me::letGo();
    Me::waitFor("it is painted",
                [&] { return !Me::the<gui::BodyQuestion>(question).painter().isEmpty(); });
    const auto painted =
        Me::see([&] { return Me::the<gui::FormRow>("form.where/map").view().text; });
    CHECK_THAT(painted, ContainsSubstring("posterior"));

    // The same by keys: a part of the body from the list.
    Me::see([&] { Me::find(question + ".parts")->SetFocus(); });
    Me::press("space");
    Me::chooseFromMenu(0);
    Me::waitFor("more is painted", [&] {
        return Me::the<gui::FormRow>("form.where/map").view().text.size() > painted.size();
    });
    Me::click(question + ".clearAll");
    Me::waitFor("it is wiped",
                [] { return !Me::the<gui::FormRow>("form.where/map").view().isAnswered; });
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

void requireNames(const wxWindow& window, std::vector<std::string>& nameless) {
    for (const wxWindow* const child : window.GetChildren()) {
        if (child->IsShown() && !child->IsTopLevel()) {
            const bool takesKeys = child->AcceptsFocusFromKeyboard() && child->IsEnabled() &&
                                   child->GetChildren().empty() &&
                                   dynamic_cast<const wxPanel*>(child) == nullptr;
            if (takesKeys && gui::accessibleName(*child).empty()) {
                nameless.push_back(gui::fromWx(child->GetName()));
            }
            requireNames(*child, nameless);
        }
    }
}

TEST_CASE("every control of the forms says what it is", "[journey][forms]") {
    FormsClinic clinic;
    openForms(clinic);
    const auto nameless = [](const wxString& part) {
        return Me::see([&] {
            std::vector<std::string> found;
            requireNames(*Me::find(part), found);
            return found;
        });
    };
    CHECK(nameless("forms") == std::vector<std::string>{});
    openForm("Symptoms");
    CHECK(nameless("formEditor") == std::vector<std::string>{});
    theApp().close();
}

} // namespace
