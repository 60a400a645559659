// SPDX-License-Identifier: MIT
#include "report/Typefaces.h"

#include "report/Characters.h"
#include "report/FaceTable.h"
#include "report/Shaping.h"

#include <algorithm>

namespace palpate::report {

struct Typefaces::Data {
    explicit Data(const std::vector<std::filesystem::path>& folders) : faces{folders} {}
    FaceTable faces;
    mutable ShapedWords words; ///< it guards itself
};

Typefaces::Typefaces() = default;
Typefaces::~Typefaces() = default;

std::shared_ptr<const Typefaces> Typefaces::installed() {
    return in({"/usr/share/fonts/truetype", "/usr/share/fonts/opentype", "/usr/local/share/fonts",
               "/usr/share/fonts"});
}

std::shared_ptr<const Typefaces> Typefaces::in(const std::vector<std::filesystem::path>& folders) {
    const std::shared_ptr<Typefaces> typefaces{new Typefaces};
    typefaces->data_ = std::make_unique<const Data>(folders);
    return typefaces;
}

ShapedText Typefaces::shaped(std::string_view text, bool bold, bool italic,
                             drawing::ReadingDirection direction) const {
    return shapedLine(printable(text), {bold, italic}, direction, data_->faces, data_->words);
}

double Typefaces::width(std::string_view text, bool bold, bool italic) const {
    return shaped(text, bold, italic).width;
}

std::vector<char32_t> Typefaces::missing(std::string_view text) const {
    std::vector<char32_t> missing;
    hb_script_t beside = HB_SCRIPT_COMMON;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = nextCharacter(text, at);
        constexpr char32_t kLastAscii = 0x7E;
        if ((character >= U' ' && character <= kLastAscii) || character == kReplacement ||
            isInvisible(character) || isJoiner(character)) {
            continue;
        }
        const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), character);
        if (script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED) {
            beside = script;
        }
        if ((isControl(character) ||
             data_->faces.choose(character, {}, HanForm::Simplified, beside).isMissing) &&
            std::find(missing.begin(), missing.end(), character) == missing.end()) {
            missing.push_back(character);
        }
    }
    return missing;
}

std::string_view Typefaces::packageFor(char32_t character) const {
    return data_->faces.packageFor(character);
}

const FontFile& Typefaces::font(Face face) const {
    return *data_->faces.font(face);
}

} // namespace palpate::report
