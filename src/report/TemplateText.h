// SPDX-License-Identifier: MIT
#pragma once

#include "report/Template.h"

#include <string>
#include <string_view>
#include <vector>

namespace palpate::report {

// What Template::parse looks for in a template's text. All of it takes a time that grows with the
// length of the text only, whatever the text is.

/// Lines of a text with their offsets, so that a place in it can be told as line and column. The
/// text must be valid UTF-8 and outlive it. Quick when places are asked for in order.
class Places {
public:
    explicit Places(std::string_view text);
    [[nodiscard]] Issue issueAt(std::size_t offset, Message message);
    struct Place {
        std::size_t line = 1;
        std::size_t column = 1;
    };
    [[nodiscard]] Place at(std::size_t offset);

private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
    std::size_t lastOffset_ = 0; ///< the place told last
    Place last_;
};

/// What stands in a template as a message may hold it: not long, on one line.
[[nodiscard]] std::string told(std::string_view words);

struct SourceLine {
    std::string_view text; ///< without its line break
    std::size_t offset = 0;
    std::size_t next = 0; ///< where the following line begins
};
[[nodiscard]] SourceLine lineAt(std::string_view text, std::size_t offset);

/// The tags from `start` on, checked: each closed, sections nested, nothing that goes around the
/// filling.
[[nodiscard]] std::vector<TemplateTag> tagsOf(std::string_view text, std::size_t start,
                                              Places& places, std::vector<Issue>& problems);

/// Layout blocks: named, known, closed, with words they take.
void checkBlocks(std::string_view text, std::size_t start, Places& places,
                 std::vector<Issue>& problems);

/// The figures from `start` on.
[[nodiscard]] std::vector<TemplateFigure> figuresOf(std::string_view text, std::size_t start,
                                                    Places& places, std::vector<Issue>& problems);

/// HTML, which never reaches a page, control characters, and the two that stand for values.
void checkCharacters(std::string_view text, std::size_t start, Places& places,
                     std::vector<Issue>& problems);

} // namespace palpate::report
