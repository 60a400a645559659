// SPDX-License-Identifier: MIT
#include "report/Pieces.h"

#include "report/Breaks.h"
#include "report/Characters.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <variant>

namespace palpate::report {
namespace {

using drawing::Colour;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// "118 cm²", "60 s", "+44 117 496 0122": read as one, so better not on two lines.
bool readsAsOne(std::string_view before, std::string_view next) {
    static constexpr std::array<std::string_view, 17> kUnits{"cm²", "cm", "mm",  "m", "kg",  "g",
                                                             "kPa", "N",  "kgf", "s", "min", "h",
                                                             "%",   "°",  "×",   "/", "→"};
    constexpr std::size_t kLongestGroup = 6;
    if (before.empty() || next.empty()) {
        return false;
    }
    if (before == "×" || before == "→") {
        return isDigit(next.front());
    }
    if (!isDigit(before.back())) {
        return false;
    }
    if (isDigit(next.front())) {
        const bool isGroup = std::all_of(before.begin(), before.end(),
                                         [](char c) { return isDigit(c) || c == '+'; });
        return isGroup && before.size() <= kLongestGroup;
    }
    while (!next.empty() && std::string_view{".,;:)"}.find(next.back()) != std::string_view::npos) {
        next.remove_suffix(1);
    }
    return std::find(kUnits.begin(), kUnits.end(), next) != kUnits.end();
}

class Pieces {
public:
    Pieces(const TextLook& look, const Typefaces& typefaces, const InlineFigures& figures)
        : look_{look}, typefaces_{typefaces}, figures_{figures} {}

    std::vector<Piece> of(const Inlines& text) {
        for (const Inline& part : text) {
            if (const auto* span = std::get_if<Span>(&part)) {
                add(*span);
            } else if (std::holds_alternative<LineBreak>(part)) {
                if (pieces_.empty()) {
                    pieces_.emplace_back();
                }
                pieces_.back().gluesNext = false;
                pieces_.back().endsLine = true;
            } else if (figures_) {
                add(figures_(std::get<FigureRef>(part)));
            }
        }
        return std::move(pieces_);
    }

private:
    void add(const InlineFigure& figure) {
        if (figure) {
            Piece piece;
            piece.figure = figure;
            piece.width = figure->width;
            pieces_.push_back(std::move(piece));
        }
    }

    void add(const Span& span) {
        const bool bold = span.bold || look_.bold;
        const Colour colour = span.accent ? look_.accent
                              : span.bold ? look_.boldColour
                                          : look_.colour;
        const std::string text = printable(span.text);
        bool isFirst = true;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t wordEnd = std::min(text.find(' ', at), text.size());
            const std::size_t spaceEnd =
                std::min(text.find_first_not_of(' ', wordEnd), text.size());
            if (wordEnd == at) {
                addSpace(); // a span that begins with a space, after one that ended without
            } else {
                const std::string_view word = std::string_view{text}.substr(at, wordEnd - at);
                std::size_t from = 0;
                std::vector<std::size_t> ends = breaksIn(word);
                ends.push_back(word.size());
                for (const std::size_t end : ends) {
                    Piece piece;
                    piece.text = word.substr(from, end - from);
                    piece.spaces = end == word.size() && spaceEnd > wordEnd ? " " : "";
                    piece.bold = bold;
                    piece.italic = span.italic;
                    piece.colour = colour;
                    piece.address = span.address;
                    add(std::move(piece), isFirst);
                    isFirst = false;
                    from = end;
                }
            }
            isFirst = false;
            at = spaceEnd;
        }
    }

    void addSpace() {
        if (!pieces_.empty() && pieces_.back().spaces.empty() && !pieces_.back().endsLine) {
            Piece& last = pieces_.back();
            last.spaces = " ";
            last.spaceWidth = look_.size * typefaces_.width(" ", last.bold, last.italic);
        }
    }

    void add(Piece piece, bool isFirst) {
        if (isFirst && !pieces_.empty() && pieces_.back().spaces.empty() &&
            !pieces_.back().figure) {
            pieces_.back().gluesNext =
                !endsInHyphen(pieces_.back().text) && !pieces_.back().endsLine;
        }
        if (!pieces_.empty()) {
            Piece& last = pieces_.back();
            last.clingsToNext =
                !last.spaces.empty() && !last.endsLine && readsAsOne(last.text, piece.text);
        }
        piece.width = look_.size * typefaces_.width(piece.text, piece.bold, piece.italic);
        piece.spaceWidth = look_.size * typefaces_.width(piece.spaces, piece.bold, piece.italic);
        pieces_.push_back(std::move(piece));
    }

    static bool endsInHyphen(const std::string& text) {
        return text.ends_with('-') || text.ends_with("\xE2\x80\x93") ||
               text.ends_with("\xE2\x80\x94");
    }

    const TextLook& look_;
    const Typefaces& typefaces_;
    const InlineFigures& figures_;
    std::vector<Piece> pieces_;
};

} // namespace

std::vector<Piece> piecesOf(const Inlines& text, const TextLook& look, const Typefaces& typefaces,
                            const InlineFigures& figures) {
    return Pieces{look, typefaces, figures}.of(text);
}

} // namespace palpate::report
