// SPDX-License-Identifier: MIT
#include "gui/Person.h"

#include <wx/app.h>
#include <wx/clipbrd.h>
#include <wx/scrolwin.h>
#include <wx/textentry.h>
#include <wx/toplevel.h>

#include <dlfcn.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <sstream>
#include <thread>

namespace palpate::journey {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Clock = std::chrono::steady_clock;

constexpr seconds kPatience{10};
constexpr milliseconds kBetweenLooks{25};
constexpr int kFinger = 44; ///< DIP: the least height of what a finger is to hit

/// A finger takes its time: what a press brings about happens before it is let go.
const std::string kClick = "mousedown 1 sleep 0.04 mouseup 1";

int status_ = 1;

Actions actions_;
/// What came last: an Enter right behind a text belongs to it, and so does a notch to the notch
/// before.
enum class Last { Other, Text, Wheel } last_ = Last::Other;

void did(int Actions::*kind, Last as = Last::Other) {
    ++(actions_.*kind);
    last_ = as;
}

[[nodiscard]] wxWindow* findIn(wxWindow* window, const wxString& name) {
    if (!window->IsShown()) {
        return nullptr;
    }
    if (window->GetName() == name) {
        return window;
    }
    for (wxWindow* child : window->GetChildren()) {
        if (!child->IsTopLevel()) {
            if (wxWindow* const found = findIn(child, name)) {
                return found;
            }
        }
    }
    return nullptr;
}

/// Words for the shell, taken literally.
[[nodiscard]] std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) {
        out += c == '\'' ? std::string{"'\\''"} : std::string(1, c);
    }
    return out + "'";
}

void xdotool(const std::string& words) {
    if (std::system(("xdotool " + words).c_str()) != 0) {
        throw Stuck{"xdotool " + words + " failed"};
    }
}

/// What would be seen of the program: its windows, and what stands in the field one is in.
[[nodiscard]] std::string inSightNow() {
    return Person::see([] {
        std::string told = "windows:";
        for (auto node = wxTopLevelWindows.GetFirst(); node; node = node->GetNext()) {
            if (node->GetData()->IsShown()) {
                told += " \"" + node->GetData()->GetLabel().utf8_string() + "\"";
            }
        }
        if (const wxWindow* const focus = wxWindow::FindFocus()) {
            told += ", in " + focus->GetName().utf8_string();
            if (const auto* const field = dynamic_cast<const wxTextEntryBase*>(focus)) {
                told += " \"" + field->GetValue().utf8_string() + "\"";
            }
        }
        return told;
    });
}

/// Fails; leaves a picture of the screen in the file that PALPATE_FAILURE_PICTURE names, if any.
[[noreturn]] void fail(const std::string& what) {
    const auto sentence = what + " (" + inSightNow() + ")";
    if (const char* const file = std::getenv("PALPATE_FAILURE_PICTURE")) {
        if (std::system(("import -window root " + quoted(file)).c_str()) != 0) {
            throw Stuck{sentence + " (and the screen can't be pictured)"};
        }
    }
    throw Stuck{sentence};
}

/// Dots of the screen for one pixel of a window, on a desktop of whole scales.
[[nodiscard]] int dotsPerPixel() {
    const char* const scale = std::getenv("GDK_SCALE");
    return scale ? std::max(1, std::atoi(scale)) : 1;
}

/// As xdotool wants a place of the screen.
[[nodiscard]] std::string dots(int x, int y) {
    return std::to_string(x * dotsPerPixel()) + " " + std::to_string(y * dotsPerPixel());
}

void countKeys(const std::string& keys) {
    std::istringstream each{keys};
    for (std::string key; each >> key;) {
        if (last_ == Last::Text && key == "Return") {
            last_ = Last::Other;
        } else {
            did(&Actions::keys);
        }
    }
}

/// What of the screen the window's scrolled parents let through.
[[nodiscard]] wxRect inSight(const wxWindow& window) {
    wxRect seen = wxGetTopLevelParent(const_cast<wxWindow*>(&window))->GetScreenRect();
    for (const wxWindow* w = window.GetParent(); w && !w->IsTopLevel(); w = w->GetParent()) {
        seen.Intersect({w->ClientToScreen(wxPoint{}), w->GetClientSize()});
    }
    return seen;
}

[[nodiscard]] const wxScrolledWindow* scrolledAround(const wxWindow& window) {
    for (const wxWindow* w = window.GetParent(); w; w = w->GetParent()) {
        if (const auto* scrolled = dynamic_cast<const wxScrolledWindow*>(w)) {
            return scrolled;
        }
    }
    return nullptr;
}

[[nodiscard]] wxPoint middleOf(const wxRect& area) {
    return {area.x + area.width / 2, area.y + area.height / 2};
}

} // namespace

void Person::onWindowThread(std::function<void()> act) {
    wxTheApp->CallAfter(std::move(act));
    wxWakeUpIdle();
}

void Person::waitFor(const std::string& what, const std::function<bool()>& holds) {
    for (const auto start = Clock::now(); Clock::now() - start < kPatience;) {
        if (see(holds)) {
            return;
        }
        std::this_thread::sleep_for(kBetweenLooks);
    }
    fail("waited in vain: " + what);
}

wxWindow* Person::find(const wxString& name) {
    // The newest first: a dialog lies above the frame.
    for (auto node = wxTopLevelWindows.GetLast(); node; node = node->GetPrevious()) {
        if (wxWindow* const found = findIn(node->GetData(), name)) {
            return found;
        }
    }
    return nullptr;
}

wxPoint Person::reach(const wxString& name, const std::function<wxRect(wxWindow&)>& area) {
    struct Place {
        wxPoint screen;
        bool seen = false;
        int wheel = 0;        ///< notches that bring it nearer
        wxPoint overScrolled; ///< where to turn the wheel
        bool operator==(const Place& other) const {
            return screen == other.screen && seen == other.seen;
        }
    };
    const auto look = [&]() -> Place {
        wxWindow* const window = find(name);
        if (!window || !window->IsEnabled()) {
            return {};
        }
        const wxPoint at = window->ClientToScreen(middleOf(area(*window)));
        const wxRect seen = inSight(*window);
        Place place{at, seen.Contains(at), 0, middleOf(seen)};
        if (const auto* scrolled = scrolledAround(*window); scrolled && !place.seen) {
            const wxRect around{scrolled->ClientToScreen(wxPoint{}), scrolled->GetClientSize()};
            place.wheel = at.y > around.GetBottom() ? -1 : 1;
            place.overScrolled = middleOf(around);
        }
        return place;
    };
    constexpr int kLooksAtRest = 2; // what is laid out in two steps rests between them
    Place before = see(look);
    int atRest = 0;
    for (const auto start = Clock::now(); Clock::now() - start < kPatience;) {
        if (before.wheel != 0) {
            ++actions_.moves;
            xdotool("mousemove " + dots(before.overScrolled.x, before.overScrolled.y));
            turnWheel(before.wheel);
        }
        std::this_thread::sleep_for(kBetweenLooks * 2);
        const Place now = see(look);
        atRest = now.seen && now == before ? atRest + 1 : 0;
        if (atRest == kLooksAtRest) {
            return now.screen;
        }
        before = now;
    }
    fail(name.utf8_string() + " can't be reached");
}

const Actions& Person::actions() noexcept {
    return actions_;
}

void Person::beginCount() noexcept {
    actions_ = {};
    last_ = Last::Other;
}

void Person::pointAt(const wxString& name, const std::function<wxRect(wxWindow&)>& area) {
    const wxPoint at = reach(name, area);
    ++actions_.moves;
    // A pointer comes from somewhere: a single jump into a window only tells it that it was
    // entered.
    xdotool("mousemove " + dots(at.x - 2, at.y - 1) + " mousemove " + dots(at.x, at.y));
}

void Person::click(const wxString& name, const std::function<wxRect(wxWindow&)>& area) {
    pointAt(name, area);
    did(&Actions::clicks);
    xdotool(kClick);
}

void Person::doubleClick(const wxString& name, const std::function<wxRect(wxWindow&)>& area) {
    pointAt(name, area);
    did(&Actions::clicks);
    did(&Actions::clicks);
    xdotool("click --repeat 2 --delay 60 1");
}

void Person::rightClick(const wxString& name, const std::function<wxRect(wxWindow&)>& area) {
    pointAt(name, area);
    did(&Actions::clicks);
    xdotool("click 3");
}

void Person::tap(const wxString& name, const std::function<wxRect(wxWindow&)>& area) {
    // Away first, where nothing is: whatever shows only under the pointer does not show.
    xdotool("mousemove 0 0");
    const wxPoint at = reach(name, area);
    const auto [height, least] = see([&] {
        wxWindow& window = the<wxWindow>(name);
        return std::pair{area(window).height, window.FromDIP(kFinger)};
    });
    if (height < least) {
        fail(name.utf8_string() + " is only " + std::to_string(height) + " px high to a finger");
    }
    did(&Actions::clicks);
    xdotool("mousemove " + dots(at.x, at.y) + " " + kClick);
}

void Person::tap(const wxString& name) {
    tap(name, [](wxWindow& window) { return wxRect{window.GetClientSize()}; });
}

bool Person::menuIsOpen() {
    static const auto grabbed =
        reinterpret_cast<void* (*)()>(dlsym(RTLD_DEFAULT, "gtk_grab_get_current"));
    return grabbed && grabbed() != nullptr;
}

void Person::waitForMenu() {
    waitFor("a menu is open", [] { return menuIsOpen(); });
}

void Person::chooseFromMenu(int entry) {
    waitForMenu();
    std::string keys;
    for (int i = 0; i <= entry; ++i) {
        keys += "Down ";
    }
    press(keys + "Return");
}

void Person::hold() {
    did(&Actions::drags);
    xdotool("mousedown 1");
}

void Person::moveBy(wxPoint pixels) {
    constexpr double kStride = 6; // pixels between two motion events
    const int steps = std::max(2, static_cast<int>(std::hypot(pixels.x, pixels.y) / kStride));
    std::string words;
    wxPoint gone;
    for (int i = 1; i <= steps; ++i) {
        const wxPoint next{pixels.x * i / steps, pixels.y * i / steps};
        words +=
            " mousemove_relative -- " + dots(next.x - gone.x, next.y - gone.y) + " sleep 0.008";
        gone = next;
    }
    xdotool(words);
}

void Person::pressHolding(const std::string& keys) {
    countKeys(keys);
    xdotool("key " + keys);
}

void Person::letGo() {
    xdotool("mouseup 1");
}

void Person::click(const wxString& name) {
    click(name, [](wxWindow& window) { return wxRect{window.GetClientSize()}; });
}

void Person::take(const wxString& field) {
    click(field);
    waitFor("the field " + field.utf8_string() + " takes the focus", [&] {
        const wxWindow* const window = find(field);
        return window && window->HasFocus();
    });
}

void Person::fill(const wxString& name, const std::string& text) {
    take(name);
    type(text);
}

void Person::refill(const wxString& name, const std::string& text) {
    take(name);
    press("ctrl+a");
    type(text);
}

void Person::type(const std::string& text) {
    did(&Actions::texts, Last::Text);
    if (std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; })) {
        xdotool("type --delay 12 -- " + quoted(text));
        return;
    }
    // The test keyboard has no keys for these letters, and xdotool loses some when it makes them:
    // they are pasted.
    see([&text] {
        if (!wxTheClipboard->Open()) {
            throw Stuck{"the clipboard can't be opened"};
        }
        wxTheClipboard->SetData(
            new wxTextDataObject{wxString::FromUTF8(text)}); // the clipboard takes it
        wxTheClipboard->Close();
    });
    xdotool("key --clearmodifiers ctrl+v");
}

void Person::press(const std::string& keys) {
    countKeys(keys);
    xdotool("key --clearmodifiers " + keys);
}

void Person::turnWheel(int notches) {
    if (last_ != Last::Wheel) {
        did(&Actions::scrolls, Last::Wheel);
    }
    xdotool("click --repeat " + std::to_string(std::abs(notches)) + " --delay 20 " +
            (notches > 0 ? "4" : "5"));
}

void Life::begin(wxApp& app, std::function<int()> life) {
    app.SetExitOnFrameDelete(false);
    app.CallAfter([&app, life = std::move(life)] {
        std::thread{[&app, life] {
            const int status = life();
            app.CallAfter([&app, status] {
                status_ = status;
                app.ExitMainLoop();
            });
            wxWakeUpIdle();
        }}.detach();
    });
}

int Life::status() noexcept {
    return status_;
}

} // namespace palpate::journey
