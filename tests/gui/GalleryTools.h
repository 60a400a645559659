// SPDX-License-Identifier: MIT
#pragma once

#include "gui/PainBar.h"
#include "gui/QuickLine.h"

class wxWindow;

namespace palpate::guitest {

// The controls of the body map with made-up contents, for the gallery.

/// Suggested muscles above the tree of muscles.
[[nodiscard]] wxWindow* galleryTools(wxWindow* parent);
[[nodiscard]] gui::PainBar* galleryPainBar(wxWindow* parent);
/// A quick line on the map that asks which muscle is meant.
[[nodiscard]] gui::QuickLine* galleryQuickLine(wxWindow* map);

} // namespace palpate::guitest
