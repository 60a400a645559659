// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Treatment.h"

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate::reference {
class Reference;
}

namespace palpate::app {

class DemoChance;

/// The techniques of the table as a physiotherapist uses them, with doses drawn from their usual
/// ranges. Looked up once.
class DemoTechniques {
public:
    explicit DemoTechniques(const reference::Reference& reference);

    /// One field of a dose and how it is drawn.
    struct Field {
        LogFieldKey key;
        double chance = 1; ///< how often it is logged
        double low = 0;
        double high = 0;
        double step = 1;
        std::vector<std::string> choices; ///< of a choice or text; empty: a number or a yes
        bool isYes = false;
        bool isRegion = false;
    };
    struct Technique {
        double weight = 0;
        TechniqueKey key;
        std::string words;   ///< "pressure release"
        double meanDrop = 2; ///< of a point's tenderness at once, invented
        std::vector<Field> fields;
    };

    /// A technique at a point; one that any of `alerts` rules out or makes doubtful is left alone.
    [[nodiscard]] const Technique& forPoint(DemoChance& chance,
                                            const std::vector<AlertKey>& alerts) const;
    /// A technique of a region, under the same rule.
    [[nodiscard]] const Technique& forRegion(DemoChance& chance,
                                             const std::vector<AlertKey>& alerts) const;
    /// Throws DataError when the demonstration does not use it.
    [[nodiscard]] const Technique& named(std::string_view key) const;

    [[nodiscard]] static std::vector<LogValue> dose(DemoChance& chance, const Technique& technique,
                                                    const std::string& region);

private:
    [[nodiscard]] const Technique& allowed(DemoChance& chance, const std::vector<Technique>& among,
                                           const std::vector<AlertKey>& alerts) const;
    std::vector<Technique> atPoints_;
    std::vector<Technique> atRegions_;
    std::set<std::pair<AlertKey, TechniqueKey>> avoided_;
};

} // namespace palpate::app
