// SPDX-License-Identifier: MIT
#include "report/Typefaces.h"

#include "domain/Error.h"
#include "report/Characters.h"
#include "report/TrueType.h"

#include <algorithm>
#include <array>

namespace palpate::report {
namespace {

struct FaceFile {
    const char* name;
    const char* folder;
    const char* package; ///< the Debian package that brings it
};
constexpr std::array<FaceFile, Typefaces::kFaces> kFiles{{
    {"NotoSans-Regular.ttf", "noto", "fonts-noto-core"},
    {"NotoSans-Bold.ttf", "noto", "fonts-noto-core"},
    {"NotoSans-Italic.ttf", "noto", "fonts-noto-core"},
    {"NotoSans-BoldItalic.ttf", "noto", "fonts-noto-core"},
    {"DejaVuSans.ttf", "dejavu", "fonts-dejavu-core"},
    {"DejaVuSans-Bold.ttf", "dejavu", "fonts-dejavu-core"},
}};

std::size_t indexOf(Typefaces::Face face) noexcept {
    return static_cast<std::size_t>(face);
}

} // namespace

struct Typefaces::Data {
    std::vector<TrueTypeWidths> widths;
    std::vector<std::filesystem::path> files;

    struct Choice {
        Face face = Face::NotoRegular;
        char32_t character = 0; ///< what is painted
        double width = 0;
    };
    [[nodiscard]] Choice choose(char32_t character, bool bold, bool italic) const {
        const Face noto = bold ? (italic ? Face::NotoBoldItalic : Face::NotoBold)
                               : (italic ? Face::NotoItalic : Face::NotoRegular);
        const Face dejaVu = bold ? Face::DejaVuBold : Face::DejaVuRegular;
        for (const char32_t wanted :
             {isControl(character) ? kReplacement : character, kReplacement, U'?'}) {
            for (const Face face : {noto, dejaVu, Face::NotoRegular, Face::DejaVuRegular}) {
                if (const TrueTypeWidths& font = widths[indexOf(face)]; font.has(wanted)) {
                    return {face, wanted, font.width(wanted)};
                }
            }
        }
        return {noto, U'?', 0.5};
    }
};

Typefaces::Typefaces() = default;
Typefaces::~Typefaces() = default;

std::shared_ptr<const Typefaces> Typefaces::installed() {
    return in({"/usr/share/fonts/truetype", "/usr/local/share/fonts", "/usr/share/fonts"});
}

std::shared_ptr<const Typefaces> Typefaces::in(const std::vector<std::filesystem::path>& folders) {
    auto data = std::make_unique<Data>();
    for (const FaceFile& wanted : kFiles) {
        std::optional<std::filesystem::path> found;
        std::string places;
        for (const std::filesystem::path& folder : folders) {
            places += (places.empty() ? "" : ", ") + folder.string();
            for (const std::filesystem::path& path :
                 {folder / wanted.folder / wanted.name, folder / wanted.name}) {
                std::error_code ignored;
                if (!found && std::filesystem::is_regular_file(path, ignored)) {
                    found = path;
                }
            }
        }
        if (!found) {
            throw ReportError{{tr("The typeface file {1} is missing, looked for in {2}: install "
                                  "the package {3}."),
                               {wanted.name, places, wanted.package}}};
        }
        std::optional<TrueTypeWidths> widths = TrueTypeWidths::read(*found);
        if (!widths) {
            throw ReportError{{tr("The typeface file {1} can't be read or is damaged: reinstall "
                                  "the package {2}."),
                               {found->string(), wanted.package}}};
        }
        data->widths.push_back(std::move(*widths));
        data->files.push_back(std::move(*found));
    }
    const std::shared_ptr<Typefaces> typefaces{new Typefaces};
    typefaces->data_ = std::move(data);
    return typefaces;
}

double Typefaces::width(std::string_view text, bool bold, bool italic) const {
    double width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = nextCharacter(text, at);
        if (!isInvisible(character)) {
            width += data_->choose(character, bold, italic).width;
        }
    }
    return width;
}

std::vector<Typefaces::Run> Typefaces::runs(std::string_view text, bool bold, bool italic) const {
    std::vector<Run> runs;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = nextCharacter(text, at);
        if (isInvisible(character)) {
            continue;
        }
        const Data::Choice choice = data_->choose(character, bold, italic);
        if (runs.empty() || runs.back().face != choice.face) {
            runs.push_back({choice.face, {}, 0});
        }
        append(runs.back().text, choice.character);
        runs.back().width += choice.width;
    }
    return runs;
}

std::vector<char32_t> Typefaces::missing(std::string_view text) const {
    std::vector<char32_t> missing;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = nextCharacter(text, at);
        if (character != kReplacement && !isInvisible(character) &&
            data_->choose(character, false, false).character != character &&
            std::find(missing.begin(), missing.end(), character) == missing.end()) {
            missing.push_back(character);
        }
    }
    return missing;
}

const std::filesystem::path& Typefaces::file(Face face) const {
    return data_->files[indexOf(face)];
}

} // namespace palpate::report
