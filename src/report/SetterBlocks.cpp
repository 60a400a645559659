// SPDX-License-Identifier: MIT
#include "report/Setter.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace palpate::report {
namespace {

using drawing::Point;

Strips only(Strip strip) {
    Strips strips;
    strips.push_back(std::move(strip));
    return strips;
}

drawing::Shape lineShape(Point from, Point to, drawing::Colour colour, double width) {
    const auto path = std::make_shared<drawing::Path>();
    path->contours.push_back({{from, to}, false});
    return drawing::PathShape{path, std::nullopt, drawing::Stroke{colour, width, {}}};
}

drawing::Shape roundedBox(double x, double y, double width, double height, drawing::Colour line) {
    constexpr double kRadius = 1.5;
    constexpr int kSteps =
        5; // a corner's arc as short lines; the distance to the true arc is under 0.01 mm
    drawing::Contour contour;
    const auto corner = [&](double cx, double cy, double from) {
        for (int i = 0; i <= kSteps; ++i) {
            const double angle = from + std::numbers::pi / 2 * i / kSteps;
            contour.points.push_back(
                {cx + kRadius * std::cos(angle), cy + kRadius * std::sin(angle)});
        }
    };
    corner(x + width - kRadius, y + height - kRadius, 0);
    corner(x + kRadius, y + height - kRadius, std::numbers::pi / 2);
    corner(x + kRadius, y + kRadius, std::numbers::pi);
    corner(x + width - kRadius, y + kRadius, std::numbers::pi * 1.5);
    const auto path = std::make_shared<drawing::Path>();
    path->contours.push_back(std::move(contour));
    return drawing::PathShape{path, drawing::rgb(0xFFFFFF), drawing::Stroke{line, 0.25, {}}};
}

double paintLines(const std::vector<TextLine>& lines, double x, double y, const TextLook& look,
                  Strip& strip) {
    for (const TextLine& line : lines) {
        paintLine(line, x, y, look, strip.shapes);
        y += line.height;
    }
    return y;
}

} // namespace

Strips Setter::setCards(const CardRow& row, double width) {
    constexpr std::size_t kAcross = 4;
    constexpr double kGap = 2.5;
    constexpr double kPadX = 2.9;
    constexpr double kPadY = 1.9;
    constexpr double kRowGap = 2.5;
    const TextLook label = look(style_.bodyPoints * 0.83, style_.muted);
    const TextLook value = look(style_.bodyPoints * 1.55, style_.ink, true);
    const std::size_t across = std::min(kAcross, row.cards.size());
    const double cardWidth =
        (width - kGap * static_cast<double>(across - 1)) / static_cast<double>(across);
    const double textWidth = cardWidth - 2 * kPadX;
    Strips strips;
    for (std::size_t first = 0; first < row.cards.size(); first += across) {
        const std::size_t end = std::min(first + across, row.cards.size());
        Strip texts;
        double bottom = 0;
        for (std::size_t i = first; i < end; ++i) {
            const Card& card = row.cards[i];
            const double x = (cardWidth + kGap) * static_cast<double>(i - first) + kPadX;
            double y = paintLines(fitted(card.label, label, textWidth, 2), x, kPadY, label, texts);
            y = paintLines(fitted(card.value, value, textWidth, 2), x, y, value, texts);
            y = paintLines(fitted(card.note, label, textWidth, 4), x, y + 0.2, label, texts);
            bottom = std::max(bottom, y + kPadY);
        }
        Strip strip;
        strip.before = first == 0 ? 0 : kRowGap;
        strip.height = bottom;
        for (std::size_t i = first; i < end; ++i) {
            const double x = (cardWidth + kGap) * static_cast<double>(i - first);
            strip.shapes.push_back(roundedBox(x, 0, cardWidth, bottom, style_.hairline));
        }
        place(std::move(texts), 0, 0, strip);
        strips.push_back(std::move(strip));
    }
    return strips;
}

Strips Setter::setHeader(const HeaderBlock& header, double width) {
    constexpr std::size_t kMost = 3;
    constexpr double kRightShare = 0.35;
    constexpr double kGap = 6;
    constexpr double kAboveRule = 2.6;
    constexpr double kRuleWidth = 0.5;
    const TextLook title = look(style_.bodyPoints * 1.85, style_.ink, true);
    const TextLook secondary = look(style_.bodyPoints * 0.95, style_.muted);
    double rightWidth = 0;
    for (const Inlines& text : header.right) {
        constexpr double kHair = 0.05;
        rightWidth = std::max(rightWidth, extentOf(text, secondary, typefaces_).natural + kHair);
    }
    rightWidth = std::min(rightWidth, width * kRightShare);
    const double leftWidth = width - rightWidth - (header.right.empty() ? 0 : kGap);
    Strip strip;
    if (const std::vector<TextLine> lines = fitted(header.title, title, leftWidth, 2);
        !lines.empty()) {
        std::string text;
        for (const TextLine& line : lines) {
            for (const Segment& segment : line.segments) {
                text += segment.text;
            }
        }
        strip.bookmarks.push_back({std::move(text), 1, 0});
        strip.height = paintLines(lines, 0, 0, title, strip) + 0.6;
    }
    TextLook leftLook = look(style_.bodyPoints * 0.98,
                             style_.ink); // the first line under the title, who it is about
    for (const Inlines& text : header.left) {
        strip.height =
            paintLines(fitted(text, leftLook, leftWidth, kMost), 0, strip.height, leftLook, strip);
        leftLook = secondary;
    }
    double y = 0;
    for (const Inlines& text : header.right) {
        for (const TextLine& line : fitted(text, secondary, rightWidth, kMost)) {
            paintLine(line, width - line.width, y, secondary, strip.shapes);
            y += line.height;
        }
    }
    strip.height = std::max(strip.height, y) + kAboveRule;
    strip.shapes.push_back(
        lineShape({0, strip.height}, {width, strip.height}, style_.accent, kRuleWidth));
    strip.height += kRuleWidth + 0.6;
    return only(std::move(strip));
}

Strips Setter::setSignature(const SignatureBlock& signature, double width) {
    constexpr double kLine = 61;
    constexpr double kBelowLine = 0.8;
    constexpr std::size_t kMost = 3;
    const TextLook textLook = look(style_.bodyPoints * 0.95, style_.muted);
    Strip strip;
    strip.shapes.push_back(lineShape({0, 0}, {std::min(kLine, width), 0}, style_.muted, 0.2));
    strip.height = kBelowLine;
    for (const Inlines& text : signature.lines) {
        strip.height =
            paintLines(fitted(text, textLook, width, kMost), 0, strip.height, textLook, strip);
    }
    return only(std::move(strip));
}

Strips Setter::setFootnotes(const FootnotesBlock& footnotes, double width) {
    TextLook textLook = look(style_.bodyPoints * 0.7, style_.muted);
    textLook.leading = textLook.size * 1.26;
    Strips strips;
    for (const Inlines& text : footnotes.lines) {
        for (const TextLine& line : linesOf(text, textLook, width, typefaces_)) {
            Strip strip;
            strip.height = line.height;
            paintLine(line, footnotes.alignRight ? width - line.width : 0, 0, textLook,
                      strip.shapes);
            strips.push_back(std::move(strip));
        }
    }
    return strips;
}

} // namespace palpate::report
