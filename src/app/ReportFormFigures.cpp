// SPDX-License-Identifier: MIT
// What is ticked, marked and painted on a printed form.
#include "app/ReportFormFigures.h"

#include "app/FormBodyMap.h"
#include "app/FormFields.h"
#include "app/MapFigures.h"
#include "atlas/BodyMap.h"
#include "domain/PainArea.h"
#include "drawing/TextWidth.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace palpate::app {

namespace {

using drawing::Picture;

constexpr double kText = 3.2;        ///< em, millimetres: as the words beside it
constexpr double kBox = 3.4;         ///< side of a box to tick
constexpr double kBoxGap = 1.6;      ///< between a box and its word
constexpr double kRow = 5.6;         ///< from one row of boxes to the next
constexpr double kColumnGap = 5;     ///< between columns of boxes
constexpr double kWritingLine = 7.5; ///< from one line to write on to the next
constexpr double kLineWidth = 0.2;
constexpr double kScaleBox = 7; ///< a number to ring, large enough for a pen
constexpr double kMapHeight = 92;
constexpr std::uint32_t kInk = 0x1F2A33;
constexpr std::uint32_t kPale = 0x94A3B8;

[[nodiscard]] drawing::Shape box(double x, double y, double width, double height) {
    auto path = std::make_shared<drawing::Path>();
    path->contours.push_back(
        {{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}, true});
    return drawing::PathShape{std::move(path), std::nullopt,
                              drawing::Stroke{drawing::rgb(kInk), kLineWidth, {}}};
}

[[nodiscard]] drawing::Shape rule(double x, double y, double width) {
    auto path = std::make_shared<drawing::Path>();
    path->contours.push_back({{{x, y}, {x + width, y}}, false});
    return drawing::PathShape{std::move(path), std::nullopt,
                              drawing::Stroke{drawing::rgb(kPale), kLineWidth, {}}};
}

[[nodiscard]] drawing::Shape words(double x, double y, const std::string& text,
                                   drawing::Align align = drawing::Align::Start) {
    drawing::TextShape shape;
    shape.at = {x, y};
    shape.text = text;
    shape.size = kText;
    shape.align = align;
    shape.colour = drawing::rgb(kInk);
    return shape;
}

[[nodiscard]] Picture tick() {
    Picture picture{kBox, kBox, tr("box to tick"), {}};
    picture.shapes.push_back(
        box(kLineWidth, kLineWidth, kBox - 2 * kLineWidth, kBox - 2 * kLineWidth));
    return picture;
}

/// Boxes with their words, in as many columns as the longest word leaves room for.
void addOptions(const AskedLine& line, Picture& picture) {
    double widest = 0;
    for (const auto& option : line.options) {
        widest = std::max(widest, drawing::estimatedWidth(option, kText));
    }
    const double cell = kBox + kBoxGap + widest + kColumnGap;
    const auto columns = std::clamp<std::size_t>(
        static_cast<std::size_t>((picture.width + kColumnGap) / cell), 1, line.options.size());
    const auto rows = (line.options.size() + columns - 1) / columns;
    // A list is read down its columns.
    for (std::size_t i = 0; i < line.options.size(); ++i) {
        const double x = static_cast<double>(i / rows) * cell;
        const double y = picture.height + static_cast<double>(i % rows) * kRow;
        picture.shapes.push_back(box(x + kLineWidth, y + kLineWidth, kBox, kBox));
        picture.shapes.push_back(words(x + kBox + kBoxGap, y + kBox - 0.5, line.options[i]));
    }
    picture.height += static_cast<double>(rows) * kRow;
}

/// Numbers to ring, side by side.
void addScale(const AskedLine& line, Picture& picture) {
    const auto count = static_cast<double>(line.options.size());
    const double step = std::min(picture.width / count, kScaleBox * 2);
    for (std::size_t i = 0; i < line.options.size(); ++i) {
        const double middle = (static_cast<double>(i) + 0.5) * step;
        drawing::CircleShape ring;
        ring.centre = {middle, picture.height + kScaleBox / 2 + kLineWidth};
        ring.radius = std::min(kScaleBox, step) / 2 - kLineWidth;
        ring.stroke = drawing::Stroke{drawing::rgb(kPale), kLineWidth, {}};
        picture.shapes.emplace_back(ring);
        picture.shapes.push_back(words(middle, picture.height + kScaleBox / 2 + kText * 0.4,
                                       line.options[i], drawing::Align::Middle));
    }
    picture.height += kScaleBox + 2 * kLineWidth;
}

void addWriting(const AskedLine& line, Picture& picture) {
    double from = 0;
    if (!line.options.empty()) { // an answer of one's own beside those to choose from
        const std::string other = tr("other:");
        picture.shapes.push_back(words(0, picture.height + kWritingLine - 1.6, other));
        from = drawing::estimatedWidth(other, kText) + 2;
    }
    const double unit = line.unit.empty() ? 0 : drawing::estimatedWidth(line.unit, kText) + 2;
    const bool isShort = !line.unit.empty();
    const double width = isShort ? std::min(picture.width - unit, 40.0) : picture.width - from;
    for (int i = 0; i < line.writingLines; ++i) {
        picture.shapes.push_back(rule(from, picture.height + kWritingLine - 0.8, width));
        if (isShort) {
            picture.shapes.push_back(
                words(from + width + 2, picture.height + kWritingLine - 1.6, line.unit));
        }
        picture.height += kWritingLine;
        from = 0;
    }
}

[[nodiscard]] Picture answerRoom(const AskedLine& line, double width) {
    Picture picture{width, 0, tr("room for the answer"), {}};
    if (line.kind == FieldKind::Slider && !line.options.empty()) {
        addScale(line, picture);
    } else if (!line.options.empty()) {
        addOptions(line, picture);
    }
    if (line.writingLines > 0) {
        addWriting(line, picture);
    }
    return picture;
}

/// The whole body in a view, with what was painted there.
[[nodiscard]] std::optional<report::Figure> bodyMap(const drawing::BodyShapes& shapes,
                                                    const AskedLine& line,
                                                    const report::FigureRequest& request) {
    const auto asked = request.parameters.find("view");
    const auto view = asked != request.parameters.end() ? parseView(asked->second) : std::nullopt;
    if (!view) {
        return std::nullopt;
    }
    std::vector<drawing::MapArea> areas;
    for (const auto& part : parseBodyMapText(line.outlines).value_or(std::vector<PaintedPart>{})) {
        if (part.view == *view) {
            PainArea area{.id = anyId<PainAreaId>()};
            area.view = part.view;
            area.onArm = part.onArm;
            area.shape = part.shape;
            areas.push_back(areaOf(area));
        }
    }
    const atlas::Peel peel{.top = Layer::Skin, .showArm = anyOnArm(areas)};
    const auto window = drawing::wholeBody(shapes.map(), *view, peel, request.wantedWidth(),
                                           request.number("height").value_or(kMapHeight));
    drawing::MapStyle style;
    style.labels = false;
    return report::Figure{
        drawing::bodyMapPicture(shapes, window, style, {}, {.areas = std::move(areas)}), {}};
}

} // namespace

report::FigureSource formFigures(const drawing::BodyShapes& shapes,
                                 std::shared_ptr<const std::vector<AskedLine>> lines) {
    return [&shapes, lines = std::move(lines)](
               const report::FigureRequest& request) -> std::optional<report::Figure> {
        if (request.name == "form-tick") {
            return report::Figure{tick(), {}};
        }
        const auto at = request.number("line");
        if (!at || *at < 1 || *at > static_cast<double>(lines->size())) {
            return std::nullopt;
        }
        const auto& line = (*lines)[static_cast<std::size_t>(*at) - 1];
        if (request.name == "form-map") {
            return bodyMap(shapes, line, request);
        }
        auto room = answerRoom(line, request.wantedWidth());
        return room.shapes.empty() ? std::nullopt
                                   : std::optional{report::Figure{std::move(room), {}}};
    };
}

} // namespace palpate::app
