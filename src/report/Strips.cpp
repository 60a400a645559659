// SPDX-License-Identifier: MIT
#include "report/Strips.h"

#include "report/Lines.h"

#include <algorithm>

namespace palpate::report {
namespace {

using drawing::Point;

class PageMaker {
public:
    PageMaker(const PaperSize& paper, const PageStyle& style, Document& document)
        : paper_{paper}, style_{style}, document_{document} {
        newPage();
    }

    void add(Strips strips) {
        for (std::size_t i = 0; i < strips.size();) {
            std::size_t end = i + 1;
            while (strips[end - 1].keepWithNext && end < strips.size() && !strips[end].startsPage) {
                ++end;
            }
            if (!isFresh_ && (strips[i].startsPage || shouldBreakBefore(strips, i, end))) {
                newPage();
            }
            for (; i < end; ++i) {
                put(std::move(strips[i]));
            }
        }
    }

private:
    [[nodiscard]] double bottom() const { return paper_.height - style_.marginBottom; }

    // A chain of strips that keep together moves to the next page as a whole, if a page can hold it
    // at all.
    [[nodiscard]] bool shouldBreakBefore(const Strips& strips, std::size_t first,
                                         std::size_t end) const {
        double height = 0;
        for (std::size_t i = first; i < end; ++i) {
            height += strips[i].before + strips[i].height;
        }
        return y_ + height > bottom() && height <= bottom() - style_.marginTop;
    }

    void newPage() {
        drawing::Picture page;
        page.width = paper_.width;
        page.height = paper_.height;
        page.title = document_.metadata.title;
        document_.pages.push_back(std::move(page));
        y_ = style_.marginTop;
        isFresh_ = true;
    }

    void put(Strip strip) {
        if (!isFresh_ && y_ + strip.before + strip.height > bottom()) {
            newPage();
        }
        if (isFresh_ && strip.repeat) {
            paint(*strip.repeat);
        }
        paint(std::move(strip));
    }

    void paint(Strip strip) {
        y_ += isFresh_ ? 0 : strip.before;
        for (Strip::Bookmark& mark : strip.bookmarks) {
            document_.outline.push_back(
                {std::move(mark.title), mark.level, document_.pages.size() - 1, y_ + mark.y});
        }
        if (!strip.shapes.empty()) {
            drawing::Group group;
            group.transform = {1, style_.marginLeft, y_};
            group.shapes = std::move(strip.shapes);
            document_.pages.back().shapes.emplace_back(std::move(group));
        }
        y_ += strip.height;
        isFresh_ = false;
    }

    const PaperSize& paper_;
    const PageStyle& style_;
    Document& document_;
    double y_ = 0;
    bool isFresh_ = true;
};

/// One line of the footer or the watermark, cut to `width` if it must be.
TextLine singleLine(const std::string& text, const TextLook& look, double width,
                    const Typefaces& typefaces) {
    std::vector<TextLine> lines = linesOf({Span{text}}, look, width, typefaces);
    shorten(lines, 1, width, look, typefaces);
    return lines.empty() ? TextLine{} : std::move(lines.front());
}

void addFooter(drawing::Picture& page, std::size_t number, std::size_t count,
               const PageStyle& style, const Typefaces& typefaces) {
    constexpr double kRuleFromBottom = 12;
    constexpr double kTextBelowRule = 1.4;
    constexpr double kGap = 4;
    TextLook look;
    look.size = 7.2 * kMillimetresPerPoint;
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

void addWatermark(drawing::Picture& page, const std::string& word, const Typefaces& typefaces) {
    constexpr double kShare = 0.62; // of the page's width
    constexpr double kLargest = 48;
    const double width = typefaces.width(word, true, false);
    if (width <= 0) {
        return;
    }
    drawing::TextShape text;
    text.size = std::min(kLargest, page.width * kShare / width);
    text.at = {(page.width - width * text.size) / 2, page.height / 2};
    text.text = word;
    text.weight = drawing::Weight::Bold;
    text.colour = drawing::rgb(0x64748B, 26);
    page.shapes.insert(page.shapes.begin(), drawing::Shape{std::move(text)});
}

} // namespace

double heightOf(const Strips& strips) noexcept {
    double height = 0;
    for (const Strip& strip : strips) {
        height += (&strip == &strips.front() ? 0 : strip.before) + strip.height;
    }
    return height;
}

void place(Strip strip, double x, double y, Strip& whole) {
    for (Strip::Bookmark& mark : strip.bookmarks) {
        whole.bookmarks.push_back({std::move(mark.title), mark.level, mark.y + y});
    }
    if (!strip.shapes.empty()) {
        drawing::Group group;
        group.transform = {1, x, y};
        group.shapes = std::move(strip.shapes);
        whole.shapes.emplace_back(std::move(group));
    }
}

PaperSize sizeOf(Paper paper) noexcept {
    return paper == Paper::Letter ? PaperSize{215.9, 279.4} : PaperSize{210, 297};
}

void makePages(Strips strips, const PaperSize& paper, const PageStyle& style,
               const Typefaces& typefaces, Document& document) {
    PageMaker{paper, style, document}.add(std::move(strips));
    const std::size_t count = document.pages.size();
    for (std::size_t i = 0; i < count; ++i) {
        addFooter(document.pages[i], i + 1, count, style, typefaces);
        addWatermark(document.pages[i], style.watermark, typefaces);
    }
}

} // namespace palpate::report
