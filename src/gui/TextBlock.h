// SPDX-License-Identifier: MIT
#pragma once

#include "gui/PaintedControl.h"

#include <vector>

namespace palpate::gui {

/// Text to read that wraps to the width it gets and is as tall as that needs. Never takes the
/// focus.
class TextBlock : public PaintedControl {
public:
    enum class Ink { Normal, Muted, Accent, Danger, Good, Warning };

    TextBlock(wxWindow* parent, const wxString& name, const wxString& text = {},
              TextStyle style = TextStyle::Body, Ink ink = Ink::Normal);

    [[nodiscard]] const wxString& text() const noexcept { return text_; }
    /// An empty text takes no room when the owner also hides the block.
    void setText(const wxString& text);
    void setInk(Ink ink);
    void setAlign(TextAlign align);
    /// One line as wide as its text, cut where it must be: names, titles.
    void setSingleLine();
    /// What may be shown of it is another one now; see Privacy.h.
    void wrapAnew();
    /// As it is painted.
    [[nodiscard]] const std::vector<wxString>& lines() const noexcept { return lines_; }

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    wxSize DoGetBestSize() const override;

private:
    [[nodiscard]] int lineHeight() const;
    void fit();

    wxString text_;
    TextStyle style_;
    Ink ink_;
    TextAlign align_ = TextAlign::Left;
    bool singleLine_ = false;
    int fittedWidth_ = 0;
    std::vector<wxString> lines_;
};

} // namespace palpate::gui
