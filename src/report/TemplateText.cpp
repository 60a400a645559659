// SPDX-License-Identifier: MIT
#include "report/TemplateText.h"

#include "domain/Text.h"
#include "report/Fill.h"

#include <algorithm>
#include <map>
#include <optional>

namespace palpate::report {
namespace {

constexpr std::size_t kDeepestSections = 20;

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isSoundName(std::string_view name) {
    return name == "." || (!name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
               return isLetter(c) || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
           }));
}

/// A control character that is neither a tab nor an end of line as files have it today. (A lone
/// carriage return would be an end of line for Markdown and none for whoever counts lines.)
bool isStray(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c == '\r') {
        return text.substr(at + 1, 1) != "\n";
    }
    return c != '\n' && c != '\t' && (static_cast<unsigned char>(c) < ' ' || c == '\x7F');
}

class TagReader {
public:
    TagReader(std::string_view text, Places& places, std::vector<Issue>& problems)
        : text_{text}, places_{places}, problems_{problems} {}

    std::vector<TemplateTag> from(std::size_t start) {
        std::size_t at = text_.find("{{", start);
        std::size_t close = 0;
        while (at != std::string_view::npos) {
            if (close != std::string_view::npos && close < at + 2) {
                close = text_.find("}}", at + 2);
            }
            const std::size_t another = text_.find("{{", at + 2);
            const bool isRemark = text_.substr(at + 2, 1) == "!";
            const bool isRaw = text_.substr(at + 2, 1) == "{";
            if (close == std::string_view::npos ||
                (another < close && !isRemark && !(isRaw && another == at + 1))) {
                add(at, {tr("A tag is opened here with {{ and never closed with }}."), {}});
                if (close == std::string_view::npos) {
                    break;
                }
                at = another;
                continue;
            }
            read(at, text_.substr(at + 2, close - at - 2));
            at = text_.find("{{", isRaw && text_.substr(close, 3) == "}}}" ? close + 3 : close + 2);
        }
        for (const Open& section : open_) {
            add(section.offset,
                {tr("The section {1} is opened here and never closed."), {told(section.name)}});
        }
        return std::move(tags_);
    }

private:
    struct Open {
        std::string name;
        std::size_t offset;
    };

    void add(std::size_t offset, Message message) {
        problems_.push_back(places_.issueAt(offset, std::move(message)));
    }

    void read(std::size_t offset, std::string_view inner) {
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
            open(offset, name,
                 sign == '#' ? TemplateTag::Kind::Section : TemplateTag::Kind::Inverted);
            return;
        case '/':
            close(offset, name);
            return;
        default:
            note(offset, content, TemplateTag::Kind::Value);
        }
    }

    void open(std::size_t offset, const std::string& name, TemplateTag::Kind kind) {
        if (open_.size() == kDeepestSections) {
            add(offset, {tr("Sections stand here in more than {1} others: write it flatter."),
                         {std::to_string(kDeepestSections)}});
        }
        open_.push_back({name, offset});
        note(offset, name, kind);
    }

    void close(std::size_t offset, const std::string& name) {
        // Sections beyond the deepest are a fault already; looking only that far keeps this quick.
        const auto last =
            open_.rend() - open_.rbegin() > static_cast<std::ptrdiff_t>(kDeepestSections)
                ? open_.rbegin() + kDeepestSections
                : open_.rend();
        const auto found = std::find_if(open_.rbegin(), last,
                                        [&name](const Open& one) { return one.name == name; });
        if (found == last) {
            add(offset, {tr("The section {1} is closed here but was never opened."), {told(name)}});
            return;
        }
        if (found != open_.rbegin()) {
            add(offset, {tr("The section {1} is closed here while {2} is still open."),
                         {told(name), told(open_.back().name)}});
        }
        open_.erase(std::next(found).base());
        note(offset, name, TemplateTag::Kind::Close);
    }

    void note(std::size_t offset, const std::string& name, TemplateTag::Kind kind) {
        const bool isSound = isSoundName(name);
        if (!isSound && kind != TemplateTag::Kind::Close) {
            add(offset, {tr("A tag needs a name made of letters, digits and dots."), {}});
        }
        const Places::Place place = places_.at(offset);
        tags_.push_back({kind, isSound ? name : std::string{}, place.line, place.column});
    }

    std::string_view text_;
    Places& places_;
    std::vector<Issue>& problems_;
    std::vector<Open> open_;
    std::vector<TemplateTag> tags_;
};

/// Where an address of a link or figure ends. Spaces may stand within the tags in it.
std::size_t endOfAddress(std::string_view text, std::size_t at) {
    bool inTag = false;
    for (; at < text.size(); ++at) {
        if (text.substr(at, 2) == "{{" || text.substr(at, 2) == "}}") {
            inTag = text[at] == '{';
            ++at;
        } else if (text[at] == '\n' ||
                   (!inTag && (text[at] == ')' || text[at] == '>' || text[at] == ' ' ||
                               text[at] == '\t' || text[at] == '\r'))) {
            break;
        }
    }
    return at;
}

} // namespace

Places::Places(std::string_view text) : text_{text} {
    starts_.push_back(0);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') {
            starts_.push_back(i + 1);
        }
    }
}

Places::Place Places::at(std::size_t offset) {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    Place place{static_cast<std::size_t>(after - starts_.begin()), 1};
    std::size_t from = starts_[place.line - 1];
    if (place.line == 1 && text_.starts_with("\xEF\xBB\xBF")) {
        from = std::min<std::size_t>(3, offset); // a byte order mark is no character that one sees
    }
    if (last_.line == place.line && lastOffset_ >= from && lastOffset_ <= offset) {
        from = lastOffset_;
        place.column = last_.column;
    }
    for (std::size_t i = from; i < offset && i < text_.size(); ++i) {
        place.column += (static_cast<unsigned char>(text_[i]) & 0xC0U) == 0x80U ? 0U : 1U;
    }
    lastOffset_ = offset;
    last_ = place;
    return place;
}

Issue Places::issueAt(std::size_t offset, Message message) {
    const Place place = at(offset);
    return {place.line, place.column, std::move(message)};
}

std::string told(std::string_view words) {
    constexpr std::size_t kMost = 60;
    std::string text{words.substr(0, kMost)};
    while (!isValidUtf8(text)) { // cut within a character
        text.pop_back();
    }
    std::replace_if(
        text.begin(), text.end(),
        [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; }, ' ');
    return text;
}

SourceLine lineAt(std::string_view text, std::size_t offset) {
    const std::size_t end = std::min(text.find('\n', offset), text.size());
    std::string_view line = text.substr(offset, end - offset);
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return {line, offset, std::min(end + 1, text.size())};
}

std::vector<TemplateTag> tagsOf(std::string_view text, std::size_t start, Places& places,
                                std::vector<Issue>& problems) {
    return TagReader{text, places, problems}.from(start);
}

std::vector<TemplateFigure> figuresOf(std::string_view text, std::size_t start, Places& places,
                                      std::vector<Issue>& problems) {
    constexpr std::string_view kScheme = "figure:";
    std::vector<TemplateFigure> figures;
    std::size_t next = start;
    for (std::size_t at = text.find(kScheme, start); at != std::string_view::npos;
         at = text.find(kScheme, next)) {
        next = at + kScheme.size();
        std::size_t before = at;
        while (before > start && (text[before - 1] == ' ' || text[before - 1] == '<')) {
            --before;
        }
        const std::string_view opening =
            before < start + 2 ? std::string_view{} : text.substr(before - 2, 2);
        if (opening != "](" && opening != "]:") {
            continue;
        }
        const std::size_t end = endOfAddress(text, at);
        next = end;
        const std::string_view address = text.substr(0, end);
        TemplateFigure figure;
        const std::size_t question = std::min(address.find('?', at), end);
        figure.name = text.substr(at + kScheme.size(), question - at - kScheme.size());
        const Places::Place place = places.at(at);
        figure.line = place.line;
        figure.column = place.column;
        if (figure.name.empty()) {
            problems.push_back(
                places.issueAt(at, {tr("A figure needs a name after figure:."), {}}));
        }
        for (std::size_t from = question + 1; from < end;) {
            const std::size_t to = std::min(address.find('&', from), end);
            const std::string_view pair = text.substr(from, to - from);
            const std::size_t equals = pair.find('=');
            const Places::Place where = places.at(from);
            if (equals == std::string_view::npos || equals == 0) {
                problems.push_back(
                    places.issueAt(from, {tr("A figure's parameter is \"key=value\", not \"{1}\"."),
                                          {told(pair)}}));
            } else {
                figure.parameters.push_back({std::string{pair.substr(0, equals)},
                                             std::string{pair.substr(equals + 1)}, where.line,
                                             where.column});
            }
            from = to + 1;
        }
        figures.push_back(std::move(figure));
    }
    return figures;
}

void checkCharacters(std::string_view text, std::size_t start, Places& places,
                     std::vector<Issue>& problems) {
    for (std::size_t i = start; i < text.size(); ++i) {
        if (text[i] == '\xEE' && isValueMark(text.substr(i))) {
            problems.push_back(places.issueAt(
                i, {tr("This invisible character (U+E000 or U+E001) can't be used in a template."),
                    {}}));
        }
        if (isStray(text, i)) {
            problems.push_back(places.issueAt(
                i, {tr("A control character stands here: save the file as plain text."), {}}));
        }
        if (text[i] != '<' || i + 1 >= text.size()) {
            continue;
        }
        const char next = text[i + 1];
        if (!isLetter(next) && next != '/' && next != '!') {
            continue;
        }
        constexpr std::size_t kLongestTag = 200;
        std::string_view tag = text.substr(i, kLongestTag);
        tag = tag.substr(0, tag.find('\n'));
        const std::size_t close = tag.find('>');
        // <https://...> and <name@place> are links, written as CommonMark has them.
        if (close != std::string_view::npos &&
            tag.substr(0, close).find_first_of(":@") == std::string_view::npos) {
            problems.push_back(
                places.issueAt(i, {tr("HTML ({1}) is left out of a report: write it as Markdown."),
                                   {told(tag.substr(0, close + 1))}}));
        }
    }
}

} // namespace palpate::report
