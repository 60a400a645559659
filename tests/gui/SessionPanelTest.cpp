// SPDX-License-Identifier: MIT
// The session beside the map on a real encrypted clinic: what is typed, timed and chosen reaches
// the record it belongs to, and the controls show no more than the record holds.
#include "gui/SessionPanel.h"

#include "app/OpenClinic.h"
#include "app/Unfinished.h"
#include "domain/Error.h"
#include "gui/AddendumDialog.h"
#include "gui/ChartPage.h"
#include "gui/GuiTest.h"
#include "gui/MeasureRowView.h"
#include "gui/PointCardView.h"
#include "gui/PointRowView.h"
#include "gui/WindowPrompter.h"
#include "gui/Words.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <wx/timer.h>

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
    SessionPanel* panel = new SessionPanel{
        stage.panel(), [this] { return clinic->clock().preciseNow().time_since_epoch(); }};

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
            chart.care().toggle(TechniqueKey{technique.value});
            if (chart.view().card->treatments.front().timed) {
                return the<HoldTimer>("treatment.0.timer");
            }
            chart.care().toggle(TechniqueKey{chart.view().card->treatments.front().technique});
        }
        throw std::logic_error{"no technique is timed"};
    }
};

} // namespace

SCENARIO("the map takes the keyboard only from what went away", "[gui][session]") {
    test::OpenClinic clinic;
    const SessionId id = app::SessionPresenter::begin(*clinic, clinic.caseId());
    Stage stage{{1300, 850}};
    WindowPrompter prompter{stage.frame()};
    auto* elsewhere = new wxTextCtrl{stage.panel(), wxID_ANY};
    stage.add(elsewhere);
    auto* page = new ChartPage{stage.panel(), *clinic, prompter};
    stage.add(page, 1);
    page->open(id);
    stage.show();
    app::SessionPresenter& chart = *page->presenter();
    chart.map().setLayer(Layer::Deepest);
    chart.map().clickedAt(clinic.on("quadratus_lumborum", Side::Right), kReach);
    pump();
    const auto window = [&](const wxString& name) {
        auto* const found = wxWindow::FindWindowByName(name, page);
        REQUIRE(found != nullptr);
        return found;
    };
    WHEN("the session is rendered while one types beside it") {
        elsewhere->SetFocus();
        pump();
        chart.setPain(PainMoment::Now, test::pain(5));
        pump();
        CHECK(elsewhere->HasFocus());
    }
    WHEN("it is rendered while another window is in front") {
        window("card.note.field")->SetFocus();
        pump();
        auto* other = new wxFrame{nullptr, wxID_ANY, "other"};
        other->Show();
        other->Raise();
        waitFor("the other window is in front", [&] { return !stage.frame().IsActive(); });
        chart.setPain(PainMoment::Now, test::pain(5));
        chart.select({});
        pump();
        CHECK_FALSE(page->IsDescendant(wxWindow::FindFocus()));
        other->Destroy();
        pump();
    }
    WHEN("what has the focus goes with its point") {
        window("card.note.field")->SetFocus();
        pump();
        REQUIRE(window("card.note.field")->HasFocus());
        chart.select({});
        pump();
        REQUIRE(wxWindow::FindFocus() != nullptr);
        CHECK(dynamic_cast<ChartMap*>(wxWindow::FindFocus()) != nullptr);
    }
    page->close();
}

TEST_CASE("what is typed after a paragraph was left is undone by itself", "[gui][session]") {
    Charting session;
    auto& field = session.the<wxTextCtrl>("note.assessment.editor.field");
    const auto type = [&](const char* words) {
        field.SetFocus();
        pump();
        field.AppendText(words);
        pump();
        session.the<ScoreStrip>("pain.now").SetFocus();
        pump();
        session.panel->flush();
    };
    const auto text = [&]() -> std::string {
        return noteOf(session.stored(), NotePart::Assessment).text;
    };
    type("Sacral");
    type(" and lumbar");
    REQUIRE(text() == "Sacral and lumbar");
    session.chart.undo();
    CHECK(text() == "Sacral");
}

SCENARIO("what is new in the treatment is in sight", "[gui][session]") {
    Charting session;
    session.stage.frame().SetClientSize(520, 420); // the card does not fit
    pump();
    session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
    session.panel->arrange();
    pump();
    auto& scroller = session.the<wxWindow>("session.scroller");
    const auto isInSight = [&](wxWindow& window) {
        const int top = window.GetScreenPosition().y - scroller.GetScreenPosition().y;
        return top >= 0 && top + window.GetSize().y <= scroller.GetClientSize().y;
    };
    THEN("the sentences about techniques have their height at once") {
        auto& words = session.the<TextBlock>("card.cautions");
        if (words.IsShown()) {
            CHECK(words.GetSize().y == words.GetMinSize().y);
        }
    }
    WHEN("a technique is given") {
        const auto technique = session.chart.view().card->techniques.front().value;
        session.chart.care().toggle(technique);
        if (session.chart.view().asking) { // by alerts that nobody asked for
            waitFor("the question is in sight",
                    [&] { return isInSight(session.the<wxWindow>("card.caution.holdBack")); });
        } else {
            waitFor("its row is in sight",
                    [&] { return isInSight(session.the<wxWindow>("treatment.0")); });
        }
    }
}

SCENARIO("a form asks once before it throws away what was typed", "[gui][session]") {
    Stage stage;
    stage.show();
    test::OpenClinic clinic;
    const auto about = SessionId::create(clinic->ids());
    std::string stored;
    AddendumDialog dialog{&stage.frame(), *clinic, about,
                          [&](const std::string& text, const std::string&) { stored = text; }};
    const auto inDialog = [&](const wxString& name) {
        return wxWindow::FindWindowByName(name, &dialog);
    };
    bool stayed = false;
    bool typed = false;
    const auto type = [&] {
        typeText("she rang");
        typed = true;
        pressKey(WXK_ESCAPE);
        pump();
        stayed = dialog.IsModal() && inDialog("addendum.problems")->IsShown();
        if (dialog.IsModal()) {
            pressKey(WXK_ESCAPE);
        }
    };
    wxTimer timer;
    timer.Bind(wxEVT_TIMER, [&](wxTimerEvent&) {
        if (!typed && inDialog("addendum.text")->HasFocus()) {
            timer.Stop();
            type();
        }
    });
    timer.Start(50);
    CHECK(dialog.ShowModal() == wxID_CANCEL);
    CHECK(stayed);
    CHECK(stored.empty());
    CHECK(app::unfinished(*clinic, app::AddendumText{about}).text.empty()); // discarded for good
}

SCENARIO("an addendum half typed is there again, and gone once it is added", "[gui][session]") {
    Stage stage;
    stage.show();
    test::OpenClinic clinic;
    const auto about = SessionId::create(clinic->ids());
    app::keepUnfinished(*clinic, app::AddendumText{about}, "She rang");
    std::string stored;
    AddendumDialog dialog{&stage.frame(), *clinic, about,
                          [&](const std::string& text, const std::string&) {
                              stored = text; // as the record does, in one transaction
                              app::keepUnfinished(*clinic, app::AddendumText{about}, {});
                          }};
    bool isSaid = false;
    wxTimer timer;
    timer.Bind(wxEVT_TIMER, [&](wxTimerEvent&) {
        if (wxWindow::FindWindowByName("addendum.text", &dialog)->HasFocus()) {
            timer.Stop();
            isSaid = wxWindow::FindWindowByName("addendum.takenUp", &dialog) != nullptr;
            typeText(" again");
            pressKey(WXK_RETURN, wxMOD_CONTROL); // at once: nothing has been kept yet
        }
    });
    timer.Start(50);
    CHECK(dialog.ShowModal() == wxID_OK);
    CHECK(isSaid);
    CHECK(stored == "She rang again");
    pump(600); // longer than typed words wait
    CHECK(app::unfinished(*clinic, app::AddendumText{about}).text.empty());
}

SCENARIO("the only value of a motion does not vanish silently", "[gui][session]") {
    Charting session;
    REQUIRE(session.chart.measures().record("lumbar sb r 22").done);
    session.panel->arrange();
    session.the<MeasureRowView>("measure.0").onChoose();
    pump();
    auto& field = session.the<wxTextCtrl>("measures.active.field");
    REQUIRE(field.IsShownOnScreen());
    field.SetFocus();
    pump();
    field.SetValue({});
    pump(400);
    CHECK(field.GetValue().empty()); // a new number may come
    session.the<wxTextCtrl>("measures.passive.field").SetFocus();
    waitFor("the stored value stands there again", [&] { return field.GetValue() == "22"; });
    CHECK(session.the<TextBlock>("measures.problem").text() == "Remove the motion to clear it.");
    CHECK(session.stored().motions.front().active == 22);
    field.SetFocus();
    pump();
    field.SetValue("30");
    session.panel->flush();
    CHECK(session.stored().motions.front().active == 30);
    CHECK_FALSE(session.the<TextBlock>("measures.problem").IsShown());
}

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

SCENARIO("held pressure is timed at its own treatment whatever else is done", "[gui][session]") {
    Charting session;
    const auto point = session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
    HoldTimer& timer = session.timedPressure();
    session.chart.care().dropHold();
    const auto treatment = session.chart.view().card->treatments.front().id;
    const auto stored = [&]() -> std::optional<double> {
        session.chart.select(point);
        return session.chart.view().card->treatments.front().seconds;
    };
    CHECK_FALSE(stored());
    CHECK_FALSE(session.the<wxWindow>("hold").IsShown());
    session.panel->pressTimer(); // as F4 does
    CHECK(timer.isRunning());
    session.clinic.advance(std::chrono::seconds{47});
    WHEN("another point is marked on the map") {
        session.mark("quadratus_lumborum", Side::Left, Layer::Deepest);
        THEN("the time stands in the footer, goes on, and is logged where it began") {
            auto& footer = session.the<HoldTimer>("hold.timer");
            CHECK(session.the<wxWindow>("hold").IsShown());
            CHECK(footer.isRunning());
            CHECK(footer.held() == std::chrono::seconds{47});
            footer.onPress();
            CHECK_FALSE(session.the<wxWindow>("hold").IsShown());
            CHECK(stored() == 47);
            CHECK(session.chart.view().card->treatments.front().id == treatment);
        }
    }
    WHEN("F4 is pressed again") {
        session.panel->pressTimer();
        CHECK_FALSE(timer.isRunning());
        CHECK(stored() == 47);
        CHECK(timer.held() == std::chrono::seconds{47});
    }
    WHEN("the time is dropped") {
        session.the<PillButton>("hold.drop").onClick();
        CHECK_FALSE(timer.isRunning());
        CHECK_FALSE(stored());
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

SCENARIO("last time's points are settled in their rows", "[gui][session]") {
    Charting session;
    const auto first = session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
    session.chart.setTenderness(Tenderness::from(7));
    session.chart.setState(State::Active);
    session.mark("quadratus_lumborum", Side::Left, Layer::Deepest);
    session.chart.setTenderness(Tenderness::from(4));
    session.chart.setState(State::Latent);
    session.chart.setPain(PainMoment::Now, test::pain(5));
    session.chart.sign();
    session.panel->open(nullptr);
    session.clinic.advance(std::chrono::hours{24 * 7});
    const auto next = app::SessionPresenter::begin(*session.clinic, session.clinic.caseId());
    app::SessionPresenter chart{*session.clinic, next};
    chart.onChanged = [&] { session.panel->render(chart.view()); };
    session.panel->open(&chart);
    session.panel->render(chart.view());
    session.panel->arrange();
    REQUIRE(chart.view().ghosts.size() == 2);
    auto& chips = session.the<ChipGroup>("point.0.settle");
    auto& row = session.the<PointRowView>("point.0");
    WHEN("a word is tapped") {
        chips.onChange(1, ChipState::On);
        THEN("the row shows it and asks no more") {
            REQUIRE(chart.view().points.size() == 1);
            CHECK(chart.view().points.front().settled == Settled::Better);
            CHECK(chart.view().points.front().id == first);
            CHECK_FALSE(chips.IsShown());
            CHECK(chart.view().toSettle == 1);
        }
    }
    WHEN("all others are unchanged") {
        chips.onChange(3, ChipState::On);
        session.panel->settleOthers();
        CHECK(chart.view().toSettle == 0);
        CHECK_FALSE(session.the<wxWindow>("points.others").IsShown());
    }
    WHEN("F3 goes through them") {
        CHECK(session.panel->focusNextToSettle());
        CHECK(row.HasFocus());
        pressKey('S');
        CHECK(chart.view().toSettle == 1);
        CHECK(session.panel->focusNextToSettle());
        CHECK(session.the<PointRowView>("point.1").HasFocus());
        pressKey('5');
        THEN("a score opens the point and is stored at it") {
            REQUIRE(chart.view().card.has_value());
            CHECK(chart.view().card->finding.tenderness == Tenderness::from(5));
        }
    }
    chart.onChanged = {};
    session.panel->open(nullptr);
    session.panel->open(&session.chart);
}

TEST_CASE("F6 goes from section to section and back, and out at the ends", "[gui][session]") {
    Charting session;
    session.panel->focusFirst();
    pump();
    REQUIRE(session.the<ScoreStrip>("pain.now").HasFocus());
    std::vector<wxString> seen;
    while (session.panel->focusSection(1)) {
        seen.push_back(wxWindow::FindFocus()->GetName());
        REQUIRE(seen.size() < 20);
    }
    CHECK(seen.size() >= 8);
    CHECK(std::find(seen.begin(), seen.end(), "note.assessment.editor.field") != seen.end());
    CHECK(std::find(seen.begin(), seen.end(), "pain.after") != seen.end());
    while (session.panel->focusSection(-1)) {
    }
    CHECK(wxWindow::FindFocus()->GetName() == "visit.times");
}

TEST_CASE("what is typed into the fields of the visit is stored at the latest 300 ms later",
          "[gui][session]") {
    Charting session;
    session.chart.visit().setReaction(Reaction{ReactionGrade::Mild});
    const app::HomeCareRow proposal = session.chart.visit().homeCareMatching("stretch").at(0);
    session.chart.visit().putHomeCare(proposal.item);
    const auto typedInto = [&](const wxString& name, const std::function<std::string()>& stored) {
        auto& field = session.the<wxTextCtrl>(name);
        field.ChangeValue({});
        // Typing goes on: the first letters are stored meanwhile.
        for (const char letter : std::string{"abcdef"}) {
            field.AppendText(wxUniChar(letter));
            pump(100);
        }
        INFO(name);
        CHECK(stored().size() >= 2);
        waitFor(
            "all is stored", [&] { return stored() == "abcdef"; }, 1000);
    };
    typedInto("reaction.what.field",
              [&] { return session.stored().reaction.value_or(Reaction{}).what; });
    typedInto("homeCare.0.dose.field", [&] { return session.stored().homeCare.at(0).dose; });
}
