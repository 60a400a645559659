// SPDX-License-Identifier: MIT
#include "storage/NameSlips.h"

#include <algorithm>
#include <span>

namespace palpate::storage {

namespace {

/// Where the characters of valid UTF-8 begin, and the end.
[[nodiscard]] std::vector<std::size_t> bordersOf(std::string_view word) {
    std::vector<std::size_t> borders;
    for (std::size_t at = 0; at < word.size(); ++at) {
        if ((static_cast<unsigned char>(word[at]) & 0xC0U) != 0x80U) {
            borders.push_back(at);
        }
    }
    borders.push_back(word.size());
    return borders;
}

using Letters = std::vector<std::string_view>;

[[nodiscard]] Letters lettersOf(std::string_view word) {
    const auto borders = bordersOf(word);
    Letters letters;
    for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
        letters.push_back(word.substr(borders[i], borders[i + 1] - borders[i]));
    }
    return letters;
}

[[nodiscard]] bool isBeginning(std::span<const std::string_view> beginning,
                               std::span<const std::string_view> word) {
    return beginning.size() <= word.size() &&
           std::ranges::equal(beginning, word.first(beginning.size()));
}

} // namespace

std::vector<std::string> endingsOf(std::string_view word) {
    const auto borders = bordersOf(word);
    std::vector<std::string> endings;
    for (std::size_t i = 1; i + 1 < borders.size(); ++i) {
        endings.emplace_back(word.substr(borders[i]));
    }
    return endings;
}

std::vector<std::string> omissionsOf(std::string_view word) {
    const auto borders = bordersOf(word);
    std::vector<std::string> omissions;
    for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
        auto rest = std::string{word.substr(0, borders[i])};
        rest += word.substr(borders[i + 1]);
        if (omissions.empty() || omissions.back() != rest) {
            omissions.push_back(std::move(rest));
        }
    }
    return omissions;
}

bool isSlipOf(std::string_view typed, std::string_view word) {
    const auto t = lettersOf(typed);
    const auto w = lettersOf(word);
    const std::span typedLetters{t};
    const std::span wordLetters{w};
    const auto same = std::ranges::mismatch(t, w);
    const auto at = static_cast<std::size_t>(same.in1 - t.begin());
    if (at == t.size()) {
        return false; // no slip at all
    }
    const auto tail = [](std::span<const std::string_view> letters, std::size_t from) {
        return letters.subspan(std::min(from, letters.size()));
    };
    // The first letter that differs is where the slip is, or stands right behind it.
    const bool isTooMany = isBeginning(tail(typedLetters, at + 1), tail(wordLetters, at));
    if (at >= w.size()) {
        return isTooMany;
    }
    const bool isWrong = isBeginning(tail(typedLetters, at + 1), tail(wordLetters, at + 1));
    const bool isMissing = isBeginning(tail(typedLetters, at), tail(wordLetters, at + 1));
    const bool isSwapped = at + 1 < t.size() && at + 1 < w.size() && t[at] == w[at + 1] &&
                           t[at + 1] == w[at] &&
                           isBeginning(tail(typedLetters, at + 2), tail(wordLetters, at + 2));
    return isTooMany || isWrong || isMissing || isSwapped;
}

} // namespace palpate::storage
