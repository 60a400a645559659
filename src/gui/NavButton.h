// SPDX-License-Identifier: MIT
#pragma once

#include "gui/Icons.h"
#include "gui/PaintedControl.h"

#include <functional>

namespace palpate::gui {

/// A place in the left rail: icon above word. Its owner says which is the selected one.
class NavButton : public PaintedControl {
public:
    NavButton(wxWindow* parent, const wxString& name, Icon icon, const wxString& text);

    std::function<void()> onClick;

    [[nodiscard]] bool isSelected() const noexcept { return selected_; }
    void setSelected(bool selected);

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    void released(wxPoint at) override;
    bool key(wxKeyEvent& event) override;
    wxSize DoGetBestSize() const override;

private:
    void tell();

    Icon icon_;
    wxString text_;
    bool selected_ = false;
};

} // namespace palpate::gui
