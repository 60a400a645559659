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

drawing::Shape roundedBox(double x, double y, double width, double height, drawing::Colour fill,
                          drawing::Colour line) {
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
    return drawing::PathShape{path, fill, drawing::Stroke{line, 0.25, {}}};
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
            double y = putLines(fitted(card.label, label, textWidth, 2), x, kPadY, label, texts);
            y = putLines(fitted(card.value, value, textWidth, 2), x, y, value, texts);
            y = putLines(fitted(card.note, label, textWidth, 4), x, y + 0.2, label, texts);
            bottom = std::max(bottom, y + kPadY);
        }
        Strip strip;
        strip.before = first == 0 ? 0 : kRowGap;
        strip.height = bottom;
        for (std::size_t i = first; i < end; ++i) {
            const double x = (cardWidth + kGap) * static_cast<double>(i - first);
            strip.shapes.push_back(
                roundedBox(x, 0, cardWidth, bottom, drawing::rgb(0xFFFFFF), style_.hairline));
        }
        place(std::move(texts), 0, 0, strip);
        strips.push_back(std::move(strip));
    }
    return strips;
}

Strips Setter::setHeader(const HeaderBlock& header, double width) {
    constexpr std::size_t kMost = 3;
    constexpr double kRightShare = 0.35;
    constexpr double kLogoHeight = 14;
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
    const InlineFigure sign = style_.logo ? logo(width * kRightShare, kLogoHeight) : nullptr;
    rightWidth = std::min(std::max(rightWidth, sign ? sign->width : 0), width * kRightShare);
    const double leftWidth = width - rightWidth - (rightWidth > 0 ? kGap : 0);
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
        strip.height = putLines(lines, 0, 0, title, strip) + 0.6;
    }
    TextLook leftLook = look(style_.bodyPoints * 0.98,
                             style_.ink); // the first line under the title, who it is about
    for (const Inlines& text : header.left) {
        strip.height =
            putLines(fitted(text, leftLook, leftWidth, kMost), 0, strip.height, leftLook, strip);
        leftLook = secondary;
    }
    double y = 0;
    if (sign) {
        drawing::Group group;
        group.transform = {1, width - sign->width, 0};
        group.name = "logo";
        group.shapes = sign->shapes;
        strip.shapes.emplace_back(std::move(group));
        y = sign->height + 1.6;
    }
    for (const Inlines& text : header.right) {
        for (const TextLine& line : fitted(text, secondary, rightWidth, kMost)) {
            putLine(line, width - line.width, y, secondary, typefaces_, strip);
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
            putLines(fitted(text, textLook, width, kMost), 0, strip.height, textLook, strip);
    }
    return only(std::move(strip));
}

// The lines of one note stay together.
Strips Setter::setFootnotes(const FootnotesBlock& footnotes, double width) {
    TextLook textLook = look(style_.bodyPoints * 0.7, style_.muted);
    textLook.leading = textLook.size * 1.26;
    Strips strips;
    for (const Inlines& text : footnotes.lines) {
        const std::vector<TextLine> lines = linesOf(text, textLook, width, typefaces_);
        const bool isShort = lines.size() <= 8;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            Strip strip;
            strip.height = lines[i].height;
            strip.keepWithNext = isShort && i + 1 < lines.size();
            putLine(lines[i], footnotes.alignRight ? width - lines[i].width : 0, 0, textLook,
                    typefaces_, strip);
            if (i == 0 && !lines[i].segments.empty()) {
                const std::string_view mark = noteMarkAt(lines[i].segments.front().text);
                if (!mark.empty()) {
                    strip.notes.push_back({std::string{mark}, 0});
                }
            }
            strips.push_back(std::move(strip));
        }
    }
    return strips;
}

Strips Setter::setAddress(const AddressBlock& address, double width) {
    constexpr std::size_t kMost = 3;
    Strip strip;
    for (const Inlines& text : address.lines) {
        strip.height =
            putLines(fitted(text, body(), width * 0.6, kMost), 0, strip.height, body(), strip);
    }
    return only(std::move(strip));
}

} // namespace palpate::report
