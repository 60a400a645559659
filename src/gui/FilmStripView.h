// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/FilmStrip.h"
#include "gui/PaintedControl.h"
#include "gui/Painting.h"

#include <functional>
#include <optional>
#include <vector>

namespace palpate::gui {

/// Every session's body map in small, in one row; the latest are in sight, the wheel and the arrow
/// keys go back. A click or Enter opens one. The shapes must outlive it.
class FilmStripView : public PaintedControl {
public:
    FilmStripView(wxWindow* parent, const wxString& name, const drawing::BodyShapes& shapes);

    std::function<void(std::size_t)> onOpen;

    /// Frames that stay as they are keep their pictures; the last one is brought into sight when
    /// their number changes.
    void setFrames(std::vector<drawing::FilmFrame> frames);
    /// Makes it the current one and brings it into sight; tells nobody.
    void show(std::size_t frame);
    [[nodiscard]] std::size_t count() const noexcept { return frames_.size(); }
    /// Where a frame lies now, in client pixels.
    [[nodiscard]] wxRect frameArea(std::size_t frame) const;

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    void released(wxPoint at) override;
    bool key(wxKeyEvent& event) override;
    wxSize DoGetBestSize() const override;

private:
    [[nodiscard]] drawing::FilmStyle style() const;
    [[nodiscard]] int widest() const;
    void scrollTo(int left);
    void moveTo(std::size_t frame);
    void tell();
    [[nodiscard]] std::optional<std::size_t> frameAt(wxPoint at) const;
    [[nodiscard]] const wxBitmap& pictureOf(std::size_t frame);

    const drawing::BodyShapes& shapes_;
    std::vector<drawing::FilmFrame> frames_;
    std::vector<wxBitmap> pictures_; ///< one a frame; not Ok until it was painted
    PathCache paths_;
    double scale_ = 0;
    drawing::Ground ground_ = drawing::Ground::Light;
    int left_ = 0; ///< pixels that are scrolled away
    std::size_t current_ = 0;
};

} // namespace palpate::gui
