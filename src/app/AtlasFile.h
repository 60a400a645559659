// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace palpate::app {

/// What an atlas file holds, and what is wrong with it.
struct AtlasVerdict {
    std::vector<Message> faults; ///< each names the file and the entry; empty: it is sound
    std::size_t muscles = 0;     ///< 0, as the others, unless it is sound
    std::size_t bones = 0;
    std::size_t regions = 0;
    std::size_t landmarks = 0;
};
[[nodiscard]] AtlasVerdict judgeAtlas(const std::filesystem::path& file);

} // namespace palpate::app
