// SPDX-License-Identifier: MIT
#pragma once

#include "gui/PaintedControl.h"

#include <functional>

namespace palpate::gui {

/// One result in words, as it is painted; translated.
struct MeasureLine {
    wxString label;       ///< "R lumbar side-bending"
    wxString value;       ///< "22° · passive 25° · pain 3"
    wxString beside;      ///< grey, at the right: "was 17°"
    wxString note;        ///< below, grey: "usual 15-25°"; may be empty
    bool outside = false; ///< of what is usual: said by a mark and words, not by colour alone
    friend bool operator==(const MeasureLine&, const MeasureLine&) = default;
};

/// One result of the list of motions and tests. Enter or a click opens it, Delete or the cross at
/// the right end takes it away.
class MeasureRowView : public PaintedControl {
public:
    MeasureRowView(wxWindow* parent, const wxString& name);

    std::function<void()> onChoose;
    std::function<void()> onRemove;
    std::function<void(int by)> onStep; ///< Down +1, Up -1

    void set(const MeasureLine& line);
    void setReadOnly(bool readOnly);
    void setOpen(bool open);
    [[nodiscard]] wxRect crossArea() const; ///< client pixels; empty while read only

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    void released(wxPoint at) override;
    bool key(wxKeyEvent& event) override;
    wxSize DoGetBestSize() const override;

private:
    MeasureLine line_;
    bool readOnly_ = false;
    bool open_ = false;
};

} // namespace palpate::gui
