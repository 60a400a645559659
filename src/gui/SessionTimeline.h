// SPDX-License-Identifier: MIT
#pragma once

#include "app/HistoryPresenter.h"
#include "drawing/BodyMapPicture.h"
#include "gui/PaintedRows.h"
#include "gui/Painting.h"

#include <wx/image.h>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace palpate::gui {

/// Sessions with a little body map each, one below the other, the newest first; a box ticks one
/// for a comparison. Paints what is in sight and keeps the little maps that it painted last. Up and
/// Right step to the newer session, Down and Left to the older one, Space ticks, Enter opens. The
/// shapes must outlive it.
class SessionTimeline : public PaintedRows {
public:
    /// What the little map of a session shows.
    struct LittleMap {
        View view = View::Posterior;
        std::vector<drawing::MapMark> marks;
        std::vector<drawing::MapArea> areas;
    };

    SessionTimeline(wxWindow* parent, const wxString& name, const wxString& label,
                    const drawing::BodyShapes& shapes);

    std::function<LittleMap(const SessionId&)> little; ///< asked when it is painted first
    std::function<void(int row)> onLook;               ///< clicked
    std::function<void(int newer)> onStep;             ///< by so many sessions
    std::function<void(int row)> onTick;
    std::function<void(int row)> onOpen; ///< Enter, or a double click

    /// Tells nobody. A current row that changed is scrolled into sight.
    void set(std::vector<app::HistoryRow> rows, std::optional<std::size_t> current);
    /// The sessions were read again: their maps may be others.
    void forgetPictures();
    [[nodiscard]] int count() const override { return static_cast<int>(rows_.size()); }
    [[nodiscard]] const app::HistoryRow& row(int index) const {
        return rows_.at(static_cast<std::size_t>(index));
    }
    [[nodiscard]] int current() const noexcept { return current_; }
    [[nodiscard]] wxRect boxArea(int row) const; ///< where it is ticked
    /// How many little maps are kept painted now.
    [[nodiscard]] std::size_t pictures() const noexcept { return pictures_.size(); }

private:
    void onMouse(wxMouseEvent& event);
    void onKey(wxKeyEvent& event);
    void paintRow(wxGraphicsContext& context, int index) override;
    void paintBox(wxGraphicsContext& context, int index) const;
    void paintWords(wxGraphicsContext& context, const app::HistoryRow& row,
                    const wxRect& area) const;
    /// Cut where it must be; without a background.
    void paintText(wxGraphicsContext& context, const wxString& text, const wxRect2DDouble& area,
                   const wxFont& face, const wxColour& colour) const;
    [[nodiscard]] const wxGraphicsBitmap& pictureOf(wxGraphicsContext& context,
                                                    const SessionId& id);
    [[nodiscard]] const wxImage& bodyOf(View view);
    [[nodiscard]] wxImage emptyImage() const;
    [[nodiscard]] wxSize littleSize() const;
    [[nodiscard]] drawing::MapWindow windowOf(View view) const;
    void beforePaint() override;
    void tell();
    [[nodiscard]] int rowHeight() const override;
    [[nodiscard]] int widthOf(const wxString& text, const wxFont& face) const;

    wxString label_;
    const drawing::BodyShapes& shapes_;
    std::vector<app::HistoryRow> rows_;
    std::map<SessionId, wxGraphicsBitmap> pictures_; ///< of the sessions painted last
    std::map<View, wxImage> bodies_;                 ///< without marks
    PathCache paths_;
    const void* look_ = nullptr; ///< the palette they were painted in
    double scale_ = 0;
    int current_ = kNone;
    int hot_ = kNone;
    int pressed_ = kNone;
};

} // namespace palpate::gui
