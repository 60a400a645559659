// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"
#include "gui/PillButton.h"
#include "gui/TextBlock.h"

#include <wx/dialog.h>
#include <wx/panel.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <vector>

namespace palpate::gui {

/// A dialog of ours: heading, fields below their labels, what is wrong in plain sentences, two
/// buttons. What was typed stays until it is stored or the dialog is given up. Enter accepts,
/// Escape gives up.
class FormDialog : public wxDialog {
protected:
    FormDialog(wxWindow* parent, const wxString& name, const wxString& title,
               const wxString& acceptText, int widthDip);

    /// Stores; a thrown Error is shown below the fields. Problems keep the dialog open.
    [[nodiscard]] virtual std::vector<Message> accept() = 0;

    [[nodiscard]] wxBoxSizer& fields() noexcept { return *fields_; }
    /// The parent of all fields.
    [[nodiscard]] wxPanel& ground() noexcept { return *sheet_; }
    [[nodiscard]] PillButton& acceptButton() noexcept { return *accept_; }
    [[nodiscard]] PillButton& cancelButton() noexcept { return *cancel_; }
    /// A row of equally wide columns to add fields to.
    wxBoxSizer* addRow();
    wxTextCtrl* addField(wxSizer& row, const wxString& name, const wxString& label, int share = 1,
                         long style = 0, const wxString& hint = {});
    /// Any control below its label.
    void addLabelled(wxSizer& row, const wxString& label, wxWindow* control, int share = 1);
    void showProblems(const wxString& sentences);
    /// After all fields were added: sizes the dialog and puts the focus into `first`.
    void finish(wxWindow* first);
    /// The wanted height changed.
    void refit();

private:
    void tryAccept();
    /// As high as the fields ask for; on a small screen they scroll.
    void fitHeight();

    int width_;
    wxPanel* ground_; ///< children of this window, as all below
    wxScrolledWindow* scroller_;
    wxPanel* sheet_;
    wxBoxSizer* fields_;
    TextBlock* problems_;
    PillButton* accept_;
    PillButton* cancel_;
};

} // namespace palpate::gui
