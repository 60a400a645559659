// SPDX-License-Identifier: MIT
#include "reference/Words.h"

#include <algorithm>

namespace palpate::reference {

namespace {

[[nodiscard]] bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

[[nodiscard]] char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] bool isWordPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

std::string folded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool spaceBefore = false;
    for (const char c : text) {
        if (isSpace(c)) {
            spaceBefore = !out.empty();
            continue;
        }
        if (spaceBefore) {
            out += ' ';
            spaceBefore = false;
        }
        out += lower(c);
    }
    return out;
}

std::vector<std::string> wordsOf(std::string_view folded) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : folded) {
        if (isWordPart(c)) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

bool eachBeginsAWord(std::span<const std::string> typed, std::span<const std::string> words) {
    return std::ranges::all_of(typed, [&](const std::string& beginning) {
        return std::ranges::any_of(
            words, [&](const std::string& word) { return word.starts_with(beginning); });
    });
}

} // namespace palpate::reference
