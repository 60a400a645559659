// SPDX-License-Identifier: MIT
#include "gui/Settling.h"

#include "gui/Phrases.h"

#include <array>

namespace palpate::gui {

namespace {

constexpr std::array kWords{Settled::Still, Settled::Better, Settled::Worse, Settled::Gone};

} // namespace

wxString settledWord(Settled word) {
    switch (word) {
    case Settled::Still:
        return said("Still");
    case Settled::Better:
        return said("Better");
    case Settled::Worse:
        return said("Worse");
    case Settled::Gone:
        return said("Gone");
    }
    return {};
}

std::vector<ChipGroup::Chip> settledChips() {
    std::vector<ChipGroup::Chip> chips;
    for (const Settled word : kWords) {
        ChipGroup::Chip chip{settledWord(word)};
        chip.tip = word == Settled::Still    ? said("found as last time, key S")
                   : word == Settled::Better ? said("better than last time, key B")
                   : word == Settled::Worse  ? said("worse than last time, key W")
                                             : said("no longer there, key G");
        chips.push_back(std::move(chip));
    }
    return chips;
}

Settled settledAt(int chip) {
    return kWords.at(static_cast<std::size_t>(chip));
}

void showSettled(ChipGroup& chips, const std::optional<Settled>& word) {
    for (std::size_t i = 0; i < kWords.size(); ++i) {
        const ChipState wanted = word == kWords[i] ? ChipState::On : ChipState::Off;
        if (chips.state(static_cast<int>(i)) != wanted) {
            chips.setState(static_cast<int>(i), wanted);
        }
    }
}

std::optional<Settled> settledByKey(int key) noexcept {
    switch (key) {
    case 'S':
        return Settled::Still;
    case 'B':
        return Settled::Better;
    case 'W':
        return Settled::Worse;
    case 'G':
        return Settled::Gone;
    default:
        return {};
    }
}

} // namespace palpate::gui
