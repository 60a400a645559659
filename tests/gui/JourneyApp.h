// SPDX-License-Identifier: MIT
#pragma once

#include "app/Prompter.h"
#include "gui/PalpateApp.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace palpate::journey {

/// The program as it is, except that a story opens its window when it wants one, that questions for
/// a file are answered in advance, and that keys are derived fast.
class JourneyApp : public gui::PalpateApp {
public:
    explicit JourneyApp(std::function<int()> life);
    bool OnInit() override;
    /// Nobody could answer its dialog: it is a complaint of the toolkit, which fails the run.
    void OnAssertFailure(const wxChar* file, int line, const wxChar* function,
                         const wxChar* condition, const wxChar* message) override;

    /// On the person's thread: opens the window as `palpate WORDS` would.
    void open(const std::vector<std::string>& words);
    /// Closes it as its user would, and waits until it is gone.
    void close();
    /// The next file or folder that is chosen; empty: the user thinks better of it.
    std::optional<std::filesystem::path> nextFile;
    bool agrees = true;       ///< to whatever is asked
    std::string lastQuestion; ///< that was asked

private:
    std::function<int()> life_;
};

/// The one that runs.
[[nodiscard]] JourneyApp& theApp();

} // namespace palpate::journey
