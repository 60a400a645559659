// SPDX-License-Identifier: MIT
#include "gui/ProgressLine.h"

#include <algorithm>

namespace palpate::gui {

ProgressLine::ProgressLine(wxWindow* parent, const wxString& name)
    : PaintedControl{parent, name, Focus::Never} {
    setAccessible(*this, Role::Label, {});
}

void ProgressLine::set(std::size_t done, std::size_t all, const wxString& words) {
    if (done != done_ || all != all_) {
        done_ = done;
        all_ = all;
        Refresh();
    }
    setAccessible(*this, Role::Label, words);
}

void ProgressLine::draw(wxGraphicsContext& context, wxSize size) {
    const double thick = px(6);
    const double top = (size.y - thick) / 2;
    fillRounded(context, {0, top, 1.0 * size.x, thick}, thick / 2, palette().hairline);
    if (all_ > 0 && done_ > 0) {
        const double share = std::min(1.0, static_cast<double>(done_) / static_cast<double>(all_));
        fillRounded(context, {0, top, std::max(thick, size.x * share), thick}, thick / 2,
                    palette().accent);
    }
}

} // namespace palpate::gui
