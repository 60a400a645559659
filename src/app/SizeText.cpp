// SPDX-License-Identifier: MIT
#include "app/SizeText.h"

#include "domain/Message.h"

namespace palpate::app {

std::string sizeText(std::uint64_t bytes) {
    constexpr std::uint64_t kKilo = 1000;
    constexpr std::uint64_t kMega = kKilo * kKilo;
    if (bytes < kKilo) {
        return shown({bytes == 1 ? tr("{1} byte") : tr("{1} bytes"), {std::to_string(bytes)}});
    }
    if (bytes < kMega) {
        return std::to_string((bytes + kKilo / 2) / kKilo) + " kB";
    }
    const auto tenths = (bytes + kMega / 20) / (kMega / 10);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

} // namespace palpate::app
