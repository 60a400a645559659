// SPDX-License-Identifier: MIT
#include "app/CaseStory.h"

#include "app/TechniqueUses.h"

#include <algorithm>

namespace palpate::app {

namespace {

[[nodiscard]] PointStory pointStory(const Finding& last, const std::vector<Session>& sessions) {
    PointStory story{.last = last};
    for (const auto& session : sessions) {
        const auto* finding = findingAt(session, last.point.id);
        if (finding != nullptr && finding->state) {
            story.state = finding->state;
        } else if (finding != nullptr && isAssessed(*finding) && story.state == State::Resolved) {
            story.state.reset();
        }
        const auto value = finding != nullptr ? finding->tenderness : std::nullopt;
        story.tenderness.push_back(value ? std::optional{static_cast<double>(value->value())}
                                         : std::nullopt);
        if (value && !story.first) {
            story.first = value;
        }
        for (auto& treatment : treatmentsAt(session, last.point.id)) {
            story.treatments.push_back(std::move(treatment));
        }
    }
    if (const auto* finding = findingAt(sessions.back(), last.point.id)) {
        story.seenLatest = isAssessed(*finding);
        story.judgedLatest = finding->state.has_value();
        story.now = finding->tenderness;
    }
    return story;
}

} // namespace

CaseStory storyOf(Case record, std::vector<Session> oldestFirst) {
    CaseStory story{.record = std::move(record),
                    .sessions = std::move(oldestFirst),
                    .points = {},
                    .techniques = {}};
    for (const auto& finding : lastKnown(story.sessions)) {
        story.points.push_back(pointStory(finding, story.sessions));
    }
    std::ranges::stable_sort(story.points, {}, [](const PointStory& point) {
        return point.state == State::Resolved ? 1 : 0;
    });
    story.techniques = techniqueStories(pointersTo(story.sessions));
    return story;
}

} // namespace palpate::app
