// SPDX-License-Identifier: MIT
#include "gui/Accessible.h"
#include "gui/GuiTest.h"
#include "gui/MapCanvas.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <wx/defs.h>

#include <cmath>
#include <vector>

using namespace palpate;
using namespace palpate::gui;
using namespace palpate::guitest;
using Catch::Approx;

namespace {

constexpr drawing::Rect kFrame{0, 0, 720, 1770};

[[nodiscard]] std::shared_ptr<const drawing::Path> body() {
    static const auto path = std::make_shared<const drawing::Path>(
        drawing::Path{{{{{100, 50}, {620, 50}, {620, 1700}, {100, 1700}}, true}}});
    return path;
}

[[nodiscard]] drawing::Picture picture(const MapViewport& viewport) {
    drawing::Group group;
    group.transform = {viewport.scale, -viewport.body.x * viewport.scale,
                       -viewport.body.y * viewport.scale};
    group.shapes.emplace_back(drawing::PathShape{body(), drawing::rgb(0xD79A94), {}});
    drawing::Picture all;
    all.width = viewport.width;
    all.height = viewport.height;
    all.shapes.emplace_back(group);
    return all;
}

/// A canvas on a stage that notes what it is told and how often it asks for the base.
struct Theatre {
    Stage stage{{600, 500}};
    MapCanvas* canvas = new MapCanvas{stage.panel(), kFrame, "map"};
    int baseAsked = 0;
    std::vector<drawing::Point> hovers;
    std::vector<drawing::Point> clicks;
    int leaves = 0;
    int viewports = 0;

    Theatre() {
        canvas->base = [this](const MapViewport& viewport) {
            ++baseAsked;
            return picture(viewport);
        };
        canvas->onHover = [this](drawing::Point at) { hovers.push_back(at); };
        canvas->onClick = [this](drawing::Point at) { clicks.push_back(at); };
        canvas->onLeave = [this] { ++leaves; };
        canvas->onViewport = [this](const MapViewport&) { ++viewports; };
        stage.add(canvas, 1);
        stage.show();
        waitFor("the body is painted", [this] { return baseAsked > 0; });
    }
    void settle() {
        waitFor("the zoom settles", [this] { return !canvas->isSettling(); });
        pump(150);
    }
    [[nodiscard]] drawing::Point bodyAt(wxPoint at) const {
        return canvas->camera().toBody({static_cast<double>(at.x), static_cast<double>(at.y)});
    }
};

void checkNear(drawing::Point a, drawing::Point b, double mm) {
    INFO("(" << a.x << ", " << a.y << ") and (" << b.x << ", " << b.y << ")");
    CHECK(std::hypot(a.x - b.x, a.y - b.y) <= mm);
}

} // namespace

SCENARIO("the pointer over the body is told in body millimetres", "[gui][canvas]") {
    GIVEN("a body shown whole") {
        Theatre t;
        WHEN("the pointer moves over it and a place is clicked") {
            const wxPoint at{300, 200};
            pointAt(*t.canvas, at);
            REQUIRE_FALSE(t.hovers.empty());
            checkNear(t.hovers.back(), t.bodyAt(at), 0.01);
            const int asked = t.baseAsked;
            for (int x = 200; x < 260; x += 10) {
                pointAt(*t.canvas, {x, 220});
            }
            click(*t.canvas, at);
            THEN("the click says where, and hovering never asks for the body again") {
                REQUIRE(t.clicks.size() == 1);
                checkNear(t.clicks.front(), t.bodyAt(at), 0.01);
                CHECK(t.hovers.size() > 5);
                CHECK(t.baseAsked == asked);
            }
        }
        WHEN("the pointer leaves") {
            pointAt(*t.canvas, {300, 200});
            pointAt(t.stage.frame(), {-30, -10});
            THEN("that is told") {
                waitFor("leaving is told", [&] { return t.leaves > 0; });
            }
        }
    }
}

SCENARIO("the wheel zooms about the pointer", "[gui][canvas]") {
    GIVEN("a body shown whole") {
        Theatre t;
        WHEN("the wheel is turned up over a place") {
            const wxPoint at{320, 260};
            const drawing::Point before = t.bodyAt(at);
            turnWheel(*t.canvas, at, 6);
            t.settle();
            THEN("it is larger, the place is still under the pointer, and a click there hits it") {
                CHECK(t.canvas->camera().zoom() == Approx(std::pow(1.2, 6)).epsilon(0.01));
                checkNear(t.bodyAt(at), before, 2 / t.canvas->camera().pixelsPerBody());
                click(*t.canvas, at);
                REQUIRE(t.clicks.size() == 1);
                checkNear(t.clicks.front(), before, 2 / t.canvas->camera().pixelsPerBody());
                CHECK(t.viewports > 0);
            }
            AND_WHEN("it is turned down as often and once more") {
                turnWheel(*t.canvas, at, -7);
                t.settle();
                THEN("the whole body is shown") {
                    CHECK(t.canvas->camera().showsAll());
                }
            }
        }
    }
}

SCENARIO("dragging pans and is no click", "[gui][canvas]") {
    GIVEN("a body zoomed in") {
        Theatre t;
        t.canvas->showBody({250, 600, 200, 200});
        t.settle();
        const wxPoint from{300, 250};
        const wxPoint to{220, 310};
        const drawing::Point held = t.bodyAt(from);
        WHEN("it is dragged with the left button") {
            drag(*t.canvas, from, to);
            THEN("the body follows the pointer") {
                checkNear(t.bodyAt(to), held, 1.5 / t.canvas->camera().pixelsPerBody());
                CHECK(t.clicks.empty());
            }
        }
        WHEN("it is dragged with the middle button") {
            drag(*t.canvas, from, to, wxMOUSE_BTN_MIDDLE);
            THEN("the body follows too") {
                checkNear(t.bodyAt(to), held, 1.5 / t.canvas->camera().pixelsPerBody());
            }
        }
        WHEN("the pointer only trembles") {
            drag(*t.canvas, from, {from.x + 2, from.y + 1});
            THEN("it is a click where it was pressed") {
                REQUIRE(t.clicks.size() == 1);
                checkNear(t.clicks.front(), held, 0.01);
            }
        }
        WHEN("the owner takes the drag") {
            std::vector<drawing::Point> way;
            std::optional<drawing::Point> dropped;
            t.canvas->onGrab = [&](drawing::Point) { return true; };
            t.canvas->onDrag = [&](drawing::Point at) { way.push_back(at); };
            t.canvas->onDrop = [&](drawing::Point at) { dropped = at; };
            const drawing::Rect before = t.canvas->camera().shown();
            drag(*t.canvas, from, to);
            THEN("the map stays and the owner hears the way and the end") {
                CHECK(t.canvas->camera().shown() == before);
                CHECK(way.size() >= 3);
                REQUIRE(dropped);
                checkNear(*dropped, t.bodyAt(to), 0.01);
            }
        }
    }
}

SCENARIO("the map works from the keyboard alone", "[gui][canvas]") {
    GIVEN("a canvas with the focus") {
        Theatre t;
        t.canvas->SetFocus();
        waitFor("it has the focus", [&] { return t.canvas->HasFocus(); });
        WHEN("+ is pressed, then arrows, then 0") {
            pressKey('+');
            pressKey('+');
            t.settle();
            CHECK(t.canvas->camera().zoom() > 1.5);
            const drawing::Rect before = t.canvas->camera().shown();
            pressKey(WXK_DOWN);
            CHECK(t.canvas->camera().shown().y > before.y);
            pressKey('-');
            t.settle();
            CHECK(t.canvas->camera().zoom() < 1.5);
            pressKey('0');
            THEN("the whole body is shown again") {
                CHECK(t.canvas->camera().showsAll());
            }
        }
        WHEN("a place is sought with Alt and arrows and taken with Enter") {
            pressKey(WXK_RIGHT, wxMOD_ALT);
            pressKey(WXK_DOWN, wxMOD_ALT);
            REQUIRE(t.canvas->keyboardPlace());
            const drawing::Point place = *t.canvas->keyboardPlace();
            CHECK_FALSE(t.hovers.empty());
            pressKey(WXK_RETURN);
            THEN("it is a click at that place, and Escape leaves") {
                REQUIRE(t.clicks.size() == 1);
                CHECK(t.clicks.front() == place);
                pressKey(WXK_ESCAPE);
                CHECK_FALSE(t.canvas->keyboardPlace());
            }
        }
        THEN("a screen reader hears what lies there") {
            t.canvas->describe("Body map, back", "right quadratus lumborum");
            CHECK(accessibleName(*t.canvas) == "right quadratus lumborum");
            CHECK(accessibleDescription(*t.canvas) == "Body map, back");
            t.canvas->describe("Body map, back", {});
            CHECK(accessibleName(*t.canvas) == "Body map, back");
        }
    }
}

SCENARIO("cards lie above the map", "[gui][canvas]") {
    GIVEN("a zoomed map with a miniature and a legend") {
        Theatre t;
        t.canvas->miniature = [] {
            MapViewport all{kFrame, 0.05, 36, 88.5};
            return picture(all);
        };
        t.canvas->insets = [] {
            drawing::Picture legend;
            legend.width = 40;
            legend.height = 10;
            return std::vector<MapInset>{{Corner::BottomRight, legend}};
        };
        t.canvas->showBody({250, 600, 200, 200});
        t.settle();
        const wxRect card = t.canvas->miniatureArea();
        REQUIRE_FALSE(card.IsEmpty());
        WHEN("the miniature is clicked near its top") {
            click(*t.canvas, {card.x + card.width / 2, card.y + card.height / 6});
            THEN("the map jumps there, and the body was not clicked") {
                CHECK(t.canvas->camera().shown().y < 400);
                CHECK(t.clicks.empty());
            }
        }
        WHEN("the legend is clicked") {
            const wxSize size = t.canvas->GetClientSize();
            click(*t.canvas, {size.x - 40, size.y - 30});
            THEN("the body below was not") {
                CHECK(t.clicks.empty());
            }
        }
        WHEN("all of the body is shown") {
            t.canvas->fit();
            t.settle();
            THEN("the miniature is gone") {
                CHECK(t.canvas->miniatureArea().IsEmpty());
            }
        }
    }
}

SCENARIO("the body is painted seldom", "[gui][canvas]") {
    GIVEN("a zoomed map at rest, painted ahead") {
        Theatre t;
        t.canvas->showBody({250, 600, 200, 200});
        t.settle();
        pump(400);
        const int asked = t.baseAsked;
        WHEN("the overlay changes many times") {
            int overlays = 0;
            t.canvas->overlay = [&](const MapViewport&) {
                ++overlays;
                return drawing::Picture{};
            };
            for (int i = 0; i < 5; ++i) {
                t.canvas->refreshOverlay();
                pump(20);
            }
            THEN("only the overlay was asked") {
                CHECK(overlays >= 5);
                CHECK(t.baseAsked == asked);
            }
        }
        WHEN("a layer changes") {
            t.canvas->refreshBase();
            pump();
            THEN("the base is asked again") {
                CHECK(t.baseAsked > asked);
            }
        }
    }
}
