// SPDX-License-Identifier: MIT
#include "report/PdfPainter.h"

#include "report/Lines.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace palpate::report {
namespace {

using drawing::Colour;
using drawing::Point;
using drawing::Transform;

long toHundredths(double millimetres) {
    constexpr double kFarOff =
        1e6; // a coordinate beyond a kilometre is a mistake and must not overflow
    return std::lround(std::fmin(std::fmax(millimetres, -kFarOff), kFarOff) * 100);
}

/// How much a file gains by keeping shapes once: their number, and one more for every so many
/// points, since a whole body may be a few long outlines.
std::size_t amountIn(const std::vector<drawing::Shape>& shapes) {
    constexpr std::size_t kPointsOfAShape = 20;
    std::size_t amount = 0;
    for (const drawing::Shape& shape : shapes) {
        if (const auto* group = std::get_if<drawing::Group>(&shape)) {
            amount += amountIn(group->shapes);
            continue;
        }
        ++amount;
        if (const auto* path = std::get_if<drawing::PathShape>(&shape);
            path != nullptr && path->path) {
            for (const drawing::Contour& contour : path->path->contours) {
                amount += contour.points.size() / kPointsOfAShape;
            }
        }
    }
    return amount;
}

long surplusIn(const std::vector<drawing::Shape>& shapes) {
    long surplus = 0;
    for (const drawing::Shape& shape : shapes) {
        if (const auto* group = std::get_if<drawing::Group>(&shape)) {
            surplus += surplusIn(group->shapes);
        } else if (const auto* text = std::get_if<drawing::TextShape>(&shape)) {
            surplus += leftToRightSurplus(text->text);
        }
    }
    return surplus;
}

} // namespace

PdfPainter::PdfPainter(PdfDocument& document, HPDF_Page page, const drawing::Picture& picture,
                       const Typefaces& typefaces)
    : document_{document}, page_{page}, picture_{&picture}, height_{picture.height},
      typefaces_{typefaces}, isPageLeftToRight_{surplusIn(picture.shapes) >= 0} {}

PdfPainter::PdfPainter(PdfDocument& document, const Typefaces& typefaces, bool isPageLeftToRight)
    : document_{document}, page_{nullptr}, picture_{nullptr}, height_{0}, typefaces_{typefaces},
      isPageLeftToRight_{isPageLeftToRight} {}

void PdfPainter::paint() {
    paint(picture_->shapes, Transform{});
    leavePaths();
    auto* attributes = static_cast<HPDF_PageAttr>(page_->attr);
    HPDF_Stream_Write(attributes->stream, reinterpret_cast<const HPDF_BYTE*>(out_.data()),
                      static_cast<HPDF_UINT>(out_.size()));
    document_.check("painting a page");
}

void PdfPainter::paint(const std::vector<drawing::Shape>& shapes, const Transform& transform) {
    for (const drawing::Shape& shape : shapes) {
        std::visit([&](const auto& one) { paint(one, transform); },
                   static_cast<const drawing::Shape::variant&>(shape));
    }
}

void PdfPainter::paint(const drawing::PathShape& shape, const Transform& transform) {
    if (!shape.path || (!shape.fill && !shape.stroke)) {
        return;
    }
    enterPaths();
    const std::string_view ending = prepare(shape.fill, shape.stroke);
    bool hasPoints = false;
    for (const drawing::Contour& contour : shape.path->contours) {
        std::optional<std::pair<long, long>> last;
        for (const Point& point : contour.points) {
            const Point at = moved(point, transform);
            const std::pair here{toHundredths(at.x), toHundredths(at.y)};
            if (last == here && contour.points.size() > 2) {
                continue; // too small to be seen
            }
            whole(here.first);
            whole(here.second);
            out_ += last ? "l\n" : "m\n";
            last = here;
            hasPoints = true;
        }
        if (last && contour.closed) {
            out_ += "h\n";
        }
    }
    out_ += hasPoints ? ending : std::string_view{"n\n"};
}

void PdfPainter::paint(const drawing::CircleShape& shape, const Transform& transform) {
    if (!shape.fill && !shape.stroke) {
        return;
    }
    enterPaths();
    const std::string_view ending = prepare(shape.fill, shape.stroke);
    constexpr double kArc = 0.5522847498; // control points of a quarter circle as a Bézier curve
    const Point c = moved(shape.centre, transform);
    const double r = shape.radius;
    const double k = r * kArc;
    const auto put = [this](double x, double y) {
        hundredths(x);
        hundredths(y);
    };
    const auto curve = [&put, this](double x1, double y1, double x2, double y2, double x,
                                    double y) {
        put(x1, y1);
        put(x2, y2);
        put(x, y);
        out_ += "c\n";
    };
    put(c.x + r, c.y);
    out_ += "m\n";
    curve(c.x + r, c.y + k, c.x + k, c.y + r, c.x, c.y + r);
    curve(c.x - k, c.y + r, c.x - r, c.y + k, c.x - r, c.y);
    curve(c.x - r, c.y - k, c.x - k, c.y - r, c.x, c.y - r);
    curve(c.x + k, c.y - r, c.x + r, c.y - k, c.x + r, c.y);
    out_ += "h\n";
    out_ += ending;
}

void PdfPainter::paint(const drawing::ImageShape& shape, const Transform& transform) {
    const std::optional<std::size_t> image = document_.image(shape.image);
    const double width = shape.place.width * transform.scale * kPointsPerMillimetre;
    const double height = shape.place.height * transform.scale * kPointsPerMillimetre;
    if (!image || width <= 0 || height <= 0) {
        return;
    }
    leavePaths();
    constexpr std::uint8_t kOpaque = 255;
    useOpacity(kOpaque, kOpaque, textInk_);
    std::string name;
    if (page_ == nullptr) {
        parts_.images.insert(*image);
        name = PdfDocument::nameOfImage(*image);
    } else {
        name = HPDF_Page_GetXObjectName(page_, document_.imageObject(*image));
        document_.check("placing an image");
    }
    const Point corner = moved({shape.place.x, shape.place.y}, transform);
    out_ += "q ";
    decimal(width);
    out_ += "0 0 ";
    decimal(height);
    decimal(corner.x * kPointsPerMillimetre);
    decimal((height_ - corner.y) * kPointsPerMillimetre - height);
    out_ += "cm /" + name + " Do Q\n";
}

void PdfPainter::paint(const drawing::Group& group, const Transform& transform) {
    const Transform& own = group.transform;
    const Transform inner{transform.scale * own.scale, own.dx * transform.scale + transform.dx,
                          own.dy * transform.scale + transform.dy};
    if (!group.clip) {
        paint(group.shapes, inner);
        return;
    }
    constexpr std::size_t kMany = 30;
    if (page_ != nullptr && amountIn(group.shapes) >= kMany) {
        paintAsForm(group, transform);
        return;
    }
    leavePaths();
    const Point corner = moved({group.clip->x, group.clip->y}, transform);
    const double width = group.clip->width * transform.scale;
    const double height = group.clip->height * transform.scale;
    const Ink before = textInk_;
    out_ += "q ";
    decimal(corner.x * kPointsPerMillimetre);
    decimal((height_ - corner.y - height) * kPointsPerMillimetre);
    decimal(width * kPointsPerMillimetre);
    decimal(height * kPointsPerMillimetre);
    out_ += "re W n\n";
    paint(group.shapes, inner);
    leavePaths();
    out_ += "Q\n";
    textInk_ = before;
}

// A body map is painted twice on most pages, first and now: its outlines are kept once.
void PdfPainter::paintAsForm(const drawing::Group& group, const Transform& transform) {
    PdfPainter part{document_, typefaces_, isPageLeftToRight_};
    const Transform& own = group.transform;
    part.paint(group.shapes,
               {transform.scale * own.scale, own.dx * transform.scale, own.dy * transform.scale});
    part.leavePaths();
    const drawing::Rect& clip = *group.clip;
    const double unit = transform.scale * kPointsPerMillimetre;
    part.parts_.content = std::move(part.out_);
    part.parts_.box = {clip.x * unit, -(clip.y + clip.height) * unit, clip.width * unit,
                       clip.height * unit};
    const char* name = HPDF_Page_GetXObjectName(page_, document_.form(std::move(part.parts_)));
    document_.check("placing a drawing");
    leavePaths();
    constexpr std::uint8_t kOpaque = 255;
    useOpacity(kOpaque, kOpaque, textInk_); // a form takes over the page's state
    out_ += "q 1 0 0 1 ";
    decimal(transform.dx * kPointsPerMillimetre);
    decimal((height_ - transform.dy) * kPointsPerMillimetre);
    out_ += "cm /";
    out_ += name;
    out_ += " Do Q\n";
}

void PdfPainter::enterPaths() {
    if (isInPaths_) {
        return;
    }
    isInPaths_ = true;
    out_ += "q .02834646 0 0 -.02834646 0 ";
    decimal(height_ * kPointsPerMillimetre);
    out_ += "cm 1 j 1 J\n";
    pathInk_ = {};
    pathInk_.fillAlpha = textInk_.fillAlpha; // q hands the outer state on
    pathInk_.strokeAlpha = textInk_.strokeAlpha;
}

void PdfPainter::leavePaths() {
    if (isInPaths_) {
        out_ += "Q\n";
        isInPaths_ = false;
    }
}

std::string_view PdfPainter::prepare(const std::optional<Colour>& fill,
                                     const std::optional<drawing::Stroke>& stroke) {
    useOpacity(fill ? fill->alpha : pathInk_.fillAlpha,
               stroke ? stroke->colour.alpha : pathInk_.strokeAlpha, pathInk_);
    if (fill) {
        useFill(*fill, pathInk_);
    }
    if (stroke) {
        useStroke(stroke->colour, pathInk_);
        useLine(*stroke);
    }
    return fill && stroke ? "B*\n" : fill ? "f*\n" : "S\n";
}

void PdfPainter::useOpacity(std::uint8_t fill, std::uint8_t stroke, Ink& ink) {
    if (ink.fillAlpha == fill && ink.strokeAlpha == stroke) {
        return;
    }
    out_ += "/";
    if (page_ == nullptr) {
        parts_.opacities.emplace(fill, stroke);
        out_ += PdfDocument::nameInForm(fill, stroke);
    } else {
        const char* name = HPDF_Page_GetExtGStateName(page_, document_.opacity(fill, stroke));
        document_.check("using a translucent colour");
        out_ += name;
    }
    out_ += " gs\n";
    ink.fillAlpha = fill;
    ink.strokeAlpha = stroke;
}

void PdfPainter::useFill(Colour colour, Ink& ink) {
    colour.alpha = 255;
    if (ink.fill != colour) {
        for (const std::uint8_t part : {colour.red, colour.green, colour.blue}) {
            decimal(part / 255.0);
        }
        out_ += "rg\n";
        ink.fill = colour;
    }
}

void PdfPainter::useStroke(Colour colour, Ink& ink) {
    colour.alpha = 255;
    if (ink.stroke != colour) {
        for (const std::uint8_t part : {colour.red, colour.green, colour.blue}) {
            decimal(part / 255.0);
        }
        out_ += "RG\n";
        ink.stroke = colour;
    }
}

void PdfPainter::useLine(const drawing::Stroke& stroke) {
    if (pathInk_.width != stroke.width) {
        hundredths(stroke.width);
        out_ += "w\n";
        pathInk_.width = stroke.width;
    }
    if (pathInk_.dash != stroke.dash) {
        out_ += "[";
        for (const double length : stroke.dash) {
            hundredths(length);
        }
        out_ += "] 0 d\n";
        pathInk_.dash = stroke.dash;
    }
}

void PdfPainter::hundredths(double millimetres) {
    whole(toHundredths(millimetres));
}

void PdfPainter::whole(long value) {
    std::array<char, 24> text{};
    const auto result = std::to_chars(text.data(), text.data() + text.size(), value);
    out_.append(text.data(), result.ptr);
    out_ += ' ';
}

void PdfPainter::decimal(double value) {
    const long scaled = std::lround(value * 1000);
    const long fraction = std::labs(scaled % 1000);
    if (fraction == 0) {
        whole(scaled / 1000);
        return;
    }
    out_ += scaled < 0 ? "-" : "";
    whole(std::labs(scaled) / 1000);
    out_.back() = '.';
    for (long digit = 100, rest = fraction; rest > 0; rest %= digit, digit /= 10) {
        out_ += static_cast<char>('0' + rest / digit);
    }
    out_ += ' ';
}

} // namespace palpate::report
