// SPDX-License-Identifier: MIT
#include "gui/PalpateApp.h"

#include "app/Prompter.h"
#include "domain/Error.h"
#include "gui/MainFrame.h"
#include "gui/Phrases.h"
#include "gui/ThemeMemory.h"
#include "gui/WindowPrompter.h"

#include <wx/log.h>
#include <wx/msgdlg.h>
#include <wx/stdpaths.h>

#include <cstdio>

namespace palpate::gui {

namespace {

[[nodiscard]] std::filesystem::path settingsFile() {
    wxStandardPaths::Get().SetFileLayout(wxStandardPaths::FileLayout_XDG);
    return std::filesystem::path{fromWx(wxStandardPaths::Get().GetUserConfigDir())} / "palpate" /
           "recent-clinics";
}

} // namespace

bool PalpateApp::OnInit() {
    SetAppName("palpate");
    SetAppDisplayName("Palpate");
    std::vector<std::string> words;
    for (int i = 1; i < argc; ++i) {
        words.push_back(fromWx(argv[i]));
    }
    CommandLine asked = parse(words);
    status_ = answeredOnTheTerminal(asked);
    if (status_) {
        return true;
    }
    try {
        openWindow(std::move(asked));
    } catch (const std::exception& error) {
        if (frame_) {
            frame_->report(error);
        } else {
            wxMessageBox(said(error), "Palpate", wxOK | wxICON_ERROR);
            status_ = 1;
        }
    }
    return true;
}

void PalpateApp::openWindow(CommandLine asked) {
    if (!knowledge_) {
        knowledge_ = std::make_unique<app::Knowledge>(app::find(app::runningProgram()));
    }
    if (!makePrompter) {
        makePrompter = [](wxWindow& window) { return std::make_unique<WindowPrompter>(window); };
    }
    recallTheme();
    recallLargeControls();
    frame_ = new MainFrame{Shared{*knowledge_, clock_, ids_, makePrompter, strength, awake},
                           RecentClinics{settingsFile()}, std::move(asked)};
    SetTopWindow(frame_);
    frame_->Show();
    frame_->begin();
}

int PalpateApp::OnRun() {
    return status_ ? *status_ : wxApp::OnRun();
}

int PalpateApp::OnExit() {
    knowledge_.reset();
    return wxApp::OnExit();
}

bool PalpateApp::OnExceptionInMainLoop() {
    try {
        throw;
    } catch (const std::exception& error) {
        if (frame_) {
            frame_->report(error);
        } else {
            std::fputs((describe(error) + "\n").c_str(), stderr);
        }
    }
    return true;
}

} // namespace palpate::gui
