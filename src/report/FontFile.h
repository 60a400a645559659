// SPDX-License-Identifier: MIT
#pragma once

#include <hb.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palpate::report {

/// One typeface of a font file, read through HarfBuzz as it is needed. Never changed after open();
/// may be used by several threads.
class FontFile {
public:
    /// Empty when the file is missing, damaged, or has no such typeface. `index` counts the
    /// typefaces of a collection.
    [[nodiscard]] static std::shared_ptr<const FontFile> open(const std::filesystem::path& file,
                                                              unsigned index = 0);
    FontFile(const FontFile&) = delete;
    FontFile& operator=(const FontFile&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
    /// Zero for a character that it lacks.
    [[nodiscard]] std::uint32_t glyphOf(char32_t character) const noexcept;
    /// In em.
    [[nodiscard]] double advanceOf(std::uint32_t glyph) const noexcept;
    [[nodiscard]] double unitsPerEm() const noexcept { return unitsPerEm_; }
    /// Its outlines are of the PostScript kind (CFF), not of the TrueType kind.
    [[nodiscard]] bool isCff() const noexcept { return isCff_; }
    [[nodiscard]] hb_font_t* font() const noexcept { return font_.get(); }

    /// What a PDF says about a typeface; lengths in thousandths of an em.
    struct Description {
        std::string name; ///< the PostScript name
        int left = 0, bottom = 0, right = 0, top = 0;
        int ascent = 0;
        int descent = 0;
        int capHeight = 0;
        int italicAngle = 0; ///< degrees
    };
    [[nodiscard]] Description describe() const;

    /// The outlines of these glyphs only, renumbered, without what a PDF has no use for: a TrueType
    /// file, or the bare `CFF ` table. The same glyphs give the same bytes.
    struct Subset {
        std::vector<std::uint8_t> bytes;
        std::vector<std::uint32_t> numbers; ///< of the wanted glyphs, in their order
    };
    /// Empty when the font is damaged.
    [[nodiscard]] std::optional<Subset> subset(const std::vector<std::uint32_t>& glyphs) const;

private:
    struct Close {
        void operator()(hb_font_t* font) const noexcept { hb_font_destroy(font); }
        void operator()(hb_face_t* face) const noexcept { hb_face_destroy(face); }
    };
    FontFile() = default;

    std::filesystem::path path_;
    std::unique_ptr<hb_face_t, Close> face_;
    std::unique_ptr<hb_font_t, Close> font_;
    std::unique_ptr<hb_face_t, Close> outlines_; ///< the tables that a subset is made of
    double unitsPerEm_ = 1000;
    bool isCff_ = false;
};

} // namespace palpate::report
