// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Body.h"
#include "domain/Outlines.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::app {

/// What was painted in one view as the answer to a body-map question.
struct PaintedPart {
    View view = View::Posterior;
    bool onArm = false;         ///< on the arm before the trunk; only in Left and Right
    std::vector<Polygon> shape; ///< whole tenths of a millimetre
    friend bool operator==(const PaintedPart&, const PaintedPart&) = default;
};

/// The answer as it is kept: a line a polygon, each "VIEW PLANE OUTLINE", such as
/// "posterior body 4000,6805 4502,6805 4502,7301"; see docs/forms.md. Throws EditRefused for
/// shapes that can't be kept. Empty: nothing was painted.
[[nodiscard]] std::string bodyMapText(const std::vector<PaintedPart>& parts);
/// One part a view and plane, in the order of kViews. Empty unless the text is exactly such.
[[nodiscard]] std::optional<std::vector<PaintedPart>> parseBodyMapText(std::string_view text);

} // namespace palpate::app
