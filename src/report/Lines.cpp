// SPDX-License-Identifier: MIT
#include "report/Lines.h"

#include "report/Characters.h"
#include "report/LineOrder.h"
#include "report/Pieces.h"

#include <algorithm>
#include <cmath>

namespace palpate::report {
namespace {

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
    return Breaker{look, width, typefaces, direction}.of(piecesOf(text, look, typefaces, figures));
}

TextExtent extentOf(const Inlines& text, const TextLook& look, const Typefaces& typefaces,
                    const InlineFigures& figures) {
    TextExtent extent;
    double line = 0;
    double word = 0;
    double space = 0;
    for (const Piece& piece : piecesOf(text, look, typefaces, figures)) {
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
