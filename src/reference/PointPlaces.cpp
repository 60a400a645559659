// SPDX-License-Identifier: MIT
#include "reference/PointPlaces.h"

#include "reference/Table.h"

#include <cmath>

namespace palpate::reference {

namespace {

// Widths of the atlas's views in millimetres, by which a place changes its side. Source: note of
// point-places.json
constexpr double kFrontAndBackWidth = 720;
constexpr double kSideWidth = 420;
constexpr double kSolesWidth = 330;
constexpr double kHeight = 1770; // of the tallest

[[nodiscard]] double widthOf(View view) noexcept {
    switch (view) {
    case View::Anterior:
    case View::Posterior:
        return kFrontAndBackWidth;
    case View::Left:
    case View::Right:
        return kSideWidth;
    case View::Plantar:
        break;
    }
    return kSolesWidth;
}

[[nodiscard]] std::vector<BodyPoint> viewsOf(const Row& row) {
    std::vector<BodyPoint> places;
    for (const auto& [name, xy] : row.members("views")) {
        const auto view = parseView(name);
        const bool isPlace =
            xy->is_array() && xy->size() == 2 && (*xy)[0].is_number() && (*xy)[1].is_number();
        if (!view || !isPlace) {
            row.refuse("views", "must give x and y in millimetres for each known view, and " +
                                    name + " does not");
        }
        const BodyPoint place{
            .view = *view, .x = (*xy)[0].get<double>(), .y = (*xy)[1].get<double>()};
        if (!(place.x >= 0 && place.x <= widthOf(*view) && place.y >= 0 && place.y <= kHeight)) {
            row.refuse("views", "must give places on the map, and " + name + " does not");
        }
        places.push_back(place);
    }
    if (places.empty()) {
        row.refuse("views", "must hold at least one view");
    }
    return places;
}

[[nodiscard]] Layer layerOf(const Row& row) {
    const auto number = row.number("layer");
    for (const auto layer :
         {Layer::Superficial, Layer::Intermediate, Layer::Deep, Layer::Deepest}) {
        if (number == static_cast<double>(layer)) {
            return layer;
        }
    }
    row.refuse("layer", "must be 1, 2, 3 or 4");
}

[[nodiscard]] PointPlace placeFrom(const Row& row) {
    if (row.text("side") != "R") {
        row.refuse("side", "must be R: the left side is mirrored from it");
    }
    return {.point = row.key<ReferencePointKey>("key"),
            .muscle = row.key<MuscleKey>("muscle"),
            .layer = layerOf(row),
            .right = viewsOf(row),
            .confidence = row.oneOf<Confidence>("confidence", kConfidences)};
}

} // namespace

BodyPoint mirrored(BodyPoint place) noexcept {
    auto view = place.view;
    if (view == View::Left) {
        view = View::Right;
    } else if (view == View::Right) {
        view = View::Left;
    }
    return {.view = view, .x = widthOf(view) - place.x, .y = place.y};
}

PointPlaces PointPlaces::load(const std::filesystem::path& file, const TriggerPoints& points,
                              Sources& sources) {
    const Table table{file, sources};
    PointPlaces out;
    const auto known = [&points](const Row& row) {
        const auto* point = points.find(row.key<ReferencePointKey>("key"));
        if (point == nullptr) {
            row.refuse("key", "names a point that trigger-points.json lacks");
        }
        return point;
    };
    for (const auto& row : table.rows("places", "key")) {
        auto each = placeFrom(row);
        const auto& rowMuscle = known(row)->muscle;
        const auto at = out.places_.size();
        place(out.byPoint_, each.point, at, row, "key");
        out.byMuscle_[each.muscle].push_back(at);
        if (rowMuscle != each.muscle) {
            out.byMuscle_[rowMuscle].push_back(at);
        }
        out.places_.push_back(std::move(each));
    }
    for (const auto& row : table.top().rows("unplaced", "key")) {
        out.unplaced_.push_back({.point = known(row)->key, .reason = row.text("reason")});
        if (out.find(out.unplaced_.back().point) != nullptr) {
            row.refuse("key", "names a point that has a place");
        }
    }
    return out;
}

const PointPlace* PointPlaces::find(const ReferencePointKey& point) const noexcept {
    return findIn(places_, byPoint_, point);
}

std::vector<BodyPoint> PointPlaces::placesOf(const ReferencePointKey& point, Side side) const {
    const auto* found = find(point);
    if (found == nullptr) {
        return {};
    }
    std::vector<BodyPoint> out;
    if (side != Side::Left) {
        out = found->right;
    }
    if (side != Side::Right) {
        for (const auto& right : found->right) {
            out.push_back(mirrored(right));
        }
    }
    return out;
}

std::optional<BodyPoint> PointPlaces::placeOf(const ReferencePointKey& point, Side side,
                                              View view) const {
    for (const auto& each : placesOf(point, side)) {
        if (each.view == view) {
            return each;
        }
    }
    return std::nullopt;
}

std::optional<NearestPoint> PointPlaces::nearest(const MuscleKey& muscle, Side side,
                                                 BodyPoint where) const {
    const auto found = byMuscle_.find(muscle);
    if (found == byMuscle_.end()) {
        return std::nullopt;
    }
    std::optional<NearestPoint> best;
    for (const auto at : found->second) {
        for (const auto& each : placesOf(places_[at].point, side)) {
            const auto distance = std::hypot(each.x - where.x, each.y - where.y);
            if (each.view == where.view && (!best || distance < best->distance)) {
                best = NearestPoint{.point = places_[at].point, .at = each, .distance = distance};
            }
        }
    }
    return best;
}

} // namespace palpate::reference
