// SPDX-License-Identifier: MIT
#include "app/TreatmentTeller.h"

#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>
#include <string_view>
#include <variant>

namespace palpate::app {

namespace {

/// From one number to another, both 0 to 10: "tenderness from 6/10 to 3/10".
struct ScoreWords {
    const char* change;
    const char* same;
    const char* after;
    const char* before;
};
constexpr ScoreWords kTenderness{tr("tenderness from {1}/10 to {2}/10"),
                                 tr("tenderness {1}/10 before and after"),
                                 tr("tenderness {2}/10 after"), tr("tenderness {1}/10 before")};
constexpr ScoreWords kPain{tr("pain from {1}/10 to {2}/10"), tr("pain {1}/10 before and after"),
                           tr("pain {2}/10 after"), tr("pain {1}/10 before")};

[[nodiscard]] std::string changeWords(const ScoreWords& words, std::optional<double> before,
                                      std::optional<double> after) {
    const auto* chosen = before && after ? (*before == *after ? words.same : words.change)
                         : after         ? words.after
                         : before        ? words.before
                                         : nullptr;
    return chosen == nullptr ? std::string{}
                             : shown({chosen,
                                      {before ? plainNumber(*before) : std::string{},
                                       after ? plainNumber(*after) : std::string{}}});
}

/// "pain from 6/10 to 3/10 (7/10 during treatment)"; `alone` where nothing else was asked.
[[nodiscard]] std::string withDuring(const std::string& change, std::optional<double> during,
                                     const char* alone, const char* inBrackets) {
    if (!during) {
        return change;
    }
    const auto figure = plainNumber(*during);
    return change.empty() ? shown({alone, {figure}})
                          : change + " (" + shown({inBrackets, {figure}}) + ")";
}

template <class Score>
[[nodiscard]] std::optional<double> number(const std::optional<Score>& score) {
    return score ? std::optional<double>{score->value()} : std::nullopt;
}

} // namespace

TreatmentTeller::Told TreatmentTeller::told(const Treatment& treatment, bool each) const {
    const auto phrases = dosePhrases(treatment, reference_, unit_, each);
    const auto after =
        treatment.tendernessAfter ? number(treatment.tendernessAfter) : phrases.tendernessAfter;
    // What the point was like is said in the Objective; here only as the start of a change.
    const auto before = after && phrases.tendernessBefore == std::nullopt
                            ? tendernessBefore(treatment)
                            : phrases.tendernessBefore;
    const auto painBefore =
        treatment.painBefore ? number(treatment.painBefore) : phrases.painBefore;
    const auto painAfter = treatment.painAfter ? number(treatment.painAfter) : phrases.painAfter;
    std::vector<std::string> effects{
        withDuring(changeWords(kTenderness, before, after), phrases.tendernessDuring,
                   tr("tenderness {1}/10 in the position of ease"),
                   tr("{1}/10 in the position of ease")),
        withDuring(changeWords(kPain, painBefore, painAfter), phrases.painDuring,
                   tr("pain {1}/10 during treatment"), tr("{1}/10 during treatment"))};
    effects.insert(effects.end(), phrases.answered.begin(), phrases.answered.end());
    return {.treatment = &treatment,
            .dose = joined(phrases.dose, ", "),
            .effect = joined(effects, ", "),
            .note = asSentence(treatment.note)};
}

std::string TreatmentTeller::sentence(const std::vector<const Treatment*>& group,
                                      bool again) const {
    std::vector<Told> all;
    for (const auto* each : group) {
        all.push_back(told(*each, group.size() > 1));
    }
    const auto& first = all.front();
    const bool isSame =
        std::ranges::all_of(all, [&](const Told& each) { return each.effect == first.effect; });
    const auto where = isSame ? targets(group) : targetsWithEffects(all);
    auto text = technique(*first.treatment) + (where.empty() ? where : " " + where);
    if (again) {
        text += tr(" again");
    }
    if (!first.dose.empty()) {
        text += ", " + first.dose;
    }
    if (isSame && !first.effect.empty()) {
        text += ": " + first.effect;
        text += group.size() == 1 ? "" : group.size() == 2 ? tr(" at both") : tr(" at each");
    }
    return paragraph({asSentence(text), first.note});
}

std::string TreatmentTeller::technique(const Treatment& treatment) const {
    return name(treatment) + leadOf(treatment);
}

std::string TreatmentTeller::name(const Treatment& treatment) const {
    const auto* known = reference_.techniques().find(treatment.technique);
    if (known != nullptr && known->group == "referral") {
        return tr("referral for trigger point injection");
    }
    auto label = uncapitalised(techniqueLabel(reference_, treatment.technique));
    const auto bracket = label.find(" (");
    if (bracket != std::string::npos && label.find(',', bracket) != std::string::npos) {
        label.erase(bracket); // "(high velocity, low amplitude)" goes without saying
    }
    return label;
}

const Finding* TreatmentTeller::findingOf(const Treatment& treatment) const {
    const auto* point = std::get_if<TriggerPointId>(&treatment.target);
    return point != nullptr ? findingAt(session_, *point) : nullptr;
}

std::optional<double> TreatmentTeller::tendernessBefore(const Treatment& treatment) const {
    const auto* finding = findingOf(treatment);
    if (finding == nullptr) {
        return std::nullopt;
    }
    auto tender = number(finding->tenderness);
    for (const auto& earlier : treatmentsAt(session_, finding->point.id)) {
        if (earlier.id == treatment.id) {
            break;
        }
        tender = earlier.tendernessAfter ? number(earlier.tendernessAfter) : tender;
    }
    return tender;
}

std::string TreatmentTeller::group(const Treatment& treatment) const {
    const auto* known = reference_.techniques().find(treatment.technique);
    return known != nullptr ? known->group : std::string{};
}

std::string TreatmentTeller::leadOf(const Treatment& treatment) const {
    const auto kind = group(treatment);
    const auto& key = treatment.technique.text();
    if (kind == "active") {
        return tr(" for");
    }
    if (kind == "physical_agent" || key == "instrument_adjusting" || key == "percussion") {
        return tr(" to");
    }
    return key == "cupping" ? tr(" over") : tr(" of");
}

bool TreatmentTeller::isOneOfSeveral(const Finding& finding) const {
    return std::ranges::count_if(session_.findings, [&](const Finding& other) {
               return other.muscle == finding.muscle && other.side == finding.side;
           }) > 1;
}

std::string TreatmentTeller::target(const Treatment& treatment) const {
    if (const auto* muscle = std::get_if<MuscleTarget>(&treatment.target)) {
        return shown({tr("the {1}"), {proseMuscle(reference_, muscle->muscle, muscle->side)}});
    }
    if (const auto* region = std::get_if<RegionTarget>(&treatment.target)) {
        return shown({tr("the {1}"), {proseRegion(region->region, region->side)}});
    }
    if (const auto* joint = std::get_if<JointTarget>(&treatment.target)) {
        return proseJoint(reference_, joint->joint, joint->side);
    }
    const auto* finding = findingOf(treatment);
    if (finding == nullptr) {
        return tr("a point that is no longer charted");
    }
    const auto muscle = proseMuscle(reference_, finding->muscle, finding->side);
    if (isOneOfSeveral(*finding)) {
        return shown({tr("point {1} in the {2}"), {std::to_string(finding->point.number), muscle}});
    }
    return group(treatment) == "trigger_point"
               ? shown({tr("the {1}"), {muscle}})
               : shown({tr("the trigger point in the {1}"), {muscle}});
}

std::string TreatmentTeller::targets(const std::vector<const Treatment*>& group) const {
    if (group.size() > 1) {
        if (const auto places = musclesOf(group); places.size() == group.size()) {
            const auto muscles = proseMuscles(reference_, places);
            const bool atPoints = std::holds_alternative<TriggerPointId>(group.front()->target) &&
                                  this->group(*group.front()) != "trigger_point";
            return shown(
                {atPoints ? tr("the trigger points in the {1}") : tr("the {1}"), {muscles}});
        }
        if (const auto level = bothSidesOf(group)) {
            return *level;
        }
    }
    std::vector<std::string> names;
    for (const auto* each : group) {
        names.push_back(target(*each));
    }
    return listed(names);
}

std::vector<MusclePlace>
TreatmentTeller::musclesOf(const std::vector<const Treatment*>& group) const {
    std::vector<MusclePlace> places;
    for (const auto* each : group) {
        if (each->target.index() != group.front()->target.index()) {
            return {};
        }
        if (const auto* muscle = std::get_if<MuscleTarget>(&each->target)) {
            places.push_back({muscle->muscle, muscle->side});
        } else if (const auto* finding = findingOf(*each);
                   finding != nullptr && !isOneOfSeveral(*finding)) {
            places.push_back({finding->muscle, finding->side});
        }
    }
    return places;
}

std::optional<std::string>
TreatmentTeller::bothSidesOf(const std::vector<const Treatment*>& group) const {
    if (group.size() != 2) {
        return std::nullopt;
    }
    const auto onBoth = [](const std::string& words) {
        return shown({tr("{1} on both sides"), {words}});
    };
    const auto* joint = std::get_if<JointTarget>(&group[0]->target);
    const auto* otherJoint = std::get_if<JointTarget>(&group[1]->target);
    if (joint != nullptr && otherJoint != nullptr && joint->joint == otherJoint->joint) {
        return onBoth(proseJoint(reference_, joint->joint, Side::Middle));
    }
    const auto* region = std::get_if<RegionTarget>(&group[0]->target);
    const auto* otherRegion = std::get_if<RegionTarget>(&group[1]->target);
    if (region != nullptr && otherRegion != nullptr && region->region == otherRegion->region) {
        return onBoth(shown({tr("the {1}"), {proseRegion(region->region, Side::Middle)}}));
    }
    return std::nullopt;
}

std::string TreatmentTeller::targetsWithEffects(const std::vector<Told>& all) const {
    constexpr std::string_view kSaid = "tenderness ";
    constexpr std::string_view kFrom = "tenderness from ";
    std::vector<std::string> names;
    bool isSaid = false;
    for (const auto& each : all) {
        auto effect = each.effect;
        const bool isChange = effect.starts_with(kFrom);
        if (isSaid && isChange) {
            effect.erase(0, kSaid.size());
        }
        isSaid = isSaid || isChange;
        names.push_back(target(*each.treatment) + (effect.empty() ? effect : " (" + effect + ")"));
    }
    return listed(names);
}

} // namespace palpate::app
