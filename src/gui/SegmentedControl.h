// SPDX-License-Identifier: MIT
#pragma once

#include "gui/PaintedControl.h"
#include "gui/PressedPart.h"

#include <functional>
#include <vector>

namespace palpate::gui {

/// A row of joined buttons: one of n is chosen (Left, Right, Home, End), or, as Kind::Buttons, each
/// is pressed by itself (undo and redo).
class SegmentedControl : public PaintedControl {
public:
    enum class Kind { Choice, Buttons };
    static constexpr int kNone = -1;

    /// `label` is what a screen reader says before the chosen segment.
    SegmentedControl(wxWindow* parent, const wxString& name, const wxString& label,
                     std::vector<wxString> segments, Kind kind = Kind::Choice);

    std::function<void(int)> onChange; ///< by the user only: the segment now chosen, or pressed

    [[nodiscard]] int selected() const noexcept { return selected_; }
    void select(int segment); ///< tells nobody
    void setSegments(std::vector<wxString> segments);
    void enableSegment(int segment, bool enabled);
    /// What the screen reader says for a segment whose text is a sign, such as an arrow.
    void describeSegment(int segment, const wxString& words);
    /// Each at least so wide, in DIP: for fingers and short words.
    void setLeastWidth(int dip);
    [[nodiscard]] wxRect segmentArea(int segment) const; ///< client pixels
    [[nodiscard]] int count() const noexcept { return static_cast<int>(segments_.size()); }

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    void pressed(wxPoint at) override;
    void released(wxPoint at) override;
    void pointed(wxPoint at) override;
    bool key(wxKeyEvent& event) override;
    void focusChanged() override;
    wxSize DoGetBestSize() const override;

private:
    struct Segment {
        wxString text;
        wxString words;
        bool enabled = true;
    };
    [[nodiscard]] wxRect pressArea(int segment) const;
    [[nodiscard]] int segmentAt(wxPoint at) const;
    [[nodiscard]] int wantedWidth(const Segment& segment) const;
    void choose(int segment);
    void step(int from, int by);
    void tell();

    wxString label_;
    std::vector<Segment> segments_;
    Kind kind_;
    int leastDip_ = 30; ///< width of a segment
    int selected_ = kNone;
    int hot_ = kNone;
    PressedPart pressed_;
    int current_ = 0; ///< where the keyboard is, for Kind::Buttons
};

} // namespace palpate::gui
