// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Palette.h"
#include "drawing/Picture.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace palpate::drawing {

/// A mean with its confidence interval.
struct Interval {
    double low = 0;
    double mean = 0;
    double high = 0;
};
struct IntervalRow {
    std::string label;             ///< "Pressure release, quadratus lumborum"
    std::optional<Interval> first; ///< empty: nothing to show
    std::optional<Interval> second;
};

/// Means of changes as bars from zero, with their intervals as lines across their ends. All words
/// are translated by the caller.
struct IntervalChart {
    std::string title;       ///< for screen readers
    std::string firstLabel;  ///< of the filled bars: "at once"
    std::string secondLabel; ///< of the outlined bars: "at the next session"
    std::string below;       ///< beside the axis, left of zero: "less tender"
    std::string above;       ///< right of zero
    std::vector<IntervalRow> rows;
    std::function<std::string(std::size_t)> moreText; ///< of rows without room; may be empty
};

struct IntervalStyle {
    Ground ground = Ground::Light;
    double width = 110;    ///< millimetres
    double height = 70;    ///< millimetres; rows that do not fit are counted in one last line
    double textSize = 2.6; ///< em, millimetres
};
[[nodiscard]] Picture intervalChart(const IntervalChart& chart, const IntervalStyle& style);
/// The height in which so many rows have room.
[[nodiscard]] double intervalChartHeight(std::size_t rows, const IntervalStyle& style) noexcept;

} // namespace palpate::drawing
