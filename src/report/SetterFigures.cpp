// SPDX-License-Identifier: MIT
#include "report/Setter.h"

#include <algorithm>
#include <utility>

namespace palpate::report {
namespace {

constexpr double kFigureGap = 3.7;
constexpr double kLogoWidth = 42; // where a template gives none
constexpr double kLogoHeight = 16;
constexpr double kCellFigureWidth = 22; // of a sparkline whose template gives no width

drawing::Picture scaled(drawing::Picture picture, double scale) {
    drawing::Group group;
    group.transform.scale = scale;
    group.shapes = std::move(picture.shapes);
    picture.shapes.clear();
    picture.shapes.emplace_back(std::move(group));
    picture.width *= scale;
    picture.height *= scale;
    return picture;
}

} // namespace

InlineFigure Setter::logo(double width, double height) const {
    drawing::Picture picture = *style_.logo;
    const double scale =
        std::min(width / std::max(picture.width, 1e-6), height / std::max(picture.height, 1e-6));
    return std::make_shared<const drawing::Picture>(scaled(std::move(picture), scale));
}

const Setter::DrawnFigure& Setter::drawn(const FigureRef& reference, double width) {
    if (const auto known = drawn_.find(&reference); known != drawn_.end()) {
        return known->second;
    }
    DrawnFigure result;
    if (reference.name == "logo") { // the clinic's, which page style brings
        if (style_.logo) {
            result.picture = logo(std::min(width, reference.width.value_or(kLogoWidth)),
                                  reference.width ? pageHeight_ / 3 : kLogoHeight);
        }
        return drawn_.emplace(&reference, std::move(result)).first->second;
    }
    const FigureRequest request{reference.name, reference.parameters,
                                std::min(width, reference.width.value_or(width))};
    std::optional<Figure> figure = figures_ ? figures_(request) : std::nullopt;
    if (!figure) {
        warnings_.push_back(
            {tr("There was nothing to draw for the figure {1}."), {reference.name}});
    } else {
        drawing::Picture& picture = figure->picture;
        constexpr double kCaptionRoom = 25;
        const double scale =
            std::min({1.0, width / std::max(picture.width, 1e-6),
                      (pageHeight_ - kCaptionRoom) / std::max(picture.height, 1e-6)});
        if (scale < 1) {
            picture = scaled(std::move(picture), scale);
        }
        result.caption = std::move(figure->caption);
        result.picture = std::make_shared<const drawing::Picture>(std::move(picture));
    }
    return drawn_.emplace(&reference, std::move(result)).first->second;
}

InlineFigures Setter::cellFigures() {
    return [this](const FigureRef& figure) {
        return drawn(figure, figure.width.value_or(kCellFigureWidth)).picture;
    };
}

// Figures that name their widths stand in rows as they fit, others four in a row.
Strips Setter::setFigures(const FigureRow& row, double width) {
    constexpr std::size_t kAcross = 4;
    Strips strips;
    std::vector<const FigureRef*> line;
    double used = 0;
    const auto finish = [&] {
        const auto count = static_cast<double>(line.size());
        const double each = (width - kFigureGap * (count - 1)) / count;
        for (Strip& strip : setFigureRow(line, each, width)) {
            strip.before = strips.empty() ? 0 : kFigureGap;
            strips.push_back(std::move(strip));
        }
        line.clear();
        used = 0;
    };
    for (const FigureRef& figure : row.figures) {
        const double wanted =
            figure.width ? std::min(*figure.width, width) + (line.empty() ? 0 : kFigureGap) : 0;
        if (!line.empty() && (used + wanted > width || (!figure.width && line.size() >= kAcross))) {
            finish();
        }
        used += wanted;
        line.push_back(&figure);
    }
    if (!line.empty()) {
        finish();
    }
    return strips;
}

Strips Setter::setFigureRow(const std::vector<const FigureRef*>& figures, double each,
                            double width) {
    constexpr double kCaptionGap = 1.7;
    constexpr std::size_t kCaptionLines = 6;
    const bool haveWidths = std::all_of(figures.begin(), figures.end(),
                                        [](const FigureRef* one) { return one->width; });
    Strip strip;
    double x = 0;
    double captionTop = 0;
    struct Placed {
        double x = 0;
        double width = 0; ///< of its caption
        const DrawnFigure* figure = nullptr;
        const FigureRef* reference = nullptr;
    };
    std::vector<Placed> placed;
    for (const FigureRef* reference : figures) {
        const double room = haveWidths ? std::min(*reference->width, width)
                                       : std::min(each, reference->width.value_or(each));
        const DrawnFigure& figure = drawn(*reference, room);
        if (!figure.picture) {
            continue;
        }
        drawing::Group group;
        group.transform = {1, x, 0};
        group.name = reference->name;
        group.shapes = figure.picture->shapes;
        strip.shapes.emplace_back(std::move(group));
        captionTop = std::max(captionTop, figure.picture->height);
        // Beside others a caption keeps to its figure; alone it may be wider than a narrow one.
        const double captionWidth = figures.size() > 1
                                        ? figure.picture->width
                                        : std::max(figure.picture->width, std::min(width, 60.0));
        placed.push_back({x, captionWidth, &figure, reference});
        x += std::max(figure.picture->width, reference->width ? 0 : each) + kFigureGap;
    }
    if (placed.empty()) {
        return {};
    }
    strip.height = captionTop;
    for (const Placed& one : placed) {
        const Inlines caption = one.reference->caption.empty() ? Inlines{Span{one.figure->caption}}
                                                               : one.reference->caption;
        const double own = one.figure->picture->width;
        double y = captionTop + kCaptionGap;
        for (const TextLine& line : fitted(caption, small(), one.width, kCaptionLines)) {
            const double left = one.x + std::max(0.0, (own - line.width) / 2);
            putLine(line, left, y, small(), typefaces_, strip);
            y += line.height;
            strip.height = std::max(strip.height, y);
        }
    }
    Strips strips;
    strips.push_back(std::move(strip));
    return strips;
}

} // namespace palpate::report
