// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace palpate::report {

/// What setting lines needs of a TrueType file: which characters of the basic plane it has, and how
/// wide they are. Read from the same tables that libharu reads (cmap format 4, hmtx), so that lines
/// and PDF agree.
class TrueTypeWidths {
public:
    /// Empty when the file is missing, damaged, or no TrueType font.
    [[nodiscard]] static std::optional<TrueTypeWidths> read(const std::filesystem::path& file);

    [[nodiscard]] bool has(char32_t character) const noexcept {
        return character < advance_.size() && advance_[character] != kMissing;
    }
    /// In em; 0 for a character that the font lacks.
    [[nodiscard]] double width(char32_t character) const noexcept {
        return has(character) ? advance_[character] / unitsPerEm_ : 0;
    }

private:
    static constexpr std::uint16_t kMissing = 0xFFFF;

    std::vector<std::uint16_t> advance_; ///< by character, in the font's units
    double unitsPerEm_ = 1000;
};

} // namespace palpate::report
