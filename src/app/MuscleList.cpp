// SPDX-License-Identifier: MIT
#include "app/MuscleList.h"

#include "app/Clinic.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace palpate::app {

namespace {

constexpr std::size_t kCompletions = 12; ///< more than that is no choice

/// From the head down; a group that is not named here comes last.
constexpr std::array<std::string_view, 14> kOrder{"head", "neck",  "shoulder", "arm",     "forearm",
                                                  "hand", "chest", "back",     "abdomen", "pelvis",
                                                  "hip",  "thigh", "leg",      "foot"};

[[nodiscard]] std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

} // namespace

std::vector<MuscleEntry> muscleList(const Clinic& clinic) {
    std::vector<const atlas::Muscle*> muscles;
    for (const auto& muscle : clinic.map().muscles()) {
        if (muscle.side != Side::Left) {
            muscles.push_back(&muscle);
        }
    }
    const auto rank = [](const atlas::Muscle* m) {
        return std::tuple{std::ranges::find(kOrder, m->group) - kOrder.begin(), m->group, m->layer,
                          m->name};
    };
    std::ranges::stable_sort(muscles, {}, rank);
    std::vector<MuscleEntry> entries;
    for (const auto* muscle : muscles) {
        auto words = clinic.reference().muscleNames().searchWords(muscle->key);
        words.push_back(muscle->latin);
        entries.push_back({.muscle = muscle->key,
                           .group = capitalised(muscle->group),
                           .label = muscle->name,
                           .layer = std::to_string(static_cast<int>(muscle->layer)),
                           .words = std::move(words),
                           .paired = muscle->side == Side::Right});
    }
    return entries;
}

std::vector<QuickChoice> quickCompletions(const Clinic& clinic, std::string_view text) {
    return completions(text, clinic.reference(), clinic.map(), kCompletions);
}

} // namespace palpate::app
