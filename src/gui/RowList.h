// SPDX-License-Identifier: MIT
#pragma once

#include "gui/Badge.h"
#include "gui/PaintedRows.h"
#include "gui/TextMarks.h"

#include <functional>
#include <vector>

namespace palpate::gui {

/// One entry of a RowList.
struct ListRow {
    wxString title;
    wxString aside;              ///< grey, behind the title
    std::vector<wxString> lines; ///< below the title, the first in ink, the others grey
    wxString right;              ///< grey, at the right end of the title's line
    wxString badge;              ///< at the right end; empty: none
    Badge::Tone tone = Badge::Tone::Neutral;
    bool marked = false;              ///< the one that is in use: tinted
    std::vector<TextMark> marks = {}; ///< in the last of the lines: bold
    friend bool operator==(const ListRow&, const ListRow&) = default;
};

/// A list of records to read and to choose one from: a click opens it, arrows move, Enter opens. It
/// may be moved from elsewhere, such as from a search field. Paints only what is in sight.
class RowList : public PaintedRows {
public:
    /// `lines`: how many a row has below its title; all rows are equally high.
    RowList(wxWindow* parent, const wxString& name, const wxString& label, int lines);

    std::function<void(int)> onOpen; ///< clicked, or Enter
    /// What else may be done with a row, at a place in client pixels. When set, each row shows
    /// three dots at its end that call it, as a right click and the menu key do.
    std::function<void(int row, wxPoint at)> onMenu;
    /// The last row came near: now is the time to bring more.
    std::function<void()> onNearEnd;

    void setLines(int lines);                ///< of the rows that come next
    void setRows(std::vector<ListRow> rows); ///< keeps the current row's place where it can
    [[nodiscard]] int count() const override { return static_cast<int>(rows_.size()); }
    [[nodiscard]] int current() const noexcept { return current_; }
    void setCurrent(int row); ///< and scrolls it into sight
    [[nodiscard]] const ListRow& row(int index) const {
        return rows_.at(static_cast<std::size_t>(index));
    }
    /// Where its three dots are pressed; empty without onMenu.
    [[nodiscard]] wxRect dotsArea(int row) const;
    /// As high as its rows, at most `rows` of them.
    void growTo(int rows);

private:
    void onMouse(wxMouseEvent& event);
    void onKey(wxKeyEvent& event);
    void askMenu(int row, wxPoint at);
    void lookForEnd();
    void paintRow(wxGraphicsContext& context, int index) override;
    [[nodiscard]] int rowHeight() const override;
    [[nodiscard]] int padDip() const;
    void tell();

    wxString label_;
    int lines_;
    std::vector<ListRow> rows_;
    int askedAt_ = kNone; ///< how many rows there were when more were asked for
    int grown_ = 0;       ///< rows that are in sight at most; 0: as high as there is room
    int current_ = kNone;
    int hot_ = kNone;
};

} // namespace palpate::gui
