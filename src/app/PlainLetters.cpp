// SPDX-License-Identifier: MIT
#include "app/PlainLetters.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace palpate::app {

namespace {

struct Character {
    char32_t code = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// One after the other; what is no UTF-8 counts as a blank.
[[nodiscard]] Character characterAt(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto lead = byte(at);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (length == 1 || at + length > text.size()) {
        return {lead < 0x80 ? char32_t{lead} : U' ', at, at + 1};
    }
    char32_t code = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U) {
            return {U' ', at, at + 1};
        }
        code = (code << 6U) | (byte(at + i) & 0x3FU);
    }
    return {code, at, at + length};
}

// U+00C0 to U+017F without their marks; '-' where there is no plain letter. Those of two letters
// (ß, æ, ĳ, œ) stand as their first.
constexpr std::string_view kLatin = "aaaaaaaceeeeiiiidnooooo-ouuuuyts"  // U+00C0
                                    "aaaaaaaceeeeiiiidnooooo-ouuuuyty"  // U+00E0
                                    "aaaaaaccccccccddddeeeeeeeeeegggg"  // U+0100
                                    "gggghhhhiiiiiiiiiiiijjkkklllllll"  // U+0120
                                    "lllnnnnnnnnnoooooooorrrrrrssssss"  // U+0140
                                    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs"; // U+0160
static_assert(kLatin.size() == 0x180 - 0xC0);

constexpr char32_t kFirstLatin = 0xC0;

[[nodiscard]] bool isMark(char32_t code) noexcept {
    return code >= 0x300 && code <= 0x36F; // combining: an accent apart from its letter
}

/// Its plain form; 0: it parts words.
[[nodiscard]] char32_t plain(char32_t code) noexcept {
    if (code < 0x80) {
        if (code >= U'A' && code <= U'Z') {
            return code - U'A' + U'a';
        }
        const bool isWord = (code >= U'a' && code <= U'z') || (code >= U'0' && code <= U'9');
        return isWord ? code : 0;
    }
    if (code >= kFirstLatin && code < kFirstLatin + kLatin.size()) {
        const char letter = kLatin[code - kFirstLatin];
        return letter == '-' ? 0 : static_cast<char32_t>(letter);
    }
    if ((code >= 0x391 && code <= 0x3A9) || (code >= 0x410 && code <= 0x42F)) {
        return code + 0x20; // Greek and Cyrillic capitals
    }
    if (code >= 0x400 && code <= 0x40F) {
        return code + 0x50;
    }
    // Dots, dashes, quotes and other signs.
    const bool isSign = code < kFirstLatin || (code >= 0x2000 && code <= 0x2BFF) ||
                        (code >= 0x3000 && code <= 0x303F) || (code >= 0x1F000 && code <= 0x1FAFF);
    return isSign ? 0 : code;
}

void append(std::string& text, char32_t code) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0U | (code >> 6U));
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0U | (code >> 12U));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | (code >> 18U));
        put(0x80U | ((code >> 12U) & 0x3FU));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

struct Word {
    std::string plain;
    std::vector<std::size_t> ends; ///< in the text, behind each byte of `plain`
    std::size_t begin = 0;
};

[[nodiscard]] std::vector<Word> wordsIn(std::string_view text) {
    std::vector<Word> words;
    bool isInside = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = characterAt(text, at);
        at = character.end;
        if (isMark(character.code)) {
            if (isInside) {
                words.back().ends.back() = character.end;
            }
            continue;
        }
        const auto code = plain(character.code);
        if (code == 0) {
            isInside = false;
            continue;
        }
        if (!isInside) {
            words.push_back({.plain = {}, .ends = {}, .begin = character.begin});
            isInside = true;
        }
        append(words.back().plain, code);
        words.back().ends.resize(words.back().plain.size(), character.end);
    }
    return words;
}

} // namespace

std::vector<std::string> plainWords(std::string_view text) {
    std::vector<std::string> words;
    for (auto& word : wordsIn(text)) {
        words.push_back(std::move(word.plain));
    }
    return words;
}

bool eachBegins(const std::vector<std::string>& typed, const std::vector<std::string>& words) {
    return std::ranges::all_of(typed, [&](const std::string& beginning) {
        return std::ranges::any_of(
            words, [&](const std::string& word) { return word.starts_with(beginning); });
    });
}

std::vector<BoldSpan> beginningsIn(std::string_view text, const std::vector<std::string>& typed) {
    std::vector<BoldSpan> spans;
    for (const auto& word : wordsIn(text)) {
        std::size_t longest = 0;
        for (const auto& beginning : typed) {
            if (word.plain.starts_with(beginning)) {
                longest = std::max(longest, beginning.size());
            }
        }
        if (longest > 0) {
            spans.push_back({word.begin, word.ends[longest - 1] - word.begin});
        }
    }
    return spans;
}

} // namespace palpate::app
