// SPDX-License-Identifier: MIT
#include "report/SampleReport.h"

#include <array>
#include <cmath>
#include <memory>
#include <numbers>
#include <vector>

namespace palpate::report::test {
namespace {

using drawing::CircleShape;
using drawing::Contour;
using drawing::Group;
using drawing::Path;
using drawing::PathShape;
using drawing::Picture;
using drawing::Point;
using drawing::rgb;
using drawing::Stroke;
using drawing::TextShape;

constexpr std::uint32_t kActive = 0xC2410C;
constexpr std::uint32_t kLatent = 0x075985;
constexpr std::uint32_t kGrey = 0x64748B;

drawing::Shape polygon(std::vector<Point> points, drawing::Colour fill,
                       std::optional<Stroke> stroke = {}) {
    const auto path = std::make_shared<Path>();
    path->contours.push_back({std::move(points), true});
    return PathShape{path, fill, std::move(stroke)};
}

drawing::Shape polyline(std::vector<Point> points, drawing::Colour colour, double width) {
    const auto path = std::make_shared<Path>();
    path->contours.push_back({std::move(points), false});
    return PathShape{path, std::nullopt, Stroke{colour, width, {}}};
}

std::vector<Point> blob(double cx, double cy, double rx, double ry) {
    constexpr int kPoints = 50;
    std::vector<Point> points;
    for (int i = 0; i < kPoints; ++i) {
        const double angle = 2 * std::numbers::pi * i / kPoints;
        const double swell = 1 + 0.07 * std::sin(5 * angle);
        points.push_back({cx + rx * swell * std::cos(angle), cy + ry * swell * std::sin(angle)});
    }
    return points;
}

void addMark(Picture& picture, Point at, int state, const std::string& number) {
    constexpr double kRadius = 1.7;
    const drawing::Colour colour = rgb(state == 0 ? kActive : state == 1 ? kLatent : kGrey);
    picture.shapes.emplace_back(
        CircleShape{at, kRadius, state == 0 ? colour : rgb(0xFFFFFF),
                    Stroke{state == 0 ? rgb(0xFFFFFF) : colour, state == 1 ? 0.6 : 0.35, {}}});
    if (state == 2) {
        picture.shapes.push_back(
            polyline({{at.x - 0.7, at.y + 0.1}, {at.x - 0.2, at.y + 0.6}, {at.x + 0.8, at.y - 0.6}},
                     colour, 0.35));
    } else if (!number.empty()) {
        TextShape text;
        text.at = {at.x, at.y + 0.75};
        text.text = number;
        text.size = 2.1;
        text.align = drawing::Align::Middle;
        text.weight = drawing::Weight::Bold;
        text.colour = state == 0 ? rgb(0xFFFFFF) : rgb(kLatent);
        picture.shapes.emplace_back(std::move(text));
    }
}

constexpr std::array<int, 7> kStates{0, 0, 1, 1, 2, 2, 2};

Figure bodyMap(const FigureRequest& request) {
    const bool isFirst = request.parameters.at("session") == "first";
    Picture picture;
    picture.width = std::min(request.width, 60.0);
    picture.height = picture.width * 1.4;
    picture.title = "Back of the body";
    Group body;
    body.clip = drawing::Rect{0, 0, picture.width, picture.height};
    body.transform = {picture.width / 100, 0, 0};
    body.name = "body";
    body.shapes.push_back(
        polygon(blob(50, 70, 38, 78), rgb(0xFBEFE4), Stroke{rgb(0xD8B9A8), 0.2, {}}));
    for (int i = 0; i < 14; ++i) {
        const double side = i % 2 == 0 ? -1 : 1;
        const double y = 8 + 10 * i;
        body.shapes.push_back(polygon(blob(50 + side * 17, y, 15, 11), rgb(0xE8C4C0),
                                      Stroke{rgb(0xB98C88), 0.12, {}}));
    }
    body.shapes.push_back(polygon(blob(66, 108, 14, 30), rgb(0xBE6FA0, 90)));
    picture.shapes.emplace_back(std::move(body));
    for (int i = 0; i < 7; ++i) {
        const double y = picture.height * (0.42 + 0.08 * i);
        const double x = picture.width * (i % 2 == 0 ? 0.62 : 0.38);
        addMark(picture, {x, y}, isFirst ? i % 2 : kStates.at(static_cast<std::size_t>(i)),
                std::to_string(i + 1));
    }
    return {std::move(picture), ""};
}

Figure legend() {
    Picture picture;
    picture.width = 82;
    picture.height = 4.4;
    const std::array<const char*, 3> words{"active", "latent", "resolved"};
    for (int i = 0; i < 3; ++i) {
        const double x = 2 + 20.0 * i;
        addMark(picture, {x, 2.2}, i, "");
        TextShape text;
        text.at = {x + 3.5, 3.1};
        text.text = words.at(static_cast<std::size_t>(i));
        text.size = 2.6;
        text.colour = rgb(kGrey);
        picture.shapes.emplace_back(std::move(text));
    }
    return {std::move(picture), ""};
}

Figure trend(double width) {
    Picture picture;
    picture.width = width;
    picture.height = 37;
    constexpr std::array<double, 7> kPain{7, 6, 6, 5, 4, 4, 3};
    const auto place = [&](int i, double value) {
        return Point{6 + (width - 9) * i / 6.0, 34 - 3.1 * value};
    };
    for (int value = 0; value <= 10; value += 2) {
        const Point at = place(0, value);
        picture.shapes.push_back(polyline({at, {width - 3, at.y}}, rgb(0xDDE3E9), 0.2));
        TextShape text;
        text.at = {at.x - 1.5, at.y + 0.8};
        text.text = std::to_string(value);
        text.size = 2.3;
        text.align = drawing::Align::End;
        text.colour = rgb(kGrey);
        picture.shapes.emplace_back(std::move(text));
    }
    std::vector<Point> line;
    for (int i = 0; i < 7; ++i) {
        line.push_back(place(i, kPain.at(static_cast<std::size_t>(i))));
    }
    picture.shapes.push_back(polyline(line, rgb(kActive), 0.5));
    for (const Point& point : line) {
        picture.shapes.emplace_back(CircleShape{point, 0.8, rgb(kActive), std::nullopt});
    }
    TextShape label;
    label.at = {width - 3, 17};
    label.text = "pain now, 0\xE2\x80\x93"
                 "10";
    label.size = 2.4;
    label.align = drawing::Align::End;
    label.weight = drawing::Weight::Bold;
    label.colour = rgb(kActive);
    label.halo = rgb(0xFFFFFF);
    picture.shapes.emplace_back(std::move(label));
    return {std::move(picture), ""};
}

Figure sparkline(double width) {
    Picture picture;
    picture.width = width;
    picture.height = 3.4;
    picture.shapes.push_back(
        polyline({{0.6, 0.9}, {width * 0.3, 1.1}, {width * 0.6, 1.9}, {width - 1, 2.6}},
                 rgb(0x334155), 0.35));
    picture.shapes.emplace_back(CircleShape{{width - 1, 2.6}, 0.55, rgb(kActive), std::nullopt});
    return {std::move(picture), ""};
}

Figure mark(const FigureRequest& request) {
    Picture picture;
    picture.width = 4.4;
    picture.height = 4.2;
    const std::string number = request.parameters.at("point");
    addMark(picture, {2.2, 2.1}, kStates.at(static_cast<std::size_t>(std::stoi(number) - 1)),
            number);
    return {std::move(picture), ""};
}

} // namespace

Template progressReport() {
    return Template::load(std::filesystem::path{PALPATE_SOURCE_DIR} / "templates" /
                          "progress-report.md");
}

Fields sampleFields() {
    Fields fields;
    fields.set("clinic.name", "Riverside Clinic").set("clinic.address", "12 Mill Lane, Bristol");
    fields.set("clinic.phone", "+44 117 496 0101");
    fields.set("patient.name", "Ana Kovács").set("patient.birth", "14 March 1980");
    fields.set("case.title", "low back pain, right")
        .set("case.since", "3 October 2026")
        .set("case.diagnoses", "M54.59 Other low back pain; M79.18 Myalgia, other site");
    fields.set("period", "12 October to 23 November 2026").set("sessionCount", "7 sessions");
    fields.set("practitioner.name", "D. Okafor").set("practitioner.profession", "physiotherapist");
    fields.set("practitioner.registration", "reg. PH 20417");
    fields.set(
        "summary",
        "Pain has fallen from 7 to 3 of 10 and three of seven trigger points have resolved. The "
        "change in "
        "pain is twice the smallest change that matters to patients. Sitting for an hour is again "
        "possible; lifting is not yet.");
    const auto card = [](const char* label, const char* value, const char* note) {
        return Fields{}.set("label", label).set("value", value).set("note", note);
    };
    fields.setList("cards",
                   {card("Pain now, 0–10 (NPRS)", "7 → 3", "−4; matters from: 2 ¹"),
                    card("Active trigger points", "5 → 2", "2 latent, 3 resolved"),
                    card("Total tenderness", "38 → 15", "7 of 7 assessed"),
                    card("Painful area", "412 → 118 cm²", "3.7 % → 1.1 % of front and back")});
    fields.set("first.date", "12 October 2026")
        .set("first.caption", "7 points, total tenderness 38");
    fields.set("latest.date", "23 November 2026")
        .set("latest.caption", "4 points, total tenderness 15");
    fields.setFlag("hasMaps", true)
        .setFlag("hasSecondMap", true)
        .setFlag("hasTrend", true)
        .setFlag("hasPoints", true);
    fields.setFlag("hasMotions", true).set("trendTitle", "Pain").set("motionTitle", "Lumbar spine");
    const auto motion = [](const char* name, const char* first, const char* now,
                           const char* usual) {
        return Fields{}.set("motion", name).set("first", first).set("now", now).set("usual", usual);
    };
    fields.setList("motions", {motion("flexion", "38°", "54°", "60°"),
                               motion("side-bending R", "14°", "22°", "25°"),
                               motion("extension", "12°", "19°", "25°")});
    fields.setNote(
        "helped",
        "Pressure release lowered tenderness by 2.6 points a time (17 times); post-isometric "
        "relaxation by 1.4 (5).");
    struct Row {
        const char* muscle;
        const char* first;
        const char* now;
        const char* treatment;
    };
    constexpr std::array<Row, 7> kRows{
        {{"R quadratus lumborum", "7", "6", "pressure release 60 s × 6"},
         {"R gluteus medius", "6", "5", "pressure release 45 s × 5"},
         {"R piriformis", "5", "2", "post-isometric relaxation × 5"},
         {"R gluteus minimus", "4", "2", "stretch × 3"},
         {"L quadratus lumborum", "5", "0", "pressure release 60 s × 2"},
         {"L gluteus medius", "6", "0", "pressure release 45 s × 4"},
         {"R longissimus, T12", "5", "0", "myofascial release × 1"}}};
    std::vector<Fields> points;
    for (const Row& row : kRows) {
        points.push_back(Fields{}
                             .set("number", std::to_string(points.size() + 1))
                             .set("muscle", row.muscle)
                             .set("first", row.first)
                             .set("now", row.now)
                             .set("treatment", row.treatment));
    }
    fields.setList("points", std::move(points));
    fields.setNote(
        "plan",
        "Weekly for four weeks: pressure release and post-isometric relaxation for the right "
        "quadratus "
        "lumborum and gluteus medius.\n\nAt home: side-bending stretch 3 × 30 s daily (done on 5 "
        "of 7 "
        "days), stand up every 40 minutes, heat 15 min in the evening. Re-assess on 21 December.");
    fields.set("visit", "23 Nov 2026, 10:15");
    fields.set("signed", "Signed 23 Nov 2026, 11:05 · D. Okafor");
    fields.setList(
        "sources",
        {Fields{}.set("mark", "¹").set("text", "Invented 2008, low back pain, table 2.")});
    fields.set("attribution", "Body map adapted from: \"BodyParts3D - The Database Center for Life "
                              "Science - CC-BY-SA 2.1 Japan\" and "
                              "\"Z-Anatomy - The open source atlas of anatomy - CC-BY-SA 4.0\" "
                              "(https://www.z-anatomy.com/). BodyParts3D, (c) "
                              "2008 Life Science Integrated Database Center licensed under CC "
                              "Attribution-ShareAlike 2.1 Japan. Changes: "
                              "orthographic projection to outlines, hidden parts removed, smoothed "
                              "and simplified, body regions added. This "
                              "adaptation is licensed under CC BY-SA 4.0.");
    return fields;
}

FigureSource sampleFigures() {
    return [](const FigureRequest& request) -> std::optional<Figure> {
        if (request.name == "body-map") {
            return bodyMap(request);
        }
        if (request.name == "body-map-difference") {
            auto latest = request;
            latest.parameters["session"] = "latest";
            return bodyMap(latest);
        }
        if (request.name == "legend") {
            return legend();
        }
        if (request.name == "trend") {
            return trend(request.width);
        }
        if (request.name == "sparkline") {
            return sparkline(request.width);
        }
        if (request.name == "mark") {
            return mark(request);
        }
        return std::nullopt;
    };
}

PageStyle sampleStyle() {
    PageStyle style;
    style.footer.left = "Ana Kovács · progress report · 23 November 2026";
    style.footer.middle = "Confidential";
    return style;
}

Template templateOf(const std::string& body) {
    return Template::parse(body, "story.md");
}

namespace {

void collect(const std::vector<drawing::Shape>& shapes, std::string& into) {
    for (const drawing::Shape& shape : shapes) {
        if (const auto* group = std::get_if<Group>(&shape)) {
            collect(group->shapes, into);
        } else if (const auto* text = std::get_if<TextShape>(&shape)) {
            into += text->text + "\n";
        }
    }
}

} // namespace

std::string shownText(const drawing::Picture& page) {
    std::string text;
    collect(page.shapes, text);
    return text;
}

} // namespace palpate::report::test
