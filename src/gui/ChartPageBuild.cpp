// SPDX-License-Identifier: MIT
// The parts of the chart, and what each of them calls.
#include "app/Clinic.h"
#include "app/MuscleList.h"
#include "app/ScreeningOffers.h"
#include "gui/Bar.h"
#include "gui/ChartPage.h"
#include "gui/ChartToolbar.h"
#include "gui/FilmStripView.h"
#include "gui/MuscleTree.h"
#include "gui/PainPanel.h"
#include "gui/Phrases.h"
#include "gui/QuickLine.h"
#include "gui/ScreeningOffer.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>

#include <set>
#include <string>

namespace palpate::gui {

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
    panel_->onAnswer = [this](const app::AmendmentLine& request) { answerRequest(request); };
    auto* right = new wxBoxSizer{wxVERTICAL};
    right->Add(panel_, wxSizerFlags{1}.Expand());
    pain_ = new PainPanel{this};
    pain_->onDone = [this] {
        if (presenter_) {
            presenter_->pain().setPainting(false);
            map_->SetFocus();
        }
    };
    right->Add(pain_, wxSizerFlags{1}.Expand());
    // At the foot of the column: neither the map nor what is typed above it moves when it comes.
    offer_ = new ScreeningOffer{this, "chart.screening", ScreeningOffer::Place::BelowSession};
    offer_->onScreen = [this](const std::string& url) {
        if (onScreen) {
            onScreen(url);
        }
    };
    offer_->onLater = [this] {
        screenings_->putOff();
        CallAfter([this] { renderOffer(); }); // the button that is pressed goes away
    };
    right->Add(offer_, wxSizerFlags{}.Expand());
    row->Add(right, wxSizerFlags{}.Expand());
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

} // namespace palpate::gui
