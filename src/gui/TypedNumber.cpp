// SPDX-License-Identifier: MIT
#include "gui/TypedNumber.h"

#include "gui/Words.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace palpate::gui {

std::optional<double> typedNumber(std::string text) {
    for (char& c : text) {
        c = c == ',' ? '.' : c;
    }
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string::npos) {
        return {};
    }
    const std::size_t last = text.find_last_not_of(' ');
    const std::string_view number = std::string_view{text}.substr(first, last - first + 1);
    double value = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
    if (read.ec != std::errc{} || read.ptr != number.data() + number.size() ||
        !std::isfinite(value)) {
        return {};
    }
    return value;
}

wxString shortestNumber(double value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return toWx({buffer.data(), static_cast<std::size_t>(end - buffer.data())});
}

} // namespace palpate::gui
