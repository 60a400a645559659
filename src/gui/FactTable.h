// SPDX-License-Identifier: MIT
#pragma once

#include <wx/dataview.h>

#include <functional>
#include <vector>

namespace palpate::gui {

/// Facts in rows and columns, as a native table that a screen reader reads cell by cell: what
/// stands beside a picture as its equal. Sorted as it is given.
class FactTable : public wxDataViewListCtrl {
public:
    struct Column {
        wxString title;
        int widthDip = 80;
        bool grows = false; ///< takes the room that is left
    };
    using Rows = std::vector<std::vector<wxString>>;

    /// `label` is what a screen reader says before its content.
    FactTable(wxWindow* parent, const wxString& name, const wxString& label,
              std::vector<Column> columns);

    std::function<void(int row)> onSelect; ///< by the user only
    std::function<void(int row)> onOpen;   ///< Enter, or a double click

    /// Each row as long as there are columns. The selected row stays where it can.
    void setRows(Rows rows);
    [[nodiscard]] const Rows& rows() const noexcept { return rows_; }
    /// As high as `most` rows with the heading, or as all of them when they are fewer.
    void growTo(int most);
    void select(int row); ///< and scrolls it into sight; tells nobody

private:
    void dress();
    void fitColumns();
    [[nodiscard]] int lineHeight() const;

    std::vector<Column> columns_;
    Rows rows_;
    bool filling_ = false;
};

} // namespace palpate::gui
