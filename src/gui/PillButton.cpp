// SPDX-License-Identifier: MIT
#include "gui/PillButton.h"

#include <algorithm>

namespace palpate::gui {

PillButton::PillButton(wxWindow* parent, const wxString& name, const wxString& text, Kind kind,
                       Size size)
    : PaintedControl{parent, name}, text_{text}, kind_{kind}, size_{size} {
    tell();
}

void PillButton::setText(const wxString& text) {
    if (text != text_) {
        text_ = text;
        tell();
        fitLines();
        sizeChanged();
    }
}

void PillButton::setMostLines(int lines) {
    mostLines_ = lines;
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        fitLines();
    });
    fitLines();
}

std::vector<wxString> PillButton::lines() const {
    const int width = GetClientSize().x - 2 * FromDIP(dip::kFocusRoom);
    if (mostLines_ < 2 || width < px(40)) {
        return {text_};
    }
    std::vector<wxString> all = wrapLines(*this, text_, style(), width);
    while (static_cast<int>(all.size()) > mostLines_) { // the last one is cut where it must be
        const wxString rest = all.back();
        all.pop_back();
        all.back() += " " + rest;
    }
    return all;
}

void PillButton::fitLines() {
    if (mostLines_ < 2) {
        return;
    }
    const int wanted = DoGetBestSize().y;
    if (GetMinSize().y != wanted) {
        SetMinSize({GetMinSize().x, wanted});
        sizeChanged();
    }
}

void PillButton::setPrimary(bool primary) {
    kind_ = primary ? Kind::Primary : Kind::Secondary;
    Refresh();
}

void PillButton::setIcon(std::optional<Icon> icon) {
    icon_ = icon;
    sizeChanged();
}

void PillButton::setKeyHint(const wxString& key) {
    keyHint_ = key;
    tell();
    sizeChanged();
}

void PillButton::setWords(const wxString& words) {
    words_ = words;
    tell();
}

void PillButton::tell() {
    setAccessible(*this, Role::Button, words_.empty() ? text_ : words_, keyHint_);
}

TextStyle PillButton::style() const noexcept {
    return kind_ == Kind::Line    ? (size_ == Size::Compact ? TextStyle::Small : TextStyle::Body)
           : size_ == Size::Large ? TextStyle::Name
           : size_ == Size::Compact
               ? (kind_ == Kind::Quiet ? TextStyle::TinyStrong : TextStyle::ControlStrong)
               : TextStyle::BodyStrong;
}

int PillButton::height() const noexcept {
    const int regular = size_ == Size::Large     ? dip::kTouch
                        : size_ == Size::Compact ? dip::kRegular
                                                 : dip::kPrimary;
    const bool low = kind_ == Kind::Line || (kind_ == Kind::Quiet && size_ == Size::Compact);
    return tall(low ? 22 : regular);
}

int PillButton::lineStep() const {
    return textSize("Mg", style()).y + FromDIP(2);
}

wxSize PillButton::DoGetBestSize() const {
    const int pad = px(kind_ == Kind::Line      ? 0
                       : kind_ == Kind::Quiet   ? 4
                       : size_ == Size::Compact ? 11
                                                : 16);
    int width = textSize(text_, style()).x + 2 * pad;
    if (icon_) {
        width += px(14) + (text_.empty() ? 0 : px(6));
    }
    if (!keyHint_.empty()) {
        width += textSize(keyHint_, TextStyle::TinyStrong).x + px(28);
    }
    const int room = 2 * FromDIP(dip::kFocusRoom);
    if (kind_ == Kind::Line) { // as long as there is room for
        const int more = std::max(0, static_cast<int>(lines().size()) - 1);
        return {std::min(width, px(120)) + room, height() + more * lineStep() + room};
    }
    return {std::max(width, height()) + room, height() + room};
}

void PillButton::draw(wxGraphicsContext& context, wxSize size) {
    const Palette& colours = palette();
    const int room = FromDIP(dip::kFocusRoom);
    const std::vector<wxString> rows = kind_ == Kind::Line ? lines() : std::vector<wxString>{};
    const int more = std::max(0, static_cast<int>(rows.size()) - 1) * lineStep();
    const int tall = std::min(height() + more, size.y - 2 * room);
    const wxRect area{room, (size.y - tall) / 2, size.x - 2 * room, tall};
    const double radius = FromDIP(size_ == Size::Compact ? dip::kRadius : 8);
    const bool deep = IsEnabled() && (isHovered() || isPressed());
    wxColour text = colours.ink;
    switch (kind_) {
    case Kind::Primary: {
        const wxColour fill = !IsEnabled()
                                  ? mixed(colours.faint, ground(), isHighContrast() ? 0.0 : 0.4)
                              : deep ? colours.accentDeep
                                     : colours.accent;
        fillRounded(context, inset(area, 0), radius, fill);
        text = colours.onAccent;
        break;
    }
    case Kind::Secondary:
        fillRounded(context, inset(area, 0.5), radius, deep ? colours.tint : colours.panel,
                    colours.edge);
        text = IsEnabled() ? colours.ink : colours.faint;
        break;
    case Kind::Quiet:
        if (deep) {
            fillRounded(context, inset(area, 0), radius, colours.tint);
        }
        text = IsEnabled() ? colours.accentText : colours.faint;
        break;
    case Kind::Line:
        text = !IsEnabled()             ? colours.faint
               : size_ != Size::Compact ? (deep ? colours.ink : colours.accentText)
               : deep                   ? colours.accentText
                                        : colours.muted;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            wxRect line = area;
            line.height -= more;
            line.y += static_cast<int>(row) * lineStep();
            drawLine(context, rows[row], inset(line, 0), style(), text);
        }
        if (showsFocus()) {
            drawFocusRing(context, area, radius);
        }
        return;
    }
    wxRect2DDouble inner = inset(area, 0);
    const int textWidth = textSize(text_, style()).x;
    const int iconSize = icon_ ? px(14) : 0;
    const int iconGap = icon_ && !text_.empty() ? px(6) : 0;
    if (!keyHint_.empty()) { // text at the left, key at the right
        const int keyWidth = textSize(keyHint_, TextStyle::TinyStrong).x + px(12);
        const wxRect key{area.GetRight() - px(14) - keyWidth, area.y + (area.height - px(18)) / 2,
                         keyWidth, px(18)};
        fillRounded(context, inset(key, 0), FromDIP(4), colours.panel);
        drawLine(context, keyHint_, inset(key, 0), TextStyle::TinyStrong, colours.ink,
                 TextAlign::Centre);
        inner.m_x += px(16);
        inner.m_width -= px(16) + keyWidth + px(20);
    } else {
        const double content = textWidth + iconSize + iconGap;
        inner.m_x += std::max(2.0, (inner.m_width - content) / 2);
        inner.m_width = std::min(inner.m_width - 4, content);
    }
    if (icon_) {
        drawIcon(context, *icon_, inner.m_x, area.y + (area.height - iconSize) / 2.0, iconSize,
                 text);
        inner.m_x += iconSize + iconGap;
        inner.m_width -= iconSize + iconGap;
    }
    drawLine(context, text_, inner, style(), text);
    if (showsFocus()) {
        drawFocusRing(context, area, radius);
    }
}

void PillButton::released(wxPoint at) {
    if (wxRect{GetClientSize()}.Contains(at) && IsEnabled() && onClick) {
        onClick();
    }
}

bool PillButton::key(wxKeyEvent& event) {
    const int code = event.GetKeyCode();
    if (event.HasModifiers() ||
        (code != WXK_SPACE && code != WXK_RETURN && code != WXK_NUMPAD_ENTER)) {
        return false;
    }
    if (onClick) {
        onClick();
    }
    return true;
}

} // namespace palpate::gui
