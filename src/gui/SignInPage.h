// SPDX-License-Identifier: MIT
#pragma once

#include <wx/panel.h>

#include <filesystem>
#include <functional>
#include <string>

class wxTextCtrl;

namespace palpate::gui {

class PillButton;
class TextBlock;

/// Who is it? One clinic, a user name, a password.
class SignInPage : public wxPanel {
public:
    explicit SignInPage(wxWindow* parent);

    /// Throws AccessDenied and StorageError; the sentence is shown below the fields.
    std::function<void(const std::string& userName, const std::string& password)> onSignIn;
    std::function<void()> onBack;

    void ask(const std::filesystem::path& clinic, const std::string& userName);

private:
    void signIn();
    void showProblem(const wxString& sentence);

    TextBlock* clinic_; ///< children of this window
    wxTextCtrl* user_;
    wxTextCtrl* password_;
    TextBlock* problem_;
    PillButton* signIn_;
};

} // namespace palpate::gui
