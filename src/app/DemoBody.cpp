// SPDX-License-Identifier: MIT
#include "app/DemoBody.h"

#include "app/Clinic.h"
#include "app/DemoChance.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "domain/Error.h"
#include "reference/Reference.h"

#include <algorithm>
#include <cctype>
#include <optional>

namespace palpate::app {

namespace {

constexpr int kTries = 40;
constexpr double kScatter = 5; ///< millimetres: two hands never find the same spot

[[nodiscard]] std::string lowered(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

[[nodiscard]] bool liesOn(const atlas::BodyMap& map, const DemoPlace& place, BodyPoint spot) {
    for (const bool showArm : {false, true}) {
        const auto* hit = map.muscleAt(spot, {place.layer, showArm});
        if (hit != nullptr && hit->key == place.muscle && hit->side == place.side) {
            return true;
        }
    }
    return false;
}

[[nodiscard]] std::string referralOf(const atlas::BodyMap& map,
                                     const reference::ReferencePoint& point, Side side) {
    if (point.essential.empty()) {
        return {};
    }
    const auto& region = point.essential.front().region;
    const auto* shape = map.region(region, side);
    shape = shape != nullptr ? shape : map.region(region, Side::Middle);
    return shape != nullptr ? lowered(shape->name) : std::string{};
}

/// Empty when the map doesn't show the point where the table draws it.
[[nodiscard]] std::optional<DemoPlace> placed(const Knowledge& knowledge, std::string_view words,
                                              Side side) {
    const auto key = ReferencePointKey::from(words);
    const auto& reference = knowledge.reference();
    const auto* drawn = key ? reference.pointPlaces().find(*key) : nullptr;
    const auto* known = key ? reference.triggerPoints().find(*key) : nullptr;
    if (drawn == nullptr || known == nullptr) {
        return std::nullopt;
    }
    DemoPlace place{.reference = *key,
                    .muscle = drawn->muscle,
                    .side = side,
                    .layer = drawn->layer,
                    .spots = {},
                    .muscleWords = {},
                    .referral = {}};
    const auto& map = knowledge.map();
    if (map.muscle(place.muscle, side) == nullptr) {
        place.side = Side::Middle;
    }
    const auto at = reference.pointPlaces().placesOf(*key, side).front();
    if (liesOn(map, place, at)) {
        place.spots.push_back(at);
    }
    DemoChance scatter{words.size(), static_cast<std::uint64_t>(at.x * 10 + at.y)};
    for (int i = 0; i < kTries; ++i) {
        const BodyPoint spot{at.view, at.x + kScatter * scatter.between(-1.0, 1.0),
                             at.y + kScatter * scatter.between(-1.0, 1.0)};
        if (liesOn(map, place, spot)) {
            place.spots.push_back(spot);
        }
    }
    if (place.spots.empty()) {
        return std::nullopt;
    }
    place.muscleWords = longMuscle(reference, place.muscle, place.side);
    place.referral = referralOf(map, *known, side);
    return place;
}

[[nodiscard]] std::vector<DemoPlace> allPlaced(const Knowledge& knowledge, DemoWords points,
                                               Side side) {
    std::vector<DemoPlace> places;
    for (const auto words : points) {
        if (auto place = placed(knowledge, words, side)) {
            places.push_back(std::move(*place));
        }
    }
    return places;
}

[[nodiscard]] DemoTopic topicOf(const Knowledge& knowledge, const DemoComplaint& complaint,
                                Side side) {
    DemoTopic topic;
    topic.complaint = &complaint;
    topic.side = complaint.sided ? side : Side::Middle;
    const auto code = side == Side::Right ? complaint.codeRight : complaint.codeLeft;
    if (const auto* row = knowledge.reference().diagnoses().find(code)) {
        topic.code = row->code;
    }
    for (const auto further : complaint.furtherCodes) {
        if (const auto* row = knowledge.reference().diagnoses().find(further)) {
            topic.furtherCodes.push_back(row->code);
        }
    }
    topic.places = allPlaced(knowledge, complaint.points, side);
    topic.otherSide = allPlaced(knowledge, complaint.otherSide, mirrored(side));
    if (topic.places.empty()) {
        throw DataError{{tr("The demonstration can't place the points of \"{1}\": body atlas and "
                            "clinical tables do not belong together; install Palpate again."),
                         {std::string{complaint.words}}}};
    }
    for (const auto words : complaint.regions) {
        if (const auto key = RegionKey::from(words)) {
            if (knowledge.map().region(*key, side) != nullptr) {
                topic.regions.emplace_back(*key, side);
            } else if (knowledge.map().region(*key, Side::Middle) != nullptr) {
                topic.regions.emplace_back(*key, Side::Middle);
            }
        }
    }
    topic.drawings =
        demoDrawings(knowledge.map(), topic.regions, topic.places.front().spots.front().view);
    return topic;
}

} // namespace

DemoBody::DemoBody(const Knowledge& knowledge) {
    for (const auto& complaint : demoComplaints()) {
        pairs_.push_back({complaint.weight, topicOf(knowledge, complaint, Side::Right),
                          topicOf(knowledge, complaint, Side::Left)});
    }
}

DemoPlace demoPlace(const Knowledge& knowledge, std::string_view referencePoint, Side side) {
    auto place = placed(knowledge, referencePoint, side);
    if (!place) {
        throw DataError{{tr("The demonstration can't place the point {1}: body atlas and clinical "
                            "tables do not belong together; install Palpate again."),
                         {std::string{referencePoint}}}};
    }
    return std::move(*place);
}

} // namespace palpate::app
