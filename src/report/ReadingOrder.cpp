// SPDX-License-Identifier: MIT
#include "report/ReadingOrder.h"

#include "report/Bidi.h"
#include "report/Characters.h"

#include <algorithm>

namespace palpate::report {
namespace {

constexpr char32_t kLeftToRightMark = 0x200E;
constexpr char32_t kRightToLeftMark = 0x200F;

using Letters = std::vector<ReadLetter>;

Strength strengthOf(const ReadLetter& letter) noexcept {
    return report::strengthOf(letter.character);
}

struct ReadBack {
    std::vector<char32_t> text;
    bool endsTurned = false; ///< what follows on the page may be turned with its last letters
};

/// What a reading program makes of letters that lie from left to right on a page whose letters
/// mostly do so: a stretch from the first right-to-left letter to the next left-to-right letter or
/// number is turned round, spaces and signs at its end with it. On other pages the same holds,
/// mirrored.
ReadBack readBack(Letters letters, bool isPageLeftToRight) {
    const Strength turning = isPageLeftToRight ? Strength::RightToLeft : Strength::LeftToRight;
    if (!isPageLeftToRight) {
        std::reverse(letters.begin(), letters.end());
    }
    const auto startsTurned = [&](Strength strength) {
        return strength == turning || (!isPageLeftToRight && strength == Strength::Number);
    };
    const auto endsTurned = [&](Strength strength) {
        return isPageLeftToRight ? strength == Strength::LeftToRight || strength == Strength::Number
                                 : strength == Strength::RightToLeft;
    };
    ReadBack read;
    for (std::size_t i = 0; i < letters.size();) {
        if (!startsTurned(strengthOf(letters[i]))) {
            read.text.push_back(letters[i++].character);
            continue;
        }
        std::size_t end = i;
        while (end < letters.size() && !endsTurned(strengthOf(letters[end]))) {
            ++end;
        }
        for (std::size_t k = end; k-- > i;) {
            read.text.push_back(letters[k].character);
        }
        read.endsTurned = end == letters.size();
        i = end;
    }
    return read;
}

/// The letters in the order of reading, each with its share of its glyphs' width.
Letters lettersInOrder(const ShapedText& text) {
    Letters letters;
    for (const TextCluster& cluster : clustersOf(text)) {
        const std::size_t first = letters.size();
        for (std::size_t at = cluster.from; at < cluster.to;) {
            letters.push_back({nextCharacter(text.text, at), 0, 0});
        }
        for (std::size_t i = first; i < letters.size(); ++i) {
            letters[i].width = cluster.width / static_cast<double>(letters.size() - first);
        }
    }
    return letters;
}

/// The letters as the glyphs show them, from left to right.
Letters lettersSeen(const ShapedText& text) {
    Letters letters;
    for (const ShapedGlyph& glyph : text.glyphs) {
        for (std::size_t at = glyph.from; at < glyph.to;) {
            letters.push_back({nextCharacter(text.text, at), 0, 0});
        }
    }
    return letters;
}

/// Turns round what the reading program will turn back, up to its last letter; a mark of no width
/// keeps it from turning the spaces and signs that follow.
Letters arranged(const Letters& letters, bool isPageLeftToRight) {
    const auto turns = [&](const ReadLetter& letter) {
        const Strength strength = strengthOf(letter);
        return isPageLeftToRight
                   ? strength == Strength::RightToLeft
                   : strength == Strength::LeftToRight || strength == Strength::Number;
    };
    const auto stays = [&](const ReadLetter& letter) {
        const Strength strength = strengthOf(letter);
        return isPageLeftToRight ? strength == Strength::LeftToRight || strength == Strength::Number
                                 : strength == Strength::RightToLeft;
    };
    Letters result;
    for (std::size_t i = 0; i < letters.size();) {
        if (!turns(letters[i])) {
            result.push_back(letters[i++]);
            continue;
        }
        std::size_t end = i + 1;
        for (std::size_t k = i; k < letters.size() && !stays(letters[k]); ++k) {
            end = turns(letters[k]) ? k + 1 : end;
        }
        // The marks of its last letter belong to it.
        while (end < letters.size() && isCombining(letters[end].character)) {
            ++end;
        }
        if (!turns(letters[end - 1])) { // an accent would not be seen as the start
            result.push_back({isPageLeftToRight ? kRightToLeftMark : kLeftToRightMark, 0, 0});
        }
        for (std::size_t k = end; k-- > i;) {
            result.push_back(letters[k]);
        }
        if (end == letters.size() || !stays(letters[end])) {
            result.push_back({isPageLeftToRight ? kLeftToRightMark : kRightToLeftMark, 0, 0});
        }
        i = end;
    }
    if (!isPageLeftToRight) {
        std::reverse(result.begin(), result.end());
    }
    double x = 0;
    for (ReadLetter& letter : result) {
        letter.x = x;
        x += letter.width;
    }
    return result;
}

} // namespace

std::vector<ReadLetter> lettersOf(const ShapedText& text, bool isPageLeftToRight) {
    return arranged(lettersInOrder(text), isPageLeftToRight);
}

Reading readingOf(const ShapedText& text, bool isPageLeftToRight) {
    // A glyph that stands for nothing beside its letter is read as a space.
    constexpr double kGap = 0.05; // em
    const bool hasGap =
        std::any_of(text.glyphs.begin(), text.glyphs.end(), [](const ShapedGlyph& glyph) {
            return glyph.from == glyph.to && glyph.advance > kGap;
        });
    if (!text.hasRightToLeft && isPageLeftToRight && !hasGap) {
        return {};
    }
    const ReadBack read = readBack(lettersSeen(text), isPageLeftToRight);
    const Letters letters = lettersInOrder(text);
    const bool isRight = std::equal(
        read.text.begin(), read.text.end(), letters.begin(), letters.end(),
        [](char32_t character, const ReadLetter& letter) { return character == letter.character; });
    if (hasGap || !isRight) {
        return {false, arranged(letters, isPageLeftToRight)};
    }
    if (!read.endsTurned) {
        return {};
    }
    return {true,
            {isPageLeftToRight ? ReadLetter{kLeftToRightMark, text.width, 0}
                               : ReadLetter{kRightToLeftMark, 0, 0}}};
}

long leftToRightSurplus(const std::string& text) {
    long surplus = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Strength strength = report::strengthOf(nextCharacter(text, at));
        surplus += strength == Strength::LeftToRight   ? 1
                   : strength == Strength::RightToLeft ? -1
                                                       : 0;
    }
    return surplus;
}

} // namespace palpate::report
