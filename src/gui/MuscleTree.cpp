// SPDX-License-Identifier: MIT
#include "gui/MuscleTree.h"

#include "gui/Accessible.h"
#include "gui/MuscleTreeModel.h"
#include "gui/NativeField.h"
#include "gui/PaintedControl.h"
#include "gui/Phrases.h"
#include "gui/SearchField.h"

#include <wx/dataview.h>
#include <wx/sizer.h>

#include <algorithm>
#include <utility>

namespace palpate::gui {

namespace {

constexpr int kDetailDip = 46;
constexpr std::size_t kFewMuscles = 8; ///< left by the filter: their sides are opened too

[[nodiscard]] wxString spoken(const TreeRow& row) {
    if (!row.muscle) {
        return row.text;
    }
    const std::string& label = row.muscle->label;
    const std::string layer = row.muscle->layer.empty() ? "" : ", " + row.muscle->layer;
    wxString words;
    switch (row.side) {
    case Side::Right:
        words = said("right {1}", {label + layer});
        break;
    case Side::Left:
        words = said("left {1}", {label + layer});
        break;
    case Side::Middle:
        words = toWx(label + layer);
        break;
    }
    return row.kind == TreeRow::Kind::Point ? words + ", " + row.text : words;
}

} // namespace

MuscleTree::MuscleTree(wxWindow* parent, const wxString& name, const wxString& hint)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxTAB_TRAVERSAL,
              name},
      field_{new SearchField{this, name + ".search", hint}},
      tree_{new wxDataViewCtrl{this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                               wxDV_NO_HEADER | wxDV_SINGLE | wxBORDER_NONE, wxDefaultValidator,
                               name + ".tree"}},
      model_{new MuscleTreeModel} {
    tree_->AssociateModel(model_);
    model_->DecRef();                        // the control counts it now
    auto* text = new wxDataViewTextRenderer; // taken by its column
    text->EnableEllipsize(wxELLIPSIZE_END);
    auto* detail = new wxDataViewTextRenderer; // taken by its column
    detail->EnableEllipsize(wxELLIPSIZE_END);
    auto* names = new wxDataViewColumn{said("Muscle"), text, 0, textPx(*this, 160),
                                       wxALIGN_LEFT}; // taken by the tree
    tree_->AppendColumn(names);
    tree_->AppendColumn(
        new wxDataViewColumn{said("Layer"), detail, 1, textPx(*this, kDetailDip), wxALIGN_LEFT});
    tree_->SetExpanderColumn(names);
    tree_->SetMinSize(FromDIP(wxSize{160, 120}));
    stopTypeAhead(*tree_);
    auto* column = new wxBoxSizer{wxVERTICAL}; // taken by this window
    column->Add(field_, 0, wxEXPAND | wxALL, FromDIP(dip::kGap));
    column->Add(tree_, 1, wxEXPAND);
    SetSizer(column);
    dress();
    bindEvents();
    tell();
}

MuscleTree::~MuscleTree() {
    // The rows point into this window's lists, and the tree dies after them.
    tree_->AssociateModel(nullptr);
}

void MuscleTree::bindEvents() {
    field_->onText = [this](const wxString&) { rebuild(); };
    field_->onStep = [this](int by) {
        if (by > 0) {
            enterTree();
        }
    };
    field_->onEnter = [this] { markMeant(); };
    field_->onEscape = [this] {
        if (onEscape) {
            onEscape();
        }
    };
    tree_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        const int detail = textPx(*this, kDetailDip);
        tree_->GetColumn(0)->SetWidth(
            std::max(FromDIP(80), tree_->GetClientSize().x - detail - FromDIP(6)));
        event.Skip();
    });
    tree_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        tell();
        if (telling_) {
            showSelected();
        }
    });
    // A double click; Enter is taken before GTK makes an activation of it.
    tree_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { act(); });
    tree_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (!treeKey(event)) {
            event.Skip();
        }
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        dress();
        event.Skip();
    });
}

void MuscleTree::dress() {
    dressAsPanel(*this);
    tree_->SetFont(font(TextStyle::Body));
    setStyle(*tree_, listLook());
    Refresh();
}

void MuscleTree::setMuscles(std::vector<MuscleItem> muscles) {
    if (muscles == muscles_) {
        return;
    }
    std::swap(muscles, muscles_); // the old ones live until the rows are built anew
    filter_ = std::make_unique<MuscleFilter>(muscles_);
    rebuild();
}

void MuscleTree::setPoints(std::vector<TreePoint> points) {
    if (points == points_) {
        return;
    }
    points_ = std::move(points);
    rebuild();
}

void MuscleTree::rebuild() {
    if (!filter_) {
        return;
    }
    const TreeRow* const before = selectedRow();
    const std::string key = before && before->muscle ? before->muscle->key : std::string{};
    const Side side = before ? before->side : Side::Middle;
    const std::string point = before ? before->point : std::string{};
    const bool told = std::exchange(telling_, false);
    std::vector<wxString> open;
    for (const auto& group : model_->groups()) {
        if (tree_->IsExpanded(MuscleTreeModel::item(group.get()))) {
            open.push_back(group->text);
        }
    }
    const wxString typed = field_->text();
    filtered_ = filter_->matches(typed);
    // wx comes back to a row that is to be brought into sight when it is idle: now, while it lives.
    tree_->OnInternalIdle();
    model_->build(muscles_, points_, filtered_);
    openMatches(typed.empty() ? open : std::vector<wxString>{}, !typed.empty());
    TreeRow* again = point.empty() ? nullptr : model_->findPoint(point);
    if (!again && !key.empty()) {
        again = model_->find(key, side);
    }
    if (again) {
        choose(*again);
    }
    telling_ = told;
    tell();
}

void MuscleTree::openMatches(const std::vector<wxString>& open, bool filtering) {
    const bool few = filtering && filtered_.left.size() <= kFewMuscles;
    for (const auto& group : model_->groups()) {
        const bool was = std::find(open.begin(), open.end(), group->text) != open.end();
        bool expand = filtering || was;
        for (const auto& muscle : group->rows) {
            const auto has = [](const auto& row) { return !row->rows.empty(); };
            const bool marked = muscle->muscle->paired
                                    ? std::any_of(muscle->rows.begin(), muscle->rows.end(), has)
                                    : has(muscle);
            if (!few && !marked) {
                continue;
            }
            if (!expand) {
                tree_->Expand(MuscleTreeModel::item(group.get()));
                expand = true;
            }
            tree_->Expand(MuscleTreeModel::item(muscle.get()));
            for (const auto& half : muscle->rows) {
                if (has(half)) {
                    tree_->Expand(MuscleTreeModel::item(half.get()));
                }
            }
        }
        if (expand) {
            tree_->Expand(MuscleTreeModel::item(group.get()));
        }
    }
}

TreeRow* MuscleTree::selectedRow() const {
    const wxDataViewItem item = tree_->GetSelection();
    return item.IsOk() ? MuscleTreeModel::row(item) : nullptr;
}

void MuscleTree::choose(TreeRow& row) {
    for (TreeRow* above = row.parent; above; above = above->parent) {
        tree_->Expand(MuscleTreeModel::item(above));
    }
    const wxDataViewItem item = MuscleTreeModel::item(&row);
    tree_->Select(item);
    tree_->SetCurrentItem(item);
    tree_->EnsureVisible(item);
}

void MuscleTree::select(const std::string& key, Side side) {
    selectQuietly(model_->find(key, side));
}

void MuscleTree::selectPoint(const std::string& id) {
    selectQuietly(model_->findPoint(id));
}

void MuscleTree::selectQuietly(TreeRow* row) {
    const bool told = std::exchange(telling_, false);
    if (row) {
        choose(*row);
    } else {
        tree_->UnselectAll();
    }
    telling_ = told;
    tell();
}

void MuscleTree::setFilter(const wxString& text) {
    field_->setText(text);
    rebuild();
}

void MuscleTree::focusField() {
    field_->focusAndSelect();
}

std::vector<std::string> MuscleTree::shown() const {
    std::vector<std::string> keys;
    for (const auto& group : model_->groups()) {
        for (const auto& muscle : group->rows) {
            keys.push_back(muscle->muscle->key);
        }
    }
    return keys;
}

void MuscleTree::tell() {
    const TreeRow* const row = selectedRow();
    const wxString found = said("{1} muscles", {std::to_string(filtered_.left.size())});
    field_->setRemark(field_->text().empty() ? wxString{}
                                             : wxString::Format("%zu", filtered_.left.size()));
    // The row is the name, since a changed name is spoken at once.
    setAccessible(*tree_, row ? spoken(*row) : found, said("Muscles"));
}

} // namespace palpate::gui
