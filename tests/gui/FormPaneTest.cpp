// SPDX-License-Identifier: MIT
// Forms in the window: what could not be stored is not shown, and what the patient's hands reach.
#include "gui/FormPane.h"

#include "app/FormFilling.h"
#include "app/OpenClinic.h"
#include "app/Prompter.h"
#include "domain/Error.h"
#include "gui/Accessible.h"
#include "gui/FormEditor.h"
#include "gui/FormsPage.h"
#include "gui/GuiTest.h"
#include "gui/HandOverPage.h"
#include "gui/LargeControls.h"
#include "gui/LineField.h"
#include "gui/PillButton.h"
#include "gui/PlaceMenu.h"
#include "gui/SegmentedControl.h"
#include "gui/TextBlock.h"
#include "gui/Words.h"
#include "storage/CaseRepository.h"
#include "storage/Store.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <wx/clipbrd.h>
#include <wx/dataobj.h>
#include <wx/timer.h>

#include <memory>
#include <optional>
#include <string>

namespace {

using namespace palpate;
using namespace palpate::gui;
using namespace palpate::guitest;
using test::place;
using test::row;

/// Agrees or not, and counts how often it was asked.
class Asked final : public app::Prompter {
public:
    bool agrees = false;
    int count = 0;
    bool confirm(const Message&, const Message&) override {
        ++count;
        return agrees;
    }
    std::optional<std::filesystem::path> chooseSaveFile(const Message&,
                                                        const std::string&) override {
        return {};
    }
    std::optional<std::filesystem::path> chooseFile(const Message&,
                                                    const std::vector<std::string>&) override {
        return {};
    }
    std::optional<std::filesystem::path> chooseFolder(const Message&) override { return {}; }
    void tell(const Message&) override {}
};

/// The controls of a screen that was handed over are large; the next story's are not.
struct UsualControls {
    UsualControls() = default;
    ~UsualControls() { setLargeControls(false); }
    UsualControls(const UsualControls&) = delete;
    UsualControls& operator=(const UsualControls&) = delete;
};

constexpr const char* kTwo = R"({"linkId": "yes", "type": "boolean", "text": "Does it hurt?"},
    {"linkId": "words", "type": "string", "text": "Where?"})";

[[nodiscard]] wxString allWords(const wxWindow& window) {
    wxString words;
    if (const auto* const block = dynamic_cast<const TextBlock*>(&window)) {
        words += block->text() + "\n";
    }
    for (const wxWindow* const child : window.GetChildren()) {
        words += allWords(*child);
    }
    return words;
}

} // namespace

TEST_CASE("a yes that could not be stored is not shown as the answer", "[gui][forms]") {
    test::OpenClinic clinic;
    test::ownForm(clinic, "two", kTwo);
    app::FormPresenter form{*clinic, test::formOf(clinic, "urn:clinic:two"),
                            test::subjectOf(clinic)};
    REQUIRE_FALSE(form.setTruth(place("yes"), false));
    Asked prompter;
    Stage stage;
    auto* pane = new FormPane{stage.panel(), "pane", *clinic, prompter};
    stage.add(pane, 1);
    pane->open(&form);
    stage.show();
    auto& truth = namedAs<SegmentedControl>("form.yes.answer");
    REQUIRE(truth.selected() == 1);

    const auto other = clinic.secondProgram();
    app::FormPresenter there{*other, form.record()};
    REQUIRE_FALSE(there.type(place("words"), "the low back"));
    wxKeyEvent home{wxEVT_KEY_DOWN};
    home.m_keyCode = WXK_HOME; // the first segment: yes
    home.SetEventObject(&truth);
    CHECK_THROWS_AS(truth.ProcessWindowEvent(home), RecordChanged);
    CHECK(row(form, "yes").truth == false);
    CHECK(truth.selected() == 1);
    pane->open(nullptr);
}

TEST_CASE("one of several groups goes with its answers only after a question", "[gui][forms]") {
    test::OpenClinic clinic;
    test::ownForm(clinic, "medicines",
                  R"({"linkId": "g", "type": "group", "text": "Medicine", "repeats": true, "item":
                     [{"linkId": "name", "type": "string", "text": "Name"}]})");
    app::FormPresenter form{*clinic, test::formOf(clinic, "urn:clinic:medicines"),
                            test::subjectOf(clinic)};
    REQUIRE_FALSE(form.type(place("g/name"), "aspirin"));
    form.addRepetition(place("g"));
    Asked prompter;
    Stage stage;
    auto* pane = new FormPane{stage.panel(), "pane", *clinic, prompter};
    stage.add(pane, 1);
    pane->open(&form);
    stage.show();

    namedAs<PillButton>("form.g.remove").onClick();
    CHECK(prompter.count == 1);
    CHECK(row(form, "g/name").text == "aspirin");
    // The empty one goes without a word.
    namedAs<PillButton>("form.g[1].remove").onClick();
    CHECK(prompter.count == 1);
    CHECK_FALSE(test::isShown(form, "g#1/name"));
    CHECK(row(form, "g/name").text == "aspirin");

    form.addRepetition(place("g"));
    pump();
    prompter.agrees = true;
    namedAs<PillButton>("form.g.remove").onClick();
    CHECK(prompter.count == 2);
    CHECK(row(form, "g/name").text.empty());
    pane->open(nullptr);
}

TEST_CASE("the hint of a date stands whole in its field", "[gui][forms]") {
    Stage stage;
    const wxString hint = "such as 14 Mar 1980; a year or month alone will do";
    auto* field = new LineField{stage.panel(), "date", "Date of birth", hint};
    field->setWidth(120);
    const int needs = field->field().GetTextExtent(hint).x;
    CHECK(field->GetMinSize().x < needs);
    field->showWholeHint();
    CHECK(field->GetMinSize().x > needs);
}

TEST_CASE("a form that is open closes when another case is chosen", "[gui][forms]") {
    test::OpenClinic clinic;
    Case second = test::aCase(7);
    second.patient = clinic.patient();
    second.complaint = "Shoulder pain";
    clinic->store().cases().add(second);
    Asked prompter;
    Stage stage{{1000, 700}};
    auto* page = new FormsPage{stage.panel(), *clinic, prompter};
    stage.add(page, 1);
    page->caseTitle = [&](const CaseId& id) {
        return std::string{id == clinic.caseId() ? "Low back pain" : "Shoulder pain"};
    };
    stage.show();
    page->show(clinic.patient(), clinic.caseId(), {});
    page->start("urn:palpate:form/symptoms");
    waitFor("its case is named", [] {
        const auto* const words =
            dynamic_cast<TextBlock*>(wxWindow::FindWindowByName("formEditor.case"));
        return words && words->IsShownOnScreen() && words->text().Contains("Low back pain");
    });
    page->show(clinic.patient(), clinic.caseId(), {});
    CHECK(page->editor().form() != nullptr); // the same case: it stays
    page->show(clinic.patient(), second.id, {});
    CHECK(page->editor().form() == nullptr);
    CHECK(named("forms.lists").IsShownOnScreen());
    page->close();
}

SCENARIO("a form is in the patient's hands", "[gui][forms]") {
    GIVEN("a form whose description is for the practitioner, and a copied text of somebody else") {
        test::OpenClinic clinic;
        test::ownForm(clinic, "hand", kTwo, R"("description": "Meant for the practitioner.", )");
        auto made = std::make_unique<app::FormPresenter>(
            *clinic, test::formOf(clinic, "urn:clinic:hand"), test::subjectOf(clinic));
        const FormRecordId record = made->record();
        Asked prompter;
        const UsualControls usual;
        Stage stage{{1000, 760}};
        auto* page = new HandOverPage{stage.panel(), *clinic, prompter};
        stage.add(page, 1);
        stage.show();
        for (const bool primary : {true, false}) {
            wxTheClipboard->UsePrimarySelection(primary);
            REQUIRE(wxTheClipboard->Open());
            wxTheClipboard->SetData(new wxTextDataObject{"A. Kovacs, HIV"}); // it takes it
            wxTheClipboard->Close();
        }
        std::optional<wxString> left;
        page->onLeft = [&](const wxString& unstored) { left = unstored; };
        page->open(std::move(made));
        stage.panel()->Layout();
        waitFor("the question is there",
                [] { return wxWindow::FindWindowByName("form.words.answer.field") != nullptr; });
        auto& field = namedAs<wxTextCtrl>("form.words.answer.field");
        THEN("the description is not shown") {
            CHECK_FALSE(allWords(*page).Contains("Meant for the practitioner"));
        }
        THEN("what was copied before can't be pasted") {
            click(field);
            waitFor("it has the focus", [&] { return field.HasFocus(); });
            pressKey('V', wxMOD_CONTROL);
            pump(200);
            CHECK(field.GetValue().empty());
            typeText("knee");
            waitFor("it takes what is typed", [&] { return field.GetValue() == "knee"; });
        }
        WHEN("the last words can't be stored, and the password is right") {
            const auto other = clinic.secondProgram();
            app::FormPresenter there{*other, record};
            REQUIRE_FALSE(there.setTruth(place("yes"), true));
            field.SetValue("my knee");
            bool wasTold = false;
            wxTimer practitioner;
            practitioner.Bind(wxEVT_TIMER, [&](wxTimerEvent&) {
                auto* const password =
                    dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName("leave.password"));
                if (password && password->IsShownOnScreen()) {
                    practitioner.Stop();
                    wasTold = wxWindow::FindWindowByName("leave.unstored") != nullptr;
                    password->SetValue("a long enough pass phrase");
                    namedAs<PillButton>("leave.accept").onClick();
                }
            });
            practitioner.Start(30);
            const bool mayLeave = page->askToLeave();
            THEN("the record opens again, and the loss is told before and after") {
                CHECK(mayLeave);
                CHECK(wasTold);
                CHECK_FALSE(page->isOpen());
                waitFor("it is left", [&] { return left.has_value(); });
                CHECK(left->Contains("not stored"));
                CHECK(left->Contains("my knee")); // so that it can be written down
            }
        }
    }
}

TEST_CASE("the language of a form is chosen above its questions", "[gui][forms]") {
    test::OpenClinic clinic;
    const auto german = [](const std::string& name, const std::string& words) {
        return "\"_" + name +
               R"(": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation",
            "extension": [{"url": "lang", "valueCode": "de"},
                          {"url": "content", "valueString": ")" +
               words + "\"}]}]}";
    };
    test::ownForm(clinic, "two",
                  R"({"linkId": "g", "type": "group", "text": "Pain", "item": [
                     {"linkId": "yes", "type": "boolean", "text": "Does it hurt?", )" +
                      german("text", "Tut es weh?") +
                      R"(}]}, {"linkId": "h", "type": "group", "text": "Past", "item": [
                     {"linkId": "since", "type": "string", "text": "Since when?"}]})",
                  R"("language": "en", )" + german("title", "Fragebogen") + ", ");
    Asked prompter;
    Stage stage{{900, 600}};
    auto* editor = new FormEditor{stage.panel(), *clinic, prompter};
    stage.add(editor, 1);
    editor->open(std::make_unique<app::FormPresenter>(
                     *clinic, test::formOf(clinic, "urn:clinic:two"), test::subjectOf(clinic)),
                 {});
    stage.show();
    auto& menu = namedAs<PlaceMenu>("form..answer");
    CHECK(fromWx(menu.GetLabel()).find("Deutsch") == std::string::npos);
    CHECK(menu.places().size() == 2); // and no "not asked"
    CHECK(menu.AcceptsFocusFromKeyboard());
    CHECK(wxWindow::FindWindowByName("form..answer.clear") == nullptr);
    CHECK(allWords(*editor).Contains("Form two"));
    const auto spoken = [] { return accessibleName(named("form.g/yes.answer")); };
    CHECK(spoken().Contains("Does it hurt?"));

    menu.SetFocus();
    menu.onPlace(1);
    pump();
    CHECK(allWords(*editor).Contains("Fragebogen"));
    CHECK(spoken().Contains("Tut es weh?"));
    CHECK(menu.HasFocus());
    CHECK(accessibleName(menu) == "Language: Deutsch (German)");
    CHECK(namedAs<TextBlock>("formEditor.progressText").text() == "0 of 2 answered");

    // Handed over, it is the first thing of the first part, and no part of its own.
    const UsualControls usual;
    auto form = editor->release();
    auto* page = new HandOverPage{stage.panel(), *clinic, prompter};
    stage.add(page, 1);
    editor->Hide();
    page->open(std::move(form));
    stage.panel()->Layout();
    pump(200);
    CHECK(namedAs<TextBlock>("handOver.title").text() == "Fragebogen");
    CHECK(namedAs<TextBlock>("handOver.progressText").text().StartsWith("Part 1 of 2"));
    CHECK(spoken().Contains("Tut es weh?"));
}

TEST_CASE("a file that is asked for does not keep a patient from finishing", "[gui][forms]") {
    test::OpenClinic clinic;
    test::ownForm(
        clinic, "scan",
        R"({"linkId": "yes", "type": "boolean", "text": "Does it hurt?", "required": true},
            {"linkId": "scan", "type": "attachment", "text": "The scan", "required": true})");
    Asked prompter;
    const UsualControls usual;
    Stage stage{{900, 700}};
    auto* page = new HandOverPage{stage.panel(), *clinic, prompter};
    stage.add(page, 1);
    auto form = std::make_unique<app::FormPresenter>(
        *clinic, test::formOf(clinic, "urn:clinic:scan"), test::subjectOf(clinic));
    auto& handed = *form;
    page->open(std::move(form));
    stage.show();
    CHECK(accessibleDescription(named("form.scan")) == "Your therapist adds this file.");
    CHECK(wxWindow::FindWindowByName("form.scan.answer") == nullptr);

    namedAs<PillButton>("handOver.next").onClick();
    CHECK(namedAs<TextBlock>("handOver.problem").text() ==
          "One answer is still missing or not right yet.");
    REQUIRE_FALSE(handed.setTruth(place("yes"), true));
    namedAs<PillButton>("handOver.next").onClick();
    CHECK(named("handOver.thankYou").IsShownOnScreen());
    CHECK_FALSE(handed.view().completed); // or no file could be added any more
    CHECK(handed.view().answered == 1);
}
