// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"
#include "domain/Session.h"
#include "drawing/BodyMapPicture.h"
#include "drawing/Picture.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

/// The mark of one finding as it shows in a view: where it was marked, or pale in the same muscle
/// at the same height. Its number is that of everywhere else, a treated point carries its mark.
/// Empty where its muscle has nothing there.
[[nodiscard]] std::optional<drawing::MapMark> markIn(const Session& session, const Finding& finding,
                                                     const atlas::BodyMap& map, View view);
/// All of a view.
[[nodiscard]] std::vector<drawing::MapMark> marksIn(const Session& session,
                                                    const atlas::BodyMap& map, View view);
/// One drawn area as the map shows it.
[[nodiscard]] drawing::MapArea areaOf(const PainArea& area);
/// The drawn pain of a session in a view; `then`: as an earlier session's, outlines only.
[[nodiscard]] std::vector<drawing::MapArea> areasIn(const Session& session, View view,
                                                    bool then = false);
/// Whether the arm has to hang before the trunk for all of the areas to be seen.
[[nodiscard]] bool anyOnArm(std::span<const drawing::MapArea> areas) noexcept;
/// The view in which most of the findings lie; posterior when there are none.
[[nodiscard]] View mainView(std::span<const Finding> findings);
/// The same of a session; where it has no findings, the view in which most pain is drawn.
[[nodiscard]] View mainView(const Session& session);
/// What a map of that view should hold in sight: its marks, and what is drawn well within its
/// edges.
[[nodiscard]] std::vector<BodyPoint> placesIn(std::span<const drawing::MapMark> marks,
                                              std::span<const drawing::MapArea> areas, View view);
/// The words of the symbols that occur in `marks`, for a legend. `ghosts`: what the dashed ones are
/// called.
[[nodiscard]] std::vector<drawing::LegendEntry> legendOf(std::span<const drawing::MapMark> marks,
                                                         const char* ghosts = tr("last session"));

/// A session's body map as a picture of its own, with heading and legend: file and paper.
struct MapRequest {
    SessionId session;
    /// Another session of the patient: both on one body, as SessionDifference has it.
    std::optional<SessionId> against = {};
    std::optional<View> view = {}; ///< empty: where most points of `session` lie
    Layer layer = Layer::Superficial;
    std::optional<bool> showArm = {};        ///< empty: where pain is drawn on the arm of that view
    std::optional<drawing::Rect> shown = {}; ///< part of the view, body millimetres; empty: all
};
/// "Mon 23 Nov 2026", "26 Oct 2026 against 23 Nov 2026": what the map is of. Leaves no trace.
[[nodiscard]] std::string sheetTitle(Clinic& clinic, const MapRequest& request);
/// Throws StorageError when there is no such session, EditRefused when the other one is the same or
/// of another patient. The opening of the record is audited.
[[nodiscard]] drawing::Picture sessionMap(Clinic& clinic, const MapRequest& request);

} // namespace palpate::app
