// SPDX-License-Identifier: MIT
#include "gui/GuiTest.h"

#include <catch2/catch_test_macros.hpp>
#include <wx/app.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stopwatch.h>
#include <wx/uiaction.h>
#include <wx/utils.h>

#include <cstdlib>

namespace palpate::guitest {

Stage::Stage(wxSize clientSize)
    : frame_{new wxFrame{nullptr, wxID_ANY, "Palpate test", wxPoint{40, 40}}}, panel_{new wxPanel{
                                                                                   frame_}} {
    panel_->SetSizer(new wxBoxSizer{wxVERTICAL});
    frame_->SetClientSize(clientSize);
}

Stage::~Stage() {
    frame_->Destroy();
    pump(20);
}

void Stage::add(wxWindow* window, int proportion) {
    panel_->GetSizer()->Add(window, proportion, wxEXPAND | wxALL, 8);
}

void Stage::show() {
    const wxSize size = frame_->GetClientSize();
    frame_->Layout();
    panel_->Layout();
    // Directly before Show, or GTK warns about negative sizes of some controls.
    frame_->SetClientSize(size);
    frame_->Show();
    frame_->Raise();
    waitFor("the window is on screen",
            [this] { return frame_->IsShownOnScreen() && frame_->IsActive(); });
    pump(80);
}

void pump(int milliseconds) {
    const wxStopWatch watch;
    do {
        wxYield();
        wxTheApp->ProcessIdle();
        wxMilliSleep(4);
    } while (watch.Time() < milliseconds);
}

void waitFor(const std::string& what, const std::function<bool()>& holds, int timeoutMs) {
    const wxStopWatch watch;
    while (!holds()) {
        if (watch.Time() > timeoutMs) {
            FAIL("waited in vain: " << what);
        }
        pump(8);
    }
}

wxWindow& named(const wxString& name) {
    wxWindow* const window = wxWindow::FindWindowByName(name);
    INFO("window " << name.utf8_string());
    REQUIRE(window);
    return *window;
}

wxPoint middleOf(const wxRect& area) {
    return {area.x + area.width / 2, area.y + area.height / 2};
}

void pointAt(wxWindow& window, wxPoint at) {
    wxUIActionSimulator{}.MouseMove(window.ClientToScreen(at));
    pump();
}

void click(wxWindow& window, wxPoint at) {
    pointAt(window, at);
    wxUIActionSimulator{}.MouseClick();
    pump();
}

void click(wxWindow& window) {
    click(window, middleOf(wxRect{window.GetClientSize()}));
}

void click(const wxString& name) {
    click(named(name));
}

void doubleClick(wxWindow& window, wxPoint at) {
    pointAt(window, at);
    wxUIActionSimulator{}.MouseDblClick();
    pump();
}

void drag(wxWindow& window, wxPoint from, wxPoint to, int button) {
    wxUIActionSimulator simulator;
    pointAt(window, from);
    simulator.MouseDown(button);
    pump(20);
    constexpr int kSteps = 5;
    for (int i = 1; i <= kSteps; ++i) {
        simulator.MouseMove(window.ClientToScreen(
            wxPoint{from.x + (to.x - from.x) * i / kSteps, from.y + (to.y - from.y) * i / kSteps}));
        pump(20);
    }
    simulator.MouseUp(button);
    pump();
}

void turnWheel(wxWindow& window, wxPoint at, int notches) {
    pointAt(window, at);
    // wxUIActionSimulator has no wheel; X calls it buttons 4 and 5.
    const wxString button = notches > 0 ? "4" : "5";
    for (int i = 0; i < std::abs(notches); ++i) {
        wxExecute("xdotool click " + button, wxEXEC_SYNC | wxEXEC_NODISABLE);
        pump(20);
    }
    pump();
}

void pressKey(int key, int modifiers) {
    wxUIActionSimulator{}.Char(key, modifiers);
    pump();
}

void typeText(const std::string& asciiText) {
    wxUIActionSimulator{}.Text(asciiText.c_str());
    pump();
}

bool saveScreen(const wxString& file) {
    pump(150);
    return wxExecute("import -window root " + file, wxEXEC_SYNC | wxEXEC_NODISABLE) == 0;
}

} // namespace palpate::guitest
