// SPDX-License-Identifier: MIT
#pragma once

#include <wx/graphics.h>

namespace palpate::gui {

enum class Icon {
    Person,
    Pen,
    Clock,
    Page,
    Checklist,
    People,
    Gear,
    Lock,
    Search,
    Warning,
    Flag,
    Play,
    Stop,
    Tick,
    Plus,
    Undo,
    Redo,
    Drop,
    Mirror,
    Bin,
    Shield,
};

/// Draws the icon into the square at (x, y), in lines of `colour` (some are filled: Warning, Flag,
/// Play, Stop).
void drawIcon(wxGraphicsContext& context, Icon icon, double x, double y, double size,
              const wxColour& colour);

} // namespace palpate::gui
