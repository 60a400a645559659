// SPDX-License-Identifier: MIT
#include "app/QueryValues.h"

#include "app/TypedTimes.h"
#include "app/TypedWords.h"
#include "domain/Text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace palpate::app {

namespace {

enum class End { Least, Most };
struct Sign {
    std::string_view text;
    End end;
    bool isStrict = false;
};
// Longer ones first.
constexpr std::array kBefore{Sign{">=", End::Least},
                             Sign{"=>", End::Least},
                             Sign{"<=", End::Most},
                             Sign{"=<", End::Most},
                             Sign{">", End::Least, true},
                             Sign{"<", End::Most, true},
                             Sign{"at least ", End::Least},
                             Sign{"at most ", End::Most},
                             Sign{"up to ", End::Most},
                             Sign{"from ", End::Least},
                             Sign{"more than ", End::Least, true},
                             Sign{"over ", End::Least, true},
                             Sign{"less than ", End::Most, true},
                             Sign{"under ", End::Most, true}};
constexpr std::array kBehind{Sign{" or more", End::Least}, Sign{" and more", End::Least},
                             Sign{" or less", End::Most}, Sign{" or fewer", End::Most},
                             Sign{"+", End::Least}};

[[nodiscard]] RangeText rangeOf(const Sign& sign, std::string_view rest) {
    RangeText range;
    const auto value = trimmed(rest);
    if (sign.end == End::Least) {
        range.least = value;
        range.isAbove = sign.isStrict;
    } else {
        range.most = value;
        range.isBelow = sign.isStrict;
    }
    return range;
}

struct Between {
    std::size_t at = 0;
    std::size_t length = 0;
};
/// Where "6-8", "6 – 8", "6..8" or "6 to 8" parts; length 0: nowhere.
[[nodiscard]] Between partingOf(std::string_view text) {
    for (const std::string_view sign : {"..", " to ", "–", "−", "-"}) {
        const auto at = text.find(sign, 1); // a minus in front is part of the number
        if (at != std::string_view::npos && at > 0 && at + sign.size() < text.size()) {
            return {at, sign.size()};
        }
    }
    return {};
}

[[nodiscard]] std::optional<int> scoreOf(std::string text) {
    if (text.ends_with("/10")) {
        text = trimmed(std::string_view{text}.substr(0, text.size() - 3));
    }
    int value = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    return read.ec == std::errc{} && read.ptr == end && text.size() <= 2 && value >= 0
               ? std::optional{value}
               : std::nullopt;
}

} // namespace

std::optional<RangeText> rangeText(std::string_view typed) {
    auto text = folded(typed);
    if (text.starts_with('=') && !text.starts_with("=>") && !text.starts_with("=<")) {
        text = trimmed(std::string_view{text}.substr(1));
    }
    if (text.empty()) {
        return std::nullopt;
    }
    for (const auto& sign : kBefore) {
        if (text.starts_with(sign.text)) {
            return rangeOf(sign, std::string_view{text}.substr(sign.text.size()));
        }
    }
    for (const auto& sign : kBehind) {
        if (text.ends_with(sign.text)) {
            return rangeOf(sign, std::string_view{text}.substr(0, text.size() - sign.text.size()));
        }
    }
    if (const auto parting = partingOf(text); parting.length > 0) {
        return RangeText{.least = trimmed(std::string_view{text}.substr(0, parting.at)),
                         .most =
                             trimmed(std::string_view{text}.substr(parting.at + parting.length))};
    }
    return RangeText{.least = text, .most = text};
}

std::optional<Range<int>> typedScores(std::string_view text) {
    constexpr int kMost = 10;
    const auto ends = rangeText(text);
    if (!ends) {
        return std::nullopt;
    }
    Range<int> scores;
    if (!ends->least.empty()) {
        scores.least = scoreOf(ends->least);
        if (!scores.least) {
            return std::nullopt;
        }
        *scores.least += ends->isAbove ? 1 : 0;
    }
    if (!ends->most.empty()) {
        scores.most = scoreOf(ends->most);
        if (!scores.most) {
            return std::nullopt;
        }
        *scores.most -= ends->isBelow ? 1 : 0;
    }
    const bool isScale = scores.least.value_or(0) <= kMost && scores.most.value_or(0) >= 0 &&
                         scores.most.value_or(0) <= kMost &&
                         scores.least.value_or(0) <= scores.most.value_or(kMost);
    return isScale && !scores.isOpen() ? std::optional{scores} : std::nullopt;
}

std::string writtenScores(const Range<int>& scores) {
    if (scores.least && scores.most) {
        return *scores.least == *scores.most
                   ? std::to_string(*scores.least)
                   : std::to_string(*scores.least) + "-" + std::to_string(*scores.most);
    }
    return scores.least ? ">=" + std::to_string(*scores.least)
                        : "<=" + std::to_string(scores.most.value_or(0));
}

std::string scoresInWords(const Range<int>& scores) {
    const auto number = [](const std::optional<int>& value) {
        return std::to_string(value.value_or(0));
    };
    if (scores.least && scores.most) {
        return scores.least == scores.most
                   ? number(scores.least)
                   : shown({tr("{1} to {2}"), {number(scores.least), number(scores.most)}});
    }
    return scores.least ? shown({tr("{1} or more"), {number(scores.least)}})
                        : shown({tr("{1} or less"), {number(scores.most)}});
}

namespace {

constexpr int kYearsBack = 200; // longer ago is a slip of typing

[[nodiscard]] std::optional<int> wholeNumber(std::string_view text) {
    int value = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    return !text.empty() && text.size() <= 5 && isDigit(text.front()) && read.ec == std::errc{} &&
                   read.ptr == end
               ? std::optional{value}
               : std::nullopt;
}

[[nodiscard]] Date lastDayBack(Date day, std::chrono::months months) {
    const auto back = day - months;
    return back.ok() ? back : Date{back.year() / back.month() / std::chrono::last};
}

/// "90d", "90 days", "6w".
[[nodiscard]] std::optional<Date> timeAgo(const std::string& text, Date today) {
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto count = wholeNumber(std::string_view{text}.substr(0, digits));
    const auto unit = trimmed(std::string_view{text}.substr(digits));
    if (!count || unit.empty()) {
        return std::nullopt;
    }
    const auto is = [&](std::string_view letter, std::string_view word) {
        return unit == letter || unit == word || unit == std::string{word} + "s";
    };
    const auto days = [&](int each) -> std::optional<Date> {
        if (*count * each > kYearsBack * 366) {
            return std::nullopt;
        }
        return Date{std::chrono::sys_days{today} - std::chrono::days{*count * each}};
    };
    if (is("d", "day")) {
        return days(1);
    }
    if (is("w", "week")) {
        return days(7);
    }
    const bool isYears = is("y", "year");
    if (!isYears && !is("m", "month")) {
        return std::nullopt;
    }
    const int months = *count * (isYears ? 12 : 1);
    return months <= kYearsBack * 12
               ? std::optional{lastDayBack(today, std::chrono::months{months})}
               : std::nullopt;
}

[[nodiscard]] std::optional<std::chrono::year> yearOf(const std::string& text) {
    const auto number = text.size() == 4 ? wholeNumber(text) : std::nullopt;
    return number && *number >= 1000 ? std::optional{std::chrono::year{*number}} : std::nullopt;
}

/// "march", "March 2026", "2026-03".
[[nodiscard]] std::optional<DayRange> monthOf(const std::string& text, Date today) {
    const auto first = [&]() -> std::optional<Date> {
        if (text.size() == 7 && text[4] == '-') {
            return parseIsoDate(text + "-01");
        }
        const bool isLetters =
            std::ranges::none_of(text.substr(0, text.find(' ')), isDigit) && text.size() >= 3;
        return isLetters ? typedDay("1 " + text, today, Meant::Past) : std::nullopt;
    }();
    return first ? std::optional{DayRange{*first,
                                          Date{first->year() / first->month() / std::chrono::last}}}
                 : std::nullopt;
}

} // namespace

std::optional<DayRange> typedDays(std::string_view typed, Date today) {
    const auto text = folded(typed);
    if (const auto year = yearOf(text)) {
        return DayRange{*year / std::chrono::January / 1, *year / std::chrono::December / 31};
    }
    if (const auto ago = timeAgo(text, today)) {
        return DayRange{*ago, *ago};
    }
    if (const auto day = typedDay(text, today, Meant::Past)) {
        return DayRange{*day, *day};
    }
    return monthOf(text, today);
}

} // namespace palpate::app
