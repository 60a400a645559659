// SPDX-License-Identifier: MIT
#include "report/MarkdownInlines.h"

#include "domain/Text.h"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <charconv>

namespace palpate::report {
namespace {

constexpr int kDeepest = 40; // emphasis within emphasis

struct FreeParser {
    void operator()(cmark_parser* parser) const noexcept { cmark_parser_free(parser); }
};

/// Whether a reader may be led there: an address that a person typed must not open a file or run a
/// script.
bool leadsOut(std::string_view address) {
    return address.starts_with("https://") || address.starts_with("http://") ||
           address.starts_with("mailto:") || address.starts_with("tel:");
}
} // namespace

MarkdownTree parsedMarkdown(std::string_view markdown) {
    cmark_gfm_core_extensions_ensure_registered();
    const std::unique_ptr<cmark_parser, FreeParser> parser{
        cmark_parser_new(CMARK_OPT_VALIDATE_UTF8)};
    if (cmark_syntax_extension* table = cmark_find_syntax_extension("table")) {
        cmark_parser_attach_syntax_extension(parser.get(), table);
    }
    cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
    return MarkdownTree{cmark_parser_finish(parser.get())};
}

std::string_view textOrEmpty(const char* text) {
    return text == nullptr ? std::string_view{} : text;
}
std::string_view literalOf(cmark_node* node) {
    return textOrEmpty(cmark_node_get_literal(node));
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

void InlineReader::collect(cmark_node* parent, const Look& look, Inlines& into) const {
    if (look.depth > kDeepest) {
        return;
    }
    const auto within = [&look](bool bold, bool italic) {
        return Look{look.bold || bold, look.italic || italic, look.accent, look.address,
                    look.depth + 1};
    };
    const auto add = [&look, &into](std::string text) {
        into.push_back(Span{std::move(text), look.bold, look.italic, look.accent, look.address});
    };
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr;
         node = cmark_node_next(node)) {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
            add(withValues(literalOf(node), values_));
            break;
        case CMARK_NODE_SOFTBREAK:
            add(" ");
            break;
        case CMARK_NODE_LINEBREAK:
            into.push_back(LineBreak{});
            break;
        case CMARK_NODE_STRONG:
            collect(node, within(true, false), into);
            break;
        case CMARK_NODE_EMPH:
            collect(node, within(false, true), into);
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
void InlineReader::link(cmark_node* node, const Look& look, Inlines& into) const {
    const std::string address = withValues(textOrEmpty(cmark_node_get_url(node)), values_);
    const std::string target = leadsOut(address) ? address : std::string{};
    Inlines label;
    collect(node, {look.bold, look.italic, true, target, look.depth + 1}, label);
    std::string words;
    for (const Inline& part : label) {
        const auto* span = std::get_if<Span>(&part);
        words += span != nullptr ? span->text : "";
    }
    const bool isAddress = words == address || address == "mailto:" + words ||
                           address == "tel:" + words || address == "https://" + words ||
                           address == "http://" + words;
    into.insert(into.end(), label.begin(), label.end());
    if (!isAddress && !address.empty()) {
        into.push_back(Span{" (", look.bold, look.italic});
        into.push_back(Span{address, look.bold, look.italic, false, target});
        into.push_back(Span{")", look.bold, look.italic});
    }
}

Inlines InlineReader::of(cmark_node* node) const {
    Inlines inlines;
    collect(node, {}, inlines);
    return inlines;
}

// The address is taken apart before values come in, so that a value holding & or = stays one
// value.
FigureRef InlineReader::figure(cmark_node* node) const {
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
    figure.caption = of(node);
    if (isBlank(figure.caption)) {
        figure.caption.clear();
    }
    return figure;
}

Inlines InlineReader::line(std::string_view markdown) const {
    const MarkdownTree tree = parsedMarkdown(trimmed(markdown));
    cmark_node* first = cmark_node_first_child(tree.get());
    if (first != nullptr && cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH &&
        cmark_node_next(first) == nullptr) {
        return of(first);
    }
    return {Span{withValues(trimmed(markdown), values_)}};
}

Inlines InlineReader::noted(std::string_view markdown) const {
    const FilledValue* note = soleNote(markdown, values_);
    if (note == nullptr) {
        return line(markdown);
    }
    Inlines result;
    for (const std::string_view raw : splitAt(note->text, '\n')) {
        if (const std::string typed = trimmed(raw); !typed.empty()) {
            if (!result.empty()) {
                result.push_back(LineBreak{});
            }
            result.push_back(Span{typed});
        }
    }
    return result;
}

std::vector<Inlines> InlineReader::lines(std::string_view text) const {
    std::vector<Inlines> result;
    for (const std::string_view raw : splitAt(text, '\n')) {
        if (const FilledValue* note = soleNote(raw, values_)) {
            for (const std::string_view typed : splitAt(note->text, '\n')) {
                if (std::string kept = trimmed(typed); !kept.empty()) {
                    result.push_back({Span{std::move(kept)}});
                }
            }
            continue;
        }
        if (Inlines inlines = line(raw); !isBlank(inlines)) {
            result.push_back(std::move(inlines));
        }
    }
    return result;
}

} // namespace palpate::report
