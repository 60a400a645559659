// SPDX-License-Identifier: MIT
// The screen is locked by a key or by time, also over a dialog, and opened again where it was.
#include "app/Locking.h"
#include "gui/AboutDialog.h"
#include "gui/ChartingPerson.h"
#include "gui/ClipboardWatch.h"
#include "gui/JourneyApp.h"
#include "gui/JourneyClinic.h"
#include "gui/MainFrame.h"
#include "gui/OtherProgram.h"
#include "gui/TextBlock.h"
#include "gui/Words.h"
#include "storage/AuditTrail.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <wx/clipbrd.h>
#include <wx/dialog.h>
#include <wx/textctrl.h>

#include <dlfcn.h>

#include <atomic>
#include <fstream>
#include <string>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using journey::JourneyClinic;
using journey::theApp;
using storage::AuditKind;
using Me = journey::ChartingPerson;

/// Time passes when a story says so.
struct Passing {
    std::atomic<std::chrono::milliseconds> now{std::chrono::hours{1}};
    Passing() {
        theApp().awake = [this] { return now.load(); };
    }
    ~Passing() { theApp().awake = gui::timeSinceBoot; }
    Passing(const Passing&) = delete;
    Passing& operator=(const Passing&) = delete;
    void pass(std::chrono::milliseconds time) { now = now.load() + time; }
};

struct LockedClinic : JourneyClinic {
    [[nodiscard]] std::size_t rows(AuditKind kind) const {
        return inside([&](storage::Store& store) {
            storage::AuditFilter filter;
            filter.kind = kind;
            return store.audit().list(filter).size();
        });
    }
    void set(const LockSettings& settings) const {
        inside([&](storage::Store& store) {
            store.setLockSettings(settings);
            return true;
        });
    }
};

[[nodiscard]] bool isThere(const wxString& name) {
    return Me::see([&] { return Me::find(name) != nullptr; });
}

[[nodiscard]] std::string typedIn(const wxString& field) {
    return Me::see([&] { return gui::fromWx(Me::the<wxTextCtrl>(field).GetValue()); });
}

void waitForLock() {
    Me::waitFor("the screen is locked and asks for the password", [] {
        const auto* const field = Me::find("lock.password");
        return field && wxWindow::FindFocus() == field;
    });
}

void unlock(const std::string& password) {
    Me::type(password);
    Me::press("Return");
}

void waitForWork() {
    Me::waitFor("the work is there again", [] {
        return Me::find("workplace") != nullptr && Me::find("lock.password") == nullptr;
    });
}

void waitForText(const wxString& block, const std::string& words) {
    Me::waitFor(block.utf8_string() + " says " + words, [&] {
        const auto* const text = dynamic_cast<gui::TextBlock*>(Me::find(block));
        return text && gui::fromWx(text->text()).find(words) != std::string::npos;
    });
}

/// Whether the X server shows any window of the program but its main one. wx does not know.
[[nodiscard]] bool othersAreInSight() {
    return Me::see([] {
        using Answer = int (*)(void*);
        static const auto windowOf =
            reinterpret_cast<void* (*)(void*)>(dlsym(RTLD_DEFAULT, "gtk_widget_get_window"));
        static const auto isVisible =
            reinterpret_cast<Answer>(dlsym(RTLD_DEFAULT, "gdk_window_is_visible"));
        for (const wxWindow* const window : wxTopLevelWindows) {
            void* const native = windowOf(window->GetHandle());
            if (window != theApp().frame() && native && isVisible(native) != 0) {
                return true;
            }
        }
        return false;
    });
}

TEST_CASE("a key locks the screen, and only the right password brings the same place back",
          "[journey][locking]") {
    LockedClinic clinic;
    clinic.openChart();
    Me::fill("note.subjective.editor.field", "Stiff since Monday");
    Me::press("ctrl+l");
    waitForLock();
    for (const char* const part : {"workplace", "patient.name", "search", "notice"}) {
        CAPTURE(part);
        CHECK_FALSE(isThere(part));
    }
    // What was typed is stored already.
    CHECK_THAT(noteOf(clinic.stored(), NotePart::Subjective).text,
               ContainsSubstring("Stiff since Monday"));
    for (const char* const key : {"F1", "F2", "F8", "ctrl+k", "ctrl+n", "ctrl+h", "ctrl+l"}) {
        Me::press(key);
    }
    CHECK_FALSE(othersAreInSight());

    unlock("wrong horse");
    waitForText("lock.problem", "That is not the password of");
    CHECK(typedIn("lock.password").empty());
    CHECK_FALSE(isThere("workplace"));
    unlock(JourneyClinic::password());
    waitForWork();
    Me::waitFor("the same field has the focus",
                [] { return wxWindow::FindFocus() == Me::find("note.subjective.editor.field"); });
    Me::type(".");
    Me::waitFor("what is typed goes on where it was",
                [] { return Me::shown().notes[0].note.text == "Stiff since Monday."; });
    // By the button in the bar, too.
    Me::click("topBar.lock");
    waitForLock();
    unlock(JourneyClinic::password());
    waitForWork();
    theApp().close();
    CHECK(clinic.rows(AuditKind::Lock) == 2);
    CHECK(clinic.rows(AuditKind::Unlock) == 2);
}

TEST_CASE("nobody touches the program for the clinic's time, and it locks", "[journey][locking]") {
    LockedClinic clinic;
    clinic.set({.idleMinutes = 3});
    Passing time;
    clinic.openPatient();
    time.pass(std::chrono::minutes{2});
    Me::press("ctrl+k"); // any key counts
    Me::waitFor("it is heard", [] { return wxWindow::FindFocus() == Me::find("search.field"); });
    time.pass(std::chrono::minutes{2});
    Me::click("rail.patients"); // and the pointer
    Me::waitFor("it is heard", [] { return Me::find("patients.list") != nullptr; });
    time.pass(std::chrono::minutes{2});
    Me::press("F1");
    Me::waitFor("it is heard", [] { return Me::find("keys.accept") != nullptr; });
    time.pass(std::chrono::minutes{2});
    Me::press("Escape"); // in a dialog, too
    Me::waitFor("it is heard", [] { return Me::find("keys.accept") == nullptr; });
    CHECK_FALSE(isThere("lock.password"));
    time.pass(std::chrono::minutes{3});
    waitForLock();
    CHECK_FALSE(isThere("patient.name"));
    unlock(JourneyClinic::password());
    waitForWork();
    CHECK(isThere("patient.name"));
    theApp().close();
}

TEST_CASE("whoever touches the program after the computer slept does not get in by that",
          "[journey][locking]") {
    LockedClinic clinic;
    Passing time;
    clinic.openPatient();
    time.pass(std::chrono::hours{9});
    Me::press("Shift_L"); // perhaps before the window has looked at the time itself
    waitForLock();
    theApp().close();
}

TEST_CASE("a dialog waits behind the lock with what was typed in it", "[journey][locking]") {
    LockedClinic clinic;
    clinic.openPatient();
    Me::press("ctrl+n");
    Me::fill("patient.familyName", "Ivanova");
    Me::press("Tab");
    Me::type("Mila");
    Me::press("ctrl+l");
    waitForLock();
    CHECK_FALSE(othersAreInSight());
    CHECK_FALSE(isThere("workplace"));
    Me::press("Escape"); // reaches nothing behind it
    unlock(JourneyClinic::password());
    waitForWork();
    Me::waitFor("the dialog is back, where it was",
                [] { return wxWindow::FindFocus() == Me::find("patient.givenName"); });
    CHECK(othersAreInSight());
    CHECK(typedIn("patient.familyName") == "Ivanova");
    Me::type(" Ana");
    CHECK(typedIn("patient.givenName") == "Mila Ana");
    // Twice, since the second time the keys have been elsewhere before.
    Me::press("ctrl+l");
    waitForLock();
    unlock(JourneyClinic::password());
    waitForWork();
    Me::segment("patient.alertsAsked", 1);
    Me::click("patient.accept");
    waitForText("patient.name", "Mila Ana Ivanova");
    theApp().close();
}

TEST_CASE("whoever can't unlock signs out, and somebody else signs in", "[journey][locking]") {
    LockedClinic clinic;
    clinic.openPatient();
    Me::press("ctrl+n");
    Me::fill("patient.familyName", "Ivanova");
    Me::press("ctrl+l");
    waitForLock();
    Me::click("lock.signOut");
    waitForText("lock.problem", "not stored");
    CHECK_FALSE(isThere("signIn.password"));
    Me::click("lock.signOut");
    Me::waitFor("one can sign in", [] { return Me::find("signIn.password") != nullptr; });
    CHECK_FALSE(othersAreInSight());
    Me::fill("signIn.password", JourneyClinic::password());
    Me::press("Return");
    Me::waitFor("the workplace opens", [] { return Me::find("workplace") != nullptr; });
    // Keys and dialogs are as ever.
    Me::press("F1");
    Me::waitFor("a dialog opens", [] { return Me::find("keys.accept") != nullptr; });
    Me::press("Escape");
    Me::waitFor("and closes", [] { return Me::find("keys.accept") == nullptr; });
    theApp().close();
    CHECK(clinic.rows(AuditKind::Unlock) == 0);
}

TEST_CASE("a menu is given up when the screen locks", "[journey][locking]") {
    LockedClinic clinic;
    Passing time;
    clinic.openPatient();
    Me::click("practitioner");
    Me::waitForMenu();
    time.pass(std::chrono::minutes{11});
    waitForLock();
    unlock(JourneyClinic::password());
    waitForWork();
    Me::click("practitioner");
    Me::chooseFromMenu(0);
    Me::waitFor("menus are as ever", [] { return Me::find("snippets.accept") != nullptr; });
    Me::press("Escape");
    theApp().close();
}

TEST_CASE("a dialog that is to open while the screen is locked waits", "[journey][locking]") {
    LockedClinic clinic;
    clinic.openPatient();
    Me::press("ctrl+l");
    waitForLock();
    // As a long work does that ends while nobody is there.
    Me::see([] {
        theApp().CallAfter([] {
            gui::AboutDialog{theApp().frame(), theApp().knowledge().paths()}.ShowModal();
        });
    });
    unlock("wrong horse");
    waitForText("lock.problem", "That is not the password of");
    CHECK_FALSE(isThere("about.accept"));
    unlock(JourneyClinic::password());
    Me::waitFor("it opens", [] { return Me::find("about.accept") != nullptr; });
    Me::press("Escape");
    Me::waitFor("and closes", [] { return Me::find("about.accept") == nullptr; });
    theApp().close();
}

[[nodiscard]] std::string clipboardText() {
    return Me::see([] {
        wxTextDataObject text;
        if (wxTheClipboard->Open()) {
            wxTheClipboard->GetData(text);
            wxTheClipboard->Close();
        }
        return gui::fromWx(text.GetText());
    });
}

TEST_CASE("what was copied is cleared after the clinic's time", "[journey][locking]") {
    LockedClinic clinic;
    clinic.set({.idleMinutes = {}, .clipboardSeconds = 20});
    Passing time;
    clinic.openChart();
    Me::fill("note.subjective.editor.field", "Stiff since Monday");
    Me::press("ctrl+a");
    Me::press("ctrl+c");
    Me::waitFor("it is copied", [] { return gui::ownsClipboard(); });
    CHECK(clipboardText() == "Stiff since Monday");
    Me::waitFor("it is cleared", [&time] {
        time.pass(std::chrono::seconds{20});
        wxTextDataObject text;
        if (wxTheClipboard->Open()) {
            wxTheClipboard->GetData(text);
            wxTheClipboard->Close();
        }
        return text.GetText().empty();
    });
    // At locking at once, and the middle button brings nothing either.
    Me::press("ctrl+a");
    Me::press("ctrl+c");
    CHECK(clipboardText() == "Stiff since Monday");
    Me::press("ctrl+l");
    waitForLock();
    CHECK(clipboardText().empty());
    CHECK(Me::see([] {
        wxTextDataObject text;
        wxTheClipboard->UsePrimarySelection(true);
        if (wxTheClipboard->Open()) {
            wxTheClipboard->GetData(text);
            wxTheClipboard->Close();
        }
        wxTheClipboard->UsePrimarySelection(false);
        return text.GetText().empty();
    }));
    theApp().close();
}

TEST_CASE("what was copied stays where the clinic does not ask for more", "[journey][locking]") {
    LockedClinic clinic;
    Passing time;
    clinic.openChart();
    Me::fill("note.subjective.editor.field", "Stiff since Monday");
    Me::press("ctrl+a");
    Me::press("ctrl+c");
    Me::waitFor("it is copied", [] { return gui::ownsClipboard(); });
    time.pass(std::chrono::minutes{9});
    Me::press("ctrl+l");
    waitForLock();
    CHECK(clipboardText() == "Stiff since Monday");
    theApp().close();
}

TEST_CASE("an owner says when the screen locks", "[journey][locking]") {
    LockedClinic clinic;
    Passing time;
    clinic.openPatient();
    Me::click("practitioner");
    Me::chooseFromMenu(1);
    Me::waitFor("the settings open", [] { return Me::find("clinic.idle") != nullptr; });
    CHECK(typedIn("clinic.idle") == "10");
    Me::click("clinic.idle");
    Me::press("ctrl+a");
    Me::type("x");
    Me::click("clinic.accept");
    waitForText("clinic.problems", "Lock: type the minutes");
    Me::waitFor("its field has the focus",
                [] { return wxWindow::FindFocus() == Me::find("clinic.idle"); });
    Me::press("ctrl+a");
    Me::type("1");
    Me::fill("clinic.clipboard", "30");
    Me::click("clinic.accept");
    Me::waitFor("they are stored", [] { return Me::find("clinic.idle") == nullptr; });
    time.pass(std::chrono::minutes{1});
    waitForLock();
    theApp().close();
    CHECK(clinic.inside([](storage::Store& store) { return store.lockSettings(); }) ==
          LockSettings{.idleMinutes = 1, .clipboardSeconds = 30});
}

TEST_CASE("the window's program allows no core dump", "[journey][locking]") {
    const LockedClinic clinic;
    const journey::OtherProgram program{{clinic.folder().string()}};
    std::ifstream file{"/proc/" + std::to_string(program.process()) + "/limits"};
    std::string core;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("Max core file size")) {
            core = line;
        }
    }
    CHECK_THAT(core, ContainsSubstring("  0 "));
    CHECK_THAT(core, !ContainsSubstring("unlimited"));
}

} // namespace
