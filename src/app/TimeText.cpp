// SPDX-License-Identifier: MIT
#include "app/TimeText.h"

#include "domain/Error.h"
#include "domain/Text.h"

#include <date/tz.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace palpate::app {

namespace {

constexpr std::array kMonths{"January", "February", "March",     "April",   "May",      "June",
                             "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> kWeekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                    "Thursday", "Friday", "Saturday"};

[[nodiscard]] std::string monthName(Date day) {
    return kMonths.at(static_cast<unsigned>(day.month()) - 1);
}
[[nodiscard]] std::string shortMonth(Date day) {
    return monthName(day).substr(0, 3);
}
[[nodiscard]] std::string dayNumber(Date day) {
    return std::to_string(static_cast<unsigned>(day.day()));
}
[[nodiscard]] std::string yearNumber(Date day) {
    return std::to_string(static_cast<int>(day.year()));
}

[[nodiscard]] std::chrono::local_seconds localTime(Instant instant, const std::string& zone) {
    try {
        const auto local =
            date::locate_zone(zone)->to_local(date::sys_seconds{instant.time_since_epoch()});
        return std::chrono::local_seconds{local.time_since_epoch()};
    } catch (const std::runtime_error&) {
        throw DataError{
            {tr("The time zone {1} is not known; choose another in the clinic's settings."),
             {zone}}};
    }
}

[[nodiscard]] std::vector<std::string> partsOf(std::string_view text) {
    std::vector<std::string> parts;
    bool inPart = false;
    for (const char c : text) {
        const bool separates = c == '-' || c == '.' || c == '/' || c == ' ' || c == ',';
        if (!separates && !inPart) {
            parts.emplace_back();
        }
        inPart = !separates;
        if (inPart) {
            parts.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
    }
    return parts;
}

[[nodiscard]] std::optional<int> wholeNumber(const std::string& text) {
    if (text.empty() || text.size() > 4) {
        return std::nullopt;
    }
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

[[nodiscard]] std::optional<int> monthOf(const std::string& text) {
    if (const auto number = wholeNumber(text)) {
        return number;
    }
    for (std::size_t i = 0; text.size() >= 3 && i < kMonths.size(); ++i) {
        std::string name = kMonths.at(i);
        name[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
        if (name.starts_with(text)) {
            return static_cast<int>(i) + 1;
        }
    }
    return std::nullopt;
}

} // namespace

Date localDay(Instant instant, const std::string& zone) {
    const auto days = std::chrono::floor<std::chrono::days>(localTime(instant, zone));
    return Date{std::chrono::sys_days{days.time_since_epoch()}};
}

std::string clockText(Instant instant, const std::string& zone) {
    const auto local = localTime(instant, zone);
    const std::chrono::hh_mm_ss time{local - std::chrono::floor<std::chrono::days>(local)};
    const auto two = [](long value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return two(time.hours().count()) + ":" + two(time.minutes().count());
}

std::string dayText(Date day) {
    return shortDayText(day) + " " + yearNumber(day);
}

std::string shortDayText(Date day) {
    return dayNumber(day) + " " + shortMonth(day);
}

std::string weekdayText(Date day) {
    const std::chrono::weekday weekday{std::chrono::sys_days{day}};
    return std::string{kWeekdays.at(weekday.c_encoding()).substr(0, 3)} + " " + dayText(day);
}

std::string longDayText(Date day) {
    return dayNumber(day) + " " + monthName(day) + " " + yearNumber(day);
}

std::string systemTimeZone() {
    try {
        return date::current_zone()->name();
    } catch (const std::runtime_error&) {
        return "UTC"; // a computer without a zone of its own, such as a container
    }
}

bool isTimeZone(const std::string& zone) {
    try {
        return date::locate_zone(zone) != nullptr;
    } catch (const std::runtime_error&) {
        return false;
    }
}

std::string_view withoutWeekday(std::string_view text) {
    constexpr std::size_t kShortest = 3; // "Mon"
    const auto begin = std::min(text.find_first_not_of(' '), text.size());
    const auto end = std::min(text.find_first_of(" .,", begin), text.size());
    const auto word = text.substr(begin, end - begin);
    const auto lower = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
    const bool isWeekday = std::ranges::any_of(kWeekdays, [&](std::string_view name) {
        return word.size() >= kShortest && word.size() <= name.size() &&
               std::ranges::equal(word, name.substr(0, word.size()), {}, lower, lower);
    });
    const auto rest = std::min(text.find_first_not_of(" .,", end), text.size());
    return isWeekday ? text.substr(rest) : text;
}

std::optional<Date> parseTypedDay(std::string_view text) {
    const auto parts = partsOf(withoutWeekday(text));
    if (parts.size() != 3) {
        return std::nullopt;
    }
    const bool yearFirst = parts[0].size() == 4;
    const auto year = wholeNumber(parts[yearFirst ? 0 : 2]);
    const auto month = monthOf(parts[1]);
    const auto day = wholeNumber(parts[yearFirst ? 2 : 0]);
    // Two-digit years are ambiguous for birth dates; the year is typed in full.
    if (!year || !month || !day || parts[yearFirst ? 0 : 2].size() != 4) {
        return std::nullopt;
    }
    const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                    std::chrono::day{static_cast<unsigned>(*day)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

} // namespace palpate::app
