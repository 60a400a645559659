// SPDX-License-Identifier: MIT
// Where joints are on the map.
#include "app/JointMarks.h"

#include "app/JointPlaces.h"
#include "atlas/BodyMap.h"

#include <algorithm>
#include <array>
#include <string>

namespace palpate::app {

namespace {

using atlas::BodyMap;

constexpr std::array<std::string_view, 25> kSpine{
    "C1", "C2", "C3", "C4",  "C5",  "C6",  "C7", "T1", "T2", "T3", "T4", "T5", "T6",
    "T7", "T8", "T9", "T10", "T11", "T12", "L1", "L2", "L3", "L4", "L5", "S1"};

constexpr std::array kMarks{JointMark{"sacroiliac", "PSIS"},
                            JointMark{"coccyx", "coccyx_tip"},
                            JointMark{"jaw", "temporomandibular_joint"},
                            JointMark{"sternoclavicular", "sternoclavicular_joint"},
                            JointMark{"acromioclavicular", "acromioclavicular_joint"},
                            JointMark{"shoulder", "humeral_head"},
                            JointMark{"shoulder", "greater_tubercle"},
                            JointMark{"scapulothoracic", "medial_border_scapula"},
                            JointMark{"elbow", "lateral_epicondyle"},
                            JointMark{"elbow", "medial_epicondyle"},
                            JointMark{"elbow", "olecranon"},
                            JointMark{"radioulnar", "radial_head"},
                            JointMark{"wrist", "scaphoid"},
                            JointMark{"wrist", "radial_styloid"},
                            JointMark{"wrist", "ulnar_styloid"},
                            JointMark{"hand", "third_metacarpal_head"},
                            JointMark{"hip", "femoral_head"},
                            JointMark{"hip", "greater_trochanter"},
                            JointMark{"knee", "medial_femoral_epicondyle"},
                            JointMark{"knee", "lateral_femoral_epicondyle"},
                            JointMark{"patellofemoral", "patella"},
                            JointMark{"tibiofibular", "fibular_head"},
                            JointMark{"ankle", "medial_malleolus"},
                            JointMark{"ankle", "lateral_malleolus"},
                            JointMark{"subtalar", "calcaneus"},
                            JointMark{"foot", "navicular_tuberosity"},
                            JointMark{"foot", "first_metatarsal_head"},
                            JointMark{"foot", "fifth_metatarsal_base"},
                            JointMark{"rib", "rib12_tip"},
                            JointMark{"rib", "rib11_tip"}};

// Millimetres of the standard figure: beside the midline, where one side of a level is shown
constexpr double kOfLevel = 12; // mm beside the midline, where one side of a level is shown

/// The middle of what is seen of a bone of the midline.
[[nodiscard]] std::optional<atlas::Place> middleOfBone(const BodyMap& map, std::string_view id,
                                                       View view) {
    for (const auto& painted : map.paintedBones(view, atlas::Plane::Body)) {
        if (painted.bone->id == id) {
            const auto& box = painted.shape->outline.box();
            return atlas::Place{(box.left + box.right) / 2, (box.top + box.bottom) / 2};
        }
    }
    return std::nullopt;
}

/// The spinous process of a level; of one that has no landmark, the middle of its bone.
[[nodiscard]] std::optional<atlas::Place> spinous(const BodyMap& map, std::string_view level,
                                                  View view) {
    const auto* mark = map.landmark(level, Side::Middle);
    if (mark != nullptr && mark->in(view)) {
        return *mark->in(view);
    }
    return middleOfBone(map, level, view);
}

} // namespace

std::span<const JointMark> jointMarks() noexcept {
    return kMarks;
}

std::span<const std::string_view> spine() noexcept {
    return kSpine;
}

std::optional<std::size_t> levelOf(std::string_view id) noexcept {
    const auto found = std::ranges::find(kSpine, id);
    return found != kSpine.end() ? std::optional{static_cast<std::size_t>(found - kSpine.begin())}
                                 : std::nullopt;
}

std::optional<BodyPoint> placeOfJoint(const JointTarget& target, View view,
                                      const atlas::BodyMap& map) {
    const auto& id = target.joint.text();
    const auto hyphen = id.find('-');
    const auto lower = hyphen == std::string::npos ? id : id.substr(hyphen + 1);
    if (levelOf(lower)) {
        auto place = spinous(map, lower, view);
        if (place && hyphen != std::string::npos) {
            if (const auto above = spinous(map, id.substr(0, hyphen), view)) {
                place = atlas::Place{(place->x + above->x) / 2, (place->y + above->y) / 2};
            }
        }
        if (place && isFrontOrBack(view) && target.side != Side::Middle) {
            const bool toTheRight = (target.side == Side::Right) == (view == View::Posterior);
            place->x += toTheRight ? kOfLevel : -kOfLevel;
        }
        return place ? std::optional{BodyPoint{view, place->x, place->y}} : std::nullopt;
    }
    for (const auto& mark : kMarks) {
        const auto* landmark =
            mark.joint == id ? map.landmark(mark.landmark, target.side) : nullptr;
        if (landmark != nullptr && landmark->in(view)) {
            return BodyPoint{view, landmark->in(view)->x, landmark->in(view)->y};
        }
    }
    return std::nullopt;
}

} // namespace palpate::app
