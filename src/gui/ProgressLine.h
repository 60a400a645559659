// SPDX-License-Identifier: MIT
#pragma once

#include "gui/PaintedControl.h"

namespace palpate::gui {

/// How much of something is done, as a thin line that fills; the words stand beside it.
class ProgressLine : public PaintedControl {
public:
    ProgressLine(wxWindow* parent, const wxString& name);

    void set(std::size_t done, std::size_t all, const wxString& words);

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    wxSize DoGetBestSize() const override { return {px(120), px(8)}; }

private:
    std::size_t done_ = 0;
    std::size_t all_ = 0;
};

} // namespace palpate::gui
