// SPDX-License-Identifier: MIT
#include "gui/RunDialog.h"

#include "domain/Error.h"
#include "gui/Phrases.h"

#include <wx/evtloop.h>

namespace palpate::gui {

RunDialog::RunDialog(wxWindow* parent, const wxString& name, const wxString& title, int widthDip)
    : FormDialog{parent, name, title, said("Done"), widthDip} {
    words_ = new TextBlock{&ground(), name + ".what", said("Getting ready …")};
    addWide(words_);
    neverAsk();
}

void RunDialog::begin() {
    cancelButton().setText(said("Stop"));
    cancelButton().onClick = [this] { stopping_ = true; };
    acceptButton().Enable(false);
    finish(&cancelButton());
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE && running_) {
            stopping_ = true;
            return;
        }
        event.Skip();
    });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        if (running_) {
            stopping_ = true;
            return;
        }
        event.Skip();
    });
    CallAfter([this] { run(); });
}

bool RunDialog::step(const wxString& howFar) {
    words_->setText(howFar);
    // Painting, the button and the keys; the store is at rest between two parts.
    if (auto* const loop = wxEventLoopBase::GetActive()) {
        loop->YieldFor(wxEVT_CATEGORY_UI | wxEVT_CATEGORY_USER_INPUT);
    }
    return !stopping_ && IsModal();
}

void RunDialog::run() {
    running_ = true;
    bool isWhole = false;
    try {
        work();
        isWhole = true;
    } catch (const Error& error) {
        showProblems(said(error));
    } catch (const std::exception& error) { // no memory for so much
        showProblems(said("It could not be done: {1}.", {std::string{error.what()}}));
    }
    running_ = false;
    cancelButton().Hide();
    acceptButton().Enable(true);
    acceptButton().SetFocus();
    acceptButton().GetParent()->Layout();
    refit();
    over(isWhole);
}

} // namespace palpate::gui
