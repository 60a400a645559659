// SPDX-License-Identifier: MIT
#include "drawing/BodyMapPicture.h"
#include "drawing/Shapes.h"
#include "drawing/Svg.h"
#include "support/Approval.h"

#include <catch2/catch_test_macros.hpp>

using namespace palpate;
using namespace palpate::drawing;
using namespace palpate::test;

namespace {

[[nodiscard]] MapWindow lowBack(Layer top) {
    return {View::Posterior, {top, false}, {108, 480, 505, 400}, 216, 171};
}

} // namespace

SCENARIO("the patient's right and left are told by letters at the picture's edges", "[drawing]") {
    struct Letter {
        std::string word;
        Point at;
    };
    const auto letters = [](const MapWindow& window, std::span<const Rect> covered = {}) {
        const Picture picture = sideLetters(shippedShapes(), window, {}, covered);
        std::vector<Letter> found;
        for (const auto* text : all<TextShape>(picture)) {
            found.push_back({text->text, text->at});
        }
        return found;
    };
    GIVEN("the whole body") {
        THEN("they are by the view, beside the head and not at the far edges") {
            const auto back = letters(wholeBody(shippedMap(), View::Posterior, {}, 300, 200));
            REQUIRE(back.size() == 2);
            CHECK(back[0].word == "L");
            CHECK(back[1].word == "R");
            CHECK(back[0].at.x > 90);
            CHECK(back[0].at.x < 130);
            CHECK(back[1].at.x > 170);
            CHECK(back[1].at.x < 210);
            CHECK(back[0].at.y < 10);
            for (const View mirrored : {View::Anterior, View::Plantar}) {
                const auto found = letters(wholeBody(shippedMap(), mirrored, {}, 100, 200));
                REQUIRE(found.size() == 2);
                CHECK(found[0].word == "R");
                CHECK(found[1].word == "L");
                CHECK(found[0].at.x < found[1].at.x);
                // As the atlas has it: a part of that side lies on that side.
                const auto& region = *shippedMap().region(
                    *RegionKey::from(mirrored == View::Plantar ? "heel" : "abdomen_lower"),
                    Side::Right);
                CHECK(region.shapeIn(mirrored)->anchor.x < shippedMap().frame(mirrored).width / 2);
            }
        }
        THEN("seen from the side the view tells it") {
            CHECK(letters(wholeBody(shippedMap(), View::Left, {}, 100, 200)).empty());
            CHECK(letters(wholeBody(shippedMap(), View::Right, {}, 100, 200)).empty());
        }
    }
    GIVEN("a close view") {
        const MapWindow window = lowBack(Layer::Deep);
        THEN("they stand in its upper corners") {
            const auto found = letters(window);
            REQUIRE(found.size() == 2);
            CHECK(found[0].at.x < 5);
            CHECK(found[1].at.x > window.width - 10);
            CHECK(found[0].at.y < 10);
        }
        THEN("a half out of sight has no letter, a body out of sight none") {
            MapWindow right = window;
            right.shown = {400, 480, 200, 160};
            const auto found = letters(right);
            REQUIRE(found.size() == 1);
            CHECK(found[0].word == "R");
            CHECK(found[0].at.x > right.width / 2);
            right.shown.x = 4000;
            CHECK(letters(right).empty());
        }
        THEN("cards push one down, but never out of the picture") {
            const std::vector<Rect> cards{{0, 10, 30, 20}, {0, 0, 40, 12}};
            const auto found = letters(window, cards);
            CHECK(found[0].at.y > 30);
            CHECK(found[0].at.y < 45);
            CHECK(found[1].at.y < 10);
            const std::vector<Rect> all{{0, 0, window.width, window.height}};
            CHECK(letters(window, all)[0].at.y < 10);
        }
        THEN("they are on a page unless they are not wanted, in the words given") {
            MapStyle style;
            style.labels = false;
            style.landmarks = false;
            style.sideWords = {"D", "S"};
            const auto words = [&] {
                return wordsOf(bodyMapPicture(shippedShapes(), window, style, {}, {}));
            };
            CHECK(words() == std::vector<std::string>{"S", "D"});
            style.sides = false;
            CHECK(words().empty());
            CHECK(wordsOf(basePicture(shippedShapes(), window, MapStyle{})).size() > 2);
            CHECK(groupNamed(basePicture(shippedShapes(), window, {}).shapes, "sides") == nullptr);
        }
    }
}

SCENARIO("the side letters look as approved", "[drawing]") {
    const MapWindow window = wholeBody(shippedMap(), View::Anterior, {Layer::Skin, false}, 90, 120);
    checkApproved("drawing/side-letters.svg",
                  svg(bodyMapPicture(shippedShapes(), window, {}, {}, {})));
}
