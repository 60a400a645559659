// SPDX-License-Identifier: MIT
#include "report/Setter.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace palpate::report {
namespace {

constexpr double kPadX = 1.3;
constexpr double kPadY = 0.8;

double sum(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// More room than all columns want goes to the left-aligned ones, so that numbers stay close to
/// each other.
std::vector<double> widened(std::vector<double> widths, const std::vector<CellAlign>& aligns,
                            double room) {
    std::vector<double> weights(widths.size(), 0);
    for (std::size_t i = 0; i < widths.size(); ++i) {
        weights[i] = aligns[i] == CellAlign::Left ? widths[i] : 0;
    }
    if (sum(weights) <= 0) {
        weights = widths;
    }
    const double extra = room - sum(widths);
    const double all = sum(weights);
    for (std::size_t i = 0; i < widths.size() && all > 0; ++i) {
        widths[i] += extra * weights[i] / all;
    }
    return widths;
}

/// Columns that want less than an equal share of the room get what they want, so that a long note
/// breaks its lines and a short name keeps to one; the others share the rest equally. Empty if a
/// word would not fit then.
std::optional<std::vector<double>> shared(const std::vector<double>& natural,
                                          const std::vector<double>& least, double room) {
    std::vector<double> widths(natural.size(), -1);
    std::size_t open = natural.size();
    for (bool isSettled = false; !isSettled && open > 0;) {
        isSettled = true;
        const double fair = room / static_cast<double>(open);
        for (std::size_t i = 0; i < natural.size(); ++i) {
            if (widths[i] < 0 && natural[i] <= fair) {
                widths[i] = natural[i];
                room -= natural[i];
                --open;
                isSettled = false;
            }
        }
    }
    for (std::size_t i = 0; i < natural.size(); ++i) {
        widths[i] = widths[i] < 0 ? room / static_cast<double>(open) : widths[i];
        if (widths[i] < least[i]) {
            return std::nullopt;
        }
    }
    return widths;
}

/// Words too long even for a page: the narrow columns keep what they need, the others share the
/// rest and break words.
std::vector<double> squeezed(const std::vector<double>& least, double room) {
    const double fair = room / static_cast<double>(least.size());
    double left = room;
    double many = 0;
    for (const double width : least) {
        if (width <= fair) {
            left -= width;
        } else {
            many += 1;
        }
    }
    std::vector<double> widths;
    widths.reserve(least.size());
    for (const double width : least) {
        widths.push_back(width <= fair ? width : left / many);
    }
    return widths;
}

} // namespace

std::vector<double> Setter::columnWidths(const TableBlock& table, double width) {
    const InlineFigures figures = cellFigures();
    const std::size_t count = table.columns.size();
    std::vector<double> natural(count, 2 * kPadX);
    std::vector<double> least(count, 2 * kPadX);
    for (const std::vector<Inlines>& row : table.rows) {
        const bool isHeader = &row == &table.rows.front();
        const TextLook rowLook =
            isHeader ? look(style_.bodyPoints * 0.88, style_.muted, true) : body();
        for (std::size_t i = 0; i < count; ++i) {
            const TextExtent extent = extentOf(row[i], rowLook, typefaces_, figures);
            constexpr double kHair =
                0.05; // a column exactly as wide as its text must not break it by rounding
            natural[i] = std::max(natural[i], std::min(extent.natural, width) + 2 * kPadX + kHair);
            // A number and its unit or range are read as one.
            constexpr double kLongestNumber = 34;
            const bool isNumber = table.columns[i] == CellAlign::Right &&
                                  extent.natural <= std::min(kLongestNumber, width / 4);
            least[i] =
                std::max(least[i], (isNumber ? extent.natural : extent.least) + 2 * kPadX + kHair);
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        natural[i] = std::max(natural[i], std::min(least[i], width));
    }
    const double wanted = sum(natural);
    const double needed = sum(least);
    if (wanted <= width) {
        return widened(std::move(natural), table.columns, width);
    }
    if (needed > width) {
        return squeezed(least, width);
    }
    if (std::optional<std::vector<double>> widths = shared(natural, least, width)) {
        return std::move(*widths);
    }
    std::vector<double> widths;
    widths.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        widths.push_back(least[i] + (width - needed) * (natural[i] - least[i]) /
                                        std::max(wanted - needed, 1e-9));
    }
    return widths;
}

std::vector<Setter::SetCell> Setter::setRow(const std::vector<Inlines>& row,
                                            const TableBlock& table,
                                            const std::vector<double>& widths,
                                            const TextLook& look) {
    const InlineFigures figures = cellFigures();
    std::vector<SetCell> cells;
    double x = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        SetCell cell;
        cell.x = x + kPadX;
        cell.width = std::max(widths[i] - 2 * kPadX, 1.0);
        cell.align = table.columns[i];
        cell.lines = linesOf(row[i], look, cell.width, typefaces_, figures);
        cells.push_back(std::move(cell));
        x += widths[i];
    }
    return cells;
}

// The first lines of all cells share one height, so that a number stands beside the middle of a
// sparkline. Only a row that no page can hold is cut, between its lines.
Strips Setter::stripsOfRow(const std::vector<SetCell>& cells, const TextLook& textLook,
                           double width, const drawing::Stroke& line) const {
    std::vector<double> heights;
    for (const SetCell& cell : cells) {
        heights.resize(std::max(heights.size(), cell.lines.size()), 0);
        for (std::size_t i = 0; i < cell.lines.size(); ++i) {
            heights[i] = std::max(heights[i], cell.lines[i].height);
        }
    }
    if (heights.empty()) {
        heights.push_back(textLook.leading);
    }
    constexpr double kHeaderRoom = 15;
    const bool mayCut = sum(heights) + 2 * kPadY > pageHeight_ - kHeaderRoom;
    Strips strips(1);
    strips.front().height = kPadY;
    for (std::size_t i = 0; i < heights.size(); ++i) {
        if (mayCut && i > 0) {
            strips.emplace_back();
        }
        Strip& strip = strips.back();
        for (const SetCell& cell : cells) {
            if (i >= cell.lines.size()) {
                continue;
            }
            const TextLine& text = cell.lines[i];
            const double spare = cell.width - text.width;
            const double shift = cell.align == CellAlign::Right    ? spare
                                 : cell.align == CellAlign::Centre ? spare / 2
                                                                   : 0;
            putLine(text, cell.x + shift, strip.height + (heights[i] - text.height) / 2, textLook,
                    typefaces_, strip);
        }
        strip.height += heights[i];
    }
    Strip& last = strips.back();
    last.height += kPadY;
    const auto path = std::make_shared<drawing::Path>();
    path->contours.push_back({{{0, last.height}, {width, last.height}}, false});
    last.shapes.emplace_back(drawing::PathShape{path, std::nullopt, line});
    return strips;
}

Strips Setter::setTable(const TableBlock& table, double width) {
    const std::vector<double> widths = columnWidths(table, width);
    const TextLook headLook = look(style_.bodyPoints * 0.88, style_.muted, true);
    TextLook head = headLook;
    head.boldColour = style_.muted;
    Strips header = stripsOfRow(setRow(table.rows.front(), table, widths, head), head, width,
                                drawing::Stroke{style_.muted, 0.2, {}});
    // A header that could be cut is too high to be repeated on each page.
    const auto repeat =
        header.size() == 1 ? std::make_shared<const Strip>(header.front()) : nullptr;
    for (Strip& strip : header) {
        strip.keepWithNext = true;
    }
    Strips strips = std::move(header);
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        Strips row = stripsOfRow(setRow(table.rows[i], table, widths, body()), body(), width,
                                 drawing::Stroke{style_.hairline, 0.2, {}});
        // No last row alone on a page, if both are rows as usual.
        constexpr double kUsualRow = 20;
        const bool isBeforeLast = i + 2 == table.rows.size();
        if (isBeforeLast && row.size() == 1 && row.front().height < kUsualRow) {
            row.front().keepWithNext = true;
        }
        for (Strip& strip : row) {
            strip.repeat = repeat;
            strips.push_back(std::move(strip));
        }
    }
    return strips;
}

} // namespace palpate::report
