// SPDX-License-Identifier: MIT
#include "report/Nearest.h"

#include <algorithm>

namespace palpate::report {
namespace {

constexpr std::size_t kLongest = 80; // what is longer is no slip of a known name

std::string_view lastPart(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

/// A third of the letters may be wrong, and one letter always.
std::size_t allowedIn(std::string_view name) {
    return std::max<std::size_t>(1, name.size() / 3);
}

} // namespace

std::size_t editDistance(std::string_view one, std::string_view other) {
    // Three rows of the usual table; the one before last is for swapped neighbours.
    std::vector<std::size_t> beforeLast(other.size() + 1);
    std::vector<std::size_t> last(other.size() + 1);
    std::vector<std::size_t> row(other.size() + 1);
    for (std::size_t j = 0; j <= other.size(); ++j) {
        last[j] = j;
    }
    for (std::size_t i = 1; i <= one.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const std::size_t change = one[i - 1] == other[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) {
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
            }
        }
        beforeLast.swap(last);
        last.swap(row);
    }
    return last[other.size()];
}

std::string nearestOf(std::string_view name, const std::vector<std::string_view>& known) {
    if (name.empty() || name.size() > kLongest) {
        return {};
    }
    const std::string_view part = lastPart(name);
    std::string_view best;
    std::size_t bestDistance = kLongest;
    for (const std::string_view candidate : known) {
        const std::size_t whole = editDistance(name, candidate);
        // A right last part behind a wrong or missing first one is worth one change.
        const std::size_t ending = editDistance(part, lastPart(candidate)) + 1;
        std::size_t distance = kLongest;
        if (whole <= allowedIn(name)) {
            distance = whole;
        }
        if (part.size() > 2 && ending <= allowedIn(part) + 1) {
            distance = std::min(distance, ending);
        }
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return std::string{best};
}

} // namespace palpate::report
