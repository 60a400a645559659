// SPDX-License-Identifier: MIT
#include "cli/Listing.h"

#include <algorithm>
#include <ostream>

namespace palpate::cli {

namespace {

/// Bytes of the character that begins with this byte.
[[nodiscard]] std::size_t lengthAt(std::string_view text, std::size_t at) noexcept {
    std::size_t length = 1;
    while (at + length < text.size() &&
           (static_cast<unsigned char>(text[at + length]) >> 6U) == 2) {
        ++length;
    }
    return length;
}

/// U+0300 to U+036F sit on the letter before them.
[[nodiscard]] bool isCombining(std::string_view text, std::size_t at) noexcept {
    const auto first = static_cast<unsigned char>(text[at]);
    const auto second = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
    return first == 0xCC || (first == 0xCD && second < 0xB0);
}

} // namespace

std::size_t widthOf(std::string_view text) noexcept {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size(); at += lengthAt(text, at)) {
        width += isCombining(text, at) ? 0 : 1;
    }
    return width;
}

std::string shortened(std::string_view text, std::size_t width) {
    std::string out;
    std::size_t used = 0;
    const bool fits = widthOf(text) <= width;
    for (std::size_t at = 0; at < text.size();) {
        const auto length = lengthAt(text, at);
        const std::size_t takes = isCombining(text, at) ? 0 : 1;
        if (!fits && used + takes > width - 1) {
            return out + "…";
        }
        const char c = text[at];
        out += c == '\n' || c == '\t' || c == '\r' ? std::string{" "}
                                                   : std::string{text.substr(at, length)};
        used += takes;
        at += length;
    }
    return out;
}

Table::Table(std::vector<std::string> heading) {
    rows_.push_back(std::move(heading));
}

void Table::add(std::vector<std::string> cells) {
    cells.resize(rows_.front().size());
    rows_.push_back(std::move(cells));
}

void Table::print(std::ostream& out) const {
    std::vector<std::size_t> widths(rows_.front().size());
    for (const auto& row : rows_) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], widthOf(row[i]));
        }
    }
    for (const auto& row : rows_) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += row[i] + std::string(widths[i] - widthOf(row[i]) + 2, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    }
}

void print(std::ostream& out, const Json& json) {
    out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

} // namespace palpate::cli
