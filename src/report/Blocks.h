// SPDX-License-Identifier: MIT
#pragma once

#include "report/FigureSource.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace palpate::report {

// A filled template after parsing: what is on the page, not yet where.

struct Inline;
using Inlines = std::vector<Inline>;

struct FigureRef {
    std::string name;
    std::map<std::string, std::string, std::less<>> parameters;
    std::optional<double> width; ///< millimetres, when the template says so
    Inlines caption;
};

struct Span {
    std::string text;
    bool bold = false;
    bool italic = false;
    bool accent = false;      ///< a link
    std::string address = {}; ///< where it leads; may be empty
};
struct LineBreak {};
struct Inline : std::variant<Span, LineBreak, FigureRef> {
    using variant::variant;
};

struct Block;
using Blocks = std::vector<Block>;

struct Paragraph {
    Inlines text;
};
struct Heading {
    int level = 2;
    Inlines text;
};
struct ListBlock {
    bool ordered = false;
    int start = 1;
    std::vector<Blocks> items;
};
enum class CellAlign { Left, Centre, Right };
struct TableBlock {
    std::vector<CellAlign> columns;
    std::vector<std::vector<Inlines>> rows; ///< the first is the header
};
struct Rule {};
struct PageBreak {};
struct FigureRow {
    std::vector<FigureRef> figures; ///< side by side
};
struct Card {
    Inlines label;
    Inlines value;
    Inlines note;
};
struct CardRow {
    std::vector<Card> cards;
};
struct ColumnsBlock {
    std::vector<double> widths; ///< shares, one for each column
    std::vector<Blocks> columns;
};
struct HeaderBlock {
    Inlines title;
    std::vector<Inlines> left;
    std::vector<Inlines> right;
};
struct SignatureBlock {
    std::vector<Inlines> lines;
};
struct FootnotesBlock {
    std::vector<Inlines> lines;
};
struct Quote {
    Blocks blocks;
};
/// A tinted call-out.
struct BoxBlock {
    bool isWarning = false; ///< of a red flag, a caution, when to seek help
    Blocks blocks;
};
/// Facts with their names, `abreast` of them side by side.
struct KeyValuesBlock {
    struct Row {
        Inlines key;
        Inlines value;
    };
    std::size_t abreast = 1;
    std::vector<Row> rows;
};
/// To whom a letter goes.
struct AddressBlock {
    std::vector<Inlines> lines;
};

struct Block : std::variant<Paragraph, Heading, ListBlock, TableBlock, Rule, PageBreak, FigureRow,
                            CardRow, ColumnsBlock, HeaderBlock, SignatureBlock, FootnotesBlock,
                            Quote, BoxBlock, KeyValuesBlock, AddressBlock> {
    using variant::variant;
};

} // namespace palpate::report
