// SPDX-License-Identifier: MIT
// Runs the journeys: the program itself in this process, a person on a second thread. Listing them
// opens no display. A complaint of GTK, GDK or GLib fails the run.
#include "gui/JourneyApp.h"
#include "gui/Person.h"

#include <catch2/catch_session.hpp>
#include <wx/app.h>

#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <string>

namespace {

/// Everything that is written to stderr, by whatever library, is kept until the end.
class ErrorWatch {
public:
    ErrorWatch() : real_{dup(STDERR_FILENO)}, file_{std::tmpfile()} {
        dup2(fileno(file_), STDERR_FILENO);
    }
    /// Shows it on the real stderr; true when the toolkit complained.
    bool complained() {
        std::fflush(stderr);
        dup2(real_, STDERR_FILENO);
        std::rewind(file_);
        std::string text;
        for (int c = std::fgetc(file_); c != EOF; c = std::fgetc(file_)) {
            text += static_cast<char>(c);
        }
        std::cerr << text;
        for (const char* const kind : {"-WARNING **", "-CRITICAL **", "-ERROR **"}) {
            if (text.find(kind) != std::string::npos) {
                std::cerr << "The toolkit complained; see above.\n";
                return true;
            }
        }
        return false;
    }

private:
    int real_;
    std::FILE* file_;
};

} // namespace

int main(int count, char** words) {
    Catch::Session session;
    if (const int wrong = session.applyCommandLine(count, words); wrong != 0) {
        return wrong;
    }
    const auto& asked = session.configData();
    if (asked.listTests || asked.listTags || asked.listReporters || asked.listListeners ||
        asked.showHelp) {
        return session.run();
    }
    ErrorWatch errors;
    auto* const app =
        new palpate::journey::JourneyApp{[&session] { return session.run(); }}; // wx takes it
    wxApp::SetInstance(app);
    int one = 1;
    wxEntry(one, words);
    const int status = palpate::journey::Life::status();
    return errors.complained() ? std::max(status, 1) : status;
}
