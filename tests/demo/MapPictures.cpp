// SPDX-License-Identifier: MIT
// The body map by itself, and what it knows.
#include "app/SessionPresenter.h"
#include "demo/Pictures.h"

namespace palpate::pictures {

namespace {

constexpr int kNumbersAndLegend = 3; ///< of the map's menu
constexpr double kOneBody = 0.4;     ///< of the map's width, with the arms
constexpr double kTwoSoles = 0.75;

void openMap(const Stage& stage) {
    openAna(stage);
    openChart();
}

void hideCards() {
    Me::click("map.more");
    Me::chooseFromMenu(kNumbersAndLegend);
}

void views(Stage& stage) {
    openMap(stage);
    hideCards();
    Me::chooseLayer(Layer::Superficial);
    Me::chip("map.places", "Whole body");
    for (const View view :
         {View::Anterior, View::Posterior, View::Left, View::Right, View::Plantar}) {
        Me::chooseView(view);
        stage.takeMap("view-" + std::to_string(static_cast<int>(view)),
                      view == View::Plantar ? kTwoSoles : kOneBody);
    }
    stage.join(5, 320);
}

void layers(Stage& stage) {
    openMap(stage);
    hideCards();
    Me::chip("map.places", "Low back");
    for (const Layer layer :
         {Layer::Superficial, Layer::Intermediate, Layer::Deep, Layer::Deepest}) {
        Me::chooseLayer(layer);
        stage.takeMap("layer-" + std::to_string(static_cast<int>(layer)));
    }
    stage.join(2, 720);
}

void places(Stage& stage) {
    openMap(stage);
    hideCards();
    Me::chooseLayer(Layer::Superficial);
    for (const char* const place : {"Neck", "Forearm", "Foot"}) {
        Me::chip("map.places", place);
        stage.takeMap(place);
    }
    stage.join(3, 560);
}

void referral(Stage& stage) {
    openMap(stage);
    Me::click("point.1");
    Me::waitFor("its card is open", [] { return Me::shown().card.has_value(); });
    stage.take();
}

void muscles(Stage& stage) {
    openMap(stage);
    Me::chip("map.tools", "Muscles");
    waitForSight("chart.muscles.search.field");
    Me::fill("chart.muscles.search.field", "glut");
    stage.take();
}

} // namespace

std::vector<Scene> mapScenes() {
    return {{"map-views", views},
            {"map-layers", layers},
            {"map-places", places},
            {"map-referral", referral},
            {"map-muscles", muscles}};
}

} // namespace palpate::pictures
