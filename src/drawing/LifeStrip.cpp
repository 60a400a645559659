// SPDX-License-Identifier: MIT
#include "drawing/LifeStrip.h"

#include "drawing/MapMarks.h"
#include "drawing/TextWidth.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

namespace palpate::drawing {

namespace {

constexpr double kGutter = 5; // for the numbers of the axis
constexpr double kMargin = 1.5;
constexpr double kMostMark = 3.4;
constexpr double kLeastMark = 2;
constexpr int kWorst = 10;

[[nodiscard]] double columnWidth(std::size_t columns, double width) noexcept {
    const double room = std::max(0.0, width - kGutter - kMargin);
    return columns == 0 ? room : room / static_cast<double>(columns);
}

class LifePainter {
public:
    LifePainter(std::span<const LifeColumn> columns, const LifeStyle& style)
        : columns_{columns}, style_{style}, ink_{inks(style.ground)},
          wide_{columnWidth(columns.size(), style.width)}, mark_{
                                                               std::min(kMostMark, wide_ * 0.86)} {
        constexpr double kUnderMarks = 1.4;
        constexpr double kOverDays = 1.6;
        const double marks = std::max(mark_, kLeastMark);
        middle_ = marks / 2 + 0.8;
        top_ = middle_ + marks / 2 + kUnderMarks;
        bottom_ = std::max(top_ + 1, style.height - style.textSize * 1.4 - kOverDays);
    }

    [[nodiscard]] Picture painted() {
        axis();
        line();
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            state(i);
            values(i);
        }
        days();
        return {style_.width, style_.height, {}, std::move(out_)};
    }

private:
    [[nodiscard]] double x(std::size_t i) const noexcept {
        return kGutter + (static_cast<double>(i) + 0.5) * wide_;
    }
    [[nodiscard]] double y(int tenderness) const noexcept {
        return bottom_ - (bottom_ - top_) * tenderness / kWorst;
    }
    [[nodiscard]] double dot() const noexcept { return std::clamp(wide_ * 0.2, 0.25, 0.62); }

    void stroke(std::vector<Point> points, Stroke stroke) {
        auto path = std::make_shared<Path>();
        path->contours.push_back({std::move(points), false});
        out_.emplace_back(PathShape{std::move(path), {}, std::move(stroke)});
    }
    void fill(const Rect& place, Colour colour) {
        auto path = std::make_shared<Path>();
        path->contours.push_back({{{place.x, place.y},
                                   {place.x + place.width, place.y},
                                   {place.x + place.width, place.y + place.height},
                                   {place.x, place.y + place.height}},
                                  true});
        out_.emplace_back(PathShape{std::move(path), colour, {}});
    }
    void words(Point at, std::string text, Align align) {
        out_.emplace_back(TextShape{at,
                                    std::move(text),
                                    style_.textSize,
                                    align,
                                    Weight::Regular,
                                    false,
                                    ink_.quietText,
                                    {}});
    }

    void axis() {
        for (const int value : {0, kWorst / 2, kWorst}) {
            stroke({{kGutter, y(value)}, {style_.width - kMargin, y(value)}},
                   Stroke{ink_.grid, 0.15, {}});
            if (value != kWorst / 2) {
                words({kGutter - 1, y(value) + style_.textSize * 0.36}, std::to_string(value),
                      Align::End);
            }
        }
    }

    /// Only neighbours that both have a value are joined.
    void line() {
        std::vector<Point> run;
        const auto close = [&] {
            if (run.size() > 1) {
                stroke(std::move(run), Stroke{ink_.sparkline, 0.4, {}});
            }
            run.clear();
        };
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (columns_[i].before) {
                run.push_back({x(i), y(*columns_[i].before)});
            } else {
                close();
            }
        }
        close();
    }

    void state(std::size_t i) {
        const auto& column = columns_[i];
        if (column.kind == LifeColumn::Kind::Before) {
            return;
        }
        if (column.kind == LifeColumn::Kind::NotAssessed) {
            const double half = std::min(wide_ * 0.3, 0.7);
            stroke({{x(i) - half, middle_}, {x(i) + half, middle_}},
                   Stroke{ink_.quietText, 0.25, {}});
            return;
        }
        if (mark_ < kLeastMark) {
            bar(i, column.state);
            return;
        }
        MapMark mark;
        mark.state = column.state;
        MarkStyle style;
        style.ground = style_.ground;
        style.diameter = mark_;
        auto symbol = markSymbol(mark, style);
        out_.emplace_back(Group{{1, x(i) - symbol.width / 2, middle_ - symbol.height / 2},
                                {},
                                {},
                                std::move(symbol.shapes)});
    }

    void bar(std::size_t i, const std::optional<State>& state) {
        const auto [colour, share] = !state                    ? std::pair{ink_.notAssessed, 0.35}
                                     : *state == State::Active ? std::pair{ink_.active, 1.0}
                                     : *state == State::Latent ? std::pair{ink_.latent, 0.5}
                                                               : std::pair{ink_.resolved, 0.16};
        const double high = kLeastMark * share;
        constexpr double kSeam = 0.05; // else the ground shines through between neighbours
        fill({x(i) - wide_ / 2, middle_ + kLeastMark / 2 - high, wide_ + kSeam, high}, colour);
    }

    void values(std::size_t i) {
        const auto& column = columns_[i];
        if (column.before && column.after) {
            stroke({{x(i), y(*column.before)}, {x(i), y(*column.after)}},
                   Stroke{ink_.treated, 0.25, {0.6, 0.45}});
        }
        if (column.after) {
            out_.emplace_back(CircleShape{
                {x(i), y(*column.after)}, dot(), ink_.ground, Stroke{ink_.treated, 0.3, {}}});
        }
        if (column.before) {
            out_.emplace_back(CircleShape{{x(i), y(*column.before)}, dot(), ink_.sparkline, {}});
        }
        if (column.treated) {
            stroke({{x(i), bottom_ + 0.35}, {x(i), bottom_ + 1.35}},
                   Stroke{ink_.treated, std::clamp(wide_ * 0.25, 0.2, 0.6), {}});
        }
    }

    /// The first and the last always, between them as many as have room.
    void days() {
        const double base = style_.height - style_.textSize * 0.35;
        const double gap = style_.textSize;
        const auto left = [&](std::size_t i) {
            const double wide = estimatedWidth(columns_[i].day, style_.textSize);
            return std::clamp(x(i) - wide / 2, 0.0, std::max(0.0, style_.width - wide));
        };
        const auto right = [&](std::size_t i) {
            return left(i) + estimatedWidth(columns_[i].day, style_.textSize);
        };
        double free = 0;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const auto last = columns_.size() - 1;
            const bool hasRoom = left(i) >= free && (i == last || right(i) + gap <= left(last));
            if (!columns_[i].day.empty() && (hasRoom || i == last)) {
                words({left(i), base}, columns_[i].day, Align::Start);
                free = right(i) + gap;
            }
        }
    }

    std::span<const LifeColumn> columns_;
    const LifeStyle& style_;
    const Inks& ink_;
    double wide_;
    double mark_;
    double middle_ = 0; ///< of the marks
    double top_ = 0;    ///< of tenderness 10
    double bottom_ = 0; ///< of tenderness 0
    std::vector<Shape> out_;
};

} // namespace

Picture lifeStrip(std::span<const LifeColumn> columns, const LifeStyle& style) {
    return LifePainter{columns, style}.painted();
}

std::optional<std::size_t> lifeColumnAt(std::size_t columns, double width, double x) {
    const double wide = columnWidth(columns, width);
    if (columns == 0 || wide <= 0 || x < kGutter ||
        x >= kGutter + wide * static_cast<double>(columns)) {
        return std::nullopt;
    }
    return std::min(columns - 1, static_cast<std::size_t>((x - kGutter) / wide));
}

} // namespace palpate::drawing
