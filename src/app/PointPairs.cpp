// SPDX-License-Identifier: MIT
#include "app/PointPairs.h"

#include <map>

namespace palpate::app {

namespace {

/// A point on its way through the sessions.
struct Walk {
    PointPair pair;
    PointAt at;

    explicit Walk(const Finding& finding, const Session& session)
        : pair{.change = {.point = finding.point,
                          .fate = Fate::NotComparable,
                          .tendernessDelta = {},
                          .stateBefore = {},
                          .stateAfter = {}},
               .last = finding,
               .found = &session,
               .then = {},
               .now = {}} {}

    void take(const Finding& finding, const Session& session) {
        if (isAssessed(finding) || !isAssessed(pair.last)) {
            pair.last = finding;
        }
        at.isKnown = true;
        at.finding = &finding;
        if (finding.state) {
            const bool isResolved = *finding.state == State::Resolved;
            at.resolved = !isResolved ? nullptr : at.resolved == nullptr ? &session : at.resolved;
            at.state = finding.state;
            at.judged = &session;
        } else if (isAssessed(finding) && at.resolved != nullptr) {
            // Found again after it had resolved: nobody has said what it is.
            at.state.reset();
            at.judged = nullptr;
            at.resolved = nullptr;
        }
    }
};

[[nodiscard]] Fate fateOf(const PointPair& pair, Fate ofFindings) {
    if (!pair.then.isKnown) {
        return pair.now.isOpen() ? Fate::New : Fate::Gone;
    }
    if (pair.then.isOpen() != pair.now.isOpen()) {
        return pair.then.isOpen() ? Fate::Gone : Fate::Back;
    }
    return pair.then.isAssessed() && pair.now.isAssessed() ? ofFindings : Fate::NotComparable;
}

void settle(PointPair& pair) {
    const auto* before = pair.then.finding;
    const auto* after = pair.now.finding;
    auto fate = Fate::NotComparable;
    if (before != nullptr || after != nullptr) {
        const auto change = changeBetween(before, after);
        fate = change.fate;
        pair.change.tendernessDelta = change.tendernessDelta;
    }
    pair.change.fate = fateOf(pair, fate);
    pair.change.stateBefore = pair.then.state;
    pair.change.stateAfter = pair.now.state;
}

[[nodiscard]] bool isWorthTelling(const PointPair& pair) {
    return pair.then.isOpen() || pair.now.isOpen() || pair.then.finding != nullptr ||
           pair.now.finding != nullptr || pair.cameAndWent();
}

} // namespace

std::vector<PointPair> pointPairs(std::span<const Session* const> ofCase, const Session& earlier,
                                  const Session& later) {
    std::map<int, Walk> byNumber;
    for (const auto* session : ofCase) {
        for (auto& [number, walk] : byNumber) {
            walk.at.finding = nullptr;
        }
        for (const auto& finding : session->findings) {
            byNumber.try_emplace(finding.point.number, finding, *session)
                .first->second.take(finding, *session);
        }
        if (session == &earlier) {
            for (auto& [number, walk] : byNumber) {
                walk.pair.then = walk.at;
            }
        }
        if (session == &later) {
            break;
        }
    }
    std::vector<PointPair> pairs;
    for (auto& [number, walk] : byNumber) {
        walk.pair.now = walk.at;
        settle(walk.pair);
        if (isWorthTelling(walk.pair)) {
            pairs.push_back(std::move(walk.pair));
        }
    }
    return pairs;
}

} // namespace palpate::app
