// SPDX-License-Identifier: MIT
#include "gui/Printouts.h"

#include "domain/Error.h"
#include "gui/GuiTest.h"

#include <catch2/catch_test_macros.hpp>
#include <wx/dcmemory.h>
#include <wx/image.h>

#include <memory>
#include <vector>

using namespace palpate;
using namespace palpate::gui;

namespace {

/// A page of A4 with a black box of 100 by 20 mm, 30 mm from the left and 40 mm from the top.
[[nodiscard]] drawing::Picture pageWithBox() {
    drawing::Picture page{210, 297, "page", {}};
    page.shapes.emplace_back(
        drawing::PathShape{std::make_shared<const drawing::Path>(
                               drawing::Path{{{{{30, 40}, {130, 40}, {130, 60}, {30, 60}}, true}}}),
                           drawing::rgb(0x000000),
                           {}});
    return page;
}

/// Where the box lies on paper of so many dots, printed at 4 dots a millimetre.
[[nodiscard]] wxRect boxOn(wxSize paper) {
    wxBitmap bitmap{paper, 24};
    wxMemoryDC memory{bitmap};
    memory.SetBackground(*wxWHITE_BRUSH);
    memory.Clear();
    const PagesPrintout printout{{pageWithBox()}, "Report", {}};
    printout.paintPage(memory, wxRect{paper}, 4, 1);
    memory.SelectObject(wxNullBitmap);
    const wxImage image = bitmap.ConvertToImage();
    wxRect box;
    for (int y = 0; y < paper.y; ++y) {
        for (int x = 0; x < paper.x; ++x) {
            if (image.GetRed(x, y) < 100) {
                box.Union(wxRect{x, y, 1, 1});
            }
        }
    }
    return box;
}

} // namespace

TEST_CASE("a page is printed as large as it is", "[gui][output]") {
    const wxRect onA4 = boxOn({840, 1188});
    CHECK(onA4 == wxRect{120, 160, 400, 80});
    // On larger paper it is no larger, and in the middle.
    const wxRect onA3 = boxOn({1188, 1680});
    CHECK(onA3.GetSize() == wxSize{400, 80});
    CHECK(onA3.x == 120 + (1188 - 840) / 2);
    // On smaller paper nothing is cut off.
    const wxRect onA5 = boxOn({592, 840});
    CHECK(onA5.width > 400 * 592 / 840 - 3);
    CHECK(onA5.width < 400 * 592 / 840 + 3);
}

TEST_CASE("what is printed is recorded once, before the first sheet", "[gui][output]") {
    int recorded = 0;
    PagesPrintout printout{{pageWithBox()}, "Report", [&] {
                               ++recorded;
                               return std::vector{pageWithBox(), pageWithBox()};
                           }};
    CHECK(printout.HasPage(1));
    CHECK_FALSE(printout.HasPage(2));
    wxBitmap bitmap{10, 10, 24};
    wxMemoryDC memory{bitmap};
    printout.SetDC(&memory);
    CHECK(recorded == 0);
    CHECK(printout.OnBeginDocument(1, 1));
    CHECK(printout.OnBeginDocument(1, 1)); // a second copy
    CHECK(recorded == 1);
    CHECK(printout.HasPage(2)); // those that were recorded are printed
    CHECK_FALSE(printout.HasPage(3));
    printout.SetDC(nullptr);
}

TEST_CASE("what can't be recorded is not printed", "[gui][output]") {
    PagesPrintout printout{{pageWithBox()}, "Report", []() -> std::vector<drawing::Picture> {
                               throw StorageError{{"The disk is full.", {}}};
                           }};
    wxBitmap bitmap{10, 10, 24};
    wxMemoryDC memory{bitmap};
    printout.SetDC(&memory);
    CHECK_FALSE(printout.OnBeginDocument(1, 1));
    REQUIRE(printout.refusal());
    CHECK_THROWS_AS(std::rethrow_exception(printout.refusal()), StorageError);
    printout.SetDC(nullptr);
}
