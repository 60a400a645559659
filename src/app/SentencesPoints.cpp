// SPDX-License-Identifier: MIT
// What was found at the trigger points. Points of which the same is to be said share a sentence.
#include "app/PointWords.h"
#include "app/Words.h"

#include <algorithm>
#include <array>

namespace palpate::app {

namespace {

/// What stands in brackets behind a muscle: "was active; tenderness 6/10, was 7". `named`: whether
/// "tenderness" is said; `settled`: whether the practitioner's word is.
[[nodiscard]] std::string inBrackets(const PointWords& words, bool named, bool each, bool settled,
                                     std::string_view between = "; ") {
    std::string score;
    if (!words.tenderness.empty()) {
        score = (named ? tr("tenderness ") : "") + words.tenderness + (each ? tr(" each") : "") +
                words.was;
    }
    const auto word = settled ? words.settled : std::string{};
    const bool isClose = words.isAsBefore && !score.empty();
    std::vector<std::string> parts{words.change, isClose ? joined({score, word}, ", ") : score};
    parts.insert(parts.end(), words.others.begin(), words.others.end());
    if (!isClose) {
        parts.push_back(word);
    }
    return joined(parts, between);
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
/// was 5)"; points of one muscle by their numbers: "right soleus (point 1: tenderness 2/10; point
/// 3: 4/10)".
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
            if (other->place != words->place) {
                continue;
            }
            const auto text = inBrackets(*other, !named, false, settled, isOne ? "; " : ", ");
            named = named || !other->tenderness.empty();
            const auto point = shown({tr("point {1}"), {std::to_string(other->number)}});
            brackets.push_back(isOne ? text : joined({point, text}, ": "));
        }
        items.push_back(proseMuscle(reference, words->place.muscle, words->place.side) +
                        bracketed(joined(brackets, "; ")));
    }
    return listed(items);
}

/// "right soleus: point 1 (tenderness 2/10, was 4) and point 3 (4/10)", all in one muscle.
[[nodiscard]] std::string byNumber(const std::vector<const PointWords*>& group,
                                   const reference::Reference& reference, bool settled) {
    std::vector<std::string> items;
    bool named = false;
    for (const auto* words : group) {
        items.push_back(shown({tr("point {1}"), {std::to_string(words->number)}}) +
                        bracketed(inBrackets(*words, !named, false, settled)));
        named = named || !words->tenderness.empty();
    }
    const auto& place = group.front()->place;
    return proseMuscle(reference, place.muscle, place.side) + ": " + listed(items);
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
    // A tail of the opening ("their state not judged") would stand behind the list of numbers.
    const bool byNumbers = areOfOneMuscle(places) && std::string_view{first.many}.ends_with("{1}");
    auto sentence = shown({first.many,
                           {byNumbers ? byNumber(group, reference, !sameWord)
                                      : oneByOne(group, reference, !sameWord)}});
    if (sameWord) {
        sentence += group.size() == 2 ? shown({tr(", both {1}"), {first.settled}})
                                      : shown({tr(", all {1}"), {first.settled}});
    }
    return sentence + signTail(first.signs, group.size()) + ".";
}

} // namespace

std::vector<std::string> pointSentences(const Session& session, std::span<const Session> earlier,
                                        const reference::Reference& reference, PressureUnit unit) {
    std::vector<PointWords> points;
    for (const auto& finding : session.findings) {
        if (isAssessed(finding)) {
            points.push_back(pointWords(finding, session, earlier, unit));
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
