// SPDX-License-Identifier: MIT
// What was found at the trigger points. Points of which the same is to be said share a sentence.
#include "app/SentenceWords.h"
#include "app/Sentences.h"
#include "app/Words.h"

#include <algorithm>
#include <array>

namespace palpate::app {

namespace {

/// What is said of one point, in pieces that tell which points can share a sentence.
struct PointWords {
    MusclePlace place;
    int number = 1;
    const char* one = ""; ///< "Active trigger point in the {1}"
    const char* many = "";
    std::string signs;
    std::string note;
    std::string tenderness = {};          ///< "6/10"
    std::string was = {};                 ///< ", was 7"
    std::vector<std::string> others = {}; ///< of the brackets, besides
    std::string settled = {};             ///< "unchanged since 18 Nov"
    bool isAsBefore = false;              ///< settled as still there, and the values say the same
};

struct Openings {
    const char* one;
    const char* many;
};

[[nodiscard]] Openings openJudged(State state, std::optional<Relation> relation) {
    const bool isActive = state == State::Active;
    if (!relation) {
        return isActive ? Openings{tr("Active trigger point in the {1}"),
                                   tr("Active trigger points in the {1}")}
                        : Openings{tr("Latent trigger point in the {1}"),
                                   tr("Latent trigger points in the {1}")};
    }
    switch (*relation) {
    case Relation::Primary:
        return isActive ? Openings{tr("Active primary trigger point in the {1}"),
                                   tr("Active primary trigger points in the {1}")}
                        : Openings{tr("Latent primary trigger point in the {1}"),
                                   tr("Latent primary trigger points in the {1}")};
    case Relation::Satellite:
        return isActive ? Openings{tr("Active satellite trigger point in the {1}"),
                                   tr("Active satellite trigger points in the {1}")}
                        : Openings{tr("Latent satellite trigger point in the {1}"),
                                   tr("Latent satellite trigger points in the {1}")};
    case Relation::Key:
        break;
    }
    return isActive ? Openings{tr("Active key trigger point in the {1}"),
                               tr("Active key trigger points in the {1}")}
                    : Openings{tr("Latent key trigger point in the {1}"),
                               tr("Latent key trigger points in the {1}")};
}

[[nodiscard]] Openings openUnjudged(std::optional<Relation> relation) {
    if (!relation) {
        return {tr("Point in the {1}, state not judged"),
                tr("Points in the {1}, their state not judged")};
    }
    switch (*relation) {
    case Relation::Primary:
        return {tr("Primary point in the {1}, state not judged"),
                tr("Primary points in the {1}, their state not judged")};
    case Relation::Satellite:
        return {tr("Satellite point in the {1}, state not judged"),
                tr("Satellite points in the {1}, their state not judged")};
    case Relation::Key:
        break;
    }
    return {tr("Key point in the {1}, state not judged"),
            tr("Key points in the {1}, their state not judged")};
}

[[nodiscard]] Openings openingOf(const Finding& finding) {
    if (!finding.state) {
        return openUnjudged(finding.relation);
    }
    if (*finding.state != State::Resolved) {
        return openJudged(*finding.state, finding.relation);
    }
    return finding.settled == Settled::Gone
               ? Openings{tr("Trigger point in the {1} no longer found"),
                          tr("Trigger points in the {1} no longer found")}
               : Openings{tr("Trigger point in the {1} resolved"),
                          tr("Trigger points in the {1} resolved")};
}

/// "taut band and referred pain; no jump sign; pain recognised by the patient"
[[nodiscard]] std::string signWords(const Signs& signs) {
    struct Named {
        Sign sign;
        const char* words;
    };
    const std::array named{
        Named{signs.tautBand, tr("taut band")}, Named{signs.tenderSpot, tr("tender spot")},
        Named{signs.referredPain, tr("referred pain")},
        Named{signs.twitch, tr("local twitch response")}, Named{signs.jump, tr("jump sign")}};
    std::vector<std::string> present;
    std::vector<std::string> absent;
    for (const auto& each : named) {
        if (each.sign != Sign::NotAssessed) {
            (each.sign == Sign::Present ? present : absent).emplace_back(each.words);
        }
    }
    std::vector<std::string> parts{listed(present)};
    if (!absent.empty()) {
        const auto last = absent.back();
        absent.pop_back();
        const auto before = joined(absent, ", ");
        parts.push_back(before.empty() ? shown({tr("no {1}"), {last}})
                                       : shown({tr("no {1} or {2}"), {before, last}}));
    }
    switch (signs.recognised) {
    case Recognition::Yes:
        parts.emplace_back(tr("pain recognised by the patient"));
        break;
    case Recognition::Partly:
        parts.emplace_back(tr("pain partly recognised by the patient"));
        break;
    case Recognition::No:
        parts.emplace_back(tr("pain not recognised by the patient"));
        break;
    case Recognition::NotAssessed:
        break;
    }
    return joined(parts, "; ");
}

[[nodiscard]] std::string scoreText(Tenderness score) {
    return std::to_string(score.value()) + "/10";
}

class PointTeller {
public:
    PointTeller(const Session& session, std::span<const Session> earlier, PressureUnit unit)
        : session_{session}, earlier_{earlier}, unit_{unit} {}

    [[nodiscard]] PointWords told(const Finding& finding) const {
        const auto openings = openingOf(finding);
        PointWords words{.place = {finding.muscle, finding.side},
                         .number = finding.point.number,
                         .one = openings.one,
                         .many = openings.many,
                         .signs = signWords(finding.signs),
                         .note = asSentence(finding.note)};
        const auto tender = lastOf(finding, &Finding::tenderness);
        const auto state = lastOf(finding, &Finding::state);
        addState(words, finding, state, tender);
        if (finding.tenderness) {
            words.tenderness = scoreText(*finding.tenderness);
            words.was = wasWords(*finding.tenderness, tender, finding.settled);
        }
        if (finding.threshold) {
            words.others.push_back(thresholdWords(finding));
        }
        words.isAsBefore = finding.settled == Settled::Still && !differs(finding, state, tender);
        words.settled = settledWords(finding, words.isAsBefore);
        return words;
    }

private:
    template <class Value> using Last = std::optional<std::pair<Value, const Session*>>;

    template <class Value>
    [[nodiscard]] Last<Value> lastOf(const Finding& finding,
                                     std::optional<Value> Finding::*field) const {
        return lastWith(earlier_, [&](const Session& before) {
            const auto* known = findingAt(before, finding.point.id);
            return known != nullptr ? known->*field : std::optional<Value>{};
        });
    }

    [[nodiscard]] std::string dated(const Session* when) const {
        return datedUnlessLast(*when, earlier_, session_);
    }

    void addState(PointWords& words, const Finding& finding, const Last<State>& before,
                  const Last<Tenderness>& tender) const {
        const bool known = std::ranges::any_of(earlier_, [&](const Session& each) {
            return findingAt(each, finding.point.id) != nullptr;
        });
        if (!known) {
            if (!earlier_.empty()) {
                words.others.emplace_back(tr("first charted today"));
            }
            return;
        }
        if (!finding.state || !before || before->first == *finding.state) {
            return;
        }
        if (before->first == State::Resolved) {
            words.others.push_back(shown(
                {tr("back after being resolved on {1}"), {dayOf(*before->second, session_)}}));
        } else if (finding.settled == Settled::Gone && !finding.tenderness && tender &&
                   tender->second == before->second) {
            words.others.push_back(shown({tr("{1} with tenderness {2} on {3}"),
                                          {stateWord(before->first), scoreText(tender->first),
                                           dayOf(*before->second, session_)}}));
        } else {
            words.others.push_back(
                shown({tr("was {1}{2}"), {stateWord(before->first), dated(before->second)}}));
        }
    }

    [[nodiscard]] std::string wasWords(Tenderness now, const Last<Tenderness>& before,
                                       std::optional<Settled> settled) const {
        if (!before) {
            return {};
        }
        if (before->first != now) {
            return shown({tr(", was {1}{2}"),
                          {std::to_string(before->first.value()), dated(before->second)}});
        }
        // The practitioner's own word says it where there is one.
        return settled ? std::string{} : shown({tr(", unchanged"), {}});
    }

    [[nodiscard]] std::string thresholdWords(const Finding& finding) const {
        const auto now = pressureText(*finding.threshold, unit_);
        const auto before = lastOf(finding, &Finding::threshold);
        if (!before) {
            return shown({tr("pressure pain threshold {1}"), {now}});
        }
        const auto was = pressureText(before->first, unit_);
        return was == now ? shown({tr("pressure pain threshold {1}, unchanged"), {now}})
                          : shown({tr("pressure pain threshold {1}, was {2}{3}"),
                                   {now, was, dated(before->second)}});
    }

    /// The day of the session with which the word compares.
    [[nodiscard]] const Session* comparedWith(const Finding& finding) const {
        const auto last = lastWith(earlier_, [&](const Session& before) {
            const auto* known = findingAt(before, finding.point.id);
            return known != nullptr && isAssessed(*known) ? std::optional{true} : std::nullopt;
        });
        return last ? last->second : nullptr;
    }

    [[nodiscard]] static bool differs(const Finding& finding, const Last<State>& state,
                                      const Last<Tenderness>& tender) {
        return (finding.tenderness && tender && tender->first != *finding.tenderness) ||
               (finding.state && state && state->first != *finding.state);
    }

    [[nodiscard]] std::string settledWords(const Finding& finding, bool isAsBefore) const {
        if (!finding.settled ||
            (*finding.settled == Settled::Gone && finding.state == State::Resolved)) {
            return {}; // the opening says it
        }
        const auto* last = comparedWith(finding);
        const auto since = last != nullptr ? dayOf(*last, session_) : std::string{};
        const bool isLast = last == nullptr || dated(last).empty();
        const char* words = nullptr;
        switch (*finding.settled) {
        case Settled::Still:
            return last == nullptr ? std::string{tr("unchanged")}
                   : isAsBefore    ? shown({tr("unchanged since {1}"), {since}})
                                   : shown({tr("otherwise unchanged since {1}"), {since}});
        case Settled::Better:
            words = isLast ? tr("better than last time") : tr("better than on {1}");
            break;
        case Settled::Worse:
            words = isLast ? tr("worse than last time") : tr("worse than on {1}");
            break;
        case Settled::Gone:
            words = tr("noted as no longer found");
            break;
        }
        const auto compared = shown({words, {since}});
        return finding.tenderness ? compared : shown({tr("{1}, tenderness not rated"), {compared}});
    }

    const Session& session_;
    std::span<const Session> earlier_;
    PressureUnit unit_;
};

/// What stands in brackets behind a muscle: "tenderness 6/10, was 7; better than last time".
/// `named`: whether "tenderness" is said; `settled`: whether the practitioner's word is.
[[nodiscard]] std::string inBrackets(const PointWords& words, bool named, bool each, bool settled) {
    std::string score;
    if (!words.tenderness.empty()) {
        score = (named ? tr("tenderness ") : "") + words.tenderness + (each ? tr(" each") : "") +
                words.was;
    }
    const auto word = settled ? words.settled : std::string{};
    const bool isClose = words.isAsBefore && !score.empty();
    std::vector<std::string> parts{isClose ? joined({score, word}, ", ") : score};
    parts.insert(parts.end(), words.others.begin(), words.others.end());
    if (!isClose) {
        parts.push_back(word);
    }
    return joined(parts, "; ");
}

[[nodiscard]] std::string bracketed(const std::string& words) {
    return words.empty() ? words : " (" + words + ")";
}

[[nodiscard]] bool goTogether(const PointWords& a, const PointWords& b) {
    return a.one == b.one && a.signs == b.signs && a.note.empty() && b.note.empty();
}

[[nodiscard]] std::string signTail(const std::string& signs, std::size_t count) {
    if (signs.empty()) {
        return {};
    }
    return count == 1   ? ": " + signs
           : count == 2 ? shown({tr(": at both, {1}"), {signs}})
                        : shown({tr(": at each of them, {1}"), {signs}});
}

[[nodiscard]] std::vector<MusclePlace> placesOf(const std::vector<const PointWords*>& group) {
    std::vector<MusclePlace> places;
    for (const auto* words : group) {
        places.push_back(words->place);
    }
    return places;
}

[[nodiscard]] bool areOfOneMuscle(const std::vector<MusclePlace>& places) {
    return std::ranges::all_of(places, [&](const auto& place) { return place == places.front(); });
}

[[nodiscard]] bool hasTwins(const std::vector<MusclePlace>& places) {
    return std::ranges::any_of(
        places, [&](const auto& place) { return std::ranges::count(places, place) > 1; });
}

/// "Two active trigger points in the right soleus": how many, where one name stands for several.
[[nodiscard]] std::string counted(const std::string& opening, std::size_t count) {
    constexpr std::array<const char*, 9> kNumbers{tr("Two"),   tr("Three"), tr("Four"),
                                                  tr("Five"),  tr("Six"),   tr("Seven"),
                                                  tr("Eight"), tr("Nine"),  tr("Ten")};
    const auto number =
        count - 2 < kNumbers.size() ? std::string{kNumbers.at(count - 2)} : std::to_string(count);
    return number + " " + uncapitalised(opening);
}

/// Each with its own brackets: "right piriformis (tenderness 2/10, was 4) and left soleus (3/10,
/// was 5)"; points of one muscle by their numbers.
[[nodiscard]] std::string oneByOne(const std::vector<const PointWords*>& group,
                                   const reference::Reference& reference, bool settled) {
    std::vector<std::string> items;
    std::vector<MusclePlace> said;
    bool named = false;
    const auto places = placesOf(group);
    for (const auto* words : group) {
        if (std::ranges::count(said, words->place) > 0) {
            continue;
        }
        said.push_back(words->place);
        const bool isOne = std::ranges::count(places, words->place) == 1;
        std::vector<std::string> brackets;
        for (const auto* other : group) {
            if (other->place == words->place) {
                const auto text = inBrackets(*other, !named, false, settled);
                named = named || !other->tenderness.empty();
                brackets.push_back(
                    isOne
                        ? text
                        : joined({shown({tr("point {1}"), {std::to_string(other->number)}}), text},
                                 " "));
            }
        }
        items.push_back(proseMuscle(reference, words->place.muscle, words->place.side) +
                        bracketed(joined(brackets, "; ")));
    }
    return listed(items);
}

[[nodiscard]] std::string groupSentence(const std::vector<const PointWords*>& group,
                                        const reference::Reference& reference) {
    const auto& first = *group.front();
    const auto places = placesOf(group);
    if (group.size() == 1) {
        return shown({first.one, {proseMuscles(reference, places)}}) +
               bracketed(inBrackets(first, true, false, true)) + signTail(first.signs, 1) + ".";
    }
    const auto same = std::ranges::all_of(group, [&](const PointWords* words) {
        return inBrackets(*words, true, true, true) == inBrackets(first, true, true, true);
    });
    if (same && (areOfOneMuscle(places) || !hasTwins(places))) {
        const auto opening = shown(
            {first.many,
             {areOfOneMuscle(places) ? proseMuscle(reference, first.place.muscle, first.place.side)
                                     : proseMuscles(reference, places)}});
        return (areOfOneMuscle(places) ? counted(opening, group.size()) : opening) +
               bracketed(inBrackets(first, true, true, true)) +
               signTail(first.signs, group.size()) + ".";
    }
    const bool sameWord =
        !first.settled.empty() && std::ranges::all_of(group, [&](const PointWords* words) {
            return words->settled == first.settled;
        });
    auto sentence = shown({first.many, {oneByOne(group, reference, !sameWord)}});
    if (sameWord) {
        sentence += group.size() == 2 ? shown({tr(", both {1}"), {first.settled}})
                                      : shown({tr(", all {1}"), {first.settled}});
    }
    return sentence + signTail(first.signs, group.size()) + ".";
}

} // namespace

std::vector<std::string> pointSentences(const Session& session, std::span<const Session> earlier,
                                        const reference::Reference& reference, PressureUnit unit) {
    const PointTeller teller{session, earlier, unit};
    std::vector<PointWords> points;
    for (const auto& finding : session.findings) {
        if (isAssessed(finding)) {
            points.push_back(teller.told(finding));
        }
    }
    std::vector<std::string> sentences;
    std::vector<bool> said(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        std::vector<const PointWords*> group;
        for (std::size_t j = i; j < points.size(); ++j) {
            if (!said[j] && (j == i || goTogether(points[i], points[j]))) {
                group.push_back(&points[j]);
                said[j] = true;
            }
        }
        if (!group.empty()) {
            sentences.push_back(groupSentence(group, reference));
            sentences.push_back(points[i].note);
        }
    }
    return sentences;
}

} // namespace palpate::app
