// SPDX-License-Identifier: MIT
#include "app/TypedTimes.h"

#include "app/TimeText.h"
#include "app/TypedWords.h"

#include <algorithm>
#include <array>
#include <string>

namespace palpate::app {

namespace {

constexpr int kLongestWait = 730; // days: a visit agreed on further ahead is a slip of typing

[[nodiscard]] std::optional<int> number(const std::string& text) {
    if (text.empty() || text.size() > 4 || !std::ranges::all_of(text, isDigit)) {
        return std::nullopt;
    }
    return std::stoi(text);
}

/// "20", "nov" of "20 Nov", "20.11.", "20/11".
[[nodiscard]] Words dayAndMonth(std::string_view text) {
    std::string spaced{text};
    std::ranges::replace_if(
        spaced, [](char c) { return c == '.' || c == '/' || c == ',' || c == '-'; }, ' ');
    Words words;
    std::string word;
    for (const char c : folded(spaced) + " ") {
        if (c != ' ') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    return words;
}

/// Ahead in whole calendar months; the last day of a month that is too short for the day.
[[nodiscard]] Date monthsAfter(Date day, int months) {
    const auto ahead = day + std::chrono::months{months};
    return ahead.ok() ? ahead : Date{ahead.year() / ahead.month() / std::chrono::last};
}

[[nodiscard]] Date daysAfter(Date day, int days) {
    return Date{std::chrono::sys_days{day} + std::chrono::days{days}};
}

} // namespace

std::optional<Date> typedDay(std::string_view text, Date today, Meant meant) {
    if (auto day = parseTypedDay(text)) {
        return day;
    }
    const auto words = dayAndMonth(withoutWeekday(text));
    if (words.size() == 1) {
        constexpr std::array kDays{std::pair{"yesterday", -1}, std::pair{"today", 0},
                                   std::pair{"tomorrow", 1}};
        for (const auto& [word, days] : kDays) {
            if (words[0] == word) {
                return daysAfter(today, days);
            }
        }
    }
    if (words.size() != 2) {
        return std::nullopt;
    }
    // A leap day is only in one of four years.
    for (int away = 0; away < 5; ++away) {
        const int year = static_cast<int>(today.year()) + (meant == Meant::Past ? -away : away);
        const auto day = parseTypedDay(words[0] + " " + words[1] + " " + std::to_string(year));
        if (day && (meant == Meant::Past ? *day <= today : *day >= today)) {
            return day;
        }
    }
    return std::nullopt;
}

std::optional<Date> typedNextDay(std::string_view text, Date from) {
    auto typed = folded(text);
    if (typed.starts_with("+")) {
        typed.erase(0, 1);
    }
    auto words = namedWords(typed);
    if (!words.empty() && words.front() == "in") {
        words.erase(words.begin());
    }
    if (!words.empty() && words.front().size() > 1 &&
        words.front().find_first_not_of("0123456789") != 0) {
        const auto end = words.front().find_first_not_of("0123456789"); // "2w"
        if (end != std::string::npos) {
            words.insert(std::next(words.begin()), words.front().substr(end));
            words.front().erase(end);
        }
    }
    const bool one = !words.empty() && (words.front() == "a" || words.front() == "one");
    const auto count = words.empty() ? std::nullopt
                       : one         ? std::optional{1}
                                     : number(words.front());
    const bool counts =
        count && words.size() <= 2 && typed.find_first_of("./-") == std::string::npos;
    if (counts && *count <= kLongestWait) {
        const std::string unit = words.size() == 2 ? words[1] : one ? std::string{} : "d";
        const auto is = [&](std::string_view whole) {
            return !unit.empty() && (whole.starts_with(unit) || unit == std::string{whole} + "s");
        };
        if (is("day")) {
            return daysAfter(from, *count);
        }
        if (is("week") && *count * 7 <= kLongestWait) {
            return daysAfter(from, *count * 7);
        }
        if (unit.size() > 2 && is("month") && *count <= 24) { // "m" alone may be minutes
            return monthsAfter(from, *count);
        }
    }
    return typedDay(text, from, Meant::Coming);
}

std::optional<std::chrono::minutes> typedTime(std::string_view text) {
    auto typed = folded(text);
    std::ranges::replace(typed, '.', ':');
    const auto colon = typed.find(':');
    std::optional<int> hours;
    std::optional<int> minutes = 0;
    if (colon != std::string::npos) {
        hours = number(typed.substr(0, colon));
        minutes = typed.size() == colon + 3 ? number(typed.substr(colon + 1)) : std::nullopt;
    } else if (typed.size() > 2) { // "1030", "930"
        hours = number(typed.substr(0, typed.size() - 2));
        minutes = number(typed.substr(typed.size() - 2));
    } else {
        hours = number(typed);
    }
    if (!hours || !minutes || *hours > 23 || *minutes > 59) {
        return std::nullopt;
    }
    return std::chrono::hours{*hours} + std::chrono::minutes{*minutes};
}

} // namespace palpate::app
