// SPDX-License-Identifier: MIT
#include "report/TrueTypeSubset.h"

#include "report/TrueTypeTables.h"

#include <algorithm>
#include <array>
#include <utility>

namespace palpate::report {
namespace {

using Bytes = std::vector<std::uint8_t>;

void put16(Bytes& bytes, std::uint32_t value) {
    bytes.push_back(static_cast<std::uint8_t>(value >> 8U));
    bytes.push_back(static_cast<std::uint8_t>(value));
}
void put32(Bytes& bytes, std::uint32_t value) {
    put16(bytes, value >> 16U);
    put16(bytes, value);
}
void set16(Bytes& bytes, std::size_t at, std::uint32_t value) {
    if (at + 2 <= bytes.size()) {
        bytes[at] = static_cast<std::uint8_t>(value >> 8U);
        bytes[at + 1] = static_cast<std::uint8_t>(value);
    }
}
void align(Bytes& bytes) {
    bytes.resize((bytes.size() + 3) / 4 * 4, 0);
}

// Flags of a part of a composite glyph (TrueType reference, table glyf).
constexpr std::uint32_t kArgumentsAreWords = 0x0001;
constexpr std::uint32_t kHasScale = 0x0008;
constexpr std::uint32_t kMoreParts = 0x0020;
constexpr std::uint32_t kHasTwoScales = 0x0040;
constexpr std::uint32_t kHasMatrix = 0x0080;
constexpr std::uint32_t kHasHints = 0x0100;

class Subset {
public:
    explicit Subset(TrueTypeTables tables)
        : tables_{std::move(tables)}, isLongLoca_{table("head").u16(50) != 0},
          glyphCount_{table("maxp").u16(4)}, metricCount_{table("hhea").u16(34)} {}

    std::optional<Bytes> of(const std::set<char32_t>& characters) {
        std::map<char32_t, std::uint16_t> wanted;
        const bool isMapped =
            forEachGlyph(table("cmap"), [&](char32_t character, std::uint16_t glyph) {
                if (characters.contains(character)) {
                    wanted.emplace(character, glyph);
                }
            });
        if (!isMapped || metricCount_ == 0) {
            return std::nullopt;
        }
        number(0);
        for (const auto& [character, glyph] : wanted) {
            number(glyph);
        }
        Bytes glyf;
        Bytes loca;
        std::size_t next = 0;
        while (next < glyphs_.size()) { // which grow while parts of composite glyphs are found
            put32(loca, static_cast<std::uint32_t>(glyf.size()));
            addOutline(glyphs_[next++], glyf);
            align(glyf);
        }
        put32(loca, static_cast<std::uint32_t>(glyf.size()));
        std::map<std::string, Bytes, std::less<>> out;
        out["glyf"] = std::move(glyf);
        out["loca"] = std::move(loca);
        out["hmtx"] = metrics();
        out["cmap"] = characterMap(wanted);
        addHeaders(out);
        for (const auto& [name, one] : tables_) {
            if (!one.isGood()) {
                return std::nullopt;
            }
        }
        return file(out);
    }

private:
    TrueTypeTable& table(std::string_view name) { return tables_.find(name)->second; }

    std::uint16_t number(std::uint16_t glyph) {
        const auto [place, isNew] =
            numbers_.emplace(glyph, static_cast<std::uint16_t>(glyphs_.size()));
        if (isNew) {
            glyphs_.push_back(glyph);
        }
        return place->second;
    }

    std::span<const std::uint8_t> outlineOf(std::uint16_t glyph) {
        TrueTypeTable& loca = table("loca");
        const std::size_t at = glyph;
        if (at >= glyphCount_) {
            return {};
        }
        const std::size_t start =
            isLongLoca_ ? loca.u32(4 * at) : std::size_t{2} * loca.u16(2 * at);
        const std::size_t end =
            isLongLoca_ ? loca.u32(4 * at + 4) : std::size_t{2} * loca.u16(2 * at + 2);
        return end > start ? table("glyf").part(start, end - start)
                           : std::span<const std::uint8_t>{};
    }

    void addOutline(std::uint16_t glyph, Bytes& glyf) {
        const std::span<const std::uint8_t> outline = outlineOf(glyph);
        if (outline.empty()) {
            return; // a space
        }
        TrueTypeTable view{Bytes{outline.begin(), outline.end()}};
        constexpr std::size_t kHeader = 10;
        const std::uint16_t contours = view.u16(0);
        if ((contours & 0x8000U) != 0) {
            addComposite(view, glyf);
            return;
        }
        const std::size_t hintsAt = kHeader + std::size_t{2} * contours;
        const std::size_t hints = view.u16(hintsAt);
        const auto head = view.part(0, hintsAt);
        glyf.insert(glyf.end(), head.begin(), head.end());
        put16(glyf, 0);
        const std::size_t pointsAt = hintsAt + 2 + hints;
        if (pointsAt <= outline.size()) {
            const auto points = view.part(pointsAt, outline.size() - pointsAt);
            glyf.insert(glyf.end(), points.begin(), points.end());
        }
    }

    void addComposite(TrueTypeTable& view, Bytes& glyf) {
        constexpr std::size_t kHeader = 10;
        const auto head = view.part(0, kHeader);
        glyf.insert(glyf.end(), head.begin(), head.end());
        std::uint32_t flags = kMoreParts;
        for (std::size_t at = kHeader; (flags & kMoreParts) != 0 && view.isGood();) {
            flags = view.u16(at);
            const std::uint16_t part = view.u16(at + 2);
            const std::size_t rest =
                ((flags & kArgumentsAreWords) != 0 ? 4U : 2U) + ((flags & kHasScale) != 0       ? 2U
                                                                 : (flags & kHasTwoScales) != 0 ? 4U
                                                                 : (flags & kHasMatrix) != 0    ? 8U
                                                                                             : 0U);
            put16(glyf, flags & ~kHasHints);
            put16(glyf, number(part));
            const auto placement = view.part(at + 4, rest);
            glyf.insert(glyf.end(), placement.begin(), placement.end());
            at += 4 + rest;
        }
    }

    Bytes metrics() {
        Bytes hmtx;
        TrueTypeTable& all = table("hmtx");
        for (const std::uint16_t glyph : glyphs_) {
            const std::size_t row = glyph < metricCount_ ? glyph : metricCount_ - 1U;
            put16(hmtx, all.u16(4 * row));
            const std::size_t bearing =
                glyph < metricCount_
                    ? 4 * row + 2
                    : std::size_t{4} * metricCount_ + std::size_t{2} * (glyph - metricCount_);
            put16(hmtx, all.u16(bearing));
        }
        return hmtx;
    }

    /// Format 4, one segment for each stretch of neighbouring characters and glyphs.
    Bytes characterMap(const std::map<char32_t, std::uint16_t>& wanted) {
        struct Segment {
            std::uint32_t first;
            std::uint32_t last;
            std::uint32_t glyph;
        };
        std::vector<Segment> segments;
        for (const auto& [character, glyph] : wanted) {
            const std::uint32_t to = number(glyph);
            if (!segments.empty() && segments.back().last + 1 == character &&
                segments.back().glyph + (character - segments.back().first) == to) {
                segments.back().last = character;
            } else {
                segments.push_back({character, character, to});
            }
        }
        segments.push_back({0xFFFF, 0xFFFF, 0});
        const auto count = static_cast<std::uint32_t>(segments.size());
        std::uint32_t power = 1;
        std::uint32_t exponent = 0;
        while (power * 2 <= count) {
            power *= 2;
            ++exponent;
        }
        Bytes map;
        put16(map, 0);
        put16(map, 1);
        put16(map, 3);
        put16(map, 1);
        put32(map, 12);
        put16(map, 4);
        put16(map, 16 + 8 * count);
        put16(map, 0);
        put16(map, 2 * count);
        put16(map, 2 * power);
        put16(map, exponent);
        put16(map, 2 * (count - power));
        for (const Segment& segment : segments) {
            put16(map, segment.last);
        }
        put16(map, 0);
        for (const Segment& segment : segments) {
            put16(map, segment.first);
        }
        for (const Segment& segment : segments) {
            put16(map, segment.first == 0xFFFF ? 1 : segment.glyph - segment.first);
        }
        map.resize(map.size() + std::size_t{2} * count, 0);
        return map;
    }

    void addHeaders(std::map<std::string, Bytes, std::less<>>& out) {
        const auto glyphs = static_cast<std::uint32_t>(glyphs_.size());
        Bytes head = table("head").bytes();
        set16(head, 8,
              0); // the checksum of the whole file: no reader of an embedded font looks at it
        set16(head, 10, 0);
        set16(head, 50, 1);
        Bytes hhea = table("hhea").bytes();
        set16(hhea, 34, glyphs);
        Bytes maxp = table("maxp").bytes();
        set16(maxp, 4, glyphs);
        Bytes post = table("post").bytes();
        constexpr std::size_t kPostHeader = 32;
        post.resize(kPostHeader, 0);
        set16(post, 0, 3); // version 3: no glyph names
        set16(post, 2, 0);
        out["head"] = std::move(head);
        out["hhea"] = std::move(hhea);
        out["maxp"] = std::move(maxp);
        out["post"] = std::move(post);
        out["OS/2"] = table("OS/2").bytes();
        out["name"] = table("name").bytes();
        // libharu asks for the tables of hints by name, whether they hold any or not.
        out["cvt "] = Bytes(2, 0);
        out["fpgm"] = Bytes{0x2D}; // ENDF
        out["prep"] = Bytes{0x4F}; // DEBUG, which does nothing
    }

    static Bytes file(const std::map<std::string, Bytes, std::less<>>& tables) {
        const auto count = static_cast<std::uint32_t>(tables.size());
        Bytes bytes;
        put32(bytes, 0x00010000);
        put16(bytes, count);
        std::uint32_t power = 1;
        std::uint32_t exponent = 0;
        while (power * 2 <= count) {
            power *= 2;
            ++exponent;
        }
        put16(bytes, 16 * power);
        put16(bytes, exponent);
        put16(bytes, 16 * (count - power));
        std::size_t offset = bytes.size() + std::size_t{16} * count;
        for (const auto& [name, content] : tables) {
            bytes.insert(bytes.end(), name.begin(), name.end());
            put32(bytes, checksum(content));
            put32(bytes, static_cast<std::uint32_t>(offset));
            put32(bytes, static_cast<std::uint32_t>(content.size()));
            offset += (content.size() + 3) / 4 * 4;
        }
        for (const auto& [name, content] : tables) {
            bytes.insert(bytes.end(), content.begin(), content.end());
            align(bytes);
        }
        return bytes;
    }

    static std::uint32_t checksum(const Bytes& content) {
        std::uint32_t sum = 0;
        for (std::size_t i = 0; i < content.size(); ++i) {
            sum += std::uint32_t{content[i]} << (24U - 8U * (i % 4U));
        }
        return sum;
    }

    TrueTypeTables tables_;
    bool isLongLoca_;
    std::uint16_t glyphCount_;
    std::uint16_t metricCount_;
    std::vector<std::uint16_t> glyphs_; ///< the font's own numbers, by new number
    std::map<std::uint16_t, std::uint16_t> numbers_;
};

} // namespace

std::optional<std::vector<std::uint8_t>> subsetOf(const std::filesystem::path& file,
                                                  const std::set<char32_t>& characters) {
    constexpr std::array<std::string_view, 10> kNames{"head", "hhea", "hmtx", "cmap", "maxp",
                                                      "loca", "glyf", "OS/2", "name", "post"};
    std::optional<TrueTypeTables> tables = readTables(file, kNames);
    return tables ? Subset{std::move(*tables)}.of(characters) : std::nullopt;
}

} // namespace palpate::report
