// SPDX-License-Identifier: MIT
#include "gui/ChartPage.h"

#include "app/Clinic.h"
#include "app/ScreeningOffers.h"
#include "app/Snippets.h"
#include "domain/Error.h"
#include "gui/AddendumDialog.h"
#include "gui/AnswerDialog.h"
#include "gui/ChartToolbar.h"
#include "gui/FilmStripView.h"
#include "gui/Guarded.h"
#include "gui/MuscleTree.h"
#include "gui/PainPanel.h"
#include "gui/Phrases.h"
#include "gui/QuickLine.h"
#include "gui/ScreeningOffer.h"
#include "gui/SigningDialog.h"
#include "gui/TextBlock.h"

#include <wx/toplevel.h>
#include <wx/weakref.h>

#include <algorithm>
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
    watch_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { look(); });
    offerSoon_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { renderOffer(); });
    wxGetTopLevelParent(this)->Bind(wxEVT_ACTIVATE, &ChartPage::onActivate, this);
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
    if (!screenings_) {
        screenings_ = std::make_unique<app::ScreeningOffers>(clinic_);
    }
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
    watch();
}

void ChartPage::watch() {
    // A click that activates the window is to meet what it was aimed at.
    constexpr int kSoon = 250; // ms
    watch_.StartOnce(kSoon);
}

void ChartPage::onActivate(wxActivateEvent& event) {
    if (event.GetActive() && presenter_) {
        watch();
    }
    event.Skip();
}

void ChartPage::look() {
    constexpr int kAgain = 2000; // ms
    if (!presenter_) {
        return;
    }
    try {
        presenter_->reloadIfChanged(isWorkedIn() ? app::Attention::Here
                                                 : app::Attention::Elsewhere);
        watch_.StartOnce(kAgain);
    } catch (const Error&) {
        watch_.Stop(); // nobody asked for this look; what fails is told at the next act
    }
}

void ChartPage::focusFirst() {
    panel_->focusFirst();
}

void ChartPage::close() {
    flush();
    watch_.Stop();
    offerSoon_.Stop();
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
        offer_->render({});
        offer_->Hide(); // shown with the others above
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
    offerSoon(view);
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

bool ChartPage::isWorkedIn() const {
    auto* const window =
        dynamic_cast<wxTopLevelWindow*>(wxGetTopLevelParent(const_cast<ChartPage*>(this)));
    return window && window->IsActive();
}

wxWindow* ChartPage::focusHere() const {
    wxWindow* const focus = FindFocus();
    return isWorkedIn() && IsDescendant(focus) ? focus : nullptr;
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

void ChartPage::offerSoon(const app::SessionView& view) {
    constexpr int kPause = 800; // ms
    if (offer_->IsShown() && (view.frozen || view.holder)) {
        CallAfter([this] { renderOffer(); }); // it is only read from now on
    }
    offerSoon_.StartOnce(kPause);
}

void ChartPage::renderOffer() {
    if (!presenter_) {
        return;
    }
    std::optional<app::ScreeningDue> due;
    try {
        if (!presenter_->view().holder) {
            due = screenings_->beside(presenter_->session());
        }
    } catch (const Error&) {
        return; // nobody asked for this look; what fails is told at the next act
    }
    const bool had = offer_->IsDescendant(focusHere());
    if (offer_->render(due)) {
        Layout();
        if (panel_->IsShown()) {
            panel_->arrange();
        }
    }
    if (had && !offer_->IsShown()) {
        map_->SetFocus();
    }
}

void ChartPage::renewScreening() {
    if (screenings_) {
        screenings_->renew();
        renderOffer();
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
    } else if (dialog.wanted()) {
        goTo(*dialog.wanted());
    }
}

void ChartPage::goTo(const TreatmentId& treatment) {
    presenter_->pain().setPainting(false);
    presenter_->care().show(treatment);
    panel_->showTreatment(treatment);
}

void ChartPage::addAddendum() {
    if (!presenter_ || !presenter_->view().frozen) {
        return;
    }
    AddendumDialog dialog{wxGetTopLevelParent(this), clinic_, presenter_->view().id,
                          [this](const std::string& text, const std::string& reason) {
                              presenter_->addAddendum(text, reason);
                          }};
    if (dialog.ShowModal() == wxID_OK && onSessionChanged) {
        onSessionChanged();
    }
}

void ChartPage::answerRequest(const app::AmendmentLine& request) {
    // The card that was pressed is made anew, so that comes after its own press.
    CallAfter([this, request] {
        guarded([&] {
            if (AnswerDialog{wxGetTopLevelParent(this), clinic_, request}.ShowModal() == wxID_OK) {
                renewRequests();
            }
        });
    });
}

void ChartPage::renewRequests() {
    if (presenter_ && presenter_->view().frozen) {
        presenter_->reloadRequests();
    }
}

} // namespace palpate::gui
