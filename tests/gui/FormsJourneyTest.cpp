// SPDX-License-Identifier: MIT
// Forms by real clicks and keys: filled in, and handed over to the patient.
#include "gui/Accessible.h"
#include "gui/BodyQuestion.h"
#include "gui/ChartingPerson.h"
#include "gui/FormPane.h"
#include "gui/FormRow.h"
#include "gui/FormsClinic.h"
#include "gui/JourneyApp.h"
#include "gui/RowList.h"
#include "gui/Words.h"
#include "storage/FormRepository.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <string>
#include <vector>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using journey::answer;
using journey::chooseOf;
using journey::clickRow;
using journey::focused;
using journey::FormsClinic;
using journey::isThere;
using journey::JourneyClinic;
using journey::lineOf;
using journey::openForm;
using journey::openForms;
using journey::theApp;
using journey::waitForText;
using Me = journey::ChartingPerson;

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
