// SPDX-License-Identifier: MIT
#include "app/Suggestions.h"

#include "app/PainCover.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <utility>

namespace palpate::app {

namespace {

/// Below both of these a point is left out: a brush that slipped over a border explains nothing.
constexpr double kSlip = 0.05;
/// Scores closer than this differ by the rounding of the clipping alone: they are equal.
constexpr double kEqual = 1e-4;

struct Candidate {
    const reference::ReferencePoint* point = nullptr;
    MuscleKey part;
    Side side = Side::Right;
    Side partSide = Side::Right;
    ZoneRegions zone;
    int sharingZone = 0;
};

struct Scored {
    const Candidate* candidate;
    long long score; ///< in units of kEqual
    double exact;
    double covered;
    double used;
};

/// The part of the atlas in which the point lies.
[[nodiscard]] MuscleKey partOf(const reference::Reference& reference, const atlas::BodyMap& map,
                               const reference::ReferencePoint& point) {
    if (const auto* place = reference.pointPlaces().find(point.key)) {
        return place->muscle;
    }
    const auto* composite = map.composite(point.muscle);
    return composite != nullptr && !composite->parts.empty() ? composite->parts.front()
                                                             : point.muscle;
}

/// "sacrum, upper buttock".
[[nodiscard]] std::string regionNames(const atlas::BodyMap& map,
                                      std::span<const std::size_t> regions) {
    std::vector<std::string> names;
    for (const std::size_t region : regions) {
        auto name = regionWord(map.regions()[region].key);
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(std::move(name)); // both sides of a region are named once
        }
    }
    std::string text;
    for (const auto& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

} // namespace

std::vector<Painted> paintedIn(std::span<const PainArea> areas) {
    std::vector<Painted> painted;
    for (const PainArea& area : areas) {
        painted.push_back({area.view, area.onArm, area.shape});
    }
    return painted;
}

std::vector<Painted> paintedWhole(const atlas::BodyMap& map, std::span<const SidedRegion> regions) {
    std::vector<Painted> painted;
    for (const SidedRegion& one : regions) {
        const auto* region = map.region(one.region, one.side);
        if (region == nullptr || region->shapes.empty()) {
            continue;
        }
        const auto& largest =
            *std::max_element(region->shapes.begin(), region->shapes.end(),
                              [](const atlas::RegionShape& a, const atlas::RegionShape& b) {
                                  return a.area < b.area;
                              });
        painted.push_back(
            {largest.view, largest.plane == atlas::Plane::Arm, largest.outline.polygons()});
    }
    return painted;
}

std::vector<PastFinding> pastFindings(std::span<const Session> sessions) {
    std::vector<PastFinding> past;
    for (const Session& session : sessions) {
        for (const Finding& finding : session.findings) {
            const bool treated = std::any_of(
                session.treatments.begin(), session.treatments.end(),
                [&](const Treatment& treatment) { return isAt(treatment, finding.point.id); });
            past.push_back({finding.muscle, finding.side, finding.referencePoint, treated});
        }
    }
    return past;
}

struct Suggester::Inside {
    const reference::Reference& reference;
    const atlas::BodyMap& map;
    std::vector<Candidate> candidates; ///< in the order of the table, right before left
    int sharing = 0;

    Inside(const reference::Reference& tables, const atlas::BodyMap& bodyMap)
        : reference{tables}, map{bodyMap} {
        const RegionFinder finder{map};
        std::map<std::pair<Side, std::vector<std::size_t>>, int> zones;
        for (const auto& muscle : reference.triggerPoints().all()) {
            for (const auto& point : muscle.points) {
                for (const Side side : {Side::Right, Side::Left}) {
                    const auto part = partOf(reference, map, point);
                    const bool paired = map.muscle(part, side) != nullptr;
                    candidates.push_back({&point, part, side, paired ? side : Side::Middle,
                                          finder.zoneOf(reference, point.key, side), 0});
                    ++zones[{side, candidates.back().zone.essential}];
                }
            }
        }
        for (Candidate& one : candidates) {
            one.sharingZone = zones[{one.side, one.zone.essential}] - 1;
            sharing += one.side == Side::Right && one.sharingZone > 0 ? 1 : 0;
        }
    }

    [[nodiscard]] std::optional<Scored> scoreOf(const Candidate& one,
                                                const PainCover& cover) const {
        double covered = 0;
        for (const std::size_t region : one.zone.essential) {
            covered += cover.of(region).covered;
        }
        if (covered <= 0) {
            return std::nullopt;
        }
        for (const std::size_t region : one.zone.spillover) {
            covered += cover.of(region).covered / 2;
        }
        const double share = std::min(1.0, covered / cover.area());
        const double used = shareUsed(cover, one.zone.essential);
        if (share < kSlip && used < kSlip) {
            return std::nullopt;
        }
        const double score = share * used;
        const auto rounded = std::llround(score / kEqual);
        return rounded > 0 ? std::optional{Scored{&one, rounded, score, share, used}}
                           : std::nullopt;
    }

    /// What was found and treated before at the point or in its muscle.
    [[nodiscard]] std::pair<Before, Before> before(const Candidate& one,
                                                   std::span<const PastFinding> past) const {
        std::pair result{Before::Never, Before::Never};
        for (const PastFinding& finding : past) {
            const auto* muscle = map.muscle(finding.muscle, finding.side);
            const auto* row = reference.triggerPoints().find(
                finding.muscle, muscle != nullptr ? muscle->partOf : std::nullopt);
            const bool sameMuscle =
                finding.muscle == one.part || (row != nullptr && row->muscle == one.point->muscle);
            if (!sameMuscle || (finding.side != one.side && finding.side != one.partSide)) {
                continue;
            }
            const Before here =
                finding.point == one.point->key ? Before::AtPoint : Before::InMuscle;
            result.first = std::max(result.first, here);
            if (finding.treated) {
                result.second = std::max(result.second, here);
            }
        }
        return result;
    }

    [[nodiscard]] Suggestion rowOf(const Scored& scored, std::span<const PastFinding> past) const {
        const Candidate& one = *scored.candidate;
        const auto [found, treated] = before(one, past);
        return {.rank = 0,
                .sharingRank = 0,
                .sharingZone = one.sharingZone,
                .point = one.point->key,
                .muscle = one.point->muscle,
                .part = one.part,
                .side = one.side,
                .partSide = one.partSide,
                .score = scored.exact,
                .covered = scored.covered,
                .used = scored.used,
                .found = found,
                .treated = treated,
                .label = pointLabel(reference, one.point->key, one.side),
                .reason = {tr("Covers {1} % of the drawing; {2} % of its usual referral ({3}) is "
                              "painted."),
                           {percentText(scored.covered), percentText(scored.used),
                            regionNames(map, one.zone.essential)}},
                .sources = one.point->sources,
                .sourceWarning = reference.sources().warningFor(one.point->sources)};
    }
};

Suggester::Suggester(const reference::Reference& reference, const atlas::BodyMap& map)
    : inside_{std::make_unique<const Inside>(reference, map)} {}
Suggester::~Suggester() = default;
Suggester::Suggester(Suggester&&) noexcept = default;

std::vector<Suggestion> Suggester::ranked(std::span<const Painted> painted,
                                          std::span<const PastFinding> past, int ranks) const {
    const PainCover cover{inside_->map, paintedPlanes(painted)};
    std::vector<Scored> scored;
    for (const Candidate& one : inside_->candidates) {
        if (const auto score = cover.area() > 0 ? inside_->scoreOf(one, cover) : std::nullopt) {
            scored.push_back(*score);
        }
    }
    std::stable_sort(scored.begin(), scored.end(), [](const Scored& a, const Scored& b) {
        return std::pair{-a.score, a.candidate->point->confidence} <
               std::pair{-b.score, b.candidate->point->confidence};
    });
    std::vector<Suggestion> rows;
    int rank = 0;
    for (std::size_t first = 0; first < scored.size();) {
        std::size_t end = first;
        while (end < scored.size() && scored[end].score == scored[first].score) {
            ++end;
        }
        if (++rank > ranks) {
            break;
        }
        for (std::size_t i = first; i < end; ++i) {
            rows.push_back(inside_->rowOf(scored[i], past));
            rows.back().rank = rank;
            rows.back().sharingRank = static_cast<int>(end - first) - 1;
        }
        first = end;
    }
    return rows;
}

int Suggester::pointsSharingTheirZone() const noexcept {
    return inside_->sharing;
}

Message caution(const Suggester& suggester) {
    return {tr("Usual referral, never certain. {1} known points share their essential zone with "
               "others and so share a rank: only palpation tells them apart."),
            {std::to_string(suggester.pointsSharingTheirZone())}};
}

} // namespace palpate::app
