// SPDX-License-Identifier: MIT
// Which red flags a case calls for.
#include "app/PainWords.h"
#include "app/ReportHandout.h"
#include "atlas/BodyMap.h"

#include <algorithm>
#include <array>

namespace palpate::app {

namespace {

using reference::FlagRegion;

constexpr double kNearBody = 6; ///< mm off the outline that still are the body

/// Where a region of the body map belongs among the red flags, by the beginning of its key.
struct FlagPlace {
    std::string_view prefix;
    FlagRegion region;
};
constexpr std::array kFlagPlaces{
    FlagPlace{"lumbar", FlagRegion::LowBack},    FlagPlace{"sacrum", FlagRegion::LowBack},
    FlagPlace{"abdomen", FlagRegion::LowBack},   FlagPlace{"thoracic_lower", FlagRegion::LowBack},
    FlagPlace{"thoracic", FlagRegion::Chest},    FlagPlace{"interscapular", FlagRegion::Chest},
    FlagPlace{"chest", FlagRegion::Chest},       FlagPlace{"sternum", FlagRegion::Chest},
    FlagPlace{"side_ribs", FlagRegion::Chest},   FlagPlace{"neck", FlagRegion::Neck},
    FlagPlace{"occiput", FlagRegion::Neck},      FlagPlace{"occiput", FlagRegion::Headache},
    FlagPlace{"scapular", FlagRegion::Shoulder}, FlagPlace{"shoulder", FlagRegion::Shoulder},
    FlagPlace{"arm", FlagRegion::Shoulder},      FlagPlace{"elbow", FlagRegion::Shoulder},
    FlagPlace{"forearm", FlagRegion::Shoulder},  FlagPlace{"wrist", FlagRegion::Shoulder},
    FlagPlace{"hand", FlagRegion::Shoulder},     FlagPlace{"palm", FlagRegion::Shoulder},
    FlagPlace{"fingers", FlagRegion::Shoulder},  FlagPlace{"thumb", FlagRegion::Shoulder},
    FlagPlace{"buttock", FlagRegion::HipLeg},    FlagPlace{"hip", FlagRegion::HipLeg},
    FlagPlace{"groin", FlagRegion::HipLeg},      FlagPlace{"thigh", FlagRegion::HipLeg},
    FlagPlace{"knee", FlagRegion::HipLeg},       FlagPlace{"leg", FlagRegion::HipLeg},
    FlagPlace{"calf", FlagRegion::HipLeg},       FlagPlace{"shin", FlagRegion::HipLeg},
    FlagPlace{"ankle", FlagRegion::HipLeg},      FlagPlace{"foot", FlagRegion::HipLeg},
    FlagPlace{"heel", FlagRegion::HipLeg},       FlagPlace{"sole", FlagRegion::HipLeg},
    FlagPlace{"toes", FlagRegion::HipLeg},       FlagPlace{"forehead", FlagRegion::Headache},
    FlagPlace{"temple", FlagRegion::Headache},   FlagPlace{"vertex", FlagRegion::Headache},
    FlagPlace{"cheek", FlagRegion::Headache},    FlagPlace{"jaw", FlagRegion::Headache},
    FlagPlace{"ear", FlagRegion::Headache},      FlagPlace{"eye", FlagRegion::Headache},
    FlagPlace{"mouth", FlagRegion::Headache},    FlagPlace{"nose", FlagRegion::Headache}};

void addFlagRegions(const RegionKey& key, std::vector<FlagRegion>& to) {
    for (const auto& place : kFlagPlaces) {
        if (key.text().starts_with(place.prefix) && std::ranges::count(to, place.region) == 0) {
            to.push_back(place.region);
        }
    }
}

[[nodiscard]] std::vector<FlagRegion> regionsOf(BodyArea area) {
    switch (area) {
    case BodyArea::Any:
        return {};
    case BodyArea::LowBack:
        return {FlagRegion::LowBack};
    case BodyArea::Neck:
        return {FlagRegion::Neck};
    case BodyArea::Shoulder:
        return {FlagRegion::Shoulder};
    case BodyArea::Hip:
    case BodyArea::Knee:
    case BodyArea::AnkleFoot:
        return {FlagRegion::HipLeg};
    case BodyArea::Headache:
        break;
    }
    return {FlagRegion::Headache, FlagRegion::Neck};
}

} // namespace

std::vector<FlagRegion> flagRegions(const CaseStory& story, const atlas::BodyMap& map) {
    auto regions = regionsOf(story.record.area);
    if (regions.empty()) {
        std::vector<RegionKey> places;
        for (const auto& point : story.points) {
            const auto& at = point.last.at;
            const bool onArm = at.view == View::Left || at.view == View::Right;
            if (const auto* region = map.regionAt(at, atlas::Millimetres{kNearBody}, onArm)) {
                places.push_back(region->key);
            }
        }
        if (places.empty()) {
            for (const auto& part : drawnPain(map, story.latest().painAreas).parts) {
                for (const auto& [region, side] : part.regions) {
                    places.push_back(region);
                }
            }
        }
        for (const auto& key : places) {
            addFlagRegions(key, regions);
        }
    }
    regions.push_back(FlagRegion::General);
    return regions;
}

} // namespace palpate::app
