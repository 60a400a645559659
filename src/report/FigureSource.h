// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace palpate::report {

/// One `![caption](figure:NAME?key=value&key=value)` of a template.
struct FigureRequest {
    std::string name; ///< body-map, trend, sparkline, mark, legend ... (docs/templates.md)
    std::map<std::string, std::string, std::less<>> parameters;
    /// Millimetres that the page has for it: make the picture this wide, or narrower. One that is
    /// wider is shrunk, which leaves its text and line widths as they are.
    double width = 0;

    /// The parameter as a number; empty when it is not given or is none.
    [[nodiscard]] std::optional<double> number(std::string_view parameter) const;
    /// `width`, or less where the template asks for less.
    [[nodiscard]] double wantedWidth() const;
};

struct Figure {
    drawing::Picture picture;
    std::string caption; ///< shown when the template gives none; may be empty
};

/// Hands over the picture of a name or nothing when there is nothing to draw. The page then leaves
/// the figure and its caption out and names it in Document::warnings.
using FigureSource = std::function<std::optional<Figure>(const FigureRequest&)>;

} // namespace palpate::report
