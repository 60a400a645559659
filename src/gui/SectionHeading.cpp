// SPDX-License-Identifier: MIT
#include "gui/SectionHeading.h"

#include "gui/Privacy.h"

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr double kTracking = 0.6; ///< pixels between capitals

// Only in scripts whose letters stand alone may they be spaced.
[[nodiscard]] bool mayBeSpaced(const wxString& text) {
    return std::all_of(text.begin(), text.end(),
                       [](const wxUniChar c) { return c.GetValue() < 0x0590; });
}

} // namespace

SectionHeading::SectionHeading(wxWindow* parent, const wxString& name, const wxString& text,
                               const wxString& hint)
    : PaintedControl{parent, name, Focus::Never}, text_{text}, hint_{hint} {
    setAccessible(*this, Role::Heading, text_, hint_);
}

void SectionHeading::set(const wxString& text, const wxString& hint) {
    if (text == text_ && hint == hint_) {
        return;
    }
    text_ = text;
    hint_ = hint;
    setAccessible(*this, Role::Heading, text_, hint_);
    sizeChanged();
}

wxSize SectionHeading::DoGetBestSize() const {
    const wxString capitals = text_.Upper();
    int width = textSize(capitals, TextStyle::TinyStrong).x +
                static_cast<int>(kTracking * static_cast<double>(capitals.length())) + px(2);
    if (!hint_.empty()) {
        width += px(12) + px(40); // a longer hint is cut, the heading never
    }
    return {width, px(20)};
}

void SectionHeading::draw(wxGraphicsContext& context, wxSize size) {
    const Palette& colours = palette();
    const wxString capitals = onScreen(text_).Upper();
    context.SetFont(font(TextStyle::TinyStrong), colours.muted);
    wxDouble width = 0;
    wxDouble height = 0;
    context.GetTextExtent(capitals, &width, &height);
    double x = FromDIP(dip::kFocusRoom);
    const double y = (size.y - height) / 2;
    if (mayBeSpaced(capitals)) {
        for (const wxUniChar letter : capitals) {
            const wxString one{letter};
            context.DrawText(one, x, y);
            context.GetTextExtent(one, &width, &height);
            x += width + kTracking;
        }
    } else {
        context.DrawText(capitals, x, y);
        x += width;
    }
    if (!hint_.empty()) {
        x += px(12);
        const double end = size.x - FromDIP(dip::kFocusRoom);
        drawLine(context, hint_, {x, 0.0, std::max(0.0, end - x), static_cast<double>(size.y)},
                 TextStyle::TinyStrong, colours.muted, TextAlign::Right);
    }
}

} // namespace palpate::gui
