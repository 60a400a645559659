// SPDX-License-Identifier: MIT
// What the tree of muscles does with keys.
#include "gui/MuscleTree.h"
#include "gui/MuscleTreeModel.h"
#include "gui/SearchField.h"

#include <wx/dataview.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace palpate::gui {

namespace {

constexpr int kPageRows = 10;

} // namespace

void MuscleTree::goTo(TreeRow& row) {
    choose(row);
    tell();
    showSelected();
}

void MuscleTree::walk(int by) {
    // GTK's own cursor does not follow a choice that was made for it.
    std::vector<TreeRow*> seen;
    const auto collect = [&](const auto& self, const auto& rows) -> void {
        for (const auto& row : rows) {
            seen.push_back(row.get());
            if (!row->rows.empty() && tree_->IsExpanded(MuscleTreeModel::item(row.get()))) {
                self(self, row->rows);
            }
        }
    };
    collect(collect, model_->groups());
    if (seen.empty()) {
        return;
    }
    const auto found = std::find(seen.begin(), seen.end(), selectedRow());
    const int last = static_cast<int>(seen.size()) - 1;
    const int from = found == seen.end() ? -1 : static_cast<int>(found - seen.begin());
    goTo(*seen[static_cast<std::size_t>(std::clamp(from + by, 0, last))]);
}

void MuscleTree::enterTree() {
    if (model_->groups().empty()) {
        return;
    }
    // GTK chooses the first row by itself when the focus comes and nothing is chosen.
    const bool chosen = selectedRow() != nullptr;
    const bool told = std::exchange(telling_, false);
    tree_->SetFocus();
    telling_ = told;
    if (chosen) {
        return;
    }
    if (filtered_.meant && filtered_.side) {
        const MuscleItem& muscle = muscles_[*filtered_.meant];
        if (TreeRow* const half =
                model_->find(muscle.key, muscle.paired ? *filtered_.side : Side::Middle)) {
            goTo(*half); // Enter marks in it
            return;
        }
    }
    TreeRow& group = *model_->groups().front();
    const bool typed = !field_->text().empty(); // the muscles were opened, and are meant
    goTo(typed ? *group.rows.front() : group);
}

void MuscleTree::markMeant() {
    if (!filtered_.meant) {
        enterTree();
        return;
    }
    const MuscleItem& muscle = muscles_[*filtered_.meant];
    if (muscle.paired && !filtered_.side) {
        TreeRow* const right = model_->find(muscle.key, Side::Right);
        tree_->SetFocus();
        if (right) {
            goTo(*right);
        }
    } else if (onMark) {
        const std::string key = muscle.key;
        onMark(key, muscle.paired ? *filtered_.side : Side::Middle);
    }
}

void MuscleTree::act() {
    TreeRow* const row = selectedRow();
    if (!row) {
        return;
    }
    const wxDataViewItem item = MuscleTreeModel::item(row);
    // The owner may change the lists while it is told.
    const std::string key = row->muscle ? row->muscle->key : std::string{};
    const Side side = row->side;
    switch (row->kind) {
    case TreeRow::Kind::Group:
        tree_->IsExpanded(item) ? tree_->Collapse(item) : tree_->Expand(item);
        break;
    case TreeRow::Kind::Muscle:
        if (row->muscle->paired) {
            tree_->Expand(item);
            goTo(*model_->find(key, filtered_.side.value_or(Side::Right)));
            break;
        }
        [[fallthrough]];
    case TreeRow::Kind::Side:
        if (onMark) {
            onMark(key, side);
        }
        break;
    case TreeRow::Kind::Point:
        showSelected();
        break;
    }
}

void MuscleTree::showSelected() {
    const TreeRow* const row = selectedRow();
    if (!row || !row->muscle) {
        return;
    }
    if (row->kind == TreeRow::Kind::Point) {
        if (onShowPoint) {
            onShowPoint(std::string{row->point});
        }
    } else if (onShow) {
        onShow(std::string{row->muscle->key}, row->side);
    }
}

bool MuscleTree::treeKey(wxKeyEvent& event) {
    if (event.ControlDown() || event.AltDown()) {
        return false;
    }
    const int key = event.GetKeyCode();
    TreeRow* const row = selectedRow();
    switch (key) {
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        act();
        return true;
    case WXK_SPACE:
        showSelected();
        return true;
    case WXK_LEFT:
    case WXK_RIGHT:
        if (row) {
            openOrClose(*row, key == WXK_RIGHT);
        }
        return true;
    case WXK_UP:
        if (!row || row == model_->groups().front().get()) {
            field_->focusAndSelect();
        } else {
            walk(-1);
        }
        return true;
    case WXK_DOWN:
        walk(1);
        return true;
    case WXK_PAGEUP:
        walk(-kPageRows);
        return true;
    case WXK_PAGEDOWN:
        walk(kPageRows);
        return true;
    case WXK_HOME:
        walk(std::numeric_limits<int>::min() / 2);
        return true;
    case WXK_END:
        walk(std::numeric_limits<int>::max() / 2);
        return true;
    case WXK_ESCAPE:
        if (!field_->text().empty()) {
            setFilter({});
            field_->focusAndSelect();
        } else if (onEscape) {
            onEscape();
        }
        return true;
    case WXK_DELETE:
        if (row && row->kind == TreeRow::Kind::Point && onRemovePoint) {
            onRemovePoint(std::string{row->point});
        }
        return true;
    case WXK_BACK:
        field_->focusAndSelect();
        return true;
    default:
        break;
    }
    if (row && row->kind == TreeRow::Kind::Point) {
        return rate(*row, event);
    }
    const wxChar letter = event.GetUnicodeKey();
    if (letter != WXK_NONE && wxIsalpha(letter)) {
        setFilter(field_->text() + wxString{static_cast<wxChar>(wxTolower(letter))});
        field_->field().SetFocus();
        field_->field().SetInsertionPointEnd();
        return true;
    }
    return false;
}

bool MuscleTree::rate(const TreeRow& row, const wxKeyEvent& event) {
    if (ratedId_ != row.point) {
        typed_.forget();
        ratedId_ = row.point;
    }
    const std::optional<int> score = typed_.read(event);
    if (score && onRate) {
        onRate(std::string{row.point}, *score);
    }
    return score.has_value();
}

void MuscleTree::openOrClose(TreeRow& row, bool open) {
    const wxDataViewItem item = MuscleTreeModel::item(&row);
    const bool isOpen = !row.rows.empty() && tree_->IsExpanded(item);
    if (open && !row.rows.empty()) {
        isOpen ? goTo(*row.rows.front()) : tree_->Expand(item);
    } else if (!open && isOpen) {
        tree_->Collapse(item);
    } else if (!open && row.parent) {
        goTo(*row.parent);
    }
}

} // namespace palpate::gui
