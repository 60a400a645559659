// SPDX-License-Identifier: MIT
#include "report/TrueTypeTables.h"

#include <fstream>

namespace palpate::report {
namespace {

TrueTypeTable bytesAt(std::ifstream& in, std::uint32_t offset, std::uint32_t length) {
    constexpr std::uint32_t kMost = 16U << 20U; // no table that is read here comes near it
    if (length > kMost) {
        return {};
    }
    std::vector<std::uint8_t> bytes(length);
    in.seekg(offset);
    in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(length));
    return in.good() ? TrueTypeTable{std::move(bytes)} : TrueTypeTable{};
}

/// Where the format 4 table of the basic plane (platform 3, encoding 1) begins; 0 when there is
/// none.
std::size_t basicPlane(TrueTypeTable& cmap) {
    const std::size_t encodings = cmap.u16(2);
    for (std::size_t i = 0; i < encodings; ++i) {
        const std::size_t record = 4 + 8 * i;
        const std::size_t offset = cmap.u32(record + 4);
        if (cmap.u16(record) == 3 && cmap.u16(record + 2) == 1 && cmap.u16(offset) == 4) {
            return offset;
        }
    }
    return 0;
}

} // namespace

std::optional<TrueTypeTables> readTables(const std::filesystem::path& file,
                                         std::span<const std::string_view> names) {
    std::ifstream in{file, std::ios::binary};
    TrueTypeTable directory = bytesAt(in, 0, 12);
    constexpr std::uint32_t kVersion1 = 0x00010000;
    constexpr std::uint32_t kTrue = 0x74727565;
    const std::uint32_t version = directory.u32(0);
    if (!directory.isGood() || (version != kVersion1 && version != kTrue)) {
        return std::nullopt;
    }
    const std::uint16_t count = directory.u16(4);
    TrueTypeTable entries = bytesAt(in, 12, count * 16U);
    TrueTypeTables tables;
    for (std::size_t i = 0; i < count; ++i) {
        const std::span<const std::uint8_t> tag = entries.part(16 * i, 4);
        const std::string name{tag.begin(), tag.end()};
        for (const std::string_view wanted : names) {
            if (wanted == name) {
                tables.insert_or_assign(
                    name, bytesAt(in, entries.u32(16 * i + 8), entries.u32(16 * i + 12)));
            }
        }
    }
    for (const std::string_view wanted : names) {
        const auto found = tables.find(wanted);
        if (found == tables.end() || !found->second.isGood()) {
            return std::nullopt;
        }
    }
    return tables;
}

bool forEachGlyph(TrueTypeTable& cmap, const std::function<void(char32_t, std::uint16_t)>& use) {
    const std::size_t start = basicPlane(cmap);
    if (start == 0) {
        return false;
    }
    const std::size_t segments = cmap.u16(start + 6) / 2U;
    const std::size_t ends = start + 14;
    const std::size_t starts = ends + 2 * segments + 2;
    const std::size_t deltas = starts + 2 * segments;
    const std::size_t offsets = deltas + 2 * segments;
    for (std::size_t i = 0; i < segments; ++i) {
        const std::uint32_t first = cmap.u16(starts + 2 * i);
        const std::uint32_t last = cmap.u16(ends + 2 * i);
        const std::uint32_t delta = cmap.u16(deltas + 2 * i);
        const std::uint32_t offset = cmap.u16(offsets + 2 * i);
        for (std::uint32_t c = first; c <= last && c < 0xFFFF; ++c) {
            std::uint32_t glyph = c;
            if (offset != 0) {
                glyph = cmap.u16(offsets + 2 * i + offset + std::size_t{2} * (c - first));
                if (glyph == 0) {
                    continue;
                }
            }
            if (glyph = (glyph + delta) & 0xFFFFU; glyph != 0) {
                use(c, static_cast<std::uint16_t>(glyph));
            }
        }
    }
    return cmap.isGood();
}

} // namespace palpate::report
