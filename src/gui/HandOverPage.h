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

    /// The password was right. `unstored` says that the last words are lost and why; empty: nothing
    /// is.
    std::function<void(const wxString& unstored)> onLeft;

    /// The screen is handed over from now on. Throws StorageError; nothing is shown then.
    void open(std::unique_ptr<app::FormPresenter> form);
    [[nodiscard]] bool isOpen() const noexcept { return form_ != nullptr; }
    /// Asks for the password; true: it was right, and the page has let go of the form. Whoever has
    /// the password may leave although the last words can't be stored, and is told so.
    bool askToLeave();
    /// Something went wrong while the patient answers: told in words for them, without details.
    void sayFault();
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
    /// What is to be said of the last words; empty: they are stored. Gone: no second try brings
    /// them.
    struct Unstored {
        wxString told = {};
        bool areGone = false;
    };
    [[nodiscard]] Unstored unstoredWords();
    /// From now on the practitioner answers; the sentence when that can't be stored.
    [[nodiscard]] wxString giveBack();
    static void emptyClipboard();
    static void letGoOfSelection(); ///< what emptyClipboard put there

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
