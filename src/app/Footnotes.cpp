// SPDX-License-Identifier: MIT
#include "app/Footnotes.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace palpate::app {

namespace {

[[nodiscard]] std::string raised(std::size_t number) {
    static constexpr std::array<std::string_view, 10> kDigits{"⁰", "¹", "²", "³", "⁴",
                                                              "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text;
    for (const char digit : std::to_string(number)) {
        text += kDigits.at(static_cast<std::size_t>(digit - '0'));
    }
    return text;
}

} // namespace

std::string Footnotes::mark(const std::string& text) {
    if (text.empty()) {
        return {};
    }
    auto found = std::ranges::find(texts_, text);
    if (found == texts_.end()) {
        found = texts_.insert(texts_.end(), text);
    }
    return raised(static_cast<std::size_t>(found - texts_.begin()) + 1);
}

std::vector<report::Fields> Footnotes::rows() const {
    std::vector<report::Fields> rows;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
        report::Fields row;
        row.set("mark", raised(i + 1)).set("text", texts_[i]);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace palpate::app
