// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <vector>

namespace palpate::report {

/// A small TrueType file with the glyphs of these characters only, renumbered, without hints for
/// coarse screens. libharu's own subsets keep the tables of all glyphs, 60 to 80 kB a typeface;
/// these take a tenth of that. The same characters give the same bytes. Empty when the file is
/// missing or damaged.
[[nodiscard]] std::optional<std::vector<std::uint8_t>>
subsetOf(const std::filesystem::path& file, const std::set<char32_t>& characters);

} // namespace palpate::report
