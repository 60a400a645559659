// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionPresenter.h"
#include "drawing/BodyMapPicture.h"
#include "gui/MapCanvas.h"

#include <functional>
#include <vector>

namespace palpate::gui {

/// The body map of a session: draws the body with the session's marks and hands clicks to the
/// presenter, in millimetres. The shapes must outlive it.
class ChartMap : public MapCanvas {
public:
    ChartMap(wxWindow* parent, const drawing::BodyShapes& shapes);

    /// What the map talks to; nullptr: shows nothing. Must stay until another is given.
    void open(app::SessionPresenter* presenter);
    void render(const app::SessionView& view);

    [[nodiscard]] const app::MapState& state() const noexcept { return state_; }
    /// A key on the map that the owner acts on: true when it was one.
    std::function<bool(wxKeyEvent&)> onKey;

    /// Zooms so that the marks of this view fill the map well; the whole body when there are none.
    void showMarks();

private:
    [[nodiscard]] drawing::MapWindow windowOf(const MapViewport& viewport) const;
    [[nodiscard]] drawing::MapStyle style() const;
    [[nodiscard]] drawing::MarkStyle markStyle() const;
    [[nodiscard]] drawing::Picture overlayOf(const MapViewport& viewport) const;
    [[nodiscard]] drawing::Picture miniaturePicture() const;
    [[nodiscard]] std::vector<MapInset> insetCards() const;
    [[nodiscard]] drawing::Picture numbersPicture() const;
    [[nodiscard]] drawing::Picture legendPicture() const;
    void describeState();

    const drawing::BodyShapes& shapes_;
    app::SessionPresenter* presenter_ = nullptr;
    app::MapState state_;
    app::MapNumbers numbers_;
};

} // namespace palpate::gui
