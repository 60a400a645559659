// SPDX-License-Identifier: MIT
#include "report/Markdown.h"

#include "domain/Text.h"
#include "report/LayoutBlocks.h"
#include "report/MarkdownInlines.h"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <charconv>
#include <string_view>

namespace palpate::report {
namespace {

constexpr int kDeepest =
    12; // blocks within blocks; a template that goes further is no page any more

std::string_view kindOf(cmark_node* node) {
    return textOrEmpty(cmark_node_get_type_string(node));
}

bool contains(const std::vector<std::string_view>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

class Reader {
public:
    explicit Reader(const std::vector<FilledValue>& values) : values_{values}, inlines_{values} {}

    Blocks blocks(std::string_view markdown, int depth) const {
        const MarkdownTree tree = parsedMarkdown(markdown);
        return childBlocks(tree.get(), depth);
    }

private:
    Blocks childBlocks(cmark_node* parent, int depth) const {
        Blocks result;
        if (depth > kDeepest) {
            return result;
        }
        for (cmark_node* node = cmark_node_first_child(parent); node != nullptr;
             node = cmark_node_next(node)) {
            switch (cmark_node_get_type(node)) {
            case CMARK_NODE_PARAGRAPH:
                paragraph(node, result);
                break;
            case CMARK_NODE_HEADING:
                if (Inlines text = inlines_.of(node); !isBlank(text)) {
                    result.push_back(Heading{cmark_node_get_heading_level(node), std::move(text)});
                }
                break;
            case CMARK_NODE_LIST:
                list(node, depth, result);
                break;
            case CMARK_NODE_BLOCK_QUOTE:
                if (Blocks inner = childBlocks(node, depth + 1); !inner.empty()) {
                    result.push_back(Quote{std::move(inner)});
                }
                break;
            case CMARK_NODE_THEMATIC_BREAK:
                result.push_back(Rule{});
                break;
            case CMARK_NODE_CODE_BLOCK:
                fence(node, depth, result);
                break;
            default:
                if (kindOf(node) == "table") {
                    table(node, result);
                }
                break;
            }
        }
        return result;
    }

    void paragraph(cmark_node* node, Blocks& into) const {
        cmark_node* only = cmark_node_first_child(node);
        if (only != nullptr && cmark_node_next(only) == nullptr &&
            cmark_node_get_type(only) == CMARK_NODE_TEXT) {
            if (const FilledValue* note = soleNote(literalOf(only), values_)) {
                noteParagraphs(note->text, into);
                return;
            }
        }
        Inlines text = inlines_.of(node);
        if (isBlank(text)) {
            return;
        }
        FigureRow row;
        const bool isFigures = std::all_of(text.begin(), text.end(), [&row](const Inline& part) {
            if (const auto* figure = std::get_if<FigureRef>(&part)) {
                row.figures.push_back(*figure);
                return true;
            }
            return isBlank({part});
        });
        if (isFigures) {
            into.push_back(std::move(row));
        } else {
            into.push_back(Paragraph{std::move(text)});
        }
    }

    static void noteParagraphs(const std::string& note, Blocks& into) {
        Inlines text;
        const auto finish = [&text, &into] {
            if (!isBlank(text)) {
                into.push_back(Paragraph{std::move(text)});
            }
            text.clear();
        };
        for (const std::string_view raw : splitAt(note, '\n')) {
            const std::string typed = trimmed(raw);
            if (typed.empty()) {
                finish();
                continue;
            }
            if (!text.empty()) {
                text.push_back(LineBreak{});
            }
            text.push_back(Span{typed});
        }
        finish();
    }

    void list(cmark_node* node, int depth, Blocks& into) const {
        ListBlock list;
        list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        list.start = cmark_node_get_list_start(node);
        for (cmark_node* item = cmark_node_first_child(node); item != nullptr;
             item = cmark_node_next(item)) {
            if (Blocks inner = childBlocks(item, depth + 1); !inner.empty()) {
                list.items.push_back(std::move(inner));
            }
        }
        if (!list.items.empty()) {
            into.push_back(std::move(list));
        }
    }

    void table(cmark_node* node, Blocks& into) const {
        TableBlock table;
        const std::uint16_t columns = cmark_gfm_extensions_get_table_columns(node);
        const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
        for (std::uint16_t i = 0; i < columns; ++i) {
            const char mark = alignments == nullptr ? 'l' : static_cast<char>(alignments[i]);
            table.columns.push_back(mark == 'r'   ? CellAlign::Right
                                    : mark == 'c' ? CellAlign::Centre
                                                  : CellAlign::Left);
        }
        for (cmark_node* row = cmark_node_first_child(node); row != nullptr;
             row = cmark_node_next(row)) {
            std::vector<Inlines> cells;
            for (cmark_node* cell = cmark_node_first_child(row);
                 cell != nullptr && cells.size() < columns; cell = cmark_node_next(cell)) {
                cells.push_back(inlines_.of(cell));
            }
            cells.resize(columns);
            table.rows.push_back(std::move(cells));
        }
        if (table.rows.size() > 1) {
            into.push_back(std::move(table));
        }
    }

    // ---- layout blocks

    void fence(cmark_node* node, int depth, Blocks& into) const {
        const std::string info = trimmed(textOrEmpty(cmark_node_get_fence_info(node)));
        const std::string_view content = literalOf(node);
        const std::vector<std::string_view> words = splitAt(info, ' ');
        if (info.empty()) { // lines that begin with four spaces: code to Markdown, text to us
            for (Inlines& text : inlines_.lines(content)) {
                into.push_back(Paragraph{std::move(text)});
            }
            return;
        }
        const std::optional<LayoutBlock> block = layoutBlockNamed(words.front());
        if (!block) {
            return; // Template::problems() has named it
        }
        switch (*block) {
        case LayoutBlock::Header:
            header(content, into);
            break;
        case LayoutBlock::SummaryCards:
            cards(content, into);
            break;
        case LayoutBlock::Columns:
            columns(words, content, depth, into);
            break;
        case LayoutBlock::Box:
            if (Blocks inner = blocks(content, depth + 1); !inner.empty()) {
                into.push_back(BoxBlock{contains(words, "warning"), std::move(inner)});
            }
            break;
        case LayoutBlock::KeyValues:
            keyValues(words, content, into);
            break;
        case LayoutBlock::Address:
            if (std::vector<Inlines> text = inlines_.lines(content); !text.empty()) {
                into.push_back(AddressBlock{std::move(text)});
            }
            break;
        case LayoutBlock::Signature:
            if (std::vector<Inlines> text = inlines_.lines(content); !text.empty()) {
                into.push_back(SignatureBlock{std::move(text)});
            }
            break;
        case LayoutBlock::Footnotes:
            if (std::vector<Inlines> text = inlines_.lines(content); !text.empty()) {
                into.push_back(FootnotesBlock{std::move(text)});
            }
            break;
        case LayoutBlock::PageBreak:
            into.push_back(PageBreak{});
            break;
        }
    }

    void header(std::string_view content, Blocks& into) const {
        HeaderBlock header;
        bool isRight = false;
        for (const std::string_view raw : splitAt(content, '\n')) {
            const std::string text = trimmed(raw);
            if (text == "---") {
                isRight = true;
            } else if (text.starts_with("# ")) {
                header.title = inlines_.line(std::string_view{text}.substr(2));
            } else {
                for (Inlines& inlines : inlines_.lines(text)) {
                    (isRight ? header.right : header.left).push_back(std::move(inlines));
                }
            }
        }
        into.push_back(std::move(header));
    }

    void cards(std::string_view content, Blocks& into) const {
        CardRow row;
        for (const std::string_view raw : splitAt(content, '\n')) {
            const std::vector<std::string_view> parts = splitAt(raw, '|');
            Card card{inlines_.line(parts.front()), {}, {}};
            if (parts.size() > 1) {
                card.value = inlines_.line(parts[1]);
            }
            if (parts.size() > 2) {
                card.note = inlines_.line(parts[2]);
            }
            if (!isBlank(card.label) || !isBlank(card.value)) {
                row.cards.push_back(std::move(card));
            }
        }
        if (!row.cards.empty()) {
            into.push_back(std::move(row));
        }
    }

    void keyValues(const std::vector<std::string_view>& words, std::string_view content,
                   Blocks& into) const {
        KeyValuesBlock result;
        result.abreast = contains(words, "3") ? 3 : contains(words, "2") ? 2 : 1;
        for (const std::string_view raw : splitAt(content, '\n')) {
            const std::size_t bar = raw.find('|');
            if (bar == std::string_view::npos) {
                if (Inlines key = inlines_.line(raw); !isBlank(key)) {
                    result.rows.push_back({std::move(key), {}});
                }
                continue;
            }
            // A fact that is not there has no name either.
            if (Inlines value = inlines_.noted(raw.substr(bar + 1)); !isBlank(value)) {
                result.rows.push_back({inlines_.line(raw.substr(0, bar)), std::move(value)});
            }
        }
        if (!result.rows.empty()) {
            into.push_back(std::move(result));
        }
    }

    void columns(const std::vector<std::string_view>& words, std::string_view content, int depth,
                 Blocks& into) const {
        std::vector<std::string> parts{""};
        for (const std::string_view raw : splitAt(content, '\n')) {
            if (trimmed(raw) == "+++") {
                parts.emplace_back();
            } else {
                parts.back().append(raw).append("\n");
            }
        }
        ColumnsBlock result;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            Blocks inner = blocks(parts[i], depth + 1);
            if (inner.empty()) {
                continue;
            }
            double share = 1;
            if (i + 1 < words.size()) {
                const std::string_view word = words[i + 1];
                double given = 0;
                const auto [end, error] =
                    std::from_chars(word.data(), word.data() + word.size(), given);
                share = error == std::errc{} && given > 0 ? given : 1;
            }
            result.widths.push_back(share);
            result.columns.push_back(std::move(inner));
        }
        if (!result.columns.empty()) {
            into.push_back(std::move(result));
        }
    }

    const std::vector<FilledValue>& values_;
    InlineReader inlines_;
};

} // namespace

Blocks blocksOf(const Filled& filled) {
    return Reader{filled.values}.blocks(filled.markdown, 0);
}

} // namespace palpate::report
