// SPDX-License-Identifier: MIT
#pragma once

#include "app/ContactNotes.h"
#include "gui/ChipGroup.h"
#include "gui/FormDialog.h"
#include "gui/KeptField.h"

#include <optional>
#include <utility>
#include <vector>

namespace palpate::gui {

/// A new contact note of a case. Its text outlives the program. The clinic must outlive it.
class ContactDialog : public FormDialog {
public:
    ContactDialog(wxWindow* parent, app::Clinic& clinic, const CaseId& caseId);

private:
    [[nodiscard]] std::vector<Message> accept() override;

    app::Clinic& clinic_;
    CaseId caseId_;
    std::vector<std::pair<ContactKind, std::string>> kinds_;
    ChipGroup* kind_; ///< children of this window, as all below
    wxTextCtrl* day_;
    wxTextCtrl* time_;
    wxTextCtrl* text_;
    std::optional<KeptField> kept_;
};

/// One that was written, to be read whole; it can't be changed.
class ContactReader : public FormDialog {
public:
    ContactReader(wxWindow* parent, const app::ContactLine& line);

private:
    [[nodiscard]] std::vector<Message> accept() override { return {}; }
};

} // namespace palpate::gui
