// SPDX-License-Identifier: MIT
#include "report/Layout.h"

#include "domain/Error.h"
#include "domain/Text.h"
#include "report/Characters.h"
#include "report/Fill.h"
#include "report/Markdown.h"
#include "report/Setter.h"
#include "report/Strips.h"
#include "report/Typefaces.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace palpate::report {
namespace {

/// Every text of a page, to find the characters that can't be shown as they should be.
class CharacterCheck {
public:
    explicit CharacterCheck(const Typefaces& typefaces) : typefaces_{typefaces} {}

    void look(const std::vector<drawing::Shape>& shapes) {
        for (const drawing::Shape& shape : shapes) {
            if (const auto* group = std::get_if<drawing::Group>(&shape)) {
                look(group->shapes);
            } else if (const auto* text = std::get_if<drawing::TextShape>(&shape)) {
                look(text->text);
            }
        }
    }

    void tell(std::vector<Message>& warnings) const {
        for (const char32_t character : missing_) {
            std::string shownCharacter;
            append(shownCharacter, character);
            const std::string package{typefaces_.packageFor(character)};
            warnings.push_back(
                package.empty()
                    ? Message{tr("The character {1} ({2}) is in no installed typeface and is "
                                 "printed as a replacement."),
                              {shownCharacter, codePoint(character)}}
                    : Message{tr("The character {1} ({2}) is in no installed typeface and is "
                                 "printed as a replacement; the package {3} would show it."),
                              {shownCharacter, codePoint(character), package}});
        }
        if (isControl_) {
            warnings.push_back(
                {tr("A text holds control characters; each is printed as a replacement."), {}});
        }
    }

private:
    void look(const std::string& text) {
        if (!isValidUtf8(text)) {
            throw ReportError{
                {tr("A figure holds text that is not valid UTF-8, so the page can't be set."), {}}};
        }
        for (const char32_t character : typefaces_.missing(text)) {
            if (std::find(missing_.begin(), missing_.end(), character) == missing_.end()) {
                missing_.push_back(character);
            }
        }
        for (std::size_t at = 0; at < text.size();) {
            const char32_t character = nextCharacter(text, at);
            isControl_ = isControl_ || character == kReplacement;
        }
    }

    static std::string codePoint(char32_t character) {
        std::array<char, 16> text{};
        std::snprintf(text.data(), text.size(), "U+%04X", static_cast<unsigned>(character));
        return text.data();
    }

    const Typefaces& typefaces_;
    std::vector<char32_t> missing_;
    bool isControl_ = false;
};

void requireUtf8(const std::string& text, const char* what) {
    if (!isValidUtf8(text)) {
        throw ReportError{
            {tr("The {1} of the page is not valid UTF-8 text, so the report can't be set."),
             {what}}};
    }
}

} // namespace

Document layOut(const Template& layout, const Fields& fields, const FigureSource& figures,
                const PageStyle& given) {
    PageStyle style = given;
    if (layout.isLargeType()) {
        constexpr double kLarger = 1.36; // about 12 points
        style.bodyPoints *= kLarger;
    }
    requireUtf8(style.footer.left, tr("footer"));
    requireUtf8(style.footer.middle, tr("footer"));
    requireUtf8(style.footer.pageOf, tr("footer"));
    requireUtf8(style.watermark, tr("watermark"));
    Document document;
    document.metadata.title = layout.title();
    document.metadata.language = layout.language();
    document.typefaces = style.typefaces             ? style.typefaces
                         : style.fontFolders.empty() ? Typefaces::installed()
                                                     : Typefaces::in(style.fontFolders);
    const Typefaces& typefaces = *document.typefaces;

    const Blocks blocks = blocksOf(fill(layout, fields));
    const PaperSize paper = sizeOf(layout.paper().value_or(style.paper));
    Setter setter{style, paper, typefaces, figures};
    Strips strips = setter.set(blocks, paper.width - style.marginLeft - style.marginRight);
    document.warnings = std::move(setter.warnings());
    makePages(std::move(strips), std::move(setter.smallPrint()), paper, style, typefaces, document);

    CharacterCheck check{typefaces};
    for (const drawing::Picture& page : document.pages) {
        check.look(page.shapes);
    }
    check.tell(document.warnings);
    return document;
}

} // namespace palpate::report
