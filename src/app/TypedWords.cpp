// SPDX-License-Identifier: MIT
#include "app/TypedWords.h"

#include <algorithm>
#include <utility>

namespace palpate::app {

namespace {

[[nodiscard]] bool isSpace(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

[[nodiscard]] char lower(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] std::string withoutOutOfTen(std::string text) {
    for (std::size_t slash = text.find('/'); slash != std::string::npos;
         slash = text.find('/', slash)) {
        std::size_t before = slash;
        while (before > 0 && text[before - 1] == ' ') {
            --before;
        }
        std::size_t after = slash + 1;
        while (after < text.size() && text[after] == ' ') {
            ++after;
        }
        const bool outOfTen = before > 0 && isDigit(text[before - 1]) &&
                              text.compare(after, 2, "10") == 0 &&
                              (after + 2 == text.size() || !isDigit(text[after + 2]));
        if (outOfTen) {
            text.erase(before, after + 2 - before);
            slash = before;
        } else {
            text[slash] = ' ';
        }
    }
    return text;
}

[[nodiscard]] bool isScoreAndState(const std::string& word) noexcept {
    return word.size() == 2 && isDigit(word[0]) &&
           (word[1] == 'a' || word[1] == 'l' || word[1] == 'r');
}

} // namespace

bool isDigit(char c) noexcept {
    return c >= '0' && c <= '9';
}

std::string folded(std::string_view text) {
    std::string out;
    bool spaceBefore = false;
    for (const char c : text) {
        if (isSpace(c)) {
            spaceBefore = !out.empty();
            continue;
        }
        if (std::exchange(spaceBefore, false)) {
            out += ' ';
        }
        out += lower(c);
    }
    return out;
}

Words typedWords(std::string_view text) {
    Words words;
    std::string word;
    const auto finish = [&] {
        if (isScoreAndState(word)) {
            words.push_back(word.substr(0, 1));
            word.erase(0, 1);
        }
        if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    };
    for (const char c : withoutOutOfTen(folded(text))) {
        if (c == ' ') {
            finish();
        } else {
            word += c;
        }
    }
    finish();
    return words;
}

Words namedWords(std::string_view name) {
    Words words;
    std::string word;
    for (const char c : folded(name) + " ") {
        const bool isPart =
            (c >= 'a' && c <= 'z') || isDigit(c) || static_cast<unsigned char>(c) >= 0x80;
        if (isPart) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    return words;
}

bool eachBeginsOne(const Words& typed, const Words& words) {
    return std::ranges::all_of(typed, [&](const std::string& beginning) {
        return std::ranges::any_of(
            words, [&](const std::string& word) { return word.starts_with(beginning); });
    });
}

std::string bare(std::string word) {
    while (!word.empty() && (word.back() == ',' || word.back() == ';' || word.back() == '.')) {
        word.pop_back();
    }
    return word;
}

std::string joined(const Words& words, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t i = from; i < to; ++i) {
        text += (text.empty() ? "" : " ") + words[i];
    }
    return text;
}

std::string joined(const Words& words) {
    return joined(words, 0, words.size());
}

} // namespace palpate::app
