// SPDX-License-Identifier: MIT
// The whole session panel with made-up contents: how large its controls are, what a reader may not
// do, in which order points stand.
#include "gui/GuiTest.h"
#include "gui/LargeControls.h"
#include "gui/PillButton.h"
#include "gui/PointRowView.h"
#include "gui/ScoreStrip.h"
#include "gui/SessionPanel.h"
#include "gui/SessionViews.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <wx/sizer.h>

#include <optional>
#include <vector>

using namespace palpate;
using namespace palpate::gui;
using namespace palpate::guitest;
using namespace std::chrono_literals;

namespace {

/// Small again at the end of a test, whatever happened in it.
struct Large {
    Large() { setLargeControls(true); }
    ~Large() { setLargeControls(false); }
    Large(const Large&) = delete;
    Large& operator=(const Large&) = delete;
};

[[nodiscard]] std::chrono::milliseconds noTime() {
    return 0ms;
}

void visit(wxWindow& window, const std::function<void(wxWindow&)>& act) {
    for (wxWindow* const child : window.GetChildren()) {
        act(*child);
        visit(*child, act);
    }
}

/// What a finger hits of a control: the frame of a field, which gives it the focus.
[[nodiscard]] const wxWindow& target(const wxWindow& control) {
    const bool field = dynamic_cast<const wxTextCtrl*>(&control) != nullptr;
    return field ? *control.GetParent() : control;
}

[[nodiscard]] std::vector<wxWindow*> stopsIn(wxWindow& window) {
    std::vector<wxWindow*> stops;
    visit(window, [&](wxWindow& each) {
        const bool panel = dynamic_cast<wxPanel*>(&each) != nullptr;
        if (!panel && each.IsShownOnScreen() && each.IsEnabled() && each.GetChildren().empty() &&
            each.AcceptsFocusFromKeyboard()) {
            stops.push_back(&each);
        }
    });
    return stops;
}

template <class Window> [[nodiscard]] Window& inside(wxWindow& window, const wxString& name) {
    auto* const found = dynamic_cast<Window*>(wxWindow::FindWindowByName(name, &window));
    INFO(name);
    REQUIRE(found != nullptr);
    return *found;
}

} // namespace

TEST_CASE("every control of the session is large enough for a finger when that is chosen",
          "[gui][session]") {
    Stage stage{{508, 1400}};
    auto* panel = new SessionPanel{stage.panel(), noTime};
    stage.add(panel, 1);
    const std::string state = GENERATE("follow-up", "half-done", "caution", "full", "signed");
    INFO(state);
    panel->render(madeUpSession(state));
    stage.show();
    for (const char* opens : {"life.open", "treatment.0.open", "other.0.open"}) {
        auto* const button = dynamic_cast<PillButton*>(wxWindow::FindWindowByName(opens, panel));
        if (button && button->IsShown() && button->onClick) {
            button->onClick();
        }
    }
    panel->render(madeUpSession(state));
    const int before = static_cast<int>(stopsIn(*panel).size());
    CHECK(before >= 8);
    const Large large;
    panel->arrange();
    pump(200);
    const int touch = panel->FromDIP(dip::kTouch);
    const auto stops = stopsIn(*panel);
    CHECK(static_cast<int>(stops.size()) == before);
    for (const wxWindow* const stop : stops) {
        INFO(stop->GetName().ToStdString());
        CHECK(target(*stop).GetSize().y >= touch);
        // Nothing is cut off at the right, either.
        const int right = target(*stop).GetScreenPosition().x + target(*stop).GetSize().x;
        CHECK(right <= panel->GetScreenPosition().x + panel->GetSize().x);
        if (const auto* strip = dynamic_cast<const ScoreStrip*>(stop)) {
            CHECK(strip->GetSize().x >= strip->GetBestSize().x);
        }
    }
}

// Its text size is the program's from its start on: GDK_DPI_SCALE=2.
TEST_CASE("nothing of the session is cut off at the side where text is twice as large",
          "[.][large-text]") {
    REQUIRE(textScale() == Catch::Approx(2));
    Stage stage{{524, 860}};
    auto* panel = new SessionPanel{stage.panel(), noTime};
    stage.add(panel, 1);
    const std::string state = GENERATE("follow-up", "half-done", "caution", "full");
    INFO(state);
    panel->render(madeUpSession(state));
    stage.show();
    for (const char* opens : {"life.open", "treatment.0.open", "other.0.open"}) {
        auto* const button = dynamic_cast<PillButton*>(wxWindow::FindWindowByName(opens, panel));
        if (button && button->IsShown() && button->onClick) {
            button->onClick();
        }
    }
    panel->render(madeUpSession(state));
    for (int pass = 0; pass < 2; ++pass) {
        panel->arrange();
        pump(200);
    }
    REQUIRE(panel->GetSize().x == 508);
    const int end = panel->GetScreenPosition().x + panel->GetSize().x;
    int strips = 0;
    for (const wxWindow* const stop : stopsIn(*panel)) {
        INFO(stop->GetName().ToStdString());
        CHECK(target(*stop).GetScreenPosition().x + target(*stop).GetSize().x <= end);
        if (const auto* strip = dynamic_cast<const ScoreStrip*>(stop)) {
            ++strips;
            CHECK(strip->boxArea(0).y >= 0);
            for (int score = 0; score <= strip->most(); ++score) {
                CHECK(strip->boxArea(score).GetRight() < strip->GetSize().x);
                CHECK(strip->boxArea(score).GetBottom() < strip->GetSize().y);
            }
        }
        if (const auto* chips = dynamic_cast<const ChipGroup*>(stop)) {
            for (int chip = 0; chip < chips->count(); ++chip) {
                CHECK(chips->chipArea(chip).GetRight() < chips->GetSize().x);
                CHECK(chips->chipArea(chip).GetBottom() < chips->GetSize().y);
            }
        }
    }
    CHECK(strips >= 3);
}

SCENARIO("a strip takes two rows where its width does not do", "[gui][session]") {
    const bool narrow = GENERATE(true, false);
    Stage stage{{narrow ? 260 : 600, 400}};
    auto* strip = new ScoreStrip{stage.panel(), "pain", "Pain now"};
    std::optional<int> chosen;
    strip->onChange = [&](std::optional<int> value) { chosen = value; };
    stage.panel()->GetSizer()->Add(strip, wxSizerFlags{}.Expand());
    stage.show();
    pump(200);
    CHECK((strip->boxArea(6).y > strip->boxArea(5).y) == narrow);
    CHECK(strip->boxArea(5).y == strip->boxArea(0).y);
    CHECK(strip->boxArea(10).y == strip->boxArea(6).y);
    CHECK(strip->boxArea(10).GetBottom() < strip->GetSize().y);
    for (int score = 0; score <= 10; ++score) {
        click(*strip, middleOf(strip->boxArea(score)));
        CHECK(chosen == score);
    }
    WHEN("the window becomes wide enough") {
        stage.frame().SetClientSize(1000, 400);
        waitFor("one row is enough", [&] { return strip->boxArea(6).y == strip->boxArea(5).y; });
        waitFor("and asks for no more height",
                [&] { return strip->boxArea(0).GetBottom() + 12 > strip->GetSize().y; });
    }
}

TEST_CASE("a session that somebody else charts can only be read", "[gui][session]") {
    Stage stage{{508, 900}};
    auto* panel = new SessionPanel{stage.panel(), noTime};
    stage.add(panel, 1);
    panel->render(madeUpSession("held"));
    stage.show();
    CHECK(inside<TextBlock>(*panel, "session.holder.words").text() ==
          "D. Okafor has been charting this session since 10:42.");
    CHECK(named("session.takeOver").IsShownOnScreen());
    for (const char* name :
         {"pain.now", "course", "visit.consent", "card.tenderness", "card.settled",
          "card.techniques", "pain.after", "reaction", "session.sign", "treatment.0.timer"}) {
        INFO(name);
        CHECK_FALSE(inside<wxWindow>(*panel, name).IsEnabled());
    }
    for (const char* name : {"note.objective.editor.field", "note.plan.editor.field",
                             "card.note.field", "visit.nextDay.field", "treatment.0.note.field"}) {
        INFO(name);
        CHECK_FALSE(inside<wxTextCtrl>(*panel, name).IsEditable());
    }
    for (const char* name : {"points.others", "treatments.find.place", "measures.line.place",
                             "homeCare.proposals", "treatment.0.remove", "card.remove"}) {
        INFO(name);
        CHECK_FALSE(inside<wxWindow>(*panel, name).IsShownOnScreen());
    }
}

TEST_CASE("the care that an alert asks for can be read below the treatment", "[gui][session]") {
    Stage stage{{508, 900}};
    auto* panel = new SessionPanel{stage.panel(), noTime};
    stage.add(panel, 1);
    app::SessionView view = madeUpSession("half-done");
    REQUIRE(view.card.has_value());
    REQUIRE_FALSE(view.card->treatments.empty());
    app::CautionLine line;
    line.mark = app::CautionMark::Care;
    line.heading = "Osteoporosis: with care";
    line.text = "Less pressure over the ribs; no thrust.";
    line.sources = "WHO 2005";
    view.card->treatments.front().cautions = {line};
    panel->render(view);
    stage.show();
    auto& fold = inside<PillButton>(*panel, "treatment.0.care");
    CHECK(fold.IsShownOnScreen());
    CHECK(fold.text().StartsWith("Less pressure over the ribs"));
    auto& words = inside<TextBlock>(*panel, "treatment.0.care.text");
    CHECK_FALSE(words.IsShownOnScreen());
    fold.onClick();
    CHECK(words.IsShownOnScreen());
    CHECK(words.text().Contains("no thrust"));
    CHECK(words.text().Contains("WHO 2005"));
    fold.onClick();
    CHECK_FALSE(words.IsShownOnScreen());
}

TEST_CASE("today's points and last time's stand in one list by number", "[gui][session]") {
    Stage stage{{508, 900}};
    auto* panel = new SessionPanel{stage.panel(), noTime};
    stage.add(panel, 1);
    panel->render(madeUpSession("half-done"));
    stage.show();
    CHECK(inside<PointRowView>(*panel, "point.0").row().number == 1);
    CHECK(inside<PointRowView>(*panel, "point.1").row().number == 2);
    CHECK(inside<PointRowView>(*panel, "point.1").isGhost());
    CHECK(inside<PointRowView>(*panel, "point.2").row().number == 3);
    CHECK_FALSE(inside<ChipGroup>(*panel, "point.0.settle").IsShownOnScreen());
    CHECK(inside<ChipGroup>(*panel, "point.1.settle").IsShownOnScreen());
    CHECK(inside<ChipGroup>(*panel, "point.2.settle").IsShownOnScreen());
    // The chips of settling stand in one line beside the name.
    auto& chips = inside<ChipGroup>(*panel, "point.1.settle");
    CHECK(chips.chipArea(0).y == chips.chipArea(3).y);
}
