// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Body.h"
#include "gui/MuscleFilter.h"
#include "gui/TypedScore.h"

#include <wx/panel.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class wxDataViewCtrl;

namespace palpate::gui {

class SearchField;
class MuscleTreeModel;
struct TreeRow;

/// A muscle as the tree names it; all texts translated, UTF-8.
struct MuscleItem {
    std::string key;                ///< the atlas's id; comes back in the callbacks
    std::string group;              ///< part of the body, the tree's first level
    std::string label;              ///< without its side
    std::string layer;              ///< shown behind the name: "2 intermediate"
    std::vector<std::string> words; ///< its other names and short forms
    bool paired = true;             ///< has a left and a right; else only the middle
    friend bool operator==(const MuscleItem&, const MuscleItem&) = default;
};
/// A point of the open session.
struct TreePoint {
    std::string key; ///< of its muscle
    Side side = Side::Middle;
    std::string id;    ///< comes back in the callbacks
    std::string label; ///< "2 · active, 6"
    friend bool operator==(const TreePoint&, const TreePoint&) = default;
};

/// The body map as a list, its equal for the keyboard and for a screen reader: part of the body >
/// muscle > side > points, under a field that filters it. A native tree, so that assistive software
/// reads its rows.
///
/// In the field: typing filters (every word by its beginning; short forms too; "r" and "left" mean
/// a side), Down goes into the tree, Enter marks the muscle that is meant if its side is clear ("r
/// ql"). In the tree: arrows, Left and Right close and open, Enter marks, Space or choosing shows,
/// Delete removes and digits rate a point; a letter goes to the field.
class MuscleTree : public wxPanel {
public:
    MuscleTree(wxWindow* parent, const wxString& name, const wxString& hint);
    ~MuscleTree() override;

    /// A muscle of a side was chosen: bring its layer and place into view. Side::Middle for a
    /// muscle with sides: both.
    std::function<void(const std::string& key, Side side)> onShow;
    std::function<void(const std::string& key, Side side)> onMark;
    std::function<void(const std::string& id)> onShowPoint;
    std::function<void(const std::string& id)> onRemovePoint;
    /// 0 to 10; a 10 typed as 1 and 0 in quick succession tells 1, then 10.
    std::function<void(const std::string& id, int score)> onRate;
    std::function<void()> onEscape; ///< Escape where there is nothing left to clear

    /// Groups come in the order of their first muscle.
    void setMuscles(std::vector<MuscleItem> muscles);
    void setPoints(std::vector<TreePoint> points);
    /// The map's choice, shown without telling anybody; an unknown one chooses nothing.
    void select(const std::string& key, Side side);
    void selectPoint(const std::string& id);

    void setFilter(const wxString& text);
    void focusField();
    /// Muscles that the filter leaves, in the order of the tree.
    [[nodiscard]] std::vector<std::string> shown() const;
    [[nodiscard]] SearchField& field() noexcept { return *field_; }  ///< named `name`.field
    [[nodiscard]] wxDataViewCtrl& tree() noexcept { return *tree_; } ///< named `name`.tree

private:
    void bindEvents();
    void dress();
    void rebuild();
    void openMatches(const std::vector<wxString>& open, bool filtering);
    [[nodiscard]] TreeRow* selectedRow() const;
    void choose(TreeRow& row);
    void goTo(TreeRow& row);
    void walk(int by);
    void selectQuietly(TreeRow* row);
    void enterTree();
    void markMeant();
    void act();
    void showSelected();
    bool treeKey(wxKeyEvent& event);
    bool rate(const TreeRow& row, const wxKeyEvent& event);
    void openOrClose(TreeRow& row, bool open);
    void tell();

    std::vector<MuscleItem> muscles_;
    std::vector<TreePoint> points_;
    std::unique_ptr<MuscleFilter> filter_; ///< of muscles_
    FilteredMuscles filtered_;
    TypedScore typed_;
    std::string ratedId_; ///< whose score is being typed
    bool telling_ = true; ///< false while the selection is set from outside
    SearchField* field_;  ///< children of this window
    wxDataViewCtrl* tree_;
    MuscleTreeModel* model_; ///< counted by the tree
};

} // namespace palpate::gui
