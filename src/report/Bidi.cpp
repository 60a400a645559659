// SPDX-License-Identifier: MIT
#include "report/Bidi.h"

#include <fribidi.h>

#include <algorithm>

namespace palpate::report {

using drawing::ReadingDirection;

namespace {

constexpr char32_t kFirstRightToLeft = 0x0590; // Hebrew; nothing before it is from right to left

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
    const auto length = static_cast<FriBidiStrIndex>(line.size());
    std::vector<FriBidiChar> characters(line.begin(), line.end());
    std::vector<FriBidiCharType> types(line.size());
    std::vector<FriBidiBracketType> brackets(line.size());
    std::vector<FriBidiLevel> levels(line.size());
    fribidi_get_bidi_types(characters.data(), length, types.data());
    fribidi_get_bracket_types(characters.data(), length, types.data(), brackets.data());
    FriBidiParType paragraph = direction == ReadingDirection::RightToLeft   ? FRIBIDI_PAR_RTL
                               : direction == ReadingDirection::LeftToRight ? FRIBIDI_PAR_LTR
                                                                            : FRIBIDI_PAR_ON;
    if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), length, &paragraph,
                                            levels.data()) == 0) {
        return result; // without memory: left to right is better than nothing
    }
    result.isRightToLeft = FRIBIDI_IS_RTL(paragraph);
    const auto base = static_cast<BidiLevel>(result.isRightToLeft ? 1 : 0);
    for (const FriBidiLevel level : levels) {
        result.levels.push_back(static_cast<BidiLevel>(level));
    }
    for (std::size_t i = line.size(); i-- > 0 && line[i] == U' ';) {
        result.levels[i] = base;
    }
    result.hasRightToLeft = std::any_of(result.levels.begin(), result.levels.end(),
                                        [](BidiLevel level) { return level % 2 != 0; });
    if (!result.hasRightToLeft) {
        result.levels.clear();
    }
    return result;
}

} // namespace palpate::report
