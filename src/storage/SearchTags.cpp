// SPDX-License-Identifier: MIT
#include "storage/SearchTags.h"

#include "domain/Session.h"
#include "storage/SearchText.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace palpate::storage {

namespace {

// The families of words, by their second character.
constexpr char kCase = 'e';
constexpr char kPractitioner = 'c';
constexpr char kPatient = 'p';
constexpr char kStatus = '1';
constexpr char kDiagnosis = '2';
constexpr char kHomeCare = '3';
constexpr char kPainNow = 'r';
constexpr char kPainted = '4';
constexpr char kPaintedOnSide = '5';
// Of a finding.
constexpr char kFoundMuscle = 'f';
constexpr char kFoundPlace = 'g'; // side and muscle
constexpr char kFoundSide = 'q';
constexpr char kTenderPlace = 'h';
constexpr char kTenderSide = 'j';
constexpr char kStatePlace = 'i';
constexpr char kStateSide = 'k';
constexpr char kChangePlace = 'o';
constexpr char kChangeSide = 'l';
// Of a treatment.
constexpr char kTechnique = 't';
constexpr char kTechniqueSide = 'u';
constexpr char kTreatedPlace = 'v';
constexpr char kTreatedSide = 'y';
constexpr char kTechniquePlace = 'w';
constexpr char kDose = 'd';
/// In no session.
constexpr char kNever = '0';

constexpr std::array kSides{Side::Left, Side::Right, Side::Middle};
/// More words for one condition cost more than looking at the sessions.
constexpr std::size_t kMostWords = 200;
constexpr std::size_t kLongestDiagnosis = 40;

[[nodiscard]] std::string sideWord(Side side) {
    return std::string{name(side)};
}
[[nodiscard]] std::string placeWord(const MuscleKey& muscle, Side side) {
    return sideWord(side) + muscle.text();
}
/// A value before a side or a place. '/' is in neither.
[[nodiscard]] std::string valued(std::string_view value, const std::string& place) {
    return std::string{value} + "/" + place;
}

/// A dose's number by its size, so coarse that a range is some words: the power of two below it.
constexpr int kLeastSize = -10;
constexpr int kMostSize = 30;
[[nodiscard]] int sizeOf(double amount) {
    if (!(amount > 0)) {
        return kLeastSize - 1; // nothing, and less
    }
    return std::clamp(std::ilogb(amount), kLeastSize, kMostSize);
}
[[nodiscard]] std::string doseTag(const LogFieldKey& field, int size) {
    return tagWord(kDose, field.text() + "/" + std::to_string(size - kLeastSize + 1));
}

class Tags {
public:
    void add(char kind, std::string_view value) { tags_.insert(tagWord(kind, value)); }
    void finding(const Finding& one) {
        const auto side = sideWord(one.side);
        const auto place = placeWord(one.muscle, one.side);
        add(kFoundMuscle, one.muscle.text());
        add(kFoundPlace, place);
        add(kFoundSide, side);
        const auto value = [&](char atPlace, char atSide, std::string_view word) {
            add(atPlace, valued(word, place));
            add(atSide, valued(word, side));
        };
        if (one.tenderness) {
            value(kTenderPlace, kTenderSide, std::to_string(one.tenderness->value()));
        }
        if (one.state) {
            value(kStatePlace, kStateSide, name(*one.state));
        }
        if (one.settled) {
            value(kChangePlace, kChangeSide, name(*one.settled));
        }
    }
    void treatment(const Treatment& one, const std::optional<MuscleKey>& muscle, Side side) {
        add(kTechnique, one.technique.text());
        add(kTechniqueSide, valued(one.technique.text(), sideWord(side)));
        add(kTreatedSide, sideWord(side));
        if (muscle) {
            add(kTreatedPlace, placeWord(*muscle, side));
            add(kTechniquePlace, valued(one.technique.text(), placeWord(*muscle, side)));
        }
        for (const auto& dose : one.dose) {
            if (const auto* number = std::get_if<double>(&dose.value)) {
                tags_.insert(doseTag(dose.field, sizeOf(*number)));
            }
        }
    }
    void diagnosis(const std::string& code) {
        const auto spelling = diagnosisSpelling(code);
        for (std::size_t length = 1; length <= spelling.size(); ++length) {
            add(kDiagnosis, spelling.substr(0, length));
        }
    }
    [[nodiscard]] std::set<std::string> result() { return std::move(tags_); }

private:
    std::set<std::string> tags_;
};

void addTreatment(Tags& tags, const Session& session, const Treatment& one) {
    if (const auto* point = std::get_if<TriggerPointId>(&one.target)) {
        if (const auto* finding = findingAt(session, *point)) {
            tags.treatment(one, finding->muscle, finding->side);
        }
    } else if (const auto* muscle = std::get_if<MuscleTarget>(&one.target)) {
        tags.treatment(one, muscle->muscle, muscle->side);
    } else if (const auto* region = std::get_if<RegionTarget>(&one.target)) {
        tags.treatment(one, std::nullopt, region->side);
    } else {
        tags.treatment(one, std::nullopt, std::get<JointTarget>(one.target).side);
    }
}

[[nodiscard]] std::vector<Side> sidesOf(const std::optional<Side>& side) {
    return side ? std::vector{*side} : std::vector<Side>(kSides.begin(), kSides.end());
}

[[nodiscard]] std::vector<std::string> placesOf(const std::vector<MuscleKey>& muscles,
                                                const std::optional<Side>& side) {
    std::vector<std::string> places;
    for (const auto& muscle : muscles) {
        for (const auto each : sidesOf(side)) {
            places.push_back(placeWord(muscle, each));
        }
    }
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

[[nodiscard]] std::vector<std::string> numbersIn(const Range<int>& range) {
    std::vector<std::string> numbers;
    for (int number = 0; number <= 10; ++number) {
        if (range.holds(number)) {
            numbers.push_back(std::to_string(number));
        }
    }
    return numbers;
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
    if (!filter.tenderness.isOpen()) {
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
    std::vector<std::string> sides;
    std::ranges::transform(sidesOf(filter.side), std::back_inserter(sides), sideWord);
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

[[nodiscard]] bool narrow(const TreatmentFilter& filter, std::vector<std::string>& parts) {
    Conditions conditions{parts};
    bool isExact = narrowTechnique(conditions, filter);
    for (const auto& [field, amount] : filter.doses) {
        if (amount.isOpen()) {
            continue;
        }
        std::vector<std::string> sizes;
        const int last = amount.most ? sizeOf(*amount.most) : kMostSize;
        for (int size = amount.least ? sizeOf(*amount.least) : kLeastSize - 1; size <= last;
             ++size) {
            sizes.push_back(doseTag(field, size));
        }
        static_cast<void>(conditions.add(sizes));
        isExact = false; // the sizes are wider than the range
    }
    return isExact;
}

} // namespace

std::string diagnosisSpelling(std::string_view code) {
    std::string spelling;
    for (const char c : code) {
        const bool isSmall = c >= 'a' && c <= 'z';
        if (isSmall || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
            spelling += isSmall ? static_cast<char>(c - 'a' + 'A') : c;
        }
    }
    return spelling.substr(0, kLongestDiagnosis);
}

std::string patientTag(std::int64_t patientNo) {
    return tagWord(kPatient, std::to_string(patientNo));
}
std::string practitionerTag(const PractitionerId& practitioner) {
    return tagWord(kPractitioner, practitioner.text());
}
std::string techniqueTag(const TechniqueKey& technique) {
    return tagWord(kTechnique, technique.text());
}
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

std::set<std::string> tagsOf(const Session& session, const SessionSetting& setting,
                             const PaintedRegions& painted) {
    Tags tags;
    tags.add(kPatient, std::to_string(setting.patientNo));
    if (setting.goesOnNo != 0) {
        tags.add(kPatient, std::to_string(setting.goesOnNo));
    }
    tags.add(kCase, session.caseId.text());
    tags.add(kPractitioner, session.practitioner.text());
    tags.add(kStatus, name(setting.status));
    for (const auto& code : setting.diagnoses) {
        tags.diagnosis(code);
    }
    if (session.painNow) {
        tags.add(kPainNow, std::to_string(session.painNow->value()));
    }
    for (const auto& finding : session.findings) {
        tags.finding(finding);
    }
    for (const auto& treatment : session.treatments) {
        addTreatment(tags, session, treatment);
    }
    for (const auto& item : session.homeCare) {
        tags.add(kHomeCare, item.item.text());
    }
    for (const auto& area : session.painAreas) {
        for (const auto& [region, side] : painted ? painted(area) : std::vector<PaintedRegion>{}) {
            tags.add(kPainted, region.text());
            tags.add(kPaintedOnSide, sideWord(side) + region.text());
        }
    }
    return tags.result();
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
    if (!filter.painNow.isOpen()) {
        narrowing.parts.push_back(anyOf(words(kPainNow, numbersIn(filter.painNow))));
    }
    narrowing.findingIsExact = narrow(filter.finding, narrowing.parts);
    narrowing.treatmentIsExact = narrow(filter.treatment, narrowing.parts);
    return narrowing;
}

} // namespace palpate::storage
