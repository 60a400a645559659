// SPDX-License-Identifier: MIT
// A filter as words that must stand in an index row.
#include "storage/SearchKinds.h"
#include "storage/SearchTags.h"
#include "storage/SearchText.h"

#include <algorithm>
#include <iterator>

namespace palpate::storage {

namespace {

/// More words for one condition cost more than looking at the sessions.
constexpr std::size_t kMostWords = 200;

/// A muscle on a side, or on whichever.
[[nodiscard]] std::vector<std::string> placesOf(const std::vector<MuscleKey>& muscles,
                                                const std::optional<Side>& side) {
    std::vector<std::string> places;
    std::ranges::transform(muscles, std::back_inserter(places), [&](const MuscleKey& muscle) {
        return side ? placeWord(muscle, *side) : muscle.text();
    });
    return places;
}

/// The words for any of the values at any of the places.
[[nodiscard]] std::vector<std::string> words(char kind, const std::vector<std::string>& values,
                                             const std::vector<std::string>& places) {
    std::vector<std::string> tags;
    for (const auto& value : values) {
        for (const auto& place : places) {
            tags.push_back(tagWord(kind, valued(value, place)));
        }
    }
    return tags;
}

[[nodiscard]] std::vector<std::string> words(char kind, const std::vector<std::string>& places) {
    std::vector<std::string> tags;
    std::ranges::transform(places, std::back_inserter(tags),
                           [&](const std::string& place) { return tagWord(kind, place); });
    return tags;
}

constexpr int kMostScore = 10; ///< of pain and tenderness

[[nodiscard]] std::vector<std::string> numbersIn(const Range<int>& range) {
    std::vector<std::string> numbers;
    for (int number = 0; number <= kMostScore; ++number) {
        if (range.holds(number)) {
            numbers.push_back(std::to_string(number));
        }
    }
    return numbers;
}

/// The one number that says all of a range which only has a lower bound: a word of its own stands
/// for "at least".
[[nodiscard]] std::optional<std::string> leastOf(const Range<int>& range) {
    if (!range.least || range.most.value_or(kMostScore) < kMostScore) {
        return std::nullopt;
    }
    return std::to_string(std::max(*range.least, 0));
}

template <class Value>
[[nodiscard]] std::vector<std::string> namesOf(const std::vector<Value>& of) {
    std::vector<std::string> names;
    std::ranges::transform(of, std::back_inserter(names),
                           [](Value value) { return std::string{name(value)}; });
    return names;
}

/// Conditions of one thing: each narrows, and all together they are exact when one word says all.
class Conditions {
public:
    explicit Conditions(std::vector<std::string>& parts) : parts_{parts} {}
    /// False: too many words, nothing was added.
    [[nodiscard]] bool add(const std::vector<std::string>& tags) {
        if (tags.size() > kMostWords) {
            return false;
        }
        parts_.push_back(anyOf(tags));
        ++count_;
        return true;
    }
    [[nodiscard]] int count() const { return count_; }

private:
    std::vector<std::string>& parts_;
    int count_ = 0;
};

void narrowPlace(Conditions& conditions, const FindingFilter& filter, bool& isExact) {
    if (!filter.muscles.empty()) {
        std::vector<std::string> muscles;
        std::ranges::transform(filter.muscles, std::back_inserter(muscles),
                               [](const MuscleKey& muscle) { return muscle.text(); });
        isExact =
            conditions.add(filter.side ? words(kFoundPlace, placesOf(filter.muscles, filter.side))
                                       : words(kFoundMuscle, muscles)) &&
            isExact;
    } else if (filter.side) {
        isExact = conditions.add(words(kFoundSide, {sideWord(*filter.side)})) && isExact;
    }
}

[[nodiscard]] bool narrow(const FindingFilter& filter, std::vector<std::string>& parts) {
    struct Values {
        char atPlace;
        char atSide;
        std::vector<std::string> words;
    };
    std::vector<Values> asked;
    if (const auto least = leastOf(filter.tenderness)) {
        asked.push_back({kTenderAtLeast, kTenderAtLeast, {*least}});
    } else if (!filter.tenderness.isOpen()) {
        asked.push_back({kTenderPlace, kTenderSide, numbersIn(filter.tenderness)});
    }
    if (!filter.states.empty()) {
        asked.push_back({kStatePlace, kStateSide, namesOf(filter.states)});
    }
    if (!filter.changes.empty()) {
        asked.push_back({kChangePlace, kChangeSide, namesOf(filter.changes)});
    }
    Conditions conditions{parts};
    bool isExact = true;
    if (asked.empty()) {
        narrowPlace(conditions, filter, isExact);
        return isExact;
    }
    const auto places = placesOf(filter.muscles, filter.side);
    const std::vector<std::string> sides{filter.side ? sideWord(*filter.side) : kAnySide};
    for (const auto& [atPlace, atSide, values] : asked) {
        const bool isFine = places.empty() ? conditions.add(words(atSide, values, sides))
                                           : conditions.add(words(atPlace, values, places));
        if (!isFine) {
            static_cast<void>(conditions.add(words(atSide, values, sides)));
            narrowPlace(conditions, filter, isExact);
            isExact = false;
        }
    }
    return isExact && conditions.count() == 1;
}

[[nodiscard]] bool narrowTechnique(Conditions& conditions, const TreatmentFilter& filter) {
    std::vector<std::string> techniques;
    std::ranges::transform(filter.techniques, std::back_inserter(techniques),
                           [](const TechniqueKey& technique) { return technique.text(); });
    const auto places = placesOf(filter.muscles, filter.side);
    if (!techniques.empty() && !places.empty()) {
        if (conditions.add(words(kTechniquePlace, techniques, places))) {
            return true;
        }
        static_cast<void>(conditions.add(words(kTechnique, techniques)));
        static_cast<void>(conditions.add(words(kTreatedPlace, places)));
        return false;
    }
    if (!techniques.empty()) {
        return conditions.add(filter.side
                                  ? words(kTechniqueSide, techniques, {sideWord(*filter.side)})
                                  : words(kTechnique, techniques));
    }
    if (!places.empty()) {
        return conditions.add(words(kTreatedPlace, places));
    }
    return !filter.side || conditions.add(words(kTreatedSide, {sideWord(*filter.side)}));
}

/// As few words as say about that amount: parts of an octave, and all the octaves above by one.
[[nodiscard]] std::vector<std::string> amountWords(const std::string& of,
                                                   const Range<double>& amount) {
    std::vector<std::string> tags;
    const auto atLeast = [&](int octave) {
        tags.push_back(tagWord(kDoseAtLeast, doseWord(of, octave)));
    };
    const int octave = amount.least ? octaveOf(*amount.least) : kFirstOctave;
    const int first = amount.least ? partOf(*amount.least) : 0;
    const int next = (octave + 1) * kPartsOfOctave;
    const int last =
        amount.most ? partOf(std::max(*amount.most, amount.least.value_or(0))) : next - 1;
    if (first == octave * kPartsOfOctave && last >= next - 1) {
        atLeast(octave); // all of it
        return tags;
    }
    for (int part = first; part <= std::min(last, next - 1); ++part) {
        tags.push_back(tagWord(kDose, doseWord(of, part)));
    }
    if (!amount.most || last >= next) {
        atLeast(octave + 1);
    }
    return tags;
}

[[nodiscard]] bool narrow(const TreatmentFilter& filter, std::vector<std::string>& parts) {
    Conditions conditions{parts};
    bool isExact = narrowTechnique(conditions, filter);
    for (const auto& [field, amount] : filter.doses) {
        if (amount.isOpen()) {
            continue;
        }
        isExact = false; // the words are wider than the range
        std::vector<std::string> tags;
        for (const auto& technique : filter.techniques) {
            std::ranges::move(amountWords(valued(technique.text(), field.text()), amount),
                              std::back_inserter(tags));
        }
        if (filter.techniques.empty() || !conditions.add(tags)) {
            static_cast<void>(conditions.add(amountWords(field.text(), amount)));
        }
    }
    return isExact;
}

} // namespace

std::string muscleExpression(const MuscleKey& muscle, const std::optional<Side>& side) {
    auto tags = words(kTreatedPlace, placesOf({muscle}, side));
    tags.push_back(side ? tagWord(kFoundPlace, placeWord(muscle, *side))
                        : tagWord(kFoundMuscle, muscle.text()));
    return anyOf(tags);
}

std::string anyOf(const std::vector<std::string>& tags) {
    if (tags.empty()) {
        return ftsString(tagWord(kNever, ""));
    }
    std::string expression;
    for (const auto& tag : tags) {
        expression.append(expression.empty() ? "(" : " OR ").append(ftsString(tag));
    }
    return expression + ")";
}

Narrowing narrowingOf(const SessionFilter& filter) {
    Narrowing narrowing;
    const auto also = [&](char kind, std::string_view value) {
        narrowing.parts.push_back(anyOf({tagWord(kind, value)}));
    };
    if (filter.caseId) {
        also(kCase, filter.caseId->text());
    }
    if (filter.practitioner) {
        also(kPractitioner, filter.practitioner->text());
    }
    if (filter.caseStatus) {
        also(kStatus, name(*filter.caseStatus));
    }
    if (!filter.diagnosis.empty()) {
        also(kDiagnosis, diagnosisSpelling(filter.diagnosis));
    }
    if (!filter.homeCare.empty()) {
        std::vector<std::string> items;
        std::ranges::transform(filter.homeCare, std::back_inserter(items),
                               [](const HomeCareKey& item) { return item.text(); });
        narrowing.parts.push_back(anyOf(words(kHomeCare, items)));
    }
    if (filter.painted) {
        also(filter.paintedSide ? kPaintedOnSide : kPainted,
             (filter.paintedSide ? sideWord(*filter.paintedSide) : "") + filter.painted->text());
    }
    if (!filter.flags.empty() || filter.flagState) {
        std::vector<std::string> flags;
        std::ranges::transform(filter.flags, std::back_inserter(flags),
                               [](const RedFlagKey& flag) { return flag.text(); });
        if (flags.empty()) {
            flags.emplace_back(); // whichever
        }
        narrowing.parts.push_back(
            anyOf(words(filter.flagState == FlagState::Unsettled ? kUnsettled : kRaised, flags)));
    }
    if (!filter.painNow.isOpen()) {
        const auto least = leastOf(filter.painNow);
        narrowing.parts.push_back(anyOf(least ? words(kPainAtLeast, {*least})
                                              : words(kPainNow, numbersIn(filter.painNow))));
    }
    narrowing.findingIsExact = narrow(filter.finding, narrowing.parts);
    narrowing.treatmentIsExact = narrow(filter.treatment, narrowing.parts);
    return narrowing;
}

} // namespace palpate::storage
