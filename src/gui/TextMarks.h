// SPDX-License-Identifier: MIT
#pragma once

#include "gui/PaintedControl.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::gui {

/// A stretch of a text to set in bold, in characters.
struct TextMark {
    std::size_t begin = 0;
    std::size_t length = 0;
    friend bool operator==(const TextMark&, const TextMark&) = default;
};

/// How many characters the first `bytes` of the text are; what ends within a character counts it.
[[nodiscard]] std::size_t charactersIn(std::string_view utf8, std::size_t bytes);

/// The same stretches of a text told in bytes (`begin`, `length`), told in characters.
template <class Spans>
[[nodiscard]] std::vector<TextMark> marksOf(std::string_view utf8, const Spans& spans) {
    std::vector<TextMark> marks;
    for (const auto& span : spans) {
        const std::size_t begin = charactersIn(utf8, span.begin);
        marks.push_back({begin, charactersIn(utf8, span.begin + span.length) - begin});
    }
    return marks;
}

/// The width of the text in pixels with its marks in `strong`.
[[nodiscard]] double markedWidth(wxGraphicsContext& context, const wxString& text,
                                 const std::vector<TextMark>& marks, TextStyle style,
                                 TextStyle strong);
/// One line as drawLine, its marks in `strong` and `strongInk`. Where the first mark would not be
/// in sight, the line begins with an ellipsis shortly before it.
void drawMarked(wxGraphicsContext& context, const wxString& text,
                const std::vector<TextMark>& marks, const wxRect2DDouble& area, TextStyle style,
                TextStyle strong, const wxColour& ink, const wxColour& strongInk);

} // namespace palpate::gui
