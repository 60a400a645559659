// SPDX-License-Identifier: MIT
#include "storage/SearchText.h"

#include "domain/Text.h"

#include <algorithm>

namespace palpate::storage {

namespace {

constexpr std::string_view kTag =
    "\xEE\x80\x80"; // U+E000, private use: counts as a letter, is on no keyboard
constexpr std::size_t kMostWanted = 5000; // things in one search; more are ignored
constexpr std::size_t kMostExpanded = 32; // beginnings for which whole words are looked up
constexpr std::size_t kLongBeginning = 4; // shorter beginnings have an index of their own
constexpr std::size_t kBefore = 40;       // bytes of excerpt before the first match
constexpr std::size_t kExcerpt = 160;     // bytes of excerpt in all

[[nodiscard]] bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

[[nodiscard]] bool beginsWith(std::string_view word, std::string_view beginning) {
    return word.substr(0, beginning.size()) == beginning;
}

void addWanted(std::vector<Wanted>& wanted, std::string_view chunk, bool isQuoted, bool isExcluded,
               const Tokenizer& tokenizer) {
    Wanted one;
    one.isExcluded = isExcluded;
    for (auto& token : tokenizer.tokens(chunk)) {
        if (!isTag(token.word) && one.words.size() < kMostWanted) {
            one.words.push_back(std::move(token.word));
        }
    }
    if (!one.words.empty() && wanted.size() < kMostWanted) {
        one.lastIsBeginning = !isQuoted && !isExcluded && lengthInCharacters(one.words.back()) >= 2;
        wanted.push_back(std::move(one));
    }
}

/// How many tokens from `at` on spell what is wanted; 0: none.
[[nodiscard]] std::size_t matchLength(const std::vector<Token>& tokens, std::size_t at,
                                      const Wanted& wanted) {
    if (wanted.isExcluded || at + wanted.words.size() > tokens.size()) {
        return 0;
    }
    for (std::size_t i = 0; i < wanted.words.size(); ++i) {
        const bool isLast = i + 1 == wanted.words.size();
        const auto& word = tokens[at + i].word;
        if (isLast && wanted.lastIsBeginning ? !beginsWith(word, wanted.words[i])
                                             : word != wanted.words[i]) {
            return 0;
        }
    }
    return wanted.words.size();
}

/// Every match in the text, in order, overlapping ones dropped.
[[nodiscard]] std::vector<TextSpan> matchesIn(const std::vector<Token>& tokens,
                                              const std::vector<Wanted>& wanted) {
    std::vector<TextSpan> spans;
    for (std::size_t at = 0; at < tokens.size();) {
        std::size_t length = 0;
        for (const auto& one : wanted) {
            length = std::max(length, matchLength(tokens, at, one));
        }
        if (length > 0) {
            spans.push_back({tokens[at].begin, tokens[at + length - 1].end - tokens[at].begin});
        }
        at += std::max<std::size_t>(length, 1);
    }
    return spans;
}

[[nodiscard]] bool isInsideCharacter(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

/// The place at or before `at` where a word begins, else where a character does.
[[nodiscard]] std::size_t cutBefore(std::string_view text, std::size_t at) {
    const auto blank = text.rfind(' ', at);
    if (blank != std::string_view::npos && at - blank < kBefore) {
        return blank + 1;
    }
    while (isInsideCharacter(text, at)) {
        --at;
    }
    return at;
}

[[nodiscard]] Excerpt cutOut(const std::string& text, const std::vector<TextSpan>& matches) {
    constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
    const auto first = matches.empty() ? 0 : matches.front().begin;
    const auto begin = first > kBefore ? cutBefore(text, first - kBefore) : 0;
    auto end = text.size();
    if (end - begin > kExcerpt) {
        const auto least = matches.empty() ? begin : matches.front().begin + matches.front().length;
        end = std::max(least, cutBefore(text, begin + kExcerpt));
    }
    Excerpt excerpt;
    const auto shift = begin > 0 ? kEllipsis.size() : 0;
    excerpt.text = (begin > 0 ? std::string{kEllipsis} : "") + text.substr(begin, end - begin) +
                   (end < text.size() ? std::string{kEllipsis} : "");
    for (const auto& match : matches) {
        if (match.begin >= begin && match.begin + match.length <= end) {
            excerpt.matches.push_back({match.begin - begin + shift, match.length});
        }
    }
    return excerpt;
}

} // namespace

std::vector<Wanted> wantedIn(std::string_view typed, const Tokenizer& tokenizer) {
    std::vector<Wanted> wanted;
    for (std::size_t at = 0; at < typed.size();) {
        if (isBlank(typed[at])) {
            ++at;
            continue;
        }
        const bool isExcluded = typed[at] == '-';
        at += isExcluded ? 1 : 0;
        const bool isQuoted = at < typed.size() && typed[at] == '"';
        at += isQuoted ? 1 : 0;
        const auto begin = at;
        while (at < typed.size() && typed[at] != '"' && (isQuoted || !isBlank(typed[at]))) {
            ++at;
        }
        addWanted(wanted, typed.substr(begin, at - begin), isQuoted, isExcluded, tokenizer);
        at += isQuoted && at < typed.size() ? 1 : 0;
    }
    return wanted;
}

std::string tagWord(char kind, std::string_view value) {
    std::string word{kTag};
    word += kind;
    for (const char c : value) {
        // Only letters and digits stay one word; 'z' begins the spelling of everything else.
        if (c >= 'A' && c <= 'Z') {
            word += {'z', 'c', static_cast<char>(c - 'A' + 'a')};
        } else if (c == 'z') {
            word += "zz";
        } else if (c == '_') {
            word += "zu";
        } else if (c == '.') {
            word += "zd";
        } else if (c == '-') {
            word += "zh";
        } else if (c == '/') {
            word += "zs";
        } else {
            word += c;
        }
    }
    return word;
}

bool isTag(std::string_view word) {
    return beginsWith(word, kTag) || beginsWith(word, "\xEE\x80\x81");
}

std::string everySessionTag() {
    return tagWord('a', "");
}

std::string ftsString(std::string_view word) {
    std::string out = "\"";
    for (const char c : word) {
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return out + "\"";
}

std::string matchExpression(const std::vector<Wanted>& wanted,
                            const std::vector<std::string>& parts, const Expansion& expand) {
    std::string all;
    std::string excluded;
    std::size_t expanded = 0;
    const auto also = [](std::string& expression, std::string_view with, const std::string& part) {
        expression.append(expression.empty() ? "" : with).append(part);
    };
    for (const auto& part : parts) {
        also(all, " AND ", part);
    }
    for (const auto& one : wanted) {
        std::string phrase;
        for (const auto& word : one.words) {
            also(phrase, " ", word);
        }
        if (one.isExcluded) {
            also(excluded, " OR ", ftsString(phrase));
            continue;
        }
        const bool isOneBeginning = one.lastIsBeginning && one.words.size() == 1;
        if (isOneBeginning && lengthInCharacters(phrase) >= kLongBeginning &&
            expanded++ < kMostExpanded) {
            if (const auto whole = expand(phrase)) {
                std::string any;
                for (const auto& word : *whole) {
                    also(any, " OR ", ftsString(word));
                }
                also(all, " AND ", "(" + (any.empty() ? ftsString(phrase) : any) + ")");
                continue;
            }
        }
        also(all, " AND ", ftsString(phrase) + (one.lastIsBeginning ? " *" : ""));
    }
    if (excluded.empty()) {
        return all;
    }
    return "(" + (all.empty() ? ftsString(everySessionTag()) : all) + ") NOT (" + excluded + ")";
}

Excerpt excerptOf(const std::vector<std::string>& texts, const std::vector<Wanted>& wanted,
                  const Tokenizer& tokenizer) {
    const std::string* first = nullptr;
    for (const auto& text : texts) {
        if (first == nullptr && !trimmed(text).empty()) {
            first = &text;
        }
        if (wanted.empty()) {
            continue;
        }
        if (auto matches = matchesIn(tokenizer.tokens(text), wanted); !matches.empty()) {
            auto line = text;
            std::ranges::replace_if(line, isBlank, ' ');
            return cutOut(line, matches);
        }
    }
    if (first == nullptr) {
        return {};
    }
    auto line = trimmed(*first);
    std::ranges::replace_if(line, isBlank, ' ');
    return cutOut(line, {});
}

} // namespace palpate::storage
