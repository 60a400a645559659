// SPDX-License-Identifier: MIT
#include "gui/FormField.h"

#include "gui/Accessible.h"
#include "gui/LargeControls.h"
#include "gui/NativeField.h"
#include "gui/Theme.h"

namespace palpate::gui {

namespace {

constexpr int kHeightDip = 34;
constexpr int kLinesHeightDip = 64;
constexpr int kFrame = 2; ///< pixels of a field's frame where contrast is high

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
    }
    field->SetHint(hint);
    setAccessible(*field, label, hint);
    return field;
}

} // namespace palpate::gui
