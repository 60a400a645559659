// SPDX-License-Identifier: MIT
#include "app/CaseStory.h"

#include <algorithm>
#include <map>

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

void count(std::map<TechniqueKey, TechniqueStory>& stories, const Session& session,
           const Treatment& treatment) {
    auto& story =
        stories.try_emplace(treatment.technique, TechniqueStory{.technique = treatment.technique})
            .first->second;
    ++story.uses;
    const auto* point = std::get_if<TriggerPointId>(&treatment.target);
    const auto* finding = point != nullptr ? findingAt(session, *point) : nullptr;
    if (finding == nullptr || !finding->tenderness || !treatment.tendernessAfter) {
        return;
    }
    // A point treated twice in a session would count the first technique's effect for the second
    // too.
    if (treatmentsAt(session, *point).size() > 1) {
        return;
    }
    ++story.measured;
    story.meanChange += treatment.tendernessAfter->value() - finding->tenderness->value();
}

[[nodiscard]] std::vector<TechniqueStory> techniqueStories(const std::vector<Session>& sessions) {
    std::map<TechniqueKey, TechniqueStory> byTechnique;
    for (const auto& session : sessions) {
        for (const auto& treatment : session.treatments) {
            count(byTechnique, session, treatment);
        }
    }
    std::vector<TechniqueStory> out;
    for (auto& [technique, story] : byTechnique) {
        if (story.measured > 0) {
            story.meanChange /= story.measured;
        }
        out.push_back(story);
    }
    std::ranges::stable_sort(out, std::greater{}, &TechniqueStory::uses);
    return out;
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
    story.techniques = techniqueStories(story.sessions);
    return story;
}

} // namespace palpate::app
