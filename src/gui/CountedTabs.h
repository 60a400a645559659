// SPDX-License-Identifier: MIT
#pragma once

#include "gui/PaintedControl.h"
#include "gui/PressedPart.h"

#include <functional>
#include <vector>

namespace palpate::gui {

/// Lists to choose one from, one below the other, each with how many it holds. Up and Down go from
/// one to the next.
class CountedTabs : public PaintedControl {
public:
    struct Tab {
        wxString text;
        wxString count;
        friend bool operator==(const Tab&, const Tab&) = default;
    };
    static constexpr int kNone = -1;

    /// `label` is what a screen reader says before the chosen one.
    CountedTabs(wxWindow* parent, const wxString& name, const wxString& label);

    std::function<void(int)> onChange; ///< by the user only

    void setTabs(std::vector<Tab> tabs);
    void select(int tab); ///< tells nobody
    [[nodiscard]] int selected() const noexcept { return selected_; }
    [[nodiscard]] int count() const noexcept { return static_cast<int>(tabs_.size()); }
    [[nodiscard]] const Tab& tab(int index) const {
        return tabs_.at(static_cast<std::size_t>(index));
    }
    [[nodiscard]] wxRect tabArea(int tab) const; ///< client pixels

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    void pressed(wxPoint at) override;
    void released(wxPoint at) override;
    void pointed(wxPoint at) override;
    bool key(wxKeyEvent& event) override;
    void heightChanged() override { sizeChanged(); }
    wxSize DoGetBestSize() const override;

private:
    [[nodiscard]] int tabAt(wxPoint at) const;
    void choose(int tab);
    void tell();

    wxString label_;
    std::vector<Tab> tabs_;
    int selected_ = kNone;
    int hot_ = kNone;
    PressedPart pressed_;
};

} // namespace palpate::gui
