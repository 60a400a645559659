// SPDX-License-Identifier: MIT
#include "app/SentenceWords.h"

#include "app/Sentences.h"
#include "app/TimeText.h"
#include "app/Words.h"
#include "domain/Text.h"
#include "reference/Reference.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <string_view>

namespace palpate::app {

namespace {

/// Techniques, signs and conditions that are called after a person, a place or a people.
constexpr std::array<std::string_view, 32> kProperNames{
    "Achilles", "Alexander",   "Baker",   "Bobath",   "Bowen",   "Cyriax", "Dupuytren",  "Ehlers",
    "English",  "Feldenkrais", "German",  "Graston",  "Janda",   "Jones",  "Kaltenborn", "Latin",
    "Maitland", "Marfan",      "Morton",  "Mulligan", "Osgood",  "Paget",  "Parkinson",  "Pilates",
    "Raynaud",  "Schroth",     "Sjögren", "Sudeck",   "Swedish", "Thai",   "Tietze",     "Vojta"};

[[nodiscard]] bool isLowerCase(char c) {
    return c >= 'a' && c <= 'z';
}

/// Whether the first word has its capital wherever it stands.
[[nodiscard]] bool keepsCapital(std::string_view text) {
    const auto word = text.substr(0, text.find_first_of(" ,;:/()"));
    if (word.size() < 2 || !isLowerCase(word[1])) {
        return word.size() > 1;
    }
    const auto isUpperOrDigit = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    const auto stem = word.substr(0, word.find_first_of("-'’"));
    return std::ranges::any_of(word.substr(1), isUpperOrDigit) || word.ends_with("'s") ||
           word.ends_with("’s") || std::ranges::count(kProperNames, stem) > 0;
}

[[nodiscard]] std::string sided(Side side, const std::string& words) {
    switch (side) {
    case Side::Left:
        return shown({tr("left {1}"), {words}});
    case Side::Right:
        return shown({tr("right {1}"), {words}});
    case Side::Middle:
        break;
    }
    return words;
}

/// "Trapezius, descending part" is two things: what, and which part of it.
[[nodiscard]] std::pair<std::string, std::string> split(const std::string& label) {
    const auto comma = label.find(", ");
    return comma == std::string::npos ? std::pair{label, std::string{}}
                                      : std::pair{label.substr(0, comma), label.substr(comma + 2)};
}

[[nodiscard]] std::string muscleLabel(const reference::Reference& reference,
                                      const MuscleKey& muscle) {
    constexpr std::array<std::string_view, 2> kWithoutArticle{" of hand", " of foot"};
    auto label = uncapitalised(reference.muscleNames().shortLabel(muscle));
    for (const auto ending : kWithoutArticle) {
        if (label.ends_with(ending)) {
            label.insert(label.size() - ending.size() + 4, "the ");
        }
    }
    return label;
}

[[nodiscard]] bool hasPart(const reference::Reference& reference, const MuscleKey& muscle) {
    return muscleLabel(reference, muscle).find(", ") != std::string::npos;
}

/// The same muscle on both sides is said once.
[[nodiscard]] bool areBothSides(const std::vector<MusclePlace>& places) {
    return places.size() == 2 && places[0].muscle == places[1].muscle &&
           places[0].side == mirrored(places[1].side) && places[0].side != Side::Middle;
}

} // namespace

std::string muscleHeading(const reference::Reference& reference, const MuscleKey& muscle,
                          Side side) {
    const auto label = capitalised(reference.muscleNames().shortLabel(muscle));
    return side == Side::Middle ? label
                                : label + (side == Side::Left ? tr(", left") : tr(", right"));
}

std::string proseMuscle(const reference::Reference& reference, const MuscleKey& muscle, Side side) {
    const auto [what, part] = split(muscleLabel(reference, muscle));
    return part.empty() ? sided(side, what)
                        : shown({tr("{1} of the {2}"), {part, sided(side, what)}});
}

std::string proseRegion(const RegionKey& region, Side side) {
    auto words = regionWord(region);
    constexpr std::string_view kOf = " of the ";
    const auto at = words.find(kOf);
    if (at == std::string::npos || side == Side::Middle) {
        return sided(side, words);
    }
    const auto part = words.substr(0, at);
    const auto whole = words.substr(at + kOf.size());
    if (whole != "neck" && whole != "head" && whole != "ribs") {
        return part + std::string{kOf} + sided(side, whole);
    }
    // Of these there is one: "left side of the neck", "back of the neck on the left".
    return part == "side" ? sided(side, words) : words + " " + onSide(side);
}

std::string proseJoint(const reference::Reference& reference, const JointKey& joint, Side side) {
    const auto* known = reference.joints().find(joint);
    const auto label = known != nullptr ? known->label : joint.text();
    if (known != nullptr && known->kind == reference::JointKind::Joint) {
        return shown({tr("the {1}"), {sided(side, label)}});
    }
    return side == Side::Middle ? label : label + " " + onSide(side);
}

std::string proseMuscles(const reference::Reference& reference,
                         const std::vector<MusclePlace>& places) {
    if (areBothSides(places)) {
        return shown(
            {tr("{1} on both sides"), {proseMuscle(reference, places[0].muscle, Side::Middle)}});
    }
    const bool share =
        places.size() > 1 && std::ranges::all_of(places, [&](const auto& place) {
            return place.side == places.front().side && !hasPart(reference, place.muscle);
        });
    std::vector<std::string> names;
    // In a list that begins with a side, one without would be taken for that side.
    for (const bool middle : {true, false}) {
        for (const auto& place : places) {
            if ((place.side == Side::Middle) == middle) {
                names.push_back(proseMuscle(reference, place.muscle,
                                            share && !names.empty() ? Side::Middle : place.side));
            }
        }
    }
    return listed(names);
}

std::string onSide(Side side) {
    switch (side) {
    case Side::Left:
        return tr("on the left");
    case Side::Right:
        return tr("on the right");
    case Side::Middle:
        break;
    }
    return {};
}

std::string uncapitalised(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z' && !keepsCapital(text)) {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
    return text;
}

std::string capitalised(std::string text) {
    if (!text.empty()) {
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    }
    return text;
}

std::string asSentence(std::string_view text) {
    constexpr std::string_view kEnds = ".!?";
    auto sentence = capitalised(trimmed(text));
    if (!sentence.empty() && kEnds.find(sentence.back()) == std::string_view::npos) {
        sentence += ".";
    }
    return sentence;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const auto& part : parts) {
        if (!part.empty()) {
            text += text.empty() ? std::string{} : std::string{between};
            text += part;
        }
    }
    return text;
}

std::string paragraph(const std::vector<std::string>& sentences) {
    return joined(sentences, " ");
}

std::string plainNumber(double value) {
    const auto hundredths = std::llround(std::abs(value) * 100);
    auto text = std::to_string(hundredths / 100);
    if (const auto rest = hundredths % 100; rest != 0) {
        text += "." + std::to_string(rest / 10) + (rest % 10 != 0 ? std::to_string(rest % 10) : "");
    }
    return value < 0 && hundredths != 0 ? "−" + text : text;
}

std::string oneDecimal(double value) {
    const auto tenths = std::lround(std::abs(value) * 10);
    const auto text = std::to_string(tenths / 10);
    return tenths % 10 == 0 ? text : text + "." + std::to_string(tenths % 10);
}

std::string signedDecimal(double value) {
    const auto size = oneDecimal(value);
    return (size == "0" ? "±" : value < 0 ? "−" : "+") + size;
}

std::string spanText(double seconds) {
    constexpr double kMinute = 60;
    constexpr double kReadAsSeconds = 120; // "90 s" is how a hold is read off a clock
    const auto whole = std::floor(seconds / kMinute);
    const auto rest = seconds - whole * kMinute;
    if (seconds < kReadAsSeconds) {
        return quantity(seconds, "s");
    }
    const auto minutes = quantity(whole, "min");
    return rest == 0 ? minutes : minutes + " " + quantity(rest, "s");
}

std::string quantity(double value, std::string_view unit) {
    const auto number = plainNumber(value);
    if (unit.empty() || unit == "count") {
        return number;
    }
    if (unit == "degrees") {
        return number + "°";
    }
    if (unit == "percent") {
        return number + " %";
    }
    if (unit == "degrees C") {
        return number + " °C";
    }
    if (unit == "microseconds") {
        return number + " µs";
    }
    if (unit == "W/cm2") {
        return number + " W/cm²";
    }
    if (unit == "0-10") {
        return number + "/10";
    }
    return number + " " + std::string{unit};
}

std::string pressureText(Pressure pressure, PressureUnit unit) {
    constexpr double kNewtonsPerKilopascal = 0.1; // a square centimetre under 10 kPa bears 1 N
    const auto tenth = [](double value) { return plainNumber(std::round(value * 10) / 10); };
    switch (unit) {
    case PressureUnit::Kilopascals:
        return tenth(pressure.inKilopascals()) + " kPa";
    case PressureUnit::KgfPerCm2:
        return tenth(pressure.inKgfPerCm2()) + " kg/cm²";
    case PressureUnit::NewtonsPerCm2:
        break;
    }
    return tenth(pressure.inKilopascals() * kNewtonsPerKilopascal) + " N/cm²";
}

std::string dayOf(const Session& session, const Session& now) {
    const auto day = localDay(session.startedAt, session.timeZone);
    return day.year() == localDay(now.startedAt, now.timeZone).year() ? shortDayText(day)
                                                                      : dayText(day);
}

std::string datedUnlessLast(const Session& when, std::span<const Session> earlier,
                            const Session& now) {
    return earlier.empty() || &when == &earlier.back() ? std::string{}
                                                       : shown({tr(" on {1}"), {dayOf(when, now)}});
}

ComparedDays::ComparedDays(const Session& now, std::span<const Session> earlier,
                           const std::vector<const Session*>& with)
    : now_{now}, earlier_{earlier} {
    const Session* first = nullptr;
    int count = 0;
    for (const auto* each : with) {
        if (each == nullptr) {
            continue;
        }
        if (first != nullptr && each != first) {
            return;
        }
        first = each;
        ++count;
    }
    if (count > 1 && !datedUnlessLast(*first, earlier_, now_).empty()) {
        ofAll_ = dayOf(*first, now_);
    }
}

std::string ComparedDays::behind(const Session& with) const {
    return ofAll_.empty() ? datedUnlessLast(with, earlier_, now_) : std::string{};
}

} // namespace palpate::app
