// SPDX-License-Identifier: MIT
#pragma once

#include "gui/PaintedControl.h"

namespace palpate::gui {

/// A small grey heading in capitals with a hint at the right: "OBJECTIVE   composed from the
/// entries · edit freely".
class SectionHeading : public PaintedControl {
public:
    SectionHeading(wxWindow* parent, const wxString& name, const wxString& text,
                   const wxString& hint = {});
    void set(const wxString& text, const wxString& hint);
    [[nodiscard]] const wxString& hint() const noexcept { return hint_; }

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    wxSize DoGetBestSize() const override;

private:
    wxString text_;
    wxString hint_;
};

} // namespace palpate::gui
