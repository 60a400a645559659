// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"

#include <string>
#include <vector>

namespace palpate::test {

/// The sentences as people read them.
[[nodiscard]] inline std::vector<std::string> shownAll(const std::vector<Message>& messages) {
    std::vector<std::string> out;
    for (const auto& message : messages) {
        out.push_back(shown(message));
    }
    return out;
}

} // namespace palpate::test
