// SPDX-License-Identifier: MIT
#pragma once

#include "gui/MuscleFilter.h"
#include "gui/MuscleTree.h"

#include <wx/dataview.h>

#include <memory>
#include <vector>

namespace palpate::gui {

/// A row of the tree.
struct TreeRow {
    enum class Kind { Group, Muscle, Side, Point };
    Kind kind = Kind::Group;
    wxString text;
    wxString detail;                    ///< second column
    const MuscleItem* muscle = nullptr; ///< nullptr for a group
    Side side = Side::Middle;           ///< of a side, a point, or a muscle without sides
    std::string point;                  ///< a point's id
    TreeRow* parent = nullptr;
    std::vector<std::unique_ptr<TreeRow>> rows;
};

/// The rows as the native tree asks for them: part of the body > muscle > side > point.
class MuscleTreeModel : public wxDataViewModel {
public:
    /// Builds the rows anew and tells the tree. Both lists must outlive the next call.
    void build(const std::vector<MuscleItem>& muscles, const std::vector<TreePoint>& points,
               const FilteredMuscles& filtered);

    [[nodiscard]] const std::vector<std::unique_ptr<TreeRow>>& groups() const { return groups_; }
    /// The row of a muscle's side (or of the muscle, where it has none); nullptr: filtered out.
    [[nodiscard]] TreeRow* find(const std::string& key, Side side) const;
    [[nodiscard]] TreeRow* findPoint(const std::string& id) const;

    [[nodiscard]] static TreeRow* row(const wxDataViewItem& item) {
        return static_cast<TreeRow*>(item.GetID());
    }
    [[nodiscard]] static wxDataViewItem item(TreeRow* row) { return wxDataViewItem{row}; }

    void GetValue(wxVariant& value, const wxDataViewItem& item, unsigned column) const override;
    bool SetValue(const wxVariant&, const wxDataViewItem&, unsigned) override { return false; }
    bool GetAttr(const wxDataViewItem& item, unsigned column,
                 wxDataViewItemAttr& look) const override;
    wxDataViewItem GetParent(const wxDataViewItem& item) const override;
    bool IsContainer(const wxDataViewItem& item) const override;
    bool HasContainerColumns(const wxDataViewItem&) const override { return true; }
    unsigned GetChildren(const wxDataViewItem& item, wxDataViewItemArray& children) const override;

private:
    template <class Wanted> [[nodiscard]] TreeRow* first(Wanted wanted) const;

    std::vector<std::unique_ptr<TreeRow>> groups_;
};

} // namespace palpate::gui
