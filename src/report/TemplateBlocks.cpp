// SPDX-License-Identifier: MIT
#include "domain/Text.h"
#include "report/LayoutBlocks.h"
#include "report/MarkdownInlines.h"
#include "report/Nearest.h"
#include "report/TemplateText.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace palpate::report {
namespace {

/// The words behind a block's name; empty ones left out.
std::vector<std::string> wordsOf(std::string_view info) {
    std::vector<std::string> words;
    for (const std::string_view word : splitAt(info, ' ')) {
        if (!word.empty()) {
            words.emplace_back(word);
        }
    }
    return words;
}

bool isShare(const std::string& word) {
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return error == std::errc{} && end == word.data() + word.size() && value > 0 && value <= 1000;
}

/// Whether a block takes this word; columns count theirs at their end.
bool takes(LayoutBlock block, const std::string& word) {
    switch (block) {
    case LayoutBlock::Columns:
        return isShare(word);
    case LayoutBlock::Box:
        return word == "warning";
    case LayoutBlock::KeyValues:
        return word == "2" || word == "3";
    case LayoutBlock::Footnotes:
        return word == "right";
    default:
        return false;
    }
}

class BlockCheck {
public:
    BlockCheck(std::string_view text, Places& places, std::vector<Issue>& problems)
        : text_{text}, places_{places}, problems_{problems} {}

    void from(std::size_t start) {
        for (std::size_t at = start; at < text_.size();) {
            const SourceLine line = lineAt(text_, at);
            at = line.next;
            look(line);
        }
        for (const Open& block : open_) {
            add(block.offset, {tr("A block is opened here and never closed."), {}});
        }
    }

private:
    struct Open {
        std::string marks;
        std::size_t offset = 0;
        std::size_t shares = 0; ///< widths that a columns block names
        std::size_t parts = 1;  ///< what its +++ lines part
        bool isColumns = false;
        std::size_t columns = 0; ///< number, from 1, of the innermost columns block it stands in
    };

    void add(std::size_t offset, Message message) {
        problems_.push_back(places_.issueAt(offset, std::move(message)));
    }

    void look(const SourceLine& line) {
        const std::string content = trimmed(line.text);
        const char mark = content.empty() ? ' ' : content.front();
        if (mark == '+' && content == "+++") {
            part(line.offset);
            return;
        }
        if (mark != '`' && mark != '~') {
            return;
        }
        const std::size_t length = std::min(content.find_first_not_of(mark), content.size());
        const std::string info = trimmed(std::string_view{content}.substr(length));
        if (length < 3 || (mark == '`' && info.find('`') != std::string::npos)) {
            return; // code within a line
        }
        const bool isSameFence = !open_.empty() && open_.back().marks.front() == mark &&
                                 open_.back().marks.size() <= length;
        if (info.empty()) {
            if (isSameFence) {
                close();
            } else {
                add(line.offset,
                    {tr("A block needs a name after its {1}."), {content.substr(0, length)}});
            }
            return;
        }
        if (isSameFence) {
            add(line.offset, {tr("A block inside a block needs shorter marks than "
                                 "{1}, or the other kind (``` or ~~~)."),
                              {open_.back().marks}});
        }
        Open block{content.substr(0, length), line.offset};
        name(line.offset, info, block);
        block.columns = block.isColumns ? open_.size() + 1 : innermostColumns();
        open_.push_back(std::move(block));
    }

    void name(std::size_t offset, const std::string& info, Open& into) {
        std::vector<std::string> words = wordsOf(info);
        const std::optional<LayoutBlock> block = layoutBlockNamed(words.front());
        if (!block) {
            const std::string near = nearestOf(words.front(), layoutBlockList());
            if (near.empty()) {
                add(offset, {tr("There is no layout block {1}; there are {2}."),
                             {told(words.front()), layoutBlockNames()}});
            } else {
                add(offset, {tr("There is no layout block {1}; did you mean {2}?"),
                             {told(words.front()), near}});
            }
            return;
        }
        for (std::size_t i = 1; i < words.size(); ++i) {
            if (!takes(*block, words[i])) {
                add(offset, {tr("The block {1} does not take the word \"{2}\"."),
                             {told(words.front()), told(words[i])}});
            }
        }
        into.isColumns = *block == LayoutBlock::Columns;
        into.shares = words.size() - 1;
    }

    [[nodiscard]] std::size_t innermostColumns() const {
        return open_.empty() ? 0 : open_.back().columns;
    }

    void part(std::size_t offset) {
        const std::size_t columns = innermostColumns();
        if (columns == 0) {
            add(offset, {tr("The line +++ parts columns, but no columns block is open here."), {}});
        } else {
            ++open_[columns - 1].parts;
        }
    }

    void close() {
        const Open block = std::move(open_.back());
        open_.pop_back();
        if (block.isColumns && block.shares > 0 && block.shares != block.parts) {
            add(block.offset, {tr("This columns block names {1} widths and has {2} columns."),
                               {std::to_string(block.shares), std::to_string(block.parts)}});
        }
    }

    std::string_view text_;
    Places& places_;
    std::vector<Issue>& problems_;
    std::vector<Open> open_;
};

} // namespace

void checkBlocks(std::string_view text, std::size_t start, Places& places,
                 std::vector<Issue>& problems) {
    BlockCheck{text, places, problems}.from(start);
}

} // namespace palpate::report
