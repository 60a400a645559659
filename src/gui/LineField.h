// SPDX-License-Identifier: MIT
#pragma once

#include <wx/panel.h>
#include <wx/textctrl.h>

#include <functional>
#include <memory>

namespace palpate::gui {

class FieldUndo;

/// One line to type in, in a thin rounded frame, with quiet words before and a unit behind. The
/// field is native, so that dictation and other input methods work.
class LineField : public wxPanel {
public:
    /// `label` is what a screen reader says; `hint` stands grey in the empty field.
    LineField(wxWindow* parent, const wxString& name, const wxString& label,
              const wxString& hint = {});
    ~LineField() override;

    /// What is typed is stored only when it is entered: until then Ctrl+Z undoes the typing.
    void keepUntilEntered();

    std::function<void(const wxString&)> onText; ///< at each change by the user
    std::function<void()> onLeave;               ///< the field lost the focus
    std::function<void()> onEnter;
    /// Any other key, before the field sees it; true: it was acted on.
    std::function<bool(wxKeyEvent&)> onKey;

    [[nodiscard]] wxString text() const { return field_->GetValue(); }
    void set(const wxString& text); ///< tells nobody; the caret stays while the field is typed in
    void setHint(const wxString& hint);
    void setBefore(const wxString& words); ///< inside the frame, before the text
    void setUnit(const wxString& unit);    ///< inside the frame, behind the text
    void setReadOnly(bool readOnly);
    /// A sentence: the frame warns and the screen reader says it; empty: all is well.
    void setProblem(const wxString& sentence);
    void setWidth(int dip); ///< DIP of the field with its frame
    /// Wider than that where the hint would else be cut.
    void showWholeHint();
    [[nodiscard]] wxTextCtrl& field() noexcept { return *field_; } ///< named `name`.field

private:
    void onPaint(wxPaintEvent& event);
    void dress();
    void arrange();
    void fit();
    void tell();
    [[nodiscard]] int wordsWidth(const wxString& words) const;

    wxString label_;
    wxString hint_;
    wxString before_;
    wxString unit_;
    wxString problem_;
    int width_ = 120;
    bool wholeHint_ = false;
    bool readOnly_ = false;
    wxTextCtrl* field_; ///< a child of this window
    std::unique_ptr<FieldUndo> undo_;
};

} // namespace palpate::gui
