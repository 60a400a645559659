// SPDX-License-Identifier: MIT
#include "app/JointPlaces.h"

#include "app/JointMarks.h"
#include "app/TypedWords.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace palpate::app {

namespace {

using atlas::BodyMap;

// Millimetres of the standard figure.
constexpr double kMidline = 4;       // so near to it a click means the whole level
constexpr double kSpineReach = 22;   // beside the midline, where no bone was hit
constexpr double kSacroiliac = 45;   // from the posterior superior iliac spine
constexpr double kSacralMiddle = 16; // of the sacrum itself
constexpr double kNear = 70;         // from a landmark to the joint that it stands for
constexpr atlas::Millimetres kHit{5};

/// Joints that every part of a bone speaks for, by the beginning or the end of its name.
struct BoneJoints {
    std::string_view bone;
    std::array<std::string_view, 2> joints;
};
constexpr std::array kBones{BoneJoints{"rib_", {"rib", ""}},
                            BoneJoints{"costal_cartilages", {"rib", ""}},
                            BoneJoints{"scapula", {"scapulothoracic", "shoulder"}},
                            BoneJoints{"mandible", {"jaw", ""}},
                            BoneJoints{"patella", {"patellofemoral", "knee"}},
                            BoneJoints{"talus", {"ankle", "subtalar"}},
                            BoneJoints{"calcaneus", {"subtalar", "ankle"}},
                            BoneJoints{"coccyx", {"coccyx", ""}},
                            BoneJoints{"capitate", {"wrist", "hand"}},
                            BoneJoints{"hamate", {"wrist", "hand"}},
                            BoneJoints{"lunate", {"wrist", ""}},
                            BoneJoints{"scaphoid", {"wrist", ""}},
                            BoneJoints{"pisiform", {"wrist", ""}},
                            BoneJoints{"triquetrum", {"wrist", ""}},
                            BoneJoints{"trapezium", {"wrist", "hand"}},
                            BoneJoints{"trapezoid", {"wrist", "hand"}},
                            BoneJoints{"_metacarpal", {"hand", ""}},
                            BoneJoints{"_finger", {"hand", ""}},
                            BoneJoints{"_metatarsal", {"foot", ""}},
                            BoneJoints{"_toe", {"foot", ""}},
                            BoneJoints{"_cuneiform", {"foot", ""}},
                            BoneJoints{"cuboid", {"foot", ""}},
                            BoneJoints{"navicular", {"foot", ""}},
                            BoneJoints{"sesamoids_of_foot", {"foot", ""}}};

[[nodiscard]] bool isOf(std::string_view bone, std::string_view pattern) {
    return pattern.starts_with('_') ? bone.ends_with(pattern) : bone.starts_with(pattern);
}

/// Away from the midline towards the patient's right.
[[nodiscard]] double towardsRight(const BodyMap& map, BodyPoint where) {
    const auto right = where.x - map.frame(where.view).width / 2;
    return where.view == View::Posterior ? right : -right;
}

[[nodiscard]] Side halfOf(const BodyMap& map, BodyPoint where) {
    const auto right = towardsRight(map, where);
    if (!isFrontOrBack(where.view) || std::abs(right) <= kMidline) {
        return Side::Middle;
    }
    return right > 0 ? Side::Right : Side::Left;
}

class Finder {
public:
    Finder(BodyPoint where, bool showArm, const BodyMap& map, const reference::Reference& reference)
        : where_{where}, showArm_{showArm}, map_{map}, reference_{reference} {}

    [[nodiscard]] std::vector<JointChoice> found() {
        const auto* bone = boneHit();
        if (bone != nullptr && levelOf(bone->id)) {
            addLevel(*levelOf(bone->id));
        } else if (bone != nullptr && bone->id == "sacrum") {
            addSacrum();
        } else if (bone != nullptr && bone->id == "hip_bone" && nearSacroiliac()) {
            add("sacroiliac", bone->side);
        } else if (bone != nullptr && bone->id == "skull") {
            addSkull();
        } else if (bone == nullptr) {
            addSpineNear();
        }
        if (bone != nullptr) {
            addOf(*bone);
        }
        if (choices_.empty() || (bone != nullptr && bone->side != Side::Middle)) {
            addNear();
        }
        return std::move(choices_);
    }

private:
    /// The one painted last of those that hold the place, else the nearest within reach of a
    /// finger.
    [[nodiscard]] const atlas::Bone* boneHit() const {
        const atlas::Bone* hit = nullptr;
        double nearest = std::numeric_limits<double>::infinity();
        const atlas::Place place{where_.x, where_.y};
        for (const auto plane : {atlas::Plane::Body, atlas::Plane::Arm}) {
            if (plane == atlas::Plane::Arm && !showArm_) {
                continue;
            }
            for (const auto& painted : map_.paintedBones(where_.view, plane)) {
                const auto distance = painted.shape->outline.distanceTo(place, kHit);
                if (std::isfinite(distance) && distance <= nearest) {
                    nearest = distance;
                    hit = painted.bone;
                }
            }
        }
        return hit;
    }

    void addLevel(std::size_t level) {
        const auto side = halfOf(map_, where_);
        add(spine()[level], side);
        const auto above = level == 0 ? std::string{"C0"} : std::string{spine()[level - 1]};
        add(above + "-" + std::string{spine()[level]}, side);
        if (level + 1 < spine().size()) {
            add(std::string{spine()[level]} + "-" + std::string{spine()[level + 1]}, side);
        }
    }

    void addSacrum() {
        const auto right = towardsRight(map_, where_);
        if (isFrontOrBack(where_.view) && std::abs(right) > kSacralMiddle && nearSacroiliac()) {
            add("sacroiliac", right > 0 ? Side::Right : Side::Left);
        } else if (where_.view == View::Left || where_.view == View::Right) {
            add("sacroiliac", where_.view == View::Left ? Side::Left : Side::Right);
        }
        addLevel(spine().size() - 1);
        add("coccyx", Side::Middle);
    }

    [[nodiscard]] bool nearSacroiliac() const {
        return distanceToMark("PSIS", Side::Left) <= kSacroiliac ||
               distanceToMark("PSIS", Side::Right) <= kSacroiliac;
    }

    void addSkull() {
        constexpr double kBelow = 45; // from the skull's joint with C1
        const auto atlas = levelPlace(0, where_.view);
        if (atlas && std::hypot(where_.x - atlas->x, where_.y - atlas->y) <= kBelow) {
            add("C0-C1", halfOf(map_, where_));
        }
    }

    /// Between two vertebrae no bone is hit.
    void addSpineNear() {
        if (where_.view == View::Posterior && std::abs(towardsRight(map_, where_)) <= kSpineReach) {
            if (const auto* spine = map_.spinalLevelAt(where_)) {
                if (const auto level = levelOf(spine->id)) {
                    addLevel(*level);
                }
            }
        }
    }

    void addOf(const atlas::Bone& bone) {
        for (const auto& row : kBones) {
            if (isOf(bone.id, row.bone)) {
                for (const auto joint : row.joints) {
                    add(joint, bone.side == Side::Middle ? halfOf(map_, where_) : bone.side);
                }
                return;
            }
        }
    }

    /// Joints whose landmarks are near, the nearest first.
    void addNear() {
        std::vector<std::pair<double, std::pair<std::string_view, Side>>> near;
        for (const auto& mark : jointMarks()) {
            for (const auto side : {Side::Left, Side::Right, Side::Middle}) {
                const auto distance = distanceToMark(mark.landmark, side);
                const auto reach = mark.joint == "sacroiliac" ? kSacroiliac : kNear;
                if (distance <= reach && isSeen(side)) {
                    near.push_back({distance, {mark.joint, side}});
                }
            }
        }
        std::ranges::stable_sort(near);
        for (const auto& [distance, joint] : near) {
            add(joint.first, joint.second);
        }
    }
    /// From one side of the body the joints of the other are not seen.
    [[nodiscard]] bool isSeen(Side side) const {
        return !((where_.view == View::Left && side == Side::Right) ||
                 (where_.view == View::Right && side == Side::Left));
    }

    [[nodiscard]] double distanceToMark(std::string_view landmark, Side side) const {
        const auto* mark = map_.landmark(landmark, side);
        if (mark == nullptr || !mark->in(where_.view)) {
            return std::numeric_limits<double>::infinity();
        }
        const auto& place = *mark->in(where_.view);
        return std::hypot(place.x - where_.x, place.y - where_.y);
    }

    [[nodiscard]] std::optional<BodyPoint> levelPlace(std::size_t level, View view) const {
        const auto key = JointKey::from(spine()[level]);
        return placeOfJoint({*key, Side::Middle}, view, map_);
    }

    void add(std::string_view joint, Side side) {
        const auto key = JointKey::from(joint);
        const auto* known = key ? reference_.joints().find(*key) : nullptr;
        if (known == nullptr) {
            return;
        }
        if (known->sides == reference::JointSides::Never) {
            side = Side::Middle;
        }
        if (known->sides == reference::JointSides::Must && side == Side::Middle) {
            add(joint, Side::Right);
            add(joint, Side::Left);
            return;
        }
        const JointTarget target{*key, side};
        if (std::ranges::find(choices_, target, &JointChoice::target) == choices_.end()) {
            choices_.push_back({target, jointText(target, reference_)});
        }
    }

    BodyPoint where_;
    bool showArm_;
    const BodyMap& map_;
    const reference::Reference& reference_;
    std::vector<JointChoice> choices_;
};

/// Words without the side that was said among them.
struct SideAndWords {
    std::optional<Side> side;
    std::string words;
    bool twoSides = false;
};
[[nodiscard]] SideAndWords withoutSide(std::string_view text) {
    SideAndWords split;
    for (const auto& word : typedWords(text)) {
        const auto plain = bare(word);
        const bool isLeft = plain == "l" || plain == "left";
        if (isLeft || plain == "r" || plain == "right") {
            const auto side = isLeft ? Side::Left : Side::Right;
            split.twoSides = split.twoSides || (split.side && *split.side != side);
            split.side = side;
        } else {
            split.words += (split.words.empty() ? "" : " ") + plain;
        }
    }
    return split;
}

} // namespace

std::string jointText(const JointTarget& target, const reference::Reference& reference) {
    const auto* known = reference.joints().find(target.joint);
    const auto label = known != nullptr ? known->label : target.joint.text();
    if (target.side == Side::Middle) {
        return label;
    }
    const bool isLeft = target.side == Side::Left;
    if (known != nullptr && known->kind != reference::JointKind::Joint) {
        return palpate::shown({isLeft ? tr("{1} left") : tr("{1} right"), {label}});
    }
    return palpate::shown({isLeft ? tr("left {1}") : tr("right {1}"), {label}});
}

std::vector<JointChoice> jointsAt(BodyPoint where, bool showArm, const atlas::BodyMap& map,
                                  const reference::Reference& reference) {
    if (!map.isOnBody(where, showArm)) {
        return {};
    }
    return Finder{where, showArm, map, reference}.found();
}

std::vector<JointChoice> jointsNamed(std::string_view text, const reference::Reference& reference,
                                     std::size_t limit) {
    std::vector<JointChoice> choices;
    const auto typed = withoutSide(text);
    if (typed.twoSides || typed.words.empty()) {
        return choices;
    }
    for (const auto& key : reference.joints().search(typed.words, limit)) {
        const auto sides = reference.joints().find(key)->sides;
        std::vector<Side> wanted{typed.side.value_or(Side::Middle)};
        if (sides == reference::JointSides::Must && !typed.side) {
            wanted = {Side::Right, Side::Left};
        }
        for (const auto side : wanted) {
            const JointTarget target{key, side};
            if (choices.size() < limit && !reference.joints().problem(target)) {
                choices.push_back({target, jointText(target, reference)});
            }
        }
    }
    return choices;
}

} // namespace palpate::app
