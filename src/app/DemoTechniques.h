// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Patient.h"
#include "domain/Practitioner.h"
#include "domain/Session.h"
#include "domain/Treatment.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::atlas {
class BodyMap;
}
namespace palpate::reference {
class Reference;
}

namespace palpate::app {

class DemoChance;

/// Where a technique is given, as far as its dose speaks of it.
struct DemoDosePlace {
    std::string region = {};    ///< key of a region
    std::string level = {};     ///< as `joint_level` says it
    std::string position = {};  ///< in which the patient lies; empty: any that fits the technique
    std::string direction = {}; ///< likewise
};

/// The techniques of the table as the people of a clinic use them, with doses drawn from their
/// usual ranges. Looked up once.
class DemoTechniques {
public:
    /// Both must outlive it. Throws DataError when the table lacks a technique.
    DemoTechniques(const reference::Reference& reference, const atlas::BodyMap& map);

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
        bool isLevel = false;
    };
    struct Technique {
        double weight = 0;
        TechniqueKey key;
        std::string words;   ///< "pressure release"
        double meanDrop = 2; ///< of a point's tenderness at once, invented
        std::vector<Field> fields;
    };
    /// Where techniques are used.
    enum class At { Points, Regions, Joints };

    /// A technique, and why one goes on although an alert calls for a reason.
    struct Choice {
        const Technique* technique = nullptr;
        std::vector<WentOn> wentOn;
    };
    /// One that is in use in that profession. What an alert forbids there is left alone, what is to
    /// be weighed mostly. Empty: nothing suitable was found. The session must hold the target.
    [[nodiscard]] std::optional<Choice> choose(DemoChance& chance, At at, Profession profession,
                                               const std::optional<std::vector<Alert>>& alerts,
                                               const TreatmentTarget& target,
                                               const Session& session) const;
    /// A few of those that the profession uses most, the first more often: for a plan.
    [[nodiscard]] std::vector<TechniqueKey> planned(DemoChance& chance,
                                                    Profession profession) const;
    /// Throws DataError when the demonstration does not use it.
    [[nodiscard]] const Technique& named(std::string_view key) const;

    [[nodiscard]] static std::vector<LogValue> dose(DemoChance& chance, const Technique& technique,
                                                    const DemoDosePlace& place);

private:
    /// By profession, in the order of Profession; then by At.
    using Lists = std::array<std::vector<Technique>, 3>;
    [[nodiscard]] const std::vector<Technique>& listOf(At at, Profession profession) const;

    const reference::Reference& reference_;
    const atlas::BodyMap& map_;
    std::array<Lists, 3> lists_;
};

} // namespace palpate::app
