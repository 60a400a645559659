// SPDX-License-Identifier: MIT
#include "drawing/Svg.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <clocale>
#include <limits>

using namespace palpate::drawing;
using Catch::Matchers::ContainsSubstring;

namespace {

[[nodiscard]] std::shared_ptr<const Path> triangle() {
    return std::make_shared<const Path>(Path{
        {Contour{{{1, 2}, {3.456789, 4}, {5, 6.1}}, true}, Contour{{{7, 8}, {9, 10}}, false}}});
}
[[nodiscard]] Picture pictureOf(Shape shape) {
    Picture picture{20, 10, {}, {}};
    picture.shapes.push_back(std::move(shape));
    return picture;
}

} // namespace

SCENARIO("each kind of shape becomes its SVG element", "[drawing]") {
    GIVEN("a path with a closed and an open contour") {
        const std::string text = svg(pictureOf(
            PathShape{triangle(), rgb(0x102030, 128), Stroke{rgb(0xFF0000), 0.25, {1, 0.5}}}));
        THEN("the closed one ends in z, numbers are short, colours and dashes are there") {
            CHECK_THAT(text, ContainsSubstring("d=\"M1 2 3.46 4 5 6.1zM7 8 9 10\""));
            CHECK_THAT(text, ContainsSubstring("fill=\"#102030\" fill-opacity=\"0.502\""));
            CHECK_THAT(text, ContainsSubstring("stroke=\"#ff0000\" stroke-width=\"0.25\""));
            CHECK_THAT(text, ContainsSubstring("stroke-dasharray=\"1 0.5\""));
            CHECK_THAT(text, ContainsSubstring("fill-rule=\"evenodd\""));
            CHECK_THAT(text,
                       ContainsSubstring("width=\"20mm\" height=\"10mm\" viewBox=\"0 0 20 10\""));
        }
    }
    GIVEN("a path without fill or stroke, or without points at all") {
        THEN("nothing is painted") {
            CHECK(svg(pictureOf(PathShape{triangle(), {}, {}})).find("<path") == std::string::npos);
            CHECK(svg(pictureOf(PathShape{nullptr, rgb(0), {}})).find("<path") ==
                  std::string::npos);
        }
    }
    GIVEN("a line of text with a halo") {
        const std::string text = svg(pictureOf(TextShape{
            {1, 2}, "a", 3, Align::Middle, Weight::Bold, true, rgb(0x123456), rgb(0xFFFFFF)}));
        THEN("the halo lies behind the glyphs") {
            CHECK_THAT(text, ContainsSubstring("text-anchor=\"middle\" font-weight=\"bold\" "
                                               "font-style=\"italic\" fill=\"#123456\""));
            CHECK_THAT(text, ContainsSubstring("paint-order=\"stroke\""));
        }
    }
}

SCENARIO("a group moves and scales places but not strokes, radii or letters", "[drawing]") {
    Group inner{{4, 1, 1}, {}, "inner", {}};
    inner.shapes.emplace_back(PathShape{triangle(), {}, Stroke{rgb(0), 0.8, {1.6}}});
    inner.shapes.emplace_back(CircleShape{{1, 1}, 8, rgb(0), {}});
    inner.shapes.emplace_back(
        TextShape{{1, 1}, "x", 16, Align::Start, Weight::Regular, false, rgb(0), {}});
    Group outer{{2, 0, 0}, Rect{0, 0, 5, 6}, "outer", {}};
    outer.shapes.emplace_back(inner);
    const std::string text = svg(pictureOf(outer));
    CHECK_THAT(text, ContainsSubstring("transform=\"translate(1 1) scale(4)\""));
    CHECK_THAT(text, ContainsSubstring("stroke-width=\"0.1\"")); // 0.8 mm through 2 x 4
    CHECK_THAT(text, ContainsSubstring("stroke-dasharray=\"0.2\""));
    CHECK_THAT(text, ContainsSubstring("r=\"1\""));
    CHECK_THAT(text, ContainsSubstring("font-size=\"2\""));
    CHECK_THAT(text,
               ContainsSubstring(
                   "<clipPath id=\"clip1\"><rect x=\"0\" y=\"0\" width=\"5\" height=\"6\"/>"));
}

SCENARIO("names of groups stay unique and plain", "[drawing]") {
    Picture picture{1, 1, {}, {}};
    for (const char* name : {"the \"map\"", "the \"map\"", "the \"map\""}) {
        picture.shapes.emplace_back(Group{{}, {}, name, {}});
    }
    const std::string text = svg(picture);
    CHECK_THAT(text, ContainsSubstring("id=\"the--map-\"") &&
                         ContainsSubstring("id=\"the--map--2\"") &&
                         ContainsSubstring("id=\"the--map--3\""));
}

SCENARIO("no text or number can break the file", "[drawing]") {
    const auto text = [](std::string words) {
        return svg(pictureOf(TextShape{
            {0, 0}, std::move(words), 3, Align::Start, Weight::Regular, false, rgb(0), {}}));
    };
    CHECK_THAT(text("<b> & \"c\""), ContainsSubstring(">&lt;b&gt; &amp; &quot;c&quot;</text>"));
    CHECK_THAT(text("Kov\xC3\xA1"
                    "cs"),
               ContainsSubstring(">Kov\xC3\xA1"
                                 "cs<"));
    CHECK_THAT(text("\xFF\x01"), ContainsSubstring(">? <"));
    Picture picture = pictureOf(CircleShape{{std::numeric_limits<double>::quiet_NaN(), -0.0001},
                                            std::numeric_limits<double>::infinity(),
                                            rgb(0),
                                            {}});
    picture.title = "Back & front";
    CHECK_THAT(svg(picture), ContainsSubstring("cx=\"0\" cy=\"0\" r=\"0\""));
    CHECK_THAT(svg(picture), ContainsSubstring("<title>Back &amp; front</title>"));
    CHECK_THAT(svg(pictureOf(CircleShape{{0, 0}, 1e300, rgb(0), {}})),
               ContainsSubstring("<circle"));
}

SCENARIO("a decimal comma of the computer's language never reaches the file", "[drawing]") {
    const std::string before = std::setlocale(LC_NUMERIC, nullptr);
    // Where the computer lacks both languages the story still checks the plain one.
    if (std::setlocale(LC_NUMERIC, "de_DE.UTF-8") == nullptr) {
        (void)std::setlocale(LC_NUMERIC, "fr_FR.UTF-8");
    }
    const std::string text = svg(pictureOf(CircleShape{{1.5, 2.25}, 0.125, rgb(0), {}}));
    (void)std::setlocale(LC_NUMERIC, before.c_str());
    CHECK_THAT(text, ContainsSubstring("cx=\"1.5\" cy=\"2.25\" r=\"0.125\""));
}

SCENARIO("an image is written with its pixels, in its place", "[drawing]") {
    const auto image =
        std::make_shared<const Image>(Image{2, 1, {255, 0, 0, 255, 0, 0, 255, 128}, false});
    const std::string text = svg(pictureOf(ImageShape{image, {1, 2, 8, 4}}));
    CHECK_THAT(text, ContainsSubstring("<image x=\"1\" y=\"2\" width=\"8\" height=\"4\""));
    // The PNG that any decoder reads as these two pixels, its checksums included.
    CHECK_THAT(
        text, ContainsSubstring("data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+"
                                "KAAAAFElEQVR4AQEJAPb/AP8AAP8AAP+AD3oDfkpucAwAAAAASUVORK5CYII=\""));
    CHECK(svg(pictureOf(ImageShape{nullptr, {1, 2, 8, 4}})).find("<image") == std::string::npos);
    const auto torn = std::make_shared<const Image>(Image{2, 2, {1, 2, 3, 4}, false});
    CHECK(svg(pictureOf(ImageShape{torn, {1, 2, 8, 4}})).find("<image") == std::string::npos);
}

SCENARIO("a line read from the right keeps its place", "[drawing]") {
    TextShape text;
    text.at = {3, 4};
    text.text = "abc";
    text.direction = ReadingDirection::RightToLeft;
    CHECK_THAT(svg(pictureOf(text)), ContainsSubstring("text-anchor=\"end\" direction=\"rtl\""));
    text.align = Align::End;
    CHECK(svg(pictureOf(text)).find("text-anchor") == std::string::npos);
}
