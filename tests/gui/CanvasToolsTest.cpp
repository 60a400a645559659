// SPDX-License-Identifier: MIT
// What the canvas does for tools: the moving layer, strokes, brush, keys, fingers, frugality.
#include "gui/Accessible.h"
#include "gui/GuiTest.h"
#include "gui/MapCanvas.h"
#include "gui/PillButton.h"
#include "gui/Theme.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <wx/dcclient.h>
#include <wx/dcmemory.h>
#include <wx/defs.h>
#include <wx/image.h>
#include <wx/uiaction.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace palpate;
using namespace palpate::gui;
using namespace palpate::guitest;
using Catch::Approx;

namespace {

constexpr drawing::Rect kFrame{0, 0, 720, 1770};
const drawing::Colour kBody = drawing::rgb(0xD79A94);
const drawing::Colour kMark = drawing::rgb(0x0000FF);
const drawing::Colour kMoves = drawing::rgb(0x00FF00);

/// One filled rectangle in body millimetres.
[[nodiscard]] drawing::Picture block(const MapViewport& v, drawing::Rect r, drawing::Colour fill) {
    const auto path =
        std::make_shared<const drawing::Path>(drawing::Path{{{{{r.x, r.y},
                                                               {r.x + r.width, r.y},
                                                               {r.x + r.width, r.y + r.height},
                                                               {r.x, r.y + r.height}},
                                                              true}}});
    drawing::Group group;
    group.transform = {v.scale, -v.body.x * v.scale, -v.body.y * v.scale};
    group.shapes.emplace_back(drawing::PathShape{path, fill, {}});
    drawing::Picture all{v.width, v.height, {}, {}};
    all.shapes.emplace_back(std::move(group));
    return all;
}

class FingerCanvas : public MapCanvas {
public:
    using MapCanvas::MapCanvas;
    bool touch = false;

protected:
    bool isTouch() const override { return touch; }
};

struct Theatre {
    Stage stage{{600, 500}};
    FingerCanvas* canvas = new FingerCanvas{stage.panel(), kFrame, "map"};
    int baseAsked = 0;
    int overlayAsked = 0;
    int movingAsked = 0;
    drawing::Rect mark{300, 700, 40, 40};
    drawing::Rect mover{400, 700, 40, 40};
    std::vector<drawing::Point> clicks;
    std::vector<drawing::Point> menus;
    MapViewport overlayFor;

    Theatre() {
        canvas->base = [this](const MapViewport& v) {
            ++baseAsked;
            return block(v, {100, 50, 520, 1650}, kBody);
        };
        canvas->overlay = [this](const MapViewport& v) {
            ++overlayAsked;
            overlayFor = v;
            return block(v, mark, kMark);
        };
        canvas->moving = [this](const MapViewport& v) {
            ++movingAsked;
            return block(v, mover, kMoves);
        };
        canvas->onClick = [this](drawing::Point at) { clicks.push_back(at); };
        canvas->onMenu = [this](drawing::Point at) { menus.push_back(at); };
        stage.add(canvas, 1);
        stage.show();
        canvas->showBody({250, 600, 250, 200});
        settle();
    }
    void settle() {
        waitFor("the map settles", [this] { return !canvas->isSettling(); });
        pump(200);
    }
    void focus() {
        canvas->SetFocus();
        waitFor("the map has the focus", [this] { return canvas->HasFocus(); });
    }
    /// What the screen shows of the map.
    [[nodiscard]] wxImage screen() const {
        canvas->Update();
        const wxSize size = canvas->GetClientSize();
        wxBitmap bitmap{size.x, size.y, 24};
        wxMemoryDC memory{bitmap};
        wxClientDC window{canvas};
        memory.Blit(0, 0, size.x, size.y, &window, 0, 0);
        memory.SelectObject(wxNullBitmap);
        return bitmap.ConvertToImage();
    }
    [[nodiscard]] wxPoint pixelOf(drawing::Point body) const {
        const drawing::Point at = canvas->camera().toPixel(body);
        return {wxRound(at.x), wxRound(at.y)};
    }
    [[nodiscard]] static bool is(const wxImage& image, wxPoint at, drawing::Colour colour) {
        return image.GetRed(at.x, at.y) == colour.red &&
               image.GetGreen(at.x, at.y) == colour.green &&
               image.GetBlue(at.x, at.y) == colour.blue;
    }
    [[nodiscard]] static drawing::Point middle(const drawing::Rect& r) {
        return {r.x + r.width / 2, r.y + r.height / 2};
    }
};

} // namespace

SCENARIO("what moves is painted above what rests, and nothing else is asked", "[gui][canvas]") {
    GIVEN("a map with a mark and something that moves") {
        Theatre t;
        CHECK(Theatre::is(t.screen(), t.pixelOf(Theatre::middle(t.mark)), kMark));
        CHECK(Theatre::is(t.screen(), t.pixelOf(Theatre::middle(t.mover)), kMoves));
        const int bases = t.baseAsked;
        const int overlays = t.overlayAsked;
        WHEN("it moves many times") {
            const drawing::Point before = Theatre::middle(t.mover);
            const int asked = t.movingAsked;
            for (int i = 0; i < 20; ++i) {
                t.mover.y -= 3;
                t.canvas->refreshMoving();
            }
            pump();
            THEN("it is asked once, its old place is clean, and body and marks are kept") {
                CHECK(t.movingAsked == asked + 1);
                const wxImage now = t.screen();
                CHECK(Theatre::is(now, t.pixelOf(Theatre::middle(t.mover)), kMoves));
                CHECK(Theatre::is(now, t.pixelOf(before), kBody));
                CHECK(t.baseAsked == bases);
                CHECK(t.overlayAsked == overlays);
            }
        }
        WHEN("it moves under the mark") {
            t.canvas->above = [&](const MapViewport& v) { return block(v, t.mark, kMark); };
            t.canvas->refreshOverlay();
            t.mover = {280, 690, 80, 60};
            t.canvas->refreshMoving();
            pump();
            THEN("the mark stays above it") {
                const wxImage now = t.screen();
                CHECK(Theatre::is(now, t.pixelOf(Theatre::middle(t.mark)), kMark));
                CHECK(Theatre::is(now, t.pixelOf({285, 695}), kMoves));
            }
        }
        WHEN("a mark is moved by the owner") {
            const drawing::Point before = Theatre::middle(t.mark);
            t.mark = {300, 620, 40, 40};
            t.canvas->refreshOverlay();
            pump();
            THEN("it shows there and no longer here, and the body was kept") {
                const wxImage now = t.screen();
                CHECK(Theatre::is(now, t.pixelOf(Theatre::middle(t.mark)), kMark));
                CHECK(Theatre::is(now, t.pixelOf(before), kBody));
                CHECK(t.baseAsked == bases);
            }
        }
        WHEN("the map is panned far") {
            pointAt(*t.canvas, {400, 400});
            wxUIActionSimulator{}.MouseDown();
            for (int i = 1; i <= 30; ++i) {
                wxUIActionSimulator{}.MouseMove(
                    t.canvas->ClientToScreen(wxPoint{400, 400 - 10 * i}));
                pump(10);
            }
            const int whilePanned = t.overlayAsked - overlays;
            THEN("the overlay is asked a few times only, and for the exact window at the end") {
                CHECK(whilePanned >= 1);
                CHECK(whilePanned <= 6);
                const wxImage moved = t.screen();
                CHECK(Theatre::is(moved, t.pixelOf({300, 850}), kBody));
                wxUIActionSimulator{}.MouseUp();
                t.settle();
                CHECK(t.overlayFor == t.canvas->camera().viewport());
            }
            wxUIActionSimulator{}.MouseUp();
        }
    }
}

SCENARIO("a stroke is told whole", "[gui][canvas]") {
    GIVEN("an owner that takes drags") {
        Theatre t;
        std::vector<drawing::Point> way;
        t.canvas->onGrab = [](drawing::Point) { return true; };
        t.canvas->onDrag = [&](drawing::Point at) { way.push_back(at); };
        WHEN("the pointer runs faster than the screen is painted") {
            pointAt(*t.canvas, {200, 200});
            wxUIActionSimulator simulator;
            simulator.MouseDown();
            pump(30);
            constexpr int kPlaces = 40;
            for (int i = 1; i <= kPlaces; ++i) {
                simulator.MouseMove(t.canvas->ClientToScreen(wxPoint{200 + 5 * i, 200 + i % 7}));
            }
            pump(120);
            simulator.MouseUp();
            pump();
            THEN("no place of its way is left out") {
                CHECK(way.size() >= kPlaces - 1);
            }
        }
    }
}

SCENARIO("the brush follows the pointer at its size on the body", "[gui][canvas]") {
    GIVEN("a brush of 20 mm") {
        Theatre t;
        t.canvas->setBrush(20.0);
        const wxPoint at{110, 400};
        const auto ringAt = [&](const wxImage& image, wxPoint middle) {
            const double radius = 20 * t.canvas->camera().pixelsPerBody();
            int seen = 0;
            for (int i = 0; i < 72; ++i) {
                const double angle = i * M_PI / 36;
                const int x = middle.x + wxRound(radius * std::cos(angle));
                const int y = middle.y + wxRound(radius * std::sin(angle));
                seen += image.GetRed(x, y) < 0x90 ? 1 : 0; // darker than the body
            }
            return seen;
        };
        WHEN("the pointer comes and moves on") {
            pointAt(*t.canvas, at);
            const int first = ringAt(t.screen(), at);
            const wxPoint next{480, 420};
            pointAt(*t.canvas, next);
            THEN("the circle is where the pointer is, and only there") {
                CHECK(first > 50);
                const wxImage now = t.screen();
                CHECK(ringAt(now, next) > 50);
                CHECK(ringAt(now, at) < 8);
            }
            AND_WHEN("the brush is put away") {
                t.canvas->setBrush(std::nullopt);
                pump();
                THEN("it is gone") {
                    CHECK(ringAt(t.screen(), next) == 0);
                }
            }
        }
    }
}

SCENARIO("the owner has the arrows, Enter and Space first", "[gui][canvas]") {
    GIVEN("a map with the focus") {
        Theatre t;
        t.focus();
        std::vector<std::pair<int, int>> arrows;
        bool taken = true;
        int entered = 0;
        t.canvas->onArrow = [&](int dx, int dy) {
            arrows.emplace_back(dx, dy);
            return taken;
        };
        t.canvas->onEnter = [&] {
            ++entered;
            return true;
        };
        const drawing::Rect before = t.canvas->camera().shown();
        WHEN("it takes an arrow") {
            pressKey(WXK_LEFT);
            pressKey(WXK_DOWN);
            THEN("the map stays") {
                CHECK(arrows == std::vector<std::pair<int, int>>{{-1, 0}, {0, 1}});
                CHECK(t.canvas->camera().shown() == before);
            }
        }
        WHEN("it does not") {
            taken = false;
            pressKey(WXK_DOWN);
            THEN("the map is panned") {
                CHECK(t.canvas->camera().shown().y > before.y);
            }
        }
        WHEN("Ctrl or Shift is held") {
            pressKey(WXK_DOWN, wxMOD_CONTROL);
            pressKey(WXK_DOWN, wxMOD_SHIFT);
            THEN("the map is panned and nobody asked") {
                CHECK(arrows.empty());
                CHECK(t.canvas->camera().shown().y > before.y);
            }
        }
        WHEN("Enter and Space are pressed") {
            pressKey(WXK_RETURN);
            pressKey(WXK_SPACE);
            THEN("both are told") {
                CHECK(entered == 2);
                CHECK(t.clicks.empty());
            }
        }
        WHEN("Space is held while the map is dragged") {
            wxUIActionSimulator simulator;
            pointAt(*t.canvas, {300, 250});
            simulator.KeyDown(WXK_SPACE);
            pump(30);
            drag(*t.canvas, {300, 250}, {220, 200});
            simulator.KeyUp(WXK_SPACE);
            pump();
            THEN("it is a pan and no mark") {
                CHECK(entered == 0);
                CHECK(t.canvas->camera().shown().x > before.x);
            }
        }
        WHEN("Tab is pressed between two buttons") {
            auto* last = new PillButton{t.stage.panel(), "after", "After"};
            t.stage.add(last);
            t.stage.panel()->Layout();
            pressKey(WXK_TAB);
            THEN("it leaves the map and comes back") {
                CHECK(last->HasFocus());
                pressKey(WXK_TAB, wxMOD_SHIFT);
                CHECK(t.canvas->HasFocus());
            }
        }
    }
}

SCENARIO("a finger that rests asks for the menu", "[gui][canvas]") {
    GIVEN("a map") {
        Theatre t;
        const auto rest = [&] {
            pointAt(*t.canvas, {300, 250});
            wxUIActionSimulator{}.MouseDown();
            pump(750);
            wxUIActionSimulator{}.MouseUp();
            pump();
        };
        WHEN("it is a finger") {
            t.canvas->touch = true;
            rest();
            THEN("the menu is asked once, and lifting it is no click") {
                CHECK(t.menus.size() == 1);
                CHECK(t.clicks.empty());
            }
        }
        WHEN("it is the mouse") {
            rest();
            THEN("it is a slow click") {
                CHECK(t.menus.empty());
                CHECK(t.clicks.size() == 1);
            }
        }
    }
}

TEST_CASE("a zoom glides to its end", "[gui][canvas]") {
    Theatre t;
    t.canvas->fit();
    t.settle();
    std::vector<double> zooms;
    t.canvas->onViewport = [&](const MapViewport&) { zooms.push_back(t.canvas->camera().zoom()); };
    turnWheel(*t.canvas, {300, 250}, 1);
    t.settle();
    REQUIRE(wantsMotion());
    CHECK(zooms.size() >= 3);
    CHECK(std::is_sorted(zooms.begin(), zooms.end()));
    CHECK(zooms.back() == Approx(1.2).epsilon(0.001));
}

TEST_CASE("patches are cut to what is needed and stay whole inside", "[gui][canvas][patches]") {
    MapPatches patches;
    int painted = 0;
    const MapPatches::Render render = [&](wxDC& dc, const wxRect& part) {
        ++painted;
        dc.SetBackground(wxBrush{wxColour{0, 200, 0}});
        dc.Clear();
        dc.SetPen(*wxTRANSPARENT_PEN);
        dc.SetBrush(*wxRED_BRUSH);
        dc.DrawRectangle(wxPoint{150, 150} - part.GetTopLeft(), wxSize{50, 50});
    };
    patches.cover({0, 0, 400, 400}, 1, render);
    const std::size_t before = patches.bytes();
    patches.cropTo({100, 100, 200, 200}, 200, 1);
    CHECK(patches.bytes() == before);
    patches.cropTo({100, 100, 200, 200}, 50, 1);
    CHECK(patches.bytes() == before * 250 * 250 / (400 * 400));
    CHECK(patches.covers({75, 75, 250, 250}));
    wxBitmap bitmap{200, 200, 24};
    wxMemoryDC dc{bitmap};
    patches.draw(dc, {0, 0, 200, 200}, {100, 100});
    dc.SelectObject(wxNullBitmap);
    const wxImage image = bitmap.ConvertToImage();
    CHECK(image.GetRed(75, 75) == 255);
    CHECK(image.GetRed(110, 110) == 0);
    CHECK(painted == 1);
}

TEST_CASE("the map keeps no more pixels than it may", "[gui][canvas]") {
    Theatre t;
    wxUIActionSimulator simulator;
    std::size_t most = 0;
    for (int i = 0; i < 24; ++i) {
        t.canvas->centreOn({300.0 + 160 * std::cos(i), 800.0 + 500 * std::sin(i * 0.7)});
        pump(40);
        most = std::max(most, t.canvas->bitmapBytes());
    }
    const wxSize size = t.canvas->GetClientSize();
    // Twice, with and without the overlay: the window, 192 pixels round it, 64 not yet cut off.
    constexpr int kRound = 2 * (192 + 64);
    const auto allowed = static_cast<std::size_t>(2 * 4 * (size.x + kRound) * (size.y + kRound));
    CHECK(most > static_cast<std::size_t>(4 * size.x * size.y));
    CHECK(most <= allowed);
}

TEST_CASE("another theme is seen at once", "[gui][canvas][theme]") {
    Theatre t;
    const int asked = t.baseAsked;
    setThemeChoice(ThemeChoice::HighContrast);
    pump(100);
    CHECK(isHighContrast());
    CHECK(t.baseAsked > asked);
    setThemeChoice(ThemeChoice::Dark);
    pump(100);
    CHECK(isDark());
    setThemeChoice(ThemeChoice::Desktop);
    pump(100);
    CHECK_FALSE(isHighContrast());
}
