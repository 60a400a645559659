// SPDX-License-Identifier: MIT
#pragma once

#include <wx/frame.h>
#include <wx/string.h>
#include <wx/window.h>

#include <functional>
#include <string>

namespace palpate::guitest {

/// A shown, empty window for one test, closed with it. Its `panel` fills it and has a vertical
/// sizer.
class Stage {
public:
    explicit Stage(wxSize clientSize = {640, 480});
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    [[nodiscard]] wxFrame& frame() noexcept { return *frame_; }
    [[nodiscard]] wxWindow* panel() noexcept { return panel_; }
    /// Adds the window to the panel's sizer.
    void add(wxWindow* window, int proportion = 0);
    /// Shows the frame and waits until it is painted and has the focus.
    void show();

private:
    wxFrame* frame_;
    wxWindow* panel_;
};

/// Lets events happen until the claim holds. Fails the test with the words when it does not hold in
/// time.
void waitFor(const std::string& what, const std::function<bool()>& holds, int timeoutMs = 5000);
/// Lets everything that is due happen.
void pump(int milliseconds = 60);

/// The shown window of that name; fails the test when there is none.
[[nodiscard]] wxWindow& named(const wxString& name);
template <class Window> [[nodiscard]] Window& namedAs(const wxString& name) {
    return dynamic_cast<Window&>(named(name));
}

// Real input through the X server. Places are client pixels of the window.
[[nodiscard]] wxPoint middleOf(const wxRect& area);
void pointAt(wxWindow& window, wxPoint at);
void click(wxWindow& window, wxPoint at);
void click(wxWindow& window); ///< its middle
void click(const wxString& name);
void doubleClick(wxWindow& window, wxPoint at);
void drag(wxWindow& window, wxPoint from, wxPoint to, int button = 1); ///< wxMOUSE_BTN_LEFT
/// Turns the wheel over the place by that many notches, up positive.
void turnWheel(wxWindow& window, wxPoint at, int notches);
void pressKey(int key, int modifiers = 0); ///< wxMOD_...
void typeText(const std::string& asciiText);

/// The whole screen as a PNG; for looking at, never for comparing.
bool saveScreen(const wxString& file);

/// What GTK, GDK and GLib complained about so far, one line each.
[[nodiscard]] std::string toolkitComplaints();

} // namespace palpate::guitest
