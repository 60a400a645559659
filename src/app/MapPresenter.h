// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionView.h"
#include "domain/Body.h"
#include "domain/Id.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

struct SessionInside;

/// Where an arrow key goes.
enum class Step { Left, Right, Up, Down };

/// The body map of one charted session: what is looked at, and where its points lie. Part of a
/// SessionPresenter and lives as long. Places are millimetres of the standard figure; the window
/// has turned its pixels into them. Whatever changes the record may throw StorageError or
/// EditRefused; record and view are then unchanged.
class MapPresenter {
public:
    explicit MapPresenter(SessionInside& inside) noexcept : inside_{inside} {}
    MapPresenter(const MapPresenter&) = delete;
    MapPresenter& operator=(const MapPresenter&) = delete;

    // Looking. Peeling a layer changes neither place nor zoom.
    void setView(View view);
    void setLayer(Layer layer);
    void stepLayer(int by); ///< towards the bones, or back; stops at the ends
    void setShowArm(bool show);
    void setShowOutlines(bool show); ///< of the muscles that are peeled away
    void setShowReferral(bool show); ///< of the selected point
    void hoveredAt(BodyPoint where);
    void left();
    /// Every muscle under a place, those of the layers below too: shallow first.
    [[nodiscard]] std::vector<MuscleChoice> musclesUnder(BodyPoint where) const;
    /// The same under a point's own place, in the view it was marked in: those that setMuscle()
    /// takes. Empty when the session has no such point.
    [[nodiscard]] std::vector<MuscleChoice> musclesAt(const TriggerPointId& point) const;
    /// Brings a muscle into sight: its layer, and the view in which its known points are drawn (the
    /// present one, if some are).
    void showMuscle(MuscleKey muscle, Side side);
    /// From the muscle looked at to the one that lies next to it; with none, to one in the middle
    /// of what the map shows.
    void step(Step step, BodyPoint middle);
    /// To the next point of the list, or the one before; round at the ends.
    void stepPoint(int by);
    /// No muscle and no point is looked at.
    void lookAway();

    // Marking.
    /// A mark within `reach` mm is selected; a ghost is carried into this session; else a new point
    /// is placed on the muscle of the chosen layer, or the layers below it, under the click.
    void clickedAt(BodyPoint where, double reach);
    /// The mark that is drawn under the click, which may stand beside its place where marks would
    /// hide each other: a point of this session is selected, a ghost carried.
    void clickedMark(TriggerPointId point);
    /// A new point in that muscle, which lies under the place in some layer; else EditRefused.
    void markAt(BodyPoint where, MuscleKey muscle, Side side);
    /// A point in the muscle looked at: one known from last time is carried, in whatever view it
    /// lies; the one point that this session has there is selected; else a new one is placed where
    /// its first known point is drawn, else in its middle, and the map turns there. EditRefused
    /// when no muscle is looked at, or when it has several points: a second one is marked on the
    /// map.
    void markFocused();
    /// Moves it to another muscle without moving its place; a known point of the old muscle is
    /// forgotten. EditRefused unless the muscle lies under the point.
    void setMuscle(TriggerPointId point, MuscleKey muscle, Side side);
    /// A new point at the same place of the other side; nothing else is copied. One of that muscle
    /// that lies there already is selected or carried instead.
    void mirror(TriggerPointId point);
    /// The point itself goes to the other side: it was marked on the wrong one.
    void changeSide(TriggerPointId point);

    // Dragging. Nothing is stored before drop().
    /// The mark that is drawn under the pointer, wherever its place is: that keeps its distance
    /// from the pointer. False for a ghost, and for a point that was marked in another view.
    [[nodiscard]] bool grabMark(TriggerPointId point, BodyPoint where);
    void dragTo(BodyPoint where);
    /// On a muscle: stored there. Beside all muscles: back where it was, with a message.
    void drop();
    void cancelDrag();
    /// Moves the selected point by so many millimetres.
    void nudge(double dx, double dy);

private:
    SessionInside& inside_;
};

} // namespace palpate::app
