// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Practitioner.h"
#include "gui/ChipGroup.h"

#include <optional>

namespace palpate::gui {

/// The professions of which one is chosen; none at first.
class ProfessionChips : public ChipGroup {
public:
    ProfessionChips(wxWindow* parent, const wxString& name);

    [[nodiscard]] std::optional<Profession> profession() const;
    void choose(Profession profession);
};

} // namespace palpate::gui
