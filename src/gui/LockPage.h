// SPDX-License-Identifier: MIT
#pragma once

#include <wx/panel.h>

#include <functional>
#include <string>

class wxTextCtrl;

namespace palpate::gui {

class TextBlock;

/// What the window shows while it is locked: whose password opens it, and nothing of a record.
class LockPage : public wxPanel {
public:
    explicit LockPage(wxWindow* parent);

    /// Whether it is the right password. Throws Error; the sentence is shown below the field.
    std::function<bool(const std::string& password)> onUnlock;
    std::function<void()> onSignOut;

    /// `hint`: the password of a demonstration, which nobody could know; else empty.
    void ask(const wxString& clinic, const wxString& person, const std::string& hint);
    void showProblem(const wxString& sentence);
    void focusField();

private:
    void unlock();

    wxString person_;
    TextBlock* clinic_; ///< children of this window
    TextBlock* meaning_;
    wxTextCtrl* password_;
    TextBlock* problem_;
};

} // namespace palpate::gui
