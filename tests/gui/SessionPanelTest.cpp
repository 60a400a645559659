// SPDX-License-Identifier: MIT
// The session beside the map on a real encrypted clinic: what is typed, timed and chosen reaches
// the record it belongs to, and the controls show no more than the record holds.
#include "gui/SessionPanel.h"

#include "app/OpenClinic.h"
#include "domain/Error.h"
#include "gui/GuiTest.h"
#include "gui/Words.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

using namespace palpate;
using namespace palpate::gui;
using namespace palpate::guitest;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

namespace {

constexpr double kReach = 6; // mm

struct Charting {
    test::OpenClinic clinic;
    SessionId id = app::SessionPresenter::begin(*clinic, clinic.caseId());
    app::SessionPresenter chart{*clinic, id};
    Stage stage{{520, 900}};
    SessionPanel* panel = new SessionPanel{stage.panel()};

    Charting() {
        stage.add(panel, 1);
        chart.onChanged = [this] { panel->render(chart.view()); };
        panel->open(&chart);
        panel->render(chart.view());
        stage.show();
        panel->arrange();
    }
    ~Charting() {
        chart.onChanged = {};
        try {
            panel->open(nullptr);
        } catch (
            const Error&) { // a story that left words unstored; the second time they are let go
            panel->open(nullptr);
        }
    }
    TriggerPointId mark(std::string_view muscle, Side side, Layer layer) {
        chart.map().setLayer(layer);
        chart.map().clickedAt(clinic.on(muscle, side), kReach);
        return chart.view().card.value().id;
    }
    void signElsewhere() {
        app::SessionPresenter other{*clinic, id};
        other.setPain(PainMoment::Now, test::pain(5));
        other.sign();
    }
    [[nodiscard]] Session stored() { return *clinic->store().sessions().find(id); }
    [[nodiscard]] std::string noteAt(const TriggerPointId& point) {
        const auto& session = stored();
        return findingAt(session, point)->note;
    }
    /// Of a control anywhere in the panel, shown or not.
    template <class Window> Window& the(const wxString& name) {
        auto* const window = dynamic_cast<Window*>(wxWindow::FindWindowByName(name, panel));
        REQUIRE(window != nullptr);
        return *window;
    }
    HoldTimer& timedPressure() {
        const auto& techniques = chart.view().card.value().techniques;
        for (const auto& technique : techniques) {
            chart.toggleTechnique(TechniqueKey{technique.value});
            if (chart.view().card->treatments.front().timed) {
                return the<HoldTimer>("treatment.0.timer");
            }
            chart.toggleTechnique(TechniqueKey{chart.view().card->treatments.front().technique});
        }
        throw std::logic_error{"no technique is timed"};
    }
};

} // namespace

SCENARIO("a point's note is stored at the point it was typed for", "[gui][session]") {
    Charting session;
    const auto first = session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
    session.the<wxTextCtrl>("card.note.field").WriteText("deep to the last rib");
    pump(20);
    WHEN("another point is selected before it is stored") {
        const auto second = session.mark("quadratus_lumborum", Side::Left, Layer::Deepest);
        session.panel->flush();
        THEN("the first has it and the second has none") {
            CHECK(session.noteAt(first) == "deep to the last rib");
            CHECK(session.noteAt(second).empty());
            CHECK(session.the<NoteEditor>("card.note").text().empty());
        }
    }
    WHEN("no point is selected any more") {
        session.chart.select({});
        THEN("it is stored soon, without being asked for") {
            waitFor("the note is stored",
                    [&] { return session.noteAt(first) == "deep to the last rib"; });
        }
    }
}

SCENARIO("a running timer stores its time at its own treatment", "[gui][session]") {
    Charting session;
    const auto point = session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
    HoldTimer& timer = session.timedPressure();
    const auto treatment = session.chart.view().card->treatments.front().id;
    const auto stored = [&]() -> std::optional<double> {
        session.chart.select(point);
        return session.chart.view().card->treatments.front().seconds;
    };
    CHECK_FALSE(stored());
    timer.start();
    waitFor("pressure was held", [&] { return timer.held() >= std::chrono::seconds{1}; });
    WHEN("the session is about to be signed") {
        session.panel->flush();
        THEN("the timer stands and the record has the time") {
            CHECK_FALSE(timer.isRunning());
            CHECK(stored().value_or(0) >= 1);
            CHECK(session.chart.view().card->treatments.front().id == treatment);
        }
    }
    WHEN("another point is marked on the map") {
        session.mark("quadratus_lumborum", Side::Left, Layer::Deepest);
        session.panel->flush();
        THEN("the time is at the treatment that began it") {
            CHECK_FALSE(timer.isRunning());
            CHECK(stored().value_or(0) >= 1);
        }
    }
    WHEN("the session is closed") {
        session.panel->open(nullptr);
        CHECK(stored().value_or(0) >= 1);
    }
}

SCENARIO("what the record does not take is not shown as taken", "[gui][session]") {
    Charting session;
    session.chart.setPain(PainMoment::Now, test::pain(2));
    session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
    session.chart.setTenderness(Tenderness::from(4));
    session.signElsewhere();
    const auto press = [](ScoreStrip& strip, int score) {
        strip.onChange(score); // as the strip does it, with the exception still in hand
    };
    GIVEN("strips and chips that the user has set") {
        auto& pain = session.the<ScoreStrip>("pain.now");
        pain.setValue(7);
        CHECK_THROWS_AS(press(pain, 7), EditRefused);
        CHECK(pain.value() == 2);
        auto& tenderness = session.the<ScoreStrip>("card.tenderness");
        tenderness.setValue(9);
        CHECK_THROWS_AS(press(tenderness, 9), EditRefused);
        CHECK(tenderness.value() == 4);
        auto& states = session.the<ChipGroup>("card.state");
        states.setState(0, ChipState::On);
        CHECK_THROWS_AS(states.onChange(0, ChipState::On), EditRefused);
        CHECK(states.selected() == ChipGroup::kNone);
    }
    GIVEN("typed words") {
        auto& editor = session.the<NoteEditor>("note.assessment.editor");
        editor.field().WriteText("better since Monday");
        pump(20);
        THEN("the refusal says them, they stay in sight, and nobody is kept from leaving") {
            CHECK_THROWS_MATCHES(session.panel->flush(), EditRefused,
                                 MessageMatches(ContainsSubstring("better since Monday")));
            CHECK(editor.text() == "better since Monday");
            CHECK_NOTHROW(session.panel->flush());
            CHECK_NOTHROW(session.panel->open(nullptr));
        }
    }
}

SCENARIO("an emptied paragraph shows the composed text again", "[gui][session]") {
    Charting session;
    session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
    session.chart.setTenderness(Tenderness::from(6));
    auto& editor = session.the<NoteEditor>("note.objective.editor");
    const wxString composed = editor.text();
    REQUIRE_FALSE(composed.empty());
    editor.field().SetValue("my own words");
    session.panel->flush();
    CHECK(editor.origin() == NoteEditor::Origin::Written);
    editor.field().SetValue("");
    session.panel->flush();
    CHECK(editor.text() == composed);
    CHECK(editor.origin() == NoteEditor::Origin::Composed);
}

TEST_CASE("a signed paragraph shows what was stored, never what would be composed now",
          "[gui][session]") {
    Stage stage;
    auto* section = new NoteSection{stage.panel(), NotePart::Plan, true};
    stage.add(section);
    stage.show();
    app::NoteView note;
    note.part = NotePart::Plan;
    note.note.authorship = Authorship::Composed;
    note.composed = "Review in a week.";
    section->render(note, false);
    CHECK(section->editor().text() == "Review in a week.");
    section->render(note, true);
    CHECK(section->editor().text().empty());
}

TEST_CASE("a panel without a session shows nothing and takes nothing", "[gui][session]") {
    Charting session;
    session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
    auto& pain = session.the<ScoreStrip>("pain.now");
    CHECK(pain.IsShownOnScreen());
    session.panel->open(nullptr);
    CHECK_FALSE(pain.IsShownOnScreen());
    CHECK_NOTHROW(pain.onChange(3));
    CHECK_NOTHROW(session.the<ChipGroup>("course").onChange(0, ChipState::On));
    CHECK_NOTHROW(session.the<ScoreStrip>("card.tenderness").onChange(3));
    session.the<wxTextCtrl>("card.note.field").WriteText("x");
    pump(20);
    CHECK_NOTHROW(session.panel->flush());
    CHECK_FALSE(session.stored().painNow.has_value());
    session.panel->open(&session.chart);
    session.panel->render(session.chart.view());
    CHECK(pain.IsShownOnScreen());
}

TEST_CASE("text that arrives in a field without the focus replaces its hint", "[gui][controls]") {
    Stage stage;
    auto* other = new ScoreStrip{stage.panel(), "pain", "Pain now"};
    auto* editor = new NoteEditor{stage.panel(), "note", "Note", "note on this point"};
    stage.add(other);
    stage.add(editor);
    stage.show();
    other->SetFocus();
    wxString told;
    editor->onText = [&](const wxString& text) { told = text; };
    REQUIRE(editor->text().empty());
    editor->field().SetInsertionPoint(4);
    editor->field().WriteText("no twitch");
    pump(20);
    CHECK(told == "no twitch");
    CHECK(editor->text() == "no twitch");
    CHECK(editor->field().GetValue() == "no twitch");
}
