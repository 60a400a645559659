// SPDX-License-Identifier: MIT
#include "gui/MapOutput.h"

#include "gui/GuiTest.h"

#include <catch2/catch_test_macros.hpp>
#include <wx/clipbrd.h>
#include <wx/dataobj.h>
#include <wx/dcmemory.h>
#include <wx/image.h>

#include <exception>
#include <stdexcept>
#include <string>

using namespace palpate;
using namespace palpate::gui;
using namespace palpate::guitest;

namespace {

/// A red square in the middle of a picture of that size, and a blue line round it all.
[[nodiscard]] drawing::Picture framed(double width, double height) {
    const auto box = [](double x, double y, double w, double h) {
        return std::make_shared<const drawing::Path>(
            drawing::Path{{{{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, true}}});
    };
    drawing::Picture picture{width, height, "framed", {}};
    picture.shapes.emplace_back(drawing::PathShape{
        box(0, 0, width, height), {}, drawing::Stroke{drawing::rgb(0x0000FF), 2, {}}});
    picture.shapes.emplace_back(
        drawing::PathShape{box(width / 2 - 5, height / 2 - 5, 10, 10), drawing::rgb(0xFF0000), {}});
    return picture;
}

[[nodiscard]] bool isRed(const wxImage& image, int x, int y) {
    return image.GetRed(x, y) > 200 && image.GetGreen(x, y) < 60 && image.GetBlue(x, y) < 60;
}
[[nodiscard]] bool isBlue(const wxImage& image, int x, int y) {
    return image.GetBlue(x, y) > 200 && image.GetRed(x, y) < 60;
}
[[nodiscard]] bool isWhite(const wxImage& image, int x, int y) {
    return image.GetRed(x, y) > 250 && image.GetGreen(x, y) > 250 && image.GetBlue(x, y) > 250;
}

/// A4 at 4 dots a millimetre, as a printer would get it.
[[nodiscard]] wxImage printed(const drawing::Picture& picture, const wxString& title, wxSize page) {
    wxBitmap bitmap{page, 24};
    wxMemoryDC memory{bitmap};
    memory.SetBackground(*wxWHITE_BRUSH);
    memory.Clear();
    const PicturePrintout printout{picture, title};
    printout.paintPage(memory, wxRect{page}, 4);
    memory.SelectObject(wxNullBitmap);
    return bitmap.ConvertToImage();
}

} // namespace

TEST_CASE("a picture becomes a bitmap at the resolution asked for", "[gui][output]") {
    const wxImage image = paintToBitmap(framed(60, 40), 4).ConvertToImage();
    CHECK(image.GetWidth() == 240);
    CHECK(image.GetHeight() == 160);
    CHECK(isRed(image, 120, 80));
    CHECK(isWhite(image, 60, 80));
    CHECK(isBlue(image, 1, 80));
    const wxImage dark = paintToBitmap(framed(60, 40), 1, drawing::rgb(0x1B2126)).ConvertToImage();
    CHECK(dark.GetRed(15, 20) == 0x1B);
    // A slip in the resolution must not eat the computer's memory.
    CHECK(paintToBitmap(framed(60, 40), 1e6).GetWidth() == 8000);
}

TEST_CASE("what leaves on paper is recorded once, before the first page", "[gui][output]") {
    int recorded = 0;
    wxBitmap bitmap{10, 10, 24};
    wxMemoryDC memory{bitmap};
    PicturePrintout printout{framed(60, 40), "Map", [&] { ++recorded; }};
    printout.SetDC(&memory);
    CHECK(recorded == 0); // the dialog may still be closed
    CHECK(printout.OnBeginDocument(1, 1));
    CHECK(printout.OnBeginDocument(1, 1)); // a second copy
    CHECK(recorded == 1);
    CHECK(printout.refusal() == nullptr);

    PicturePrintout refused{framed(60, 40), "Map", [] { throw std::runtime_error{"disk full"}; }};
    refused.SetDC(&memory);
    CHECK_FALSE(refused.OnBeginDocument(1, 1));
    CHECK_FALSE(refused.OnBeginDocument(1, 1));
    CHECK_THROWS_AS(std::rethrow_exception(refused.refusal()), std::runtime_error);
}

TEST_CASE("a copied picture can be pasted as an image and as SVG", "[gui][output]") {
    Stage stage;
    stage.show();
    REQUIRE(copyPicture(framed(60, 40), 4));
    pump();
    const wxClipboardLocker clipboard;
    REQUIRE(!!clipboard);
    wxBitmapDataObject pasted;
    REQUIRE(wxTheClipboard->GetData(pasted));
    const wxImage image = pasted.GetBitmap().ConvertToImage();
    CHECK(image.GetWidth() == 240);
    CHECK(isRed(image, 120, 80));
    wxCustomDataObject vector{wxDataFormat{"image/svg+xml"}};
    REQUIRE(wxTheClipboard->GetData(vector));
    const std::string text{static_cast<const char*>(vector.GetData()), vector.GetSize()};
    CHECK(text.find("<svg") != std::string::npos);
    CHECK(text.find("</svg>") != std::string::npos);
}

SCENARIO("a picture is printed as large as the page allows", "[gui][output]") {
    GIVEN("a page of A4, upright") {
        const wxSize page{210 * 4, 297 * 4};
        WHEN("a wide picture is printed") {
            const wxImage image = printed(framed(100, 50), "Ana", page);
            THEN("it reaches from margin to margin, below its title") {
                const int top = (12 + 9) * 4;
                const int height = (210 - 24) * 4 / 2;
                CHECK(isBlue(image, 12 * 4 + 2, top + height / 2));
                CHECK(isBlue(image, page.x - 12 * 4 - 2, top + height / 2));
                CHECK(isRed(image, page.x / 2, top + height / 2));
                CHECK(isWhite(image, 6 * 4, top + height / 2));
                bool title = false;
                for (int x = 12 * 4; x < 40 * 4; ++x) {
                    for (int y = 12 * 4; y < 18 * 4; ++y) {
                        title = title || image.GetRed(x, y) < 100;
                    }
                }
                CHECK(title);
            }
        }
        WHEN("a tall picture without a title is printed") {
            const wxImage image = printed(framed(50, 200), {}, page);
            THEN("it reaches from top to bottom, in the middle") {
                CHECK(isBlue(image, page.x / 2, 12 * 4 + 2));
                CHECK(isBlue(image, page.x / 2, page.y - 12 * 4 - 2));
                CHECK(isRed(image, page.x / 2, page.y / 2));
                CHECK(isWhite(image, 20 * 4, page.y / 2));
            }
        }
        WHEN("an empty picture is printed") {
            const wxImage image = printed({}, {}, page);
            THEN("the page stays empty") {
                CHECK(isWhite(image, page.x / 2, page.y / 2));
            }
        }
    }
}
