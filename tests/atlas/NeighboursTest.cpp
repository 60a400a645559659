// SPDX-License-Identifier: MIT
#include "atlas/Neighbours.h"

#include "atlas/ShippedMap.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <array>
#include <set>

using namespace palpate;
using namespace palpate::atlas;
using namespace palpate::test;

namespace {

constexpr std::array kDirections{Direction::Left, Direction::Right, Direction::Up, Direction::Down};
constexpr std::array kBack{Direction::Right, Direction::Left, Direction::Down, Direction::Up};

[[nodiscard]] const Muscle* muscle(std::string_view key, Side side = Side::Right) {
    return shippedMap().muscle(muscleKey(key), side);
}

[[nodiscard]] std::set<const Muscle*> reachable(const Neighbours& ways, const Muscle* first) {
    std::set<const Muscle*> reached{first};
    std::vector<const Muscle*> open{first};
    while (!open.empty()) {
        const Muscle* at = open.back();
        open.pop_back();
        for (const Direction direction : kDirections) {
            const Muscle* next = ways.from(*at, direction);
            if (next != nullptr && reached.insert(next).second) {
                open.push_back(next);
            }
        }
    }
    return reached;
}

/// Every muscle that a hand wandering over the view in steps of 3 mm meets.
[[nodiscard]] std::set<const Muscle*> metByHand(View view, Peel peel) {
    std::set<const Muscle*> met;
    const auto& frame = shippedMap().frame(view);
    for (double y = 0; y < frame.height; y += 3) {
        for (double x = 0; x < frame.width; x += 3) {
            if (const Muscle* here = shippedMap().muscleAt({view, x, y}, peel)) {
                met.insert(here);
            }
        }
    }
    return met;
}

} // namespace

SCENARIO("arrow keys reach every muscle that shows, from every muscle, in every view and layer",
         "[atlas]") {
    const View view =
        GENERATE(View::Anterior, View::Posterior, View::Left, View::Right, View::Plantar);
    const Layer top =
        GENERATE(Layer::Skin, Layer::Superficial, Layer::Intermediate, Layer::Deep, Layer::Deepest);
    const bool arm = GENERATE(false, true);
    CAPTURE(name(view), static_cast<int>(top), arm);
    const Peel peel{top, arm};
    const Neighbours ways{shippedMap(), view, peel};
    const auto all = ways.all();
    for (const Muscle* met : metByHand(view, peel)) {
        CAPTURE(met->key.text(), name(met->side));
        CHECK(std::ranges::find(all, met) != all.end());
    }
    for (const Muscle* one : all) {
        const Place* place = ways.placeOf(*one);
        REQUIRE(place != nullptr);
        CHECK(shippedMap().muscleAt({view, place->x, place->y}, peel) == one);
        CHECK(reachable(ways, one).size() == all.size());
    }
}

SCENARIO("going back usually returns", "[atlas]") {
    const View view = GENERATE(View::Anterior, View::Posterior, View::Right);
    const Neighbours ways{shippedMap(), view, {}};
    int steps = 0;
    int returns = 0;
    for (const Muscle* one : ways.all()) {
        for (std::size_t i = 0; i < kDirections.size(); ++i) {
            if (const Muscle* next = ways.from(*one, kDirections.at(i))) {
                ++steps;
                returns += ways.from(*next, kBack.at(i)) == one ? 1 : 0;
            }
        }
    }
    CAPTURE(name(view), steps, returns);
    CHECK(returns * 2 > steps);
}

SCENARIO("a step goes where its arrow points", "[atlas]") {
    const Neighbours ways{shippedMap(), View::Posterior, {}};
    const Muscle* trapezius = muscle("trapezius_descending");
    const Muscle* below = ways.from(*trapezius, Direction::Down);
    REQUIRE(below != nullptr);
    CHECK(ways.placeOf(*below)->y > ways.placeOf(*trapezius)->y);
    // Seen from behind the patient's right is on the viewer's right.
    const Muscle* left = muscle("gluteus_maximus", Side::Left);
    const Muscle* right = ways.from(*left, Direction::Right);
    REQUIRE(right != nullptr);
    CHECK(ways.placeOf(*right)->x > ways.placeOf(*left)->x);
    CHECK(neighbour(shippedMap(), View::Posterior, {}, *left, Direction::Right) == right);
}

SCENARIO("the walk begins at what is nearest, and goes on when its muscle has gone", "[atlas]") {
    const Neighbours ways{shippedMap(), View::Posterior, {}};
    const Muscle* gluteus = muscle("gluteus_maximus");
    const Place on = *ways.placeOf(*gluteus);
    CHECK(ways.nearest(on) == gluteus);
    CHECK(firstMuscle(shippedMap(), View::Posterior, {}, on) == gluteus);
    // The piriformis lies two layers below and does not show with the gluteus maximus before it.
    const Muscle* piriformis = muscle("piriformis");
    REQUIRE(ways.placeOf(*piriformis) == nullptr);
    CHECK(ways.from(*piriformis, Direction::Up) ==
          ways.nearest(piriformis->shapeIn(View::Posterior)->anchor));
}

SCENARIO("with only bones left there is nothing to walk on", "[atlas]") {
    const Neighbours ways{shippedMap(), View::Posterior, {Layer::Bones, false}};
    CHECK(ways.all().empty());
    CHECK(ways.nearest({300, 300}) == nullptr);
    CHECK(ways.from(*muscle("soleus"), Direction::Up) == nullptr);
}
