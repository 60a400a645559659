// SPDX-License-Identifier: MIT
#include "report/PdfFont.h"

#include "report/Characters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <set>

namespace palpate::report {
namespace {

constexpr std::size_t kMostInBlock = 100; // a limit of the format, for tables in CMaps

std::string hex(unsigned value) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "%04X", value & 0xFFFFU);
    return text.data();
}

/// In UTF-16, high byte first.
std::string hexOf(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<unsigned>(nextCharacter(text, at));
        if (c < 0x10000) {
            out += hex(c);
        } else {
            out += hex(0xD800U + ((c - 0x10000U) >> 10U)) + hex(0xDC00U + (c & 0x3FFU));
        }
    }
    return out;
}

std::string characterMap(const std::string& name, const std::string& ordering,
                         const std::string& type, const std::string& kind,
                         const std::vector<std::string>& lines) {
    std::string map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo <</Registry (Adobe) /Ordering (" +
                      ordering + ") /Supplement 0>> def\n/CMapName /" + name + " def\n/CMapType " +
                      type + " def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    for (std::size_t at = 0; at < lines.size(); at += kMostInBlock) {
        const std::size_t end = std::min(lines.size(), at + kMostInBlock);
        map += std::to_string(end - at) + " begin" + kind + "\n";
        for (std::size_t i = at; i < end; ++i) {
            map += lines[i] + "\n";
        }
        map += "end" + kind + "\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

} // namespace

PdfFont::PdfFont(HPDF_Doc document, const FontFile& font)
    : document_{document}, font_{font}, object_{HPDF_Dict_New(document->mmgr)} {
    if (object_ != nullptr) {
        HPDF_Xref_Add(document->xref, object_);
    }
}

std::uint16_t PdfFont::code(std::uint32_t glyph, std::string_view text) {
    const std::pair<std::uint32_t, std::string> key{glyph, text};
    if (const auto known = codes_.find(key); known != codes_.end()) {
        return known->second;
    }
    constexpr std::size_t kMost = 0xFFFE; // codes of two bytes; no language fills them
    if (coded_.size() >= kMost) {
        return 0;
    }
    coded_.push_back({glyph, std::string{text}});
    const auto code = static_cast<std::uint16_t>(coded_.size());
    codes_.emplace(key, code);
    return code;
}

double PdfFont::width(std::uint32_t glyph) const {
    return std::round(font_.advanceOf(glyph) * 1000);
}

std::string PdfFont::unicodeMap() const {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < coded_.size(); ++i) {
        if (!coded_[i].text.empty()) {
            lines.push_back("<" + hex(static_cast<unsigned>(i + 1)) + "> <" +
                            hexOf(coded_[i].text) + ">");
        }
    }
    return characterMap("Adobe-Identity-UCS", "UCS", "2", "bfchar", lines);
}

std::string PdfFont::glyphMap() const {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < coded_.size(); ++i) {
        lines.push_back("<" + hex(static_cast<unsigned>(i + 1)) + "> " +
                        std::to_string(coded_[i].glyph));
    }
    return characterMap("Palpate-Glyphs", "Identity", "1", "cidchar", lines);
}

HPDF_Array PdfFont::widths() const {
    // By the numbers of the font's glyphs where these are CFF, else by code.
    std::map<std::uint32_t, double> byNumber;
    for (std::size_t i = 0; i < coded_.size(); ++i) {
        const std::uint32_t glyph = coded_[i].glyph;
        byNumber.emplace(font_.isCff() ? glyph : static_cast<std::uint32_t>(i + 1), width(glyph));
    }
    HPDF_Array all = HPDF_Array_New(document_->mmgr);
    HPDF_Array row = nullptr;
    std::uint32_t next = 0;
    for (const auto& [number, width] : byNumber) {
        if (row == nullptr || number != next) {
            HPDF_Array_AddNumber(all, static_cast<HPDF_INT32>(number));
            row = HPDF_Array_New(document_->mmgr);
            HPDF_Array_Add(all, row);
        }
        HPDF_Array_AddNumber(row, static_cast<HPDF_INT32>(width));
        next = number + 1;
    }
    return all;
}

HPDF_Dict PdfFont::stream(std::string_view content) const {
    HPDF_Dict dict = HPDF_DictStream_New(document_->mmgr, document_->xref);
    if (dict != nullptr) {
        dict->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
        HPDF_Stream_Write(dict->stream, reinterpret_cast<const HPDF_BYTE*>(content.data()),
                          static_cast<HPDF_UINT>(content.size()));
    }
    return dict;
}

HPDF_Dict PdfFont::descriptor(const std::string& name,
                              const std::vector<std::uint8_t>& outlines) const {
    HPDF_Dict dict = HPDF_Dict_New(document_->mmgr);
    HPDF_Xref_Add(document_->xref, dict);
    const FontFile::Description font = font_.describe();
    HPDF_Dict_AddName(dict, "Type", "FontDescriptor");
    HPDF_Dict_AddName(dict, "FontName", name.c_str());
    constexpr HPDF_INT32 kSymbolic = 4; // its codes are its own
    constexpr HPDF_INT32 kItalic = 64;
    HPDF_Dict_AddNumber(dict, "Flags", kSymbolic + (font.italicAngle != 0 ? kItalic : 0));
    HPDF_Array box = HPDF_Array_New(document_->mmgr);
    HPDF_Dict_Add(dict, "FontBBox", box);
    for (const int side : {font.left, font.bottom, font.right, font.top}) {
        HPDF_Array_AddNumber(box, side);
    }
    HPDF_Dict_AddNumber(dict, "ItalicAngle", font.italicAngle);
    HPDF_Dict_AddNumber(dict, "Ascent", font.ascent);
    HPDF_Dict_AddNumber(dict, "Descent", font.descent);
    HPDF_Dict_AddNumber(dict, "CapHeight", font.capHeight);
    constexpr HPDF_INT32 kStem = 80; // read by programs that replace a font; this one is embedded
    HPDF_Dict_AddNumber(dict, "StemV", kStem);
    const std::string_view bytes{reinterpret_cast<const char*>(outlines.data()), outlines.size()};
    HPDF_Dict file = stream(bytes);
    if (font_.isCff()) {
        HPDF_Dict_AddName(file, "Subtype", "CIDFontType0C");
        HPDF_Dict_Add(dict, "FontFile3", file);
    } else {
        HPDF_Dict_AddNumber(file, "Length1", static_cast<HPDF_INT32>(bytes.size()));
        HPDF_Dict_Add(dict, "FontFile2", file);
    }
    return dict;
}

bool PdfFont::finish(std::size_t number) {
    std::set<std::uint32_t> used{0};
    for (const Coded& one : coded_) {
        used.insert(one.glyph);
    }
    const std::vector<std::uint32_t> glyphs{used.begin(), used.end()};
    const std::optional<FontFile::Subset> subset = font_.subset(glyphs);
    if (!subset) {
        return false;
    }
    std::string name = "PALAAA+";
    name[4] = static_cast<char>('A' + number / 26 % 26);
    name[5] = static_cast<char>('A' + number % 26);
    name += font_.describe().name;

    HPDF_MMgr memory = document_->mmgr;
    HPDF_Dict descendant = HPDF_Dict_New(memory);
    HPDF_Xref_Add(document_->xref, descendant);
    HPDF_Dict_AddName(descendant, "Type", "Font");
    HPDF_Dict_AddName(descendant, "Subtype", font_.isCff() ? "CIDFontType0" : "CIDFontType2");
    HPDF_Dict_AddName(descendant, "BaseFont", name.c_str());
    HPDF_Dict system = HPDF_Dict_New(memory);
    HPDF_Dict_Add(descendant, "CIDSystemInfo", system);
    HPDF_Dict_Add(system, "Registry", HPDF_String_New(memory, "Adobe", nullptr));
    HPDF_Dict_Add(system, "Ordering", HPDF_String_New(memory, "Identity", nullptr));
    HPDF_Dict_AddNumber(system, "Supplement", 0);
    HPDF_Dict_Add(descendant, "FontDescriptor", descriptor(name, subset->bytes));
    HPDF_Dict_Add(descendant, "W", widths());

    HPDF_Dict_AddName(object_, "Type", "Font");
    HPDF_Dict_AddName(object_, "Subtype", "Type0");
    HPDF_Dict_AddName(object_, "BaseFont", name.c_str());
    if (font_.isCff()) {
        // Noto's collections name each glyph by its number, and a subset keeps the names.
        HPDF_Dict map = stream(glyphMap());
        HPDF_Dict_AddName(map, "Type", "CMap");
        HPDF_Dict_AddName(map, "CMapName", "Palpate-Glyphs");
        HPDF_Dict mapSystem = HPDF_Dict_New(memory);
        HPDF_Dict_Add(map, "CIDSystemInfo", mapSystem);
        HPDF_Dict_Add(mapSystem, "Registry", HPDF_String_New(memory, "Adobe", nullptr));
        HPDF_Dict_Add(mapSystem, "Ordering", HPDF_String_New(memory, "Identity", nullptr));
        HPDF_Dict_AddNumber(mapSystem, "Supplement", 0);
        HPDF_Dict_Add(object_, "Encoding", map);
    } else {
        std::string numbers(2, '\0');
        for (const Coded& one : coded_) {
            const auto place = std::lower_bound(glyphs.begin(), glyphs.end(), one.glyph);
            const std::uint32_t renumbered =
                subset->numbers[static_cast<std::size_t>(place - glyphs.begin())];
            numbers += static_cast<char>((renumbered >> 8U) & 0xFFU);
            numbers += static_cast<char>(renumbered & 0xFFU);
        }
        HPDF_Dict_Add(descendant, "CIDToGIDMap", stream(numbers));
        HPDF_Dict_AddName(object_, "Encoding", "Identity-H");
    }
    HPDF_Array descendants = HPDF_Array_New(memory);
    HPDF_Dict_Add(object_, "DescendantFonts", descendants);
    HPDF_Array_Add(descendants, descendant);
    HPDF_Dict_Add(object_, "ToUnicode", stream(unicodeMap()));
    return true;
}

} // namespace palpate::report
