// SPDX-License-Identifier: MIT
// What a line may become, and the words for what was measured.
#include "app/DoseNumbers.h"
#include "app/JointPlaces.h"
#include "app/MotionReader.h"
#include "app/SentenceWords.h"
#include "app/Words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace palpate::app {

namespace {

/// Behind a number: "°" follows at once, "cm" after a space.
[[nodiscard]] std::string withUnit(const std::string& number, const std::string& unit) {
    if (unit == "degrees" || unit == "°") {
        return number + "°";
    }
    return unit.empty() ? number : number + " " + unit;
}

/// Tests that are called after a person keep the capital.
[[nodiscard]] std::string sidedName(const std::string& label, Side side, bool isMotion) {
    if (side == Side::Middle) {
        return label;
    }
    return std::string{name(side)} + " " + (isMotion ? uncapitalised(label) : label);
}

struct SiteWords {
    const reference::Reference& reference;
    [[nodiscard]] std::string operator()(const MuscleKey& muscle) const {
        return uncapitalised(reference.muscleNames().shortLabel(muscle));
    }
    [[nodiscard]] std::string operator()(const RegionKey& region) const {
        return regionWord(region);
    }
    [[nodiscard]] std::string operator()(const JointKey& joint) const {
        return jointText({joint, Side::Middle}, reference);
    }
};

[[nodiscard]] std::vector<Side> sidesOf(bool sided, std::optional<Side> said) {
    if (!sided) {
        return {Side::Middle};
    }
    return said ? std::vector{*said} : std::vector{Side::Right, Side::Left};
}

[[nodiscard]] std::string sideWord(Side side) {
    if (side == Side::Middle) {
        return {};
    }
    return side == Side::Left ? " l" : " r";
}

} // namespace

std::string MotionReader::ownName(const reference::KnownMotion& motion) const {
    auto names = motion.alsoCalled;
    names.insert(names.begin(), motion.label);
    names.push_back(motion.key.text());
    for (const auto& each : names) {
        if (reference_.motions().lookUp(each).size() == 1 &&
            reference_.tests().lookUp(each).empty()) {
            return folded(each);
        }
    }
    return folded(motion.label);
}

std::string MotionReader::ownName(const reference::KnownTest& test) const {
    auto names = test.alsoCalled;
    names.insert(names.begin(), test.name);
    names.push_back(test.key.text());
    for (const auto& each : names) {
        if (reference_.tests().lookUp(each).size() == 1 &&
            reference_.motions().lookUp(each).empty()) {
            return folded(each);
        }
    }
    return folded(test.name);
}

std::string MotionReader::example(const reference::KnownMotion& motion) const {
    const auto value = numberShown(motion.high, motion.step);
    return ownName(motion) + (motion.sided ? sideWord(side.value_or(Side::Right)) : "") + " " +
           value;
}

/// The values of the line as they are typed.
std::string MotionReader::values() const {
    std::string text;
    if (active) {
        text += " " + numberShown(*active, std::nullopt) + unit;
    }
    if (passive) {
        text += " p " + numberShown(*passive, std::nullopt);
    }
    if (pain) {
        text += " pain " + std::to_string(pain->value());
    }
    return text;
}

std::vector<MotionChoice> MotionReader::choices(std::size_t limit) const {
    std::vector<MotionChoice> found;
    const auto add = [&](std::string label, std::string line) {
        if (found.size() < limit) {
            found.push_back({std::move(label), std::move(line)});
        }
    };
    for (const auto* motion : motions) {
        for (const auto each : sidesOf(motion->sided, side)) {
            add(palpate::shown({tr("{1} · usual {2}"),
                                {motionLabel({motion->key, each}, reference_),
                                 usualRangeText(motion->key, reference_)}}),
                ownName(*motion) + sideWord(each) + values());
        }
    }
    for (const auto* test : tests) {
        auto words = unknown;
        const auto sites = needsSite(*test) ? sitesIn(words) : std::vector<Site>{};
        const auto rest =
            joined(words) + (words.empty() || results.empty() ? "" : " ") + joined(results);
        const auto behind = values() + (rest.empty() ? "" : " " + rest);
        const auto line = [&](Side each, const std::string& place) {
            return ownName(*test) + sideWord(each) + (place.empty() ? "" : " " + place) + behind;
        };
        if (sites.empty()) {
            for (const auto each : sidesOf(test->sided, side)) {
                add(palpate::shown(
                        {tr("{1} · test"), {testLabel({test->key, {}, each, {}}, reference_)}}),
                    line(each, {}));
            }
        }
        for (const auto& site : sites) {
            for (const auto each : sidesOf(!site.inMiddle, side)) {
                add(palpate::shown({tr("{1} · test"),
                                    {testLabel({test->key, {}, each, site.where}, reference_)}}),
                    line(each, folded(site.name)));
            }
        }
    }
    return found;
}

std::string motionLabel(const MotionAt& at, const reference::Reference& reference) {
    const auto* motion = reference.motions().find(at.motion);
    return sidedName(motion != nullptr ? motion->label : at.motion.text(), at.side, true);
}

std::string testLabel(const TestAt& at, const reference::Reference& reference) {
    const auto* test = reference.tests().find(at.test);
    auto label = sidedName(test != nullptr ? test->name : at.test.text(), at.side, false);
    if (!at.part.empty()) {
        const auto* part = test != nullptr ? partOf(*test, at.part) : nullptr;
        const bool isRoot = at.part.find('_') == std::string::npos;
        label += ", " + (part == nullptr || isRoot ? at.part : part->label);
    }
    if (at.site) {
        label += ", " + std::visit(SiteWords{reference}, *at.site);
    }
    return label;
}

std::string motionValueText(const MotionKey& motion, double value,
                            const reference::Reference& reference) {
    const auto* known = reference.motions().find(motion);
    return withUnit(
        numberShown(value, known != nullptr ? std::optional{known->step} : std::nullopt),
        known != nullptr ? known->unit : std::string{});
}

std::string usualRangeText(const MotionKey& motion, const reference::Reference& reference) {
    const auto* known = reference.motions().find(motion);
    if (known == nullptr) {
        return {};
    }
    const auto low = numberShown(known->low, known->step);
    const auto high = numberShown(known->high, known->step);
    return withUnit(low == high ? low : low + "–" + high, known->unit);
}

std::string testResultText(const TestResult& result, const reference::Reference& reference,
                           PressureUnit pressure) {
    const auto* test = reference.tests().find(result.at.test);
    if (const auto* number = std::get_if<double>(&result.result)) {
        if (test != nullptr && test->scale) {
            const auto measured = shownUnit(*test->scale, pressure);
            return withUnit(numberShown(*number / measured.factor, measured.step), measured.text);
        }
        return numberShown(*number, std::nullopt);
    }
    auto text = std::get<std::string>(result.result);
    if (test != nullptr && !test->choiceUnit.empty()) {
        text = withUnit(text, test->choiceUnit);
    }
    if (result.also) {
        text += ", " + withUnit(numberShown(*result.also, std::nullopt),
                                test != nullptr && test->also ? test->also->unit : std::string{});
    }
    return text;
}

} // namespace palpate::app
