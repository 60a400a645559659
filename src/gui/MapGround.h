// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Palette.h"
#include "gui/Theme.h"

namespace palpate::gui {

/// The ground on which pictures are drawn with the colours of now.
[[nodiscard]] inline drawing::Ground groundNow() {
    if (isHighContrast()) {
        return drawing::Ground::HighContrast;
    }
    return isDark() ? drawing::Ground::Dark : drawing::Ground::Light;
}

} // namespace palpate::gui
