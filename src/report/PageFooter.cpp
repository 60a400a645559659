// SPDX-License-Identifier: MIT
#include "report/PageFooter.h"

#include "report/Lines.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace palpate::report {
namespace {

using drawing::Point;

/// One line of the footer or the watermark, cut to `width` if it must be.
TextLine singleLine(const std::string& text, const TextLook& look, double width,
                    const Typefaces& typefaces) {
    std::vector<TextLine> lines = linesOf({Span{text}}, look, width, typefaces);
    shorten(lines, 1, width, look, typefaces);
    return lines.empty() ? TextLine{} : std::move(lines.front());
}

} // namespace

void addFooter(drawing::Picture& page, std::size_t number, std::size_t count,
               const PageStyle& style, const Typefaces& typefaces) {
    constexpr double kRuleFromBottom = 12;
    constexpr double kTextBelowRule = 1.4;
    constexpr double kGap = 4;
    TextLook look;
    look.size = 7.2 * kMillimetresPerPoint;
    look.staysLeft = true;
    look.leading = look.size * style.leading;
    look.colour = style.muted;
    const double left = style.marginLeft;
    const double right = page.width - style.marginRight;
    const double y = page.height - kRuleFromBottom;
    const auto rule = std::make_shared<drawing::Path>();
    rule->contours.push_back({{Point{left, y}, Point{right, y}}, false});
    page.shapes.emplace_back(
        drawing::PathShape{rule, std::nullopt, drawing::Stroke{style.hairline, 0.2, {}}});

    const std::string pageOf =
        shown(Message{style.footer.pageOf, {std::to_string(number), std::to_string(count)}});
    const TextLine last = singleLine(pageOf, look, right - left, typefaces);
    const TextLine middle = singleLine(style.footer.middle, look, (right - left) / 3, typefaces);
    const double middleX = left + (right - left - middle.width) / 2;
    const double leftEnd = middle.width > 0 ? middleX : right - last.width;
    const TextLine first = singleLine(style.footer.left, look, leftEnd - left - kGap, typefaces);
    paintLine(first, left, y + kTextBelowRule, look, page.shapes);
    paintLine(middle, middleX, y + kTextBelowRule, look, page.shapes);
    paintLine(last, right - last.width, y + kTextBelowRule, look, page.shapes);
}

// Over everything, so that no figure hides it, and so pale that everything can be read through it.
void addWatermark(drawing::Picture& page, const std::string& word, const Typefaces& typefaces) {
    constexpr double kShare = 0.72; // of the page's width
    constexpr double kLargest = 56;
    const double width = typefaces.width(word, true, false);
    if (width <= 0) {
        return;
    }
    drawing::TextShape text;
    text.size = std::min(kLargest, page.width * kShare / width);
    text.at = {(page.width - width * text.size) / 2, page.height * 0.52};
    text.text = word;
    text.weight = drawing::Weight::Bold;
    text.colour = drawing::rgb(0x475569, 30);
    page.shapes.emplace_back(std::move(text));
}

} // namespace palpate::report
