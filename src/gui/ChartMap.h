// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionPresenter.h"
#include "drawing/BodyMapPicture.h"
#include "drawing/MapPlaces.h"
#include "gui/MapCanvas.h"

#include <wx/timer.h>

#include <functional>
#include <optional>
#include <vector>

namespace palpate::gui {

/// The body map of a session: draws the body with the session's marks, its drawn pain and usual
/// referral, and hands clicks, drags and strokes to the presenter, in millimetres. The shapes must
/// outlive it.
class ChartMap : public MapCanvas {
public:
    ChartMap(wxWindow* parent, const drawing::BodyShapes& shapes);

    /// What the map talks to; nullptr: shows nothing. Must stay until another is given.
    void open(app::SessionPresenter* presenter);
    void render(const app::SessionView& view);
    /// Only what follows the pointer.
    void renderMoving(const app::MapState& state);
    [[nodiscard]] const app::MapState& state() const noexcept { return state_; }
    /// A key on the map that the owner acts on: true when it was one.
    std::function<bool(wxKeyEvent&)> onKey;
    /// The muscles under a place were asked for.
    std::function<void(BodyPoint)> onMuscles;
    /// A place was clicked while the bones show; true: it was acted on, and no point is placed.
    std::function<bool(BodyPoint)> onBone;
    /// Zooms so that the marks and drawn areas of this view fill the map well; the whole body when
    /// there are none.
    void showMarks();
    /// Zooms to a part of the body, in a view where it shows. Middle of a paired one: the side that
    /// is in sight, and the other one when it is asked for again.
    void showPlace(drawing::MapPlace place, Side side);
    /// The cards with the numbers and the legend; they hide what lies beneath.
    void showCards(bool shown);
    [[nodiscard]] bool showsCards() const noexcept { return cards_; }
    /// The point of this session whose mark lies there, marked in this view; empty: none.
    [[nodiscard]] std::optional<TriggerPointId> markAt(drawing::Point body) const;
    /// The body place in the middle of the map.
    [[nodiscard]] BodyPoint middle() const;
    /// Between grabbing a point or beginning a stroke and letting it go.
    [[nodiscard]] bool isDragging() const noexcept { return dragging_; }
    /// Where a menu that a key asks for belongs: the keyboard's place, else the selected mark, else
    /// the middle.
    [[nodiscard]] BodyPoint menuPlace() const;

private:
    void bindPresenter();
    /// The mark that is drawn there; it may stand beside its place.
    [[nodiscard]] std::optional<std::size_t> markUnder(drawing::Point body) const;
    [[nodiscard]] bool painting() const noexcept { return presenter_ && state_.painting; }
    [[nodiscard]] double reach() const;
    void updateBrush(const app::PainView& pain);
    void turnTo(View before); ///< the view of the state, at the height one was looking at
    [[nodiscard]] drawing::MapWindow windowOf(const MapViewport& viewport) const;
    [[nodiscard]] drawing::MapStyle style() const;
    [[nodiscard]] drawing::MarkStyle markStyle() const;
    [[nodiscard]] drawing::MapOverlay resting() const;
    [[nodiscard]] drawing::Picture overlayOf(const MapViewport& viewport) const;
    [[nodiscard]] drawing::Picture marksOf(const MapViewport& viewport) const;
    /// Without the one that follows the pointer.
    [[nodiscard]] std::vector<drawing::MapMark> marksAtRest(drawing::MapOverlay shown) const;
    [[nodiscard]] drawing::Picture movingOf(const MapViewport& viewport) const;
    [[nodiscard]] drawing::Picture miniaturePicture() const;
    [[nodiscard]] std::vector<MapInset> insetCards() const;
    [[nodiscard]] std::vector<drawing::LegendEntry> legendEntries() const;
    [[nodiscard]] drawing::Picture legendPicture() const;
    void describeState();

    const drawing::BodyShapes& shapes_;
    app::SessionPresenter* presenter_ = nullptr;
    app::MapState state_;
    app::MapNumbers numbers_;
    app::PainView pain_;
    bool cards_ = true;
    bool dragging_ = false;
    std::optional<std::size_t> dragged_; ///< index of the mark that follows the pointer
    int reveals_ = 0;
    std::optional<std::pair<drawing::MapPlace, Side>> shownPlace_;
    wxTimer keep_; ///< stores a stroke while it is drawn
};

} // namespace palpate::gui
