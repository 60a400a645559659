// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"
#include "report/ShapedText.h"

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace palpate::report {

class FontFile;

/// The typefaces that reports are set in: Noto Sans with its faces for other scripts, and DejaVu
/// Sans for what Noto lacks (arrows, ticks). Never changed; may be used by several documents at the
/// same time, which then share the words that they have shaped.
class Typefaces {
public:
    /// From the system's usual font folders. Throws ReportError naming the first file that is
    /// missing or damaged, of those without which no page can be set.
    [[nodiscard]] static std::shared_ptr<const Typefaces> installed();
    /// From these folders, searched in order; each may hold the files itself or in `noto` and
    /// `dejavu`.
    [[nodiscard]] static std::shared_ptr<const Typefaces>
    in(const std::vector<std::filesystem::path>& folders);
    Typefaces(const Typefaces&) = delete;
    Typefaces& operator=(const Typefaces&) = delete;
    ~Typefaces();

    /// One line as it is painted. `text` must be valid UTF-8. Control characters, and characters
    /// that no face has, are painted as U+FFFD.
    [[nodiscard]] ShapedText
    shaped(std::string_view text, bool bold, bool italic,
           drawing::ReadingDirection direction = drawing::ReadingDirection::FromText) const;
    /// Its width, in em.
    [[nodiscard]] double width(std::string_view text, bool bold, bool italic) const;
    /// The characters of `text` that can't be shown, each once.
    [[nodiscard]] std::vector<char32_t> missing(std::string_view text) const;
    /// The Debian package that would show such a character; empty when none is known.
    [[nodiscard]] std::string_view packageFor(char32_t character) const;
    [[nodiscard]] const FontFile& font(Face face) const;

private:
    Typefaces();
    struct Data;
    std::unique_ptr<const Data> data_;
};

} // namespace palpate::report
