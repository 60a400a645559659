// SPDX-License-Identifier: MIT
#pragma once

#include "app/Unfinished.h"
#include "gui/TypedText.h"

#include <wx/textctrl.h>
#include <wx/weakref.h>

#include <string>

namespace palpate::gui {

/// A field of a form whose words are in the clinic's file at most 300 ms after they are typed,
/// before the form's button is pressed, and back in the field when the form is opened again. The
/// clinic must outlive it; the field may go first or last.
class KeptField {
public:
    KeptField(app::Clinic& clinic, wxTextCtrl* field, app::UnfinishedPlace place);
    ~KeptField();
    KeptField(const KeptField&) = delete;
    KeptField& operator=(const KeptField&) = delete;

    /// When it was typed, if it came back from an earlier time; else empty.
    [[nodiscard]] const std::string& since() const noexcept { return since_; }
    /// Stores what waits: before the form's button hands the words to the record, which forgets
    /// them here.
    void flush() { typed_.flush(); }
    /// Somebody discards the words: they must not come back.
    void discard();

private:
    void onText(wxCommandEvent& event);
    void onLeft(wxFocusEvent& event);

    app::Clinic& clinic_;
    app::UnfinishedPlace place_;
    wxWeakRef<wxTextCtrl> field_;
    std::string since_;
    TypedText typed_;
};

} // namespace palpate::gui
