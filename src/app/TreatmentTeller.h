// SPDX-License-Identifier: MIT
#pragma once

#include "app/SentenceWords.h"
#include "domain/Practitioner.h"
#include "domain/Session.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::reference {
class Reference;
}

namespace palpate::app {

/// The words for the treatments of one session. Everything that is handed to it must outlive it.
class TreatmentTeller {
public:
    /// What is said of one treatment, in pieces that tell which can share a sentence.
    struct Told {
        const Treatment* treatment = nullptr;
        std::string dose;
        std::string effect;
        std::string note;
    };

    TreatmentTeller(const Session& session, const reference::Reference& reference,
                    PressureUnit unit)
        : session_{session}, reference_{reference}, unit_{unit} {}

    /// `each`: it was given at each of several places.
    [[nodiscard]] Told told(const Treatment& treatment, bool each) const;
    /// One sentence for treatments of the same technique and dose at different places.
    [[nodiscard]] std::string sentence(const std::vector<const Treatment*>& group,
                                       bool again) const;
    /// The technique as a sentence names it, with the word that leads to its target.
    [[nodiscard]] std::string technique(const Treatment& treatment) const;
    /// The technique without that word.
    [[nodiscard]] std::string name(const Treatment& treatment) const;

private:
    [[nodiscard]] const Finding* findingOf(const Treatment& treatment) const;
    /// What the point was like when this treatment began: as it was found, or as an earlier
    /// treatment of the session left it.
    [[nodiscard]] std::optional<double> tendernessBefore(const Treatment& treatment) const;
    [[nodiscard]] std::string group(const Treatment& treatment) const;
    [[nodiscard]] std::string leadOf(const Treatment& treatment) const;
    /// Whether the session has several points of that muscle, so that its name tells them not
    /// apart.
    [[nodiscard]] bool isOneOfSeveral(const Finding& finding) const;
    /// "the right soleus", "point 2 in the right soleus", "C5 on the left".
    [[nodiscard]] std::string target(const Treatment& treatment) const;
    /// Muscles share "the" and their side, as do the two sides of one level.
    [[nodiscard]] std::string targets(const std::vector<const Treatment*>& group) const;
    /// Those muscles, when all targets are muscles or all are points whose muscle names them.
    [[nodiscard]] std::vector<MusclePlace>
    musclesOf(const std::vector<const Treatment*>& group) const;
    [[nodiscard]] std::optional<std::string>
    bothSidesOf(const std::vector<const Treatment*>& group) const;
    /// "the right soleus (tenderness from 6/10 to 3/10) and the left piriformis (from 4/10 ...)".
    [[nodiscard]] std::string targetsWithEffects(const std::vector<Told>& all) const;

    const Session& session_;
    const reference::Reference& reference_;
    PressureUnit unit_;
};

} // namespace palpate::app
