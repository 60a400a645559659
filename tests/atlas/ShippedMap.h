// SPDX-License-Identifier: MIT
#pragma once

#include "atlas/BodyMap.h"

#include <filesystem>

namespace palpate::test {

[[nodiscard]] inline std::filesystem::path shippedMapFile() {
    return std::filesystem::path{PALPATE_SOURCE_DIR} / "src/atlas/data/body-atlas.json";
}

/// The atlas that Palpate ships, loaded once for all stories of a program.
[[nodiscard]] inline const atlas::BodyMap& shippedMap() {
    static const atlas::BodyMap map = atlas::BodyMap::load(shippedMapFile());
    return map;
}

[[nodiscard]] inline MuscleKey muscleKey(std::string_view text) {
    return MuscleKey::from(text).value();
}
[[nodiscard]] inline RegionKey regionKey(std::string_view text) {
    return RegionKey::from(text).value();
}

} // namespace palpate::test
