// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::report {

/// Letters to add, drop, change or swap with their neighbour until one is the other. Bytes, since
/// names are ASCII.
[[nodiscard]] std::size_t editDistance(std::string_view one, std::string_view other);

/// The known name that was probably meant, empty when none is near: compared as a whole and by the
/// part after the last dot. The first of those that are equally near.
[[nodiscard]] std::string nearestOf(std::string_view name,
                                    const std::vector<std::string_view>& known);

} // namespace palpate::report
