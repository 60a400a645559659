// SPDX-License-Identifier: MIT
#include "app/JointPlaces.h"

#include "app/OpenClinic.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

namespace palpate::app {

namespace {

using test::key;

[[nodiscard]] const reference::Reference& tables() {
    return test::shippedKnowledge().reference();
}
[[nodiscard]] const atlas::BodyMap& map() {
    return test::shippedKnowledge().map();
}
[[nodiscard]] std::vector<std::string> labelsOf(const std::vector<JointChoice>& choices) {
    std::vector<std::string> labels;
    for (const auto& choice : choices) {
        labels.push_back(choice.label);
    }
    return labels;
}
[[nodiscard]] std::vector<std::string> named(std::string_view text, std::size_t limit = 20) {
    return labelsOf(jointsNamed(text, tables(), limit));
}
[[nodiscard]] std::vector<std::string> clicked(BodyPoint where, bool showArm = false) {
    return labelsOf(jointsAt(where, showArm, map(), tables()));
}
/// At a landmark, moved in the frame of the view.
[[nodiscard]] BodyPoint at(std::string_view landmark, Side side, View view, double dx = 0,
                           double dy = 0) {
    const auto* mark = map().landmark(landmark, side);
    REQUIRE(mark != nullptr);
    REQUIRE(mark->in(view));
    return {view, mark->in(view)->x + dx, mark->in(view)->y + dy};
}
[[nodiscard]] bool holds(const std::vector<std::string>& labels, const std::string& label) {
    return std::ranges::find(labels, label) != labels.end();
}

} // namespace

TEST_CASE("a joint is named as it is typed, with its side") {
    CHECK(named("c5 left").front() == "C5 left");
    CHECK(named("left c5").front() == "C5 left");
    CHECK(named("c5").front() == "C5");
    CHECK(named("right SI").front() == "right sacroiliac joint");
    CHECK(named("SIJ") ==
          std::vector<std::string>{"right sacroiliac joint", "left sacroiliac joint"});
    CHECK(named("l4 5 r").front() == "L4-L5 right");
    CHECK(named("L4/5").front() == "L4-L5");
    CHECK(named("coccyx") == std::vector<std::string>{"coccyx"});
    CHECK(named("coccyx left").empty());
    CHECK(named("left right c5").empty());
    CHECK(named("left").empty());
    CHECK(named("").empty());
    CHECK(named("c", 3).size() == 3);
}

TEST_CASE(
    "a click on a vertebra offers it and the segments above and below, on the patient's side") {
    // From behind the patient's right is on the right.
    const auto right = clicked(at("L4", Side::Middle, View::Posterior, 12));
    REQUIRE(right.size() >= 3);
    CHECK(right[0] == "L4 right");
    CHECK(holds(right, "L3-L4 right"));
    CHECK(holds(right, "L4-L5 right"));
    CHECK(clicked(at("L4", Side::Middle, View::Posterior, -12)).front() == "L4 left");
    CHECK(clicked(at("L4", Side::Middle, View::Posterior)).front() == "L4");
    // From the front it is on the left.
    const auto front = clicked(at("L4", Side::Middle, View::Anterior, -12, -20));
    REQUIRE_FALSE(front.empty());
    CHECK(front.front().ends_with(" right"));
}

TEST_CASE("every vertebra from C2 to L5 is found at its spinous process") {
    for (const auto& joint : tables().joints().all()) {
        if (joint.kind != reference::JointKind::Vertebra || joint.key.text() == "C1") {
            continue;
        }
        CAPTURE(joint.key.text());
        const auto where = placeOfJoint({joint.key, Side::Middle}, View::Posterior, map());
        REQUIRE(where);
        CHECK(holds(clicked(*where), joint.label));
    }
}

TEST_CASE("the sacrum and the pelvis near their joint are the sacroiliac joint of that side") {
    CHECK(clicked(at("PSIS", Side::Right, View::Posterior, -8, 8)).front() ==
          "right sacroiliac joint");
    CHECK(clicked(at("PSIS", Side::Left, View::Posterior, 8, 8)).front() ==
          "left sacroiliac joint");
    CHECK(holds(clicked(at("S1", Side::Middle, View::Posterior)), "S1"));
    CHECK(holds(clicked(at("S1", Side::Middle, View::Posterior)), "L5-S1"));
    CHECK(clicked(at("coccyx_tip", Side::Middle, View::Posterior, 0, -6)).front() == "coccyx");
}

TEST_CASE("joints of the limbs are found at their bones, on the patient's side") {
    CHECK(holds(clicked(at("femoral_head", Side::Right, View::Anterior)), "right hip joint"));
    CHECK(holds(clicked(at("humeral_head", Side::Left, View::Anterior)), "left shoulder joint"));
    CHECK(clicked(at("patella", Side::Left, View::Anterior)).front() ==
          "left patellofemoral joint");
    CHECK(holds(clicked(at("patella", Side::Left, View::Anterior)), "left knee"));
    CHECK(clicked(at("scapular_spine_root", Side::Right, View::Posterior, 15)).front() ==
          "right scapulothoracic joint");
    CHECK(holds(clicked(at("lateral_malleolus", Side::Right, View::Anterior)), "right ankle"));
    CHECK(
        holds(clicked(at("temporomandibular_joint", Side::Right, View::Right)), "right jaw joint"));
    CHECK(holds(clicked(at("olecranon", Side::Right, View::Posterior)), "right elbow"));
    CHECK(holds(clicked(at("third_metacarpal_head", Side::Right, View::Anterior)),
                "right joint of the hand"));
}

TEST_CASE("off the body no joint is meant, and on it none of the other side") {
    CHECK(clicked({View::Posterior, 1, 1}).empty());
    for (const auto& label : clicked(at("femoral_head", Side::Right, View::Right))) {
        CAPTURE(label);
        CHECK_FALSE(label.starts_with("left"));
    }
}

TEST_CASE("every joint that is offered can be a target, wherever one clicks") {
    for (const auto view : {View::Anterior, View::Posterior, View::Left, View::Right}) {
        const auto& frame = map().frame(view);
        for (double y = 5; y < frame.height; y += 37) {
            for (double x = 5; x < frame.width; x += 23) {
                for (const auto& choice : jointsAt({view, x, y}, true, map(), tables())) {
                    CAPTURE(name(view), x, y, choice.label);
                    CHECK_FALSE(tables().joints().problem(choice.target));
                }
            }
        }
    }
}

TEST_CASE("every joint but few has a place on the map from the front or from behind") {
    int without = 0;
    for (const auto& joint : tables().joints().all()) {
        const JointTarget target{
            joint.key, joint.sides == reference::JointSides::Must ? Side::Right : Side::Middle};
        const bool isSeen = placeOfJoint(target, View::Posterior, map()).has_value() ||
                            placeOfJoint(target, View::Anterior, map()).has_value();
        without += isSeen ? 0 : 1;
    }
    CHECK(without == 0);
}

} // namespace palpate::app
