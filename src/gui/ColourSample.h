// SPDX-License-Identifier: MIT
#pragma once

#include "gui/PaintedControl.h"

namespace palpate::gui {

/// How a colour looks on a white page: a heading, a line below it and a box.
class ColourSample : public PaintedControl {
public:
    ColourSample(wxWindow* parent, const wxString& name, const wxString& words);
    void set(const wxColour& colour);

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    wxSize DoGetBestSize() const override;

private:
    wxString words_;
    wxColour colour_;
};

} // namespace palpate::gui
