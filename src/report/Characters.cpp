// SPDX-License-Identifier: MIT
#include "report/Characters.h"

#include <hb.h>

namespace palpate::report {

char32_t nextCharacter(std::string_view text, std::size_t& at) noexcept {
    const auto byte = [&](std::size_t i) -> char32_t {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0x80U;
    };
    const char32_t lead = byte(at);
    if (lead < 0x80) {
        at += 1;
        return lead;
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    char32_t character = lead & (length == 4 ? 0x07U : length == 3 ? 0x0FU : 0x1FU);
    for (std::size_t i = 1; i < length; ++i) {
        character = (character << 6U) | (byte(at + i) & 0x3FU);
    }
    at += length;
    return character;
}

void append(std::string& text, char32_t character) {
    const auto put = [&text](char32_t byte) {
        text += static_cast<char>(static_cast<unsigned char>(byte));
    };
    if (character < 0x80) {
        put(character);
    } else if (character < 0x800) {
        put(0xC0U | (character >> 6U));
        put(0x80U | (character & 0x3FU));
    } else if (character < 0x10000) {
        put(0xE0U | (character >> 12U));
        put(0x80U | ((character >> 6U) & 0x3FU));
        put(0x80U | (character & 0x3FU));
    } else {
        put(0xF0U | (character >> 18U));
        put(0x80U | ((character >> 12U) & 0x3FU));
        put(0x80U | ((character >> 6U) & 0x3FU));
        put(0x80U | (character & 0x3FU));
    }
}

bool isInvisible(char32_t c) noexcept {
    return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

bool isJoiner(char32_t c) noexcept {
    return c == 0x200C || c == 0x200D;
}

bool isControl(char32_t c) noexcept {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

bool isCombining(char32_t c) noexcept {
    constexpr char32_t kFirst = 0x0300;
    if (c < kFirst) {
        return false;
    }
    const hb_unicode_general_category_t category =
        hb_unicode_general_category(hb_unicode_funcs_get_default(), c);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK;
}

std::string printable(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t character = nextCharacter(text, at);
        if (isControl(character)) {
            append(result, kReplacement);
        } else if (!isInvisible(character)) {
            result.append(text, start, at - start);
        }
    }
    return result;
}

} // namespace palpate::report
