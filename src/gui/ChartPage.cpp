// SPDX-License-Identifier: MIT
#include "gui/ChartPage.h"

#include "app/Clinic.h"
#include "app/MuscleList.h"
#include "app/Snippets.h"
#include "gui/AddendumDialog.h"
#include "gui/Bar.h"
#include "gui/ChartToolbar.h"
#include "gui/FilmStripView.h"
#include "gui/MuscleTree.h"
#include "gui/PainPanel.h"
#include "gui/Phrases.h"
#include "gui/QuickLine.h"
#include "gui/SigningDialog.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>
#include <wx/toplevel.h>
#include <wx/weakref.h>

#include <algorithm>
#include <set>
#include <string>

namespace palpate::gui {

ChartPage::ChartPage(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              "chart"},
      clinic_{clinic}, prompter_{prompter} {
    dressAsPanel(*this);
    build();
    wireToolbar();
    wireMuscles();
    wireQuickLine();
    showContent(false);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        // The session keeps a readable width; what a larger window has more goes to the map.
        const int wanted = std::clamp(event.GetSize().x * 37 / 100, FromDIP(480), FromDIP(508));
        panel_->SetMinSize({wanted, -1});
        pain_->SetMinSize({wanted, -1});
        event.Skip();
    });
}

ChartPage::~ChartPage() {
    // The controls go before the presenter: one that loses the focus still stores what is in it.
    if (presenter_) {
        presenter_->onChanged = {};
        presenter_->onMapMoved = {};
    }
    DestroyChildren();
}

void ChartPage::build() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    auto* left = new wxBoxSizer{wxVERTICAL};
    toolbar_ = new ChartToolbar{this};
    left->Add(toolbar_, wxSizerFlags{}.Expand());
    auto* middle = new wxBoxSizer{wxHORIZONTAL};
    muscles_ = new MuscleTree{this, "chart.muscles", said("Muscle, short form …")};
    muscles_->SetMinSize(FromDIP(wxSize{272, -1}));
    middle->Add(muscles_, wxSizerFlags{}.Expand());
    map_ = new ChartMap{this, clinic_.shapes()};
    map_->onKey = [this](wxKeyEvent& event) { return mapKey(event); };
    map_->onMuscles = [this](BodyPoint where) { openMuscleMenu(where); };
    map_->onBone = [this](BodyPoint where) { return offerJoints(where); };
    middle->Add(map_, wxSizerFlags{1}.Expand());
    left->Add(middle, wxSizerFlags{1}.Expand());
    auto* status = new Bar{this, "chart.status", wxTOP};
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    here_ = new TextBlock{status, "chart.here", {}, TextStyle::Small, TextBlock::Ink::Normal};
    here_->setSingleLine();
    source_ = new TextBlock{status, "chart.source", {}, TextStyle::Small, TextBlock::Ink::Muted};
    source_->setText(said("Body map: Z-Anatomy, BodyParts3D · CC BY-SA"));
    line->Add(here_, wxSizerFlags{1}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    line->Add(source_, wxSizerFlags{}.CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(12)));
    status->SetSizer(line);
    status->SetMinSize(FromDIP(wxSize{-1, 26}));
    left->Add(status, wxSizerFlags{}.Expand());
    strip_ = new FilmStripView{this, "chart.strip", clinic_.shapes()};
    strip_->onOpen = [this](std::size_t frame) {
        const SessionId wanted{stripSessions_.at(frame)};
        if (onOpenSession && presenter_ && wanted != presenter_->view().id) {
            CallAfter([this, wanted] { onOpenSession(wanted); });
        }
    };
    left->Add(strip_, wxSizerFlags{}.Expand());
    row->Add(left, wxSizerFlags{1}.Expand());
    auto* divider = new Bar{this, "chart.divider", wxLEFT};
    divider->SetMinSize({1, -1});
    row->Add(divider, wxSizerFlags{}.Expand());
    panel_ = new SessionPanel{
        this, [&clock = clinic_.clock()] { return clock.preciseNow().time_since_epoch(); }};
    panel_->onSign = [this] { sign(); };
    panel_->onAddendum = [this] { addAddendum(); };
    row->Add(panel_, wxSizerFlags{}.Expand());
    pain_ = new PainPanel{this};
    pain_->onDone = [this] {
        if (presenter_) {
            presenter_->pain().setPainting(false);
            map_->SetFocus();
        }
    };
    row->Add(pain_, wxSizerFlags{}.Expand());
    quick_ = new QuickLine{map_, "chart.quick", said("Place and rate a point by its name"),
                           said("r ql 6 a")};
    SetSizer(row);
}

void ChartPage::wireToolbar() {
    toolbar_->onUndo = [this] { undo(); };
    toolbar_->onRedo = [this] { redo(); };
    toolbar_->onPlace = [this](drawing::MapPlace place, Side side) {
        map_->showPlace(place, side);
        map_->SetFocus();
    };
    toolbar_->onMuscles = [this] { showMuscles(!musclesWanted_); };
    toolbar_->onQuick = [this] { openQuickLine(); };
    toolbar_->onMore = [this] { openMore(); };
    toolbar_->onClicked = [this] { map_->SetFocus(); };
}

void ChartPage::wireMuscles() {
    std::vector<MuscleItem> items;
    for (const app::MuscleEntry& entry : app::muscleList(clinic_)) {
        items.push_back({entry.muscle.text(), entry.group, entry.label, entry.layer, entry.words,
                         entry.paired});
    }
    const auto withMuscle = [this](const std::string& key, const auto& act) {
        if (const auto muscle = MuscleKey::from(key); muscle && presenter_) {
            act(*muscle);
        }
    };
    std::set<std::string> paired;
    for (const MuscleItem& item : items) {
        if (item.paired) {
            paired.insert(item.key);
        }
    }
    muscles_->setMuscles(std::move(items));
    muscles_->onShow = [this, withMuscle, paired](const std::string& key, Side side) {
        if (side == Side::Middle && paired.count(key) > 0) {
            side = Side::Right; // to look at; nothing is marked without its side
        }
        withMuscle(key,
                   [&](const MuscleKey& muscle) { presenter_->map().showMuscle(muscle, side); });
    };
    muscles_->onMark = [this, withMuscle](const std::string& key, Side side) {
        withMuscle(key, [&](const MuscleKey& muscle) {
            presenter_->map().showMuscle(muscle, side);
            presenter_->map().markFocused();
        });
    };
    const auto withPoint = [this](const std::string& id, const auto& act) {
        if (const auto point = TriggerPointId::parse(id); point && presenter_) {
            act(*point);
        }
    };
    muscles_->onShowPoint = [this, withPoint](const std::string& id) {
        withPoint(id, [&](const TriggerPointId& point) { presenter_->select(point); });
    };
    muscles_->onRemovePoint = [this, withPoint](const std::string& id) {
        withPoint(id, [&](const TriggerPointId& point) { presenter_->removePoint(point); });
    };
    muscles_->onRate = [this, withPoint](const std::string& id, int score) {
        withPoint(id, [&](const TriggerPointId& point) {
            presenter_->select(point);
            presenter_->setTenderness(Tenderness::from(score));
        });
    };
    muscles_->onEscape = [this] { map_->SetFocus(); };
}

void ChartPage::wireQuickLine() {
    quick_->complete = [this](const std::string& text) {
        std::vector<QuickChoice> choices;
        for (const app::QuickChoice& each : app::quickCompletions(clinic_, text)) {
            choices.push_back({each.label, {}, each.line});
        }
        return choices;
    };
    quick_->onEnter = [this](const std::string& text, std::optional<std::size_t> chosen) {
        QuickAnswer answer;
        if (!presenter_) {
            return answer;
        }
        const app::QuickAnswer made = presenter_->quick(text, chosen);
        answer.done = made.done;
        answer.message = made.message;
        for (const std::string& choice : made.choices) {
            answer.choices.push_back({choice, {}, {}});
        }
        return answer;
    };
}

void ChartPage::open(const SessionId& session) {
    flush();
    if (presenter_ && presenter_->session().id == session) {
        close(); // two presenters of one draft would give up its claim for each other
    }
    auto fresh = std::make_unique<app::SessionPresenter>(clinic_, session);
    quick_->close();
    map_->open(nullptr);
    panel_->open(nullptr);
    presenter_ = std::move(fresh);
    presenter_->onChanged = [this] { render(); };
    presenter_->onMapMoved = [this] { renderMoving(); };
    map_->open(presenter_.get());
    toolbar_->open(presenter_.get());
    panel_->open(presenter_.get());
    pain_->open(presenter_.get());
    panel_->setSnippets(std::make_shared<const std::vector<Snippet>>(app::snippets(clinic_)));
    shownCard_.reset();
    showContent(true);
    render();
    // Once the page has its size: how far to zoom in depends on it.
    CallAfter([this] {
        if (presenter_) {
            renderStrip(presenter_->view());
        }
        panel_->arrange();
        map_->showMarks();
    });
}

void ChartPage::focusFirst() {
    panel_->focusFirst();
}

void ChartPage::close() {
    flush();
    quick_->close();
    map_->open(nullptr);
    toolbar_->open(nullptr);
    panel_->open(nullptr);
    pain_->open(nullptr);
    presenter_.reset();
    shownCard_.reset();
    showContent(false);
}

void ChartPage::showContent(bool shown) {
    for (wxWindow* const child : GetChildren()) {
        child->Show(shown);
    }
    if (shown) {
        const bool painting = presenter_ && presenter_->view().pain.painting;
        panel_->Show(!painting);
        pain_->Show(painting);
        muscles_->Show(musclesWanted_);
        strip_->Show(false);
        Layout();
    }
}

void ChartPage::flush() {
    if (presenter_) {
        presenter_->pain().released(); // a stroke goes on by the next press
        panel_->flush();
    }
}

void ChartPage::render() {
    const wxWindowRef before{focusHere()};
    const bool had = before;
    const app::SessionView& view = presenter_->view();
    toolbar_->render(view);
    map_->render(view);
    panel_->render(view);
    pain_->render(view);
    if (pain_->IsShown() != view.pain.painting) {
        pain_->Show(view.pain.painting);
        panel_->Show(!view.pain.painting);
        Layout();
        panel_->arrange();
        shownCard_.reset(); // a card that was opened meanwhile is brought into sight below
    }
    renderStatus(view.map);
    renderTree(view);
    renderStrip(view);
    const auto card = view.card ? std::optional{view.card->id} : std::nullopt;
    if (card != shownCard_) {
        shownCard_ = card;
        typed_.forget();
        if (card && panel_->IsShown()) {
            panel_->showCard();
        }
    }
    // A control that went away with what it belonged to must not take the keyboard with it. Where
    // none had it, none gets it: what is typed elsewhere would run as the map's keys.
    const auto usable = [](const wxWindow* window) {
        return window && window->IsShownOnScreen() && window->IsEnabled();
    };
    if (had && !usable(before) && !usable(FindFocus()) && IsShownOnScreen()) {
        map_->SetFocus();
    }
}

wxWindow* ChartPage::focusHere() const {
    wxWindow* const focus = FindFocus();
    auto* const window =
        dynamic_cast<wxTopLevelWindow*>(wxGetTopLevelParent(const_cast<ChartPage*>(this)));
    return window && window->IsActive() && IsDescendant(focus) ? focus : nullptr;
}

void ChartPage::renderMoving() {
    const app::SessionView& view = presenter_->view();
    map_->renderMoving(view.map);
    renderStatus(view.map);
}

void ChartPage::renderStatus(const app::MapState& map) {
    std::string text = map.announced;
    if (!map.hoverText.empty()) {
        text = map.hoverText + (map.beneath.empty() ? "" : "   " + map.beneath);
    }
    if (here_->text() != toWx(text)) {
        here_->setText(toWx(text));
    }
}

void ChartPage::renderTree(const app::SessionView& view) {
    if (!musclesWanted_) {
        return;
    }
    if (view.points != shownPoints_) {
        shownPoints_ = view.points;
        std::vector<TreePoint> points;
        for (const Finding& finding : presenter_->session().findings) {
            const auto row =
                std::find_if(view.points.begin(), view.points.end(),
                             [&](const app::PointRow& r) { return r.id == finding.point.id; });
            if (row != view.points.end()) {
                points.push_back({finding.muscle.text(), finding.side, finding.point.id.text(),
                                  std::to_string(row->number) + " · " + row->tendernessText});
            }
        }
        muscles_->setPoints(std::move(points));
    }
    if (view.map.focused) {
        muscles_->select(view.map.focused->first.text(), view.map.focused->second);
    } else if (view.card) {
        muscles_->selectPoint(view.card->id.text());
    }
}

void ChartPage::renderStrip(const app::SessionView& view) {
    constexpr int kHighEnough = 780; // DIP: below it the map itself needs the room
    const bool roomy = GetClientSize().y >= FromDIP(kHighEnough);
    const bool shown = view.strip.size() > 1 && stripWanted_.value_or(roomy);
    if (shown) {
        std::vector<drawing::FilmFrame> frames;
        stripSessions_.clear();
        for (const app::FilmFrameView& each : view.strip) {
            frames.push_back(each.frame);
            stripSessions_.push_back(each.session);
        }
        strip_->setFrames(std::move(frames));
    }
    if (strip_->Show(shown)) {
        Layout();
    }
}

void ChartPage::showMuscles(bool shown) {
    musclesWanted_ = shown;
    muscles_->Show(shown);
    toolbar_->setMusclesShown(shown);
    Layout();
    if (shown && presenter_) {
        shownPoints_.clear();
        renderTree(presenter_->view());
        muscles_->focusField();
    } else {
        map_->SetFocus();
    }
}

void ChartPage::openQuickLine() {
    if (presenter_ && !presenter_->view().frozen && !presenter_->view().pain.painting) {
        quick_->open();
    }
}

void ChartPage::undo() {
    flush();
    if (presenter_ && !presenter_->pain().stroke().corners.empty()) {
        presenter_->pain().removeCorner();
        return;
    }
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

void ChartPage::sign() {
    flush();
    if (!presenter_ || presenter_->view().frozen) {
        return;
    }
    SigningDialog dialog{wxGetTopLevelParent(this), presenter_->view(), presenter_->checkSigning()};
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
