// SPDX-License-Identifier: MIT
#pragma once

#include <wx/panel.h>
#include <wx/textctrl.h>

#include <functional>

namespace palpate::gui {

/// One line to search in, with a hint, a magnifier and the key that leads here.
class SearchField : public wxPanel {
public:
    SearchField(wxWindow* parent, const wxString& name, const wxString& hint,
                const wxString& keyHint = {});

    std::function<void(const wxString&)> onText; ///< at each change by the user
    std::function<void()> onEnter;
    std::function<void()> onEscape; ///< after the text was emptied by Escape
    /// Down and Up, for a list of results: +1, -1.
    std::function<void(int)> onStep;

    [[nodiscard]] wxString text() const { return field_->GetValue(); }
    void setText(const wxString& text); ///< tells nobody
    void focusAndSelect();
    /// Words at the right end instead of the key, such as "5 of 7 sessions".
    void setRemark(const wxString& remark);
    [[nodiscard]] wxTextCtrl& field() noexcept { return *field_; } ///< named `name`.field

private:
    void onPaint(wxPaintEvent& event);
    void onKey(wxKeyEvent& event);
    void dress();
    void arrange();
    [[nodiscard]] int rightRoom() const;

    wxString keyHint_;
    wxString remark_;
    wxTextCtrl* field_; ///< a child of this window
};

} // namespace palpate::gui
