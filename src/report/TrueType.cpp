// SPDX-License-Identifier: MIT
#include "report/TrueType.h"

#include "report/TrueTypeTables.h"

#include <array>

namespace palpate::report {

std::optional<TrueTypeWidths> TrueTypeWidths::read(const std::filesystem::path& file) {
    constexpr std::array<std::string_view, 4> kNames{"head", "hhea", "hmtx", "cmap"};
    std::optional<TrueTypeTables> tables = readTables(file, kNames);
    if (!tables) {
        return std::nullopt;
    }
    TrueTypeTable& hmtx = (*tables)["hmtx"];
    const std::uint16_t metrics = (*tables)["hhea"].u16(34);
    TrueTypeWidths widths;
    widths.unitsPerEm_ = (*tables)["head"].u16(18);
    if (metrics == 0 || widths.unitsPerEm_ <= 0) {
        return std::nullopt;
    }
    widths.advance_.assign(0x10000, kMissing);
    const bool isGood =
        forEachGlyph((*tables)["cmap"], [&](char32_t character, std::uint16_t glyph) {
            const std::size_t row = glyph < metrics ? glyph : metrics - 1U;
            widths.advance_[character] = hmtx.u16(4 * row);
        });
    return isGood && hmtx.isGood() ? std::optional{std::move(widths)} : std::nullopt;
}

} // namespace palpate::report
