// SPDX-License-Identifier: MIT
// The words of a line as the result of a test: its part, its place, what it gave.
#include "app/MotionReader.h"
#include "app/Words.h"
#include "atlas/BodyMap.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

namespace palpate::app {

namespace {

constexpr std::size_t kLikeIt = 20; // names to look through

[[nodiscard]] std::string plainResult(const std::string& word) {
    if (word == "pos" || word == "+" || word == "+ve") {
        return "positive";
    }
    if (word == "neg" || word == "-" || word == "-ve") {
        return "negative";
    }
    return word;
}

/// Takes the part of the test out of the words: by its id, else by its label's words.
[[nodiscard]] std::string partIn(const reference::KnownTest& test, Words& words) {
    for (const auto& part : test.parts) {
        const auto found = std::ranges::find(words, folded(part.id));
        if (found != words.end()) {
            words.erase(found);
            return part.id;
        }
    }
    if (words.empty()) {
        return {};
    }
    std::vector<const reference::TestPart*> begun;
    for (const auto& part : test.parts) {
        if (eachBeginsOne(words, namedWords(part.label))) {
            begun.push_back(&part);
        }
    }
    if (begun.size() != 1) {
        return {};
    }
    words.clear();
    return begun.front()->id;
}

/// "moderate" of "2 moderate".
[[nodiscard]] std::string withoutGrade(const std::string& choice) {
    const bool isGraded = choice.size() > 2 && isDigit(choice[0]) && choice[1] == ' ';
    return folded(isGraded ? choice.substr(2) : choice);
}

/// The choice that words of the line name, whole or by its beginning, the most words first; these
/// are taken out.
[[nodiscard]] std::vector<std::string> choicesIn(const reference::KnownTest& test, Words& words) {
    for (std::size_t length = words.size(); length > 0; --length) {
        for (std::size_t from = 0; from + length <= words.size(); ++from) {
            const auto typed =
                length == 1 ? plainResult(words[from]) : joined(words, from, from + length);
            std::vector<std::string> found;
            for (const auto& choice : test.choices) {
                if (folded(choice) == typed) {
                    found = {choice};
                    break;
                }
                if (folded(choice).starts_with(typed) || withoutGrade(choice).starts_with(typed)) {
                    found.push_back(choice);
                }
            }
            if (!found.empty()) {
                const auto begin = words.begin() + static_cast<std::ptrdiff_t>(from);
                words.erase(begin, begin + static_cast<std::ptrdiff_t>(length));
                return found;
            }
        }
    }
    return {};
}

[[nodiscard]] std::string wholeText(double number) {
    constexpr double kMost = 1000;
    return number >= 0 && number <= kMost ? std::to_string(static_cast<int>(number))
                                          : std::string{"no whole number"};
}

/// "2" of "2 moderate", or a choice that is that number.
[[nodiscard]] std::optional<std::string> gradeOf(const reference::KnownTest& test, double number) {
    constexpr double kMost = 100;
    if (!(number >= 0 && number <= kMost) || number != std::floor(number)) {
        return std::nullopt;
    }
    const auto text = wholeText(number);
    for (const auto& choice : test.choices) {
        if (choice == text || choice.starts_with(text + " ") ||
            choice.starts_with("grade " + text)) {
            return choice;
        }
    }
    return std::nullopt;
}

/// As the tables write it.
[[nodiscard]] std::string_view unitText(PressureUnit pressure) {
    switch (pressure) {
    case PressureUnit::Kilopascals:
        return "kPa";
    case PressureUnit::KgfPerCm2:
        return "kg/cm2";
    case PressureUnit::NewtonsPerCm2:
        break;
    }
    return "N/cm2";
}

[[nodiscard]] std::string listOf(const std::vector<std::string>& items) {
    std::string list;
    for (const auto& item : items) {
        list += (list.empty() ? "" : ", ") + item;
    }
    return list;
}

} // namespace

std::vector<MotionReader::Site> MotionReader::sitesCalled(const std::string& name) const {
    std::vector<Site> sites;
    const auto& names = reference_.muscleNames();
    auto muscles = names.candidates(names.lookUp(name));
    if (muscles.empty()) { // "biceps brachii, long head", without its comma
        for (const auto& muscle : names.search(name, kLikeIt)) {
            const auto called = names.searchWords(muscle);
            if (std::ranges::any_of(called, [&](const std::string& one) {
                    return namedWords(one) == namedWords(name);
                })) {
                muscles.push_back(muscle);
            }
        }
    }
    for (const auto& muscle : muscles) {
        const auto* composite = map_.composite(muscle);
        for (const auto& part : composite != nullptr ? composite->parts : std::vector{muscle}) {
            const bool isMiddle = map_.muscle(part, Side::Middle) != nullptr;
            if (isMiddle || map_.muscle(part, Side::Right) != nullptr) {
                sites.push_back({part, isMiddle, names.shortLabel(part)});
            }
        }
    }
    for (const auto& joint : reference_.joints().lookUp(name)) {
        const auto* known = reference_.joints().find(joint);
        sites.push_back({joint, known->sides == reference::JointSides::Never, known->label});
    }
    if (sites.empty()) {
        for (const auto& region : map_.regions()) {
            const bool isNamed = folded(regionWord(region.key)) == name ||
                                 namedWords(region.key.text()) == namedWords(name);
            if (isNamed && region.side != Side::Left) {
                sites.push_back({region.key, region.side == Side::Middle, regionWord(region.key)});
            }
        }
    }
    return sites;
}

/// The longest place that the words name; its words are taken out.
std::vector<MotionReader::Site> MotionReader::sitesIn(Words& words) const {
    for (std::size_t length = words.size(); length > 0; --length) {
        for (std::size_t from = 0; from + length <= words.size(); ++from) {
            auto sites = sitesCalled(joined(words, from, from + length));
            if (!sites.empty()) {
                const auto begin = words.begin() + static_cast<std::ptrdiff_t>(from);
                words.erase(begin, begin + static_cast<std::ptrdiff_t>(length));
                return sites;
            }
        }
    }
    return {};
}

std::variant<double, Message> MotionReader::stored(double typed, const reference::KnownTest& test,
                                                   const reference::TestScale& scale) const {
    const auto wanted = unit.empty() ? unitText(pressure_) : std::string_view{unit};
    for (const auto& each : scale.display) {
        const bool isShort = unit == "kg" && each.unit.starts_with("kg");
        if (each.unit == wanted || isShort) {
            return typed * each.factor;
        }
    }
    if (unit.empty() || unit == scale.unit) {
        return typed;
    }
    return Message{tr("{1} is measured in {2}, not in {3}."), {test.name, scale.unit, unit}};
}

MotionReader::ReadResult MotionReader::resultOf(const reference::KnownTest& test) const {
    ReadResult read{.result = {.at = {.test = test.key}, .result = std::string{}}, .problem = {}};
    const auto refused = [&](Message why) {
        read.problem = std::move(why);
        return read;
    };
    auto words = unknown;
    std::erase(words, "grade");
    read.result.at.side = side.value_or(Side::Middle);
    bool sideNeeded = test.sided;
    if (needsSite(test)) {
        const auto sites = sitesIn(words);
        if (sites.empty()) {
            return refused({tr("{1} needs a place, a muscle or a joint, as in: {2}"),
                            {test.name, "tension r ql 2"}});
        }
        if (sites.size() > 1) {
            std::vector<std::string> names;
            for (const auto& site : sites) {
                names.push_back(site.name);
            }
            return refused({tr("Which place is meant: {1}?"), {listOf(names)}});
        }
        read.result.at.site = sites.front().where;
        const auto* joint = std::get_if<JointKey>(&sites.front().where);
        sideNeeded = !sites.front().inMiddle &&
                     (joint == nullptr ||
                      reference_.joints().find(*joint)->sides == reference::JointSides::Must);
        if (sites.front().inMiddle) {
            read.result.at.side = Side::Middle;
        }
    }
    if (sideNeeded && !side) {
        return refused({tr("Left or right: {1}?"), {test.name}});
    }
    words.insert(words.end(), results.begin(), results.end());
    const bool hasParts = !test.parts.empty();
    auto found = choicesIn(test, words);
    if (hasParts) {
        read.result.at.part = partIn(test, words);
    }
    if (!words.empty()) {
        return refused({tr("“{1}” is nothing that {2} can give; it gives: {3}."),
                        {joined(words), test.name,
                         test.choices.empty() ? test.scale->unit : listOf(test.choices)}});
    }
    if (passive || pain) {
        return refused(
            {tr("{1} is a test; pain and a passive value belong to a motion."), {test.name}});
    }
    if (found.size() > 1) {
        return refused({tr("{1}: which one is meant: {2}?"), {test.name, listOf(found)}});
    }
    auto number = active;
    if (found.size() == 1 && number && !test.also &&
        found.front().find(wholeText(*number)) != std::string::npos) {
        number.reset(); // the 22 of "under 22"
    }
    if (found.empty() && number && !test.choices.empty()) {
        if (auto grade = gradeOf(test, *number); grade && !test.scale) {
            found = {*std::move(grade)};
            number.reset();
        }
    }
    const auto& scale = found.empty() ? test.scale : test.also;
    if (number && scale) {
        auto value = stored(*number, test, *scale);
        if (auto* wrong = std::get_if<Message>(&value)) {
            return refused(std::move(*wrong));
        }
        number = std::get<double>(value);
    }
    if (!found.empty()) {
        read.result.result = found.front();
        read.result.also = number;
    } else if (number && test.scale) {
        read.result.result = *number;
    } else {
        return refused(
            test.choices.empty()
                ? Message{tr("What did {1} give, in {2}?"), {test.name, test.scale->unit}}
                : Message{tr("What did {1} give: {2}?"), {test.name, listOf(test.choices)}});
    }
    return read;
}

} // namespace palpate::app
