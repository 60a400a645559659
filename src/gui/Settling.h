// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Finding.h"
#include "gui/ChipGroup.h"

#include <optional>
#include <vector>

namespace palpate::gui {

// How a point known from before is settled: the same words and keys in its row and on its card.

/// Still, Better, Worse, Gone.
[[nodiscard]] std::vector<ChipGroup::Chip> settledChips();
/// The word of that chip.
[[nodiscard]] Settled settledAt(int chip);
/// Chooses the chip of the word; none for no word.
void showSettled(ChipGroup& chips, const std::optional<Settled>& word);
[[nodiscard]] wxString settledWord(Settled word);
/// S, B, W, G; empty: the key settles nothing.
[[nodiscard]] std::optional<Settled> settledByKey(int key) noexcept;

} // namespace palpate::gui
