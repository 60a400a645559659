// SPDX-License-Identifier: MIT
#pragma once

#include "app/FormPresenter.h"

#include <wx/panel.h>
#include <wx/simplebook.h>

#include <functional>
#include <memory>
#include <string>

namespace palpate::app {
class Clinic;
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

class FormPane;
class PillButton;
class ProgressLine;
class TextBlock;

/// A form in the patient's hands: nothing of the record but a greeting, one part of the form at a
/// time, a page of thanks at the end. Only the practitioner's password leads back. Clinic and
/// prompter must outlive it.
class HandOverPage : public wxPanel {
public:
    HandOverPage(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter);
    ~HandOverPage() override;

    std::function<void()> onLeft; ///< the password was right

    /// The screen is handed over from now on. Throws StorageError; nothing is shown then.
    void open(std::unique_ptr<app::FormPresenter> form);
    [[nodiscard]] bool isOpen() const noexcept { return form_ != nullptr; }
    /// Asks for the password; true: it was right, and the page has let go of the form.
    bool askToLeave();
    /// Stores what is typed and not yet stored.
    void flush();
    /// What is shown to whoever is asked for a password that nobody could know.
    void setDemonstrationPassword(std::string password) { hint_ = std::move(password); }
    /// Any key of the window comes here first: true when it must not act.
    [[nodiscard]] bool swallows(const wxKeyEvent& event) const;

private:
    enum Page : std::size_t { Questions, Thanks };
    void buildQuestions();
    void buildThanks();
    void render();
    void back();
    void forth();
    void finishForm();

    app::Clinic& clinic_;
    app::Prompter& prompter_;
    std::unique_ptr<app::FormPresenter> form_;
    std::string hint_;
    bool hadLargeControls_ = false;
    bool isAsking_ = false;

    wxSimplebook* book_ = nullptr; ///< children of this window, as all below
    wxPanel* questions_ = nullptr;
    wxPanel* thanks_ = nullptr;
    TextBlock* greeting_ = nullptr;
    TextBlock* title_ = nullptr;
    TextBlock* about_ = nullptr;
    TextBlock* progress_ = nullptr;
    ProgressLine* line_ = nullptr;
    FormPane* pane_ = nullptr;
    TextBlock* problem_ = nullptr;
    PillButton* back_ = nullptr;
    PillButton* next_ = nullptr;
    PillButton* leave_ = nullptr;
    TextBlock* thankYou_ = nullptr;
    PillButton* leaveAtEnd_ = nullptr;
};

} // namespace palpate::gui
