// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionInside.h"
#include "domain/PainArea.h"

#include <optional>
#include <span>
#include <vector>

namespace palpate::app {

/// The hand behind PainPainter: what strokes do to the drawn areas of a session. Made anew for each
/// act; the state must outlive it.
class PainHand {
public:
    explicit PainHand(SessionInside& inside) noexcept : inside_{inside} {}

    /// Whether a drawing that begins there lies on the arm: where that hangs before the trunk.
    [[nodiscard]] bool isOnArm(BodyPoint where) const;
    /// The selected area, when it lies in that view and plane.
    [[nodiscard]] const PainArea* selectedOn(View view, bool onArm) const noexcept;
    /// The topmost area under a place that shows.
    [[nodiscard]] const PainArea* areaAt(BodyPoint where) const;

    void begin(BodyPoint where);
    /// One more piece of the stroke.
    void grow(Place to);
    /// Stores the stroke as it is now; the view stays as it was.
    void keep();
    /// Ends the stroke: stored, smoothed and whole.
    void finishStroke();
    /// Takes back what keep() stored of it, and forgets it.
    void takeBack();

    /// A closed shape joins the selected area of its view and plane, when it lies on it or `join`
    /// says so; else it begins a new one.
    void add(const std::vector<Polygon>& shape, View view, bool onArm, bool join);
    /// Changes the selected area, if there is one.
    template <class How> void change(How how) {
        const auto& selected = inside_.painting.selected;
        const auto* area = selected ? painAreaOf(inside_.session, *selected) : nullptr;
        if (area != nullptr) {
            auto changed = *area;
            how(changed);
            if (!(changed == *area)) {
                inside_.commit({PutPainArea{std::move(changed)}});
            }
        }
    }
    /// The view anew, and whoever shows it is told.
    void show() {
        inside_.render();
        inside_.tell();
    }

private:
    [[nodiscard]] std::vector<Polygon> clipped(std::span<const Polygon> shape, View view,
                                               bool onArm) const;
    [[nodiscard]] PainArea fresh(View view, bool onArm) const;
    /// The stroke as an area: the one that it adds to, or a new one.
    [[nodiscard]] PainArea drawn(bool smooth) const;
    void put(const PainArea& area, bool sameStep);
    void keepStroke();
    void storeStroke();
    void takeBackKept();
    void erase();
    void forgetStroke();
    void giveUp(); ///< the same, and it is seen to be gone
    void sayBesideTheBody();

    SessionInside& inside_;
};

} // namespace palpate::app
