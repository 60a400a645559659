// SPDX-License-Identifier: MIT
#pragma once

#include "app/PointLives.h"
#include "gui/PaintedRows.h"
#include "gui/Painting.h"

#include <wx/bitmap.h>

#include <functional>
#include <optional>
#include <vector>

namespace palpate::gui {

/// The lives of points, one strip below the other. Up and Down choose a point, Left and Right a
/// session of it, Enter opens that session; a click chooses both. Paints what is in sight.
class LifeStrips : public PaintedRows {
public:
    LifeStrips(wxWindow* parent, const wxString& name, const wxString& label);

    /// Another point, or another session of it, was chosen by the user.
    std::function<void(int point, std::optional<std::size_t> step)> onChoose;
    std::function<void(const SessionId&)> onOpen; ///< Enter, or a double click

    /// Keeps the chosen point where it can. `current`: the session whose column is marked. Tells
    /// nobody.
    void set(std::vector<app::PointLife> lives, const std::optional<SessionId>& current);
    [[nodiscard]] int count() const override { return static_cast<int>(lives_.size()); }
    [[nodiscard]] int chosen() const noexcept { return chosen_; }
    [[nodiscard]] std::optional<std::size_t> step() const noexcept { return step_; }
    [[nodiscard]] const app::PointLife& life(int point) const {
        return lives_.at(static_cast<std::size_t>(point));
    }
    [[nodiscard]] wxRect stripArea(int point) const; ///< client pixels
    /// The column of a session in a strip; empty where there is none.
    [[nodiscard]] wxRect stepArea(int point, std::size_t step) const;

private:
    void onMouse(wxMouseEvent& event);
    void onKey(wxKeyEvent& event);
    void paintRow(wxGraphicsContext& context, int point) override;
    void beforePaint() override;
    void choose(int point, std::optional<std::size_t> step);
    void stepBy(int by);
    void tell();
    [[nodiscard]] int rowHeight() const override;
    [[nodiscard]] double pictureWidth() const; ///< millimetres of the screen

    wxString label_;
    std::vector<app::PointLife> lives_;
    std::vector<wxBitmap> pictures_; ///< not Ok until it was painted
    PathCache paths_;
    const void* look_ = nullptr; ///< the palette they were painted in
    double scale_ = 0;
    int width_ = 0; ///< at which they were painted
    int chosen_ = 0;
    std::optional<std::size_t> step_; ///< of the chosen point
};

} // namespace palpate::gui
