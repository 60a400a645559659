// SPDX-License-Identifier: MIT
#include "report/Markdown.h"

#include "domain/Text.h"
#include "report/LayoutBlocks.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <string_view>

namespace palpate::report {
namespace {

constexpr int kDeepest =
    12; // blocks within blocks; a template that goes further is no page any more

struct FreeNode {
    void operator()(cmark_node* node) const noexcept { cmark_node_free(node); }
};
struct FreeParser {
    void operator()(cmark_parser* parser) const noexcept { cmark_parser_free(parser); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;

Tree parsed(std::string_view markdown) {
    cmark_gfm_core_extensions_ensure_registered();
    const std::unique_ptr<cmark_parser, FreeParser> parser{
        cmark_parser_new(CMARK_OPT_VALIDATE_UTF8)};
    if (cmark_syntax_extension* table = cmark_find_syntax_extension("table")) {
        cmark_parser_attach_syntax_extension(parser.get(), table);
    }
    cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
    return Tree{cmark_parser_finish(parser.get())};
}

std::string_view textOrEmpty(const char* text) {
    return text == nullptr ? std::string_view{} : text;
}
std::string_view literalOf(cmark_node* node) {
    return textOrEmpty(cmark_node_get_literal(node));
}
std::string_view kindOf(cmark_node* node) {
    return textOrEmpty(cmark_node_get_type_string(node));
}

std::vector<std::string_view> splitAt(std::string_view text, char mark) {
    std::vector<std::string_view> parts;
    std::size_t at = 0;
    for (std::size_t end = text.find(mark); end != std::string_view::npos;
         end = text.find(mark, at)) {
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    parts.push_back(text.substr(at));
    return parts;
}

bool isBlank(const Inlines& inlines) {
    return std::all_of(inlines.begin(), inlines.end(), [](const Inline& part) {
        const auto* span = std::get_if<Span>(&part);
        return std::holds_alternative<LineBreak>(part) ||
               (span != nullptr && trimmed(span->text).empty());
    });
}

class Reader {
public:
    explicit Reader(const std::vector<FilledValue>& values) : values_{values} {}

    Blocks blocks(std::string_view markdown, int depth) const {
        const Tree tree = parsed(markdown);
        return childBlocks(tree.get(), depth);
    }

private:
    struct Look {
        bool bold = false;
        bool italic = false;
        bool accent = false;
    };

    // ---- inline content

    void collect(cmark_node* parent, Look look, Inlines& into) const {
        for (cmark_node* node = cmark_node_first_child(parent); node != nullptr;
             node = cmark_node_next(node)) {
            switch (cmark_node_get_type(node)) {
            case CMARK_NODE_TEXT:
            case CMARK_NODE_CODE:
                into.push_back(Span{withValues(literalOf(node), values_), look.bold, look.italic,
                                    look.accent});
                break;
            case CMARK_NODE_SOFTBREAK:
                into.push_back(Span{" ", look.bold, look.italic, look.accent});
                break;
            case CMARK_NODE_LINEBREAK:
                into.push_back(LineBreak{});
                break;
            case CMARK_NODE_STRONG:
                collect(node, {true, look.italic, look.accent}, into);
                break;
            case CMARK_NODE_EMPH:
                collect(node, {look.bold, true, look.accent}, into);
                break;
            case CMARK_NODE_LINK:
                link(node, look, into);
                break;
            case CMARK_NODE_IMAGE:
                into.push_back(figure(node));
                break;
            default: // raw HTML never reaches a page
                break;
            }
        }
    }

    // On paper a link is only worth something when its address can be read.
    void link(cmark_node* node, Look look, Inlines& into) const {
        const std::string address = withValues(textOrEmpty(cmark_node_get_url(node)), values_);
        Inlines label;
        collect(node, {look.bold, look.italic, true}, label);
        const bool isAddress = label.size() == 1 && std::holds_alternative<Span>(label.front()) &&
                               std::get<Span>(label.front()).text == address;
        into.insert(into.end(), label.begin(), label.end());
        if (!isAddress && !address.empty()) {
            into.push_back(Span{" (" + address + ")", look.bold, look.italic, false});
        }
    }

    Inlines inlinesOf(cmark_node* node, bool bold = false) const {
        Inlines inlines;
        collect(node, {bold, false, false}, inlines);
        return inlines;
    }

    // The address is taken apart before values come in, so that a value holding & or = stays one
    // value.
    FigureRef figure(cmark_node* node) const {
        FigureRef figure;
        std::string_view address = textOrEmpty(cmark_node_get_url(node));
        constexpr std::string_view kScheme = "figure:";
        if (address.starts_with(kScheme)) {
            address.remove_prefix(kScheme.size());
        }
        const std::size_t question = address.find('?');
        figure.name = withValues(address.substr(0, question), values_);
        if (question != std::string_view::npos) {
            for (const std::string_view pair : splitAt(address.substr(question + 1), '&')) {
                const std::size_t equals = pair.find('=');
                const std::string key{pair.substr(0, equals)};
                std::string value = equals == std::string_view::npos
                                        ? std::string{}
                                        : withValues(pair.substr(equals + 1), values_);
                double width = 0;
                const auto [end, error] =
                    std::from_chars(value.data(), value.data() + value.size(), width);
                if (key == "width" && error == std::errc{} && width > 0 && width < 1000) {
                    figure.width = width;
                } else {
                    figure.parameters.insert_or_assign(key, std::move(value));
                }
            }
        }
        figure.caption = inlinesOf(node);
        if (isBlank(figure.caption)) {
            figure.caption.clear();
        }
        return figure;
    }

    /// One line of a layout block. What would be a list or a heading elsewhere is plain text here.
    Inlines line(std::string_view markdown) const {
        const Tree tree = parsed(trimmed(markdown));
        cmark_node* first = cmark_node_first_child(tree.get());
        if (first != nullptr && cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH &&
            cmark_node_next(first) == nullptr) {
            return inlinesOf(first);
        }
        return {Span{withValues(trimmed(markdown), values_)}};
    }

    std::vector<Inlines> lines(std::string_view text) const {
        std::vector<Inlines> result;
        for (const std::string_view raw : splitAt(text, '\n')) {
            if (Inlines inlines = line(raw); !isBlank(inlines)) {
                result.push_back(std::move(inlines));
            }
        }
        return result;
    }

    // ---- blocks

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
                if (Inlines text = inlinesOf(node); !isBlank(text)) {
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
        Inlines text = inlinesOf(node);
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
                cells.push_back(inlinesOf(cell));
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
        case LayoutBlock::Signature:
            if (std::vector<Inlines> text = lines(content); !text.empty()) {
                into.push_back(SignatureBlock{std::move(text)});
            }
            break;
        case LayoutBlock::Footnotes:
            if (std::vector<Inlines> text = lines(content); !text.empty()) {
                const bool alignRight =
                    std::find(words.begin(), words.end(), "right") != words.end();
                into.push_back(FootnotesBlock{alignRight, std::move(text)});
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
                header.title = line(std::string_view{text}.substr(2));
            } else if (Inlines inlines = line(text); !isBlank(inlines)) {
                (isRight ? header.right : header.left).push_back(std::move(inlines));
            }
        }
        into.push_back(std::move(header));
    }

    void cards(std::string_view content, Blocks& into) const {
        CardRow row;
        for (const std::string_view raw : splitAt(content, '\n')) {
            const std::vector<std::string_view> parts = splitAt(raw, '|');
            Card card{line(parts.front()), {}, {}};
            if (parts.size() > 1) {
                card.value = line(parts[1]);
            }
            if (parts.size() > 2) {
                card.note = line(parts[2]);
            }
            if (!isBlank(card.label) || !isBlank(card.value)) {
                row.cards.push_back(std::move(card));
            }
        }
        if (!row.cards.empty()) {
            into.push_back(std::move(row));
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
};

} // namespace

Blocks blocksOf(const Filled& filled) {
    return Reader{filled.values}.blocks(filled.markdown, 0);
}

} // namespace palpate::report
