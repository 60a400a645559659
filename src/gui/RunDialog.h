// SPDX-License-Identifier: MIT
#pragma once

#include "gui/FormDialog.h"

#include <functional>
#include <string>

namespace palpate::gui {

/// Long work that says how far it is and can be stopped by its button, Escape or closing: it begins
/// when the dialog is shown, on the window's thread, and lets the window breathe between its steps.
/// Whatever ends it, the dialog can be closed afterwards.
class RunDialog : public FormDialog {
protected:
    RunDialog(wxWindow* parent, const wxString& name, const wxString& title, int widthDip);
    /// After all fields were added.
    void begin();
    /// The work itself; `step` between its parts. What it throws is shown.
    virtual void work() = 0;
    /// It is over; `isWhole`: it threw nothing.
    virtual void over(bool isWhole) = 0;
    /// Shows that, paints, and takes the button and the keys. False: it shall stop.
    [[nodiscard]] bool step(const wxString& howFar);
    [[nodiscard]] TextBlock& words() noexcept { return *words_; }

private:
    [[nodiscard]] std::vector<Message> accept() override { return {}; }
    void run();

    bool running_ = false;
    bool stopping_ = false;
    TextBlock* words_; ///< a child of this window
};

} // namespace palpate::gui
