// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Body.h"

#include <string>
#include <string_view>

namespace palpate::reference {
struct KnownMotion;
}

namespace palpate::app {

// The field's terms in everyday words, for what a patient reads.

/// "lower back: bending to the right", "left shoulder: raising the arm forward". A motion that has
/// no everyday words keeps the label of the table.
[[nodiscard]] std::string plainMotion(const reference::KnownMotion& motion, Side side);
/// What a diagnosis means, to stand behind its name: "muscle pain" of a myalgia. Empty where the
/// name says it, or where there are no words for it.
[[nodiscard]] std::string plainDiagnosis(std::string_view name);

} // namespace palpate::app
