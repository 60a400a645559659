// SPDX-License-Identifier: MIT
#pragma once

#include "app/Prompter.h"

#include <wx/window.h>

namespace palpate::gui {

/// Asks the user by dialogs of the desktop. The window must outlive it.
class WindowPrompter final : public app::Prompter {
public:
    explicit WindowPrompter(wxWindow& parent) : parent_{parent} {}

    [[nodiscard]] bool confirm(const Message& question, const Message& action) override;
    [[nodiscard]] std::optional<std::filesystem::path>
    chooseSaveFile(const Message& title, const std::string& suggestedName) override;
    [[nodiscard]] std::optional<std::filesystem::path>
    chooseFile(const Message& title, const std::vector<std::string>& endings) override;
    [[nodiscard]] std::optional<std::filesystem::path> chooseFolder(const Message& title) override;
    void tell(const Message& message) override;

private:
    wxWindow& parent_;
};

} // namespace palpate::gui
