// SPDX-License-Identifier: MIT
#pragma once

#include <wx/panel.h>
#include <wx/timer.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

class wxTextCtrl;

namespace palpate::gui {

class ChipGroup;
class PillButton;
class TextBlock;

/// Who is it? One clinic, a user name, a password, and the code of a second factor where one is
/// asked for.
class SignInPage : public wxPanel {
public:
    explicit SignInPage(wxWindow* parent);

    /// Throws AccessDenied (CodeNeeded and WaitNeeded too) and StorageError; the sentence is shown
    /// below the fields. `code` is empty until one was asked for.
    std::function<void(const std::string& userName, const std::string& password,
                       const std::string& code)>
        onSignIn;
    /// The password is lost; the printed key is there. `userName` as typed.
    std::function<void(const std::string& userName)> onRecoveryKey;
    std::function<void()> onBack;

    /// `userNames`: who may sign in there, to choose from.
    void ask(const std::filesystem::path& clinic, const std::string& userName,
             const std::vector<std::string>& userNames);
    /// What is good news, such as a password that was set anew.
    void tell(const wxString& sentence);
    void showProblem(const wxString& sentence);
    /// Inside onSignIn: the search index is being made anew, so much of it is done (0 to 1). The
    /// window stays alive; what is typed meanwhile waits.
    void showIndexing(double share);

private:
    wxTextCtrl* addField(wxWindow* card, wxSizer& column, const wxString& name,
                         const wxString& label, long style);
    void buildNames(wxWindow* card, wxSizer& column);
    void buildButtons(wxWindow* card, wxSizer& column);
    void signIn();
    void showCode(bool shown);
    void wait(std::chrono::seconds howLong);
    void showWaiting();
    void refused(wxTextCtrl& field);

    int indexed_ = -1; ///< percent that were last shown
    wxTimer timer_;    ///< ticks while one has to wait
    std::chrono::steady_clock::time_point waitsUntil_;
    std::vector<std::string> names_;
    TextBlock* clinic_; ///< children of this window, as all below
    wxTextCtrl* user_ = nullptr;
    ChipGroup* choices_ = nullptr;
    wxTextCtrl* password_ = nullptr;
    wxTextCtrl* code_ = nullptr;
    TextBlock* codeLabel_ = nullptr;
    TextBlock* codeHint_ = nullptr;
    TextBlock* problem_ = nullptr;
    TextBlock* told_ = nullptr;
    PillButton* signIn_ = nullptr;
};

} // namespace palpate::gui
