// SPDX-License-Identifier: MIT
#pragma once

#include "app/Clinic.h"
#include "domain/Clock.h"
#include "domain/Id.h"
#include "gui/CommandLine.h"
#include "gui/IdleWatch.h"

#include <wx/app.h>

#include <functional>
#include <memory>
#include <optional>

namespace palpate::app {
class Prompter;
}

namespace palpate::gui {

class MainFrame;

/// The program: reads the command line, loads what every clinic shares, opens the window.
class PalpateApp : public wxApp {
public:
    PalpateApp() = default;

    /// Before it runs; a test answers the questions itself and derives keys fast.
    std::function<std::unique_ptr<app::Prompter>(wxWindow&)> makePrompter;
    app::KeyStrength strength = app::KeyStrength::Standard;
    TimeAwake awake = timeSinceBoot;

    bool OnInit() override;
    int OnRun() override;
    int OnExit() override;
    bool OnExceptionInMainLoop() override;
    /// Loads the shared knowledge and opens the window. Throws DataError when the program's data is
    /// missing or damaged.
    void openWindow(CommandLine asked);
    [[nodiscard]] MainFrame* frame() noexcept { return frame_; }
    /// Once a window was opened.
    [[nodiscard]] const app::Knowledge& knowledge() const noexcept { return *knowledge_; }

private:
    SystemClock clock_;
    IdMaker ids_{clock_};
    std::unique_ptr<app::Knowledge> knowledge_;
    MainFrame* frame_ = nullptr; ///< top-level windows belong to wx
    std::optional<int> status_;  ///< set when there is nothing to run
};

} // namespace palpate::gui
