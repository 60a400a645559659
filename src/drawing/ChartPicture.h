// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"
#include "drawing/Palette.h"
#include "drawing/Picture.h"
#include "drawing/TextWidth.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palpate::drawing {

struct ChartPoint {
    Date day;
    std::optional<double> value; ///< empty: not asked that day; the line is broken there
};
struct ChartSeries {
    std::string label; ///< beside the end of the line, translated; may be empty
    Colour colour;
    std::vector<ChartPoint> points; ///< oldest first
};

/// Values over days at their true distance in time. A line joins only neighbours that both have a
/// value; every value is a dot, also a lone one.
struct LineChart {
    std::string title; ///< for screen readers
    double lowest = 0;
    double highest = 10;
    double step = 2; ///< between grid lines
    std::vector<ChartSeries> series;
    /// The words below a day; `previous` is the last day labelled before it. Empty function: "12
    /// Oct", then "19" until the month changes, in English.
    std::function<std::string(Date day, std::optional<Date> previous)> dayText;
};

struct ChartStyle {
    Ground ground = Ground::Light;
    double width = 64;     ///< millimetres
    double height = 42;    ///< millimetres
    double textSize = 2.3; ///< em, millimetres
    double lineWidth = 0.5;
};
[[nodiscard]] Picture lineChart(const LineChart& chart, const ChartStyle& style);

struct SparklineStyle {
    Ground ground = Ground::Light;
    double width = 18; ///< millimetres
    double height = 4; ///< millimetres
    double lowest = 0;
    double highest = 10;
};
/// One value a session at even distance; a missing value is a gap. The last value carries a dot.
[[nodiscard]] Picture sparkline(std::span<const std::optional<double>> values,
                                const SparklineStyle& style);

} // namespace palpate::drawing
