// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionView.h"
#include "drawing/Palette.h"
#include "drawing/Picture.h"

namespace palpate::gui {

/// The card "On this map": points by state, total tenderness, drawn area, each with its change.
[[nodiscard]] drawing::Picture mapNumbersPicture(const app::MapNumbers& numbers,
                                                 drawing::Ground ground);

} // namespace palpate::gui
