// SPDX-License-Identifier: MIT
// Runs the window tests inside the event loop. Listing them opens no display, so that they can be
// discovered at build time; a complaint of GTK, GDK or GLib on stderr fails the program.
#include "gui/GuiTest.h"

#include <catch2/catch_session.hpp>
#include <catch2/catch_test_case_info.hpp>
#include <catch2/reporters/catch_reporter_event_listener.hpp>
#include <catch2/reporters/catch_reporter_registrars.hpp>
#include <wx/app.h>

#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>

namespace {

/// Sends everything that is written to stderr, by whatever library, through a file that is read
/// after each test.
class ErrorWatch {
public:
    ErrorWatch() : real_{dup(STDERR_FILENO)} {
        file_ = std::tmpfile();
        if (file_) {
            dup2(fileno(file_), STDERR_FILENO);
        }
    }
    /// Shows what came since the last call on the real stderr and gives the complaints among it.
    std::string news() {
        std::string lines;
        if (!file_) {
            return lines;
        }
        std::fflush(stderr);
        std::string text;
        char block[4096];
        for (;;) {
            const ssize_t got = pread(fileno(file_), block, sizeof block, read_);
            if (got <= 0) {
                break;
            }
            read_ += got;
            text.append(block, static_cast<std::size_t>(got));
        }
        if (!text.empty() && write(real_, text.data(), text.size()) < 0) {
            return "stderr cannot be written\n";
        }
        std::size_t begin = 0;
        while (begin < text.size()) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            const std::string line = text.substr(begin, end - begin);
            if (line.find("-WARNING **") != std::string::npos ||
                line.find("-CRITICAL **") != std::string::npos ||
                line.find("-ERROR **") != std::string::npos) {
                lines += line + '\n';
            }
            begin = end + 1;
        }
        return lines;
    }

private:
    int real_;
    std::FILE* file_ = nullptr; ///< closed with the process: libraries may write until then
    off_t read_ = 0;
};

std::string complaints;
ErrorWatch* watch = nullptr;

class ComplaintListener : public Catch::EventListenerBase {
public:
    using EventListenerBase::EventListenerBase;
    void testCaseEnded(const Catch::TestCaseStats& stats) override {
        if (watch) {
            if (const std::string news = watch->news(); !news.empty()) {
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

private:
    Catch::Session& session_;
    int result_ = 0;
};

} // namespace

CATCH_REGISTER_LISTENER(ComplaintListener)
wxIMPLEMENT_APP_NO_MAIN(wxApp);

std::string palpate::guitest::toolkitComplaints() {
    if (watch) {
        complaints += watch->news();
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
    ErrorWatch errors;
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
