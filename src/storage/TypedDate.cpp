// SPDX-License-Identifier: MIT
#include "storage/TypedDate.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

namespace palpate::storage {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::month_day;
using std::chrono::year;
using std::chrono::year_month;

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::size_t kShortestMonth = 3;

/// A part of a date: a number with its digits counted, or a month in words.
struct Part {
    unsigned number = 0;
    std::size_t digits = 0; ///< 0: a month in words
};

[[nodiscard]] bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

[[nodiscard]] std::optional<Part> partOf(std::string_view word) {
    std::string small{word};
    std::ranges::transform(small, small.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    for (const auto* ending : {"st", "nd", "rd", "th"}) { // 3rd
        if (small.size() > 2 && small.ends_with(ending) && isDigit(small[small.size() - 3])) {
            small.erase(small.size() - 2);
        }
    }
    if (!small.empty() && small.size() <= 8 && std::ranges::all_of(small, isDigit)) {
        Part part{0, small.size()};
        std::from_chars(small.data(), small.data() + small.size(), part.number);
        return part;
    }
    if (small.size() < kShortestMonth) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (kMonths.at(i).starts_with(small)) {
            return Part{static_cast<unsigned>(i + 1), 0};
        }
    }
    return std::nullopt;
}

/// Nothing when one of the parts can be none of a date.
[[nodiscard]] std::vector<Part> partsOf(std::string_view chunk, std::string_view separators) {
    std::vector<Part> parts;
    for (std::size_t at = 0; at <= chunk.size();) {
        const auto end = std::min(chunk.find_first_of(separators, at), chunk.size());
        const auto word = chunk.substr(at, end - at);
        at = end + 1;
        if (word.empty() && at > chunk.size()) {
            break; // "14.3."
        }
        const auto part = partOf(word);
        if (!part) {
            return {};
        }
        parts.push_back(*part);
    }
    return parts;
}

[[nodiscard]] std::vector<year> yearsOf(const Part& part) {
    const auto number = static_cast<int>(part.number);
    if (part.digits == 4) {
        return {year{number}};
    }
    return part.digits == 2 ? std::vector{year{1900 + number}, year{2000 + number}}
                            : std::vector<year>{};
}

void addDays(TypedDate& typed, const Part& d, const Part& m, const Part& y) {
    if (d.digits == 0 || d.digits > 2 || m.digits > 2) {
        return;
    }
    for (const auto of : yearsOf(y)) {
        const Date date{of, month{m.number}, day{d.number}};
        if (date.ok() && std::ranges::find(typed.days, date) == typed.days.end()) {
            typed.days.push_back(date);
        }
    }
}

void addThree(TypedDate& typed, const std::vector<Part>& parts, bool isSlashed) {
    const auto& [first, second, third] = std::array{parts[0], parts[1], parts[2]};
    if (first.digits == 4) {
        addDays(typed, third, second, first);
    } else if (first.digits == 0) {
        addDays(typed, second, first, third);
    } else {
        addDays(typed, first, second, third);
        if (isSlashed) {
            addDays(typed, second, first, third);
        }
    }
}

void addTwo(TypedDate& typed, const Part& first, const Part& second, bool mayBeYearly) {
    const auto& [m, y] = first.digits == 4 ? std::pair{second, first} : std::pair{first, second};
    if (y.digits == 4 && m.digits > 0 && m.digits <= 2) {
        const year_month found{year{static_cast<int>(y.number)}, month{m.number}};
        if (found.ok()) {
            typed.months.push_back(found);
        }
    } else if (mayBeYearly && first.digits > 0 && first.digits <= 2 && second.digits <= 2) {
        const month_day found{month{second.number}, day{first.number}};
        if (found.ok()) {
            typed.yearly.push_back(found);
        }
    }
}

/// 19800314 and 14031980.
void addEight(TypedDate& typed, unsigned number) {
    const auto add = [&](unsigned y, unsigned m, unsigned d) {
        const Date date{year{static_cast<int>(y)}, month{m}, day{d}};
        if (date.ok() && y >= 1800 && y < 2200) {
            typed.days.push_back(date);
        }
    };
    add(number / 10000, number / 100 % 100, number % 100);
    add(number % 10000, number / 10000 % 100, number / 1000000);
}

[[nodiscard]] bool isFound(const TypedDate& typed) {
    return !typed.days.empty() || !typed.months.empty() || !typed.yearly.empty();
}

[[nodiscard]] TypedDate inOneChunk(std::string_view chunk) {
    TypedDate typed{.chunks = 1};
    for (const auto* separators : {".", "/", "-"}) {
        const auto parts = partsOf(chunk, separators);
        if (parts.size() == 3) {
            addThree(typed, parts, *separators == '/');
        } else if (parts.size() == 2) {
            addTwo(typed, parts[0], parts[1], *separators == '.' && chunk.ends_with('.'));
        } else if (parts.size() == 1 && parts[0].digits == 8 && *separators == '.') {
            addEight(typed, parts[0].number);
        }
    }
    return typed;
}

/// With the month in words.
[[nodiscard]] TypedDate inSeveral(std::span<const std::string_view> chunks) {
    std::vector<Part> parts;
    for (const auto chunk : chunks.first(std::min<std::size_t>(chunks.size(), 3))) {
        const auto one = partsOf(chunk, ".");
        if (one.size() != 1) {
            break;
        }
        parts.push_back(one.front());
    }
    TypedDate typed;
    if (parts.size() == 3 && (parts[0].digits == 0) != (parts[1].digits == 0)) {
        typed.chunks = 3;
        addThree(typed, parts, false);
    }
    if (!isFound(typed) && parts.size() >= 2 && parts[1].digits == 0) {
        typed.chunks = 2;
        addTwo(typed, parts[0], parts[1], true);
    }
    return typed;
}

} // namespace

TypedDate dateAt(std::span<const std::string_view> chunks) {
    if (chunks.empty()) {
        return {};
    }
    if (const auto several = inSeveral(chunks); isFound(several)) {
        return several;
    }
    const auto one = inOneChunk(chunks.front());
    return isFound(one) ? one : TypedDate{};
}

} // namespace palpate::storage
