// SPDX-License-Identifier: MIT
#include "report/Bidi.h"

#include <fribidi.h>

#include <algorithm>

namespace palpate::report {

using drawing::ReadingDirection;

namespace {

constexpr char32_t kFirstRightToLeft = 0x0590; // Hebrew; nothing before it is from right to left

/// Stands between facts that have nothing to do with each other ("name · 12 May"): a number behind
/// it must not run to the left of a Hebrew name before it.
constexpr char32_t kSeparator = 0x00B7;

/// Of the characters first..end; the spaces at both ends keep the line's own level.
void setLevels(const std::vector<FriBidiChar>& line, const std::vector<FriBidiCharType>& types,
               std::size_t first, std::size_t end, BidiLevel base, std::vector<BidiLevel>& levels) {
    while (first < end && line[first] == U' ') {
        ++first;
    }
    while (end > first && line[end - 1] == U' ') {
        --end;
    }
    if (first == end) {
        return;
    }
    const auto length = static_cast<FriBidiStrIndex>(end - first);
    std::vector<FriBidiBracketType> brackets(end - first);
    std::vector<FriBidiLevel> found(end - first);
    fribidi_get_bracket_types(line.data() + first, length, types.data() + first, brackets.data());
    FriBidiParType paragraph = base != 0 ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    if (fribidi_get_par_embedding_levels_ex(types.data() + first, brackets.data(), length,
                                            &paragraph, found.data()) == 0) {
        return; // without memory: in the line's own direction is better than nothing
    }
    std::transform(found.begin(), found.end(), levels.begin() + static_cast<std::ptrdiff_t>(first),
                   [](FriBidiLevel level) { return static_cast<BidiLevel>(level); });
}

} // namespace

Strength strengthOf(char32_t character) noexcept {
    const FriBidiCharType type = fribidi_get_bidi_type(character);
    if (FRIBIDI_IS_STRONG(type)) {
        return FRIBIDI_IS_RTL(type) ? Strength::RightToLeft : Strength::LeftToRight;
    }
    return FRIBIDI_IS_NUMBER(type) || FRIBIDI_IS_NUMBER_SEPARATOR_OR_TERMINATOR(type)
               ? Strength::Number
               : Strength::Neutral;
}

BidiLevels bidiLevels(const std::vector<char32_t>& line, ReadingDirection direction) {
    BidiLevels result;
    const bool mayTurn =
        std::any_of(line.begin(), line.end(), [](char32_t c) { return c >= kFirstRightToLeft; });
    if ((!mayTurn && direction != ReadingDirection::RightToLeft) || line.empty()) {
        return result;
    }
    const std::vector<FriBidiChar> characters(line.begin(), line.end());
    std::vector<FriBidiCharType> types(line.size());
    fribidi_get_bidi_types(characters.data(), static_cast<FriBidiStrIndex>(line.size()),
                           types.data());
    FriBidiParType paragraph = FRIBIDI_PAR_ON;
    if (direction == ReadingDirection::FromText) {
        paragraph =
            fribidi_get_par_direction(types.data(), static_cast<FriBidiStrIndex>(line.size()));
    }
    const bool isRightToLeft =
        direction == ReadingDirection::RightToLeft || paragraph == FRIBIDI_PAR_RTL;
    const auto base = static_cast<BidiLevel>(isRightToLeft ? 1 : 0);
    result.levels.assign(line.size(), base);
    for (std::size_t first = 0; first < line.size();) {
        std::size_t end = first;
        while (end < line.size() && line[end] != kSeparator) {
            ++end;
        }
        setLevels(characters, types, first, end, base, result.levels);
        first = end + 1;
    }
    result.hasRightToLeft = std::any_of(result.levels.begin(), result.levels.end(),
                                        [](BidiLevel level) { return level % 2 != 0; });
    if (!result.hasRightToLeft) {
        result.levels.clear();
    }
    return result;
}

} // namespace palpate::report
