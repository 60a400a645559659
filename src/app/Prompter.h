// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

/// Questions to the user. The window asks them; a test answers in advance.
class Prompter {
public:
    Prompter() = default;
    Prompter(const Prompter&) = delete;
    Prompter& operator=(const Prompter&) = delete;
    virtual ~Prompter() = default;

    /// True when the user agrees; `action` is the word on the agreeing button.
    [[nodiscard]] virtual bool confirm(const Message& question, const Message& action) = 0;
    /// Where to save; empty when the user thinks better of it.
    [[nodiscard]] virtual std::optional<std::filesystem::path>
    chooseSaveFile(const Message& title, const std::string& suggestedName) = 0;
    /// A file that is there; `endings` are those that can be used, such as "pdf". Empty when the
    /// user thinks better of it.
    [[nodiscard]] virtual std::optional<std::filesystem::path>
    chooseFile(const Message& title, const std::vector<std::string>& endings) = 0;
    /// A folder that is there; empty when the user thinks better of it.
    [[nodiscard]] virtual std::optional<std::filesystem::path>
    chooseFolder(const Message& title) = 0;
    virtual void tell(const Message& message) = 0;
};

} // namespace palpate::app
