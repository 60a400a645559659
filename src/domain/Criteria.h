// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Finding.h"
#include "domain/Message.h"

#include <optional>

namespace palpate {

/// What the signs say, beside the practitioner's own judgement. Never stored as the state.
struct SignsReading {
    int present = 0;  ///< of the three essential criteria
    int assessed = 0; ///< of the three essential criteria
    /// Active or latent when all three are present and recognition was asked; empty when the signs
    /// do not say. Source: [DELPHI2018]: a point has a taut band, a hypersensitive spot and
    /// referred pain; it is active when the patient's own symptom is reproduced.
    std::optional<State> state;
    Message reason; ///< "3 of 3 Delphi criteria, pain recognised"
    friend bool operator==(const SignsReading&, const SignsReading&) = default;
};

/// A partly recognised pain is not counted as reproduced: the reading then stays empty and says so.
[[nodiscard]] SignsReading readingOf(const Signs& signs);

/// Whether judgement and signs both speak and differ. Both are then shown; nothing is changed.
[[nodiscard]] bool disagree(const Finding& finding);

} // namespace palpate
