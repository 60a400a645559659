// SPDX-License-Identifier: MIT
#include "app/QueryTokens.h"

#include "app/Accounting.h"
#include "app/TypedWords.h"
#include "domain/Text.h"

#include <algorithm>
#include <array>

namespace palpate::app {

namespace {

struct Sign {
    std::string_view typed;
    std::string_view plain; ///< as many bytes
};
constexpr std::array kSigns{Sign{"“", "  \""}, Sign{"”", "\"  "}, Sign{"„", "  \""},
                            Sign{"«", " \""},  Sign{"»", "\" "},  Sign{"≥", ">= "},
                            Sign{"≤", "<= "}};

[[nodiscard]] std::size_t lengthOfCharacter(unsigned char lead) noexcept {
    if (lead < 0x80U) {
        return 1;
    }
    return lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
}

[[nodiscard]] bool isLetter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// How many bytes from `at` are a field's name with its colon; 0: none.
[[nodiscard]] std::size_t fieldLength(std::string_view text, std::size_t at) noexcept {
    auto end = at;
    while (end < text.size() && (isLetter(text[end]) || (end > at && text[end] == '-'))) {
        ++end;
    }
    return end > at + 1 && end < text.size() && text[end] == ':' ? end + 1 - at : 0;
}

/// With single spaces, none at the ends.
[[nodiscard]] std::string spaced(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c != ' ') {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    return trimmed(out);
}

class Splitter {
public:
    explicit Splitter(std::string_view text) : text_{text} {}

    [[nodiscard]] std::vector<QueryToken> tokens() {
        std::vector<QueryToken> all;
        while (at_ < text_.size()) {
            if (text_[at_] == ' ') {
                ++at_;
                continue;
            }
            all.push_back(token());
        }
        return all;
    }

private:
    [[nodiscard]] QueryToken token() {
        QueryToken token{.begin = at_, .end = at_, .field = {}, .value = {}};
        token.isExcluded = text_[at_] == '-';
        at_ += token.isExcluded ? 1 : 0;
        if (const auto length = fieldLength(text_, at_); length > 0) {
            token.field = folded(text_.substr(at_, length - 1));
            at_ += length;
            readValue(token);
        } else if (isQuote()) {
            readQuoted(token);
        } else {
            readBare(token);
        }
        token.end = at_;
        return token;
    }
    [[nodiscard]] bool isQuote() const noexcept { return at_ < text_.size() && text_[at_] == '"'; }
    void readQuoted(QueryToken& token) {
        token.isQuoted = true;
        const auto begin = ++at_;
        at_ = std::min(text_.find('"', begin), text_.size());
        token.value += text_.substr(begin, at_ - begin);
        at_ += isQuote() ? 1 : 0;
    }
    void readBare(QueryToken& token) {
        const auto begin = at_;
        at_ = std::min(text_.find_first_of(" \"", begin), text_.size());
        token.value += text_.substr(begin, at_ - begin);
    }
    /// "upper trapezius",ql: quoted and bare parts up to a blank.
    void readValue(QueryToken& token) {
        while (at_ < text_.size() && text_[at_] != ' ') {
            if (isQuote()) {
                readQuoted(token);
            } else {
                readBare(token);
            }
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace

std::string cleaned(std::string_view text) {
    std::string out{text};
    for (std::size_t at = 0; at < out.size();) {
        const auto c = static_cast<unsigned char>(out[at]);
        const auto length = std::min(lengthOfCharacter(c), out.size() - at);
        const auto character = std::string_view{out}.substr(at, length);
        if (c < 0x20U || c == 0x7FU || !isValidUtf8(character)) {
            out[at++] = ' ';
            continue;
        }
        const auto* const sign = std::ranges::find(kSigns, character, &Sign::typed);
        if (sign != kSigns.end()) {
            out.replace(at, length, sign->plain);
        } else if ((character == "−" || character == "–") && (at == 0 || out[at - 1] == ' ')) {
            out.replace(at, length, "  -");   // leaves a word out, as a typed minus does
        } else if (character == "\xC2\xA0") { // a blank that keeps words on one line
            out.replace(at, length, "  ");
        }
        at += length;
    }
    return out;
}

std::vector<QueryToken> queryTokens(std::string_view text) {
    const auto clean = cleaned(text);
    return Splitter{clean}.tokens();
}

std::string brief(std::string_view text) {
    constexpr std::size_t kCharacters = 40;
    const auto clean = trimmed(cleaned(text));
    const auto start = fittingIn(clean, kCharacters);
    return start.size() < clean.size() ? start + "…" : clean;
}

bool saysAnything(std::string_view text) noexcept {
    return std::ranges::any_of(text, [](char c) {
        return isLetter(c) || isDigit(c) || static_cast<unsigned char>(c) >= 0x80U;
    });
}

std::string textOf(const QueryToken& token) {
    if (!saysAnything(token.value)) {
        return {};
    }
    const auto word = spaced(token.value);
    const std::string minus = token.isExcluded ? "-" : "";
    const bool isPhrase = token.isQuoted || word.find(' ') != std::string::npos;
    return isPhrase ? minus + "\"" + word + "\"" : minus + word;
}

std::string normalisedText(std::string_view text) {
    std::string out;
    for (auto& token : queryTokens(text)) {
        if (!token.field.empty()) { // no field here: "note:tense" is a word
            token.value = token.field + ":" + token.value;
        }
        const auto word = textOf(token);
        out += (out.empty() || word.empty() ? "" : " ") + word;
    }
    return out;
}

} // namespace palpate::app
