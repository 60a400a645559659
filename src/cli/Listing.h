// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::cli {

using Json = nlohmann::ordered_json;

/// Lines of text whose columns stand below each other.
class Table {
public:
    explicit Table(std::vector<std::string> heading);
    /// As many cells as the heading has.
    void add(std::vector<std::string> cells);
    void print(std::ostream& out) const;

private:
    std::vector<std::vector<std::string>> rows_; ///< the first is the heading
};

/// Indented JSON with a newline at the end; what is no UTF-8 is replaced.
void print(std::ostream& out, const Json& json);

/// The beginning of a text, at most so many characters wide, on one line.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);
/// Columns that the text takes on a terminal: code points without combining marks.
[[nodiscard]] std::size_t widthOf(std::string_view text) noexcept;

/// null for an empty optional.
template <class Value> [[nodiscard]] Json orNull(const Value& value) {
    return value ? Json(*value) : Json(nullptr);
}

} // namespace palpate::cli
