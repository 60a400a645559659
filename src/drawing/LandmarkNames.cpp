// SPDX-License-Identifier: MIT
#include "drawing/LandmarkNames.h"

#include "drawing/LabelSpace.h"
#include "drawing/TextWidth.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace palpate::drawing {

namespace {

/// From this scale on the names of the vertebrae have room.
constexpr double kVertebraeFrom = 0.3;
/// From these scales on the landmarks have: those that orient, then all of them.
constexpr double kMainFrom = 0.42;
constexpr double kAllFrom = 0.8;

// From where a landmark can be seen or felt.
constexpr unsigned kFront = 1;
constexpr unsigned kBack = 2;
constexpr unsigned kSide = 4;
constexpr unsigned kSole = 8;

struct Felt {
    std::string_view id;
    unsigned from;
    bool main;
    bool ofArm = false;
    std::string_view shortName = {}; ///< instead of the atlas's; empty: that one
};
/// Those that orient come first: where two names would collide, the earlier one stays.
constexpr std::array kFelt{
    Felt{"PSIS", kBack | kSide, true, false, "PSIS"},
    Felt{"ASIS", kFront | kSide, true, false, "ASIS"},
    Felt{"iliac_crest_top", kFront | kBack | kSide, true, false, "Iliac crest"},
    Felt{"greater_trochanter", kFront | kBack | kSide, true},
    Felt{"ischial_tuberosity", kBack, true},
    Felt{"acromion", kFront | kBack | kSide, true},
    Felt{"inferior_angle_scapula", kBack, true, false, "Inferior angle"},
    Felt{"scapular_spine_root", kBack, true, false, "Root of scapular spine"},
    Felt{"superior_angle_scapula", kBack, true, false, "Superior angle"},
    Felt{"external_occipital_protuberance", kBack | kSide, true, false, "Occipital protuberance"},
    Felt{"mastoid", kBack | kSide, true, false, "Mastoid"},
    Felt{"coracoid", kFront, true, false, "Coracoid"},
    Felt{"jugular_notch", kFront, true},
    Felt{"xiphoid_tip", kFront, true, false, "Xiphoid"},
    Felt{"umbilicus", kFront, true},
    Felt{"pubic_symphysis", kFront, true},
    Felt{"mandibular_angle", kFront | kSide, true, false, "Angle of jaw"},
    Felt{"temporomandibular_joint", kSide, true, false, "Jaw joint"},
    Felt{"hyoid", kSide, true, false, "Hyoid"},
    Felt{"olecranon", kBack, true, true},
    Felt{"lateral_epicondyle", kFront | kBack | kSide, true, true, "Lateral epicondyle"},
    Felt{"medial_epicondyle", kFront | kBack, true, true, "Medial epicondyle"},
    Felt{"radial_styloid", kFront | kBack | kSide, true, true, "Radial styloid"},
    Felt{"ulnar_styloid", kBack, true, true, "Ulnar styloid"},
    Felt{"patella", kFront | kSide, true, false, "Patella"},
    Felt{"tibial_tuberosity", kFront | kSide, true},
    Felt{"fibular_head", kFront | kBack | kSide, true},
    Felt{"medial_malleolus", kFront | kBack, true},
    Felt{"lateral_malleolus", kFront | kBack | kSide, true},
    Felt{"calcaneus", kBack | kSide | kSole, true, false, "Calcaneus"},
    Felt{"coccyx_tip", kBack, true, false, "Coccyx"},
    Felt{"first_metatarsal_head", kFront | kSole, true, false, "First metatarsal head"},
    Felt{"fifth_metatarsal_base", kSide | kSole, true, false, "Base of fifth metatarsal"},
    Felt{"navicular_tuberosity", kFront | kSole, true, false, "Navicular"},
    Felt{"sternal_angle", kFront, false},
    Felt{"sternoclavicular_joint", kFront, false},
    Felt{"acromioclavicular_joint", kFront, false},
    Felt{"greater_tubercle", kFront | kSide, false, false, "Greater tubercle"},
    Felt{"laryngeal_prominence", kFront | kSide, false},
    Felt{"mental_protuberance", kFront | kSide, false, false, "Chin"},
    Felt{"medial_border_scapula", kBack, false, false, "Medial border"},
    Felt{"rib12_tip", kBack, false, false, "Rib 12"},
    Felt{"rib11_tip", kBack | kSide, false, false, "Rib 11"},
    Felt{"costal_margin", kFront, false, false, "Costal margin"},
    Felt{"pubic_tubercle", kFront, false},
    Felt{"lateral_femoral_epicondyle", kFront | kBack | kSide, false},
    Felt{"medial_femoral_epicondyle", kFront | kBack, false},
    Felt{"medial_tibial_condyle", kFront, false},
    Felt{"patella_apex", kFront, false},
    Felt{"radial_head", kBack | kSide, false, true},
    Felt{"third_metacarpal_head", kBack, false, true},
    Felt{"pisiform", kFront, false, true},
    Felt{"scaphoid", kFront, false, true},
};

[[nodiscard]] unsigned sideOf(View view) noexcept {
    switch (view) {
    case View::Anterior:
        return kFront;
    case View::Posterior:
        return kBack;
    case View::Left:
    case View::Right:
        return kSide;
    case View::Plantar:
        return kSole;
    }
    return 0;
}

[[nodiscard]] double vertebraSize(double scale) noexcept {
    return std::clamp(6.2 * scale, 2.0, 3.6);
}

[[nodiscard]] bool isLevel(const atlas::Landmark& landmark) noexcept {
    return landmark.side == Side::Middle && landmark.id.size() >= 2 &&
           std::string_view{"CTLS"}.find(landmark.id[0]) != std::string_view::npos &&
           landmark.id[1] >= '0' && landmark.id[1] <= '9';
}

[[nodiscard]] bool isBehindArm(const atlas::BodyMap& map, const MapWindow& window,
                               atlas::Place place) {
    return window.peel.showArm &&
           std::ranges::any_of(map.skin(window.view), [&](const atlas::SkinPlane& skin) {
               return skin.plane == atlas::Plane::Arm && skin.outline.contains(place);
           });
}

/// The box of a text that begins at `at`, its baseline a third of its size below.
[[nodiscard]] Rect boxOf(Point middleLeft, double width, double size) noexcept {
    return {middleLeft.x, middleLeft.y - size * 0.6, width, size * 1.2};
}

} // namespace

Group vertebraNames(const atlas::BodyMap& map, const MapWindow& window,
                    const BodyColours& colours) {
    Group group{{}, {}, "vertebrae", {}};
    if (window.view != View::Posterior || window.scale() < kVertebraeFrom) {
        return group;
    }
    const double size = vertebraSize(window.scale());
    const Rect picture{0, 0, window.width, window.height};
    for (const atlas::Landmark& landmark : map.landmarks()) {
        const auto& place = landmark.in(window.view);
        if (!place || !isLevel(landmark)) {
            continue;
        }
        const Point at = window.toPicture({window.view, place->x, place->y});
        const double width = estimatedWidth(landmark.id, size, Weight::Bold);
        if (overlaps(boxOf({at.x - width / 2, at.y}, width, size), picture)) {
            group.shapes.emplace_back(TextShape{{at.x, at.y + size * 0.36},
                                                landmark.id,
                                                size,
                                                Align::Middle,
                                                Weight::Bold,
                                                false,
                                                colours.label,
                                                colours.labelHalo});
        }
    }
    return group;
}

Group landmarkNames(const atlas::BodyMap& map, const MapWindow& window, const BodyColours& colours,
                    bool avoidVertebrae) {
    Group group{{}, {}, "landmarks", {}};
    const double scale = window.scale();
    if (scale < kMainFrom) {
        return group;
    }
    constexpr double kSize = 2.9;
    constexpr double kRing = 0.62;
    constexpr double kGap = 0.75;
    LabelSpace space;
    if (avoidVertebrae && window.view == View::Posterior) {
        for (const atlas::Landmark& landmark : map.landmarks()) {
            if (const auto& place = landmark.in(window.view); place && isLevel(landmark)) {
                const double size = vertebraSize(scale);
                const double width = estimatedWidth(landmark.id, size, Weight::Bold);
                const Point at = window.toPicture({window.view, place->x, place->y});
                space.take(boxOf({at.x - width / 2, at.y}, width, size));
            }
        }
    }
    const bool isSide = window.view == View::Left || window.view == View::Right;
    const double middle = map.frame(window.view).width / 2;
    const Rect picture{0, 0, window.width, window.height};
    const Point corner = window.toPicture({window.view, 0, 0});
    const Rect frame{corner.x, corner.y, map.frame(window.view).width * scale,
                     map.frame(window.view).height * scale};
    for (const Felt& felt : kFelt) {
        if ((felt.from & sideOf(window.view)) == 0 || (scale < kAllFrom && !felt.main) ||
            (isSide && felt.ofArm && !window.peel.showArm)) {
            continue;
        }
        for (const Side side : {Side::Middle, Side::Left, Side::Right}) {
            const atlas::Landmark* landmark = map.landmark(felt.id, side);
            if (landmark == nullptr || !landmark->in(window.view)) {
                continue;
            }
            const atlas::Place place = *landmark->in(window.view);
            if (isSide && !felt.ofArm && isBehindArm(map, window, place)) {
                continue;
            }
            const Point at = window.toPicture({window.view, place.x, place.y});
            const std::string text{felt.shortName.empty() ? std::string_view{landmark->name}
                                                          : felt.shortName};
            const double width = estimatedWidth(text, kSize);
            const Rect right = boxOf({at.x + kRing + kGap, at.y}, width, kSize);
            const Rect left = boxOf({at.x - kRing - kGap - width, at.y}, width, kSize);
            const Rect below = boxOf({at.x - width / 2, at.y + kRing + kSize}, width, kSize);
            const Rect above = boxOf({at.x - width / 2, at.y - kRing - kSize}, width, kSize);
            // Away from the middle of the body there is more room.
            const bool outward = place.x >= middle;
            const std::array<Rect, 4> places{outward ? right : left, outward ? left : right, below,
                                             above};
            const auto isFree = [&](const Rect& one) { return space.isFree(one); };
            // Within the view's frame, so that a view shown whole cuts no word.
            const auto* free = std::ranges::find_if(
                places, [&](const Rect& one) { return holds(frame, one) && isFree(one); });
            if (free == places.end()) {
                free = std::ranges::find_if(places, isFree);
            }
            if (free == places.end()) {
                continue;
            }
            space.take(*free);
            space.take({at.x - kRing, at.y - kRing, 2 * kRing, 2 * kRing});
            if (!overlaps(*free, picture)) {
                continue;
            }
            group.shapes.emplace_back(
                CircleShape{at, kRing, colours.labelHalo, Stroke{colours.label, 0.28, {}}});
            group.shapes.emplace_back(TextShape{{free->x, free->y + kSize * 0.96},
                                                text,
                                                kSize,
                                                Align::Start,
                                                Weight::Regular,
                                                true,
                                                colours.label,
                                                colours.labelHalo});
        }
    }
    return group;
}

} // namespace palpate::drawing
