// SPDX-License-Identifier: MIT
#include "gui/StrengthBar.h"

#include <algorithm>

namespace palpate::gui {

StrengthBar::StrengthBar(wxWindow* parent, const wxString& name)
    : PaintedControl{parent, name, Focus::Never} {
    setAccessible(*this, Role::Label, {});
}

void StrengthBar::set(int filled, bool isEnough, const wxString& words) {
    filled_ = std::clamp(filled, 0, kParts);
    isEnough_ = isEnough;
    setAccessible(*this, Role::Label, words);
    Refresh();
}

wxRect2DDouble StrengthBar::partArea(int part) const {
    const wxSize size = GetClientSize();
    const double gap = px(4);
    const double width = (size.x - gap * (kParts - 1)) / kParts;
    const double thick = px(6);
    return {part * (width + gap), (size.y - thick) / 2, width, thick};
}

void StrengthBar::draw(wxGraphicsContext& context, wxSize) {
    const wxColour full = isEnough_ ? palette().good : palette().danger;
    for (int part = 0; part < kParts; ++part) {
        const auto area = partArea(part);
        fillRounded(context, area, area.m_height / 2, part < filled_ ? full : palette().hairline);
    }
}

} // namespace palpate::gui
