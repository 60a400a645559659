// SPDX-License-Identifier: MIT
#include "app/TechniqueUses.h"

#include <algorithm>
#include <map>
#include <variant>

namespace palpate::app {

namespace {

[[nodiscard]] std::optional<int> difference(const std::optional<Tenderness>& now,
                                            const Finding& before) {
    return now && before.tenderness ? std::optional{now->value() - before.tenderness->value()}
                                    : std::nullopt;
}

/// `next`: the session of the case after that; nullptr: there is none.
[[nodiscard]] TechniqueUse useOf(const Treatment& treatment, const Session& session,
                                 const Session* next) {
    TechniqueUse use{
        .technique = treatment.technique, .muscle = {}, .atOnce = {}, .atNextVisit = {}};
    if (const auto* muscle = std::get_if<MuscleTarget>(&treatment.target)) {
        use.muscle = muscle->muscle;
    }
    const auto* point = std::get_if<TriggerPointId>(&treatment.target);
    const auto* finding = point != nullptr ? findingAt(session, *point) : nullptr;
    if (finding == nullptr) {
        return use;
    }
    use.muscle = finding->muscle;
    use.atOnce = difference(treatment.tendernessAfter, *finding);
    if (const auto* then = next != nullptr ? findingAt(*next, *point) : nullptr) {
        use.atNextVisit = difference(then->tenderness, *finding);
    }
    use.isAlone = std::ranges::count_if(session.treatments, [&](const Treatment& each) {
                      return isAt(each, *point);
                  }) == 1;
    return use;
}

} // namespace

std::vector<TechniqueUse> techniqueUses(std::span<const Session* const> oldestFirst) {
    std::map<CaseId, const Session*> after; // on the way back in time
    std::vector<TechniqueUse> uses;
    for (auto at = oldestFirst.rbegin(); at != oldestFirst.rend(); ++at) {
        const auto& session = **at;
        const auto next = after.insert({session.caseId, nullptr}).first;
        for (auto treatment = session.treatments.rbegin(); treatment != session.treatments.rend();
             ++treatment) {
            uses.push_back(useOf(*treatment, session, next->second));
        }
        next->second = &session;
    }
    std::ranges::reverse(uses);
    return uses;
}

std::vector<TechniqueStory> techniqueStories(std::span<const Session* const> oldestFirst) {
    std::map<TechniqueKey, TechniqueStory> byTechnique;
    for (const auto& use : techniqueUses(oldestFirst)) {
        auto& story =
            byTechnique.try_emplace(use.technique, TechniqueStory{.technique = use.technique})
                .first->second;
        ++story.uses;
        if (use.atOnce && use.isAlone) {
            ++story.measured;
            story.meanChange += *use.atOnce;
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

std::vector<const Session*> pointersTo(std::span<const Session> sessions) {
    std::vector<const Session*> pointers;
    pointers.reserve(sessions.size());
    for (const auto& session : sessions) {
        pointers.push_back(&session);
    }
    return pointers;
}

} // namespace palpate::app
