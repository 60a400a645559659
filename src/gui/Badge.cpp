// SPDX-License-Identifier: MIT
#include "gui/Badge.h"

namespace palpate::gui {

const Palette::Chip& Badge::coloursOf(Tone tone) {
    switch (tone) {
    case Tone::Neutral:
        return palette().neutral;
    case Tone::Teal:
        return palette().teal;
    case Tone::Amber:
        return palette().amber;
    case Tone::Red:
        return palette().red;
    }
    return palette().neutral;
}

Badge::Badge(wxWindow* parent, const wxString& name, const wxString& text, Tone tone,
             std::optional<Icon> icon)
    : PaintedControl{parent, name, Focus::Never}, text_{text}, tone_{tone}, icon_{icon} {
    setAccessible(*this, Role::Label, text_);
}

void Badge::set(const wxString& text, Tone tone, std::optional<Icon> icon) {
    if (text == text_ && tone == tone_ && icon == icon_) {
        return;
    }
    text_ = text;
    tone_ = tone;
    icon_ = icon;
    setAccessible(*this, Role::Label, text_);
    sizeChanged();
}

wxSize Badge::DoGetBestSize() const {
    const int icon = icon_ ? px(17) : 0;
    return {textSize(text_, TextStyle::SmallStrong).x + icon + 2 * px(9), px(21)};
}

void Badge::draw(wxGraphicsContext& context, wxSize size) {
    const Palette::Chip& colours = coloursOf(tone_);
    const int tall = std::min(px(21), size.y);
    const wxRect area{0, (size.y - tall) / 2, size.x, tall};
    fillRounded(context, inset(area, 0.5), FromDIP(5), colours.ground, colours.edge);
    wxRect2DDouble inner = inset(area, 0);
    inner.m_x += px(9);
    inner.m_width -= 2 * px(9);
    if (icon_) {
        const double side = px(12);
        drawIcon(context, *icon_, inner.m_x, area.y + (area.height - side) / 2, side, colours.text);
        inner.m_x += px(17);
        inner.m_width -= px(17);
    }
    drawLine(context, text_, inner, TextStyle::SmallStrong, colours.text);
}

} // namespace palpate::gui
