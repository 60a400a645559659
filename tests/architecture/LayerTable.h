// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace palpate::architecture {

/// What palpate_layer() said of one room.
struct Layer {
    std::set<std::string> uses;
    std::set<std::string> hides;
    std::set<std::string> contract; ///< its public headers, as paths below the room
};

using LayerTable = std::map<std::string, Layer>;

/// The table of a build folder. Throws std::runtime_error when it is missing or a line has not four
/// columns.
[[nodiscard]] LayerTable readLayerTable(const std::filesystem::path& file);

} // namespace palpate::architecture
