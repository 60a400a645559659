// SPDX-License-Identifier: MIT
#pragma once

#include "report/FontFile.h"
#include "report/ShapedText.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::report {

struct FaceStyle {
    bool bold = false;
    bool italic = false;
};
/// How Chinese characters are drawn that several languages share.
enum class HanForm { Simplified, Traditional, Japanese, Korean };

/// Every typeface that reports may be set in, and which of them shows a character: Noto Sans, the
/// Noto face of the character's script, DejaVu Sans and Noto's symbols. The first six must be
/// there; the others are opened when a character asks for them. May be used by several threads.
class FaceTable {
public:
    /// Looked for in these folders, in order, each with its `noto` and `dejavu`. Throws ReportError
    /// naming the first of the six that is missing or damaged.
    explicit FaceTable(std::vector<std::filesystem::path> folders);
    FaceTable(const FaceTable&) = delete;
    FaceTable& operator=(const FaceTable&) = delete;
    ~FaceTable();

    /// Null when the file is not there or damaged.
    [[nodiscard]] const FontFile* font(Face face) const;
    struct Choice {
        Face face = 0;
        bool isMissing = false; ///< no face has the character; this one has U+FFFD
    };
    /// `beside`: the script of the letters beside it, for signs that several scripts share.
    [[nodiscard]] Choice choose(char32_t character, FaceStyle style, HanForm han,
                                hb_script_t beside) const;
    /// The Debian package with a face for the character's script, when that face is not installed;
    /// else empty.
    [[nodiscard]] std::string_view packageFor(char32_t character) const;

private:
    struct Slot;
    [[nodiscard]] std::filesystem::path find(std::string_view file) const;

    std::vector<std::filesystem::path> folders_;
    mutable std::vector<std::unique_ptr<Slot>> slots_;
};

} // namespace palpate::report
