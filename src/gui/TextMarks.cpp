// SPDX-License-Identifier: MIT
#include "gui/TextMarks.h"

#include "gui/Privacy.h"

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr std::size_t kBefore = 24; ///< characters in sight before a mark that lies far right

struct Piece {
    wxString text;
    bool strong = false;
};

/// The text cut at the ends of its marks, from the character `from` on.
[[nodiscard]] std::vector<Piece> pieces(const wxString& text, const std::vector<TextMark>& marks,
                                        std::size_t from) {
    std::vector<Piece> out;
    const auto add = [&](std::size_t begin, std::size_t end, bool strong) {
        begin = std::max(begin, from);
        if (begin < end) {
            out.push_back({text.Mid(begin, end - begin), strong});
        }
    };
    std::size_t at = 0;
    for (const TextMark& mark : marks) {
        const std::size_t begin = std::clamp(mark.begin, at, text.length());
        const std::size_t end = std::clamp(mark.begin + mark.length, begin, text.length());
        add(at, begin, false);
        add(begin, end, true);
        at = end;
    }
    add(at, text.length(), false);
    return out;
}

[[nodiscard]] double widthOf(wxGraphicsContext& context, const wxString& text, TextStyle style) {
    context.SetFont(font(style), palette().ink);
    wxDouble width = 0;
    context.GetTextExtent(text, &width, nullptr);
    return width;
}

[[nodiscard]] double widthOf(wxGraphicsContext& context, const std::vector<Piece>& parts,
                             TextStyle style, TextStyle strong) {
    double width = 0;
    for (const Piece& piece : parts) {
        width += widthOf(context, piece.text, piece.strong ? strong : style);
    }
    return width;
}

/// Where the line begins so that its first mark is in sight.
[[nodiscard]] std::size_t beginning(wxGraphicsContext& context, const wxString& text,
                                    const std::vector<TextMark>& marks, double room,
                                    TextStyle style, TextStyle strong) {
    if (marks.empty()) {
        return 0;
    }
    const std::size_t end = std::min(text.length(), marks[0].begin + marks[0].length);
    if (marks[0].begin <= kBefore ||
        markedWidth(context, text.Left(end), marks, style, strong) <= room * 0.9) {
        return 0;
    }
    const std::size_t wanted = marks[0].begin - kBefore;
    const std::size_t blank = text.find(' ', wanted);
    return blank != wxString::npos && blank < marks[0].begin ? blank + 1 : wanted;
}

} // namespace

std::size_t charactersIn(std::string_view utf8, std::size_t bytes) {
    const auto isFirst = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.begin() + static_cast<std::ptrdiff_t>(std::min(bytes, utf8.size())),
        isFirst));
}

double markedWidth(wxGraphicsContext& context, const wxString& text,
                   const std::vector<TextMark>& marks, TextStyle style, TextStyle strong) {
    const wxString seen = onScreen(text);
    return seen == text ? widthOf(context, pieces(text, marks, 0), style, strong)
                        : widthOf(context, seen, style); // as drawMarked shows it
}

void drawMarked(wxGraphicsContext& context, const wxString& text,
                const std::vector<TextMark>& marks, const wxRect2DDouble& area, TextStyle style,
                TextStyle strong, const wxColour& ink, const wxColour& strongInk) {
    if (onScreen(text) != text) { // the marks lie elsewhere
        drawLine(context, text, area, style, ink);
        return;
    }
    const std::size_t from = beginning(context, text, marks, area.m_width, style, strong);
    std::vector<Piece> parts = pieces(text, marks, from);
    if (from > 0) {
        parts.insert(parts.begin(), {wxString::FromUTF8("… "), false});
    }
    double x = area.m_x;
    for (const Piece& piece : parts) {
        const TextStyle its = piece.strong ? strong : style;
        const double width = widthOf(context, piece.text, its);
        const double room = area.m_x + area.m_width - x;
        drawLine(context, piece.text, {x, area.m_y, room, area.m_height}, its,
                 piece.strong ? strongInk : ink);
        x += width;
        if (width > room) {
            break;
        }
    }
}

} // namespace palpate::gui
