// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace palpate::gui {

/// What was asked for: palpate [CLINIC] [--patient ID] [--demo] [--version] [--help]
struct CommandLine {
    std::optional<std::filesystem::path> clinic;
    std::optional<PatientId> patient; ///< opened after sign-in
    bool demo = false;
    bool version = false;
    bool help = false;
    std::string problem; ///< one sentence when the words make no sense; then nothing else is set
};

/// `words` without the program's own name.
[[nodiscard]] CommandLine parse(const std::vector<std::string>& words);
[[nodiscard]] std::string helpText();
/// Says what needs no window (version, help, a mistake), and the exit status: 0 or 2. Empty: open
/// the window.
[[nodiscard]] std::optional<int> answeredOnTheTerminal(const CommandLine& asked);

} // namespace palpate::gui
