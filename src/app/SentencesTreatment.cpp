// SPDX-License-Identifier: MIT
// What was done. Treatments with the same technique and dose share a sentence.
#include "app/SentenceWords.h"
#include "app/Sentences.h"
#include "app/Words.h"
#include "reference/Reference.h"

#include <algorithm>

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

/// What is said of one treatment, in pieces that tell which can share a sentence.
struct Told {
    const Treatment* treatment = nullptr;
    std::string dose;
    std::string effect;
    std::string note;
};

class TreatmentTeller {
public:
    TreatmentTeller(const Session& session, const reference::Reference& reference,
                    PressureUnit unit)
        : session_{session}, reference_{reference}, unit_{unit} {}

    [[nodiscard]] Told told(const Treatment& treatment, bool each) const {
        const auto phrases = dosePhrases(treatment, reference_, unit_, each);
        const auto after =
            treatment.tendernessAfter ? number(treatment.tendernessAfter) : phrases.tendernessAfter;
        // What the point was like is said in the Objective; here only as the start of a change.
        const auto before = after && phrases.tendernessBefore == std::nullopt
                                ? tendernessBefore(treatment)
                                : phrases.tendernessBefore;
        const auto painBefore =
            treatment.painBefore ? number(treatment.painBefore) : phrases.painBefore;
        const auto painAfter =
            treatment.painAfter ? number(treatment.painAfter) : phrases.painAfter;
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

    /// One sentence for treatments of the same technique and dose at different places.
    [[nodiscard]] std::string sentence(const std::vector<const Treatment*>& group,
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

    /// The technique as a sentence names it, with the word that leads to its target.
    [[nodiscard]] std::string technique(const Treatment& treatment) const {
        return name(treatment) + leadOf(treatment);
    }

    [[nodiscard]] std::string name(const Treatment& treatment) const {
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

private:
    [[nodiscard]] const Finding* findingOf(const Treatment& treatment) const {
        const auto* point = std::get_if<TriggerPointId>(&treatment.target);
        return point != nullptr ? findingAt(session_, *point) : nullptr;
    }

    /// What the point was like when this treatment began: as it was found, or as an earlier
    /// treatment of the session left it.
    [[nodiscard]] std::optional<double> tendernessBefore(const Treatment& treatment) const {
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

    [[nodiscard]] std::string group(const Treatment& treatment) const {
        const auto* known = reference_.techniques().find(treatment.technique);
        return known != nullptr ? known->group : std::string{};
    }

    [[nodiscard]] std::string leadOf(const Treatment& treatment) const {
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

    /// Whether the session has several points of that muscle, so that its name tells them not
    /// apart.
    [[nodiscard]] bool isOneOfSeveral(const Finding& finding) const {
        return std::ranges::count_if(session_.findings, [&](const Finding& other) {
                   return other.muscle == finding.muscle && other.side == finding.side;
               }) > 1;
    }

    /// "the right soleus", "point 2 in the right soleus", "C5 on the left".
    [[nodiscard]] std::string target(const Treatment& treatment) const {
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
            return shown(
                {tr("point {1} in the {2}"), {std::to_string(finding->point.number), muscle}});
        }
        return group(treatment) == "trigger_point"
                   ? shown({tr("the {1}"), {muscle}})
                   : shown({tr("the trigger point in the {1}"), {muscle}});
    }

    /// Muscles share "the" and their side, as do the two sides of one level.
    [[nodiscard]] std::string targets(const std::vector<const Treatment*>& group) const {
        if (group.size() > 1) {
            if (const auto places = musclesOf(group); places.size() == group.size()) {
                const auto muscles = proseMuscles(reference_, places);
                const bool atPoints =
                    std::holds_alternative<TriggerPointId>(group.front()->target) &&
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

    /// Those muscles, when all targets are muscles or all are points whose muscle names them.
    [[nodiscard]] std::vector<MusclePlace>
    musclesOf(const std::vector<const Treatment*>& group) const {
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

    [[nodiscard]] std::optional<std::string>
    bothSidesOf(const std::vector<const Treatment*>& group) const {
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

    /// "the right soleus (tenderness from 6/10 to 3/10) and the left piriformis (from 4/10 ...)".
    [[nodiscard]] std::string targetsWithEffects(const std::vector<Told>& all) const {
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
            names.push_back(target(*each.treatment) +
                            (effect.empty() ? effect : " (" + effect + ")"));
        }
        return listed(names);
    }

    const Session& session_;
    const reference::Reference& reference_;
    PressureUnit unit_;
};

/// Why one went on, once for each alert and reason with the techniques it was for.
[[nodiscard]] std::vector<std::string> wentOnSentences(const Session& session,
                                                       const reference::Reference& reference,
                                                       const TreatmentTeller& teller) {
    struct Reason {
        WentOn wentOn;
        std::vector<std::string> techniques;
    };
    std::vector<Reason> reasons;
    for (const auto& treatment : session.treatments) {
        for (const auto& wentOn : treatment.wentOn) {
            auto same = std::ranges::find(reasons, wentOn, &Reason::wentOn);
            if (same == reasons.end()) {
                reasons.push_back({wentOn, {}});
                same = std::prev(reasons.end());
            }
            if (const auto name = teller.name(treatment);
                std::ranges::count(same->techniques, name) == 0) {
                same->techniques.push_back(name);
            }
        }
    }
    std::vector<std::string> sentences;
    for (const auto& reason : reasons) {
        const auto* alert = reference.alerts().find(reason.wentOn.alert);
        const auto label =
            alert != nullptr ? uncapitalised(alert->label) : reason.wentOn.alert.text();
        sentences.push_back(asSentence(
            shown({tr("{1} in spite of the alert “{2}”: {3}"),
                   {capitalised(listed(reason.techniques)), label, reason.wentOn.reason}})));
    }
    return sentences;
}

[[nodiscard]] std::string consentSentence(const Session& session) {
    if (!session.consent) {
        return {};
    }
    return *session.consent == TodayConsent::Given ? tr("Consent to treatment given.")
                                                   : tr("The patient declined treatment.");
}

[[nodiscard]] std::string painSentence(const Session& session) {
    if (!session.painAfter) {
        return {};
    }
    const auto after = std::to_string(session.painAfter->value());
    if (session.treatments.empty()) {
        return shown({tr("Pain at the end of the session {1}/10."), {after}});
    }
    if (!session.painNow) {
        return shown({tr("Overall pain {1}/10 after treatment."), {after}});
    }
    return session.painNow == session.painAfter
               ? shown({tr("Overall pain {1}/10 before and after treatment."), {after}})
               : shown({tr("Overall pain {1}/10 after treatment, {2}/10 before."),
                        {after, std::to_string(session.painNow->value())}});
}

[[nodiscard]] std::string reactionSentence(const Session& session) {
    if (!session.reaction) {
        return {};
    }
    const auto& [grade, what] = *session.reaction;
    if (grade == ReactionGrade::None) {
        return paragraph({tr("Unwanted effects: none reported."), asSentence(what)});
    }
    const auto* words = grade == ReactionGrade::Mild       ? tr("Mild unwanted effect")
                        : grade == ReactionGrade::Moderate ? tr("Moderate unwanted effect")
                                                           : tr("Severe unwanted effect");
    return asSentence(joined({words, what}, ": "));
}

} // namespace

std::string composedTreatment(const Session& session, const reference::Reference& reference,
                              PressureUnit unit) {
    const TreatmentTeller teller{session, reference, unit};
    std::vector<std::string> sentences{consentSentence(session)};
    const auto& all = session.treatments;
    std::vector<bool> said(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (said[i]) {
            continue;
        }
        const auto own = teller.told(all[i], false);
        const bool again = std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i),
                                       [&](const Treatment& before) {
                                           return before.technique == all[i].technique &&
                                                  before.target == all[i].target;
                                       });
        std::vector<const Treatment*> group{&all[i]};
        for (auto j = i + 1; j < all.size() && own.note.empty() && !again; ++j) {
            const bool fits = !said[j] && all[j].technique == all[i].technique &&
                              all[j].note.empty() && teller.told(all[j], false).dose == own.dose &&
                              std::ranges::none_of(group, [&](const Treatment* each) {
                                  return each->target == all[j].target;
                              });
            if (fits) {
                group.push_back(&all[j]);
                said[j] = true;
            }
        }
        sentences.push_back(teller.sentence(group, again));
    }
    std::ranges::move(wentOnSentences(session, reference, teller), std::back_inserter(sentences));
    sentences.push_back(painSentence(session));
    sentences.push_back(reactionSentence(session));
    return paragraph(sentences);
}

} // namespace palpate::app
