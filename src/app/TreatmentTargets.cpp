// SPDX-License-Identifier: MIT
// What can be treated beside points: typed in words, or picked on the bones.
#include "app/Clinic.h"
#include "app/JointPlaces.h"
#include "app/QuickLine.h"
#include "app/SessionInside.h"
#include "app/TreatmentPresenter.h"
#include "app/TypedWords.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"

#include <algorithm>

namespace palpate::app {

namespace {

constexpr std::size_t kOfEach = 8; // of joints, muscles and regions: what a short list holds

/// How well words fit: a name in full comes before one that was only begun.
enum class Fit { Whole, Begun };

struct Ranked {
    Fit fit;
    TargetChoice choice;
};

/// The words without the side, and the side.
[[nodiscard]] std::pair<Words, std::optional<Side>> withoutSide(const std::string& typed) {
    Words rest;
    std::optional<Side> side;
    for (auto& word : typedWords(typed)) {
        const bool left = word == "l" || word == "left";
        const bool right = word == "r" || word == "right";
        if (!side && (left || right)) {
            side = left ? Side::Left : Side::Right;
        } else {
            rest.push_back(std::move(word));
        }
    }
    return {std::move(rest), side};
}

void addJoints(std::vector<Ranked>& found, const std::string& typed, const Words& words,
               const reference::Reference& reference) {
    const auto exact = reference.joints().lookUp(joined(words));
    for (auto& joint : jointsNamed(typed, reference, kOfEach)) {
        const bool whole = std::ranges::count(exact, joint.target.joint) > 0;
        found.push_back(
            {whole ? Fit::Whole : Fit::Begun, {std::move(joint.target), std::move(joint.label)}});
    }
}

void addMuscles(std::vector<Ranked>& found, const std::string& typed, const Clinic& clinic) {
    const auto& reference = clinic.reference();
    const auto read = parseQuickLine(typed, reference, clinic.map());
    std::vector<SidedMuscle> seen; // once each, also where several of its points fit
    for (const auto& each : completions(typed, reference, clinic.map(), kOfEach)) {
        SidedMuscle muscle{each.muscle, each.side};
        if (std::ranges::count(seen, muscle) > 0) {
            continue;
        }
        const bool whole = read.muscles == std::vector{each.muscle}; // not a group of them
        found.push_back({whole ? Fit::Whole : Fit::Begun,
                         {MuscleTarget{each.muscle, each.side},
                          shortMuscle(reference, each.muscle, each.side)}});
        seen.push_back(std::move(muscle));
    }
}

void addRegions(std::vector<Ranked>& found, const Words& words, std::optional<Side> side,
                const atlas::BodyMap& map) {
    if (words.empty()) {
        return;
    }
    std::size_t added = 0;
    for (const auto& region : map.regions()) {
        if (added == kOfEach || (side && region.side != Side::Middle && region.side != *side)) {
            continue;
        }
        auto names = namedWords(regionWord(region.key));
        auto keys = namedWords(region.key.text());
        const bool whole = words == keys || words == names;
        names.insert(names.end(), keys.begin(), keys.end());
        if (eachBeginsOne(words, names)) {
            found.push_back(
                {whole ? Fit::Whole : Fit::Begun,
                 {RegionTarget{region.key, region.side}, shortRegion(region.key, region.side)}});
            ++added;
        }
    }
}

} // namespace

std::vector<TargetChoice> TreatmentPresenter::targetsFor(const std::string& typed) const {
    const auto [words, side] = withoutSide(typed);
    std::vector<Ranked> found;
    if (!words.empty()) {
        addJoints(found, typed, words, inside_.clinic.reference());
        addMuscles(found, typed, inside_.clinic);
        addRegions(found, words, side, inside_.clinic.map());
    }
    std::ranges::stable_sort(found, {}, &Ranked::fit);
    std::vector<TargetChoice> choices;
    for (auto& each : found) {
        choices.push_back(std::move(each.choice));
    }
    return choices;
}

std::vector<TargetChoice> TreatmentPresenter::jointsAt(BodyPoint where) const {
    std::vector<TargetChoice> choices;
    if (inside_.layer != Layer::Bones) {
        return choices;
    }
    for (auto& joint : palpate::app::jointsAt(where, inside_.showArm, inside_.clinic.map(),
                                              inside_.clinic.reference())) {
        choices.push_back({std::move(joint.target), std::move(joint.label)});
    }
    return choices;
}

std::vector<TechniqueChip> TreatmentPresenter::techniquesFor(const TreatmentTarget& target) const {
    return inside_.chipsFor(target);
}

} // namespace palpate::app
