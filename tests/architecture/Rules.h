// SPDX-License-Identifier: MIT
#pragma once

#include "architecture/LayerTable.h"

#include <filesystem>
#include <string>
#include <vector>

namespace palpate::architecture {

/// One breach: "src/app/Clinic.cpp:12: app may not include gui ...".
struct Violation {
    std::string file; ///< below the root of the tree, with '/'
    int line = 0;     ///< 0: the file as a whole
    std::string rule; ///< a sentence: what is wrong and what the rule is
    friend bool operator==(const Violation&, const Violation&) = default;
};
[[nodiscard]] std::string shown(const Violation& violation);

/// Whether the arrows themselves are sound: they go down the house and each wall's library is
/// hidden in its room only.
[[nodiscard]] std::vector<Violation> checkArrows(const LayerTable& table);
/// Every source below root/src against the table: arrows, libraries, contracts, SQL.
[[nodiscard]] std::vector<Violation> checkRooms(const std::filesystem::path& root,
                                                const LayerTable& table);
/// Every source of the tree, tests and build files too: its licence line.
[[nodiscard]] std::vector<Violation> checkLicences(const std::filesystem::path& root);

} // namespace palpate::architecture
