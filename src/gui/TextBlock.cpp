// SPDX-License-Identifier: MIT
#include "gui/TextBlock.h"

#include "gui/Privacy.h"

#include <wx/dcclient.h>

#include <algorithm>

namespace palpate::gui {

namespace {

[[nodiscard]] wxColour colourOf(TextBlock::Ink ink) {
    const Palette& p = palette();
    switch (ink) {
    case TextBlock::Ink::Normal:
        return p.ink;
    case TextBlock::Ink::Muted:
        return p.muted;
    case TextBlock::Ink::Accent:
        return p.accentText;
    case TextBlock::Ink::Danger:
        return p.red.text;
    case TextBlock::Ink::Good:
        return p.good;
    case TextBlock::Ink::Warning:
        return p.amber.text;
    }
    return p.ink;
}

/// Text before the first layout is assumed to be this wide, in DIP.
constexpr int kFirstWidth = 320;

} // namespace

TextBlock::TextBlock(wxWindow* parent, const wxString& name, const wxString& text, TextStyle style,
                     Ink ink)
    : PaintedControl{parent, name, Focus::Never}, text_{text}, style_{style}, ink_{ink} {
    setAccessible(*this, gui::Role::Label, text_);
    fit();
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (GetClientSize().x != fittedWidth_) {
            const int before = GetMinSize().y;
            fit();
            Refresh();
            if (GetMinSize().y != before) {
                sizeChanged();
            }
        }
    });
}

void TextBlock::setText(const wxString& text) {
    if (text == text_) {
        return;
    }
    text_ = text;
    setAccessible(*this, text_);
    const int before = GetMinSize().y;
    fit();
    Refresh();
    if (GetMinSize().y != before || fittedWidth_ == 0 || singleLine_) {
        sizeChanged();
    }
}

void TextBlock::setInk(Ink ink) {
    ink_ = ink;
    Refresh();
}

void TextBlock::setAlign(TextAlign align) {
    align_ = align;
    Refresh();
}

void TextBlock::setSingleLine() {
    singleLine_ = true;
    fit();
}

void TextBlock::wrapAnew() {
    const int before = GetMinSize().y;
    fit();
    Refresh();
    if (GetMinSize().y != before || singleLine_) {
        sizeChanged();
    }
}

int TextBlock::lineHeight() const {
    return textSize("Mg", style_).y + FromDIP(3);
}

void TextBlock::fit() {
    const int width = GetClientSize().x;
    fittedWidth_ = width > FromDIP(30) ? width : 0;
    const wxString shown = onScreen(text_);
    lines_ = singleLine_ ? std::vector<wxString>{shown}
                         : wrapLines(*this, shown, style_,
                                     fittedWidth_ > 0 ? fittedWidth_ : FromDIP(kFirstWidth));
    InvalidateBestSize();
    // A width asked for by the owner stays.
    SetMinSize({GetMinSize().x, lineHeight() * std::max(1, static_cast<int>(lines_.size()))});
}

void TextBlock::draw(wxGraphicsContext& context, wxSize size) {
    const int height = lineHeight();
    double y = 0;
    for (const wxString& line : lines_) {
        drawLine(context, line, {0, y, static_cast<double>(size.x), static_cast<double>(height)},
                 style_, IsEnabled() ? colourOf(ink_) : palette().faint, align_);
        y += height;
    }
}

wxSize TextBlock::DoGetBestSize() const {
    int width = 0;
    for (const wxString& line : lines_) {
        width = std::max(width, textSize(line, style_).x);
    }
    return {width + 1, lineHeight() * std::max(1, static_cast<int>(lines_.size()))};
}

} // namespace palpate::gui
