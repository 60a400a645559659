// SPDX-License-Identifier: MIT
#include "app/DoseNumbers.h"

#include "app/TypedWords.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace palpate::app {

namespace {

struct UnitWord {
    std::string_view stored;
    const char* shown;
};
// What the table writes in words, as it is printed behind a number.
constexpr std::array kUnitWords{UnitWord{"count", ""},
                                UnitWord{"0-10", ""},
                                UnitWord{"degrees", "°"},
                                UnitWord{"degrees C", "°C"},
                                UnitWord{"percent", "%"},
                                UnitWord{"microseconds", "µs"},
                                UnitWord{"breaths a minute", tr("a minute")},
                                UnitWord{"kg/cm2", "kg/cm²"},
                                UnitWord{"N/cm2", "N/cm²"},
                                UnitWord{"W/cm2", "W/cm²"}};

[[nodiscard]] std::string unitShown(const std::string& stored) {
    const auto word = std::ranges::find(kUnitWords, stored, &UnitWord::stored);
    return word != kUnitWords.end() ? word->shown : stored;
}

[[nodiscard]] std::string_view storedWord(PressureUnit unit) {
    switch (unit) {
    case PressureUnit::Kilopascals:
        return "kPa";
    case PressureUnit::KgfPerCm2:
        return "kg/cm2";
    case PressureUnit::NewtonsPerCm2:
        break;
    }
    return "N/cm2";
}

[[nodiscard]] ShownUnit unitOf(const std::vector<reference::DisplayUnit>& display,
                               const std::string& stored, std::optional<double> step,
                               PressureUnit pressure) {
    for (const auto& unit : display) {
        if (unit.unit == storedWord(pressure)) {
            return {unitShown(unit.unit), unit.factor, unit.step};
        }
    }
    return {unitShown(stored), 1, step};
}

struct Spelling {
    std::string_view typed; ///< folded, without spaces and points
    std::string_view unit;  ///< as the table writes it
};
constexpr std::array kSpellings{Spelling{"kg", "kg/cm2"},
                                Spelling{"kgf", "kg/cm2"},
                                Spelling{"kgf/cm2", "kg/cm2"},
                                Spelling{"kg/cm²", "kg/cm2"},
                                Spelling{"kgf/cm²", "kg/cm2"},
                                Spelling{"n", "N/cm2"},
                                Spelling{"n/cm²", "N/cm2"},
                                Spelling{"w/cm²", "W/cm2"},
                                Spelling{"°", "degrees"},
                                Spelling{"deg", "degrees"},
                                Spelling{"degree", "degrees"},
                                Spelling{"°c", "degrees C"},
                                Spelling{"c", "degrees C"},
                                Spelling{"%", "percent"},
                                Spelling{"µs", "microseconds"},
                                Spelling{"us", "microseconds"},
                                Spelling{"day", "days"},
                                Spelling{"/min", "breaths a minute"},
                                Spelling{"aminute", "breaths a minute"},
                                Spelling{"x", "count"},
                                Spelling{"times", "count"},
                                Spelling{"/10", "0-10"}};

/// Folded, without spaces.
[[nodiscard]] std::string squeezed(std::string_view text) {
    auto out = folded(text);
    std::erase(out, ' ');
    return out;
}

[[nodiscard]] bool isUnit(std::string_view typed, const std::string& unit) {
    return typed == squeezed(unit) ||
           std::ranges::any_of(kSpellings, [&](const Spelling& spelling) {
               return spelling.typed == typed && spelling.unit == unit;
           });
}

/// The number at the beginning of a squeezed text, and what stands behind it.
struct Split {
    std::optional<double> number;
    std::string rest;
    bool twoMeanings = false; ///< "1,200": a thousand, or a little more than one?
};
[[nodiscard]] Split splitNumber(const std::string& text) {
    std::size_t end = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    const auto begin = end;
    while (end < text.size() && (isDigit(text[end]) || text[end] == '.' || text[end] == ',')) {
        ++end;
    }
    auto digits = text.substr(text.starts_with('+') ? 1 : 0, end - (text.starts_with('+') ? 1 : 0));
    const auto comma = text.find(',', begin);
    Split split{.number = {}, .rest = text.substr(end)};
    split.twoMeanings = comma < end && comma > begin && text[begin] != '0' && end - comma == 4;
    std::ranges::replace(digits, ',', '.');
    double value = 0;
    const auto* last = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), last, value, std::chars_format::fixed);
    if (!digits.empty() && read.ec == std::errc{} && read.ptr == last && std::isfinite(value)) {
        split.number = value;
    }
    return split;
}

[[nodiscard]] Message notANumber(const reference::LogField& field, std::string_view text) {
    return {tr("{1} takes a number, and “{2}” is none."), {field.label, folded(text)}};
}

[[nodiscard]] Message twoMeanings(std::string_view text) {
    return {tr("“{1}” may be a thousand or a little more than one; write it without the comma, or "
               "with a point."),
            {folded(text)}};
}

[[nodiscard]] int decimalsOf(double step) {
    int decimals = 0;
    while (decimals < 6 && std::abs(step - std::round(step)) > 1e-9) {
        step *= 10;
        ++decimals;
    }
    return decimals;
}

[[nodiscard]] std::string fixed(double value, int decimals) {
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::fixed, decimals);
    return end.ec == std::errc{} ? std::string{buffer.data(), end.ptr} : std::string{};
}

} // namespace

ShownUnit shownUnit(const reference::LogField& field, PressureUnit pressure) {
    return unitOf(field.display, field.unit, field.step, pressure);
}

ShownUnit shownUnit(const reference::TestScale& scale, PressureUnit pressure) {
    return unitOf(scale.display, scale.unit, scale.step, pressure);
}

std::string numberShown(double value, std::optional<double> step) {
    constexpr int kMost = 9;
    constexpr double kNear = 1e-11; // beyond what dividing by a factor loses
    double scale = 1;
    for (int decimals = 0; decimals <= kMost; ++decimals, scale *= 10) {
        const auto rounded = std::round(value * scale) / scale;
        if (std::abs(rounded - value) <= kNear * std::max(1.0, std::abs(value))) {
            return fixed(rounded == 0 ? 0 : rounded, decimals);
        }
    }
    auto text = fixed(value, decimalsOf(step.value_or(1)) + 1);
    while (text.ends_with('0')) {
        text.pop_back();
    }
    if (text.ends_with('.')) {
        text.pop_back();
    }
    return text;
}

std::string durationShown(double seconds) {
    constexpr double kMinute = 60;
    if (seconds < kMinute || seconds != std::floor(seconds)) {
        return numberShown(seconds, 1.0);
    }
    const auto minutes = static_cast<long long>(seconds / kMinute);
    const auto rest = static_cast<long long>(seconds) - minutes * 60;
    return std::to_string(minutes) + ":" + (rest < 10 ? "0" : "") + std::to_string(rest);
}

std::string durationRange(double low, double high) {
    constexpr double kMinute = 60;
    const auto isWhole = [](double seconds) { return std::fmod(seconds, kMinute) == 0; };
    const bool inMinutes = low > 2 * kMinute && isWhole(low) && isWhole(high);
    const auto text = [&](double value) {
        return numberShown(inMinutes ? value / kMinute : value, 1.0);
    };
    const auto range = low == high ? text(low) : text(low) + "–" + text(high);
    return range + (inMinutes ? " min" : " s");
}

TypedNumber typedNumber(const reference::LogField& field, std::string_view text,
                        PressureUnit pressure) {
    const auto split = splitNumber(squeezed(text));
    if (!split.number) {
        return notANumber(field, text);
    }
    if (split.twoMeanings) {
        return twoMeanings(text);
    }
    if (split.rest.empty()) {
        return *split.number * shownUnit(field, pressure).factor;
    }
    for (const auto& unit : field.display) {
        if (isUnit(split.rest, unit.unit)) {
            return *split.number * unit.factor;
        }
    }
    if (isUnit(split.rest, field.unit)) {
        return *split.number;
    }
    const auto unit = shownUnit(field, pressure).text;
    return unit.empty()
               ? Message{tr("{1} takes a number alone, without “{2}”."), {field.label, split.rest}}
               : Message{tr("{1} is measured in {2}, not in “{3}”."),
                         {field.label, unit, split.rest}};
}

TypedNumber typedDuration(const reference::LogField& field, std::string_view text) {
    const Message wrong{tr("{1} takes seconds, or minutes and seconds, as in: 90 s, 1:30, 2 min."),
                        {field.label}};
    auto rest = squeezed(text);
    double total = 0;
    if (rest.find(':') != std::string::npos) {
        for (const std::string_view unit : {"min", "m"}) { // as it is shown behind the field
            if (rest.ends_with(unit)) {
                rest.resize(rest.size() - unit.size());
                break;
            }
        }
        double sixties = 0;
        for (std::size_t parts = 0; !rest.empty(); ++parts) {
            const auto end = std::min(rest.find(':'), rest.size());
            const auto part = rest.substr(0, end);
            const bool isDigits =
                !part.empty() && part.size() <= 4 && std::ranges::all_of(part, isDigit);
            const bool isLast = end == rest.size();
            if (!isDigits || parts > 2 || (parts > 0 && (part.size() != 2 || part >= "60"))) {
                return wrong;
            }
            sixties = sixties * 60 + std::stod(part);
            if (!isLast && end + 1 == rest.size()) {
                return wrong; // nothing behind the colon
            }
            rest.erase(0, isLast ? end : end + 1);
        }
        return sixties;
    }
    double smallest = 86'400; // units fall: 1 min 30 s, never 30 s 1 min
    while (!rest.empty()) {
        auto split = splitNumber(rest);
        if (!split.number) {
            return wrong;
        }
        if (split.twoMeanings) {
            return twoMeanings(text);
        }
        const auto end = static_cast<std::size_t>(
            std::ranges::find_if(split.rest, [](char c) { return isDigit(c) || c == '-'; }) -
            split.rest.begin());
        const auto unit = split.rest.substr(0, end);
        double factor = 0;
        if (unit == "h" || unit == "hour" || unit == "hours") {
            factor = 3600;
        } else if (unit == "m" || unit == "min" || unit == "mins" || unit == "minute" ||
                   unit == "minutes" || unit == "'") {
            factor = 60;
        } else if (unit.empty() || unit == "s" || unit == "sec" || unit == "secs" ||
                   unit == "second" || unit == "seconds" || unit == "\"") {
            factor = 1;
        }
        if (factor == 0 || factor >= smallest) {
            return wrong;
        }
        smallest = factor;
        total += *split.number * factor;
        rest = split.rest.substr(end);
    }
    return total;
}

} // namespace palpate::app
