// SPDX-License-Identifier: MIT
#include "report/LineOrder.h"
#include "report/Setter.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>
#include <utility>

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

/// A line of small print and the raised number that it begins with.
struct MarkedText {
    std::string mark;   ///< may be empty
    Inlines words;      ///< without the mark if that hangs
    bool hangs = false; ///< the mark, at the left of the words
};

void trimStart(Inlines& text) {
    for (Inline& part : text) {
        auto* span = std::get_if<Span>(&part);
        if (span == nullptr) {
            return;
        }
        span->text.erase(0, span->text.find_first_not_of(' '));
        if (!span->text.empty()) {
            return;
        }
    }
}

bool isEmpty(const Inlines& text) {
    return std::all_of(text.begin(), text.end(), [](const Inline& part) {
        const auto* span = std::get_if<Span>(&part);
        return span != nullptr && span->text.empty();
    });
}

// A line that is read from the right keeps its number in its text.
MarkedText markedText(const Inlines& text) {
    const auto* first = text.empty() ? nullptr : std::get_if<Span>(&text.front());
    MarkedText marked{first != nullptr ? std::string{noteMarkAt(first->text)} : std::string{},
                      text};
    if (marked.mark.empty()) {
        return marked;
    }
    std::get<Span>(marked.words.front()).text.erase(0, marked.mark.size());
    trimStart(marked.words);
    marked.hangs = !isEmpty(marked.words) &&
                   directionOf(marked.words) != drawing::ReadingDirection::RightToLeft;
    if (!marked.hangs) {
        marked.words = text;
    }
    return marked;
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
SmallPrint Setter::setSmallPrint(const Inlines& text, const TextLook& textLook, double indent,
                                 double width) const {
    constexpr std::size_t kKeptWhole = 8;
    MarkedText marked = markedText(text);
    const double x = marked.hangs ? indent : 0;
    const std::vector<TextLine> lines = linesOf(marked.words, textLook, width - x, typefaces_);
    SmallPrint print;
    for (const TextLine& line : lines) {
        Strip strip;
        strip.height = line.height;
        strip.keepWithNext = lines.size() <= kKeptWhole && &line != &lines.back();
        putLine(line, x, 0, textLook, typefaces_, strip);
        print.lines.push_back(std::move(strip));
    }
    if (print.lines.empty() || marked.mark.empty()) {
        return print;
    }
    Strip& first = print.lines.front();
    if (marked.hangs) {
        paintLine(linesOf({Span{marked.mark}}, textLook, width, typefaces_).front(), 0, 0, textLook,
                  first.shapes);
    }
    first.notes.push_back({marked.mark, 0});
    print.mark = std::move(marked.mark);
    return print;
}

// What stands in the text is a strip without height that says to which page the lines belong. A
// line that would fill a good part of a page stands in the text itself.
Strips Setter::setFootnotes(const FootnotesBlock& footnotes, double width) {
    constexpr double kMost = 0.2; // of a page
    TextLook textLook = look(style_.bodyPoints * 0.7, style_.muted);
    textLook.leading = textLook.size * 1.26;
    double indent = 0;
    for (const Inlines& text : footnotes.lines) {
        constexpr double kGap = 0.35; // em
        const std::string mark = markedText(text).mark;
        indent = std::max(indent, textLook.size * (typefaces_.width(mark, false, false) + kGap));
    }
    indent = std::min(indent, width / 3);
    Strip place;
    Strips inText;
    for (const Inlines& text : footnotes.lines) {
        SmallPrint print = setSmallPrint(text, textLook, indent, pageWidth_);
        if (heightOf(print.lines) > kMost * pageHeight_) {
            print = setSmallPrint(text, textLook, indent, width);
            std::move(print.lines.begin(), print.lines.end(), std::back_inserter(inText));
        } else if (!print.lines.empty()) {
            place.smallPrint.push_back(smallPrint_.size());
            smallPrint_.push_back(std::move(print));
        }
    }
    if (inText.empty()) {
        return place.smallPrint.empty() ? Strips{} : only(std::move(place));
    }
    inText.front().smallPrint = std::move(place.smallPrint);
    return inText;
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
