// SPDX-License-Identifier: MIT
#include "drawing/ChartPicture.h"

#include "drawing/LabelSpace.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace palpate::drawing {

namespace {

constexpr int kMostGridLines = 50;

[[nodiscard]] bool isGiven(const std::optional<double>& value) noexcept {
    return value && std::isfinite(*value);
}

[[nodiscard]] int dayNumber(Date day) {
    return static_cast<int>(std::chrono::sys_days{day}.time_since_epoch().count());
}

[[nodiscard]] std::string englishDay(Date day, std::optional<Date> previous) {
    constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::string text = std::to_string(static_cast<unsigned>(day.day()));
    if (previous && previous->month() == day.month() && previous->year() == day.year()) {
        return text;
    }
    const unsigned month = static_cast<unsigned>(day.month());
    text += " ";
    text += kMonths[(month - 1) % kMonths.size()];
    if (previous && previous->year() != day.year()) {
        text += " " + std::to_string(static_cast<int>(day.year()));
    }
    return text;
}

/// 6 as "6", 2.5 as "2.5".
[[nodiscard]] std::string axisText(double value) {
    const double tenths = std::round(value * 10);
    const auto whole = static_cast<long long>(tenths / 10);
    const auto rest = static_cast<long long>(std::abs(tenths)) % 10;
    std::string text = std::to_string(whole);
    if (tenths < 0 && whole == 0) {
        text = "-0";
    }
    return rest == 0 ? text : text + "." + std::to_string(rest);
}

[[nodiscard]] std::shared_ptr<const Path> onePath(std::vector<Contour> contours) {
    return std::make_shared<const Path>(Path{std::move(contours)});
}

class LinePainter {
public:
    LinePainter(const LineChart& chart, const ChartStyle& style)
        : chart_{chart}, style_{style}, ink_{inks(style.ground)}, step_{chart.step > 0 ? chart.step
                                                                                       : 1} {
        lowest_ = chart.lowest;
        highest_ = std::max(chart.highest, lowest_ + step_);
        for (const ChartSeries& series : chart.series) {
            for (const ChartPoint& point : series.points) {
                if (point.day.ok()) {
                    days_.insert(dayNumber(point.day));
                }
                if (isGiven(point.value)) {
                    // A value off the scale widens it: it must not be drawn where it is not.
                    highest_ = std::max(highest_, std::ceil(*point.value / step_) * step_);
                    lowest_ = std::min(lowest_, std::floor(*point.value / step_) * step_);
                }
            }
        }
        while ((highest_ - lowest_) / step_ > kMostGridLines) {
            step_ *= 2;
        }
        double widest = 0;
        for (double value = lowest_; value <= highest_ + step_ * 0.01; value += step_) {
            widest = std::max(widest, estimatedWidth(axisText(value), style.textSize));
        }
        const double ends = estimatedWidth("30 Nov", style.textSize) / 2;
        plot_ = {std::max(widest + style.textSize * 0.7, ends), style.textSize * 0.9, 0, 0};
        plot_.width = std::max(1.0, style.width - plot_.x - ends * 0.75);
        plot_.height = std::max(1.0, style.height - plot_.y - style.textSize * 2.1);
    }

    [[nodiscard]] Picture paint() {
        picture_ = {style_.width, style_.height, chart_.title, {}};
        grid();
        dayTexts();
        for (const ChartSeries& series : chart_.series) {
            curve(series);
        }
        labels();
        return std::move(picture_);
    }

private:
    [[nodiscard]] double yOf(double value) const {
        return plot_.y + plot_.height * (highest_ - value) / (highest_ - lowest_);
    }
    [[nodiscard]] double xOf(int day) const {
        const int first = days_.empty() ? 0 : *days_.begin();
        const int last = days_.empty() ? 0 : *days_.rbegin();
        return first == last ? plot_.x + plot_.width / 2
                             : plot_.x + plot_.width * (day - first) / (last - first);
    }

    void text(Point at, std::string words, Align align, Colour colour,
              Weight weight = Weight::Regular, std::optional<Colour> halo = {}) {
        picture_.shapes.emplace_back(
            TextShape{at, std::move(words), style_.textSize, align, weight, false, colour, halo});
    }

    void grid() {
        std::vector<Contour> lines;
        for (double value = lowest_; value <= highest_ + step_ * 0.01; value += step_) {
            const double y = yOf(value);
            lines.push_back({{{plot_.x, y}, {plot_.x + plot_.width, y}}, false});
            text({plot_.x - style_.textSize * 0.6, y + style_.textSize * 0.36}, axisText(value),
                 Align::End, ink_.quietText);
        }
        picture_.shapes.emplace_back(
            PathShape{onePath(std::move(lines)), {}, Stroke{ink_.grid, 0.2, {}}});
    }

    /// Each day once; where they would run into each other the earlier ones stay, but the last is
    /// always there.
    void dayTexts() {
        if (days_.empty()) {
            return;
        }
        const double y = plot_.y + plot_.height + style_.textSize * 1.75;
        const auto words = [&](int day, std::optional<int> previous) {
            const auto dateOf = [](int number) {
                return Date{std::chrono::sys_days{std::chrono::days{number}}};
            };
            const auto before = previous ? std::optional{dateOf(*previous)} : std::nullopt;
            return chart_.dayText ? chart_.dayText(dateOf(day), before)
                                  : englishDay(dateOf(day), before);
        };
        const double gap = style_.textSize * 0.9;
        const int last = *days_.rbegin();
        std::optional<int> previous;
        double freeFrom = -1e9;
        for (const int day : days_) {
            const std::string own = words(day, previous);
            const double half = estimatedWidth(own, style_.textSize) / 2;
            const double lastHalf = estimatedWidth(words(last, day), style_.textSize) / 2;
            const bool hitsLast = day != last && xOf(day) + half + gap > xOf(last) - lastHalf;
            if (day != last && (xOf(day) - half < freeFrom || hitsLast)) {
                continue;
            }
            text({xOf(day), y}, own, Align::Middle, ink_.quietText);
            freeFrom = xOf(day) + half + gap;
            previous = day;
        }
    }

    void curve(const ChartSeries& series) {
        std::vector<Contour> lines;
        std::vector<Point> run;
        std::vector<Point> dots;
        const auto finish = [&] {
            if (run.size() > 1) {
                lines.push_back({run, false});
            }
            run.clear();
        };
        for (const ChartPoint& point : series.points) {
            if (!isGiven(point.value) || !point.day.ok()) {
                finish();
                continue;
            }
            run.push_back({xOf(dayNumber(point.day)), yOf(*point.value)});
            dots.push_back(run.back());
        }
        finish();
        if (!lines.empty()) {
            picture_.shapes.emplace_back(PathShape{
                onePath(std::move(lines)), {}, Stroke{series.colour, style_.lineWidth, {}}});
        }
        for (const Point dot : dots) {
            picture_.shapes.emplace_back(
                CircleShape{dot, style_.lineWidth * 1.55, series.colour, {}});
        }
    }

    struct End {
        const ChartSeries* series;
        double x;
        double value;
        bool rises; ///< or stays level: the room is then above its end
    };

    /// Whether the line runs through the place; looked for at a few spots along it.
    [[nodiscard]] bool passes(const ChartSeries& series, const Rect& place) const {
        constexpr int kSpots = 16;
        const auto isIn = [&](double y) { return y >= place.y && y <= place.y + place.height; };
        for (std::size_t i = 0; i + 1 < series.points.size(); ++i) {
            const auto& from = series.points[i];
            const auto& to = series.points[i + 1];
            if (!isGiven(from.value) || !isGiven(to.value) || !from.day.ok() || !to.day.ok()) {
                continue;
            }
            for (int spot = 0; spot <= kSpots; ++spot) {
                const double share = static_cast<double>(spot) / kSpots;
                const double x = std::lerp(xOf(dayNumber(from.day)), xOf(dayNumber(to.day)), share);
                const double y = std::lerp(yOf(*from.value), yOf(*to.value), share);
                if (x >= place.x && x <= place.x + place.width && isIn(y)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// At the end of each line, on the side the line does not come from, else where no line and no
    /// other label is; where two ends are close, the upper one above and the lower one below.
    void labels() {
        std::vector<End> ends;
        for (const ChartSeries& series : chart_.series) {
            std::vector<const ChartPoint*> given;
            for (const ChartPoint& point : series.points) {
                if (isGiven(point.value) && point.day.ok()) {
                    given.push_back(&point);
                }
            }
            if (!given.empty() && !series.label.empty()) {
                const double end = *given.back()->value;
                const double before = given.size() > 1 ? *given[given.size() - 2]->value : end;
                ends.push_back({&series, xOf(dayNumber(given.back()->day)), end, before <= end});
            }
        }
        std::stable_sort(ends.begin(), ends.end(),
                         [](const End& a, const End& b) { return a.value > b.value; });
        const double near = (highest_ - lowest_) * 3.4 * style_.textSize / plot_.height;
        LabelSpace taken;
        for (std::size_t i = 0; i < ends.size(); ++i) {
            bool above = ends[i].rises;
            if (i > 0 && ends[i - 1].value - ends[i].value < near) {
                above = false;
            }
            if (i + 1 < ends.size() && ends[i].value - ends[i + 1].value < near) {
                above = true;
            }
            const double off = style_.textSize * 0.75;
            const double width =
                estimatedWidth(ends[i].series->label, style_.textSize, Weight::Bold);
            const double left = std::max(ends[i].x - width, plot_.x);
            const auto baselineOf = [&](bool isAbove, double further) {
                return yOf(ends[i].value) +
                       (isAbove ? -off - further : off + style_.textSize * 0.75 + further);
            };
            // Where no line passes, nor another one between it and its end; of its own line the end
            // is as near as it has to be.
            const auto isFree = [&](double foot) {
                const Rect place{left, foot - style_.textSize, width, style_.textSize};
                const Rect behind{place.x, place.y, width - 0.5 * style_.textSize, place.height};
                const double top = std::min(place.y, yOf(ends[i].value));
                const Rect between{left, top, width, std::max(foot, yOf(ends[i].value)) - top};
                return place.y >= 0 && taken.isFree(place) &&
                       foot <= plot_.y + plot_.height - style_.textSize * 0.2 &&
                       std::ranges::none_of(chart_.series, [&](const ChartSeries& each) {
                           return passes(each, &each == ends[i].series ? behind : between);
                       });
            };
            std::vector<double> feet; // the nearest first
            for (const double further : {0.0, 1.0, 2.0, 3.0}) {
                feet.push_back(baselineOf(above, further * style_.textSize));
                feet.push_back(baselineOf(!above, further * style_.textSize));
            }
            const auto free = std::ranges::find_if(feet, isFree);
            double baseline = free != feet.end() ? *free : feet.front();
            if (baseline > plot_.y + plot_.height - style_.textSize * 0.2) {
                baseline = yOf(ends[i].value) - off;
            }
            if (baseline - style_.textSize * 0.75 < 0) {
                baseline = yOf(ends[i].value) + off + style_.textSize * 0.75;
            }
            taken.take({left, baseline - style_.textSize, width, style_.textSize});
            const bool fits = ends[i].x - width >= plot_.x;
            text({fits ? ends[i].x : plot_.x, baseline}, ends[i].series->label,
                 fits ? Align::End : Align::Start, ends[i].series->colour, Weight::Bold,
                 withAlpha(ink_.ground, 220));
        }
    }

    const LineChart& chart_;
    const ChartStyle& style_;
    const Inks& ink_;
    double step_;
    double lowest_ = 0;
    double highest_ = 10;
    Rect plot_;
    std::set<int> days_;
    Picture picture_;
};

} // namespace

Picture lineChart(const LineChart& chart, const ChartStyle& style) {
    return LinePainter{chart, style}.paint();
}

Picture sparkline(std::span<const std::optional<double>> values, const SparklineStyle& style) {
    Picture picture{style.width, style.height, {}, {}};
    const Inks& ink = inks(style.ground);
    constexpr double kDot = 0.62;
    const double range = style.highest > style.lowest ? style.highest - style.lowest : 1;
    const auto pointOf = [&](std::size_t i) -> Point {
        const double along =
            values.size() > 1 ? static_cast<double>(i) / static_cast<double>(values.size() - 1) : 1;
        const double up = std::clamp((*values[i] - style.lowest) / range, 0.0, 1.0);
        return {kDot + along * (style.width - 2 * kDot),
                style.height - kDot - up * (style.height - 2 * kDot)};
    };
    std::vector<Contour> lines;
    std::vector<Point> run;
    const auto finish = [&] {
        if (run.size() > 1) {
            lines.push_back({run, false});
        } else if (run.size() == 1) {
            picture.shapes.emplace_back(CircleShape{run.front(), 0.3, ink.sparkline, {}});
        }
        run.clear();
    };
    std::optional<Point> last;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!isGiven(values[i])) {
            finish();
            continue;
        }
        run.push_back(pointOf(i));
        last = run.back();
    }
    finish();
    if (!lines.empty()) {
        picture.shapes.emplace_back(
            PathShape{onePath(std::move(lines)), {}, Stroke{ink.sparkline, 0.38, {}}});
    }
    if (last) {
        picture.shapes.emplace_back(CircleShape{*last, kDot, ink.active, {}});
    }
    return picture;
}

} // namespace palpate::drawing
