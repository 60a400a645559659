// SPDX-License-Identifier: MIT
// Where the keyboard goes in the session, and what comes into sight.
#include "gui/AfterSection.h"
#include "gui/CautionCard.h"
#include "gui/MeasureSection.h"
#include "gui/PanelScroller.h"
#include "gui/PointsSection.h"
#include "gui/SessionFooter.h"
#include "gui/SessionPanel.h"
#include "gui/SubjectiveSection.h"
#include "gui/TreatmentSection.h"
#include "gui/VisitHeader.h"

#include <algorithm>
#include <utility>

namespace palpate::gui {

void SessionPanel::revealNews(const app::SessionView& view) {
    const Care before = std::exchange(care_, careOf(view));
    if (!careShown_) { // as it was opened
        careShown_ = true;
        return;
    }
    const bool asks = care_.asked && care_.asked != before.asked;
    const bool given = care_.point && care_.point == before.point && care_.atPoint > before.atPoint;
    const bool elsewhere = care_.elsewhere > before.elsewhere;
    if (!asks && !given && !elsewhere) {
        return;
    }
    const bool atPoint = asks ? care_.askedAtPoint : given;
    // Once every control has taken up its height: it opens below what one sees.
    CallAfter([this, atPoint, asks] {
        arrange();
        wxWindow* const news = atPoint ? points_->card().newest() : treatments_->newest();
        if (!news || !news->IsShownOnScreen()) {
            return;
        }
        scrollTo(*news);
        if (auto* const question = dynamic_cast<CautionCard*>(news); question && asks) {
            question->focusFirst();
        }
    });
}

void SessionPanel::showTreatment(const TreatmentId& treatment) {
    // Once its card has been laid out.
    CallAfter([this, treatment] {
        arrange();
        TreatmentRow* row = points_->card().IsShown() ? points_->card().rowOf(treatment) : nullptr;
        row = row ? row : treatments_->rowOf(treatment);
        if (row && row->IsShownOnScreen()) {
            row->focusOpenEnd();
            scrollTo(*row);
        }
    });
}

void SessionPanel::focusFirst() {
    subjective_->focusFirst();
}

std::vector<wxWindow*> SessionPanel::stops() const {
    std::vector<wxWindow*> all{header_, subjective_, points_, treatments_, measures_};
    for (const NotePart part :
         {NotePart::Objective, NotePart::Treatment, NotePart::Assessment, NotePart::Plan}) {
        all.push_back(notes_.at(static_cast<std::size_t>(part)));
    }
    all.push_back(after_);
    all.push_back(footer_);
    std::erase_if(all, [](const wxWindow* stop) { return !stop->IsShown(); });
    return all;
}

void SessionPanel::focusIn(wxWindow& stop) {
    if (auto* const section = dynamic_cast<SessionSection*>(&stop)) {
        section->focusFirst();
    } else if (auto* const note = dynamic_cast<NoteSection*>(&stop)) {
        note->editor().field().SetFocus();
    }
}

bool SessionPanel::focusSection(int by) {
    const std::vector<wxWindow*> all = stops();
    const wxWindow* const focus = FindFocus();
    const auto here = std::find_if(all.begin(), all.end(), [&](const wxWindow* stop) {
        return focus && (focus == stop || stop->IsDescendant(const_cast<wxWindow*>(focus)));
    });
    if (here == all.end()) {
        return false;
    }
    for (auto to = (here - all.begin()) + by;
         to >= 0 && to < static_cast<std::ptrdiff_t>(all.size()); to += by) {
        wxWindow* const stop = all[static_cast<std::size_t>(to)];
        focusIn(*stop);
        // A section in which nothing takes the focus now is passed over.
        if (const wxWindow* const now = FindFocus();
            now && stop->IsDescendant(const_cast<wxWindow*>(now))) {
            scrollTo(*stop);
            return true;
        }
    }
    return false;
}

void SessionPanel::focusEnd(int by) {
    const std::vector<wxWindow*> all = stops();
    wxWindow* const stop = by > 0 ? all.front() : all.back();
    scrollTo(*stop);
    focusIn(*stop);
}

bool SessionPanel::focusNextToSettle() {
    return points_->focusNextToSettle();
}

void SessionPanel::settleOthers() {
    if (presenter_ && !presenter_->view().frozen) {
        edit([](app::SessionPresenter& presenter) { presenter.settleOthers(); });
    }
}

void SessionPanel::pressTimer() {
    if (!presenter_ || presenter_->view().frozen || presenter_->view().holder) {
        return;
    }
    if (presenter_->view().hold) {
        edit([](app::SessionPresenter& presenter) { presenter.care().stopHold(); });
    } else if (!presenter_->view().card || !points_->card().pressTimer()) {
        treatments_->pressTimer();
    }
}

void SessionPanel::offerTreatment(const app::TargetChoice& target) {
    treatments_->offer(target);
    scrollTo(*treatments_);
}

void SessionPanel::scrollTo(const wxWindow& window) {
    if (!sheet_->IsDescendant(const_cast<wxWindow*>(&window))) {
        return;
    }
    const int unit = FromDIP(PanelScroller::kUnit);
    const int top = window.GetScreenPosition().y - sheet_->GetScreenPosition().y;
    const int above = scroller_->GetViewStart().y * unit;
    const int room = scroller_->GetClientSize().y;
    const int bottom = top + window.GetSize().y;
    if (top < above) {
        scroller_->Scroll(-1, std::max(0, (top - unit) / unit));
    } else if (bottom > above + room) { // as little as needed; what is higher begins at the top
        const int least = (bottom + unit - room + unit - 1) / unit;
        scroller_->Scroll(-1, std::max(0, std::min(least, (top - unit) / unit)));
    }
}

void SessionPanel::showCard() {
    const PointCardView& card = points_->card();
    if (!card.IsShown()) {
        return;
    }
    // The row above the card belongs to it; where both do not fit, the top is what must be seen.
    const int unit = FromDIP(PanelScroller::kUnit);
    const int rowHeight = points_->cardRowHeight();
    const int top =
        card.ClientToScreen(wxPoint{}).y - rowHeight - scroller_->ClientToScreen(wxPoint{}).y;
    const int bottom = top + rowHeight + card.GetSize().y;
    const int now = scroller_->GetViewStart().y;
    const int down = (std::max(0, bottom - scroller_->GetClientSize().y) + unit - 1) / unit;
    const int mostDown = top >= 0 ? top / unit : -((-top + unit - 1) / unit);
    const int by = std::min(down, mostDown);
    if (by != 0) {
        scroller_->Scroll(-1, std::max(0, now + by));
    }
}

} // namespace palpate::gui
