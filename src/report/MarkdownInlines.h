// SPDX-License-Identifier: MIT
#pragma once

#include "report/Blocks.h"
#include "report/Fill.h"

#include <cmark-gfm.h>

#include <memory>
#include <string_view>
#include <vector>

namespace palpate::report {

struct FreeNode {
    void operator()(cmark_node* node) const noexcept { cmark_node_free(node); }
};
using MarkdownTree = std::unique_ptr<cmark_node, FreeNode>;

/// CommonMark with tables.
[[nodiscard]] MarkdownTree parsedMarkdown(std::string_view markdown);
/// Of a text or a fenced block; empty for others.
[[nodiscard]] std::string_view literalOf(cmark_node* node);
[[nodiscard]] std::string_view textOrEmpty(const char* text);
[[nodiscard]] std::vector<std::string_view> splitAt(std::string_view text, char mark);
[[nodiscard]] bool isBlank(const Inlines& inlines);

/// What stands within a line: words, emphasis, links, figures, with the values put in.
class InlineReader {
public:
    explicit InlineReader(const std::vector<FilledValue>& values) : values_{values} {}

    [[nodiscard]] Inlines of(cmark_node* node) const;
    /// One line of a layout block. What would be a list or a heading elsewhere is plain text here.
    [[nodiscard]] Inlines line(std::string_view markdown) const;
    /// The same, of which a note keeps its lines where it is all there is.
    [[nodiscard]] Inlines noted(std::string_view markdown) const;
    /// The lines of a layout block that are not blank; a note that is alone on its line gives as
    /// many as it has.
    [[nodiscard]] std::vector<Inlines> lines(std::string_view text) const;

private:
    struct Look {
        bool bold = false;
        bool italic = false;
        bool accent = false;
        std::string address = {};
        int depth = 0;
    };
    void collect(cmark_node* parent, const Look& look, Inlines& into) const;
    void link(cmark_node* node, const Look& look, Inlines& into) const;
    [[nodiscard]] FigureRef figure(cmark_node* node) const;

    const std::vector<FilledValue>& values_;
};

} // namespace palpate::report
