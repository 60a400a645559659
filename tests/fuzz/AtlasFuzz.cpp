// SPDX-License-Identifier: MIT
#include "JsonMutator.h"
#include "Sentence.h"
#include "atlas/Areas.h"
#include "atlas/BodyMap.h"
#include "atlas/Judgement.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace {

using namespace palpate;

constexpr std::string_view kFile = "body.json";

[[nodiscard]] std::optional<atlas::BodyMap> read(std::string_view json) {
    try {
        return atlas::BodyMap::parse(json, kFile);
    } catch (const DataError& error) {
        fuzz::mustBeSentence(error.what());
        return std::nullopt;
    }
}

/// Asks a map that was accepted what a window would ask it.
void use(const atlas::BodyMap& map) {
    for (const auto view : kViews) {
        const auto& frame = map.frame(view);
        for (const double share : {0.0, 0.3, 0.5, 1.0}) {
            const BodyPoint where{view, frame.width * share, frame.height * share};
            for (const bool showArm : {false, true}) {
                static_cast<void>(
                    map.muscleAt(where, {Layer::Superficial, showArm}, atlas::Millimetres{5}));
                static_cast<void>(map.musclesUnder(where, showArm));
                static_cast<void>(map.regionAt(where, atlas::Millimetres{5}, showArm));
            }
            static_cast<void>(map.nearestLandmark(where, atlas::Millimetres{100}));
            static_cast<void>(map.spinalLevelAt(where));
        }
    }
    static_cast<void>(atlas::figureArea(map));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    // The bytes are only read.
    const std::string_view json{reinterpret_cast<const char*>(data), size};
    const auto faults = atlas::judge(json, kFile);
    for (const auto& fault : faults) {
        fuzz::mustBeSentence(shown(fault));
    }
    const auto map = read(json);
    if (faults.empty() && !map) {
        std::fputs("What is judged sound is refused.\n", stderr);
        std::abort();
    }
    if (map) {
        use(*map);
    }
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
    return palpate::fuzz::mutateJson(data, size, most, seed, 0);
}
