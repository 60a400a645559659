// SPDX-License-Identifier: MIT
#include "gui/FormField.h"

#include "gui/Accessible.h"
#include "gui/LargeControls.h"
#include "gui/NativeField.h"
#include "gui/Theme.h"

#include <wx/scrolwin.h>

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kHeightDip = 34;
constexpr int kLinesHeightDip = 64;
constexpr int kFrame = 2; ///< pixels of a field's frame where contrast is high

/// The wheel over a text that is wholly in sight scrolls the panel around, as it does beside it.
void passWheelOn(wxTextCtrl& field) {
    field.Bind(wxEVT_MOUSEWHEEL, [&field](wxMouseEvent& event) {
        const wxPoint first = field.PositionToCoords(0);
        const wxPoint last = field.PositionToCoords(field.GetLastPosition());
        const bool isWhole =
            first.y >= 0 && last.y + field.GetCharHeight() <= field.GetClientSize().y;
        for (wxWindow* around = field.GetParent(); isWhole && around && !around->IsTopLevel();
             around = around->GetParent()) {
            if (auto* const panel = dynamic_cast<wxScrolledWindow*>(around)) {
                const int lines = event.GetWheelRotation() > 0 ? -3 : 3;
                panel->Scroll(-1, std::max(0, panel->GetViewStart().y + lines));
                return;
            }
        }
        event.Skip();
    });
}

} // namespace

wxTextCtrl* newFormField(wxWindow* parent, const wxString& name, const wxString& label,
                         const wxString& hint, long style) {
    auto* field = new wxTextCtrl{parent, wxID_ANY,           {},  wxDefaultPosition, wxDefaultSize,
                                 style,  wxDefaultValidator, name};
    const bool lines = (style & wxTE_MULTILINE) != 0;
    field->SetFont(font(lines ? TextStyle::Control : TextStyle::Body));
    if (isDark()) { // the desktop's own dark fields are of another hue than our panels
        field->SetBackgroundColour(palette().page);
        field->SetForegroundColour(palette().ink);
        setFrame(*field, palette().edge, 1); // that of the desktop is lost on our ground
    }
    if (isHighContrast()) {
        setFrame(*field, palette().edge, kFrame);
    }
    field->SetMinSize(
        {parent->FromDIP(60), parent->FromDIP(lines ? kLinesHeightDip : touchable(kHeightDip))});
    if (lines) {
        padLines(*field, parent->FromDIP(8), parent->FromDIP(6));
        passWheelOn(*field);
    }
    field->SetHint(hint);
    setAccessible(*field, label, hint);
    return field;
}

} // namespace palpate::gui
