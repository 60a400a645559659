// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Palette.h"
#include "drawing/Picture.h"
#include "gui/PaintedControl.h"
#include "gui/Painting.h"

#include <wx/bitmap.h>

#include <functional>

namespace palpate::gui {

/// Shows a picture that is made for the size it gets; kept as a bitmap until something changes.
class PictureView : public PaintedControl {
public:
    /// Asked for a picture of this size, in millimetres of the screen.
    using Make = std::function<drawing::Picture(double width, double height)>;

    PictureView(wxWindow* parent, const wxString& name, wxSize leastDip);

    void setMake(Make make); ///< empty: shows nothing
    void remake();           ///< the picture's content changed

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    wxSize DoGetBestSize() const override { return FromDIP(least_); }

private:
    Make make_;
    wxSize least_;
    wxBitmap cached_;
    wxSize cachedSize_;
    double cachedScale_ = 0;
    drawing::Ground cachedGround_ = drawing::Ground::Light;
    PathCache paths_;
};

} // namespace palpate::gui
