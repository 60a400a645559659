// SPDX-License-Identifier: MIT
#include "app/AtlasFile.h"

#include "atlas/BodyMap.h"
#include "atlas/Judgement.h"

namespace palpate::app {

AtlasVerdict judgeAtlas(const std::filesystem::path& file) {
    AtlasVerdict verdict;
    verdict.faults = atlas::judge(file);
    if (verdict.faults.empty()) {
        const auto map = atlas::BodyMap::load(file);
        verdict.muscles = map.muscles().size();
        verdict.bones = map.bones().size();
        verdict.regions = map.regions().size();
        verdict.landmarks = map.landmarks().size();
    }
    return verdict;
}

} // namespace palpate::app
