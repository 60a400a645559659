// SPDX-License-Identifier: MIT
#include "report/Template.h"

#include "domain/Error.h"
#include "domain/Text.h"
#include "report/Fill.h"
#include "report/LayoutBlocks.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>

namespace palpate::report {
namespace {

/// Lines of a text with their offsets, so that a place in the text can be told as line and column.
class Places {
public:
    explicit Places(std::string_view text) : text_{text} {
        starts_.push_back(0);
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '\n') {
                starts_.push_back(i + 1);
            }
        }
    }
    [[nodiscard]] Issue issueAt(std::size_t offset, Message message) const {
        const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
        const auto line = static_cast<std::size_t>(after - starts_.begin());
        const std::size_t start = starts_[line - 1];
        const std::string_view before = text_.substr(start, offset - start);
        const std::size_t column = isValidUtf8(before) ? lengthInCharacters(before) : before.size();
        return {line, column + 1, std::move(message)};
    }

private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
};

struct Line {
    std::string_view text; ///< without its line break
    std::size_t offset = 0;
    std::size_t next = 0; ///< where the following line begins
};

Line lineAt(std::string_view text, std::size_t offset) {
    const std::size_t end = std::min(text.find('\n', offset), text.size());
    std::string_view line = text.substr(offset, end - offset);
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return {line, offset, std::min(end + 1, text.size())};
}

/// A list of the tags {{...}}, checked: each closed, sections nested, nothing that goes around the
/// filling.
class TagCheck {
public:
    TagCheck(std::string_view text, const Places& places, std::vector<Issue>& problems)
        : text_{text}, places_{places}, problems_{problems} {}

    std::vector<std::string> namesFrom(std::size_t start) {
        std::size_t at = text_.find("{{", start);
        while (at != std::string_view::npos) {
            const std::size_t close = text_.find("}}", at + 2);
            if (close == std::string_view::npos) {
                add(at, {tr("A tag is opened here with {{ and never closed with }}."), {}});
                break;
            }
            check(at, text_.substr(at + 2, close - at - 2));
            at = text_.find("{{", close + 2);
        }
        for (const Open& section : open_) {
            add(section.offset,
                {tr("The section {1} is opened here and never closed."), {section.name}});
        }
        return std::move(names_);
    }

private:
    struct Open {
        std::string name;
        std::size_t offset;
    };

    void add(std::size_t offset, Message message) {
        problems_.push_back(places_.issueAt(offset, std::move(message)));
    }

    void check(std::size_t offset, std::string_view inner) {
        const std::string content = trimmed(inner);
        const char sign = content.empty() ? ' ' : content.front();
        const std::string name =
            content.empty() ? content : trimmed(std::string_view{content}.substr(1));
        switch (sign) {
        case '{':
        case '&':
            add(offset,
                {tr("Raw tags ({{{name}}} and {{&name}}) are not allowed: write {{name}}."), {}});
            return;
        case '>':
            add(offset, {tr("A template can't include another one."), {}});
            return;
        case '=':
            add(offset, {tr("The marks {{ and }} of a tag can't be changed."), {}});
            return;
        case '!':
            return;
        case '#':
        case '^':
            open_.push_back({name, offset});
            note(offset, name);
            return;
        case '/':
            close(offset, name);
            return;
        default:
            note(offset, content);
        }
    }

    void close(std::size_t offset, const std::string& name) {
        if (open_.empty()) {
            add(offset, {tr("The section {1} is closed here but was never opened."), {name}});
            return;
        }
        if (open_.back().name != name) {
            add(offset, {tr("The section {1} is closed here while {2} is still open."),
                         {name, open_.back().name}});
        }
        open_.pop_back();
    }

    void note(std::size_t offset, const std::string& name) {
        const bool sound =
            name == "." || (!name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '.' || c == '_' || c == '-';
            }));
        if (!sound) {
            add(offset, {tr("A tag needs a name made of letters, digits and dots."), {}});
            return;
        }
        if (std::find(names_.begin(), names_.end(), name) == names_.end()) {
            names_.push_back(name);
        }
    }

    std::string_view text_;
    const Places& places_;
    std::vector<Issue>& problems_;
    std::vector<Open> open_;
    std::vector<std::string> names_;
};

/// Fences are checked by their first word only: what stands in them is Markdown again, or lines.
void checkFences(std::string_view text, std::size_t start, const Places& places,
                 std::vector<Issue>& problems) {
    std::vector<std::string> open; // the fences that are open, outermost first
    std::vector<std::size_t> opened;
    for (std::size_t at = start; at < text.size();) {
        const Line line = lineAt(text, at);
        at = line.next;
        const std::string content = trimmed(line.text);
        const char mark = content.empty() ? ' ' : content.front();
        if (mark != '`' && mark != '~') {
            continue;
        }
        const std::size_t length = std::min(content.find_first_not_of(mark), content.size());
        if (length < 3) {
            continue;
        }
        const std::string info = trimmed(std::string_view{content}.substr(length));
        if (info.empty()) {
            if (!open.empty() && open.back().front() == mark && open.back().size() <= length) {
                open.pop_back();
                opened.pop_back();
                continue;
            }
            problems.push_back(
                places.issueAt(line.offset, {tr("A block needs a name after its {1}."),
                                             {content.substr(0, length)}}));
            continue;
        }
        if (!layoutBlockNamed(info.substr(0, info.find(' ')))) {
            problems.push_back(
                places.issueAt(line.offset, {tr("There is no layout block {1}; there are {2}."),
                                             {info, layoutBlockNames()}}));
        }
        if (!open.empty() && open.back().front() == mark && open.back().size() <= length) {
            problems.push_back(
                places.issueAt(line.offset, {tr("A block inside a block needs shorter marks than "
                                                "{1}, or the other kind (``` or ~~~)."),
                                             {open.back()}}));
        }
        open.push_back(content.substr(0, length));
        opened.push_back(line.offset);
    }
    for (const std::size_t offset : opened) {
        problems.push_back(
            places.issueAt(offset, {tr("A block is opened here and never closed."), {}}));
    }
}

} // namespace

Template Template::parse(const std::string& text, std::string name) {
    Template result;
    result.name_ = std::move(name);
    const Places places{text};
    if (!isValidUtf8(text)) {
        result.problems_.push_back(
            places.issueAt(0, {tr("The template is not valid UTF-8 text."), {}}));
        return result;
    }
    std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    if (Line line = lineAt(text, at); line.text == "---") {
        bool closed = false;
        for (at = line.next; at < text.size() && !closed;) {
            line = lineAt(text, at);
            at = line.next;
            if (line.text == "---") {
                closed = true;
                break;
            }
            if (trimmed(line.text).empty()) {
                continue;
            }
            const std::size_t colon = line.text.find(':');
            const std::string key = trimmed(line.text.substr(0, colon));
            const std::string value = colon == std::string_view::npos
                                          ? std::string{}
                                          : trimmed(line.text.substr(colon + 1));
            if (colon == std::string_view::npos) {
                result.problems_.push_back(places.issueAt(
                    line.offset, {tr("Between the --- lines each line is \"key: value\"."), {}}));
            } else if (key == "title") {
                result.title_ = value;
            } else if (key == "language") {
                result.language_ = value;
            } else if (key == "audience") {
                result.audience_ = value;
            } else if (key == "paper" && (value == "A4" || value == "Letter")) {
                result.paper_ = value == "A4" ? Paper::A4 : Paper::Letter;
            } else if (key == "paper") {
                result.problems_.push_back(places.issueAt(
                    line.offset, {tr("The paper is A4 or Letter, not {1}."), {value}}));
            } else {
                result.problems_.push_back(places.issueAt(
                    line.offset,
                    {tr("Unknown key {1}; there are title, paper, language and audience."),
                     {key}}));
            }
        }
        if (!closed) {
            result.problems_.push_back(places.issueAt(
                0, {tr("The front matter opened by --- is never closed by another ---."), {}}));
        }
    }
    for (std::size_t i = at; i < text.size(); ++i) {
        if (isValueMark(std::string_view{text}.substr(i))) {
            result.problems_.push_back(places.issueAt(
                i, {tr("This invisible character (U+E000 or U+E001) can't be used in a template."),
                    {}}));
        }
    }
    result.fieldNames_ = TagCheck{text, places, result.problems_}.namesFrom(at);
    checkFences(text, at, places, result.problems_);
    std::stable_sort(result.problems_.begin(), result.problems_.end(),
                     [](const Issue& a, const Issue& b) {
                         return std::pair{a.line, a.column} < std::pair{b.line, b.column};
                     });
    result.body_ = text.substr(at);
    return result;
}

Template Template::load(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    const std::string text{std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
    if (!in.good() && !in.eof()) {
        throw ReportError{
            {tr("The template {1} can't be read: check that it exists and may be opened."),
             {file.string()}}};
    }
    return parse(text, file.filename().string());
}

} // namespace palpate::report
