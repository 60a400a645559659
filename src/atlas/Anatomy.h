// SPDX-License-Identifier: MIT
#pragma once

#include "atlas/Outline.h"
#include "domain/Body.h"
#include "domain/Id.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace palpate::atlas {

/// Seen from the side the hanging arm hides the trunk, so all of the arm lies in a plane of its
/// own, which is drawn over the body or left out. Front, back and soles have the body plane alone.
enum class Plane { Body, Arm };

/// How far the body is peeled, and whether the arm hangs before it in the side views.
struct Peel {
    Layer top = Layer::Superficial;
    bool showArm = false;
    friend bool operator==(const Peel&, const Peel&) = default;
};

struct ViewFrame {
    double width = 0;  ///< millimetres
    double height = 0; ///< millimetres
    std::string title; ///< English: "Front"
};

enum class MuscleKind { Muscle, Tendon, Fascia };

struct MuscleShape {
    View view = View::Posterior;
    Plane plane = Plane::Body;
    Outline visible;              ///< what shows when all shallower layers are peeled away
    std::optional<Outline> full;  ///< the unobstructed silhouette, where much of it is hidden
    Place anchor;                 ///< well inside the largest visible polygon: for a label or a pin
    double visibleArea = 0;       ///< mm2
    double fullArea = 0;          ///< mm2
    int order = 0;                ///< paint order inside the layer, low first
    std::vector<Polyline> fibres; ///< schematic, decoration only
    [[nodiscard]] const Outline& whole() const noexcept { return full ? *full : visible; }
};

/// One muscle, tendon or fascia of one side.
struct Muscle {
    MuscleKey key;
    Side side = Side::Middle;
    std::string name; ///< English, Terminologia Anatomica: "Quadratus lumborum"
    std::string latin;
    std::vector<std::string> fma;     ///< Foundational Model of Anatomy; may be empty
    std::string group;                ///< part of the body: "back"
    Layer layer = Layer::Superficial; ///< Superficial to Deepest
    MuscleKind kind = MuscleKind::Muscle;
    std::optional<MuscleKey> partOf; ///< key of a Composite
    bool seeThrough =
        false; ///< drawn through the bones before it, and so only when its own layer is on top
    std::vector<MuscleShape> shapes; ///< one a view in which it shows, in the order of kViews
    /// nullptr when it does not show in that view.
    [[nodiscard]] const MuscleShape* shapeIn(View view) const noexcept;
};

/// A muscle that the atlas keeps in parts, such as "biceps_brachii".
struct Composite {
    MuscleKey key;
    std::string name; ///< the key in words: "Biceps brachii"
    std::vector<MuscleKey> parts;
};

struct BoneShape {
    View view = View::Posterior;
    Plane plane = Plane::Body;
    Outline outline;
    double depth = 0; ///< painted from large (far) to small
};
struct Bone {
    std::string id; ///< "L3", "scapula"
    Side side = Side::Middle;
    std::string name;
    std::vector<BoneShape> shapes;
};

struct RegionShape {
    View view = View::Posterior;
    Plane plane = Plane::Body;
    Outline outline;
    Place anchor;
    double area = 0; ///< mm2
};
/// A part of the skin. In each view and plane the regions tile the outline without gap or overlap.
struct Region {
    RegionKey key;
    Side side = Side::Middle;
    std::string name;
    std::vector<RegionShape> shapes;
    [[nodiscard]] const RegionShape* shapeIn(View view) const noexcept;
};

struct Landmark {
    std::string id; ///< "L3", "PSIS"
    Side side = Side::Middle;
    std::string name;
    std::array<std::optional<Place>, kViews.size()> at; ///< by View
    [[nodiscard]] const std::optional<Place>& in(View view) const noexcept {
        return at[static_cast<std::size_t>(view)];
    }
};

/// Shading of one peeled state, decoration only.
struct Tones {
    Outline soft;
    Outline deep;
};
/// The skin of one view and plane, with the shading that belongs to it.
struct SkinPlane {
    View view = View::Posterior;
    Plane plane = Plane::Body;
    Outline outline;
    std::vector<Polyline> strokes;
    std::array<Tones, 5> tones; ///< by the layer on top, Skin to Deepest
};

} // namespace palpate::atlas
