// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"
#include "storage/SearchText.h"

#include <chrono>
#include <string>
#include <string_view>

namespace palpate::storage {

// The words of a patient's index row that only the program searches for. docs/file-format.md lists
// them.

/// Out of the daily list.
[[nodiscard]] inline std::string unlistedTag() {
    return tagWord('x', "1");
}
/// The digits of a telephone number from some digit on.
[[nodiscard]] inline std::string digitsTag(std::string_view digits) {
    return tagWord('n', digits);
}
/// The beginning of a birth date: "1980", "198003".
[[nodiscard]] inline std::string birthBeginningTag(std::string_view digits) {
    return tagWord('b', digits);
}
[[nodiscard]] inline std::string birthTag(Date date) {
    auto digits = isoDate(date);
    std::erase(digits, '-');
    return birthBeginningTag(digits);
}
/// Month and day of birth.
[[nodiscard]] inline std::string birthdayTag(std::chrono::month_day day) {
    const auto number = static_cast<unsigned>(day.month()) * 100 + static_cast<unsigned>(day.day());
    return tagWord('d', std::to_string(10000 + number).substr(1));
}
/// A name from its second, third ... character on.
[[nodiscard]] inline std::string endingTag(std::string_view word) {
    return tagWord('e', word);
}
/// A name with one character left out.
[[nodiscard]] inline std::string omissionTag(std::string_view word) {
    return tagWord('o', word);
}

} // namespace palpate::storage
