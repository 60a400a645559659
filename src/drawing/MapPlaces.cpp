// SPDX-License-Identifier: MIT
#include "drawing/MapPlaces.h"

#include "domain/Message.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace palpate::drawing {

namespace {

using Keys = std::span<const std::string_view>;

constexpr std::array<std::string_view, 10> kHead{"vertex", "forehead", "temple", "ear", "eye",
                                                 "cheek",  "nose",     "mouth",  "jaw", "occiput"};
constexpr std::array<std::string_view, 3> kNeck{"neck_anterior", "neck_lateral", "neck_posterior"};
constexpr std::array<std::string_view, 5> kShoulder{
    "shoulder_anterior", "shoulder_lateral", "shoulder_posterior", "shoulder_top", "scapular"};
constexpr std::array<std::string_view, 2> kUpperArm{"arm_anterior", "arm_posterior"};
constexpr std::array<std::string_view, 4> kElbow{"elbow_anterior", "elbow_lateral", "elbow_medial",
                                                 "elbow_posterior"};
constexpr std::array<std::string_view, 8> kForearm{
    "forearm_anterior", "forearm_posterior", "elbow_anterior", "elbow_lateral",
    "elbow_medial",     "elbow_posterior",   "wrist_anterior", "wrist_posterior"};
constexpr std::array<std::string_view, 6> kHand{"wrist_anterior", "wrist_posterior", "palm",
                                                "hand_dorsum",    "thumb",           "fingers"};
constexpr std::array<std::string_view, 4> kUpperBack{"interscapular", "scapular", "shoulder_top",
                                                     "thoracic_lower"};
constexpr std::array<std::string_view, 3> kLowBack{"lumbar", "sacrum", "buttock_upper"};
constexpr std::array<std::string_view, 4> kChest{"chest_upper", "chest_lower", "sternum",
                                                 "side_ribs"};
constexpr std::array<std::string_view, 2> kAbdomen{"abdomen_upper", "abdomen_lower"};
constexpr std::array<std::string_view, 5> kHip{"buttock_upper", "buttock_lower", "hip_lateral",
                                               "hip_anterior", "groin"};
constexpr std::array<std::string_view, 4> kThigh{"thigh_anterior", "thigh_lateral", "thigh_medial",
                                                 "thigh_posterior"};
constexpr std::array<std::string_view, 4> kKnee{"knee_anterior", "knee_lateral", "knee_medial",
                                                "knee_posterior"};
constexpr std::array<std::string_view, 3> kLeg{"calf", "shin", "leg_lateral"};
constexpr std::array<std::string_view, 8> kFoot{
    "ankle_anterior", "ankle_lateral", "ankle_medial", "ankle_posterior",
    "foot_dorsum",    "heel",          "sole",         "toes"};

// Bits of View.
constexpr unsigned kFront = 1U << static_cast<unsigned>(View::Anterior);
constexpr unsigned kBack = 1U << static_cast<unsigned>(View::Posterior);
constexpr unsigned kSides =
    1U << static_cast<unsigned>(View::Left) | 1U << static_cast<unsigned>(View::Right);
constexpr unsigned kSoles = 1U << static_cast<unsigned>(View::Plantar);
constexpr unsigned kRound = kFront | kBack | kSides;

struct Facts {
    const char* title;
    Keys regions;
    unsigned views; ///< where it shows well
    View best;
    bool paired;
    bool ofArm;
};

[[nodiscard]] Facts factsOf(MapPlace place) noexcept {
    switch (place) {
    case MapPlace::WholeBody:
        break;
    case MapPlace::Head:
        return {tr("Head"), kHead, kRound, View::Anterior, false, false};
    case MapPlace::Neck:
        return {tr("Neck"), kNeck, kRound, View::Posterior, false, false};
    case MapPlace::Shoulder:
        return {tr("Shoulder"), kShoulder, kRound, View::Posterior, true, false};
    case MapPlace::UpperArm:
        return {tr("Upper arm"), kUpperArm, kRound, View::Anterior, true, true};
    case MapPlace::Elbow:
        return {tr("Elbow"), kElbow, kRound, View::Anterior, true, true};
    case MapPlace::Forearm:
        return {tr("Forearm"), kForearm, kRound, View::Anterior, true, true};
    case MapPlace::Hand:
        return {tr("Hand"), kHand, kRound, View::Anterior, true, true};
    case MapPlace::UpperBack:
        return {tr("Upper back"), kUpperBack, kBack, View::Posterior, false, false};
    case MapPlace::LowBack:
        return {tr("Low back"), kLowBack, kBack, View::Posterior, false, false};
    case MapPlace::Chest:
        return {tr("Chest"), kChest, kFront, View::Anterior, false, false};
    case MapPlace::Abdomen:
        return {tr("Abdomen"), kAbdomen, kFront, View::Anterior, false, false};
    case MapPlace::Hip:
        return {tr("Hip"), kHip, kRound, View::Posterior, true, false};
    case MapPlace::Thigh:
        return {tr("Thigh"), kThigh, kRound, View::Anterior, true, false};
    case MapPlace::Knee:
        return {tr("Knee"), kKnee, kRound, View::Anterior, true, false};
    case MapPlace::Leg:
        return {tr("Leg"), kLeg, kRound, View::Posterior, true, false};
    case MapPlace::Foot:
        return {tr("Foot"), kFoot, kRound | kSoles, View::Anterior, true, false};
    case MapPlace::Sole:
        return {tr("Sole"), kFoot, kSoles, View::Plantar, true, false};
    }
    return {tr("Whole body"), {}, kRound | kSoles, View::Posterior, false, false};
}

} // namespace

const char* title(MapPlace place) noexcept {
    return factsOf(place).title;
}

bool isPaired(MapPlace place) noexcept {
    return factsOf(place).paired;
}

View viewFor(MapPlace place, View now) noexcept {
    const Facts facts = factsOf(place);
    return (facts.views >> static_cast<unsigned>(now) & 1U) != 0 ? now : facts.best;
}

std::optional<Rect> placeRect(const atlas::BodyMap& map, View view, MapPlace place, Side side) {
    if (place == MapPlace::WholeBody) {
        return wholeBody(map, view, {Layer::Superficial, true}, 100, 100).shown;
    }
    const Facts facts = factsOf(place);
    std::optional<atlas::Box> box;
    for (const atlas::Region& region : map.regions()) {
        const atlas::RegionShape* shape = region.shapeIn(view);
        const bool wanted =
            std::ranges::find(facts.regions, region.key.text()) != facts.regions.end() &&
            (side == Side::Middle || region.side == Side::Middle || !facts.paired ||
             region.side == side);
        if (shape == nullptr || !wanted || shape->outline.isEmpty()) {
            continue;
        }
        const atlas::Box& own = shape->outline.box();
        box = box ? atlas::Box{std::min(box->left, own.left), std::min(box->top, own.top),
                               std::max(box->right, own.right), std::max(box->bottom, own.bottom)}
                  : own;
    }
    if (!box) {
        return std::nullopt;
    }
    constexpr double kLeastRoom = 15; // mm of the body, so that the neighbours can be recognised
    constexpr double kRoom = 0.09;    // of the longer edge
    const double wide = box->right - box->left;
    const double high = box->bottom - box->top;
    const double room = std::max(kLeastRoom, kRoom * std::max(wide, high));
    return Rect{box->left - room, box->top - room, wide + 2 * room, high + 2 * room};
}

MapWindow regionWindow(const atlas::BodyMap& map, View now, atlas::Peel peel, MapPlace place,
                       Side side, double width, double height) {
    const Facts facts = factsOf(place);
    View view = viewFor(place, now);
    if (facts.paired && side != Side::Middle && (view == View::Left || view == View::Right)) {
        view = side == Side::Left ? View::Left : View::Right;
    }
    if (facts.ofArm && (view == View::Left || view == View::Right)) {
        peel.showArm = true;
    }
    const auto rect = placeRect(map, view, place, side);
    if (!rect || place == MapPlace::WholeBody) {
        return wholeBody(map, view, peel, width, height);
    }
    return {view, peel, *rect, width, height};
}

} // namespace palpate::drawing
