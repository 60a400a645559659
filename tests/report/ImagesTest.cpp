// SPDX-License-Identifier: MIT
#include "report/Images.h"

#include "domain/Error.h"
#include "report/Pdf.h"
#include "report/PdfTools.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace palpate;
using namespace palpate::report;
using namespace palpate::report::test;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
namespace fs = std::filesystem;

namespace {

/// What ImageMagick makes of these options, as a file of that kind: the bytes of `name`.
std::string made(const std::string& options, const std::string& name) {
    const palpate::test::TempFolder folder;
    const fs::path file = folder.path() / name;
    const Run result = run("convert " + options + " '" + file.string() + "'");
    INFO(result.output);
    REQUIRE(result.status == 0);
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
}

/// Four fields, red, green above blue, grey (or four greys).
const std::string kFields =
    "-size 20x20 xc:'#FF0000' xc:'#00FF00' +append "
    "\\( -size 20x20 xc:'#0000FF' xc:'#808080' +append \\) -append -depth 8";
const std::string kGreys = "-size 20x20 xc:'#000000' xc:'#555555' +append "
                           "\\( -size 20x20 xc:'#AAAAAA' xc:'#FFFFFF' +append \\) -append";

using Pixel = std::array<int, 4>;
Pixel at(const drawing::Image& image, int x, int y) {
    const auto start = static_cast<std::size_t>((y * image.width + x) * 4);
    return {image.pixels.at(start), image.pixels.at(start + 1), image.pixels.at(start + 2),
            image.pixels.at(start + 3)};
}
bool isNear(const Pixel& pixel, const Pixel& wanted, int tolerance) {
    for (std::size_t i = 0; i < pixel.size(); ++i) {
        if (std::abs(pixel.at(i) - wanted.at(i)) > tolerance) {
            return false;
        }
    }
    return true;
}

Document pageWith(std::shared_ptr<const drawing::Image> image, drawing::Rect place) {
    drawing::Picture page{100, 100, "", {}};
    page.shapes.emplace_back(drawing::ImageShape{std::move(image), place});
    Document document;
    document.pages.push_back(std::move(page));
    return document;
}

/// The colours of a rendered page, one pixel a tenth of a millimetre.
class Rendered {
public:
    explicit Rendered(const PrintedPdf& pdf) {
        const Run result = run("pdftoppm -r 254 -png -singlefile '" + pdf.file().string() + "' '" +
                               (folder_.path() / "page").string() + "'");
        INFO(result.output);
        REQUIRE(result.status == 0);
        image_ = decoded(folder_.path() / "page.png");
    }
    [[nodiscard]] Pixel at(double x, double y) const { // millimetres
        return ::at(*image_, static_cast<int>(x * 10), static_cast<int>(y * 10));
    }

private:
    static std::shared_ptr<const drawing::Image> decoded(const fs::path& file) {
        std::ifstream in{file, std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{in},
                                std::istreambuf_iterator<char>{}};
        return decodedImage(bytes);
    }
    palpate::test::TempFolder folder_;
    std::shared_ptr<const drawing::Image> image_;
};

} // namespace

TEST_CASE("a PNG of every kind of colour gives its colours", "[report][images]") {
    const std::string kind = GENERATE(as<std::string>{}, "png24", "png32", "png48", "png64", "png8",
                                      "png24 -interlace PNG", "png64 -interlace PNG");
    CAPTURE(kind);
    const std::size_t space = kind.find(' ');
    const std::string options = kFields + (space == std::string::npos ? "" : kind.substr(space)) +
                                " -define png:format=" + kind.substr(0, space);
    const std::shared_ptr<const drawing::Image> image = decodedImage(made(options, "a.png"));
    REQUIRE(image->width == 40);
    REQUIRE(image->height == 40);
    CHECK_FALSE(image->isPhotograph);
    CHECK(at(*image, 5, 5) == Pixel{255, 0, 0, 255});
    CHECK(at(*image, 35, 5) == Pixel{0, 255, 0, 255});
    CHECK(at(*image, 5, 35) == Pixel{0, 0, 255, 255});
    CHECK(at(*image, 35, 35) == Pixel{128, 128, 128, 255});
}

TEST_CASE("a grey PNG of every depth gives its greys", "[report][images]") {
    const int depth = GENERATE(2, 4, 8, 16);
    CAPTURE(depth);
    const std::string bits = std::to_string(depth);
    const std::string bytes = made(kGreys +
                                       " -colorspace Gray -define png:color-type=0 "
                                       "-define png:bit-depth=" +
                                       bits + " -depth " + bits,
                                   "a.png");
    CHECK(static_cast<int>(bytes.at(24)) == depth); // as the file's header says
    const std::shared_ptr<const drawing::Image> image = decodedImage(bytes);
    CHECK(at(*image, 5, 5) == Pixel{0, 0, 0, 255});
    CHECK(isNear(at(*image, 35, 5), {0x55, 0x55, 0x55, 255}, 1));
    CHECK(isNear(at(*image, 5, 35), {0xAA, 0xAA, 0xAA, 255}, 1));
    CHECK(at(*image, 35, 35) == Pixel{255, 255, 255, 255});
}

TEST_CASE("a PNG of one bit, and one of a palette, give their colours", "[report][images]") {
    const std::string bytes = made("-size 8x8 xc:black xc:white +append -monochrome "
                                   "-define png:color-type=0 -define png:bit-depth=1",
                                   "a.png");
    CHECK(static_cast<int>(bytes.at(24)) == 1);
    const std::shared_ptr<const drawing::Image> image = decodedImage(bytes);
    CHECK(at(*image, 2, 2) == Pixel{0, 0, 0, 255});
    CHECK(at(*image, 12, 2) == Pixel{255, 255, 255, 255});

    const std::string palette = made(kFields + " -define png:color-type=3", "a.png");
    CHECK(static_cast<int>(palette.at(25)) == 3);
    CHECK(at(*decodedImage(palette), 35, 5) == Pixel{0, 255, 0, 255});
}

TEST_CASE("what is transparent in a PNG stays so", "[report][images]") {
    const std::string options =
        GENERATE(as<std::string>{}, "-define png:color-type=6 -depth 8",
                 "-define png:color-type=6 -depth 16", "-define png:format=png8");
    CAPTURE(options);
    const std::string bytes = made("-size 20x20 xc:'#FF0000' xc:none +append " + options, "a.png");
    CHECK(options.ends_with("png8") == (bytes.find("tRNS") != std::string::npos));
    const std::shared_ptr<const drawing::Image> image = decodedImage(bytes);
    CHECK(at(*image, 5, 5) == Pixel{255, 0, 0, 255});
    CHECK(at(*image, 30, 5)[3] == 0);
}

TEST_CASE("a JPEG in grey, colour or print inks gives its colours", "[report][images]") {
    const std::string options = GENERATE(as<std::string>{}, "", "-interlace JPEG",
                                         "-sampling-factor 2x2", "-colorspace CMYK");
    CAPTURE(options);
    const std::shared_ptr<const drawing::Image> image =
        decodedImage(made(kFields + " " + options + " -quality 95", "a.jpg"));
    REQUIRE(image->width == 40);
    CHECK(image->isPhotograph);
    CHECK(isNear(at(*image, 5, 5), {255, 0, 0, 255}, 6));
    CHECK(isNear(at(*image, 35, 5), {0, 255, 0, 255}, 6));
    CHECK(isNear(at(*image, 5, 35), {0, 0, 255, 255}, 6));
    CHECK(isNear(at(*image, 35, 35), {128, 128, 128, 255}, 6));

    const std::shared_ptr<const drawing::Image> grey =
        decodedImage(made(kGreys + " -colorspace Gray -quality 95", "a.jpg"));
    CHECK(isNear(at(*grey, 35, 5), {0x55, 0x55, 0x55, 255}, 4));
}

TEST_CASE("a JPEG is turned upright as its camera noted", "[report][images]") {
    // What a viewer that heeds the note would show: fields of 20 by 20, red at the upper left.
    const std::string orientation =
        GENERATE(as<std::string>{}, "TopLeft", "TopRight", "BottomRight", "BottomLeft", "LeftTop",
                 "RightTop", "RightBottom", "LeftBottom");
    CAPTURE(orientation);
    // ImageMagick turns a picture upright by the note; the opposite of that is what a camera keeps.
    const std::vector<std::pair<std::string, std::string>> stored{{"TopLeft", ""},
                                                                  {"TopRight", "-flop"},
                                                                  {"BottomRight", "-rotate 180"},
                                                                  {"BottomLeft", "-flip"},
                                                                  {"LeftTop", "-transpose"},
                                                                  {"RightTop", "-rotate 270"},
                                                                  {"RightBottom", "-transverse"},
                                                                  {"LeftBottom", "-rotate 90"}};
    std::string turn;
    char note = '\x01';
    for (std::size_t i = 0; i < stored.size(); ++i) {
        if (stored[i].first == orientation) {
            turn = stored[i].second;
            note = static_cast<char>(i + 1);
        }
    }
    const std::string plain =
        made(kFields + " -resize 80x40! " + turn + " -strip -quality 95", "a.jpg");
    // EXIF by hand: a little-endian TIFF header and one entry, the orientation (0x0112).
    std::string exif{"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 24};
    exif += note;
    exif += std::string(7, '\0');
    const std::string marker{'\xFF', '\xE1', '\0', static_cast<char>(exif.size() + 2)};
    const std::shared_ptr<const drawing::Image> image =
        decodedImage(plain.substr(0, 2) + marker + exif + plain.substr(2));
    CHECK(image->width == 80);
    CHECK(image->height == 40);
    CHECK(isNear(at(*image, 5, 5), {255, 0, 0, 255}, 12));
    CHECK(isNear(at(*image, 75, 5), {0, 255, 0, 255}, 12));
    CHECK(isNear(at(*image, 5, 35), {0, 0, 255, 255}, 12));
}

TEST_CASE("an image that can't be shown is refused in one sentence", "[report][images]") {
    const std::string png = made(kFields + " -define png:color-type=2", "a.png");
    const std::string jpeg = made(kFields + " -quality 95", "a.jpg");
    const auto refusal = [](const std::string& bytes) -> std::string {
        try {
            (void)decodedImage(bytes);
            return {};
        } catch (const ReportError& error) {
            return error.what();
        }
    };
    CHECK_THAT(refusal(""), ContainsSubstring("neither PNG nor JPEG"));
    CHECK_THAT(refusal(made(kFields, "a.gif")), ContainsSubstring("neither PNG nor JPEG"));
    CHECK_THAT(refusal("%PDF-1.7"), ContainsSubstring("neither PNG nor JPEG"));
    for (const std::size_t length : {png.size() / 2, std::size_t{60}, std::size_t{20}}) {
        CHECK_THAT(refusal(png.substr(0, length)), ContainsSubstring("damaged PNG"));
    }
    std::string flipped = png;
    flipped.at(png.size() / 2) = static_cast<char>(flipped.at(png.size() / 2) ^ 0x55);
    CHECK_THAT(refusal(flipped), ContainsSubstring("damaged PNG"));
    for (const std::size_t length : {jpeg.size() / 2, std::size_t{200}, std::size_t{4}}) {
        CHECK_THAT(refusal(jpeg.substr(0, length)), ContainsSubstring("damaged JPEG"));
    }
    CHECK_THAT(refusal(made("-size 8000x5001 xc:white -depth 1", "a.png")),
               ContainsSubstring("8000 by 5001"));
    CHECK_THAT(refusal(made("-size 8000x5001 xc:white", "a.jpg")),
               ContainsSubstring("more than 40 million"));
}

SCENARIO("an image on a page of a PDF has its colours, place and opacity", "[report][images]") {
    const palpate::test::TempFolder folder;
    GIVEN("each kind of file, as wide as high or not") {
        const std::string file = GENERATE(as<std::string>{}, "a.png", "a.jpg");
        const PrintedPdf pdf{
            pageWith(decodedImage(made(kFields + " -quality 95", file)), {10, 20, 60, 30}),
            folder.path()};
        CHECK(pdf.check().status == 0);
        const Rendered page{pdf};
        CHECK(isNear(page.at(20, 25), {255, 0, 0, 255}, 6));
        CHECK(isNear(page.at(60, 25), {0, 255, 0, 255}, 6));
        CHECK(isNear(page.at(20, 45), {0, 0, 255, 255}, 6));
        CHECK(isNear(page.at(60, 45), {128, 128, 128, 255}, 6));
        CHECK(page.at(5, 25) == Pixel{255, 255, 255, 255});
        CHECK(page.at(20, 55) == Pixel{255, 255, 255, 255});
    }
    GIVEN("one with transparent parts over a red ground, within a clipped and scaled group") {
        const auto ground = std::make_shared<drawing::Path>();
        ground->contours.push_back({{{0, 0}, {100, 0}, {100, 100}, {0, 100}}, true});
        drawing::Group group;
        group.transform = {2, 10, 10};
        group.clip = drawing::Rect{10, 10, 30, 80};
        group.shapes.emplace_back(drawing::ImageShape{
            decodedImage(made("-size 20x20 xc:none xc:'rgba(0,0,255,0.5)' -append", "a.png")),
            {0, 0, 20, 20}});
        drawing::Picture page{100, 100, "", {}};
        page.shapes.emplace_back(drawing::PathShape{ground, drawing::rgb(0xFF0000), std::nullopt});
        page.shapes.emplace_back(std::move(group));
        Document document;
        document.pages.push_back(std::move(page));
        const Rendered rendered{PrintedPdf{document, folder.path()}};
        CHECK(rendered.at(20, 20) == Pixel{255, 0, 0, 255});
        CHECK(isNear(rendered.at(20, 45), {127, 0, 128, 255}, 3));
        CHECK(rendered.at(45, 45) == Pixel{255, 0, 0, 255}); // beyond the clip
    }
    GIVEN("a logo on two pages, in a place where a fraction of its pixels is seen") {
        const std::shared_ptr<const drawing::Image> logo = decodedImage(
            made("-size 2000x1000 plasma:teal-white -seed 3 -depth 8 -define png:color-type=2",
                 "a.png"));
        Document once = pageWith(logo, {10, 10, 20, 10});
        Document twice = once;
        twice.pages.push_back(twice.pages.front());
        const std::string first = pdf(once);
        THEN("it is kept once, as fine as print shows, and the same each time") {
            CHECK(first.size() < 120'000);
            CHECK(pdf(twice).size() < first.size() + 1000);
            CHECK(pdf(once) == first);
        }
    }
    GIVEN("a photograph") {
        const std::shared_ptr<const drawing::Image> photograph =
            decodedImage(made("-size 1200x900 plasma:tan-white -seed 5 -quality 92", "a.jpg"));
        THEN("it is kept as one") {
            CHECK(pdf(pageWith(photograph, {5, 5, 90, 67})).size() < 500'000);
        }
    }
    GIVEN("images without pixels") {
        Document document = pageWith(nullptr, {1, 1, 5, 5});
        document.pages.front().shapes.emplace_back(drawing::ImageShape{
            std::make_shared<const drawing::Image>(drawing::Image{3, 3, {}, false}), {1, 1, 5, 5}});
        CHECK((PrintedPdf{document, folder.path()}.check().status) == 0);
    }
}
