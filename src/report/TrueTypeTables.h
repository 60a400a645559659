// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::report {

/// One table of a TrueType file. Every read is checked; a place beyond the end gives 0 and marks
/// the table as bad.
class TrueTypeTable {
public:
    TrueTypeTable() = default;
    explicit TrueTypeTable(std::vector<std::uint8_t> bytes) : bytes_{std::move(bytes)} {}

    [[nodiscard]] std::uint16_t u16(std::size_t at) {
        if (at + 2 > bytes_.size()) {
            isGood_ = false;
            return 0;
        }
        return static_cast<std::uint16_t>((bytes_[at] << 8U) | bytes_[at + 1]);
    }
    [[nodiscard]] std::uint32_t u32(std::size_t at) {
        const std::uint32_t high = u16(at);
        return (high << 16U) | u16(at + 2);
    }
    /// Empty if it does not lie within the table.
    [[nodiscard]] std::span<const std::uint8_t> part(std::size_t at, std::size_t length) {
        if (at > bytes_.size() || length > bytes_.size() - at) {
            isGood_ = false;
            return {};
        }
        return std::span{bytes_}.subspan(at, length);
    }
    [[nodiscard]] const std::vector<std::uint8_t>& bytes() const noexcept { return bytes_; }
    [[nodiscard]] bool isGood() const noexcept { return isGood_ && !bytes_.empty(); }

private:
    std::vector<std::uint8_t> bytes_;
    bool isGood_ = true;
};

using TrueTypeTables = std::map<std::string, TrueTypeTable, std::less<>>;

/// The named tables ("head", "cmap" ...); empty when the file is missing, no TrueType font, or
/// lacks one of them.
[[nodiscard]] std::optional<TrueTypeTables> readTables(const std::filesystem::path& file,
                                                       std::span<const std::string_view> names);

/// Hands over each character of the basic plane with its glyph, in order. False without a table of
/// format 4.
bool forEachGlyph(TrueTypeTable& cmap, const std::function<void(char32_t, std::uint16_t)>& use);

} // namespace palpate::report
