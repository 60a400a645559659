// SPDX-License-Identifier: MIT
#include "drawing/LifeStrip.h"

#include "drawing/Shapes.h"
#include "drawing/Svg.h"
#include "support/Approval.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <memory>
#include <vector>

using namespace palpate;
using namespace palpate::drawing;
using namespace palpate::test;

namespace {

using Kind = LifeColumn::Kind;

[[nodiscard]] LifeColumn seen(std::string day, std::optional<State> state,
                              std::optional<int> before, std::optional<int> after = {}) {
    return {Kind::Assessed, state, before, after, after.has_value(), std::move(day)};
}
[[nodiscard]] LifeColumn unseen(std::string day) {
    return {Kind::NotAssessed, {}, {}, {}, false, std::move(day)};
}

/// Not known at first, found active, missed once, latent, gone.
[[nodiscard]] std::vector<LifeColumn> aLife() {
    std::vector<LifeColumn> columns{{Kind::Before, {}, {}, {}, false, "12 Oct"},
                                    seen("19 Oct", State::Active, 7, 4),
                                    seen("26 Oct", State::Active, 6, 3),
                                    unseen("2 Nov"),
                                    seen("9 Nov", State::Latent, 4),
                                    seen("16 Nov", std::nullopt, 2),
                                    seen("23 Nov", State::Resolved, 0)};
    columns[3].treated = true;
    return columns;
}

[[nodiscard]] std::vector<LifeColumn> aLongLife() {
    std::vector<LifeColumn> columns;
    for (int i = 0; i < 120; ++i) {
        const auto state = i < 50 ? State::Active : i < 100 ? State::Latent : State::Resolved;
        columns.push_back(i % 17 == 0 ? unseen("day " + std::to_string(i))
                                      : seen("day " + std::to_string(i), state, 8 - i / 15));
    }
    return columns;
}

/// On its ground, as a window shows it.
[[nodiscard]] std::string grounded(const std::vector<LifeColumn>& columns, const LifeStyle& style) {
    auto picture = lifeStrip(columns, style);
    auto behind = std::make_shared<Path>();
    behind->contours.push_back(
        {{{0, 0}, {style.width, 0}, {style.width, style.height}, {0, style.height}}, true});
    picture.shapes.insert(picture.shapes.begin(),
                          Shape{PathShape{behind, inks(style.ground).ground, {}}});
    return svg(picture);
}

/// The strokes in the colour of tenderness: joined values.
[[nodiscard]] std::vector<std::size_t> runs(const Picture& picture, Ground ground) {
    std::vector<std::size_t> lengths;
    for (const auto* shape : all<PathShape>(picture)) {
        if (shape->stroke && shape->stroke->colour == inks(ground).sparkline) {
            lengths.push_back(shape->path->contours.front().points.size());
        }
    }
    return lengths;
}

} // namespace

SCENARIO("the strip of a life keeps its gaps", "[drawing]") {
    const auto columns = aLife();
    const auto picture = lifeStrip(columns, {});
    THEN("the line is broken where nobody looked") {
        CHECK(runs(picture, Ground::Light) == std::vector<std::size_t>{2, 3});
    }
    THEN("a gap at the value 0 would not be the same") {
        auto filled = columns;
        filled[3].before = 0;
        CHECK(runs(lifeStrip(filled, {}), Ground::Light) == std::vector<std::size_t>{6});
    }
    THEN("every assessed value is a dot of its own") {
        const auto dots = std::ranges::count_if(all<CircleShape>(picture), [](const auto* circle) {
            return circle->fill == inks(Ground::Light).sparkline;
        });
        CHECK(dots == 5);
    }
    THEN("nothing is drawn before the point was known") {
        const double firstColumn = 5 + (90 - 6.5) / 7;
        for (const auto* circle : all<CircleShape>(picture)) {
            CHECK((circle->centre.x > firstColumn || circle->centre.x < 5));
        }
    }
    THEN("all stays within the picture") {
        for (const auto* text : all<TextShape>(picture)) {
            CHECK(text->at.x >= 0);
            CHECK(text->at.y <= picture.height);
        }
    }
}

SCENARIO("the strip of a life knows its columns", "[drawing]") {
    CHECK_FALSE(lifeColumnAt(7, 90, 2));
    CHECK(lifeColumnAt(7, 90, 5.1) == 0);
    CHECK(lifeColumnAt(7, 90, 88) == 6);
    CHECK_FALSE(lifeColumnAt(7, 90, 89.5));
    CHECK_FALSE(lifeColumnAt(0, 90, 40));
    CHECK_FALSE(lifeColumnAt(7, 3, 2));
}

SCENARIO("days that have no room are left out, the last never", "[drawing]") {
    const auto columns = aLongLife();
    const auto picture = lifeStrip(columns, {});
    const auto texts = all<TextShape>(picture);
    CHECK(texts.size() < 20);
    CHECK(std::ranges::any_of(texts, [](const auto* text) { return text->text == "day 119"; }));
    CHECK(std::ranges::any_of(texts, [](const auto* text) { return text->text == "day 0"; }));
}

SCENARIO("lives look as approved on every ground", "[drawing]") {
    checkApproved("drawing/life.svg", grounded(aLife(), {}));
    checkApproved("drawing/life-dark.svg", grounded(aLife(), {.ground = Ground::Dark}));
    checkApproved("drawing/life-high-contrast.svg",
                  grounded(aLife(), {.ground = Ground::HighContrast}));
    checkApproved("drawing/life-long.svg", grounded(aLongLife(), {}));
    checkApproved("drawing/life-one.svg",
                  grounded({seen("23 Nov", State::Active, 7, 4)}, {.width = 50, .height = 16}));
}
