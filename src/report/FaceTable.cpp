// SPDX-License-Identifier: MIT
#include "report/FaceTable.h"

#include "domain/Error.h"
#include "report/Characters.h"

#include <algorithm>
#include <array>
#include <mutex>

namespace palpate::report {
namespace {

struct FaceFile {
    std::string_view name;
    unsigned index = 0; ///< within a collection
    std::string_view package = "fonts-noto-core";
};

enum : Face {
    NotoRegular,
    NotoBold,
    NotoItalic,
    NotoBoldItalic,
    DejaVuRegular,
    DejaVuBold,
    Symbols,
    SymbolsBold,
    Symbols2,
    HanRegular,                ///< four, in the order of HanForm
    HanBold = HanRegular + 4,  ///< four
    FirstScript = HanBold + 4, ///< two for each of kScripts
};
constexpr std::size_t kRequired = 6;

// The order of the typefaces in Noto's collections: Japan, Korea, simplified, traditional.
constexpr std::array<FaceFile, FirstScript> kFiles{{
    {"NotoSans-Regular.ttf"},
    {"NotoSans-Bold.ttf"},
    {"NotoSans-Italic.ttf"},
    {"NotoSans-BoldItalic.ttf"},
    {"DejaVuSans.ttf", 0, "fonts-dejavu-core"},
    {"DejaVuSans-Bold.ttf", 0, "fonts-dejavu-core"},
    {"NotoSansSymbols-Regular.ttf"},
    {"NotoSansSymbols-Bold.ttf"},
    {"NotoSansSymbols2-Regular.ttf"},
    {"NotoSansCJK-Regular.ttc", 2, "fonts-noto-cjk"},
    {"NotoSansCJK-Regular.ttc", 3, "fonts-noto-cjk"},
    {"NotoSansCJK-Regular.ttc", 0, "fonts-noto-cjk"},
    {"NotoSansCJK-Regular.ttc", 1, "fonts-noto-cjk"},
    {"NotoSansCJK-Bold.ttc", 2, "fonts-noto-cjk"},
    {"NotoSansCJK-Bold.ttc", 3, "fonts-noto-cjk"},
    {"NotoSansCJK-Bold.ttc", 0, "fonts-noto-cjk"},
    {"NotoSansCJK-Bold.ttc", 1, "fonts-noto-cjk"},
}};

struct ScriptFace {
    hb_script_t script;
    std::string_view regular;
    std::string_view bold;
};
constexpr std::array kScripts{
    ScriptFace{HB_SCRIPT_ARABIC, "NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"},
    ScriptFace{HB_SCRIPT_ARMENIAN, "NotoSansArmenian-Regular.ttf", "NotoSansArmenian-Bold.ttf"},
    ScriptFace{HB_SCRIPT_BENGALI, "NotoSansBengali-Regular.ttf", "NotoSansBengali-Bold.ttf"},
    ScriptFace{HB_SCRIPT_CANADIAN_SYLLABICS, "NotoSansCanadianAboriginal-Regular.ttf",
               "NotoSansCanadianAboriginal-Bold.ttf"},
    ScriptFace{HB_SCRIPT_CHEROKEE, "NotoSansCherokee-Regular.ttf", "NotoSansCherokee-Bold.ttf"},
    ScriptFace{HB_SCRIPT_DEVANAGARI, "NotoSansDevanagari-Regular.ttf",
               "NotoSansDevanagari-Bold.ttf"},
    ScriptFace{HB_SCRIPT_ETHIOPIC, "NotoSansEthiopic-Regular.ttf", "NotoSansEthiopic-Bold.ttf"},
    ScriptFace{HB_SCRIPT_GEORGIAN, "NotoSansGeorgian-Regular.ttf", "NotoSansGeorgian-Bold.ttf"},
    ScriptFace{HB_SCRIPT_GUJARATI, "NotoSansGujarati-Regular.ttf", "NotoSansGujarati-Bold.ttf"},
    ScriptFace{HB_SCRIPT_GURMUKHI, "NotoSansGurmukhi-Regular.ttf", "NotoSansGurmukhi-Bold.ttf"},
    ScriptFace{HB_SCRIPT_HEBREW, "NotoSansHebrew-Regular.ttf", "NotoSansHebrew-Bold.ttf"},
    ScriptFace{HB_SCRIPT_KANNADA, "NotoSansKannada-Regular.ttf", "NotoSansKannada-Bold.ttf"},
    ScriptFace{HB_SCRIPT_KHMER, "NotoSansKhmer-Regular.ttf", "NotoSansKhmer-Bold.ttf"},
    ScriptFace{HB_SCRIPT_LAO, "NotoSansLao-Regular.ttf", "NotoSansLao-Bold.ttf"},
    ScriptFace{HB_SCRIPT_MALAYALAM, "NotoSansMalayalam-Regular.ttf", "NotoSansMalayalam-Bold.ttf"},
    ScriptFace{HB_SCRIPT_MONGOLIAN, "NotoSansMongolian-Regular.ttf", ""},
    ScriptFace{HB_SCRIPT_MYANMAR, "NotoSansMyanmar-Regular.ttf", "NotoSansMyanmar-Bold.ttf"},
    ScriptFace{HB_SCRIPT_NKO, "NotoSansNKo-Regular.ttf", ""},
    ScriptFace{HB_SCRIPT_ORIYA, "NotoSansOriya-Regular.ttf", "NotoSansOriya-Bold.ttf"},
    ScriptFace{HB_SCRIPT_SINHALA, "NotoSansSinhala-Regular.ttf", "NotoSansSinhala-Bold.ttf"},
    ScriptFace{HB_SCRIPT_SYRIAC, "NotoSansSyriac-Regular.ttf", ""},
    ScriptFace{HB_SCRIPT_TAMIL, "NotoSansTamil-Regular.ttf", "NotoSansTamil-Bold.ttf"},
    ScriptFace{HB_SCRIPT_TELUGU, "NotoSansTelugu-Regular.ttf", "NotoSansTelugu-Bold.ttf"},
    ScriptFace{HB_SCRIPT_THAANA, "NotoSansThaana-Regular.ttf", "NotoSansThaana-Bold.ttf"},
    ScriptFace{HB_SCRIPT_THAI, "NotoSansThai-Regular.ttf", "NotoSansThai-Bold.ttf"},
    ScriptFace{HB_SCRIPT_TIBETAN, "NotoSerifTibetan-Regular.ttf", "NotoSerifTibetan-Bold.ttf"},
    ScriptFace{HB_SCRIPT_TIFINAGH, "NotoSansTifinagh-Regular.ttf", ""},
    ScriptFace{HB_SCRIPT_YI, "NotoSansYi-Regular.ttf", ""},
};
constexpr std::size_t kFaces = FirstScript + 2 * kScripts.size();

constexpr Face faceOf(int value) noexcept {
    return static_cast<Face>(value);
}

FaceFile fileOf(Face face) {
    if (face < FirstScript) {
        return kFiles.at(face);
    }
    const ScriptFace& script = kScripts.at((face - FirstScript) / 2U);
    return {(face - FirstScript) % 2 == 0 ? script.regular : script.bold};
}

/// The regular face of a script, 0 for one that has no face of its own.
Face scriptFace(hb_script_t script) noexcept {
    for (std::size_t i = 0; i < kScripts.size(); ++i) {
        if (kScripts.at(i).script == script) {
            return static_cast<Face>(FirstScript + 2 * i);
        }
    }
    return 0;
}

/// Ideographs, kana, hangul, and the punctuation and wide letters that go with them.
bool isEastAsian(char32_t c, hb_script_t script) noexcept {
    return script == HB_SCRIPT_HAN || script == HB_SCRIPT_HIRAGANA ||
           script == HB_SCRIPT_KATAKANA || script == HB_SCRIPT_HANGUL ||
           script == HB_SCRIPT_BOPOMOFO || (c >= 0x2E80 && c < 0xA000) ||
           (c >= 0xFE30 && c < 0xFE50) || (c >= 0xFF00 && c < 0xFFF0) ||
           (c >= 0x1F200 && c < 0x1F300);
}

} // namespace

struct FaceTable::Slot {
    std::once_flag opened;
    std::shared_ptr<const FontFile> font;
};

FaceTable::FaceTable(std::vector<std::filesystem::path> folders) : folders_{std::move(folders)} {
    slots_.reserve(kFaces);
    for (std::size_t i = 0; i < kFaces; ++i) {
        slots_.push_back(std::make_unique<Slot>());
    }
    for (Face face = 0; face < kRequired; ++face) {
        if (font(face) != nullptr) {
            continue;
        }
        const FaceFile file = fileOf(face);
        const std::filesystem::path found = find(file.name);
        if (!found.empty()) {
            throw ReportError{{tr("The typeface file {1} can't be read or is damaged: reinstall "
                                  "the package {2}."),
                               {found.string(), std::string{file.package}}}};
        }
        std::string places;
        for (const std::filesystem::path& folder : folders_) {
            places += (places.empty() ? "" : ", ") + folder.string();
        }
        throw ReportError{{tr("The typeface file {1} is missing, looked for in {2}: install "
                              "the package {3}."),
                           {std::string{file.name}, places, std::string{file.package}}}};
    }
}

FaceTable::~FaceTable() = default;

std::filesystem::path FaceTable::find(std::string_view file) const {
    for (const std::filesystem::path& folder : folders_) {
        for (const std::string_view part : {"noto", "dejavu", ""}) {
            std::filesystem::path path = folder / part / file;
            std::error_code ignored;
            if (std::filesystem::is_regular_file(path, ignored)) {
                return path;
            }
        }
    }
    return {};
}

const FontFile* FaceTable::font(Face face) const {
    Slot& slot = *slots_.at(face);
    std::call_once(slot.opened, [&] {
        const FaceFile file = fileOf(face);
        if (const std::filesystem::path path = file.name.empty() ? "" : find(file.name);
            !path.empty()) {
            slot.font = FontFile::open(path, file.index);
        }
    });
    return slot.font.get();
}

FaceTable::Choice FaceTable::choose(char32_t character, FaceStyle style, HanForm han,
                                    hb_script_t beside) const {
    const auto shows = [&](Face face, char32_t wanted) {
        const FontFile* file = font(face);
        return file != nullptr && file->glyphOf(wanted) != 0;
    };
    const Face noto = style.bold ? (style.italic ? NotoBoldItalic : NotoBold)
                                 : (style.italic ? NotoItalic : NotoRegular);
    const Face dejaVu = style.bold ? DejaVuBold : DejaVuRegular;
    if (shows(noto, character)) {
        return {noto, false};
    }
    const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), character);
    const bool isShared = script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED;
    if (const Face own = scriptFace(isShared ? beside : script); own != 0) {
        for (const Face face : {faceOf(own + (style.bold ? 1 : 0)), own}) {
            if (shows(face, character)) {
                return {face, false};
            }
        }
    }
    if (isEastAsian(character, script)) {
        const int form = static_cast<int>(han);
        for (const Face face :
             {faceOf((style.bold ? HanBold : HanRegular) + form), faceOf(HanRegular + form)}) {
            if (shows(face, character)) {
                return {face, false};
            }
        }
    }
    for (const Face face :
         {dejaVu, Face{NotoRegular}, Face{DejaVuRegular}, Face{style.bold ? SymbolsBold : Symbols},
          Face{Symbols}, Face{Symbols2}}) {
        if (shows(face, character)) {
            return {face, false};
        }
    }
    return {shows(noto, kReplacement) ? noto : dejaVu, true};
}

std::string_view FaceTable::packageFor(char32_t character) const {
    const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), character);
    const Face own = isEastAsian(character, script) ? Face{HanRegular} : scriptFace(script);
    return own != 0 && font(own) == nullptr ? fileOf(own).package : std::string_view{};
}

} // namespace palpate::report
