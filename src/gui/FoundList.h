// SPDX-License-Identifier: MIT
#pragma once

#include "gui/Icons.h"
#include "gui/TextMarks.h"

#include <functional>
#include <optional>
#include <vector>

namespace palpate::gui {

/// One thing that was found, or a completion.
struct FoundRow {
    std::optional<Icon> icon = {};
    wxString title;
    std::vector<TextMark> marks = {}; ///< in the title
    wxString detail = {};             ///< quiet, behind the title
    wxString kind = {};               ///< quiet, at the right end: "patient"
    bool newGroup = false;            ///< a line above it
    friend bool operator==(const FoundRow&, const FoundRow&) = default;
};

/// The rows below a field that is typed into: a click or tap picks one, the wheel scrolls. It never
/// takes the focus from the field, whose keys move `current`.
class FoundList : public PaintedControl {
public:
    FoundList(wxWindow* parent, const wxString& name);

    std::function<void(std::size_t)> onPick;

    void show(std::vector<FoundRow> rows, std::optional<std::size_t> current);
    [[nodiscard]] const std::vector<FoundRow>& rows() const noexcept { return rows_; }
    [[nodiscard]] std::optional<std::size_t> current() const noexcept { return current_; }
    /// And scrolls it into sight.
    void setCurrent(std::optional<std::size_t> current);
    /// From one row to the next; before the first and behind the last there is none.
    void step(int by);
    /// What a screen reader says of the current row; empty: none.
    [[nodiscard]] wxString spoken() const;
    /// Where the row lies, in client pixels.
    [[nodiscard]] wxRect area(std::size_t row) const;
    /// Pixels for all rows, or for as many whole ones as `most` pixels hold.
    [[nodiscard]] int wantedHeight(int most) const;

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    void pointed(wxPoint at) override;
    void released(wxPoint at) override;

private:
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] std::size_t rowsInSight() const;
    [[nodiscard]] std::optional<std::size_t> rowAt(wxPoint at) const;
    void drawRow(wxGraphicsContext& context, std::size_t index) const;
    void scrollTo(std::size_t first);

    std::vector<FoundRow> rows_;
    std::optional<std::size_t> current_;
    std::optional<std::size_t> hot_;
    std::size_t first_ = 0; ///< the topmost row in sight
    int turned_ = 0;        ///< of the wheel, less than a notch
};

} // namespace palpate::gui
