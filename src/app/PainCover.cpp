// SPDX-License-Identifier: MIT
#include "app/PainCover.h"

#include "app/Words.h"
#include "atlas/Painted.h"
#include "reference/Reference.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace palpate::app {

namespace {

using atlas::Plane;

constexpr double kMm2PerCm2 = 100;

void sortOnce(std::vector<std::size_t>& places) {
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
}

[[nodiscard]] bool isPainted(std::span<const PaintedPlane> planes,
                             const atlas::RegionShape& shape) {
    return std::any_of(planes.begin(), planes.end(), [&](const PaintedPlane& one) {
        return one.view == shape.view && one.plane == shape.plane;
    });
}

/// Which sides of a region are meant, seen from the muscle's side.
[[nodiscard]] std::vector<Side> sidesOf(reference::RelativeSide relative, Side side) {
    using reference::RelativeSide;
    if (relative == RelativeSide::Midline) {
        return {Side::Middle};
    }
    if (side == Side::Middle || relative == RelativeSide::Both) {
        return {Side::Left, Side::Right};
    }
    return {relative == RelativeSide::Opposite ? mirrored(side) : side};
}

} // namespace

std::vector<PaintedPlane> paintedPlanes(std::span<const Painted> painted) {
    std::vector<PaintedPlane> planes;
    for (const View view : kViews) {
        for (const Plane plane : {Plane::Body, Plane::Arm}) {
            std::vector<Polygon> shapes;
            for (const Painted& one : painted) {
                if (one.view == view && one.onArm == (plane == Plane::Arm)) {
                    shapes.insert(shapes.end(), one.shape.begin(), one.shape.end());
                }
            }
            if (!shapes.empty()) {
                planes.push_back({view, plane, std::move(shapes)});
            }
        }
    }
    return planes;
}

PainCover::PainCover(const atlas::BodyMap& map, std::span<const PaintedPlane> planes)
    : parts_(map.regions().size()) {
    for (const PaintedPlane& one : planes) {
        for (const auto& touched : atlas::regionsTouched(map, one.view, one.plane, one.shape)) {
            const double covered = touched.area.value * kMm2PerCm2;
            Part& part = parts_[static_cast<std::size_t>(touched.region - map.regions().data())];
            area_ += covered;
            part.covered += covered;
            if (touched.share > part.share) {
                part.share = touched.share;
                part.size = covered / touched.share;
            }
        }
    }
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (parts_[i].share > 0) {
            continue;
        }
        double inPainted = 0;
        double anywhere = 0;
        for (const auto& shape : map.regions()[i].shapes) {
            anywhere = std::max(anywhere, shape.area);
            inPainted = isPainted(planes, shape) ? std::max(inPainted, shape.area) : inPainted;
        }
        parts_[i].size = inPainted > 0 ? inPainted : anywhere;
    }
}

double shareUsed(const PainCover& cover, std::span<const std::size_t> regions) {
    double painted = 0;
    double whole = 0;
    for (const std::size_t region : regions) {
        painted += cover.of(region).share * cover.of(region).size;
        whole += cover.of(region).size;
    }
    return whole > 0 ? painted / whole : 0;
}

ZoneRegions RegionFinder::zoneOf(const reference::Reference& reference,
                                 const ReferencePointKey& point, Side side) const {
    ZoneRegions zone;
    const auto* row = reference.triggerPoints().find(point);
    if (row == nullptr) {
        return zone;
    }
    const auto placesOf = [&](const std::vector<reference::Referral>& referrals) {
        std::vector<std::size_t> places;
        for (const auto& referral : referrals) {
            if (const auto* middle = map_.region(referral.region, Side::Middle)) {
                places.push_back(indexOf(*middle));
                continue;
            }
            for (const Side one : sidesOf(referral.side, side)) {
                if (const auto* region = map_.region(referral.region, one)) {
                    places.push_back(indexOf(*region));
                }
            }
        }
        sortOnce(places);
        return places;
    };
    zone.essential = placesOf(row->essential);
    const auto spillover = placesOf(row->spillover);
    std::set_difference(spillover.begin(), spillover.end(), zone.essential.begin(),
                        zone.essential.end(), std::back_inserter(zone.spillover));
    return zone;
}

std::string pointInSentence(const std::string& name) {
    auto text = name;
    const auto isUpper = [](char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; };
    if (!text.empty() && isUpper(text[0]) && (text.size() == 1 || !isUpper(text[1]))) {
        text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
    }
    return text;
}

std::string pointLabel(const reference::Reference& reference, const ReferencePointKey& point,
                       Side side) {
    const auto* row = reference.triggerPoints().find(point);
    if (row == nullptr) {
        return point.text();
    }
    return shortMuscle(reference, row->muscle, side) + ": " + pointInSentence(row->name);
}

std::string percentText(double share) {
    const auto whole = std::llround(share * 100);
    if (whole == 0 && share > 0) {
        return tr("under 1");
    }
    return std::to_string(whole);
}

} // namespace palpate::app
