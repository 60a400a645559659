// SPDX-License-Identifier: MIT
#include "gui/ChartPage.h"

#include "app/Clinic.h"
#include "gui/AddendumDialog.h"
#include "gui/Bar.h"
#include "gui/Phrases.h"
#include "gui/SignDialog.h"

#include <wx/sizer.h>

#include <algorithm>
#include <array>

namespace palpate::gui {

namespace {

constexpr std::array kShownViews{View::Anterior, View::Posterior, View::Left, View::Right,
                                 View::Plantar};

template <class Array, class Value> [[nodiscard]] int indexOf(const Array& array, Value value) {
    return static_cast<int>(std::find(array.begin(), array.end(), value) - array.begin());
}

} // namespace

ChartPage::ChartPage(wxWindow* parent, app::Clinic& clinic)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              "chart"},
      clinic_{clinic} {
    dressAsPanel(*this);
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    auto* left = new wxBoxSizer{wxVERTICAL};
    buildToolbar(*left);
    map_ = new ChartMap{this, clinic.shapes()};
    map_->onKey = [this](wxKeyEvent& event) { return mapKey(event); };
    left->Add(map_, wxSizerFlags{1}.Expand());
    row->Add(left, wxSizerFlags{1}.Expand());
    panel_ = new SessionPanel{this};
    panel_->onSign = [this] { sign(); };
    panel_->onAddendum = [this] { addAddendum(); };
    auto* divider = new Bar{this, "chart.divider", wxLEFT};
    divider->SetMinSize({1, -1});
    row->Add(divider, wxSizerFlags{}.Expand());
    row->Add(panel_, wxSizerFlags{}.Expand());
    SetSizer(row);
    showContent(false);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        // The session keeps a readable width; what a larger window has more goes to the map.
        const int wanted = std::clamp(event.GetSize().x * 37 / 100, FromDIP(480), FromDIP(508));
        panel_->SetMinSize({wanted, -1});
        event.Skip();
    });
}

ChartPage::~ChartPage() {
    // The controls go before the presenter: one that loses the focus still stores what is in it.
    if (presenter_) {
        presenter_->onChanged = {};
    }
    DestroyChildren();
}

void ChartPage::buildToolbar(wxSizer& column) {
    auto* bar = new Bar{this, "chart.toolbar", wxBOTTOM};
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    views_ = new SegmentedControl{
        bar,
        "map.views",
        said("View"),
        {said("Front"), said("Back"), said("Left"), said("Right"), said("Soles")}};
    views_->onChange = [this](int index) {
        if (presenter_) {
            presenter_->setView(kShownViews.at(static_cast<std::size_t>(index)));
        }
    };
    layers_ = new SegmentedControl{bar,
                                   "map.layers",
                                   said("Layer"),
                                   {said("Skin"), "1", "2", "3", said("4 deepest"), said("Bones")}};
    const std::array<wxString, 6> layerWords{said("Skin"),           said("1 superficial"),
                                             said("2 intermediate"), said("3 deep"),
                                             said("4 deepest"),      said("Bones")};
    for (std::size_t i = 0; i < layerWords.size(); ++i) {
        layers_->describeSegment(static_cast<int>(i), layerWords[i]);
    }
    layers_->onChange = [this](int index) {
        if (presenter_) {
            presenter_->setLayer(kLayers.at(static_cast<std::size_t>(index)));
        }
    };
    arm_ = new ChipGroup{bar, "map.arm", said("Arm"), ChipGroup::Kind::Multi, {{said("Arm")}}};
    arm_->onChange = [this](int, ChipState now) {
        if (presenter_) {
            presenter_->setShowArm(now == ChipState::On);
        }
    };
    history_ = new SegmentedControl{bar,
                                    "chart.undo",
                                    said("Undo and redo"),
                                    {toWx("↶"), toWx("↷")},
                                    SegmentedControl::Kind::Buttons};
    history_->describeSegment(0, said("Undo"));
    history_->describeSegment(1, said("Redo"));
    history_->onChange = [this](int index) {
        if (index == 0) {
            undo();
        } else {
            redo();
        }
    };
    const auto flags = wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12));
    line->Add(views_, flags);
    line->Add(layers_, flags);
    line->Add(arm_, flags);
    line->AddStretchSpacer();
    line->Add(history_, wxSizerFlags{}.CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(12)));
    bar->SetSizer(line);
    bar->SetMinSize(FromDIP(wxSize{-1, 46}));
    column.Add(bar, wxSizerFlags{}.Expand());
}

void ChartPage::open(const SessionId& session) {
    auto fresh = std::make_unique<app::SessionPresenter>(clinic_, session);
    flush();
    panel_->open(nullptr);
    presenter_ = std::move(fresh);
    presenter_->onChanged = [this] { render(); };
    map_->open(presenter_.get());
    panel_->open(presenter_.get());
    shownCard_.reset();
    showContent(true);
    render();
    // Once the page has its size: how far to zoom in depends on it.
    CallAfter([this] {
        panel_->arrange();
        map_->showMarks();
    });
}

void ChartPage::focusFirst() {
    panel_->focusFirst();
}

void ChartPage::close() {
    flush();
    map_->open(nullptr);
    panel_->open(nullptr);
    presenter_.reset();
    shownCard_.reset();
    showContent(false);
}

void ChartPage::showContent(bool shown) {
    for (wxWindow* const child : GetChildren()) {
        child->Show(shown);
    }
    if (shown) {
        Layout();
    }
}

void ChartPage::flush() {
    if (presenter_) {
        panel_->flush();
    }
}

void ChartPage::render() {
    const app::SessionView& view = presenter_->view();
    views_->select(indexOf(kShownViews, view.map.view));
    layers_->select(indexOf(kLayers, view.map.layer));
    const bool side = view.map.view == View::Left || view.map.view == View::Right;
    if (arm_->Show(side)) {
        arm_->GetParent()->Layout();
    }
    const ChipState arm = view.map.showArm ? ChipState::On : ChipState::Off;
    if (arm_->state(0) != arm) {
        arm_->setState(0, arm);
    }
    history_->enableSegment(0, view.canUndo);
    history_->enableSegment(1, view.canRedo);
    map_->render(view);
    panel_->render(view);
    const auto card = view.card ? std::optional{view.card->id} : std::nullopt;
    if (card != shownCard_) {
        shownCard_ = card;
        typed_.forget();
        if (card) {
            panel_->showCard();
        }
    }
    // A control that went away with what it belonged to must not take the keyboard with it.
    const wxWindow* const focus = FindFocus();
    if (IsShownOnScreen() && (!focus || (IsDescendant(FindFocus()) && !focus->IsShownOnScreen()))) {
        map_->SetFocus();
    }
}

void ChartPage::undo() {
    flush();
    if (presenter_ && presenter_->view().canUndo) {
        presenter_->undo();
    }
}

void ChartPage::redo() {
    flush();
    if (presenter_ && presenter_->view().canRedo) {
        presenter_->redo();
    }
}

void ChartPage::stepLayer(int by) {
    const int now = indexOf(kLayers, presenter_->view().map.layer);
    const int next = std::clamp(now + by, 0, static_cast<int>(kLayers.size()) - 1);
    presenter_->setLayer(kLayers.at(static_cast<std::size_t>(next)));
}

bool ChartPage::rate(const wxKeyEvent& event) {
    if (!presenter_->view().card || presenter_->view().frozen) {
        return false;
    }
    const std::optional<int> value = typed_.read(event);
    if (!value) {
        return false;
    }
    presenter_->setTenderness(Tenderness::from(*value));
    return true;
}

bool ChartPage::mapKey(wxKeyEvent& event) {
    if (!presenter_ || event.HasAnyModifiers()) {
        return false;
    }
    const int key = event.GetKeyCode();
    if (rate(event)) {
        return true;
    }
    if (key == '[' || key == ']') {
        stepLayer(key == '[' ? -1 : 1);
        return true;
    }
    const auto& card = presenter_->view().card;
    if (!card) {
        return false;
    }
    if (key == WXK_ESCAPE && !map_->keyboardPlace()) {
        flush();
        presenter_->select({});
        return true;
    }
    if (presenter_->view().frozen) {
        return false;
    }
    switch (key) {
    case 'A':
        presenter_->setState(State::Active);
        return true;
    case 'L':
        presenter_->setState(State::Latent);
        return true;
    case 'R':
        presenter_->setState(State::Resolved);
        return true;
    case WXK_DELETE:
        presenter_->removePoint(TriggerPointId{card->id});
        return true;
    default:
        return false;
    }
}

void ChartPage::sign() {
    flush();
    if (!presenter_ || presenter_->view().frozen) {
        return;
    }
    SignDialog dialog{wxGetTopLevelParent(this), presenter_->view(), presenter_->checkSigning()};
    if (dialog.ShowModal() == wxID_OK) {
        presenter_->sign();
        if (onSessionChanged) {
            onSessionChanged();
        }
    }
}

void ChartPage::addAddendum() {
    if (!presenter_ || !presenter_->view().frozen) {
        return;
    }
    AddendumDialog dialog{wxGetTopLevelParent(this),
                          [this](const std::string& text, const std::string& reason) {
                              presenter_->addAddendum(text, reason);
                          }};
    if (dialog.ShowModal() == wxID_OK && onSessionChanged) {
        onSessionChanged();
    }
}

} // namespace palpate::gui
