// SPDX-License-Identifier: MIT
// The controls of the session panel, each by itself, and the panel with made-up contents.
#include "domain/Error.h"
#include "gui/CautionCard.h"
#include "gui/CheckInBlock.h"
#include "gui/ChoiceField.h"
#include "gui/DoseFields.h"
#include "gui/GuiTest.h"
#include "gui/HoldTimer.h"
#include "gui/MeasureRowView.h"
#include "gui/PillButton.h"
#include "gui/PointRowView.h"
#include "gui/ScoreStrip.h"
#include "gui/SessionViews.h"
#include "gui/Settling.h"
#include "gui/TechniquePicker.h"
#include "gui/Words.h"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <vector>

using namespace palpate;
using namespace palpate::gui;
using namespace palpate::guitest;
using namespace std::chrono_literals;

namespace {

template <class Window> [[nodiscard]] Window& inside(wxWindow& window, const wxString& name) {
    auto* const found = dynamic_cast<Window*>(wxWindow::FindWindowByName(name, &window));
    INFO(name);
    REQUIRE(found != nullptr);
    return *found;
}

[[nodiscard]] app::DoseEntry entryOf(const char* id, app::DoseType type) {
    app::DoseEntry entry{LogFieldKey::from(id).value()};
    entry.label = id;
    entry.type = type;
    return entry;
}

[[nodiscard]] TreatmentId treatmentOf(int number) {
    Uuid::Bytes bytes{};
    bytes[15] = static_cast<std::uint8_t>(number);
    return TreatmentId::from(Uuid{bytes});
}

} // namespace

SCENARIO("a line that finds something is used by keys and by taps alike", "[gui][session]") {
    Stage stage;
    auto* field = new ChoiceField{stage.panel(), "find", "Treat", "c5 left"};
    auto* after = new ScoreStrip{stage.panel(), "after", "Pain"};
    stage.add(field);
    stage.add(after);
    field->complete = [](const std::string& text) {
        std::vector<QuickChoice> choices;
        if (!text.empty()) {
            choices = {{"C5 left", {}, "c5 left"}, {"C5 right", {}, "c5 right"}};
        }
        return choices;
    };
    std::vector<std::string> entered;
    field->onEnter = [&](const std::string& text, std::optional<std::size_t> chosen) {
        QuickAnswer answer;
        entered.push_back(text + (chosen ? "#" + std::to_string(*chosen) : ""));
        answer.done = chosen.has_value();
        answer.message = "Which side?";
        answer.choices = {{"left", {}, {}}, {"right", {}, {}}};
        return answer;
    };
    stage.show();
    click(field->line().field());
    waitFor("the line has the focus", [&] { return field->line().field().HasFocus(); });
    typeText("c5");
    waitFor("what it may mean stands below", [&] { return field->list().IsShown(); });
    WHEN("Down and Enter choose the second") {
        pressKey(WXK_DOWN);
        pressKey(WXK_DOWN);
        CHECK(accessibleDescription(field->line().field()) == "2 of 2: C5 right");
        pressKey(WXK_RETURN);
        THEN("it is entered and the line is empty again, with the focus") {
            CHECK(entered == std::vector<std::string>{"c5#1"});
            CHECK(field->line().text().empty());
            CHECK(field->line().field().HasFocus());
        }
    }
    WHEN("a row is tapped") {
        click(field->list(), middleOf(field->list().area(0)));
        THEN("it is entered") {
            CHECK(entered == std::vector<std::string>{"c5#0"});
        }
    }
    WHEN("Enter enters the words alone") {
        pressKey(WXK_RETURN);
        THEN("the answer's sentence and choices stand below, and a digit picks one") {
            CHECK(field->message() == "Which side?");
            pressKey('2');
            CHECK(entered == std::vector<std::string>{"c5", "c5#1"});
        }
    }
    WHEN("Tab takes the words") {
        pressKey(WXK_TAB);
        CHECK(field->line().text() == "c5 left ");
    }
    WHEN("Escape empties it and the focus leaves") {
        pressKey(WXK_ESCAPE);
        CHECK(field->line().text().empty());
        pressKey(WXK_TAB);
        waitFor("the focus moved", [&] { return after->HasFocus(); });
        CHECK_FALSE(field->list().IsShown());
    }
}

SCENARIO("a digit is a value where a value is missing", "[gui][session]") {
    Stage stage;
    auto* field = new ChoiceField{stage.panel(), "measure", "Measured", "slr l 60"};
    field->takesWords();
    stage.add(field);
    std::vector<std::string> entered;
    field->onEnter = [&](const std::string& text, std::optional<std::size_t> chosen) {
        entered.push_back(text + (chosen ? "#" + std::to_string(*chosen) : ""));
        QuickAnswer answer;
        answer.done = text.find("15") != std::string::npos;
        answer.message = "Straight-leg raise left needs a value";
        answer.choices = {{"Straight-leg raise left", {}, "slr l"}};
        return answer;
    };
    stage.show();
    click(field->line().field());
    waitFor("the line has the focus", [&] { return field->line().field().HasFocus(); });
    typeText("slr l");
    pressKey(WXK_RETURN);
    CHECK(field->message() == "Straight-leg raise left needs a value");
    typeText("15");
    CHECK(field->line().text() == "slr l 15");
    pressKey(WXK_RETURN);
    CHECK(entered == std::vector<std::string>{"slr l", "slr l 15"});
}

SCENARIO("Ctrl+Z takes back what is typed into a line and not entered", "[gui][session]") {
    Stage stage;
    auto* field = new ChoiceField{stage.panel(), "find", "Treat", "c5 left"};
    stage.add(field);
    int windows = 0; // undone by the window around it
    stage.frame().Bind(wxEVT_CHAR_HOOK, [&](wxKeyEvent& event) {
        if (event.GetKeyCode() == 'Z' && event.ControlDown()) {
            ++windows;
        } else {
            event.Skip();
        }
    });
    field->onEnter = [](const std::string&, std::optional<std::size_t>) {
        return QuickAnswer{true, {}, {}};
    };
    stage.show();
    click(field->line().field());
    waitFor("the line has the focus", [&] { return field->line().field().HasFocus(); });
    typeText("c5 left");
    pressKey('Z', wxMOD_CONTROL);
    CHECK(field->line().text() == "c5 ");
    pressKey('Z', wxMOD_CONTROL | wxMOD_SHIFT);
    CHECK(field->line().text() == "c5 left");
    CHECK(windows == 0);
    WHEN("all of it is taken back") {
        for (int i = 0; i < 9 && !field->line().text().empty(); ++i) {
            pressKey('Z', wxMOD_CONTROL);
        }
        CHECK(field->line().text().empty());
        CHECK(windows == 0);
        THEN("the next one is the window's") {
            pressKey('Z', wxMOD_CONTROL);
            CHECK(windows == 1);
        }
    }
    WHEN("it is entered") {
        pressKey(WXK_RETURN);
        REQUIRE(field->line().text().empty());
        THEN("the next one is the window's") {
            pressKey('Z', wxMOD_CONTROL);
            CHECK(windows == 1);
            CHECK(field->line().text().empty());
        }
    }
}

TEST_CASE("a line of words wraps before it is cut", "[gui][controls]") {
    Stage stage{{300, 200}};
    auto* line = new PillButton{stage.panel(), "line", "sleep", PillButton::Kind::Line,
                                PillButton::Size::Compact};
    line->setMostLines(2);
    stage.add(line);
    stage.show();
    const int one = line->GetSize().y;
    line->setText("Sleep 6 h, stress 7 of 10, water 1.5 l, sitting 9 h, activity on 2 days");
    waitFor("it is as high as two lines", [&] { return line->GetSize().y > one; });
    const int two = line->GetSize().y;
    line->setText(line->text() + ", and so on, and so on, and so on, and so on, and so on");
    pump();
    CHECK(line->GetSize().y == two);
    line->setText("sleep");
    waitFor("it is one line again", [&] { return line->GetSize().y == one; });
}

SCENARIO("the dose has exactly the technique's fields", "[gui][session]") {
    // Before the stage: what is on it may store until it is gone.
    std::map<std::string, std::string> stored;
    std::map<std::string, std::string> at;
    std::optional<LeftWords> left;
    Stage stage;
    left.emplace(stage.frame());
    auto* fields = new DoseFields{stage.panel(), "dose"};
    stage.add(fields);
    fields->onStore = [&](const TreatmentId& id, const LogFieldKey& key,
                          const std::string& typed) -> std::optional<Message> {
        if (typed == "x") {
            return Message{tr("“{1}” is no number."), {typed}};
        }
        stored[key.text()] = typed;
        at[key.text()] = id.text();
        return {};
    };
    app::DoseEntry times = entryOf("times", app::DoseType::WholeNumber);
    times.usual = "1-3";
    app::DoseEntry pressure = entryOf("pressure", app::DoseType::Number);
    pressure.unit = "kg/cm2";
    app::DoseEntry tool = entryOf("tool", app::DoseType::Choice);
    tool.choices = {{"thumb"}, {"elbow"}};
    app::DoseEntry moved = entryOf("moved", app::DoseType::YesNo);
    moved.choices = {{"yes"}, {"no"}};
    app::DoseEntry target = entryOf("target", app::DoseType::Text);
    target.place = app::DosePlace::Target;
    const std::vector<app::DoseEntry> entries{times, pressure, tool, moved, target};
    fields->render(treatmentOf(1), entries, false, *left);
    stage.show();
    auto& line = inside<LineField>(*fields, "dose.times");
    GIVEN("what stands there at first") {
        CHECK(line.text().empty());
        CHECK(accessibleName(inside<wxTextCtrl>(*fields, "dose.pressure.field")) == "pressure");
        CHECK(accessibleDescription(inside<wxTextCtrl>(*fields, "dose.pressure.field")) ==
              "kg/cm2");
        CHECK(wxWindow::FindWindowByName("dose.target", fields) == nullptr);
        fields->flush();
        CHECK(stored.empty()); // the usual dose is a proposal and nothing else
    }
    GIVEN("a number that is typed") {
        click(line.field());
        waitFor("the field has the focus", [&] { return line.field().HasFocus(); });
        typeText("2");
        waitFor(
            "it is stored while one is still there", [&] { return stored["times"] == "2"; }, 1000);
        CHECK(line.field().HasFocus());
        AND_WHEN("it is none") {
            line.field().SetValue("x");
            waitFor("the sentence stands below",
                    [&] { return inside<TextBlock>(*fields, "dose.times.problem").IsShown(); });
            CHECK(stored["times"] == "2");
            CHECK(line.text() == "x");
        }
    }
    GIVEN("choices and yes or no") {
        inside<ChipGroup>(*fields, "dose.tool").onChange(1, ChipState::On);
        inside<ChipGroup>(*fields, "dose.moved").onChange(0, ChipState::On);
        CHECK(stored["tool"] == "elbow");
        CHECK(stored["moved"] == "yes");
        inside<ChipGroup>(*fields, "dose.tool").onChange(1, ChipState::Off);
        CHECK(stored["tool"].empty());
    }
    GIVEN("words that are not stored yet when another treatment is shown") {
        line.field().SetValue("3");
        pump(20);
        fields->render(treatmentOf(2), entries, false, *left);
        CHECK(line.text().empty());
        left->store();
        THEN("they are stored at the treatment they were typed for") {
            CHECK(stored["times"] == "3");
            CHECK(at["times"] == treatmentOf(1).text());
        }
    }
    GIVEN("a technique with other fields") {
        fields->render(treatmentOf(2), {pressure}, false, *left);
        pump(60);
        CHECK(wxWindow::FindWindowByName("dose.times", fields) == nullptr);
        CHECK(inside<LineField>(*fields, "dose.pressure").text().empty());
    }
}

SCENARIO("going on against an alert needs a reason", "[gui][session]") {
    Stage stage;
    auto* card = new CautionCard{stage.panel(), "caution"};
    stage.add(card);
    std::vector<std::string> reasons;
    int held = 0;
    card->onGoOn = [&](const std::string& reason) { reasons.push_back(reason); };
    card->onHoldBack = [&] { ++held; };
    const app::CautionQuestion question = madeUpSession("caution").asking.value();
    card->render(question);
    stage.show();
    card->focusFirst();
    pump();
    WHEN("one only goes on") {
        click("caution.goOn");
        THEN("it says that a reason is missing, and nothing happens") {
            CHECK(reasons.empty());
            CHECK(inside<TextBlock>(*card, "caution.missing").IsShown());
        }
    }
    WHEN("a reason is tapped") {
        auto& chips = inside<ChipGroup>(*card, "caution.reasons");
        click(chips, middleOf(chips.chipArea(1)));
        click("caution.goOn");
        CHECK(reasons == std::vector<std::string>{question.reasons.at(1)});
    }
    WHEN("one's own words are typed and entered") {
        click(inside<wxTextCtrl>(*card, "caution.reason.field"));
        pump();
        typeText("asked her");
        pressKey(WXK_RETURN);
        CHECK(reasons == std::vector<std::string>{"asked her"});
    }
    WHEN("Escape is pressed") {
        pressKey(WXK_ESCAPE);
        waitFor("it is held back", [&] { return held == 1; });
        CHECK(reasons.empty());
    }
}

TEST_CASE("a technique tells what speaks against it before it is chosen", "[gui][session]") {
    Stage stage{{508, 480}};
    auto* picker = new TechniquePicker{stage.panel(), "card"};
    stage.add(picker);
    const app::SessionView view = madeUpSession("half-done");
    static_cast<void>(picker->render(view.card->techniques, {}, false));
    stage.show();
    const wxString sentences = inside<TextBlock>(*picker, "card.cautions").text();
    CHECK(sentences.Contains(toWx("Dry needling: Anticoagulant: only after weighing the risk")));
    CHECK(sentences.Contains(toWx("Cupping: Anticoagulant: not checked for this technique")));
    CHECK(sentences.Find(toWx("▲")) < sentences.Find("?")); // the loudest first
    CHECK(accessibleDescription(picker->chips())
              .Contains("Dry needling (Anticoagulant: only after weighing the risk) not chosen"));
    std::string chosen;
    picker->onChoose = [&](const TechniqueKey& technique) { chosen = technique.text(); };
    click(picker->chips(), middleOf(picker->chips().chipArea(3)));
    CHECK(chosen == "dry_needling");
    // The list behind "More" tells it, too.
    picker->chips().onAction(picker->chips().count() - 1);
    CHECK(inside<TextBlock>(*picker, "card.cautions").text().Contains("Thrust manipulation"));
}

TEST_CASE("a point's row is settled, rated and left by keys", "[gui][session]") {
    Stage stage;
    auto* row = new PointRowView{stage.panel(), "row"};
    stage.add(row);
    row->set(madeUpSession("follow-up").ghosts.front());
    std::vector<Settled> words;
    std::vector<int> scores;
    int steps = 0;
    int opened = 0;
    row->onSettle = [&](Settled word) { words.push_back(word); };
    row->onRate = [&](int score) { scores.push_back(score); };
    row->onStep = [&](int by) { steps += by; };
    row->onChoose = [&] { ++opened; };
    stage.show();
    row->SetFocus();
    pump();
    for (const int key : {'S', 'B', 'W', 'G'}) {
        pressKey(key);
    }
    CHECK(words == std::vector{Settled::Still, Settled::Better, Settled::Worse, Settled::Gone});
    pressKey('6');
    pressKey('X');
    CHECK(scores == std::vector<int>{6, 10});
    pressKey(WXK_DOWN);
    CHECK(steps == 1);
    pressKey(WXK_RETURN);
    CHECK(opened == 1);
    CHECK(accessibleDescription(*row).Contains("to be settled"));
    row->setReadOnly(true);
    pressKey('S');
    CHECK(words.size() == 4);
}

TEST_CASE("a result is taken away by Delete and by the cross", "[gui][session]") {
    Stage stage;
    auto* row = new MeasureRowView{stage.panel(), "measure"};
    stage.add(row);
    row->set({"Lumbar flexion", "38 deg", "usual 40 to 60", {}, true});
    int removed = 0;
    int opened = 0;
    row->onRemove = [&] { ++removed; };
    row->onChoose = [&] { ++opened; };
    stage.show();
    click(*row, middleOf(row->crossArea()));
    CHECK(removed == 1);
    pressKey(WXK_DELETE);
    CHECK(removed == 2);
    pressKey(WXK_RETURN);
    CHECK(opened == 1);
    row->setReadOnly(true);
    pressKey(WXK_DELETE);
    CHECK(removed == 2);
    CHECK(row->crossArea().IsEmpty());
}

SCENARIO("everyday life is answered in strips and small fields", "[gui][session]") {
    Stage stage{{508, 480}};
    auto* block = new CheckInBlock{stage.panel(), "checkIn"};
    stage.add(block);
    std::map<app::CheckInField, std::optional<double>> answers;
    block->onAnswer = [&](app::CheckInField field, std::optional<double> value) {
        if (value && *value > 24) {
            throw EditRefused{{tr("A night has at most {1} hours."), {"24"}}};
        }
        answers[field] = value;
    };
    block->render(madeUpSession("follow-up").visit.checkIn, false);
    stage.show();
    auto& days = inside<ScoreStrip>(*block, "checkIn.homeCare");
    CHECK(days.lastTime() == 4);
    days.SetFocus();
    pump();
    pressKey('9'); // a week has seven days
    pressKey('2');
    CHECK(answers[app::CheckInField::HomeCare] == 2);
    auto& sleep = inside<wxTextCtrl>(*block, "checkIn.sleep.field");
    click(sleep);
    pump();
    sleep.SetValue("6,5");
    waitFor(
        "it is stored", [&] { return answers[app::CheckInField::Sleep] == 6.5; }, 1000);
    sleep.SetValue("60");
    waitFor("the sentence is shown",
            [&] { return inside<TextBlock>(*block, "checkIn.problem").IsShown(); });
    CHECK(answers[app::CheckInField::Sleep] == 6.5);
}

TEST_CASE("a timer shows a time that runs elsewhere, after earlier holds", "[gui][controls]") {
    Stage stage;
    std::chrono::milliseconds now = 100s;
    auto* timer = new HoldTimer{stage.panel(), "timer", "Held", [&] { return now; }};
    timer->setTarget(60s);
    stage.add(timer);
    int presses = 0;
    int reached = 0;
    timer->onPress = [&] { ++presses; };
    timer->onTarget = [&] { ++reached; };
    stage.show();
    timer->run(90s, 47s);
    CHECK(timer->held() == 57s);
    CHECK(timer->isRunning());
    now = 103s;
    waitFor("the usual time is told once", [&] { return reached == 1; });
    now = 110s;
    pump(250);
    CHECK(reached == 1);
    click(*timer, {20, 15});
    CHECK(presses == 1);
    CHECK(timer->isRunning()); // its owner decides
    timer->setHeld(67s);
    CHECK_FALSE(timer->isRunning());
    CHECK(timer->held() == 67s);
}
