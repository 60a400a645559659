// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Body.h"
#include "domain/Id.h"
#include "reference/Sources.h"
#include "reference/TriggerPoints.h"

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace palpate::reference {

/// Where one reference point is drawn on the right side of the body. A drawing aid; people differ,
/// palpate.
struct PointPlace {
    ReferencePointKey point;
    MuscleKey muscle; ///< the atlas part in which it lies
    Layer layer = Layer::Superficial;
    std::vector<BodyPoint> right; ///< one a view; the first is the view to mark it in
    Confidence confidence = Confidence::Low;
    friend bool operator==(const PointPlace&, const PointPlace&) = default;
};

/// A point that has no place on the map, and why.
struct UnplacedPoint {
    ReferencePointKey point;
    std::string reason;
    friend bool operator==(const UnplacedPoint&, const UnplacedPoint&) = default;
};

struct NearestPoint {
    ReferencePointKey point;
    BodyPoint at;
    double distance = 0; ///< millimetres of the standard figure, on the drawn map
    friend bool operator==(const NearestPoint&, const NearestPoint&) = default;
};

/// The same place on the other side of the body. In front and back x becomes 720 - x, under the
/// soles 330 - x; the right view becomes the left one, and the reverse, with 420 - x.
[[nodiscard]] BodyPoint mirrored(BodyPoint place) noexcept;

/// point-places.json. Adapted from the body atlas, CC BY-SA 4.0: keep its attribution where places
/// are shown.
class PointPlaces {
public:
    /// Adds the file's sources to `sources`. Throws DataError naming file, row and field; a point
    /// that `points` lacks is one.
    [[nodiscard]] static PointPlaces load(const std::filesystem::path& file,
                                          const TriggerPoints& points, Sources& sources);

    [[nodiscard]] const std::vector<PointPlace>& all() const noexcept { return places_; }
    [[nodiscard]] const std::vector<UnplacedPoint>& unplaced() const noexcept { return unplaced_; }
    /// nullptr when it has no place. It lives as long as this table.
    [[nodiscard]] const PointPlace* find(const ReferencePointKey& point) const noexcept;

    /// Its places, the view to mark it in first. Middle: those of both sides, right first.
    [[nodiscard]] std::vector<BodyPoint> placesOf(const ReferencePointKey& point, Side side) const;
    /// Empty when the point isn't drawn in that view. Middle is taken as right.
    [[nodiscard]] std::optional<BodyPoint> placeOf(const ReferencePointKey& point, Side side,
                                                   View view) const;
    /// The reference point of the muscle (an atlas part or a composite) that is drawn nearest to
    /// `where`, in the view of `where`; of two as near the first of the table. Empty when none is
    /// drawn there.
    [[nodiscard]] std::optional<NearestPoint> nearest(const MuscleKey& muscle, Side side,
                                                      BodyPoint where) const;

private:
    std::vector<PointPlace> places_;
    std::vector<UnplacedPoint> unplaced_;
    std::unordered_map<ReferencePointKey, std::size_t> byPoint_;
    /// By atlas part, and by the row of the trigger point table where that differs.
    std::unordered_map<MuscleKey, std::vector<std::size_t>> byMuscle_;
};

} // namespace palpate::reference
