// SPDX-License-Identifier: MIT
#include "drawing/IntervalChart.h"

#include "drawing/TextWidth.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace palpate::drawing {

namespace {

constexpr double kSide = 3; // room beside the axis, so that its last number is whole

/// Sizes in units of the text.
[[nodiscard]] double rowHeight(const IntervalStyle& style) noexcept {
    return style.textSize * 3.8;
}
[[nodiscard]] double headHeight(const IntervalStyle& style) noexcept {
    return style.textSize * 2;
}
[[nodiscard]] double footHeight(const IntervalStyle& style) noexcept {
    return style.textSize * 3.2;
}

[[nodiscard]] std::string signedNumber(double value) {
    const auto tenths = std::lround(std::abs(value) * 10);
    auto text = std::to_string(tenths / 10);
    if (tenths % 10 != 0) {
        text += "." + std::to_string(tenths % 10);
    }
    return tenths == 0 ? "0" : (value < 0 ? "−" : "+") + text;
}

class IntervalPainter {
public:
    IntervalPainter(const IntervalChart& chart, const IntervalStyle& style)
        : chart_{chart}, style_{style}, ink_{inks(style.ground)} {
        const double room = style.height - headHeight(style) - footHeight(style);
        const auto fit = static_cast<std::size_t>(std::max(0.0, room / rowHeight(style) + 1e-9));
        shown_ = std::min(chart.rows.size(), fit);
        if (shown_ < chart.rows.size() && shown_ > 0) {
            --shown_; // for the line that counts the others
        }
        for (std::size_t i = 0; i < shown_; ++i) {
            for (const auto& value : {chart.rows[i].first, chart.rows[i].second}) {
                if (value) {
                    low_ = std::min(low_, value->low);
                    high_ = std::max(high_, value->high);
                }
            }
        }
        step_ = high_ - low_ > 8 ? 2 : 1;
        low_ = std::floor(low_ / step_) * step_;
        high_ = std::max(std::ceil(high_ / step_) * step_, low_ + step_);
        bottom_ = headHeight(style_) + static_cast<double>(shown_) * rowHeight(style_);
    }

    [[nodiscard]] Picture painted() {
        head();
        axis();
        for (std::size_t i = 0; i < shown_; ++i) {
            row(chart_.rows[i], headHeight(style_) + static_cast<double>(i) * rowHeight(style_));
        }
        if (shown_ < chart_.rows.size() && chart_.moreText) {
            words({0, style_.height - style_.textSize * 0.4},
                  chart_.moreText(chart_.rows.size() - shown_), Align::Start, ink_.quietText);
        }
        return {style_.width, style_.height, chart_.title, std::move(out_)};
    }

private:
    [[nodiscard]] double x(double value) const noexcept {
        return kSide + (style_.width - 2 * kSide) * (value - low_) / (high_ - low_);
    }
    void stroke(Point from, Point to, Colour colour, double width) {
        auto path = std::make_shared<Path>();
        path->contours.push_back({{from, to}, false});
        out_.emplace_back(PathShape{std::move(path), {}, Stroke{colour, width, {}}});
    }
    void words(Point at, std::string text, Align align, Colour colour,
               Weight weight = Weight::Regular) {
        out_.emplace_back(TextShape{at, std::move(text), style_.textSize, align, weight, false,
                                    colour, withAlpha(ink_.ground, 235)});
    }
    [[nodiscard]] double barHeight() const noexcept { return style_.textSize * 0.72; }

    void bar(double from, double to, double middle, bool filled) {
        const double left = std::min(from, to);
        const double wide = std::max(0.2, std::abs(to - from));
        const double top = middle - barHeight() / 2;
        auto path = std::make_shared<Path>();
        path->contours.push_back({{{left, top},
                                   {left + wide, top},
                                   {left + wide, top + barHeight()},
                                   {left, top + barHeight()}},
                                  true});
        out_.emplace_back(PathShape{std::move(path), filled ? ink_.treated : ink_.ground,
                                    Stroke{ink_.treated, 0.3, {}}});
    }

    /// What filled and outlined bars are.
    void head() {
        double at = 0;
        for (const auto& [label, filled] :
             {std::pair{chart_.firstLabel, true}, std::pair{chart_.secondLabel, false}}) {
            if (label.empty()) {
                continue;
            }
            const double middle = style_.textSize * 0.7;
            bar(at + 0.2, at + style_.textSize * 2, middle, filled);
            at += style_.textSize * 2.5;
            words({at, middle + style_.textSize * 0.36}, label, Align::Start, ink_.text);
            at += estimatedWidth(label, style_.textSize) + style_.textSize * 2;
        }
    }

    void axis() {
        const double top = headHeight(style_);
        const double numbers = bottom_ + style_.textSize * 1.2;
        for (double value = low_; value < high_ + step_ / 2; value += step_) {
            const bool isZero = std::abs(value) < step_ / 4;
            stroke({x(value), top}, {x(value), bottom_ + 0.6}, isZero ? ink_.quietText : ink_.grid,
                   isZero ? 0.35 : 0.15);
            words({x(value), numbers}, signedNumber(value), Align::Middle, ink_.quietText);
        }
        const double line = bottom_ + style_.textSize * 2.5;
        const double gap = style_.textSize;
        if (x(0) - gap - estimatedWidth(chart_.below, style_.textSize) >= 0) {
            words({x(0) - gap, line}, chart_.below, Align::End, ink_.quietText);
        }
        if (x(0) + gap + estimatedWidth(chart_.above, style_.textSize) <= style_.width) {
            words({x(0) + gap, line}, chart_.above, Align::Start, ink_.quietText);
        }
    }

    void interval(const std::optional<Interval>& value, double middle, bool filled) {
        if (!value) {
            return;
        }
        bar(x(0), x(value->mean), middle, filled);
        const double end = barHeight() * 0.42;
        // Cased, so that it is seen on the bar too.
        for (const auto& [colour, width] :
             {std::pair{ink_.ground, 0.9}, std::pair{ink_.text, 0.35}}) {
            stroke({x(value->low), middle}, {x(value->high), middle}, colour, width);
            for (const double edge : {value->low, value->high}) {
                stroke({x(edge), middle - end}, {x(edge), middle + end}, colour, width);
            }
        }
    }

    void row(const IntervalRow& row, double top) {
        words({0, top + style_.textSize * 1.1}, row.label, Align::Start, ink_.text, Weight::Bold);
        const double first = top + style_.textSize * 1.6 + barHeight() / 2;
        interval(row.first, first, true);
        interval(row.second, first + barHeight() * 1.35, false);
    }

    const IntervalChart& chart_;
    const IntervalStyle& style_;
    const Inks& ink_;
    std::size_t shown_ = 0;
    double low_ = 0;
    double high_ = 0;
    double step_ = 1;
    double bottom_ = 0; ///< of the rows
    std::vector<Shape> out_;
};

} // namespace

Picture intervalChart(const IntervalChart& chart, const IntervalStyle& style) {
    return IntervalPainter{chart, style}.painted();
}

double intervalChartHeight(std::size_t rows, const IntervalStyle& style) noexcept {
    return headHeight(style) + footHeight(style) + static_cast<double>(rows) * rowHeight(style);
}

} // namespace palpate::drawing
