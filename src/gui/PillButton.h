// SPDX-License-Identifier: MIT
#pragma once

#include "gui/Icons.h"
#include "gui/PaintedControl.h"

#include <functional>
#include <optional>
#include <vector>

namespace palpate::gui {

/// A button: primary (filled), secondary (outlined), quiet (text only) or a line (text that begins
/// at the left, cut where it must be: compact small and grey, else in the accent as it leads
/// somewhere). Space, Enter or a click press it.
class PillButton : public PaintedControl {
public:
    enum class Kind { Primary, Secondary, Quiet, Line };
    enum class Size { Compact, Regular, Large };

    PillButton(wxWindow* parent, const wxString& name, const wxString& text,
               Kind kind = Kind::Secondary, Size size = Size::Regular);

    std::function<void()> onClick;

    [[nodiscard]] const wxString& text() const noexcept { return text_; }
    void setText(const wxString& text);
    /// Secondary while another is the one to press next, and Primary again: both are as large.
    void setPrimary(bool primary);
    void setIcon(std::optional<Icon> icon);
    /// A key shown at the right end, such as "F2"; it is only shown, bind it in the window's
    /// accelerators.
    void setKeyHint(const wxString& key);
    /// Of a line: it wraps before it is cut.
    void setMostLines(int lines);
    /// What the screen reader says instead of the text.
    void setWords(const wxString& words);

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    void released(wxPoint at) override;
    bool key(wxKeyEvent& event) override;
    wxSize DoGetBestSize() const override;

private:
    [[nodiscard]] TextStyle style() const noexcept;
    [[nodiscard]] int height() const noexcept;
    [[nodiscard]] std::vector<wxString> lines() const;
    [[nodiscard]] int lineStep() const; ///< pixels
    void fitLines();
    void tell();

    wxString text_;
    wxString words_;
    wxString keyHint_;
    std::optional<Icon> icon_;
    Kind kind_;
    Size size_;
    int mostLines_ = 1;
};

} // namespace palpate::gui
