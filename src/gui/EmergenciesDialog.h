// SPDX-License-Identifier: MIT
#pragma once

#include "app/PatientAccess.h"
#include "gui/FormDialog.h"

#include <optional>
#include <vector>

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

class Card;

/// The restricted records that were opened in an emergency and of which no owner has taken note:
/// who, when, whom, why. The clinic must outlive it.
class EmergenciesDialog : public FormDialog {
public:
    EmergenciesDialog(wxWindow* parent, app::Clinic& clinic);

    /// It was closed to open this record.
    [[nodiscard]] const std::optional<PatientId>& wanted() const noexcept { return wanted_; }

private:
    [[nodiscard]] std::vector<Message> accept() override { return {}; }
    void render();
    void addCard(const app::EmergencyLine& line);

    app::Clinic& clinic_;
    std::optional<PatientId> wanted_;
    wxBoxSizer* list_;         ///< owned by the fields
    std::vector<Card*> cards_; ///< children of this window
    TextBlock* none_;
};

} // namespace palpate::gui
