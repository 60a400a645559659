// SPDX-License-Identifier: MIT
#pragma once

#include "app/OpenClinic.h"
#include "app/SessionPresenter.h"
#include "atlas/Areas.h"
#include "atlas/Outline.h"
#include "atlas/Shapes.h"
#include "storage/Store.h"

#include <chrono>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace palpate::test {

/// What a finger covers at a usual zoom, mm.
inline constexpr double kReach = 6;

/// A session that is being charted in a real clinic.
struct Charting {
    OpenClinic clinic;
    SessionId id = app::SessionPresenter::begin(*clinic, clinic.caseId());
    std::unique_ptr<app::SessionPresenter> chart =
        std::make_unique<app::SessionPresenter>(*clinic, id);

    [[nodiscard]] const app::SessionView& view() const { return chart->view(); }
    [[nodiscard]] const app::MapState& seen() const { return chart->view().map; }
    [[nodiscard]] Session stored() { return *clinic->store().sessions().find(id); }

    /// Clicks the middle of what shows of the muscle in that view and layer; the point is selected.
    TriggerPointId mark(std::string_view muscle, Side side, Layer layer,
                        View view = View::Posterior) const {
        chart->map().setView(view);
        chart->map().setLayer(layer);
        chart->map().clickedAt(clinic.on(muscle, side, view), kReach);
        return chart->session().findings.back().point.id;
    }
    /// A stroke through these places of the posterior view.
    void stroke(const std::vector<Place>& way, View view = View::Posterior) const {
        chart->pain().pressed({view, way.front().x, way.front().y});
        for (const auto& place : way) {
            chart->pain().draggedTo({view, place.x, place.y});
        }
        chart->pain().released();
    }
    /// A polygon with these corners.
    void polygon(const std::vector<Place>& corners, View view = View::Posterior) const {
        chart->pain().setTool(app::PainTool::Polygon);
        for (const auto& corner : corners) {
            chart->pain().clickedAt({view, corner.x, corner.y}, kReach);
        }
        chart->pain().closePolygon();
    }
    /// As after a restart of the program.
    void reopen() {
        chart.reset();
        clinic.reopen();
        chart = std::make_unique<app::SessionPresenter>(*clinic, id);
    }
    /// As when the session is left and opened again.
    void leave() {
        chart.reset();
        chart = std::make_unique<app::SessionPresenter>(*clinic, id);
    }
    void sign() {
        chart->setPain(PainMoment::Now, pain(4));
        chart->sign();
    }
    /// Ends this session and begins the next one, a week later.
    void next() {
        chart->sign();
        clinic.advance(std::chrono::days{7});
        id = app::SessionPresenter::begin(*clinic, clinic.caseId());
        chart = std::make_unique<app::SessionPresenter>(*clinic, id);
    }
};

/// A session on which pain is being painted.
struct Painting : Charting {
    Painting() { chart->pain().setPainting(true); }
    [[nodiscard]] app::PainPainter& pain() const { return chart->pain(); }
    [[nodiscard]] const std::vector<PainArea>& areas() const { return chart->session().painAreas; }
    /// The only area there is.
    [[nodiscard]] const PainArea& only() const {
        if (areas().size() != 1) {
            throw std::logic_error{"there is not just one area"};
        }
        return areas().front();
    }
};

[[nodiscard]] inline BodyPoint back(double x, double y) {
    return {View::Posterior, x, y};
}
[[nodiscard]] inline bool holds(const PainArea& area, Place place) {
    return atlas::Outline{area.shape}.contains(place);
}
/// cm2
[[nodiscard]] inline double squareCentimetresOf(const PainArea& area) {
    return atlas::unionArea(area.shape).value;
}
/// What lies beside an outline, cm2; coordinates of whole tenths leave a hair.
[[nodiscard]] inline double beside(const PainArea& area, const atlas::Outline& outline) {
    return atlas::unionArea(atlas::without(area.shape, outline.polygons())).value;
}
/// 20 cm2 of the back, right of the spine.
inline const std::vector<Place> kSquare{{400, 680}, {440, 680}, {440, 730}, {400, 730}};

} // namespace palpate::test
