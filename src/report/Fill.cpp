// SPDX-License-Identifier: MIT
#include "report/Fill.h"

#include "domain/Error.h"
#include "domain/Text.h"

#include <kainjow/mustache.hpp>

#include <charconv>

namespace palpate::report {
namespace {

namespace mustache = kainjow::mustache;

constexpr std::string_view kOpen = "\xEE\x80\x80";
constexpr std::string_view kClose = "\xEE\x80\x81";

/// Fields as the Mustache library wants them, each text replaced by its number in `values`.
class Numbering {
public:
    explicit Numbering(std::vector<FilledValue>& values) : values_{values} {}

    mustache::data group(const Fields& fields, const std::string& path) {
        mustache::data result{mustache::data::type::object};
        for (const auto& [name, value] : fields.values()) {
            result.set(name, one(value, path.empty() ? name : path + "." + name));
        }
        return result;
    }

private:
    // What is empty becomes `false` and not a missing name: a missing one would be looked up in the
    // enclosing groups.
    mustache::data one(const Fields::Value& value, const std::string& path) {
        switch (value.kind) {
        case Fields::Kind::Text:
        case Fields::Kind::Note:
            if (value.text.empty()) {
                return mustache::data{false};
            }
            if (!isValidUtf8(value.text)) {
                throw ReportError{
                    {tr("The field {1} is not valid UTF-8 text, so the report can't be set: "
                        "enter it again."),
                     {path}}};
            }
            values_.push_back({value.text, value.kind == Fields::Kind::Note});
            return mustache::data{std::to_string(values_.size() - 1)};
        case Fields::Kind::Flag:
            return mustache::data{value.flag};
        case Fields::Kind::Group:
            if (value.items.empty() || value.items.front().empty()) {
                return mustache::data{false};
            }
            return group(value.items.front(), path);
        case Fields::Kind::List:
            break;
        }
        mustache::data list{mustache::data::type::list};
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            list.push_back(group(value.items[i], path + "[" + std::to_string(i + 1) + "]"));
        }
        return list;
    }

    std::vector<FilledValue>& values_;
};

/// Each variable tag of a template without problems, enclosed by the marks. Tags that stand for no
/// value stay as they are.
std::string withMarks(const std::string& body) {
    std::string result;
    std::size_t at = 0;
    while (true) {
        const std::size_t open = body.find("{{", at);
        const std::size_t close = open == std::string::npos ? open : body.find("}}", open);
        if (close == std::string::npos) {
            return result.append(body, at);
        }
        result.append(body, at, open - at);
        const std::string tag = body.substr(open, close + 2 - open);
        const std::string name = trimmed(std::string_view{tag}.substr(2, tag.size() - 4));
        const bool isValue = std::string_view{"#^/!"}.find(name.front()) == std::string_view::npos;
        if (isValue) {
            result.append(kOpen).append(tag).append(kClose);
        } else {
            result += tag;
        }
        at = close + 2;
    }
}

std::string onOneLine(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    for (const char c : text) {
        const bool isSpace = c == '\n' || c == '\r' || c == '\t' || c == '\v' || c == '\f';
        if (isSpace && line.ends_with(' ')) {
            continue;
        }
        line += isSpace ? ' ' : c;
    }
    return line;
}

/// A mark at the beginning of `text`: the number in it (empty for a name without a value) and how
/// long it is.
struct Mark {
    std::optional<std::size_t> number;
    std::size_t length = 0;
};
std::optional<Mark> markAt(std::string_view text, const std::vector<FilledValue>& values) {
    if (!text.starts_with(kOpen)) {
        return std::nullopt;
    }
    const std::size_t close = text.find(kClose);
    if (close == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view digits = text.substr(kOpen.size(), close - kOpen.size());
    Mark mark{std::nullopt, close + kClose.size()};
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error == std::errc{} && end == digits.data() + digits.size() && number < values.size()) {
        mark.number = number;
    }
    return mark;
}

} // namespace

Filled fill(const Template& layout, const Fields& fields) {
    if (!layout.problems().empty()) {
        const Issue& first = layout.problems().front();
        throw ReportError{{tr("The template {1} can't be used, line {2}: {3}"),
                           {layout.name(), std::to_string(first.line), shown(first.message)}}};
    }
    Filled filled;
    const mustache::data data = Numbering{filled.values}.group(fields, {});
    mustache::mustache engine{withMarks(layout.body())};
    engine.set_custom_escape([](const std::string& number) { return number; });
    filled.markdown = engine.render(data);
    if (!engine.is_valid()) {
        throw ReportError{
            {tr("The template {1} can't be used: {2}."), {layout.name(), engine.error_message()}}};
    }
    return filled;
}

bool isValueMark(std::string_view text) noexcept {
    return text.starts_with(kOpen) || text.starts_with(kClose);
}

std::string withValues(std::string_view parsed, const std::vector<FilledValue>& values) {
    std::string result;
    for (std::size_t at = 0; at < parsed.size();) {
        if (const std::optional<Mark> mark = markAt(parsed.substr(at), values)) {
            if (mark->number) {
                result += onOneLine(values[*mark->number].text);
            }
            at += mark->length;
        } else {
            result += parsed[at++];
        }
    }
    return result;
}

const FilledValue* soleNote(std::string_view parsed, const std::vector<FilledValue>& values) {
    const std::string text = trimmed(parsed);
    const std::optional<Mark> mark = markAt(text, values);
    if (!mark || !mark->number || mark->length != text.size() || !values[*mark->number].isNote) {
        return nullptr;
    }
    return &values[*mark->number];
}

} // namespace palpate::report
