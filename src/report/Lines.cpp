// SPDX-License-Identifier: MIT
#include "report/Lines.h"

#include "report/Breaks.h"
#include "report/Characters.h"
#include "report/LineOrder.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace palpate::report {
namespace {

using drawing::Colour;

/// The smallest thing that is not broken (unless it is longer than a line), with the spaces that
/// follow it.
struct Piece {
    std::string text;
    std::string spaces;
    bool bold = false;
    bool italic = false;
    Colour colour;
    std::string address;
    double width = 0;
    double spaceWidth = 0;
    InlineFigure figure;
    bool endsLine = false;
    bool gluesNext = false;    ///< no break between it and the next: the look changes within a word
    bool clingsToNext = false; ///< a number before its unit or its next group: no break if possible
};

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

class Breaker {
public:
    Breaker(const TextLook& look, double width, const Typefaces& typefaces,
            drawing::ReadingDirection direction)
        : look_{look}, width_{width}, typefaces_{typefaces}, direction_{direction} {}

    std::vector<TextLine> of(const std::vector<Piece>& pieces) {
        for (std::size_t i = 0; i < pieces.size();) {
            std::size_t end = i + 1;
            double together = pieces[i].width;
            while (pieces[end - 1].gluesNext && end < pieces.size()) {
                together += pieces[end++].width;
            }
            if (const double more = clinging(pieces, end); together + more <= width_ / 2) {
                together += more;
            }
            if (used_ > 0 && used_ + pendingSpace_ + together > width_ + kSlack) {
                finish();
            }
            for (; i < end; ++i) {
                put(pieces[i]);
            }
        }
        if (!line_.segments.empty()) {
            finish();
        }
        return std::move(lines_);
    }

private:
    static constexpr double kSlack = 1e-6;

    /// How much room those want that cling to the piece before `at`; not looked at beyond a line.
    [[nodiscard]] double clinging(const std::vector<Piece>& pieces, std::size_t at) const {
        double more = 0;
        while (at < pieces.size() && more <= width_ &&
               (pieces[at - 1].clingsToNext || pieces[at - 1].gluesNext)) {
            more +=
                (pieces[at - 1].clingsToNext ? pieces[at - 1].spaceWidth : 0) + pieces[at].width;
            ++at;
        }
        return more;
    }

    void put(const Piece& piece) {
        if (piece.figure) {
            putFigure(piece);
        } else if (piece.width > width_ + kSlack) {
            putBroken(piece);
        } else if (!piece.text.empty()) {
            putText(piece, piece.text, piece.width);
        }
        pendingSpace_ = line_.segments.empty() ? 0 : piece.spaceWidth;
        if (piece.endsLine) {
            finish();
        }
    }

    void putFigure(const Piece& piece) {
        Segment segment;
        segment.figure = piece.figure;
        segment.figureScale = std::min(1.0, width_ / std::max(piece.width, kSlack));
        segment.width = piece.width * segment.figureScale;
        segment.x = used_ + pendingSpace_;
        used_ = segment.x + segment.width;
        figureHeight_ = std::max(figureHeight_, piece.figure->height * segment.figureScale);
        line_.segments.push_back(std::move(segment));
    }

    void putText(const Piece& piece, std::string_view text, double width) {
        Segment* last = line_.segments.empty() ? nullptr : &line_.segments.back();
        const bool continues = last != nullptr && !last->figure && last->bold == piece.bold &&
                               last->italic == piece.italic && last->colour == piece.colour &&
                               last->address == piece.address;
        if (continues) {
            last->text.append(pendingSpace_ > 0 ? " " : "").append(text);
            last->width += pendingSpace_ + width;
        } else {
            if (last != nullptr && !last->figure && pendingSpace_ > 0) {
                last->text +=
                    ' '; // so that words stay apart when the text is taken out of the page
            }
            Segment segment;
            segment.x = used_ + pendingSpace_;
            segment.width = width;
            segment.text = text;
            segment.bold = piece.bold;
            segment.italic = piece.italic;
            segment.colour = piece.colour;
            segment.address = piece.address;
            line_.segments.push_back(std::move(segment));
        }
        used_ += pendingSpace_ + width;
        pendingSpace_ = 0;
    }

    void putBroken(const Piece& piece) {
        const ShapedText shaped = typefaces_.shaped(piece.text, piece.bold, piece.italic);
        std::size_t start = 0;
        double width = 0;
        for (const TextCluster& cluster : clustersOf(shaped)) {
            const double one = look_.size * cluster.width;
            std::size_t at = cluster.from;
            const bool mayBreak = at > start && !isCombining(nextCharacter(piece.text, at));
            if (mayBreak && used_ + pendingSpace_ + width + one > width_) {
                putText(piece, std::string_view{piece.text}.substr(start, cluster.from - start),
                        width);
                finish();
                start = cluster.from;
                width = 0;
            }
            width += one;
        }
        putText(piece, std::string_view{piece.text}.substr(start), width);
    }

    void finish() {
        constexpr double kFigureRoom = 0.6;
        line_.width = used_;
        order(line_, direction_, look_, typefaces_);
        if (direction_ == drawing::ReadingDirection::RightToLeft && std::isfinite(width_) &&
            width_ > used_) {
            for (Segment& segment : line_.segments) {
                segment.x += width_ - used_;
            }
            line_.width = width_;
        }
        line_.height = std::max(look_.leading, figureHeight_ > 0 ? figureHeight_ + kFigureRoom : 0);
        // Ascender and descender of Noto Sans share the leading about 3 to 1.
        line_.baseline = line_.height / 2 + look_.size * 0.355;
        lines_.push_back(std::move(line_));
        line_ = {};
        used_ = 0;
        pendingSpace_ = 0;
        figureHeight_ = 0;
    }

    const TextLook& look_;
    double width_;
    const Typefaces& typefaces_;
    drawing::ReadingDirection direction_; ///< of the paragraph
    std::vector<TextLine> lines_;
    TextLine line_;
    double used_ = 0;
    double pendingSpace_ = 0;
    double figureHeight_ = 0;
};

} // namespace

std::vector<TextLine> linesOf(const Inlines& text, const TextLook& look, double width,
                              const Typefaces& typefaces, const InlineFigures& figures) {
    const drawing::ReadingDirection direction =
        look.staysLeft ? drawing::ReadingDirection::LeftToRight : directionOf(text);
    return Breaker{look, width, typefaces, direction}.of(Pieces{look, typefaces, figures}.of(text));
}

TextExtent extentOf(const Inlines& text, const TextLook& look, const Typefaces& typefaces,
                    const InlineFigures& figures) {
    TextExtent extent;
    double line = 0;
    double word = 0;
    double space = 0;
    for (const Piece& piece : Pieces{look, typefaces, figures}.of(text)) {
        line += space + piece.width;
        word += piece.width;
        extent.natural = std::max(extent.natural, line);
        extent.least = std::max(extent.least, word);
        space = piece.spaceWidth;
        word = piece.gluesNext ? word : 0;
        if (piece.endsLine) {
            line = 0;
            space = 0;
        }
    }
    return extent;
}

void paintLine(const TextLine& line, double x, double y, const TextLook& look,
               std::vector<drawing::Shape>& into) {
    for (const Segment& segment : line.segments) {
        if (segment.figure) {
            const double scale = segment.figureScale;
            drawing::Group group;
            group.transform = {scale, x + segment.x,
                               y + (line.height - segment.figure->height * scale) / 2};
            group.shapes = segment.figure->shapes;
            into.emplace_back(std::move(group));
            continue;
        }
        drawing::TextShape text;
        text.at = {x + segment.x, y + line.baseline};
        text.text = segment.text;
        text.size = look.size;
        text.weight = segment.bold ? drawing::Weight::Bold : drawing::Weight::Regular;
        text.italic = segment.italic;
        text.colour = segment.colour;
        text.direction = segment.direction;
        text.isRead = line.reads.empty();
        into.emplace_back(std::move(text));
    }
    if (!line.reads.empty() && !line.segments.empty()) {
        drawing::TextShape text;
        text.at = {x + line.segments.front().x, y + line.baseline};
        text.text = line.reads;
        text.size = look.size;
        text.direction = line.direction;
        text.isSeen = false;
        into.emplace_back(std::move(text));
    }
}

bool shorten(std::vector<TextLine>& lines, std::size_t most, double width, const TextLook& look,
             const Typefaces& typefaces) {
    if (lines.size() <= most || most == 0) {
        return false;
    }
    lines.resize(most);
    TextLine& last = lines.back();
    if (last.segments.empty() || last.segments.back().figure) {
        return true;
    }
    // What is read last lies at the left where Hebrew or Arabic is read.
    const bool isFromRight =
        last.segments.back().direction == drawing::ReadingDirection::RightToLeft;
    Segment& segment = isFromRight ? last.segments.front() : last.segments.back();
    const double right = segment.x + segment.width;
    const double room = isFromRight ? right : width - segment.x;
    const std::string ellipsis = "\xE2\x80\xA6";
    const auto wanted = [&] {
        return look.size *
               typefaces
                   .shaped(segment.text + ellipsis, segment.bold, segment.italic, segment.direction)
                   .width;
    };
    while (!segment.text.empty() && wanted() > room) {
        std::size_t end = segment.text.size() - 1;
        while (end > 0 && (static_cast<unsigned char>(segment.text[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        segment.text.resize(end);
    }
    segment.width = wanted();
    segment.text += ellipsis;
    last.reads += last.reads.empty() ? "" : ellipsis; // what was cut may still be found
    if (isFromRight) {
        segment.x = right - segment.width;
    } else {
        last.width = segment.x + segment.width;
    }
    return true;
}

double heightOf(const std::vector<TextLine>& lines) noexcept {
    double height = 0;
    for (const TextLine& line : lines) {
        height += line.height;
    }
    return height;
}

} // namespace palpate::report
