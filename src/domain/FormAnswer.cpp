// SPDX-License-Identifier: MIT
#include "domain/FormAnswer.h"

#include "domain/Calendar.h"

#include <algorithm>

namespace palpate {

namespace {

[[nodiscard]] bool isDigit(char c) noexcept {
    return c >= '0' && c <= '9';
}

/// The next `count` digits, taken off the front.
[[nodiscard]] std::optional<int> takeDigits(std::string_view& text, std::size_t count) {
    if (text.size() < count) {
        return std::nullopt;
    }
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (!isDigit(text[i])) {
            return std::nullopt;
        }
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return value;
}

[[nodiscard]] bool take(std::string_view& text, char c) noexcept {
    if (text.empty() || text.front() != c) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

/// HH:MM:SS with an optional fraction; without seconds only where `bare`.
[[nodiscard]] bool takeTime(std::string_view& text, bool bare) {
    const auto hour = takeDigits(text, 2);
    if (!hour || *hour > 23 || !take(text, ':')) {
        return false;
    }
    const auto minute = takeDigits(text, 2);
    if (!minute || *minute > 59) {
        return false;
    }
    if (!take(text, ':')) {
        return bare;
    }
    const auto second = takeDigits(text, 2);
    if (!second || *second > 60) { // a leap second is allowed
        return false;
    }
    if (take(text, '.')) {
        if (text.empty() || !isDigit(text.front())) {
            return false;
        }
        while (!text.empty() && isDigit(text.front())) {
            text.remove_prefix(1);
        }
    }
    return true;
}

[[nodiscard]] bool takeZone(std::string_view& text) {
    if (take(text, 'Z')) {
        return true;
    }
    if (!take(text, '+') && !take(text, '-')) {
        return false;
    }
    const auto hours = takeDigits(text, 2);
    if (!hours || *hours > 14 || !take(text, ':')) {
        return false;
    }
    const auto minutes = takeDigits(text, 2);
    return minutes && *minutes <= 59;
}

void collect(const std::vector<AnsweredItem>& items, std::string_view linkId,
             std::vector<const Answer*>& found) {
    for (const auto& item : items) {
        for (const auto& answer : item.answers) {
            if (item.linkId == linkId) {
                found.push_back(&answer);
            }
            collect(answer.items, linkId, found);
        }
        collect(item.items, linkId, found);
    }
}

[[nodiscard]] std::string padded(unsigned value, std::size_t width) {
    auto text = std::to_string(value);
    return std::string(width - std::min(width, text.size()), '0') + text;
}

} // namespace

std::optional<PartialDate> parsePartialDate(std::string_view text) {
    const auto year = takeDigits(text, 4);
    if (!year || *year == 0) {
        return std::nullopt;
    }
    PartialDate date{*year};
    if (text.empty()) {
        return date;
    }
    if (!take(text, '-')) {
        return std::nullopt;
    }
    const auto month = takeDigits(text, 2);
    if (!month || *month < 1 || *month > 12) {
        return std::nullopt;
    }
    date.month = static_cast<unsigned>(*month);
    if (text.empty()) {
        return date;
    }
    if (!take(text, '-')) {
        return std::nullopt;
    }
    const auto day = takeDigits(text, 2);
    if (!day || !text.empty()) {
        return std::nullopt;
    }
    date.day = static_cast<unsigned>(*day);
    const Date whole{std::chrono::year{date.year}, std::chrono::month{*date.month},
                     std::chrono::day{*date.day}};
    return whole.ok() ? std::optional{date} : std::nullopt;
}

std::string isoText(const PartialDate& date) {
    auto text = padded(static_cast<unsigned>(date.year), 4);
    if (date.month) {
        text += "-" + padded(*date.month, 2);
        if (date.day) {
            text += "-" + padded(*date.day, 2);
        }
    }
    return text;
}

std::optional<FormDateTime> parseFormDateTime(std::string_view text) {
    const auto moment = text.find('T');
    if (moment == std::string_view::npos) {
        return parsePartialDate(text) ? std::optional{FormDateTime{std::string{text}}}
                                      : std::nullopt;
    }
    const auto day = parsePartialDate(text.substr(0, moment));
    auto rest = text.substr(moment + 1);
    if (!day || !day->day || !takeTime(rest, false) || !takeZone(rest) || !rest.empty()) {
        return std::nullopt;
    }
    return FormDateTime{std::string{text}};
}

std::optional<FormTime> parseFormTime(std::string_view text) {
    auto rest = text;
    if (!takeTime(rest, true) || !rest.empty()) {
        return std::nullopt;
    }
    return FormTime{std::string{text} + (text.size() == 5 ? ":00" : "")};
}

std::vector<const Answer*> answersTo(const FormAnswers& answers, std::string_view linkId) {
    std::vector<const Answer*> found;
    collect(answers.items, linkId, found);
    return found;
}

} // namespace palpate
