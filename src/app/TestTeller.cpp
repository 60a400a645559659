// SPDX-License-Identifier: MIT
#include "app/TestTeller.h"

#include "app/SentenceWords.h"
#include "app/Sentences.h"
#include "app/Words.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace palpate::app {

namespace {

using reference::KnownTest;

/// Tests named for a person or a place keep their capital within a sentence.
[[nodiscard]] bool isProperName(std::string_view name) {
    constexpr std::array<std::string_view, 25> kNames{
        "Adson",    "Babinski", "Beighton", "Cozen",     "Finkelstein", "Gaenslen", "Hawkins",
        "Hoffmann", "Kemp",     "Lachman",  "Lhermitte", "Maudsley",    "McMurray", "Mill",
        "Neer",     "Noble",    "Ober",     "Phalen",    "Romberg",     "Sharp",    "Speed",
        "Spurling", "Thomas",   "Thompson", "Tinel"};
    constexpr std::array<std::string_view, 3> kMore{"Thessaly", "Trendelenburg", "Schober"};
    const auto word = name.substr(0, name.find_first_of(" -,"));
    return std::ranges::count(kNames, word) > 0 || std::ranges::count(kMore, word) > 0;
}

/// "Posterior drawer, knee" reads "knee posterior drawer"; "Myotomes L2-S1" is "myotomes" where its
/// parts are named.
[[nodiscard]] std::string proseName(const KnownTest& test) {
    if (test.key.text() == "babinski") {
        return tr("plantar response (Babinski)"); // that is what goes down or up
    }
    if (test.key.text() == "posture") {
        return tr("posture");
    }
    auto name = isProperName(test.name) ? test.name : uncapitalised(test.name);
    if (!test.parts.empty()) {
        const auto space = name.rfind(' ');
        const auto isLevel = [](char c) {
            return std::isdigit(static_cast<unsigned char>(c)) != 0;
        };
        if (space != std::string::npos &&
            std::any_of(name.begin() + static_cast<long>(space), name.end(), isLevel)) {
            name.erase(space);
        }
    }
    const auto comma = name.find(", ");
    if (name.ends_with(", knee") || name.ends_with(", ankle")) {
        return shown({tr("{1} at the {2}"), {name.substr(0, comma), name.substr(comma + 2)}});
    }
    return comma == std::string::npos ? name : name.substr(comma + 2) + " " + name.substr(0, comma);
}

} // namespace

bool isGrade(std::string_view choice) {
    return choice.size() > 2 && choice[0] >= '0' && choice[0] <= '9' && choice[1] == ' ';
}

std::string TestTeller::tail(const TestResult& test, const KnownTest* known) const {
    const auto was = before(test, known);
    return (was.empty() ? was : " (" + was + ")") + noted(test);
}

std::string TestTeller::outcome(const TestResult& test, const KnownTest* known) const {
    return value(test, known) + tail(test, known);
}

std::string TestTeller::noted(const TestResult& test) {
    return test.note.empty() ? std::string{} : " (" + test.note + ")";
}

std::string TestTeller::before(const TestResult& test, const KnownTest* known) const {
    const auto last = lastWith(earlier_, [&](const Session& session) {
        const auto* found = testOf(session, test.at);
        return found != nullptr ? std::optional{*found} : std::nullopt;
    });
    if (!last) {
        return {};
    }
    const auto& then = last->first;
    auto was = value(then, known);
    if (was == value(test, known)) {
        return {};
    }
    if (then.result == test.result && then.also && known != nullptr && known->also) {
        was = shown({known->also->unit == "s" ? tr("after {1}") : tr("at {1}"),
                     {quantity(*then.also, known->also->unit)}}); // only that has changed
    }
    return shown({tr("was {1}{2}"), {was, datedUnlessLast(*last->second, earlier_, session_)}});
}

std::string TestTeller::value(const TestResult& test, const KnownTest* known) const {
    if (const auto* number = std::get_if<double>(&test.result)) {
        return numberWords(*number, known);
    }
    auto text = std::get<std::string>(test.result);
    if (isGrade(text)) {
        return shown({tr("{1} ({2} of 3)"), {text.substr(2), text.substr(0, 1)}});
    }
    if (known != nullptr && !known->choiceUnit.empty()) {
        text += " " + known->choiceUnit;
    }
    if (known != nullptr && isStrength(*known)) {
        text += "/5";
    }
    if (test.also && known != nullptr && known->also) {
        const auto also = quantity(*test.also, known->also->unit);
        text = known->also->unit == "s" ? shown({tr("{1} after {2}"), {text, also}})
                                        : shown({tr("{1} at {2}"), {text, also}});
    }
    return text;
}

bool TestTeller::isStrength(const KnownTest& test) {
    return test.key.text().starts_with("myotomes_");
}

std::string TestTeller::predicate(const std::vector<const TestResult*>& sides,
                                  const KnownTest* known) const {
    if (sides.size() == 2 && outcome(*sides[0], known) == outcome(*sides[1], known)) {
        return shown(
            {tr("{1} on both sides{2}"), {value(*sides[0], known), tail(*sides[0], known)}});
    }
    std::vector<std::string> parts;
    for (const auto* side : sides) {
        const bool isSaid = !parts.empty() && value(*side, known) == value(*sides[0], known);
        parts.push_back(
            joined({isSaid ? std::string{} : value(*side, known), onSide(side->at.side)}, " ") +
            tail(*side, known));
    }
    return listed(parts);
}

std::string TestTeller::place(const TestSite& site, Side side) const {
    if (const auto* muscle = std::get_if<MuscleKey>(&site)) {
        return shown({tr("the {1}"), {proseMuscle(reference_, *muscle, side)}});
    }
    if (const auto* region = std::get_if<RegionKey>(&site)) {
        return shown({tr("the {1}"), {proseRegion(*region, side)}});
    }
    return proseJoint(reference_, std::get<JointKey>(site), side);
}

const KnownTest* TestTeller::known(const TestResult& test) const {
    return reference_.tests().find(test.at.test);
}

std::string TestTeller::nameOf(const TestResult& test, const KnownTest* known) {
    return known != nullptr ? proseName(*known) : test.at.test.text();
}

std::string TestTeller::numberWords(double number, const KnownTest* known) const {
    if (known == nullptr || (!known->scale && !known->also)) {
        return plainNumber(number);
    }
    const auto& scale = known->scale ? *known->scale : *known->also;
    const auto figure = plainNumber(number);
    if (scale.unit == "kPa") {
        return pressureText(Pressure::kilopascals(number), unit_);
    }
    if (scale.unit == "positive tests") {
        return shown({tr("{1} of {2} tests positive"), {figure, plainNumber(scale.max)}});
    }
    if (scale.unit == "points") {
        return shown({tr("{1} of {2} points"), {figure, plainNumber(scale.max)}});
    }
    if (scale.type == reference::FieldType::Integer && number == 1 && scale.unit.ends_with("s")) {
        return figure + " " + scale.unit.substr(0, scale.unit.size() - 1);
    }
    return quantity(number, scale.unit);
}

} // namespace palpate::app
