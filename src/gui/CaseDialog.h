// SPDX-License-Identifier: MIT
#pragma once

#include "app/RecordForms.h"
#include "gui/ChipGroup.h"
#include "gui/FormDialog.h"
#include "gui/RowList.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::gui {

/// A new case of a patient: the complaint, and what is known about it. The clinic must outlive it.
class CaseDialog : public FormDialog {
public:
    CaseDialog(wxWindow* parent, app::Clinic& clinic, const PatientId& patient);

    /// The stored case, once ShowModal returned wxID_OK.
    [[nodiscard]] std::optional<CaseId> added() const noexcept { return added_; }

private:
    [[nodiscard]] std::vector<Message> accept() override;
    void suggest();
    void take(int suggestion);

    app::Clinic& clinic_;
    PatientId patient_;
    std::optional<CaseId> added_;
    std::vector<std::pair<BodyArea, std::string>> areas_;
    std::vector<std::string> suggestions_;

    wxTextCtrl* complaint_; ///< children of this window, as all below
    ChipGroup* area_;
    wxTextCtrl* onset_;
    wxTextCtrl* onsetNote_;
    wxTextCtrl* diagnosis_;
    RowList* suggestionList_;
    wxTextCtrl* referrer_;
    wxTextCtrl* goal_;
};

} // namespace palpate::gui
