// SPDX-License-Identifier: MIT
#include "gui/ProfessionChips.h"

#include "gui/Phrases.h"

#include <algorithm>
#include <array>

namespace palpate::gui {

namespace {

constexpr std::array kProfessions{Profession::Physiotherapist, Profession::Chiropractor,
                                  Profession::MassageTherapist, Profession::Other};

} // namespace

ProfessionChips::ProfessionChips(wxWindow* parent, const wxString& name)
    : ChipGroup{parent,
                name,
                said("Profession"),
                Kind::Single,
                {{said("Physiotherapist")},
                 {said("Chiropractor")},
                 {said("Massage therapist")},
                 {said("Other")}},
                ChipGroup::Size::Compact} {}

std::optional<Profession> ProfessionChips::profession() const {
    const int chosen = selected();
    return chosen == kNone ? std::nullopt
                           : std::optional{kProfessions.at(static_cast<std::size_t>(chosen))};
}

void ProfessionChips::choose(Profession profession) {
    const auto at = std::ranges::find(kProfessions, profession);
    setState(static_cast<int>(std::distance(kProfessions.begin(), at)), ChipState::On);
}

} // namespace palpate::gui
