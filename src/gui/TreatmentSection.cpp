// SPDX-License-Identifier: MIT
#include "gui/TreatmentSection.h"

#include "gui/Phrases.h"

#include <wx/sizer.h>

#include <algorithm>

namespace palpate::gui {

TreatmentSection::TreatmentSection(wxWindow* parent, HoldNow now)
    : SessionSection{parent, "treatments"}, now_{std::move(now)} {
    auto* column = new wxBoxSizer{wxVERTICAL};
    heading_ = new SectionHeading{this, "treatments.heading", said("Treatment")};
    column->Add(heading_, wxSizerFlags{}.Expand());
    place_ = new wxPanel{this,
                         wxID_ANY,
                         wxDefaultPosition,
                         wxDefaultSize,
                         wxTAB_TRAVERSAL | wxBORDER_NONE,
                         "treatments.list"};
    dressAsPanel(*place_);
    place_->SetSizer(new wxBoxSizer{wxVERTICAL});
    column->Add(place_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2)));
    find_ = new ChoiceField{this, "treatments.find", said("Treat a muscle, region or joint"),
                            said("Treat muscle, region or joint: c5 left, r sij, r ql")};
    find_->complete = [this](const std::string& text) {
        std::vector<QuickChoice> choices;
        found_.clear();
        if (presenter_ && !text.empty()) {
            found_ = presenter_->care().targetsFor(text);
        }
        for (const app::TargetChoice& target : found_) {
            choices.push_back({target.label, {}, {}});
        }
        return choices;
    };
    find_->onEnter = [this](const std::string& text, std::optional<std::size_t> chosen) {
        return found(text, chosen);
    };
    column->AddSpacer(FromDIP(2));
    column->Add(find_,
                wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(dip::kFocusRoom)));
    targetCard_ = new Card{this, "treatments.target", Card::Look::Soft, wxVERTICAL, 10};
    auto* head = new wxBoxSizer{wxHORIZONTAL};
    targetName_ =
        new TextBlock{targetCard_, "treatments.target.name", {}, TextStyle::ControlStrong};
    targetName_->setSingleLine();
    head->Add(targetName_, wxSizerFlags{1}.CentreVertical());
    away_ = new PillButton{targetCard_, "treatments.target.away", toWx("×"),
                           PillButton::Kind::Quiet, PillButton::Size::Compact};
    away_->setWords(said("Choose no technique"));
    away_->onClick = [this] {
        putAway();
        find_->focus();
    };
    head->Add(away_, wxSizerFlags{}.CentreVertical());
    targetCard_->content().Add(head, wxSizerFlags{}.Expand());
    techniques_ = new TechniquePicker{targetCard_, "care"};
    techniques_->onChoose = [this](const TechniqueKey& technique) { choose(technique); };
    techniques_->onGoOn = [this](const std::string& reason) {
        edit([&](app::SessionPresenter& presenter) { presenter.care().goOn(reason); });
    };
    techniques_->onHoldBack = [this] {
        edit([](app::SessionPresenter& presenter) { presenter.care().holdBack(); });
    };
    techniques_->onResized = [this] { resized(); };
    targetCard_->content().Add(techniques_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    targetCard_->Hide();
    column->Add(targetCard_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    SetSizer(column);
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE && targetCard_->IsShown() &&
            !find_->IsDescendant(FindFocus())) {
            putAway();
            find_->focus();
        } else {
            event.Skip();
        }
    });
}

void TreatmentSection::open(app::SessionPresenter* presenter) {
    SessionSection::open(presenter);
    left_.forget();
    target_.reset();
    opened_.reset();
    targetCard_->Hide();
    for (TreatmentRow* const row : rows_) {
        row->forget();
    }
}

void TreatmentSection::flush() {
    left_.store();
    for (TreatmentRow* const row : rows_) {
        row->flush();
    }
}

QuickAnswer TreatmentSection::found(const std::string& text, std::optional<std::size_t> chosen) {
    QuickAnswer answer;
    if (!presenter_) {
        return answer;
    }
    if (!chosen && found_.size() != 1) {
        if (found_.empty()) {
            answer.message = fromWx(
                said("“{1}” names no muscle, region or joint. For example: c5 left, r sij, r ql.",
                     {text}));
            return answer;
        }
        answer.message = fromWx(said("Which of these?"));
        for (const app::TargetChoice& target : found_) {
            answer.choices.push_back({target.label, {}, {}});
        }
        return answer;
    }
    const app::TargetChoice target = found_.at(chosen.value_or(0));
    answer.done = true;
    CallAfter([this, target] { offer(target); }); // after the line was emptied
    return answer;
}

void TreatmentSection::offer(const app::TargetChoice& target) {
    if (!presenter_) {
        return;
    }
    target_ = target;
    static_cast<void>(renderTarget(presenter_->view(), false));
    resized();
    techniques_->chips().SetFocus();
}

void TreatmentSection::putAway() {
    if (presenter_ && presenter_->view().asking) {
        edit([](app::SessionPresenter& presenter) { presenter.care().holdBack(); });
    }
    target_.reset();
    targetCard_->Hide();
    resized();
}

void TreatmentSection::choose(const TechniqueKey& technique) {
    if (!target_) {
        return;
    }
    edit([&, technique = TechniqueKey{technique}](app::SessionPresenter& presenter) {
        const auto& given = presenter.view().otherTreatments;
        const auto same = std::find_if(given.rbegin(), given.rend(), [&](const auto& treatment) {
            return treatment.target == target_->target && treatment.technique == technique;
        });
        if (same != given.rend()) { // the chosen chip again: it was not given after all
            presenter.care().remove(TreatmentId{same->id});
        } else {
            presenter.care().give(target_->target, technique);
        }
    });
}

void TreatmentSection::addRow() {
    const wxString name = wxString::Format("other.%zu", rows_.size());
    auto* row = new TreatmentRow{place_, name, now_, true};
    row->onEdit = [this](const auto& act) { edit(act); };
    row->onResized = [this, row] {
        if (presenter_ && row->treatment()) {
            const auto open = row->isDoseOpen() ? row->treatment() : std::nullopt;
            edit([&](app::SessionPresenter& presenter) { presenter.care().open(open); });
        }
        resized();
    };
    row->onUnfolded = [this] { resized(); };
    place_->GetSizer()->Add(row, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(4)));
    rows_.push_back(row);
}

bool TreatmentSection::pressTimer() {
    const auto timed = std::find_if(rows_.rbegin(), rows_.rend(), [](TreatmentRow* row) {
        return row->IsShown() && row->timer().IsShown();
    });
    if (timed == rows_.rend()) {
        return false;
    }
    (*timed)->pressTimer();
    return true;
}

wxWindow* TreatmentSection::newest() {
    if (targetCard_->IsShown() && techniques_->question().IsShown()) {
        return &techniques_->question();
    }
    const auto last = std::find_if(rows_.rbegin(), rows_.rend(),
                                   [](const TreatmentRow* row) { return row->IsShown(); });
    return last == rows_.rend() ? nullptr : *last;
}

TreatmentRow* TreatmentSection::rowOf(const TreatmentId& treatment) const {
    const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const TreatmentRow* row) {
        return row->IsShown() && row->treatment() == treatment;
    });
    return found == rows_.end() ? nullptr : *found;
}

bool TreatmentSection::renderRows(const app::SessionView& view, bool readOnly) {
    bool changed = false;
    while (rows_.size() < view.otherTreatments.size()) {
        addRow();
        changed = true;
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const bool used = i < view.otherTreatments.size();
        if (used) {
            rows_[i]->render(view.otherTreatments[i], view.hold, readOnly, left_);
        } else {
            rows_[i]->leave(left_);
        }
        changed = rows_[i]->Show(used) || changed;
    }
    if (opened_ != view.openTreatment) { // by another way than its own button
        opened_ = view.openTreatment;
        for (TreatmentRow* const row : rows_) {
            if (row->IsShown()) {
                row->openDose(opened_ && row->treatment() == opened_);
            }
        }
        changed = true;
    }
    return changed;
}

bool TreatmentSection::renderTarget(const app::SessionView& view, bool readOnly) {
    // A question about another target than the points' is asked here, whoever chose the technique.
    if (view.asking && !std::holds_alternative<TriggerPointId>(view.asking->target) &&
        (!target_ || target_->target != view.asking->target)) {
        target_ = app::TargetChoice{view.asking->target, view.asking->heading};
    }
    const bool shown = target_.has_value() && !readOnly && presenter_;
    bool changed = targetCard_->Show(shown);
    if (shown) {
        targetName_->setText(toWx(target_->label));
        std::optional<app::CautionQuestion> asking;
        if (view.asking && view.asking->target == target_->target) {
            asking = view.asking;
        }
        changed = techniques_->render(presenter_->care().techniquesFor(target_->target), asking,
                                      readOnly) ||
                  changed;
    }
    return changed;
}

bool TreatmentSection::render(const app::SessionView& view, bool readOnly) {
    bool changed = renderRows(view, readOnly);
    changed = renderTarget(view, readOnly) || changed;
    heading_->set(said("Treatment"), view.otherTreatments.empty() && !readOnly
                                         ? said("beside the points above")
                                         : wxString{});
    return find_->Show(!readOnly) || changed;
}

} // namespace palpate::gui
