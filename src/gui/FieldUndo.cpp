// SPDX-License-Identifier: MIT
#include "gui/FieldUndo.h"

#include <wx/textctrl.h>

namespace palpate::gui {

namespace {

/// One more letter of the same word.
[[nodiscard]] bool goesOn(const wxString& before, const wxString& now) {
    return now.length() == before.length() + 1 && now.StartsWith(before) && !before.empty() &&
           before.Last() != ' ' && now.Last() != ' ';
}

} // namespace

FieldUndo::FieldUndo(wxTextCtrl& field) : field_{field} {
    field_.Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        typed();
        event.Skip();
    });
    // Before the window makes its own undo of the key.
    field_.Bind(wxEVT_CHAR_HOOK, &FieldUndo::onKey, this);
}

void FieldUndo::forget() {
    now_ = field_.GetValue();
    before_.clear();
    after_.clear();
}

void FieldUndo::typed() {
    const wxString text = field_.GetValue();
    if (text == now_) {
        return;
    }
    if (before_.empty() || !goesOn(now_, text)) {
        before_.push_back(now_);
    }
    now_ = text;
    after_.clear();
}

void FieldUndo::put(std::vector<wxString>& from, std::vector<wxString>& to) {
    to.push_back(now_);
    now_ = from.back(); // so that the change it makes is not taken for typing
    from.pop_back();
    field_.SetValue(now_);
    field_.SetInsertionPointEnd();
}

void FieldUndo::onKey(wxKeyEvent& event) {
    const bool back = event.GetModifiers() == wxMOD_CONTROL;
    const bool again = event.GetModifiers() == (wxMOD_CONTROL | wxMOD_SHIFT);
    if (event.GetKeyCode() != 'Z' || !(back || again) || !field_.IsEditable() ||
        (back ? before_ : after_).empty()) {
        event.Skip();
        return;
    }
    if (back) {
        put(before_, after_);
    } else {
        put(after_, before_);
    }
}

} // namespace palpate::gui
