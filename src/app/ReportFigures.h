// SPDX-License-Identifier: MIT
#pragma once

#include "app/ReportParts.h"
#include "drawing/BodyMapPicture.h"

#include <optional>
#include <span>
#include <vector>

// What the figures of a case's report and of a session's share.

namespace palpate::app {

/// What of a session a map shows.
struct Shown {
    std::vector<drawing::MapMark> marks;
    std::vector<drawing::MapArea> areas;
};
[[nodiscard]] Shown shownOf(const Session& session, const atlas::BodyMap& map, View view);

/// A map whose window holds all of `comparable` in sight, so that maps side by side can be
/// compared.
[[nodiscard]] report::Figure mapFigure(const Clinic& clinic, View view, const Shown& shown,
                                       std::span<const Shown> comparable,
                                       const report::FigureRequest& request,
                                       double textSize = drawing::MarkStyle{}.textSize);
/// The words of all symbols on those maps. `ghosts`: what the dashed marks are called.
[[nodiscard]] report::Figure legendFigure(std::span<const Shown> all, const char* ghosts,
                                          Audience audience, const report::FigureRequest& request);
/// The mark of a point, for a row of a table.
[[nodiscard]] report::Figure markFigure(int number, std::optional<State> state,
                                        std::optional<Relation> relation);
/// The view that was asked for; empty: there is no other one, or no such name.
[[nodiscard]] std::optional<View> viewOf(const report::FigureRequest& request, View main,
                                         const std::optional<View>& other);

} // namespace palpate::app
