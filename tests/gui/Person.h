// SPDX-License-Identifier: MIT
#pragma once

#include <wx/gdicmn.h>
#include <wx/window.h>

#include <chrono>
#include <functional>
#include <future>
#include <stdexcept>
#include <string>

class wxApp;

namespace palpate::journey {

/// What a person wanted did not come about in time.
class Stuck : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What a person has done: one click, tap or drag, one key chord, one uninterrupted text typed into
/// one field with its Enter. Turning the wheel is told beside it.
struct Actions {
    int clicks = 0;
    int drags = 0;
    int keys = 0;
    int texts = 0;
    int scrolls = 0; ///< the wheel turned without a pause; no action
    int moves = 0;   ///< the pointer went somewhere; no action
    [[nodiscard]] int total() const noexcept { return clicks + drags + keys + texts; }
};

/// A person at the window: lives on a thread of their own, so that modal dialogs are met as a
/// person meets them, and acts through the X server alone (xdotool), never by calling a handler.
/// Looks at windows on the window's thread.
class Person {
public:
    /// Runs `look` on the window's thread, also while a dialog is open, and gives what it returns
    /// or throws.
    template <class Look> static auto see(Look look) -> decltype(look()) {
        auto task = std::make_shared<std::packaged_task<decltype(look())()>>(std::move(look));
        auto result = task->get_future();
        onWindowThread([task] { (*task)(); });
        if (result.wait_for(std::chrono::seconds{30}) != std::future_status::ready) {
            throw Stuck{"the window does not answer"};
        }
        return result.get();
    }
    /// Looks again and again until the claim holds; Stuck with these words when it does not within
    /// ten seconds.
    static void waitFor(const std::string& what, const std::function<bool()>& holds);

    /// The window of that name that is in sight; nullptr when there is none. For use inside see().
    [[nodiscard]] static wxWindow* find(const wxString& name);
    template <class Window> [[nodiscard]] static Window& the(const wxString& name) {
        auto* const found = dynamic_cast<Window*>(find(name));
        if (!found) {
            throw Stuck{"there is no " + name.utf8_string() + " in sight"};
        }
        return *found;
    }

    /// Everything that was injected since the count began: no story can leave one out.
    [[nodiscard]] static const Actions& actions() noexcept;
    static void beginCount() noexcept;

    // Each waits until its target is in sight and at rest; what lies outside a scrolled panel is
    // scrolled to by wheel.
    static void click(const wxString& name); ///< its middle
    /// A place inside, told in its client pixels, as a function since it may move while it is
    /// scrolled to.
    static void click(const wxString& name, const std::function<wxRect(wxWindow&)>& area);
    static void pointAt(const wxString& name, const std::function<wxRect(wxWindow&)>& area);
    static void doubleClick(const wxString& name, const std::function<wxRect(wxWindow&)>& area);
    /// As a finger does: the place is touched without the pointer having been anywhere near. Stuck
    /// when what it aims at is no target for a finger: less than 44 px high.
    static void tap(const wxString& name, const std::function<wxRect(wxWindow&)>& area);
    static void tap(const wxString& name); ///< its middle
    static void rightClick(const wxString& name, const std::function<wxRect(wxWindow&)>& area);
    /// One click to take the field, then the text.
    static void fill(const wxString& name, const std::string& text);
    /// The same, in place of what stood there.
    static void refill(const wxString& name, const std::string& text);
    static void type(const std::string& text);
    static void press(const std::string& keys); ///< as xdotool names them: "ctrl+n", "Return"
    static void turnWheel(int notches);         ///< where the pointer is; up positive
    /// A native menu holds the keyboard and the pointer; keys choose from it then.
    static void waitForMenu();
    /// The entry of the open menu at that place, counted from 0, by arrow keys; separators aside.
    static void chooseFromMenu(int entry);
    [[nodiscard]] static bool menuIsOpen(); ///< for use inside see()

    // A drag in its parts: the left button goes down where the pointer is, the pointer moves on by
    // so many pixels with a motion event for every few of them, the button is let go.
    static void hold();
    static void moveBy(wxPoint pixels);
    static void letGo();
    /// As press(), while the button is down; press() itself lets it go for the while.
    static void pressHolding(const std::string& keys);

private:
    static void onWindowThread(std::function<void()> act);
    static void take(const wxString& field); ///< by a click, until it has the focus
    [[nodiscard]] static wxPoint reach(const wxString& name,
                                       const std::function<wxRect(wxWindow&)>& area);
};

/// Runs the program's event loop with `life` beside it on a thread of its own; ends when it ends.
/// The app is then run by wxEntry as usual.
class Life {
public:
    /// Begins as soon as the event loop runs. `life` gives the exit status.
    static void begin(wxApp& app, std::function<int()> life);
    [[nodiscard]] static int status() noexcept;
};

} // namespace palpate::journey
