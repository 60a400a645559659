// SPDX-License-Identifier: MIT
#pragma once

#include <wx/string.h>

#include <vector>

class wxKeyEvent;
class wxTextCtrl;

namespace palpate::gui {

/// Ctrl+Z and Ctrl+Shift+Z in a field whose text is stored only when it is entered: they undo the
/// typing, a word at a time. With nothing typed the keys are the window's. The native field of one
/// line has no undo of its own.
class FieldUndo {
public:
    /// Field and this go together.
    explicit FieldUndo(wxTextCtrl& field);
    FieldUndo(const FieldUndo&) = delete;
    FieldUndo& operator=(const FieldUndo&) = delete;
    ~FieldUndo() = default;

    /// The text was set or entered: what was typed before is no longer to be undone.
    void forget();

private:
    void typed();
    void onKey(wxKeyEvent& event);
    void put(std::vector<wxString>& from, std::vector<wxString>& to);

    wxTextCtrl& field_;
    wxString now_;
    std::vector<wxString> before_;
    std::vector<wxString> after_; ///< undone
};

} // namespace palpate::gui
