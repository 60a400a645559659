// SPDX-License-Identifier: MIT
// Runs the journeys: the program itself in this process, a person on a second thread. Listing them
// opens no display. A complaint of GTK, GDK or GLib fails the run.
#include "gui/ErrorWatch.h"
#include "gui/JourneyApp.h"
#include "gui/Person.h"

#include <catch2/catch_session.hpp>
#include <wx/app.h>

#include <algorithm>
#include <iostream>
#include <string>

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
    palpate::guitest::ErrorWatch errors;
    auto* const app =
        new palpate::journey::JourneyApp{[&session] { return session.run(); }}; // wx takes it
    wxApp::SetInstance(app);
    int one = 1;
    wxEntry(one, words);
    const int status = palpate::journey::Life::status();
    if (const std::string all = errors.complaints(); !all.empty()) {
        std::cout << "The toolkit complained:\n" << all;
        return std::max(status, 1);
    }
    return status;
}
