// SPDX-License-Identifier: MIT
#pragma once

#include <wx/panel.h>
#include <wx/sizer.h>

#include <functional>
#include <utility>
#include <vector>

class wxTextCtrl;

namespace palpate::gui {

class TextBlock;

/// One step of an assistant: fields below their labels, and what is wrong with a field below it.
class StepPanel : public wxPanel {
public:
    using Problem = std::pair<wxWindow*, wxString>; ///< the control, and a sentence

    /// What is wrong is shown, and the focus goes to the first of it; true when nothing is. May
    /// throw Error.
    [[nodiscard]] virtual bool complete() = 0;
    /// Where the focus goes first; nullptr: nowhere in particular.
    [[nodiscard]] virtual wxWindow* first() = 0;
    /// Below that control, and the focus goes to it.
    void showProblem(wxWindow* control, const wxString& sentence);
    /// What was wrong with it is being put right.
    void forgetProblem(wxWindow* control);
    /// No lower than that, so that what stands below does not jump from step to step; DIP.
    void setLeastHeight(int dip) { leastHeight_ = dip; }

    /// The panel needs another height.
    std::function<void()> onResized;

protected:
    StepPanel(wxWindow* parent, const wxString& name);

    [[nodiscard]] wxBoxSizer& column() noexcept { return *column_; }
    wxBoxSizer* addRow();
    /// A paragraph.
    TextBlock* addWords(const wxString& name, const wxString& words);
    wxTextCtrl* addField(wxSizer& row, const wxString& name, const wxString& label, int share = 1,
                         const wxString& hint = {});
    /// Any control below its label, with room for what is wrong below it.
    void addLabelled(wxSizer& row, const wxString& label, wxWindow* control, int share = 1);
    /// A button that belongs to the field before it.
    void addBeside(wxSizer& row, wxWindow* button);
    /// All there are now; those shown before go. True when there are none.
    bool show(const std::vector<Problem>& problems);
    void resized();
    wxSize DoGetBestSize() const override;

private:
    int leastHeight_ = 0; ///< DIP
    wxBoxSizer* column_;
    std::vector<std::pair<wxWindow*, TextBlock*>> problemOf_; ///< children of this window
};

} // namespace palpate::gui
