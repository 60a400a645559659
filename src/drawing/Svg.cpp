// SPDX-License-Identifier: MIT
#include "drawing/Svg.h"

#include "domain/Text.h"
#include "drawing/PngText.h"

#include <charconv>
#include <cmath>
#include <set>
#include <string_view>

namespace palpate::drawing {

namespace {

/// The shortest text with at most `decimals` places; what is no number becomes 0.
void appendNumber(std::string& out, double value, int decimals) {
    if (!std::isfinite(value)) {
        value = 0;
    }
    // to_chars ignores the locale, so a decimal comma can never slip in.
    char digits[400];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), value,
                                   std::chars_format::fixed, decimals);
    std::string_view text{digits, static_cast<std::size_t>(end.ptr - digits)};
    while (text.find('.') != std::string_view::npos && (text.back() == '0' || text.back() == '.')) {
        const bool wasPoint = text.back() == '.';
        text.remove_suffix(1);
        if (wasPoint) {
            break;
        }
    }
    out += text == "-0" ? std::string_view{"0"} : text;
}

[[nodiscard]] std::string number(double value, int decimals = 3) {
    std::string out;
    appendNumber(out, value, decimals);
    return out;
}

[[nodiscard]] std::string escaped(std::string_view text) {
    const bool isText = isValidUtf8(text);
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            // XML 1.0 knows no control characters; bytes that are no UTF-8 would spoil the whole
            // file.
            out += (byte < 0x20 || byte == 0x7F) ? ' ' : (byte >= 0x80 && !isText) ? '?' : c;
        }
    }
    return out;
}

[[nodiscard]] std::string hex(Colour colour) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out = "#";
    for (const std::uint8_t part : {colour.red, colour.green, colour.blue}) {
        out += kDigits[part >> 4U];
        out += kDigits[part & 15U];
    }
    return out;
}

class Writer {
public:
    [[nodiscard]] std::string write(const Picture& picture) {
        const std::string width = number(picture.width);
        const std::string height = number(picture.height);
        out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "mm\" height=\"" +
               height + "mm\" viewBox=\"0 0 " + width + " " + height +
               "\" role=\"img\" font-family=\"DejaVu Sans, Verdana, sans-serif\" "
               "fill-rule=\"evenodd\" "
               "stroke-linejoin=\"round\" stroke-linecap=\"round\">\n";
        if (!picture.title.empty()) {
            out_ += "<title>" + escaped(picture.title) + "</title>\n";
        }
        shapes(picture.shapes, 1);
        out_ += "</svg>\n";
        return std::move(out_);
    }

private:
    // `scale` is that of all groups round a shape: stroke widths, radii and text sizes are divided
    // by it, since a group's transform must not scale them.
    void shapes(const std::vector<Shape>& list, double scale) {
        for (const Shape& shape : list) {
            std::visit([&](const auto& one) { paint(one, scale); },
                       static_cast<const Shape::variant&>(shape));
        }
    }

    void paint(const PathShape& shape, double scale) {
        if (!shape.path || (!shape.fill && !shape.stroke)) {
            return;
        }
        out_ += "<path d=\"";
        for (const Contour& contour : shape.path->contours) {
            if (contour.points.empty()) {
                continue;
            }
            out_ += 'M';
            for (const Point point : contour.points) {
                appendNumber(out_, point.x, 2);
                out_ += ' ';
                appendNumber(out_, point.y, 2);
                out_ += ' ';
            }
            contour.closed ? void(out_.back() = 'z') : out_.pop_back();
        }
        out_ += '"';
        inks(shape.fill, shape.stroke, scale);
        out_ += "/>\n";
    }

    void paint(const CircleShape& shape, double scale) {
        if (!shape.fill && !shape.stroke) {
            return;
        }
        out_ += "<circle cx=\"" + number(shape.centre.x) + "\" cy=\"" + number(shape.centre.y) +
                "\" r=\"" + number(shape.radius / scale) + "\"";
        inks(shape.fill, shape.stroke, scale);
        out_ += "/>\n";
    }

    void paint(const ImageShape& shape, double) {
        if (!shape.image || !isWhole(*shape.image)) {
            return;
        }
        out_ += "<image x=\"" + number(shape.place.x) + "\" y=\"" + number(shape.place.y) +
                "\" width=\"" + number(shape.place.width) + "\" height=\"" +
                number(shape.place.height) +
                "\" preserveAspectRatio=\"none\" href=\"data:image/png;base64," +
                pngAsBase64(*shape.image) + "\"/>\n";
    }

    void paint(const TextShape& shape, double scale) {
        if (!shape.isSeen) {
            return;
        }
        out_ += "<text x=\"" + number(shape.at.x) + "\" y=\"" + number(shape.at.y) +
                "\" font-size=\"" + number(shape.size / scale) + "\"";
        // A line that is read from the right starts at its right end, but its place is its left.
        const bool isMirrored = shape.direction == ReadingDirection::RightToLeft;
        if (shape.align == Align::Middle) {
            out_ += " text-anchor=\"middle\"";
        } else if ((shape.align == Align::End) != isMirrored) {
            out_ += " text-anchor=\"end\"";
        }
        if (shape.weight == Weight::Bold) {
            out_ += " font-weight=\"bold\"";
        }
        if (shape.italic) {
            out_ += " font-style=\"italic\"";
        }
        if (shape.direction != ReadingDirection::FromText) {
            out_ += shape.direction == ReadingDirection::RightToLeft
                        ? " direction=\"rtl\" unicode-bidi=\"embed\""
                        : " direction=\"ltr\" unicode-bidi=\"embed\"";
        }
        colour("fill", shape.colour);
        if (shape.halo) {
            constexpr double kHaloPerEm = 0.28;
            out_ += " paint-order=\"stroke\" stroke-width=\"" +
                    number(shape.size * kHaloPerEm / scale) + "\"";
            colour("stroke", *shape.halo);
        }
        out_ += ">" + escaped(shape.text) + "</text>\n";
    }

    void paint(const Group& group, double scale) {
        if (group.clip) {
            const std::string clip = "clip" + std::to_string(++clips_);
            out_ += "<clipPath id=\"" + clip + "\"><rect x=\"" + number(group.clip->x) + "\" y=\"" +
                    number(group.clip->y) + "\" width=\"" + number(group.clip->width) +
                    "\" height=\"" + number(group.clip->height) +
                    "\"/></clipPath>\n<g clip-path=\"url(#" + clip + ")\">\n";
        }
        out_ += "<g";
        if (!group.name.empty()) {
            out_ += " id=\"" + uniqueId(group.name) + "\"";
        }
        if (!(group.transform == Transform{})) {
            constexpr int kDecimals =
                5; // a whole body is 1770 mm: the last millimetre must not drift
            out_ += " transform=\"translate(" + number(group.transform.dx) + " " +
                    number(group.transform.dy) + ") scale(" +
                    number(group.transform.scale, kDecimals) + ")\"";
        }
        out_ += ">\n";
        shapes(group.shapes, group.transform.scale > 0 ? scale * group.transform.scale : scale);
        out_ += group.clip ? "</g>\n</g>\n" : "</g>\n";
    }

    void colour(std::string_view attribute, Colour value) {
        out_ += " " + std::string{attribute} + "=\"" + hex(value) + "\"";
        if (value.alpha != 255) {
            out_ +=
                " " + std::string{attribute} + "-opacity=\"" + number(value.alpha / 255.0) + "\"";
        }
    }

    void inks(const std::optional<Colour>& fill, const std::optional<Stroke>& stroke,
              double scale) {
        fill ? colour("fill", *fill) : void(out_ += " fill=\"none\"");
        if (!stroke) {
            return;
        }
        colour("stroke", stroke->colour);
        out_ += " stroke-width=\"" + number(stroke->width / scale) + "\"";
        if (!stroke->dash.empty()) {
            out_ += " stroke-linecap=\"butt\" stroke-dasharray=\"";
            for (const double length : stroke->dash) {
                appendNumber(out_, length / scale, 3);
                out_ += ' ';
            }
            out_.back() = '"';
        }
    }

    /// Letters, digits and hyphens; a second group of the same name gets a number.
    [[nodiscard]] std::string uniqueId(std::string_view name) {
        std::string id;
        for (const char c : name) {
            const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                               (c >= '0' && c <= '9') || c == '_';
            id += plain ? c : '-';
        }
        std::string unique = id;
        for (int again = 2; !ids_.insert(unique).second; ++again) {
            unique = id + "-" + std::to_string(again);
        }
        return unique;
    }

    std::string out_;
    std::set<std::string> ids_;
    int clips_ = 0;
};

} // namespace

std::string svg(const Picture& picture) {
    return Writer{}.write(picture);
}

} // namespace palpate::drawing
