// SPDX-License-Identifier: MIT
#include "app/FormEntry.h"

#include "app/LocalDay.h"
#include "app/TimeText.h"
#include "app/TypedTimes.h"
#include "app/TypedWords.h"
#include "domain/Text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace palpate::app {

namespace {

using forms::Item;
using forms::ItemType;

constexpr std::size_t kLongestTyped = 100'000; ///< characters
constexpr std::size_t kLongestNumber = 30;

[[nodiscard]] Message wrongKind(const Item& item) {
    return forms::refusal(item, item.type == ItemType::Boolean ? AnswerValue{std::string{}}
                                                               : AnswerValue{false})
        .value_or(Message{tr("This can't be an answer here."), {}});
}

struct NumberRead {
    std::optional<double> value = {};
    std::optional<std::int64_t> whole = {}; ///< of one without decimals
    std::string rest = {};                  ///< what stands behind it: a unit
    std::optional<Message> problem = {};    ///< it can mean two things
};

/// "7", "-3", "3.5", "3,5", "70 kg". Empty value: it is no number.
[[nodiscard]] NumberRead readNumber(std::string text) {
    NumberRead read;
    constexpr std::string_view kTrueMinus = "−";
    if (text.starts_with(kTrueMinus)) {
        text.replace(0, kTrueMinus.size(), "-");
    } else if (text.starts_with('+')) {
        text.erase(0, 1);
    }
    std::size_t end = text.starts_with('-') ? 1 : 0;
    const auto digitsFrom = [&](std::size_t from) {
        while (from < text.size() && isDigit(text[from])) {
            ++from;
        }
        return from;
    };
    const auto start = end;
    const auto point = digitsFrom(start);
    end = point;
    std::string digits = text.substr(0, point);
    if (point < text.size() && (text[point] == '.' || text[point] == ',')) {
        end = digitsFrom(point + 1);
        if (end == point + 1) {
            return read; // nothing behind the point yet
        }
        const auto before = text.substr(start, point - start);
        if (text[point] == ',' && end - point == 4 && !before.empty() && before != "0") {
            read.problem = Message{tr("\"{1}\" can be read in two ways; type {2} or {3}."),
                                   {text.substr(0, end), before + text.substr(point + 1, 3),
                                    before + "." + text.substr(point + 1, 3)}};
            return read;
        }
        digits += "." + text.substr(point + 1, end - point - 1);
    }
    if (end == start || end > kLongestNumber ||
        (end < text.size() && (text[end] == '.' || text[end] == ','))) {
        return read; // no number, or "1.2.3"
    }
    double value = 0;
    if (std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc{}) {
        return read;
    }
    std::int64_t whole = 0;
    const auto [last, failure] =
        std::from_chars(digits.data(), digits.data() + digits.size(), whole);
    if (failure == std::errc{} && last == digits.data() + digits.size()) {
        read.whole = whole;
    }
    read.value = value;
    read.rest = trimmed(text.substr(end));
    return read;
}

/// The place of the unit with that name or code.
[[nodiscard]] std::optional<std::size_t> unitNamed(const Item& item, const std::string& typed) {
    const auto found = std::ranges::find_if(item.units, [&](const forms::UnitOption& unit) {
        return folded(unit.unit) == folded(typed) || (!unit.code.empty() && unit.code == typed);
    });
    return found != item.units.end()
               ? std::optional{static_cast<std::size_t>(found - item.units.begin())}
               : std::nullopt;
}

[[nodiscard]] Message unknownUnit(const Item& item, const std::string& typed) {
    std::string known;
    for (const auto& unit : item.units) {
        known += (known.empty() ? "" : ", ") + unit.unit;
    }
    return known.empty() ? wrongKind(item)
                         : Message{tr("\"{1}\" is no unit of this answer: {2}."), {typed, known}};
}

[[nodiscard]] TypedAnswers typedNumber(const Item& item, const std::string& text,
                                       const EntryPlace& place) {
    auto read = readNumber(text);
    if (read.problem) {
        return {{}, read.problem};
    }
    if (!read.value) {
        return {{}, wrongKind(item)};
    }
    const auto unit = read.rest.empty() ? std::optional{place.unit} : unitNamed(item, read.rest);
    const bool isFree = item.type == ItemType::Quantity && item.units.empty();
    if (!unit && !isFree) {
        return {{}, unknownUnit(item, read.rest)};
    }
    if (item.type == ItemType::Integer) {
        return read.whole ? TypedAnswers{{*read.whole}, {}} : TypedAnswers{{}, wrongKind(item)};
    }
    if (item.type == ItemType::Decimal) {
        return {{*read.value}, {}};
    }
    Quantity quantity{.value = read.value};
    if (isFree) {
        quantity.unit = read.rest;
    } else if (*unit < item.units.size()) {
        quantity.unit = item.units[*unit].unit;
        quantity.system = item.units[*unit].system;
        quantity.code = item.units[*unit].code;
    }
    return {{quantity}, {}};
}

/// A day, or a month or year where no more is typed. Without a year it is none.
[[nodiscard]] std::optional<PartialDate> typedDate(const std::string& text, Date today) {
    if (const auto iso = parsePartialDate(text)) {
        return iso;
    }
    const auto of = [](Date day) {
        return PartialDate{static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                           static_cast<unsigned>(day.day())};
    };
    if (const auto day = parseTypedDay(text)) {
        return of(*day);
    }
    const auto word = folded(text);
    if (word == "today" || word == "yesterday" || word == "tomorrow") {
        return of(*typedDay(word, today, Meant::Past));
    }
    // "Mar 1980", "3/1980", "3.1980": the month that has such a first day.
    for (const char* const first : {"1 ", "1/", "1."}) {
        if (const auto day = parseTypedDay(first + text)) {
            return PartialDate{static_cast<int>(day->year()), static_cast<unsigned>(day->month()),
                               std::nullopt};
        }
    }
    return std::nullopt;
}

[[nodiscard]] std::optional<AnswerValue> typedDateTime(const std::string& text,
                                                       const EntryPlace& place) {
    if (const auto day = typedDate(text, place.today)) {
        return AnswerValue{FormDateTime{isoText(*day)}};
    }
    if (auto iso = parseFormDateTime(text)) {
        return AnswerValue{*std::move(iso)};
    }
    const auto blank = text.find_last_of(" ,T");
    if (blank == std::string::npos) {
        return std::nullopt;
    }
    const auto day = typedDate(bare(trimmed(text.substr(0, blank))), place.today);
    const auto time = typedTime(text.substr(blank + 1));
    if (!day || !day->month || !day->day || !time) {
        return std::nullopt;
    }
    const Date date{std::chrono::year{day->year}, std::chrono::month{*day->month},
                    std::chrono::day{*day->day}};
    return AnswerValue{FormDateTime{isoInstant(momentIn(date, *time, place.zone))}};
}

[[nodiscard]] std::optional<AnswerValue> typedClock(const std::string& text) {
    if (auto time = parseFormTime(text)) {
        return AnswerValue{*std::move(time)};
    }
    const auto time = typedTime(text);
    if (!time) {
        return std::nullopt;
    }
    const auto two = [](long long number) {
        return (number < 10 ? "0" : "") + std::to_string(number);
    };
    const auto minutes = time->count();
    const auto written = parseFormTime(two(minutes / 60) + ":" + two(minutes % 60));
    return written ? std::optional{AnswerValue{*written}} : std::nullopt;
}

/// With a scheme and without blanks: "https://example.org".
[[nodiscard]] bool isAddress(const std::string& text) {
    const auto colon = text.find(':');
    return colon != std::string::npos && colon > 1 && colon + 1 < text.size() &&
           text.find_first_of(" \t\n\"<>") == std::string::npos &&
           std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '+' ||
                      c == '-' || c == '.';
           });
}

[[nodiscard]] TypedAnswers readLine(const Item& item, const std::string& text,
                                    const EntryPlace& place) {
    const auto orProblem = [&](std::optional<AnswerValue> value) {
        return value ? TypedAnswers{{*std::move(value)}, {}} : TypedAnswers{{}, wrongKind(item)};
    };
    for (const auto& option : item.options) {
        if (folded(forms::wordsOf(item, option.value)) == folded(text)) {
            return {{option.value}, {}};
        }
    }
    switch (item.type) {
    case ItemType::Integer:
    case ItemType::Decimal:
    case ItemType::Quantity:
        return typedNumber(item, text, place);
    case ItemType::Date: {
        const auto date = typedDate(text, place.today);
        return orProblem(date ? std::optional{AnswerValue{*date}} : std::nullopt);
    }
    case ItemType::DateTime:
        return orProblem(typedDateTime(text, place));
    case ItemType::Time:
        return orProblem(typedClock(text));
    case ItemType::Url:
        return orProblem(isAddress(text) ? std::optional{AnswerValue{FormUrl{text}}}
                                         : std::nullopt);
    default:
        return {{text}, {}};
    }
}

} // namespace

bool takesLines(const Item& item) {
    return item.repeats && item.isQuestion() && item.options.empty() &&
           item.type != ItemType::Attachment && item.type != ItemType::Boolean &&
           item.control != forms::ItemControl::BodyMap;
}

TypedAnswers readTyped(const Item& item, std::string_view text, const EntryPlace& place) {
    TypedAnswers all;
    if (!isValidUtf8(text)) {
        all.problem = Message{tr("The text is not valid UTF-8; type it again."), {}};
        return all;
    }
    if (lengthInCharacters(text) > kLongestTyped) {
        all.problem =
            Message{tr("At most {1} characters; there are {2}."),
                    {std::to_string(kLongestTyped), std::to_string(lengthInCharacters(text))}};
        return all;
    }
    const bool isLines = takesLines(item);
    while (!text.empty() && !all.problem) {
        const auto end = isLines ? text.find('\n') : std::string_view::npos;
        const auto line = trimmed(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.empty()) {
            continue;
        }
        auto read = readLine(item, line, place);
        all.problem = read.problem;
        std::ranges::move(read.values, std::back_inserter(all.values));
    }
    if (all.problem) {
        all.values.clear();
    }
    return all;
}

} // namespace palpate::app
