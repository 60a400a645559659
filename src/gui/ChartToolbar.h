// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionPresenter.h"
#include "drawing/MapPlaces.h"

#include <wx/panel.h>

#include <functional>

namespace palpate::gui {

class Bar;
class ChipGroup;
class PillButton;
class SegmentedControl;

/// What stands above the body map: view, layer, what the pointer does, undo; below them the way to
/// a part of the body. Talks to the presenter; what concerns
/// the page goes to its owner.
class ChartToolbar : public wxPanel {
public:
    explicit ChartToolbar(wxWindow* parent);

    /// nullptr: does nothing. Must stay until another is given.
    void open(app::SessionPresenter* presenter);
    void render(const app::SessionView& view);

    std::function<void()> onUndo;
    std::function<void()> onRedo;
    std::function<void(drawing::MapPlace, Side)> onPlace;
    std::function<void()> onMuscles; ///< the list of muscles is to be shown, or put away
    std::function<void()> onQuick;   ///< the quick line is to be opened
    std::function<void()> onClicked; ///< a choice was made with the pointer: the map is next
    std::function<void()> onMore;    ///< the menu of pictures and looks
    void setMusclesShown(bool shown);
    /// All places in a menu, as from a key.
    void openPlaces();
    [[nodiscard]] wxWindow& moreButton() noexcept;

private:
    void buildFirstRow(wxBoxSizer& column);
    void buildSecondRow(wxBoxSizer& column);
    void giveBackFocus(const SegmentedControl& from);
    void showPlaces(std::size_t count);
    void fitPlaces();

    app::SessionPresenter* presenter_ = nullptr;
    int fittedWidth_ = -1;              ///< of the places, at which as many as fit were chosen
    std::size_t nearPlaces_ = 0;        ///< how many stand before the menu of all
    SegmentedControl* views_ = nullptr; ///< children of this window, as all below
    SegmentedControl* layers_ = nullptr;
    SegmentedControl* mode_ = nullptr;
    SegmentedControl* history_ = nullptr;
    Bar* second_ = nullptr;
    ChipGroup* places_ = nullptr;
    ChipGroup* arm_ = nullptr;
    ChipGroup* tools_ = nullptr;
    PillButton* more_ = nullptr;
};

} // namespace palpate::gui
