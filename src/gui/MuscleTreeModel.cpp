// SPDX-License-Identifier: MIT
#include "gui/MuscleTreeModel.h"

#include "gui/Phrases.h"
#include "gui/Theme.h"

#include <algorithm>

namespace palpate::gui {

namespace {

TreeRow& addRow(std::vector<std::unique_ptr<TreeRow>>& rows, TreeRow* parent, TreeRow::Kind kind,
                const wxString& text) {
    auto row = std::make_unique<TreeRow>();
    row->kind = kind;
    row->text = text;
    row->parent = parent;
    rows.push_back(std::move(row));
    return *rows.back();
}

void addPoints(TreeRow& to, const MuscleItem& muscle, const std::vector<TreePoint>& points) {
    for (const TreePoint& point : points) {
        if (point.key == muscle.key && point.side == to.side) {
            TreeRow& row = addRow(to.rows, &to, TreeRow::Kind::Point, toWx(point.label));
            row.muscle = &muscle;
            row.side = point.side;
            row.point = point.id;
        }
    }
}

void addMuscle(TreeRow& group, const MuscleItem& muscle, const std::vector<TreePoint>& points) {
    TreeRow& row = addRow(group.rows, &group, TreeRow::Kind::Muscle, toWx(muscle.label));
    row.muscle = &muscle;
    row.detail = toWx(muscle.layer);
    if (!muscle.paired) {
        addPoints(row, muscle, points);
        return;
    }
    for (const Side side : {Side::Right, Side::Left}) {
        TreeRow& half = addRow(row.rows, &row, TreeRow::Kind::Side,
                               side == Side::Right ? said("Right") : said("Left"));
        half.muscle = &muscle;
        half.side = side;
        addPoints(half, muscle, points);
    }
}

} // namespace

void MuscleTreeModel::build(const std::vector<MuscleItem>& muscles,
                            const std::vector<TreePoint>& points, const FilteredMuscles& filtered) {
    std::vector<std::unique_ptr<TreeRow>> groups;
    for (const std::size_t i : filtered.left) {
        const MuscleItem& muscle = muscles[i];
        const wxString name = toWx(muscle.group);
        const auto found = std::find_if(groups.begin(), groups.end(),
                                        [&](const auto& group) { return group->text == name; });
        TreeRow& group =
            found != groups.end() ? **found : addRow(groups, nullptr, TreeRow::Kind::Group, name);
        addMuscle(group, muscle, points);
    }
    // The old rows live until the tree has let them go.
    std::swap(groups, groups_);
    Cleared();
}

template <class Wanted> TreeRow* MuscleTreeModel::first(Wanted wanted) const {
    const auto search = [&](const auto& self,
                            const std::vector<std::unique_ptr<TreeRow>>& rows) -> TreeRow* {
        for (const auto& row : rows) {
            if (wanted(*row)) {
                return row.get();
            }
            if (TreeRow* const below = self(self, row->rows)) {
                return below;
            }
        }
        return nullptr;
    };
    return search(search, groups_);
}

TreeRow* MuscleTreeModel::find(const std::string& key, Side side) const {
    return first([&](const TreeRow& row) {
        return row.muscle && row.muscle->key == key && row.side == side &&
               row.kind != TreeRow::Kind::Point;
    });
}

TreeRow* MuscleTreeModel::findPoint(const std::string& id) const {
    return first(
        [&](const TreeRow& row) { return row.kind == TreeRow::Kind::Point && row.point == id; });
}

void MuscleTreeModel::GetValue(wxVariant& value, const wxDataViewItem& item,
                               unsigned column) const {
    value = column == 0 ? row(item)->text : row(item)->detail;
}

bool MuscleTreeModel::GetAttr(const wxDataViewItem& item, unsigned column,
                              wxDataViewItemAttr& look) const {
    const TreeRow& one = *row(item);
    if (column == 1) {
        look.SetColour(palette().muted);
        return true;
    }
    if (one.kind == TreeRow::Kind::Group) {
        look.SetBold(true);
        return true;
    }
    if (one.kind == TreeRow::Kind::Point) {
        look.SetColour(palette().accentText);
        look.SetBold(true);
        return true;
    }
    return false;
}

wxDataViewItem MuscleTreeModel::GetParent(const wxDataViewItem& item) const {
    return item.IsOk() ? wxDataViewItem{row(item)->parent} : wxDataViewItem{};
}

bool MuscleTreeModel::IsContainer(const wxDataViewItem& item) const {
    return !item.IsOk() || !row(item)->rows.empty();
}

unsigned MuscleTreeModel::GetChildren(const wxDataViewItem& item,
                                      wxDataViewItemArray& children) const {
    const auto& rows = item.IsOk() ? row(item)->rows : groups_;
    for (const auto& one : rows) {
        children.Add(wxDataViewItem{one.get()});
    }
    return static_cast<unsigned>(rows.size());
}

} // namespace palpate::gui
