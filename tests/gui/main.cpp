// SPDX-License-Identifier: MIT
// Runs the window tests inside the event loop. Listing them opens no display, so that they can be
// discovered at build time; a complaint of GTK, GDK or GLib on stderr fails the program.
#include "gui/ErrorWatch.h"
#include "gui/GuiTest.h"

#include <catch2/catch_session.hpp>
#include <catch2/catch_test_case_info.hpp>
#include <catch2/reporters/catch_reporter_event_listener.hpp>
#include <catch2/reporters/catch_reporter_registrars.hpp>
#include <wx/app.h>

#include <cstdio>
#include <iostream>
#include <string>

namespace {

std::string complaints;
palpate::guitest::ErrorWatch* watch = nullptr;

class ComplaintListener : public Catch::EventListenerBase {
public:
    using EventListenerBase::EventListenerBase;
    void testCaseEnded(const Catch::TestCaseStats& stats) override {
        if (watch) {
            if (const std::string news = watch->complaints(); !news.empty()) {
                complaints += "in \"" + stats.testInfo->name + "\":\n" + news;
            }
        }
    }
};

class TestApp : public wxApp {
public:
    explicit TestApp(Catch::Session& session) : session_{session} {}
    bool OnInit() override { return true; }
    int OnRun() override {
        SetExitOnFrameDelete(false);
        CallAfter([this] {
            result_ = session_.run();
            ExitMainLoop();
        });
        wxApp::OnRun();
        return result_;
    }

    /// A complaint like the toolkit's own, and no dialog that waits for a person.
    void OnAssertFailure(const wxChar* file, int line, const wxChar* function,
                         const wxChar* condition, const wxChar* message) override {
        const wxString words =
            wxString::Format("wxWidgets-CRITICAL **: %s:%d: %s: %s: %s\n", file, line, function,
                             condition, message ? message : wxT(""));
        std::fputs(words.utf8_str(), stderr);
    }

private:
    Catch::Session& session_;
    int result_ = 0;
};

} // namespace

CATCH_REGISTER_LISTENER(ComplaintListener)
wxIMPLEMENT_APP_NO_MAIN(wxApp);

std::string palpate::guitest::toolkitComplaints() {
    if (watch) {
        complaints += watch->complaints();
    }
    return complaints;
}

int main(int argc, char** argv) {
    Catch::Session session;
    if (const int wrong = session.applyCommandLine(argc, argv)) {
        return wrong;
    }
    const auto& wish = session.configData();
    if (wish.listTests || wish.listTags || wish.listReporters || wish.listListeners ||
        wish.showHelp) {
        return session.run();
    }
    palpate::guitest::ErrorWatch errors;
    watch = &errors;
    wxApp::SetInstance(new TestApp{session}); // taken by wx
    int one = 1;
    int result = wxEntry(one, argv);
    const std::string all = palpate::guitest::toolkitComplaints();
    if (!all.empty()) {
        std::cout << "The toolkit complained:\n" << all;
        result = result == 0 ? 1 : result;
    }
    watch = nullptr;
    return result;
}
