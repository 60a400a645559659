// SPDX-License-Identifier: MIT
#include "atlas/Carried.h"

#include "atlas/ShippedMap.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <limits>

using namespace palpate;
using namespace palpate::atlas;
using namespace palpate::test;
using Catch::Matchers::WithinAbs;

namespace {

[[nodiscard]] const Muscle& muscle(std::string_view key, Side side = Side::Right) {
    return *shippedMap().muscle(muscleKey(key), side);
}
[[nodiscard]] BodyPoint anchorOf(const Muscle& of, View view) {
    const Place anchor = of.shapeIn(view)->anchor;
    return {view, anchor.x, anchor.y};
}

/// How far the silhouette reaches on a line, found by looking at every tenth of a millimetre.
struct Widest {
    double from = 0;
    double to = -1;
};
[[nodiscard]] Widest widestBySteps(const Outline& outline, double y, double width) {
    Widest widest;
    double begin = -1;
    for (double x = 0; x <= width; x += 0.1) {
        const bool inside = outline.contains({x, y});
        if (inside && begin < 0) {
            begin = x;
        }
        if (!inside && begin >= 0) {
            if (x - begin > widest.to - widest.from) {
                widest = {begin, x};
            }
            begin = -1;
        }
    }
    return widest;
}

} // namespace

SCENARIO("a point is carried to the side in the middle of its muscle's widest run", "[atlas]") {
    for (const char* key :
         {"gluteus_medius", "quadratus_lumborum", "external_oblique", "trapezius_descending",
          "biceps_femoris_long", "gastrocnemius_medial"}) {
        const Muscle& of = muscle(key);
        const MuscleShape* side = of.shapeIn(View::Right);
        const View from = of.shapeIn(View::Posterior) != nullptr ? View::Posterior : View::Anterior;
        if (side == nullptr) {
            continue;
        }
        const BodyPoint at = anchorOf(of, from);
        const auto widest = widestBySteps(side->whole(), at.y, 420);
        const auto shown = shownIn(shippedMap(), at, of, View::Right);
        CAPTURE(key, at.y, widest.from, widest.to);
        REQUIRE(shown.has_value() == (widest.to >= widest.from));
        if (shown) {
            CHECK(shown->view == View::Right);
            CHECK(shown->y == at.y);
            CHECK_THAT(shown->x, WithinAbs((widest.from + widest.to) / 2, 0.15));
        }
    }
}

SCENARIO("between front and back a point keeps its height and its distance from the midline",
         "[atlas]") {
    const Muscle& trapezius = muscle("trapezius_descending");
    const BodyPoint at = anchorOf(trapezius, View::Anterior);
    const auto behind = shownIn(shippedMap(), at, trapezius, View::Posterior);
    REQUIRE(behind.has_value());
    CHECK(*behind == BodyPoint{View::Posterior, 720 - at.x, at.y});
    CHECK(shownIn(shippedMap(), *behind, trapezius, View::Anterior) == at);
}

SCENARIO("a point is left out where its muscle has nothing", "[atlas]") {
    const Muscle& trapezius = muscle("trapezius_descending");
    // The ankle is at this height, no trapezius is.
    CHECK_FALSE(shownIn(shippedMap(), {View::Anterior, 300, 1650}, trapezius, View::Posterior));
    CHECK_FALSE(shownIn(shippedMap(), {View::Anterior, 300, 1650}, trapezius, View::Right));
    // The rectus abdominis does not show from behind.
    const Muscle& rectus = muscle("rectus_abdominis");
    CHECK_FALSE(shownIn(shippedMap(), anchorOf(rectus, View::Anterior), rectus, View::Posterior));
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(shownIn(shippedMap(), {View::Anterior, 300, nan}, trapezius, View::Right));
}

SCENARIO("nothing is carried to or from the soles, and nothing moves in its own view", "[atlas]") {
    const Muscle& quadratus = muscle("quadratus_plantae");
    const BodyPoint sole = anchorOf(quadratus, View::Plantar);
    CHECK(shownIn(shippedMap(), sole, quadratus, View::Plantar) == sole);
    for (const View view : kViews) {
        if (view != View::Plantar) {
            CHECK_FALSE(shownIn(shippedMap(), sole, quadratus, view));
        }
    }
    const Muscle& soleus = muscle("soleus");
    CHECK_FALSE(shownIn(shippedMap(), anchorOf(soleus, View::Posterior), soleus, View::Plantar));
    const BodyPoint odd{View::Posterior, -5, 10};
    CHECK(shownIn(shippedMap(), odd, soleus, View::Posterior) == odd);
}

SCENARIO("a point shown elsewhere lies on its muscle's height in every muscle of the map",
         "[atlas]") {
    for (const Muscle& of : shippedMap().muscles()) {
        for (const MuscleShape& from : of.shapes) {
            for (const MuscleShape& to : of.shapes) {
                if (from.view == to.view || from.view == View::Plantar ||
                    to.view == View::Plantar) {
                    continue;
                }
                const BodyPoint at{from.view, from.anchor.x, from.anchor.y};
                const auto shown = shownIn(shippedMap(), at, of, to.view);
                if (!shown) {
                    continue;
                }
                CAPTURE(of.key.text(), name(of.side), name(from.view), name(to.view));
                CHECK(shown->y == at.y);
                const bool sideways = to.view == View::Left || to.view == View::Right ||
                                      from.view == View::Left || from.view == View::Right;
                if (sideways) { // the middle of a run lies in the muscle, or on its edge
                    CHECK(to.whole().distanceTo({shown->x, shown->y}, {1}) < 0.1);
                }
            }
        }
    }
}
