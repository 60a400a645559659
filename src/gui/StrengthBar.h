// SPDX-License-Identifier: MIT
#pragma once

#include "gui/PaintedControl.h"

namespace palpate::gui {

/// How good a password is, as four parts that fill; what to do about it stands beside it in words.
class StrengthBar : public PaintedControl {
public:
    static constexpr int kParts = 4;

    StrengthBar(wxWindow* parent, const wxString& name);

    /// `filled`: 0 to kParts. `words`: what a screen reader says.
    void set(int filled, bool isEnough, const wxString& words);
    [[nodiscard]] int filled() const noexcept { return filled_; }
    /// Client pixels.
    [[nodiscard]] wxRect2DDouble partArea(int part) const;

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    wxSize DoGetBestSize() const override { return {px(120), px(10)}; }

private:
    int filled_ = 0;
    bool isEnough_ = false;
};

} // namespace palpate::gui
