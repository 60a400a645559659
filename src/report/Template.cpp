// SPDX-License-Identifier: MIT
#include "report/Template.h"

#include "domain/Error.h"
#include "domain/Text.h"
#include "report/Nearest.h"
#include "report/TemplateText.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_set>

namespace palpate::report {
namespace {

constexpr std::string_view kKeys = "title, paper, language, audience, about and type";

/// Letters and digits in parts of one to eight, with hyphens between them: the form of BCP 47.
bool isLanguage(std::string_view text) {
    std::size_t length = 0;
    bool isFirst = true;
    for (const char c : text) {
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (c == '-') {
            if (length == 0 || (isFirst && length < 2)) {
                return false;
            }
            length = 0;
            isFirst = false;
        } else if (isLetter || (!isFirst && c >= '0' && c <= '9')) {
            ++length;
        } else {
            return false;
        }
        if (length > 8) {
            return false;
        }
    }
    return length > (isFirst ? 1U : 0U);
}

Message unknownKey(const std::string& key) {
    const std::string near =
        nearestOf(key, {"title", "paper", "language", "audience", "about", "type"});
    return near.empty()
               ? Message{tr("Unknown key {1}; there are {2}."), {told(key), std::string{kKeys}}}
               : Message{tr("Unknown key {1}; did you mean {2}?"), {told(key), near}};
}

} // namespace

/// Reads the lines between the two --- lines.
class FrontMatter {
public:
    FrontMatter(Template& into, Places& places) : into_{into}, places_{places} {}

    /// Returns where the rest of the text begins.
    std::size_t read(std::string_view text, std::size_t start) {
        SourceLine line = lineAt(text, start);
        if (line.text != "---") {
            return start;
        }
        while (line.next < text.size()) {
            line = lineAt(text, line.next);
            if (line.text == "---") {
                return line.next;
            }
            if (!trimmed(line.text).empty()) {
                entry(line);
            }
        }
        add(start, {tr("The front matter opened by --- is never closed by another ---."), {}});
        return text.size();
    }

private:
    void add(std::size_t offset, Message message) {
        into_.problems_.push_back(places_.issueAt(offset, std::move(message)));
    }

    void entry(const SourceLine& line) {
        const std::size_t colon = line.text.find(':');
        if (colon == std::string_view::npos) {
            add(line.offset, {tr("Between the --- lines each line is \"key: value\"."), {}});
            return;
        }
        const std::string key = trimmed(line.text.substr(0, colon));
        if (!seen_.insert(key).second) {
            add(line.offset, {tr("The key {1} stands here twice."), {told(key)}});
            return;
        }
        if (const auto fault = set(key, trimmed(line.text.substr(colon + 1)))) {
            add(line.offset, *fault);
        }
    }

    /// What is wrong with it.
    std::optional<Message> set(const std::string& key, const std::string& value) {
        if (key == "title") {
            into_.title_ = value;
        } else if (key == "audience") {
            into_.audience_ = value;
        } else if (key == "language") {
            if (!isLanguage(value)) {
                return Message{tr("A language is written like en, de or pt-BR, not \"{1}\"."),
                               {told(value)}};
            }
            into_.language_ = value;
        } else if (key == "about") {
            const auto about = parseReportAbout(value);
            if (!about) {
                return Message{
                    tr("A template is about a case, session, patient or clinic, not {1}."),
                    {told(value)}};
            }
            into_.about_ = *about;
        } else if (key == "paper") {
            if (value != "A4" && value != "Letter") {
                return Message{tr("The paper is A4 or Letter, not {1}."), {told(value)}};
            }
            into_.paper_ = value == "A4" ? Paper::A4 : Paper::Letter;
        } else if (key == "type") {
            if (value != "normal" && value != "large") {
                return Message{tr("The type is normal or large, not {1}."), {told(value)}};
            }
            into_.isLargeType_ = value == "large";
        } else {
            return unknownKey(key);
        }
        return std::nullopt;
    }

    Template& into_;
    Places& places_;
    std::set<std::string> seen_;
};

Template Template::parse(const std::string& text, std::string name) {
    Template result;
    result.name_ = std::move(name);
    if (!isValidUtf8(text)) {
        const auto firstBad = [&text] {
            std::size_t sound = 0;
            for (std::size_t at = 0; at < text.size(); at = sound) {
                std::size_t length = 1;
                while (length <= 4 && at + length <= text.size() &&
                       !isValidUtf8(std::string_view{text}.substr(at, length))) {
                    ++length;
                }
                if (length > 4 || at + length > text.size()) {
                    break;
                }
                sound = at + length;
            }
            return sound;
        }();
        const std::string_view before = std::string_view{text}.substr(0, firstBad);
        result.problems_.push_back(Places{before}.issueAt(
            firstBad, {tr("The template is not valid UTF-8 text: save it as UTF-8."), {}}));
        return result;
    }
    Places places{text};
    const std::size_t start = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const std::size_t at = FrontMatter{result, places}.read(text, start);
    checkCharacters(text, at, places, result.problems_);
    result.tags_ = tagsOf(text, at, places, result.problems_);
    result.figures_ = figuresOf(text, at, places, result.problems_);
    checkBlocks(text, at, places, result.problems_);
    std::stable_sort(result.problems_.begin(), result.problems_.end(),
                     [](const Issue& a, const Issue& b) {
                         return std::tie(a.line, a.column) < std::tie(b.line, b.column);
                     });
    std::unordered_set<std::string_view> known;
    for (const TemplateTag& tag : result.tags_) {
        if (tag.kind != TemplateTag::Kind::Close && !tag.name.empty() &&
            known.insert(tag.name).second) {
            result.fieldNames_.push_back(tag.name);
        }
    }
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
