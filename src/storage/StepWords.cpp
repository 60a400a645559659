// SPDX-License-Identifier: MIT
#include "storage/StepWords.h"

#include <cmath>

namespace palpate::storage {

namespace {

/// What `escaped` made of a text, turned back; with `blanks` also \s.
[[nodiscard]] std::string plain(std::string_view written, bool blanks) {
    std::string out;
    for (std::size_t at = 0; at < written.size(); ++at) {
        if (written[at] != '\\') {
            out += written[at];
            continue;
        }
        ++at;
        switch (at < written.size() ? written[at] : '\0') {
        case '\\':
            out += '\\';
            break;
        case 'n':
            out += '\n';
            break;
        case 'r':
            out += '\r';
            break;
        case 's':
            out += blanks ? ' ' : throw Malformed{};
            break;
        default:
            throw Malformed{};
        }
    }
    return out;
}

} // namespace

std::string Words::text() {
    return plain(rest(), false);
}

std::string Words::textWord() {
    const auto word = next();
    if (word == "-") {
        return {};
    }
    if (word == "\\-") {
        return "-";
    }
    return word.empty() ? throw Malformed{} : plain(word, true);
}

std::optional<double> finiteNumber(std::string_view word) {
    const auto number = Words::parseNumber<double>(word);
    return number && std::isfinite(*number) ? number : std::nullopt;
}

std::optional<Layer> parseLayer(std::string_view word) {
    const auto number = Words::parseNumber<int>(word);
    return number && *number >= 0 && *number < static_cast<int>(kLayers.size())
               ? std::optional{static_cast<Layer>(*number)}
               : std::nullopt;
}

} // namespace palpate::storage
