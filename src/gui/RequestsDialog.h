// SPDX-License-Identifier: MIT
#pragma once

#include "app/Amendments.h"
#include "gui/FormDialog.h"

#include <vector>

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

class RequestCard;

/// All that a patient asked to be changed in the record, with the answers, and the way to take
/// down another request. The clinic must outlive it.
class RequestsDialog : public FormDialog {
public:
    RequestsDialog(wxWindow* parent, app::Clinic& clinic, const PatientId& patient,
                   const std::string& name);

private:
    [[nodiscard]] std::vector<Message> accept() override { return {}; }
    void render();

    app::Clinic& clinic_;
    PatientId patient_;
    std::string name_;
    wxBoxSizer* list_;                ///< owned by the fields
    std::vector<RequestCard*> cards_; ///< children of this window
};

} // namespace palpate::gui
