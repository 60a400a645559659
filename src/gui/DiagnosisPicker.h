// SPDX-License-Identifier: MIT
#pragma once

#include "app/DiagnosisChoices.h"
#include "gui/RowList.h"

#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <functional>
#include <string>
#include <vector>

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

/// Diagnoses of a case: a line to search in by words or code with what matches below it, and the
/// chosen ones, each with whether its code is valid today. The clinic must outlive it.
class DiagnosisPicker : public wxPanel {
public:
    DiagnosisPicker(wxWindow* parent, const wxString& name, app::Clinic& clinic);

    std::function<void()> onResized;

    /// Each "M54.59 Other low back pain" or a bare code; the first one first.
    void set(const std::vector<std::string>& diagnoses);
    /// The chosen ones, and behind them what stands in the line and was not chosen.
    [[nodiscard]] std::vector<std::string> diagnoses() const;
    /// Enter on a current row of the list takes it; true then.
    [[nodiscard]] bool takeCurrent();
    [[nodiscard]] wxTextCtrl& field() noexcept { return *field_; } ///< named "case.diagnosis"

private:
    void suggest();
    void take(int suggestion);
    void fold();
    bool key(const wxKeyEvent& event);
    void showChosen();
    void addChosen(std::size_t index);
    /// Once the control that asked for it has returned.
    void later(std::function<void()> change);
    void resized();

    app::Clinic& clinic_;
    std::vector<app::DiagnosisChoice> suggestions_;
    std::vector<app::DiagnosisChoice> chosen_;
    wxTextCtrl* field_; ///< children of this window, as all below
    RowList* list_;
    wxPanel* chosenPlace_;
    wxBoxSizer* chosenColumn_; ///< owned by the place
};

} // namespace palpate::gui
