// SPDX-License-Identifier: MIT
#include "report/Breaks.h"

#include "report/Characters.h"

#include <thai/thbrk.h>
#include <thai/thwbrk.h>

#include <algorithm>
#include <memory>
#include <string>

namespace palpate::report {
namespace {

bool isHyphen(char32_t c) noexcept {
    return c == U'-' || c == 0x2010 || c == 0x2013 || c == 0x2014 || c == U'/';
}

bool isThai(char32_t c) noexcept {
    return c >= 0x0E00 && c < 0x0E80;
}

/// Written without spaces, each letter a word or a syllable. Korean has spaces and keeps its words.
bool isIdeographic(char32_t c) noexcept {
    const bool isHangul = c >= 0x3130 && c < 0x3190;
    return (c >= 0x2E80 && c < 0xA000 && !isHangul) || (c >= 0xF900 && c < 0xFB00) ||
           (c >= 0xFF00 && c < 0xFFA0) || (c >= 0x20000 && c < 0x40000);
}

/// What must not begin a line: closing signs, small kana, the mark of a long vowel.
bool isClosing(char32_t c) noexcept {
    static constexpr std::u32string_view kClosing =
        U")]}!?,.:;%’”»…‥、。〉》」』】〕〗〙〛〞〟・ーゝゞヽヾ々〻ぁぃぅぇぉっゃゅょゎゕゖ"
        U"ァィゥェォッャュョヮヵヶ！）％，．：；？］｝｠｡｣､･ｰ～";
    return kClosing.find(c) != std::u32string_view::npos;
}

/// What must not end a line.
bool isOpening(char32_t c) noexcept {
    static constexpr std::u32string_view kOpening = U"([{‘“«〈《「『【〔〖〘〚〝（［｛｟｢￥＄";
    return kOpening.find(c) != std::u32string_view::npos;
}

bool isLetter(char32_t c) noexcept {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c >= 0x80;
}

/// libthai's list of words, read once; without it Thai is broken between letters.
struct ThaiWords {
    struct Delete {
        void operator()(ThBrk* dictionary) const noexcept { th_brk_delete(dictionary); }
    };
    std::unique_ptr<ThBrk, Delete> words{th_brk_new(nullptr)};
};

/// Adds the breaks between the words of characters first..end, all Thai.
void addThaiBreaks(const std::u32string& characters, std::size_t first, std::size_t end,
                   std::vector<bool>& mayBreak) {
    static const ThaiWords dictionary;
    if (dictionary.words) {
        std::vector<thwchar_t> text;
        for (std::size_t i = first; i < end; ++i) {
            text.push_back(static_cast<thwchar_t>(characters[i]));
        }
        text.push_back(0);
        std::vector<int> places(text.size());
        const int count = th_brk_wc_find_breaks(dictionary.words.get(), text.data(), places.data(),
                                                places.size());
        for (int i = 0; i < count; ++i) {
            mayBreak[first + static_cast<std::size_t>(places[static_cast<std::size_t>(i)])] = true;
        }
        return;
    }
    for (std::size_t i = first + 1; i < end; ++i) {
        // A vowel that is written before its consonant stays with it, as all signs above and below.
        const char32_t before = characters[i - 1];
        const bool isLeading = before >= 0x0E40 && before <= 0x0E44;
        const bool isTrailing = (characters[i] >= 0x0E2F && characters[i] <= 0x0E3A) ||
                                (characters[i] >= 0x0E45 && characters[i] <= 0x0E4E);
        mayBreak[i] = !isLeading && !isTrailing;
    }
}

} // namespace

std::vector<std::size_t> breaksIn(std::string_view word) {
    std::vector<std::size_t> places;
    std::u32string characters;
    bool isSimple = true;
    for (std::size_t at = 0; at < word.size();) {
        places.push_back(at);
        characters += nextCharacter(word, at);
        isSimple = isSimple && characters.back() < 0x0E00 && !isHyphen(characters.back());
    }
    if (isSimple) {
        return {};
    }
    std::vector<bool> mayBreak(characters.size() + 1, false);
    std::size_t sinceBreak = 0; // characters, so that "−4" and "0–10" stay whole
    for (std::size_t i = 1; i < characters.size(); ++i) {
        ++sinceBreak;
        const char32_t before = characters[i - 1];
        const char32_t after = characters[i];
        constexpr std::size_t kLeastBefore = 4; // with the hyphen
        const bool behindHyphen = isHyphen(before) && sinceBreak >= kLeastBefore && isLetter(after);
        const bool byIdeograph = (isIdeographic(before) || isIdeographic(after)) &&
                                 !isClosing(after) && !isOpening(before) && !isCombining(after) &&
                                 !isJoiner(after) && !isJoiner(before);
        if (behindHyphen || byIdeograph) {
            mayBreak[i] = true;
            sinceBreak = 0;
        }
    }
    for (std::size_t i = 0; i < characters.size();) {
        std::size_t end = i;
        while (end < characters.size() && isThai(characters[end])) {
            ++end;
        }
        if (end > i + 1) {
            addThaiBreaks(characters, i, end, mayBreak);
        }
        i = std::max(end, i + 1);
    }
    std::vector<std::size_t> breaks;
    for (std::size_t i = 1; i < characters.size(); ++i) {
        if (mayBreak[i]) {
            breaks.push_back(places[i]);
        }
    }
    return breaks;
}

} // namespace palpate::report
