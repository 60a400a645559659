// SPDX-License-Identifier: MIT
#include "gui/FactTable.h"

#include "gui/Accessible.h"
#include "gui/NativeField.h"
#include "gui/PaintedControl.h"

#include <algorithm>
#include <numeric>

namespace palpate::gui {

namespace {

constexpr int kRowDip = 27;
constexpr int kHeadDip = 30;
constexpr int kScrollbarDip = 16;

} // namespace

FactTable::FactTable(wxWindow* parent, const wxString& name, const wxString& label,
                     std::vector<Column> columns)
    : wxDataViewListCtrl{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                         wxDV_SINGLE | wxBORDER_NONE},
      columns_{std::move(columns)} {
    SetName(name);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        auto* text = new wxDataViewTextRenderer; // taken by its column
        text->EnableEllipsize(wxELLIPSIZE_END);
        AppendColumn(new wxDataViewColumn{columns_[i].title, text, static_cast<unsigned>(i),
                                          textPx(*this, columns_[i].widthDip), wxALIGN_LEFT,
                                          wxDATAVIEW_COL_RESIZABLE}); // taken by this table
    }
    stopTypeAhead(*this);
    dress();
    setAccessible(*this, label);
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        dress();
        event.Skip();
    });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_TAB) {
            quietHeadings(*this);
        }
        event.Skip();
    });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        fitColumns();
        event.Skip();
    });
    Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        if (!filling_ && onSelect && GetSelectedRow() != wxNOT_FOUND) {
            onSelect(GetSelectedRow());
        }
    });
    Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
        if (onOpen) {
            onOpen(ItemToRow(event.GetItem()));
        }
    });
}

void FactTable::dress() {
    SetFont(font(TextStyle::Small));
    setStyle(*this, listLook());
    styleHeadings(*this);
}

void FactTable::fitColumns() {
    int fixed = FromDIP(kScrollbarDip);
    int growing = 0;
    for (const Column& column : columns_) {
        fixed += column.grows ? 0 : textPx(*this, column.widthDip);
        growing += column.grows ? 1 : 0;
    }
    if (growing == 0) {
        return;
    }
    const int share = (GetClientSize().x - fixed) / growing;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (columns_[i].grows) {
            GetColumn(static_cast<unsigned>(i))
                ->SetWidth(std::max(share, textPx(*this, columns_[i].widthDip)));
        }
    }
}

void FactTable::setRows(Rows rows) {
    if (rows == rows_) {
        return;
    }
    filling_ = true;
    const int selected = GetSelectedRow();
    DeleteAllItems();
    rows_ = std::move(rows);
    for (const std::vector<wxString>& row : rows_) {
        wxVector<wxVariant> cells;
        for (const wxString& cell : row) {
            cells.push_back(wxVariant{cell});
        }
        AppendItem(cells);
    }
    if (selected != wxNOT_FOUND && selected < static_cast<int>(rows_.size())) {
        SelectRow(static_cast<unsigned>(selected));
    }
    filling_ = false;
}

int FactTable::lineHeight() const {
    return textPx(*this, kRowDip);
}

void FactTable::growTo(int most) {
    const int shown = std::clamp(static_cast<int>(rows_.size()), 1, most);
    const int height = textPx(*this, kHeadDip) + shown * lineHeight() + FromDIP(2);
    if (GetMinSize().y != height) {
        SetMinSize({-1, height});
        relayoutAround(*this);
    }
}

void FactTable::select(int row) {
    filling_ = true;
    if (row >= 0 && row < static_cast<int>(rows_.size())) {
        SelectRow(static_cast<unsigned>(row));
        EnsureVisible(RowToItem(row));
    } else {
        UnselectAll();
    }
    filling_ = false;
}

} // namespace palpate::gui
