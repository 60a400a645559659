// SPDX-License-Identifier: MIT
#pragma once

#include <wx/panel.h>
#include <wx/textctrl.h>

#include <functional>

namespace palpate::gui {

/// A paragraph that grows with its text. The colour of its left edge says where the text comes
/// from: composed by the program, written by a person, or copied from an earlier session (grey
/// until touched or confirmed).
class NoteEditor : public wxPanel {
public:
    enum class Origin { Written, Composed, Copied };

    NoteEditor(wxWindow* parent, const wxString& name, const wxString& label,
               const wxString& hint = {}, int leastLines = 2);

    std::function<void(const wxString&)>
        onText;                    ///< at each change by the user; it has become Origin::Written
    std::function<void()> onLeave; ///< the field lost the focus
    /// A key before the field sees it; true: it was acted on.
    std::function<bool(wxKeyEvent&)> onKey;

    [[nodiscard]] wxString text() const { return hinting_ ? wxString{} : field_->GetValue(); }
    [[nodiscard]] Origin origin() const noexcept { return origin_; }
    /// Tells nobody; keeps the caret where it is while the field has the focus.
    void set(const wxString& text, Origin origin);
    /// As if the user had typed it; the caret stands at that character.
    void replace(const wxString& text, long caret);
    void setReadOnly(bool readOnly);
    [[nodiscard]] wxTextCtrl& field() noexcept {
        return *field_;
    } ///< for focus and tests; named `name`.field

private:
    void onPaint(wxPaintEvent& event);
    void dress();
    void fitToText();
    [[nodiscard]] int neededHeight() const;
    void tell();
    void showHint(bool shown);
    /// Takes the hint away from around a text that came into the field without the focus.
    void takeArrived();

    wxString label_;
    wxString hint_;
    bool hinting_ = false; ///< the field shows the hint, not a text
    int leastLines_;
    Origin origin_ = Origin::Written;
    bool readOnly_ = false;
    wxColour ink_;      ///< that all of the field's text has; invalid after the text was replaced
    wxTextCtrl* field_; ///< a child of this window
};

} // namespace palpate::gui
