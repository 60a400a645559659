// SPDX-License-Identifier: MIT
#pragma once

#include "app/QuickLine.h"
#include "domain/Id.h"

#include <string>
#include <string_view>
#include <vector>

namespace palpate::app {

class Clinic;

/// A muscle, tendon or fascia of the body map as a list names it.
struct MuscleEntry {
    MuscleKey muscle;
    std::string group;              ///< part of the body: "Back"
    std::string label;              ///< without its side: "quadratus lumborum"
    std::string layer;              ///< its number: "4"
    std::vector<std::string> words; ///< its other names and short forms
    bool paired = true;             ///< has a left and a right
    friend bool operator==(const MuscleEntry&, const MuscleEntry&) = default;
};

/// All of the map, by part of the body from the head down, in it by layer and name.
[[nodiscard]] std::vector<MuscleEntry> muscleList(const Clinic& clinic);

/// What a quick line so far may become, best first: the rows while it is typed, and those that
/// SessionPresenter::quick() offers and counts by.
[[nodiscard]] std::vector<QuickChoice> quickCompletions(const Clinic& clinic,
                                                        std::string_view text);

} // namespace palpate::app
