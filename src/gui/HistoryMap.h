// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/BodyMapPicture.h"
#include "gui/MapCanvas.h"

#include <functional>
#include <optional>
#include <vector>

namespace palpate::gui {

/// A body map to look at: marks and areas that were put together elsewhere, with a legend. While
/// one steps from session to session the map stays where it is, so that only what changed moves.
/// The shapes must outlive it.
class HistoryMap : public MapCanvas {
public:
    struct Content {
        View view = View::Posterior;
        std::vector<drawing::MapMark> marks;
        std::vector<drawing::MapArea> areas;
        std::vector<drawing::LegendEntry> legend; ///< translated; empty: no card
        /// The legend's entries follow from marks and areas.
        friend bool operator==(const Content& a, const Content& b) {
            return a.view == b.view && a.marks == b.marks && a.areas == b.areas &&
                   a.legend.size() == b.legend.size();
        }
    };

    HistoryMap(wxWindow* parent, const drawing::BodyShapes& shapes, const wxString& name);

    /// The part of the body that is shown became another one by the user.
    std::function<void(const drawing::Rect& body)> onMoved;
    /// An arrow key: to so many newer sessions.
    std::function<void(int newer)> onStep;
    std::function<void()> onOpen; ///< Enter

    /// `words`: what the map shows, for a screen reader.
    void show(Content content, const wxString& words);
    [[nodiscard]] const Content& content() const noexcept { return content_; }
    /// Zooms to marks and areas, or all of the body where there are none.
    void frame();
    /// Shows that part, as the map beside it does; tells nobody.
    void follow(const drawing::Rect& body);
    /// From now on these marks and areas are held in sight, whatever is shown; at once.
    void frameFor(Content content);
    void showMiniature(bool shown);

private:
    [[nodiscard]] drawing::MapWindow windowOf(const MapViewport& viewport) const;
    [[nodiscard]] drawing::MapStyle style() const;
    [[nodiscard]] drawing::MarkStyle markStyle() const;
    [[nodiscard]] drawing::Picture overlayOf(const MapViewport& viewport) const;
    [[nodiscard]] drawing::Picture miniaturePicture() const;
    [[nodiscard]] drawing::Picture legendPicture() const;

    const drawing::BodyShapes& shapes_;
    Content content_;
    Content framed_;             ///< what was last meant to be in sight
    bool isMovedByUser_ = false; ///< then a new size of the window frames nothing anew
    bool isQuiet_ = false;       ///< what moves now is not the user's doing
};

} // namespace palpate::gui
