// SPDX-License-Identifier: MIT
#pragma once

#include "gui/PaintedControl.h"

#include <wx/image.h>

#include <string>

namespace palpate::gui {

/// A PNG or JPEG file's picture, as large as it fits and never larger than it is, on white.
class ImageView : public PaintedControl {
public:
    /// `label` is what a screen reader says.
    ImageView(wxWindow* parent, const wxString& name, const wxString& label, wxSize leastDip);

    /// The file's bytes; empty or no picture: nothing is shown. True: there is a picture.
    bool setImage(const std::string& bytes);
    [[nodiscard]] bool hasImage() const { return image_.IsOk(); }

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    wxSize DoGetBestSize() const override { return FromDIP(least_); }

private:
    wxString label_;
    wxSize least_;
    wxImage image_;
    wxGraphicsBitmap scaled_;
    wxSize scaledTo_; ///< pixels of the screen
};

} // namespace palpate::gui
