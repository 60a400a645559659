// SPDX-License-Identifier: MIT
#include "report/Setter.h"

#include "domain/Text.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace palpate::report {
namespace {

using drawing::Colour;
using drawing::Point;

constexpr double kBetweenItems = 0.8; // of a list
constexpr double kColumnGap = 5.8;

drawing::Shape lineShape(Point from, Point to, Colour colour, double width) {
    const auto path = std::make_shared<drawing::Path>();
    path->contours.push_back({{from, to}, false});
    return drawing::PathShape{path, std::nullopt, drawing::Stroke{colour, width, {}}};
}

std::string plain(const Inlines& text) {
    std::string result;
    for (const Inline& part : text) {
        if (const auto* span = std::get_if<Span>(&part)) {
            result += span->text;
        } else if (std::holds_alternative<LineBreak>(part)) {
            result += ' ';
        }
    }
    return trimmed(result);
}

bool isLegend(const Block& block) {
    const auto* row = std::get_if<FigureRow>(&block);
    return row != nullptr && row->figures.size() == 1 && row->figures.front().name == "legend";
}

/// Whether a block says what the next one is, or ends with it: no page may part them.
bool belongTogether(const Block& block, std::size_t strips, const Block& next) {
    constexpr std::size_t kShort = 2; // lines
    const bool isText = std::holds_alternative<Paragraph>(block);
    if (isLegend(next)) {
        return std::holds_alternative<FigureRow>(block);
    }
    if (isText && std::holds_alternative<SignatureBlock>(next)) {
        return true;
    }
    if (!isText || strips > kShort) {
        return false;
    }
    const std::string words = plain(std::get<Paragraph>(block).text);
    return words.ends_with(':') &&
           (std::holds_alternative<ListBlock>(next) || std::holds_alternative<TableBlock>(next) ||
            std::holds_alternative<FigureRow>(next) ||
            std::holds_alternative<KeyValuesBlock>(next));
}

} // namespace

Setter::Setter(const PageStyle& style, const PaperSize& paper, const Typefaces& typefaces,
               const FigureSource& figures)
    : style_{style}, typefaces_{typefaces}, figures_{figures}, pageWidth_{paper.width -
                                                                          style.marginLeft -
                                                                          style.marginRight},
      pageHeight_{paper.height - style.marginTop - style.marginBottom},
      scale_{style.bodyPoints / PageStyle{}.bodyPoints} {}

double Setter::spaceBefore(const Block& block, const Block* previous) const {
    const auto millimetres = [&]() -> double {
        if (const auto* heading = std::get_if<Heading>(&block)) {
            return heading->level <= 2 ? 4.5 : 3.2;
        }
        if (listDepth_ > 0 && std::holds_alternative<ListBlock>(block)) {
            return kBetweenItems;
        }
        if (previous != nullptr && std::holds_alternative<Heading>(*previous)) {
            return std::holds_alternative<FigureRow>(block) ? 1.6 : 1.1;
        }
        if (std::holds_alternative<CardRow>(block) || std::holds_alternative<TableBlock>(block) ||
            std::holds_alternative<BoxBlock>(block)) {
            return 3;
        }
        if (previous != nullptr && std::holds_alternative<BoxBlock>(*previous)) {
            return 3;
        }
        if (std::holds_alternative<ColumnsBlock>(block)) {
            const bool followsText =
                previous != nullptr && std::holds_alternative<Paragraph>(*previous);
            return followsText ? 3.4 : 4.5;
        }
        if (std::holds_alternative<AddressBlock>(block)) {
            return 5;
        }
        if (previous != nullptr && std::holds_alternative<AddressBlock>(*previous)) {
            return 7;
        }
        if (std::holds_alternative<SignatureBlock>(block)) {
            return previous != nullptr && std::holds_alternative<Paragraph>(*previous) ? 14 : 4;
        }
        return std::holds_alternative<FigureRow>(block) ? 2.4 : 1.9;
    };
    return millimetres() * scale_;
}

double Setter::putLines(const std::vector<TextLine>& lines, double x, double y,
                        const TextLook& textLook, Strip& strip) const {
    for (const TextLine& line : lines) {
        putLine(line, x, y, textLook, typefaces_, strip);
        y += line.height;
    }
    return y;
}

TextLook Setter::look(double points, Colour colour, bool bold) const {
    TextLook look;
    look.size = points * kMillimetresPerPoint;
    look.leading = look.size * style_.leading;
    look.colour = colour;
    look.boldColour = colour == style_.muted ? style_.ink : colour;
    look.accent = style_.accent;
    look.bold = bold;
    return look;
}

TextLook Setter::body() const {
    return look(style_.bodyPoints, style_.ink);
}
TextLook Setter::small() const {
    return look(style_.bodyPoints * 0.85, style_.muted);
}

std::vector<TextLine> Setter::fitted(const Inlines& text, const TextLook& textLook, double width,
                                     std::size_t most) {
    std::vector<TextLine> lines = linesOf(text, textLook, width, typefaces_);
    if (shorten(lines, most, width, textLook, typefaces_)) {
        constexpr std::size_t kTold = 40;
        std::string beginning = plain(text).substr(0, kTold);
        while (!beginning.empty() && !isValidUtf8(beginning)) {
            beginning.pop_back();
        }
        warnings_.push_back(
            {tr("A text was too long for its place and is shortened: \"{1}...\""), {beginning}});
    }
    return lines;
}

Strips Setter::set(const Blocks& blocks, double width) {
    Strips strips;
    const Block* previous = nullptr;
    std::size_t previousStrips = 0;
    bool startsPage = false;
    ++depth_;
    for (const Block& block : blocks) {
        if (std::holds_alternative<PageBreak>(block)) {
            startsPage = true;
            continue;
        }
        Strips more = setBlock(block, width);
        if (more.empty()) {
            continue;
        }
        more.front().before = spaceBefore(block, previous);
        more.front().startsPage = std::exchange(startsPage, false);
        const bool isPlaceOfSmallPrint = more.front().height == 0 && !strips.empty();
        if (isPlaceOfSmallPrint) {
            more.front().before = 0;
            strips.back().keepWithNext = true;
        }
        if (previous != nullptr && belongTogether(*previous, previousStrips, block)) {
            strips.back().keepWithNext = true;
        }
        previousStrips = more.size();
        strips.insert(strips.end(), std::make_move_iterator(more.begin()),
                      std::make_move_iterator(more.end()));
        previous = &block;
    }
    --depth_;
    return strips;
}

Strips Setter::setBlock(const Block& block, double width) {
    struct Visitor {
        Setter& setter;
        double width;
        Strips operator()(const Paragraph& paragraph) const {
            return setter.setText(paragraph.text, setter.body(), width);
        }
        Strips operator()(const Heading& heading) const {
            return setter.setHeading(heading, width);
        }
        Strips operator()(const ListBlock& list) const { return setter.setList(list, width); }
        Strips operator()(const TableBlock& table) const { return setter.setTable(table, width); }
        Strips operator()(const Rule& /*rule*/) const { return setter.setRule(width); }
        Strips operator()(const PageBreak& /*pageBreak*/) const { return {}; }
        Strips operator()(const FigureRow& row) const { return setter.setFigures(row, width); }
        Strips operator()(const CardRow& row) const { return setter.setCards(row, width); }
        Strips operator()(const ColumnsBlock& columns) const {
            return setter.setColumns(columns, width);
        }
        Strips operator()(const HeaderBlock& header) const {
            return setter.setHeader(header, width);
        }
        Strips operator()(const SignatureBlock& signature) const {
            return setter.setSignature(signature, width);
        }
        Strips operator()(const FootnotesBlock& footnotes) const {
            return setter.setFootnotes(footnotes, width);
        }
        Strips operator()(const Quote& quote) const { return setter.setQuote(quote, width); }
        Strips operator()(const BoxBlock& box) const { return setter.setBox(box, width); }
        Strips operator()(const KeyValuesBlock& facts) const {
            return setter.setKeyValues(facts, width);
        }
        Strips operator()(const AddressBlock& address) const {
            return setter.setAddress(address, width);
        }
    };
    return std::visit(Visitor{*this, width}, static_cast<const Block::variant&>(block));
}

// One strip a line. The first two lines stay together, and so do the last two.
Strips Setter::setText(const Inlines& text, const TextLook& textLook, double width) {
    const std::vector<TextLine> lines = linesOf(text, textLook, width, typefaces_, cellFigures());
    Strips strips;
    strips.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Strip strip;
        strip.height = lines[i].height;
        strip.keepWithNext = i + 1 < lines.size() && (i == 0 || i + 2 == lines.size());
        putLine(lines[i], 0, 0, textLook, typefaces_, strip);
        strips.push_back(std::move(strip));
    }
    return strips;
}

Strips Setter::setHeading(const Heading& heading, double width) {
    const TextLook textLook = heading.level == 1 ? look(style_.bodyPoints * 1.85, style_.ink, true)
                              : heading.level == 2
                                  ? look(style_.bodyPoints * 1.09, style_.accent, true)
                                  : look(style_.bodyPoints, style_.ink, true);
    Strips strips = setText(heading.text, textLook, width);
    for (Strip& strip : strips) {
        strip.keepWithNext = true;
    }
    if (!strips.empty()) {
        strips.front().bookmarks.push_back({plain(heading.text), heading.level, 0});
    }
    return strips;
}

Strips Setter::setList(const ListBlock& list, double width) {
    const TextLook textLook = body();
    int number = list.start;
    // Wide enough for the last number, so that all items stand at one place.
    double indent = 3.9 * scale_;
    if (list.ordered) {
        const std::string widest =
            std::to_string(list.start +
                           static_cast<int>(std::min<std::size_t>(list.items.size(), 1'000'000))) +
            ".";
        indent =
            std::max(5.2 * scale_, textLook.size * (typefaces_.width(widest, false, false) + 0.5));
    }
    indent = std::min(indent, width / 3);
    const char* bullet = listDepth_ % 2 == 0 ? "\xE2\x80\xA2" : "\xE2\x80\x93"; // • and –
    Strips strips;
    ++listDepth_;
    for (const Blocks& item : list.items) {
        Strips inner = set(item, width - indent);
        for (Strip& strip : inner) {
            Strip moved;
            moved.before = strip.before;
            moved.height = strip.height;
            moved.keepWithNext = strip.keepWithNext;
            moved.repeat = strip.repeat;
            if (&strip == &inner.front()) {
                moved.before = strips.empty() ? 0 : kBetweenItems * scale_;
                const std::string mark = list.ordered ? std::to_string(number) + "." : bullet;
                const std::vector<TextLine> lines =
                    linesOf({Span{mark}}, textLook, indent, typefaces_);
                if (!lines.empty()) {
                    paintLine(lines.front(), list.ordered ? 0 : scale_, 0, textLook, moved.shapes);
                }
            }
            place(std::move(strip), indent, 0, moved);
            strips.push_back(std::move(moved));
        }
        ++number;
    }
    --listDepth_;
    return strips;
}

Strips Setter::setQuote(const Quote& quote, double width) {
    constexpr double kIndent = 4;
    Strips strips;
    for (Strip& strip : set(quote.blocks, width - kIndent)) {
        Strip moved;
        moved.before = strip.before;
        moved.height = strip.height;
        moved.keepWithNext = strip.keepWithNext;
        const double above = strips.empty() ? 0 : strip.before;
        moved.shapes.push_back(lineShape({0.4, -above}, {0.4, strip.height}, style_.hairline, 0.8));
        place(std::move(strip), kIndent, 0, moved);
        strips.push_back(std::move(moved));
    }
    return strips;
}

Strips Setter::setRule(double width) const {
    Strip strip;
    strip.height = 0.2;
    strip.shapes.push_back(lineShape({0, 0.1}, {width, 0.1}, style_.hairline, 0.2));
    Strips strips;
    strips.push_back(std::move(strip));
    return strips;
}

// On the page itself they may be cut where a page ends. Within another block they are one strip
// while a page can hold it; beyond that each column is cut into pieces as high as a page.
Strips Setter::setColumns(const ColumnsBlock& block, double width) {
    const double shares = std::accumulate(block.widths.begin(), block.widths.end(), 0.0);
    const double gaps = kColumnGap * static_cast<double>(block.columns.size() - 1);
    const double room = std::max(width - gaps, width / 2);
    Strips result;
    double x = 0;
    const bool isOnPage = depth_ == 1;
    for (std::size_t column = 0; column < block.columns.size(); ++column) {
        const double columnWidth = room * block.widths[column] / shares;
        Strips strips = set(block.columns[column], columnWidth);
        if (isOnPage) {
            if (result.empty()) {
                result.emplace_back();
            }
            result.front().height = std::max(result.front().height, heightOf(strips));
            result.front().columns.push_back({x, std::move(strips)});
        } else {
            std::size_t piece = 0;
            double y = 0;
            for (Strip& strip : strips) {
                if (y > 0 && y + strip.before + strip.height > pageHeight_) {
                    ++piece;
                    y = 0;
                }
                if (piece >= result.size()) {
                    result.emplace_back();
                }
                y += y > 0 ? strip.before : 0;
                const double height = strip.height;
                place(std::move(strip), x, y, result[piece]);
                y += height;
                result[piece].height = std::max(result[piece].height, y);
            }
        }
        x += columnWidth + kColumnGap;
    }
    return result;
}

} // namespace palpate::report
