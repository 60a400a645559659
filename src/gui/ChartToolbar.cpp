// SPDX-License-Identifier: MIT
#include "gui/ChartToolbar.h"

#include "drawing/MapLegend.h"
#include "gui/Bar.h"
#include "gui/ChipGroup.h"
#include "gui/LargeControls.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/SegmentedControl.h"
#include "gui/UnderMenu.h"

#include <wx/sizer.h>

#include <algorithm>
#include <array>

namespace palpate::gui {

namespace {

using drawing::MapPlace;

/// The parts of the body that are one click away, as many as fit; the others are in the menu behind
/// them.
constexpr std::array kNearPlaces{MapPlace::WholeBody, MapPlace::LowBack, MapPlace::Neck,
                                 MapPlace::Shoulder,  MapPlace::Hip,     MapPlace::Forearm,
                                 MapPlace::Foot};
template <class Array, class Value> [[nodiscard]] int indexOf(const Array& array, Value value) {
    return static_cast<int>(std::find(array.begin(), array.end(), value) - array.begin());
}

} // namespace

ChartToolbar::ChartToolbar(wxWindow* parent)
    : wxPanel{
          parent,       wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
          "chart.tools"} {
    dressAsPanel(*this);
    auto* column = new wxBoxSizer{wxVERTICAL};
    buildFirstRow(*column);
    buildSecondRow(*column);
    SetSizer(column);
}

void ChartToolbar::buildFirstRow(wxBoxSizer& column) {
    auto* bar = new Bar{this, "chart.toolbar", wxBOTTOM};
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    views_ = new SegmentedControl{
        bar,
        "map.views",
        said("View"),
        {said("Front"), said("Back"), said("Left"), said("Right"), said("Soles")}};
    views_->onChange = [this](int index) {
        if (presenter_) {
            presenter_->map().setView(kViews.at(static_cast<std::size_t>(index)));
            giveBackFocus(*views_);
        }
    };
    layers_ = new SegmentedControl{
        bar, "map.layers", said("Layer"), {said("Skin"), "1", "2", "3", "4", said("Bones")}};
    const std::array<wxString, 6> layerWords{said("Skin"),           said("1 superficial"),
                                             said("2 intermediate"), said("3 deep"),
                                             said("4 deepest"),      said("Bones")};
    for (std::size_t i = 0; i < layerWords.size(); ++i) {
        layers_->describeSegment(static_cast<int>(i), layerWords[i]);
    }
    layers_->onChange = [this](int index) {
        if (presenter_) {
            presenter_->map().setLayer(kLayers.at(static_cast<std::size_t>(index)));
            giveBackFocus(*layers_);
        }
    };
    mode_ = new SegmentedControl{
        bar, "map.mode", said("The pointer marks"), {said("Point"), said("Pain")}};
    mode_->onChange = [this](int index) {
        if (presenter_) {
            presenter_->pain().setPainting(index == 1);
            giveBackFocus(*mode_);
        }
    };
    const auto flags = wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(10));
    line->Add(views_, flags);
    line->Add(layers_, flags);
    line->Add(mode_, flags);
    line->AddStretchSpacer();
    more_ = new PillButton{bar, "map.more", toWx("⋯"), PillButton::Kind::Quiet,
                           PillButton::Size::Compact};
    more_->setWords(said("Pictures and looks of the map"));
    more_->onClick = [this] { onMore(); };
    line->Add(more_, wxSizerFlags{}.CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(6)));
    bar->SetSizer(line);
    const auto fit = [bar] {
        bar->SetMinSize({-1, bar->FromDIP(std::max(46, touchable(0) + 10))});
    };
    fit();
    bar->Bind(EVT_CONTROL_HEIGHT, [fit](wxCommandEvent&) { fit(); });
    column.Add(bar, wxSizerFlags{}.Expand());
}

void ChartToolbar::buildSecondRow(wxBoxSizer& column) {
    second_ = new Bar{this, "chart.places", wxBOTTOM};
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    places_ = new ChipGroup{
        second_, "map.places", said("Go to"), ChipGroup::Kind::Multi, {}, ChipGroup::Size::Compact};
    showPlaces(kNearPlaces.size());
    places_->onAction = [this](int chip) {
        if (static_cast<std::size_t>(chip) < nearPlaces_) {
            onPlace(kNearPlaces.at(static_cast<std::size_t>(chip)), Side::Middle);
        } else {
            openPlaces();
        }
    };
    places_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        if (event.GetSize().x != fittedWidth_) {
            CallAfter([this] { fitPlaces(); });
        }
        event.Skip();
    });
    arm_ = new ChipGroup{second_,         "map.arm",
                         said("Arm"),     ChipGroup::Kind::Multi,
                         {{said("Arm")}}, ChipGroup::Size::Compact};
    arm_->onChange = [this](int, ChipState now) {
        if (presenter_) {
            presenter_->map().setShowArm(now == ChipState::On);
        }
    };
    tools_ = new ChipGroup{second_,
                           "map.tools",
                           said("Find"),
                           ChipGroup::Kind::Multi,
                           {{said("Muscles")}, {said("Type  /"), true}},
                           ChipGroup::Size::Compact};
    tools_->onChange = [this](int, ChipState) { onMuscles(); };
    tools_->onAction = [this](int) { onQuick(); };
    history_ = new SegmentedControl{second_,
                                    "chart.undo",
                                    said("Undo and redo"),
                                    {toWx("↶"), toWx("↷")},
                                    SegmentedControl::Kind::Buttons};
    history_->describeSegment(0, said("Undo"));
    history_->describeSegment(1, said("Redo"));
    history_->onChange = [this](int index) { index == 0 ? onUndo() : onRedo(); };
    for (ChipGroup* const group : {arm_, tools_}) {
        group->SetMinSize({group->lineWidth(), -1});
    }
    const auto flags = wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(8));
    line->Add(places_, wxSizerFlags{1}.CentreVertical().Border(wxLEFT, FromDIP(10)));
    line->Add(arm_, flags);
    line->Add(tools_, flags);
    line->Add(history_, wxSizerFlags{}.CentreVertical().Border(wxALL, FromDIP(5)));
    second_->SetSizer(line);
    column.Add(second_, wxSizerFlags{}.Expand());
}

void ChartToolbar::showPlaces(std::size_t count) {
    nearPlaces_ = count;
    std::vector<ChipGroup::Chip> chips;
    for (std::size_t i = 0; i < count; ++i) {
        chips.push_back({said(drawing::title(kNearPlaces.at(i))), true});
    }
    chips.push_back({said("More ▾"), true});
    places_->setChips(std::move(chips));
    places_->SetMinSize({FromDIP(120), -1});
}

void ChartToolbar::fitPlaces() {
    const int width = places_->GetSize().x;
    if (width == fittedWidth_) {
        return;
    }
    fittedWidth_ = width;
    std::size_t count = kNearPlaces.size();
    showPlaces(count);
    while (count > 1 && places_->lineWidth() > width) {
        showPlaces(--count);
    }
    second_->InvalidateBestSize();
    InvalidateBestSize();
    GetParent()->Layout();
}

void ChartToolbar::open(app::SessionPresenter* presenter) {
    presenter_ = presenter;
}

void ChartToolbar::render(const app::SessionView& view) {
    views_->select(indexOf(kViews, view.map.view));
    layers_->select(indexOf(kLayers, view.map.layer));
    mode_->select(view.pain.painting ? 1 : 0);
    mode_->enableSegment(1, !view.frozen);
    history_->enableSegment(0, view.canUndo);
    history_->enableSegment(1, view.canRedo);
    const bool side = view.map.view == View::Left || view.map.view == View::Right;
    const bool changed = arm_->Show(side);
    const ChipState arm = view.map.showArm ? ChipState::On : ChipState::Off;
    if (arm_->state(0) != arm) {
        arm_->setState(0, arm);
    }
    if (changed) {
        InvalidateBestSize();
        Layout();
        GetParent()->Layout();
    }
}

void ChartToolbar::giveBackFocus(const SegmentedControl& from) {
    // Who clicks goes on at the map; who came by the keyboard stays where the keys are.
    if (from.isUsedByPointer() && onClicked) {
        CallAfter([this] { onClicked(); });
    }
}

void ChartToolbar::setMusclesShown(bool shown) {
    tools_->setState(0, shown ? ChipState::On : ChipState::Off);
}

void ChartToolbar::openPlaces() {
    std::vector<UnderItem> items;
    std::vector<std::pair<MapPlace, Side>> meant;
    for (const MapPlace place : drawing::kMapPlaces) {
        const std::string name = fromWx(said(drawing::title(place)));
        if (!drawing::isPaired(place)) {
            items.push_back({name, {}});
            meant.emplace_back(place, Side::Middle);
            continue;
        }
        items.push_back({fromWx(said("{1}, right", {name})), {}});
        meant.emplace_back(place, Side::Right);
        items.push_back({fromWx(said("{1}, left", {name})), {}});
        meant.emplace_back(place, Side::Left);
    }
    const wxRect chip = places_->chipArea(places_->count() - 1);
    const wxPoint below{chip.GetLeft(), chip.GetBottom()};
    if (const auto chosen = showMuscleMenu(*places_, below, items, {}, false)) {
        const auto [place, side] = meant.at(static_cast<std::size_t>(*chosen));
        onPlace(place, side);
    }
}

wxWindow& ChartToolbar::moreButton() noexcept {
    return *more_;
}

} // namespace palpate::gui
