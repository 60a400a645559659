// SPDX-License-Identifier: MIT
#include "gui/Painting.h"

#include "gui/MapCamera.h"
#include "gui/MapPatches.h"
#include "gui/Words.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <wx/bitmap.h>
#include <wx/dcmemory.h>
#include <wx/image.h>

#include <memory>

using namespace palpate;
using namespace palpate::gui;
using Catch::Approx;

namespace {

constexpr int kSide = 100;

/// The picture painted at one pixel per millimetre on white.
[[nodiscard]] wxImage painted(const drawing::Picture& picture, const PaintView& view,
                              PathCache& cache) {
    wxBitmap bitmap{kSide, kSide, 24};
    wxMemoryDC dc{bitmap};
    dc.SetBackground(*wxWHITE_BRUSH);
    dc.Clear();
    {
        const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(dc)};
        context->EnableOffset(false);
        paint(*context, picture, view, cache);
        // Whatever the picture did, the context is as before: this corner lands where it says.
        context->SetPen(*wxTRANSPARENT_PEN);
        context->SetBrush(*wxBLUE_BRUSH);
        context->DrawRectangle(97, 97, 3, 3);
    }
    dc.SelectObject(wxNullBitmap);
    return bitmap.ConvertToImage();
}

[[nodiscard]] wxImage painted(const drawing::Picture& picture,
                              const PaintView& view = {1, {}, {}}) {
    PathCache cache;
    return painted(picture, view, cache);
}

[[nodiscard]] wxColour at(const wxImage& image, int x, int y) {
    return {image.GetRed(x, y), image.GetGreen(x, y), image.GetBlue(x, y)};
}

[[nodiscard]] std::shared_ptr<const drawing::Path> square(double x, double y, double side) {
    return std::make_shared<const drawing::Path>(
        drawing::Path{{{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}, true}}});
}

[[nodiscard]] int inkedPixels(const wxImage& image) {
    int count = 0;
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < 95; ++x) {
            count += at(image, x, y) != *wxWHITE;
        }
    }
    return count;
}

const drawing::Colour kRed = drawing::rgb(0xFF0000);
const drawing::Colour kGreen = drawing::rgb(0x00FF00);

} // namespace

TEST_CASE("a hole in a path is left open", "[gui][painting]") {
    drawing::Path path;
    path.contours.push_back(square(10, 10, 60)->contours.front());
    path.contours.push_back(square(30, 30, 20)->contours.front());
    drawing::Picture picture;
    picture.shapes.emplace_back(
        drawing::PathShape{std::make_shared<const drawing::Path>(path), kRed, {}});
    const wxImage image = painted(picture);
    CHECK(at(image, 15, 15) == *wxRED);
    CHECK(at(image, 40, 40) == *wxWHITE);
    CHECK(at(image, 60, 60) == *wxRED);
    CHECK(at(image, 98, 98) == *wxBLUE);
}

TEST_CASE("a group scales places but neither strokes nor circles", "[gui][painting]") {
    drawing::Group group;
    group.transform = {10, 5, 5};
    drawing::Stroke line;
    line.colour = kRed;
    line.width = 4;
    group.shapes.emplace_back(drawing::PathShape{
        std::make_shared<const drawing::Path>(drawing::Path{{{{{1, 0}, {1, 9}}, false}}}),
        {},
        line});
    group.shapes.emplace_back(drawing::CircleShape{{5, 5}, 6, kGreen, {}});
    drawing::Picture picture;
    picture.shapes.emplace_back(group);
    const wxImage image = painted(picture);
    // The line lies at x = 1 * 10 + 5 and is 4 wide: 13 to 17.
    CHECK(at(image, 12, 50) == *wxWHITE);
    CHECK(at(image, 14, 50) == *wxRED);
    CHECK(at(image, 16, 50) == *wxRED);
    CHECK(at(image, 18, 50) == *wxWHITE);
    CHECK(at(image, 55, 55) == *wxGREEN);
    CHECK(at(image, 55, 63) == *wxWHITE);
    CHECK(at(image, 98, 98) == *wxBLUE);
}

TEST_CASE("a group is seen through its clip only, in the units outside it", "[gui][painting]") {
    drawing::Group group;
    group.transform = {2, 0, 0};
    group.clip = drawing::Rect{20, 20, 20, 20};
    group.shapes.emplace_back(drawing::PathShape{square(0, 0, 45), kRed, {}});
    drawing::Picture picture;
    picture.shapes.emplace_back(group);
    picture.shapes.emplace_back(drawing::PathShape{square(60, 60, 10), kGreen, {}});
    const wxImage image = painted(picture);
    CHECK(at(image, 10, 10) == *wxWHITE);
    CHECK(at(image, 30, 30) == *wxRED);
    CHECK(at(image, 45, 30) == *wxWHITE);
    CHECK(at(image, 65, 65) == *wxGREEN);
}

TEST_CASE("text stands on its baseline, aligned, with its halo around it", "[gui][painting]") {
    drawing::TextShape text;
    text.at = {50, 50};
    text.text = "HHH";
    text.size = 20;
    text.align = drawing::Align::Middle;
    text.colour = kRed;
    drawing::Picture picture;
    picture.shapes.emplace_back(text);
    const wxImage plain = painted(picture);
    int left = kSide;
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < 95; ++x) {
            if (at(plain, x, y) != *wxWHITE) {
                left = std::min(left, x);
                right = std::max(right, x);
                bottom = std::max(bottom, y);
            }
        }
    }
    CHECK(std::abs((50 - left) - (right - 50)) <= 3);
    CHECK(bottom >= 48);
    CHECK(bottom <= 50);
    // Capitals of 20 mm text are 13 to 16 mm high in any face.
    text.halo = kGreen;
    picture.shapes = {text};
    CHECK(inkedPixels(painted(picture)) > inkedPixels(plain) + 100);
}

TEST_CASE("what lies outside the clip is not even prepared", "[gui][painting]") {
    drawing::Picture picture;
    picture.shapes.emplace_back(drawing::PathShape{square(0, 0, 30), kRed, {}});
    picture.shapes.emplace_back(drawing::PathShape{square(60, 60, 30), kGreen, {}});
    const wxImage image = painted(picture, {1, {}, drawing::Rect{50, 50, 40, 40}});
    CHECK(at(image, 10, 10) == *wxWHITE);
    CHECK(at(image, 70, 70) == *wxGREEN);
}

TEST_CASE("an outline is built once and let go with its owner", "[gui][painting]") {
    PathCache cache;
    auto path = square(0, 0, 10);
    const auto* first = &cache.built(path);
    CHECK(first == &cache.built(path));
    CHECK(cache.size() == 1);
    CHECK(cache.built(path).box == drawing::Rect{0, 0, 10, 10});
    for (int i = 0; i < 5000; ++i) {
        (void)cache.built(square(i, 0, 1)); // dies at once
    }
    CHECK(cache.size() <= 1100);
    CHECK(cache.built(path).box == drawing::Rect{0, 0, 10, 10});
}

SCENARIO("a camera keeps the point under the pointer while it zooms", "[gui][camera]") {
    GIVEN("a body frame shown whole") {
        MapCamera camera{{0, 0, 720, 1770}};
        camera.resize(800, 600);
        CHECK(camera.zoom() == Approx(1));
        CHECK(camera.showsAll());
        CHECK(camera.shown().height >= 1770);
        WHEN("it zooms about a pixel") {
            const drawing::Point pixel{430, 270};
            const drawing::Point before = camera.toBody(pixel);
            camera.zoomAt(pixel, 4);
            const drawing::Point after = camera.toBody(pixel);
            THEN("the same body point lies there, to a pixel") {
                CHECK(std::abs(after.x - before.x) * camera.pixelsPerBody() < 1.01);
                CHECK(std::abs(after.y - before.y) * camera.pixelsPerBody() < 1.01);
                CHECK(camera.zoom() == Approx(4));
            }
        }
        WHEN("it zooms far in and far out") {
            camera.zoomAt({400, 300}, 1000);
            CHECK(camera.zoom() == Approx(MapCamera::kMostZoom));
            camera.zoomAt({400, 300}, 1e-6);
            THEN("it stops at the whole body") {
                CHECK(camera.zoom() == Approx(1));
                CHECK(camera.showsAll());
            }
        }
        WHEN("it is panned far away") {
            camera.zoomAt({400, 300}, 8);
            camera.panBy(1e6, 1e6);
            THEN("the body stays in sight") {
                CHECK(camera.shown().x < 0);
                CHECK(camera.shown().x + camera.shown().width > 50);
                CHECK(camera.shown().y + camera.shown().height > 50);
            }
        }
        WHEN("the window grows while zoomed in") {
            camera.show({200, 700, 300, 200});
            const drawing::Rect before = camera.shown();
            camera.resize(1000, 700);
            THEN("the middle stays in the middle") {
                const drawing::Rect after = camera.shown();
                CHECK(after.x + after.width / 2 == Approx(before.x + before.width / 2).margin(1));
                CHECK(after.y + after.height / 2 == Approx(before.y + before.height / 2).margin(1));
            }
        }
        THEN("body and pixels are each other's inverse, and the viewport says what is shown") {
            camera.zoomAt({100, 100}, 3);
            const drawing::Point there = camera.toPixel(camera.toBody({123, 45}));
            CHECK(there.x == Approx(123));
            CHECK(there.y == Approx(45));
            const MapViewport viewport = camera.viewport();
            CHECK(viewport.body == camera.shown());
            CHECK(viewport.width == Approx(viewport.body.width * viewport.scale));
            CHECK(viewport.width * kPixelsPerMm == Approx(800));
        }
    }
}

TEST_CASE("patches cover what is missing and nothing twice", "[gui][patches]") {
    MapPatches patches;
    int area = 0;
    const MapPatches::Render render = [&](wxDC&, const wxRect& part) {
        area += part.width * part.height;
    };
    patches.cover({0, 0, 100, 100}, 1, render);
    CHECK(area == 10000);
    patches.cover({0, 0, 100, 100}, 1, render);
    CHECK(area == 10000);
    patches.cover({30, 20, 100, 100}, 1, render);
    CHECK(area == 10000 + 100 * 100 - 70 * 80);
    while (patches.coverPiece({-50, -50, 250, 250}, 64, 1, render)) {
    }
    CHECK(area == 250 * 250);
    patches.keepOnly({0, 0, 10, 10});
    CHECK(patches.count() == 1);
}

TEST_CASE("a context at twice the scale paints the same picture twice as fine", "[gui][patches]") {
    MapPatches patches;
    drawing::Picture picture;
    picture.shapes.emplace_back(drawing::PathShape{square(10, 10, 20), kRed, {}});
    patches.cover({0, 0, 50, 50}, 2, [&](wxDC& target, const wxRect&) {
        target.SetBackground(*wxWHITE_BRUSH);
        target.Clear();
        const std::unique_ptr<wxGraphicsContext> context{
            wxGraphicsContext::CreateFromUnknownDC(target)};
        PathCache cache;
        paint(*context, picture, {1, {}, {}}, cache);
    });
    wxBitmap bitmap{50, 50, 24};
    wxMemoryDC dc{bitmap};
    patches.draw(dc, {0, 0, 50, 50}, {0, 0});
    dc.SelectObject(wxNullBitmap);
    const wxImage image = bitmap.ConvertToImage();
    CHECK(at(image, 20, 20) == *wxRED);
    CHECK(at(image, 35, 35) == *wxWHITE);
    CHECK(at(image, 5, 5) == *wxWHITE);
}

TEST_CASE("an image is painted in its place, and scaled once however often it is painted",
          "[gui][painting]") {
    drawing::Image pixels{40, 20, {}, false}; // red, and nothing
    for (int i = 0; i < 40 * 20; ++i) {
        const auto opacity = static_cast<std::uint8_t>(i % 40 < 20 ? 255 : 0);
        pixels.pixels.insert(pixels.pixels.end(), {255, 0, 0, opacity});
    }
    const auto image = std::make_shared<const drawing::Image>(std::move(pixels));
    drawing::Picture picture;
    drawing::Group group;
    group.transform = {2, 10, 10};
    group.shapes.emplace_back(drawing::ImageShape{image, {0, 0, 20, 10}});
    picture.shapes.emplace_back(std::move(group));
    PathCache cache;
    const wxImage page = painted(picture, {1, {}, {}}, cache);
    CHECK(at(page, 15, 15) == *wxRED);
    CHECK(at(page, 45, 15) == *wxWHITE); // transparent
    CHECK(at(page, 15, 35) == *wxWHITE); // below it
    CHECK(at(page, 5, 15) == *wxWHITE);
    CHECK(cache.scalings() == 1);
    (void)painted(picture, {1, {0, -5}, {}}, cache);                              // scrolled
    (void)painted(picture, {1, {0, -500}, drawing::Rect{0, 0, 100, 100}}, cache); // out of sight
    CHECK(cache.scalings() == 1);
    (void)painted(picture, {2, {}, {}}, cache); // zoomed
    CHECK(cache.scalings() == 2);
    const drawing::Rect area = paintedArea(picture, {1, {}, {}}, cache);
    CHECK(area.x <= 10);
    CHECK(area.x + area.width >= 50);
    CHECK(area.height >= 20);
}

TEST_CASE("an image without pixels paints nothing", "[gui][painting]") {
    drawing::Picture picture;
    picture.shapes.emplace_back(drawing::ImageShape{nullptr, {0, 0, 50, 50}});
    picture.shapes.emplace_back(drawing::ImageShape{
        std::make_shared<const drawing::Image>(drawing::Image{2, 2, {1, 2}, false}),
        {0, 0, 50, 50}});
    CHECK(inkedPixels(painted(picture)) == 0);
}
