// SPDX-License-Identifier: MIT
#include "domain/Change.h"

#include <cassert>
#include <map>

namespace palpate {

namespace {

[[nodiscard]] bool isResolved(const Finding& finding) {
    return finding.state == State::Resolved;
}

[[nodiscard]] Fate fateOf(const Finding& earlier, const Finding& later, std::optional<int> delta) {
    if (earlier.state && later.state && isResolved(earlier) != isResolved(later)) {
        return isResolved(later) ? Fate::Gone : Fate::Back;
    }
    if (!delta) {
        return Fate::NotComparable;
    }
    if (*delta == 0) {
        return Fate::Unchanged;
    }
    return *delta > 0 ? Fate::Stronger : Fate::Weaker;
}

} // namespace

FindingChange changeBetween(const Finding* earlier, const Finding* later) {
    assert(earlier != nullptr || later != nullptr);
    FindingChange change{.point = later != nullptr ? later->point : earlier->point,
                         .fate = Fate::NotComparable,
                         .tendernessDelta = {},
                         .stateBefore = earlier != nullptr ? earlier->state : std::nullopt,
                         .stateAfter = later != nullptr ? later->state : std::nullopt};
    if (later == nullptr) {
        return change;
    }
    if (earlier == nullptr) {
        change.fate = Fate::New;
        return change;
    }
    if (earlier->tenderness && later->tenderness) {
        change.tendernessDelta = later->tenderness->value() - earlier->tenderness->value();
    }
    change.fate = fateOf(*earlier, *later, change.tendernessDelta);
    return change;
}

PointTotals totalsOf(std::span<const Finding> findings) {
    PointTotals totals;
    for (const auto& finding : findings) {
        ++totals.points;
        if (finding.tenderness) {
            ++totals.tendernessAssessed;
            totals.totalTenderness += finding.tenderness->value();
        }
        if (!finding.state) {
            ++totals.stateNotAssessed;
        } else if (*finding.state == State::Active) {
            ++totals.active;
        } else if (*finding.state == State::Latent) {
            ++totals.latent;
        } else {
            ++totals.resolved;
        }
    }
    return totals;
}

std::vector<Finding> lastKnown(std::span<const Session> oldestFirst) {
    std::map<int, Finding> byNumber;
    for (const auto& session : oldestFirst) {
        for (const auto& finding : session.findings) {
            const auto [at, isNew] = byNumber.try_emplace(finding.point.number, finding);
            if (!isNew && (isAssessed(finding) || !isAssessed(at->second))) {
                at->second = finding;
            }
        }
    }
    std::vector<Finding> out;
    for (auto& [number, finding] : byNumber) {
        out.push_back(std::move(finding));
    }
    return out;
}

std::vector<Finding> openPoints(std::span<const Session> oldestFirst) {
    auto points = lastKnown(oldestFirst);
    std::erase_if(points, isResolved);
    return points;
}

} // namespace palpate
