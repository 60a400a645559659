// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::report {

/// The typefaces that reports are set in: Noto Sans, and DejaVu Sans for what Noto lacks (arrows,
/// ticks). Read once, then never changed; may be used by several documents at the same time.
class Typefaces {
public:
    enum class Face {
        NotoRegular,
        NotoBold,
        NotoItalic,
        NotoBoldItalic,
        DejaVuRegular,
        DejaVuBold
    };
    static constexpr std::size_t kFaces = 6;

    /// A stretch of text in one face. `text` is what is painted: control characters and characters
    /// that no face has are already replaced by U+FFFD.
    struct Run {
        Face face = Face::NotoRegular;
        std::string text;
        double width = 0; ///< in type sizes (em)
    };

    /// From the system's usual font folders. Throws ReportError naming the first file that is
    /// missing or damaged.
    [[nodiscard]] static std::shared_ptr<const Typefaces> installed();
    /// From these folders, searched in order; each may hold the files itself or in `noto` and
    /// `dejavu`.
    [[nodiscard]] static std::shared_ptr<const Typefaces>
    in(const std::vector<std::filesystem::path>& folders);
    Typefaces(const Typefaces&) = delete;
    Typefaces& operator=(const Typefaces&) = delete;
    ~Typefaces();

    /// In em. `text` must be valid UTF-8.
    [[nodiscard]] double width(std::string_view text, bool bold, bool italic) const;
    [[nodiscard]] std::vector<Run> runs(std::string_view text, bool bold, bool italic) const;
    /// The characters of `text` that can't be shown, each once.
    [[nodiscard]] std::vector<char32_t> missing(std::string_view text) const;
    [[nodiscard]] const std::filesystem::path& file(Face face) const;

private:
    Typefaces();
    struct Data;
    std::unique_ptr<const Data> data_;
};

} // namespace palpate::report
