// SPDX-License-Identifier: MIT
#include "gui/FinePainting.h"

#include "gui/GuiTest.h"

#include <catch2/catch_test_macros.hpp>
#include <wx/bitmap.h>
#include <wx/dcmemory.h>
#include <wx/image.h>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace palpate;
using namespace palpate::gui;

namespace {

/// A line of text as a page has it, 8.9 points.
[[nodiscard]] drawing::Picture line() {
    drawing::Picture picture{120, 10, "line", {}};
    drawing::TextShape text;
    text.at = {5, 7};
    text.text = "I refer the illiterate filler until all will fit in it.";
    text.size = 8.9 * 0.3528;
    picture.shapes.emplace_back(text);
    return picture;
}

using Way = void (*)(wxGraphicsContext&, const drawing::Picture&, const PaintView&);

/// Millimetres that the text covers when it is painted at so many pixels a millimetre.
[[nodiscard]] double inkWidth(Way way, double pixelsPerMm) {
    wxBitmap bitmap{static_cast<int>(120 * pixelsPerMm), static_cast<int>(10 * pixelsPerMm), 24};
    wxMemoryDC memory{bitmap};
    memory.SetBackground(*wxWHITE_BRUSH);
    memory.Clear();
    {
        const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(memory)};
        PaintView view;
        view.pixelsPerMm = pixelsPerMm;
        view.face = "Noto Sans";
        way(*context, line(), view);
    }
    memory.SelectObject(wxNullBitmap);
    const wxImage image = bitmap.ConvertToImage();
    int left = image.GetWidth();
    int right = 0;
    for (int y = 0; y < image.GetHeight(); ++y) {
        for (int x = 0; x < image.GetWidth(); ++x) {
            if (image.GetRed(x, y) < 200) {
                left = std::min(left, x);
                right = std::max(right, x);
            }
        }
    }
    return (right - left) / pixelsPerMm;
}

void plainly(wxGraphicsContext& context, const drawing::Picture& picture, const PaintView& view) {
    paint(context, picture, view);
}

} // namespace

TEST_CASE("a page is as large and stands where it would without", "[gui][painting]") {
    const auto corner = [](double scale) {
        wxBitmap bitmap;
        bitmap.CreateWithDIPSize(wxSize{60, 40}, scale);
        wxMemoryDC memory{bitmap};
        memory.SetBackground(*wxWHITE_BRUSH);
        memory.Clear();
        {
            const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(memory)};
            context->Translate(10, 5);
            drawing::Picture picture{20, 10, "box", {}};
            picture.shapes.emplace_back(
                drawing::PathShape{std::make_shared<const drawing::Path>(drawing::Path{
                                       {{{{0, 0}, {20, 0}, {20, 10}, {0, 10}}, true}}}),
                                   drawing::rgb(0x000000),
                                   {}});
            PaintView view;
            view.pixelsPerMm = 2;
            paintFinely(*context, picture, view);
        }
        memory.SelectObject(wxNullBitmap);
        const wxImage image = bitmap.ConvertToImage();
        wxRect box;
        for (int y = 0; y < image.GetHeight(); ++y) {
            for (int x = 0; x < image.GetWidth(); ++x) {
                if (image.GetRed(x, y) < 100) {
                    box.Union(wxRect{x, y, 1, 1});
                }
            }
        }
        return box;
    };
    CHECK(corner(1) == wxRect{10, 5, 40, 20});
    CHECK(corner(2) == wxRect{20, 10, 80, 40});
}

TEST_CASE("a page's text is as wide on the screen as it was laid out", "[gui][painting]") {
    constexpr double kScreen = 96 / 25.4 * 0.98; // where whole pixels fit a glyph worst
    const double exact = inkWidth(plainly, 40);
    REQUIRE(exact > 50);
    CHECK(std::abs(inkWidth(paintFinely, kScreen) - exact) < exact * 0.01);
    CHECK(std::abs(inkWidth(paintFinely, 2 * kScreen) - exact) < exact * 0.01);
}
