// SPDX-License-Identifier: MIT
#include "report/Setter.h"

#include <algorithm>
#include <cmath>

namespace palpate::report {
namespace {

drawing::Shape rectangle(const drawing::Rect& place, drawing::Colour fill) {
    const auto path = std::make_shared<drawing::Path>();
    path->contours.push_back({{{place.x, place.y},
                               {place.x + place.width, place.y},
                               {place.x + place.width, place.y + place.height},
                               {place.x, place.y + place.height}},
                              true});
    return drawing::PathShape{path, fill, std::nullopt};
}

/// A colour of which only a share covers white.
drawing::Colour tint(drawing::Colour colour, double share) {
    const auto mixed = [share](std::uint8_t part) {
        return static_cast<std::uint8_t>(std::lround(255 - (255 - part) * share));
    };
    return {mixed(colour.red), mixed(colour.green), mixed(colour.blue), 255};
}

constexpr drawing::Colour kWarning = drawing::rgb(0xB45309);

} // namespace

// A bar at the left and a tint behind; strip by strip, so that a long one may go on over a page.
Strips Setter::setBox(const BoxBlock& box, double width) {
    constexpr double kBar = 0.9;
    const double padX = 3.4 * scale_;
    const double padY = 2 * scale_;
    constexpr double kOverlap = 0.02; // of two strips' tints, so that no viewer shows a seam
    const drawing::Colour strong = box.isWarning ? kWarning : style_.accent;
    const drawing::Colour pale = tint(strong, 0.08);
    Strips inner = set(box.blocks, width - kBar - 2 * padX);
    const bool isShort = heightOf(inner) < pageHeight_ / 2;
    Strips strips;
    strips.reserve(inner.size());
    for (std::size_t i = 0; i < inner.size(); ++i) {
        const double above = i == 0 ? padY : 0;
        Strip strip;
        strip.before = inner[i].before;
        strip.height = above + inner[i].height + (i + 1 == inner.size() ? padY : 0);
        strip.keepWithNext = i + 1 < inner.size() && (isShort || inner[i].keepWithNext);
        const double top = i == 0 ? 0 : -inner[i].before - kOverlap;
        strip.ground.push_back(rectangle({0, top, width, strip.height - top}, pale));
        strip.ground.push_back(rectangle({0, top, kBar, strip.height - top}, strong));
        place(std::move(inner[i]), kBar + padX, above, strip);
        strips.push_back(std::move(strip));
    }
    return strips;
}

// Names in one column and values in the next, so that both can be run down with the eye.
Strips Setter::setKeyValues(const KeyValuesBlock& facts, double width) {
    constexpr double kMostForNames = 0.42;
    const double gap = 4 * scale_;
    const double betweenRows = 0.55 * scale_;
    TextLook nameLook = look(style_.bodyPoints, style_.muted);
    const std::size_t across = std::min(facts.abreast, facts.rows.size());
    const double each =
        (width - 1.5 * gap * static_cast<double>(across - 1)) / static_cast<double>(across);
    double names = 0;
    for (const KeyValuesBlock::Row& row : facts.rows) {
        constexpr double kHair = 0.05;
        names = std::max(names, extentOf(row.key, nameLook, typefaces_).natural + kHair);
    }
    names = std::min(names, each * kMostForNames);
    Strips strips;
    for (std::size_t first = 0; first < facts.rows.size(); first += across) {
        struct Text {
            std::vector<TextLine> lines;
            double x = 0;
            bool isName = false;
        };
        std::vector<Text> texts;
        std::size_t count = 1;
        for (std::size_t i = first; i < std::min(first + across, facts.rows.size()); ++i) {
            const double x = (each + 1.5 * gap) * static_cast<double>(i - first);
            const double valueWidth = std::max(each - names - gap, each / 3);
            texts.push_back({linesOf(facts.rows[i].key, nameLook, names, typefaces_), x, true});
            texts.push_back(
                {linesOf(facts.rows[i].value, body(), valueWidth, typefaces_, cellFigures()),
                 x + names + gap, false});
            count =
                std::max({count, texts.back().lines.size(), texts[texts.size() - 2].lines.size()});
        }
        constexpr std::size_t kKeptWhole = 12;
        for (std::size_t line = 0; line < count; ++line) {
            Strip strip;
            strip.before = line == 0 && !strips.empty() ? betweenRows : 0;
            strip.height = body().leading;
            for (const Text& text : texts) {
                if (line < text.lines.size()) {
                    strip.height = std::max(strip.height, text.lines[line].height);
                    putLine(text.lines[line], text.x, 0, text.isName ? nameLook : body(),
                            typefaces_, strip);
                }
            }
            const bool isEdge = line == 0 || line + 2 == count;
            strip.keepWithNext = line + 1 < count && (count <= kKeptWhole || isEdge);
            strips.push_back(std::move(strip));
        }
    }
    // A few facts are looked at together; of many, none stands alone at a page's edge.
    const bool isShort = heightOf(strips) < pageHeight_ / 4;
    for (std::size_t i = 0; i + 1 < strips.size(); ++i) {
        const bool isEdge = i == 0 || i + 2 == strips.size();
        strips[i].keepWithNext = strips[i].keepWithNext || isShort || isEdge;
    }
    return strips;
}

} // namespace palpate::report
