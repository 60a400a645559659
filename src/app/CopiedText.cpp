// SPDX-License-Identifier: MIT
#include "app/CopiedText.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <string>
#include <unordered_map>
#include <vector>

namespace palpate::app {

namespace {

/// Shorter runs are in every note: "pain in the low back".
constexpr std::size_t kRun = 5;

/// Between two texts that are looked through as one: no word of a text is empty.
const std::string kBreak{};

[[nodiscard]] bool isWordCharacter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// The words in lower case, without what stands around and within them: "Ana's" is "anas".
[[nodiscard]] std::vector<std::string> wordsOf(std::string_view text) {
    constexpr std::array<std::string_view, 9> kMarks{
        "\u2019", "\u2018", "\u201C", "\u201D", "\u2013", "\u2014", "\u2026", "\u00B7", "\u00A0"};
    std::vector<std::string> words;
    std::string word;
    const auto end = [&] {
        if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    };
    while (!text.empty()) {
        const auto mark = std::ranges::find_if(
            kMarks, [&](std::string_view each) { return text.starts_with(each); });
        if (mark != kMarks.end()) {
            if (mark != kMarks.begin() && *mark != kMarks[1]) { // an apostrophe parts no word
                end();
            }
            text.remove_prefix(mark->size());
            continue;
        }
        const char c = text.front();
        text.remove_prefix(1);
        if (isWordCharacter(c)) {
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        } else if (c != '\'') {
            end();
        }
    }
    end();
    return words;
}

/// Words of `text` that stand in a run of at least kRun words which `earlier` has, too.
[[nodiscard]] int copiedWords(const std::vector<std::string>& text,
                              const std::vector<std::string>& earlier) {
    std::unordered_multimap<std::string, std::size_t> places;
    for (std::size_t i = 0; i < earlier.size(); ++i) {
        if (earlier[i] != kBreak) {
            places.emplace(earlier[i], i);
        }
    }
    const auto runAt = [&](std::size_t at, std::size_t from) {
        std::size_t length = 0;
        while (at + length < text.size() && from + length < earlier.size() &&
               text[at + length] == earlier[from + length]) {
            ++length;
        }
        return length;
    };
    std::size_t copied = 0;
    std::size_t reached = 0; // words before this one are counted
    for (std::size_t at = 0; at + kRun <= text.size();) {
        std::size_t longest = 0;
        for (auto [place, last] = places.equal_range(text[at]); place != last; ++place) {
            longest = std::max(longest, runAt(at, place->second));
        }
        if (longest < kRun) {
            ++at;
            continue;
        }
        copied += at + longest - std::max(at, reached);
        reached = at + longest;
        // A run that reaches further has its last kRun - 1 counted words in this one.
        at = std::max(at + 1, reached - kRun + 1);
    }
    return static_cast<int>(copied);
}

constexpr std::array kParts{NotePart::Subjective, NotePart::Assessment, NotePart::Plan};

} // namespace

int CopiedShare::percent() const noexcept {
    if (words == 0 || copied == 0) {
        return 0;
    }
    if (copied >= words) {
        return 100;
    }
    const auto rounded = static_cast<int>(std::lround(100.0 * copied / words));
    return std::clamp(rounded, 1, 99);
}

CopiedShare copiedShare(std::string_view text, std::string_view earlier) {
    const auto words = wordsOf(text);
    return {.words = static_cast<int>(words.size()),
            .copied = copiedWords(words, wordsOf(earlier))};
}

CopiedShare copiedShare(const Session& session, const Session& previous) {
    std::vector<std::string> before;
    for (const auto part : kParts) {
        for (auto& word : wordsOf(noteOf(previous, part).text)) {
            before.push_back(std::move(word));
        }
        before.push_back(kBreak);
    }
    CopiedShare share;
    for (const auto part : kParts) {
        const auto& note = noteOf(session, part);
        const auto words = wordsOf(note.text);
        const auto count = static_cast<int>(words.size());
        share.words += count;
        switch (note.authorship) {
        case Authorship::Copied:
            share.copied += count;
            break;
        case Authorship::Written:
            share.copied += copiedWords(words, before);
            break;
        case Authorship::Composed:
            break;
        }
    }
    return share;
}

} // namespace palpate::app
