// SPDX-License-Identifier: MIT
#pragma once

#include "report/Blocks.h"
#include "report/Lines.h"
#include "report/PageStyle.h"
#include "report/Strips.h"

#include <unordered_map>
#include <vector>

namespace palpate::report {

/// Sets blocks as strips. What it is built from must outlive it; the blocks it is given must live
/// as long as it is used.
class Setter {
public:
    Setter(const PageStyle& style, const PaperSize& paper, const Typefaces& typefaces,
           const FigureSource& figures);

    [[nodiscard]] Strips set(const Blocks& blocks, double width);
    /// Of all blocks that were set, by the numbers in their strips.
    [[nodiscard]] std::vector<SmallPrint>& smallPrint() noexcept { return smallPrint_; }
    [[nodiscard]] std::vector<Message>& warnings() noexcept { return warnings_; }

private:
    [[nodiscard]] Strips setBlock(const Block& block, double width);
    [[nodiscard]] Strips setText(const Inlines& text, const TextLook& look, double width);
    [[nodiscard]] Strips setHeading(const Heading& heading, double width);
    [[nodiscard]] Strips setList(const ListBlock& list, double width);
    [[nodiscard]] Strips setQuote(const Quote& quote, double width);
    [[nodiscard]] Strips setRule(double width) const;
    [[nodiscard]] Strips setFigures(const FigureRow& row, double width);
    [[nodiscard]] Strips setColumns(const ColumnsBlock& block, double width);
    [[nodiscard]] Strips setCards(const CardRow& row, double width);
    [[nodiscard]] Strips setHeader(const HeaderBlock& header, double width);
    [[nodiscard]] Strips setSignature(const SignatureBlock& signature, double width);
    [[nodiscard]] Strips setFootnotes(const FootnotesBlock& footnotes, double width);
    [[nodiscard]] SmallPrint setSmallPrint(const Inlines& text, const TextLook& look, double indent,
                                           double width) const;
    [[nodiscard]] Strips setBox(const BoxBlock& box, double width);
    [[nodiscard]] Strips setKeyValues(const KeyValuesBlock& facts, double width);
    [[nodiscard]] Strips setAddress(const AddressBlock& address, double width);
    [[nodiscard]] Strips setTable(const TableBlock& table, double width);

    struct SetCell {
        std::vector<TextLine> lines;
        double x = 0;
        double width = 0;
        CellAlign align = CellAlign::Left;
    };
    [[nodiscard]] std::vector<double> columnWidths(const TableBlock& table, double width);
    [[nodiscard]] std::vector<SetCell> setRow(const std::vector<Inlines>& row,
                                              const TableBlock& table,
                                              const std::vector<double>& widths,
                                              const TextLook& look);
    [[nodiscard]] Strips stripsOfRow(const std::vector<SetCell>& cells, const TextLook& look,
                                     double width, const drawing::Stroke& line) const;

    /// The figure at most `width` wide and a page high; asked for once per reference.
    struct DrawnFigure {
        InlineFigure picture; ///< empty: there is none
        std::string caption;
    };
    const DrawnFigure& drawn(const FigureRef& figure, double width);
    /// The clinic's, as large as fits.
    [[nodiscard]] InlineFigure logo(double width, double height) const;
    [[nodiscard]] InlineFigures cellFigures();
    /// The lines of a text that has a fixed place on the page, cut after `most` of them with a
    /// warning.
    [[nodiscard]] std::vector<TextLine> fitted(const Inlines& text, const TextLook& look,
                                               double width, std::size_t most);
    /// What of a paragraph's figures fills one row, `each` wide where they do not say it.
    [[nodiscard]] Strips setFigureRow(const std::vector<const FigureRef*>& figures, double each,
                                      double width);
    [[nodiscard]] double spaceBefore(const Block& block, const Block* previous) const;
    /// Lines below each other from x, y. Returns where they end.
    double putLines(const std::vector<TextLine>& lines, double x, double y, const TextLook& look,
                    Strip& strip) const;
    [[nodiscard]] TextLook look(double points, drawing::Colour colour, bool bold = false) const;
    [[nodiscard]] TextLook body() const;
    [[nodiscard]] TextLook small() const;

    const PageStyle& style_;
    const Typefaces& typefaces_;
    const FigureSource& figures_;
    double pageWidth_;  ///< between the margins
    double pageHeight_; ///< likewise
    double scale_;      ///< of lengths that go with the type: 1 at the usual size
    int depth_ = 0;     ///< of blocks in blocks that is being set
    int listDepth_ = 0; ///< of lists in lists
    std::unordered_map<const FigureRef*, DrawnFigure> drawn_;
    std::vector<SmallPrint> smallPrint_;
    std::vector<Message> warnings_;
};

} // namespace palpate::report
