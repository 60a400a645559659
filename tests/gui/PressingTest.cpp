// SPDX-License-Identifier: MIT
// Boxes, chips and segments act when the pointer comes up on what it pressed: who pressed the wrong
// one moves off it, and a finger that begins to pan on one sets nothing.
#include "gui/ChipGroup.h"
#include "gui/GuiTest.h"
#include "gui/PanelScroller.h"
#include "gui/PillButton.h"
#include "gui/ScoreStrip.h"
#include "gui/SegmentedControl.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/uiaction.h>

#include <functional>
#include <string>

using namespace palpate;
using namespace palpate::gui;
using namespace palpate::guitest;

namespace {

/// A control of several parts on a panel that scrolls, below something that can go away.
struct Page {
    Page() : stage{{420, 300}} {
        auto* column = new wxBoxSizer{wxVERTICAL};
        above->Hide();
        column->Add(above, wxSizerFlags{}.Expand());
        column->Add(strip, wxSizerFlags{}.Border(wxTOP, 30));
        column->Add(chips, wxSizerFlags{}.Expand().Border(wxTOP, 20));
        column->Add(segments, wxSizerFlags{}.Border(wxTOP, 20));
        column->Add(button, wxSizerFlags{}.Border(wxTOP, 20));
        column->AddSpacer(600);
        sheet->SetSizer(column);
        auto* outer = new wxBoxSizer{wxVERTICAL};
        outer->Add(sheet, wxSizerFlags{1}.Expand());
        scroller->SetSizer(outer);
        stage.add(scroller, 1);
        strip->onChange = [this](std::optional<int> value) {
            happened += "strip " + std::to_string(value.value_or(-1)) + ";";
        };
        chips->onChange = [this](int chip, ChipState) {
            happened += "chip " + std::to_string(chip) + ";";
        };
        segments->onChange = [this](int segment) {
            happened += "segment " + std::to_string(segment) + ";";
        };
        button->onClick = [this] { happened += "button;"; };
        segments->select(SegmentedControl::kNone);
        stage.show();
        scroller->FitInside();
        scroller->Layout();
        pump();
    }
    /// The parts one can press, in turn: what is pressed, another one, what the first one does.
    struct Part {
        wxWindow* control;
        std::function<wxRect()> pressed;
        std::function<wxRect()> other;
        std::string does;
    };
    [[nodiscard]] Part part(int which) {
        switch (which) {
        case 0:
            return {strip, [this] { return strip->boxArea(3); },
                    [this] { return strip->boxArea(5); }, "strip 3;"};
        case 1:
            return {chips, [this] { return chips->chipArea(1); },
                    [this] { return chips->chipArea(2); }, "chip 1;"};
        default:
            return {segments, [this] { return segments->segmentArea(0); },
                    [this] { return segments->segmentArea(2); }, "segment 0;"};
        }
    }

    Stage stage;
    PanelScroller* scroller = new PanelScroller{stage.panel(), "page"};
    wxPanel* sheet = new wxPanel{scroller, wxID_ANY};
    wxPanel* above = new wxPanel{sheet, wxID_ANY, wxDefaultPosition, {100, 40}};
    ScoreStrip* strip = new ScoreStrip{sheet, "strip", "pain"};
    ChipGroup* chips = new ChipGroup{
        sheet, "chips", "Signs", ChipGroup::Kind::Multi, {{"One"}, {"Two"}, {"Three"}}};
    SegmentedControl* segments =
        new SegmentedControl{sheet, "segments", "Course", {"Worse", "Same", "Better"}};
    PillButton* button = new PillButton{sheet, "button", "Go on"};
    std::string happened;
    wxUIActionSimulator hand;
};

void goTo(Page& page, wxWindow& control, const wxRect& area) {
    const wxPoint at = control.ClientToScreen(middleOf(area));
    page.hand.MouseMove(at.x - 1, at.y);
    page.hand.MouseMove(at.x, at.y);
    pump();
}

} // namespace

SCENARIO("a part acts when the pointer comes up on it", "[gui]") {
    Page page;
    const auto part = page.part(GENERATE(0, 1, 2));
    INFO(part.does);
    goTo(page, *part.control, part.pressed());
    page.hand.MouseDown();
    pump();
    CHECK(page.happened.empty());
    CHECK(part.control->HasFocus());

    WHEN("it comes up there") {
        page.hand.MouseUp();
        pump();
        CHECK(page.happened == part.does);
    }
    WHEN("it comes up on another part") {
        goTo(page, *part.control, part.other());
        page.hand.MouseUp();
        pump();
        CHECK(page.happened.empty());
    }
    WHEN("it leaves and comes back") {
        goTo(page, *part.control, part.other());
        goTo(page, *part.control, part.pressed());
        page.hand.MouseUp();
        pump();
        CHECK(page.happened == part.does);
    }
    WHEN("the panel was scrolled between, the part always under the finger") {
        page.scroller->Scroll(-1, 2);
        pump();
        goTo(page, *part.control, part.pressed());
        page.hand.MouseUp();
        pump();
        CHECK(page.happened.empty());
    }
    WHEN("what is above it grew between, as when a field stores its text") {
        page.above->Show();
        page.sheet->Layout();
        pump();
        page.hand.MouseUp();
        pump();
        THEN("it is still what was pressed") {
            CHECK(page.happened == part.does);
        }
    }
    WHEN("it is disabled between") {
        part.control->Enable(false);
        page.hand.MouseUp();
        pump();
        CHECK(page.happened.empty());
    }
}

SCENARIO("a button that a pan began on does nothing", "[gui]") {
    Page page;
    const wxRect area{page.button->GetClientSize()};
    goTo(page, *page.button, area);
    page.hand.MouseDown();
    pump();
    page.scroller->Scroll(-1, 2);
    pump();
    goTo(page, *page.button, area);
    page.hand.MouseUp();
    pump();
    CHECK(page.happened.empty());
    click(*page.button);
    CHECK(page.happened == "button;");
}
