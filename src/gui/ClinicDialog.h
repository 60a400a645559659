// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Practitioner.h"
#include "gui/FormDialog.h"
#include "gui/SegmentedControl.h"

#include <utility>
#include <vector>

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

/// What heads a printed page, and the unit in which pressure is shown. The clinic must outlive it.
class ClinicDialog : public FormDialog {
public:
    ClinicDialog(wxWindow* parent, app::Clinic& clinic);

private:
    [[nodiscard]] std::vector<Message> accept() override;

    app::Clinic& clinic_;
    std::vector<std::pair<PressureUnit, std::string>> units_;
    wxTextCtrl* name_; ///< children of this window, as all below
    wxTextCtrl* address_;
    wxTextCtrl* phone_;
    wxTextCtrl* timeZone_;
    SegmentedControl* unit_;
};

} // namespace palpate::gui
