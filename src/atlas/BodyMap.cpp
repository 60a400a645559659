// SPDX-License-Identifier: MIT
#include "atlas/BodyMap.h"

#include "atlas/MapContent.h"
#include "domain/Error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <limits>

namespace palpate::atlas {

namespace {

/// Four times the shipped atlas. However nested or crowded, so much is read and refused within
/// a second.
constexpr std::uintmax_t kLargestFile = 6'000'000;
/// Beyond the spinous processes of C2 and S2 a level is no longer named.
constexpr double kBeyondSpine = 15;

[[nodiscard]] Place placeOf(BodyPoint where) noexcept {
    return {where.x, where.y};
}

[[nodiscard]] bool isFinite(BodyPoint where) noexcept {
    return std::isfinite(where.x) && std::isfinite(where.y);
}

/// The layer whose muscles are met first, 0 for superficial; empty when only bones are left.
[[nodiscard]] std::optional<std::size_t> firstMuscleLayer(Layer top) noexcept {
    if (top == Layer::Bones) {
        return std::nullopt;
    }
    return top == Layer::Skin ? 0 : static_cast<std::size_t>(top) - 1;
}

[[nodiscard]] const Muscle* topmostAt(const std::vector<PaintedMuscle>& painted,
                                      Place place) noexcept {
    const auto hit = std::find_if(painted.rbegin(), painted.rend(), [&](const PaintedMuscle& one) {
        return one.shape->visible.contains(place);
    });
    return hit == painted.rend() ? nullptr : hit->muscle;
}

[[nodiscard]] const Muscle* nearestTo(const std::vector<PaintedMuscle>& painted, Place place,
                                      Millimetres tolerance) noexcept {
    const Muscle* nearest = nullptr;
    double least = std::numeric_limits<double>::infinity();
    for (auto one = painted.rbegin(); one != painted.rend(); ++one) {
        const double distance = one->shape->visible.distanceTo(place, tolerance);
        if (distance < least) {
            least = distance;
            nearest = one->muscle;
        }
    }
    return nearest;
}

template <class Shape>
[[nodiscard]] const Shape* shapeOf(const std::vector<Shape>& shapes, View view) noexcept {
    const auto found = std::find_if(shapes.begin(), shapes.end(),
                                    [&](const Shape& one) { return one.view == view; });
    return found == shapes.end() ? nullptr : &*found;
}

} // namespace

const MuscleShape* Muscle::shapeIn(View view) const noexcept {
    return shapeOf(shapes, view);
}
const RegionShape* Region::shapeIn(View view) const noexcept {
    return shapeOf(shapes, view);
}

void MapContent::index() {
    for (const Muscle& muscle : muscles) {
        muscleIndex.emplace(std::pair{muscle.key, muscle.side}, &muscle);
        for (const MuscleShape& shape : muscle.shapes) {
            everyMuscle[at(shape.view)][at(shape.plane)].push_back({&muscle, &shape});
        }
    }
    for (const Region& region : regions) {
        regionIndex.emplace(std::pair{region.key, region.side}, &region);
    }
    for (const Bone& bone : bones) {
        for (const BoneShape& shape : bone.shapes) {
            paintedBones[at(shape.view)][at(shape.plane)].push_back({&bone, &shape});
        }
    }
    for (std::size_t view = 0; view < kViewCount; ++view) {
        for (std::size_t plane = 0; plane < kPlaneCount; ++plane) {
            std::stable_sort(paintedBones[view][plane].begin(), paintedBones[view][plane].end(),
                             [](const PaintedBone& a, const PaintedBone& b) {
                                 return a.shape->depth > b.shape->depth;
                             });
            auto& all = everyMuscle[view][plane];
            std::stable_sort(all.begin(), all.end(),
                             [](const PaintedMuscle& a, const PaintedMuscle& b) {
                                 return std::pair{a.muscle->layer, -a.shape->order} <
                                        std::pair{b.muscle->layer, -b.shape->order};
                             });
            for (std::size_t top = 0; top < kMuscleLayers; ++top) {
                const auto topLayer = static_cast<Layer>(top + 1);
                auto& painted = paintedMuscles[view][plane][top];
                std::copy_if(all.rbegin(), all.rend(), std::back_inserter(painted),
                             [&](const PaintedMuscle& one) {
                                 return one.muscle->layer >= topLayer &&
                                        (!one.muscle->seeThrough || one.muscle->layer == topLayer);
                             });
            }
        }
    }
    constexpr std::array kSpine{"C2", "C3", "C4", "C5", "C6", "C7", "T1",  "T2",  "T3",
                                "T4", "T5", "T6", "T7", "T8", "T9", "T10", "T11", "T12",
                                "L1", "L2", "L3", "L4", "L5", "S1", "S2"};
    for (const char* level : kSpine) {
        const auto found =
            std::find_if(landmarks.begin(), landmarks.end(), [&](const Landmark& landmark) {
                return landmark.id == level && landmark.side == Side::Middle;
            });
        if (found != landmarks.end()) {
            spine.push_back(&*found);
        }
    }
}

BodyMap BodyMap::parse(std::string_view json, std::string_view file) {
    auto content = std::make_shared<MapContent>();
    readAtlas(json, file, *content);
    mustNotCross(*content, file);
    content->index();
    return BodyMap{std::move(content)};
}

std::string textOfAtlas(const std::filesystem::path& file) {
    std::error_code failure;
    const auto size = std::filesystem::file_size(file, failure);
    std::ifstream stream{file, std::ios::binary};
    if (failure || !stream) {
        throw DataError{
            {tr("The body atlas {1} can't be read; reinstall Palpate or restore the file."),
             {file.string()}}};
    }
    if (size > kLargestFile) {
        throw DataError{
            {tr("The body atlas {1} is larger than any atlas can be; restore the file."),
             {file.string()}}};
    }
    std::string text(static_cast<std::size_t>(size), '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

BodyMap BodyMap::load(const std::filesystem::path& file) {
    return parse(textOfAtlas(file), file.string());
}

const ViewFrame& BodyMap::frame(View view) const noexcept {
    return content_->frames[at(view)];
}
std::span<const Muscle> BodyMap::muscles() const noexcept {
    return content_->muscles;
}
std::span<const Composite> BodyMap::composites() const noexcept {
    return content_->composites;
}
std::span<const Bone> BodyMap::bones() const noexcept {
    return content_->bones;
}
std::span<const Region> BodyMap::regions() const noexcept {
    return content_->regions;
}
std::span<const Landmark> BodyMap::landmarks() const noexcept {
    return content_->landmarks;
}
std::span<const SkinPlane> BodyMap::skin(View view) const noexcept {
    return content_->skin[at(view)];
}
const std::vector<std::string>& BodyMap::attribution() const noexcept {
    return content_->attribution;
}

const Muscle* BodyMap::muscle(const MuscleKey& key, Side side) const noexcept {
    const auto found = content_->muscleIndex.find({key, side});
    return found == content_->muscleIndex.end() ? nullptr : found->second;
}

const Composite* BodyMap::composite(const MuscleKey& key) const noexcept {
    const auto found = std::find_if(content_->composites.begin(), content_->composites.end(),
                                    [&](const Composite& one) { return one.key == key; });
    return found == content_->composites.end() ? nullptr : &*found;
}

const Region* BodyMap::region(const RegionKey& key, Side side) const noexcept {
    const auto found = content_->regionIndex.find({key, side});
    return found == content_->regionIndex.end() ? nullptr : found->second;
}

const Landmark* BodyMap::landmark(std::string_view id, Side side) const noexcept {
    const auto found =
        std::find_if(content_->landmarks.begin(), content_->landmarks.end(),
                     [&](const Landmark& one) { return one.id == id && one.side == side; });
    return found == content_->landmarks.end() ? nullptr : &*found;
}

std::span<const PaintedMuscle> BodyMap::paintedMuscles(View view, Plane plane,
                                                       Layer top) const noexcept {
    if (top == Layer::Skin || top == Layer::Bones) {
        return {};
    }
    return content_->paintedMuscles[at(view)][at(plane)][static_cast<std::size_t>(top) - 1];
}

std::span<const PaintedBone> BodyMap::paintedBones(View view, Plane plane) const noexcept {
    return content_->paintedBones[at(view)][at(plane)];
}

const Muscle* BodyMap::muscleAt(BodyPoint where, Peel peel, Millimetres tolerance) const noexcept {
    const auto layer = firstMuscleLayer(peel.top);
    if (!layer || !isFinite(where)) {
        return nullptr;
    }
    const auto& planes = content_->paintedMuscles[at(where.view)];
    const Place place = placeOf(where);
    for (const SkinPlane& skin : content_->skin[at(where.view)]) {
        if (skin.plane != Plane::Arm || !peel.showArm) {
            continue;
        }
        const auto& painted = planes[at(Plane::Arm)][*layer];
        if (const Muscle* exact = topmostAt(painted, place)) {
            return exact;
        }
        // The arm's skin and bones hide the trunk, so a point on the arm never reaches through to
        // it.
        if (skin.outline.contains(place)) {
            return nearestTo(painted, place, tolerance);
        }
    }
    const auto& painted = planes[at(Plane::Body)][*layer];
    const Muscle* exact = topmostAt(painted, place);
    return exact != nullptr || tolerance.value <= 0 ? exact : nearestTo(painted, place, tolerance);
}

std::vector<const Muscle*> BodyMap::musclesUnder(BodyPoint where, bool showArm) const {
    const Place place = placeOf(where);
    std::vector<PaintedMuscle> under;
    for (const SkinPlane& skin : content_->skin[at(where.view)]) {
        // The planes come body first; what lies under a point of the arm is the arm's alone.
        const bool isArm = skin.plane == Plane::Arm;
        if (isArm && !showArm) {
            continue;
        }
        std::vector<PaintedMuscle> here;
        const auto& all = content_->everyMuscle[at(where.view)][at(skin.plane)];
        std::copy_if(
            all.begin(), all.end(), std::back_inserter(here), [&](const PaintedMuscle& one) {
                return one.shape->whole().contains(place) || one.shape->visible.contains(place);
            });
        if (!isArm || !here.empty() || skin.outline.contains(place)) {
            under = std::move(here);
        }
    }
    std::stable_sort(under.begin(), under.end(),
                     [&](const PaintedMuscle& a, const PaintedMuscle& b) {
                         return std::pair{a.muscle->layer, !a.shape->visible.contains(place)} <
                                std::pair{b.muscle->layer, !b.shape->visible.contains(place)};
                     });
    std::vector<const Muscle*> found;
    std::transform(under.begin(), under.end(), std::back_inserter(found),
                   [](const PaintedMuscle& one) { return one.muscle; });
    return found;
}

const Region* BodyMap::regionAt(BodyPoint where, Millimetres tolerance,
                                bool showArm) const noexcept {
    if (!isFinite(where)) {
        return nullptr;
    }
    const Place place = placeOf(where);
    for (const Plane plane : {Plane::Arm, Plane::Body}) {
        if (plane == Plane::Arm && !showArm) {
            continue;
        }
        const Region* nearest = nullptr;
        // The arm's edge is not widened: a point beside the arm is a point of the trunk.
        const Millimetres reach = plane == Plane::Arm ? Millimetres{0} : tolerance;
        double least = std::numeric_limits<double>::infinity();
        for (const Region& region : content_->regions) {
            const RegionShape* shape = region.shapeIn(where.view);
            if (shape == nullptr || shape->plane != plane) {
                continue;
            }
            const double distance = shape->outline.distanceTo(place, reach);
            if (distance < least) {
                least = distance;
                nearest = &region;
            }
        }
        if (nearest != nullptr) {
            return nearest;
        }
    }
    return nullptr;
}

bool BodyMap::isOnBody(BodyPoint where, bool showArm) const noexcept {
    const auto planes = skin(where.view);
    return isFinite(where) && std::any_of(planes.begin(), planes.end(), [&](const SkinPlane& one) {
               return (one.plane == Plane::Body || showArm) && one.outline.contains(placeOf(where));
           });
}

const Landmark* BodyMap::nearestLandmark(BodyPoint where, Millimetres reach) const noexcept {
    const Landmark* nearest = nullptr;
    double least = reach.value;
    for (const Landmark& landmark : content_->landmarks) {
        const auto& place = landmark.in(where.view);
        if (place && std::hypot(place->x - where.x, place->y - where.y) <= least) {
            least = std::hypot(place->x - where.x, place->y - where.y);
            nearest = &landmark;
        }
    }
    return nearest;
}

const Landmark* BodyMap::spinalLevelAt(BodyPoint where) const noexcept {
    const Landmark* nearest = nullptr;
    double least = std::numeric_limits<double>::infinity();
    for (const Landmark* level : content_->spine) {
        const auto& place = level->in(where.view);
        const double distance = place ? std::abs(place->y - where.y) : least;
        if (distance < least) {
            least = distance;
            nearest = level;
        }
    }
    const bool beyond = nearest != nullptr &&
                        (nearest == content_->spine.front() || nearest == content_->spine.back());
    return beyond && least > kBeyondSpine ? nullptr : nearest;
}

} // namespace palpate::atlas
